"""Scores of a Big Five inventory taken elsewhere, typed in and printed as a note.

They are mapped to no work style and no job (METHODS 6). "Emotional stability" stands for the
scale that others name by its other end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Literal, get_args

from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, pgettext

Kind = Literal["raw", "T", "percentile"]
Trait = Literal[
    "openness", "conscientiousness", "extraversion", "agreeableness", "emotional stability"
]

KINDS: tuple[Kind, ...] = get_args(Kind)
TRAITS: tuple[Trait, ...] = get_args(Trait)
KIND_WORDS: Mapping[Kind, Said] = {
    "raw": _("Raw scores, with their ends"),
    "T": pgettext("kind of score", "T scores"),
    "percentile": pgettext("kind of score", "Percentiles"),
}
TRAIT_WORDS: Mapping[Trait, Said] = {
    "openness": pgettext("trait", "Openness"),
    "conscientiousness": pgettext("trait", "Conscientiousness"),
    "extraversion": pgettext("trait", "Extraversion"),
    "agreeableness": pgettext("trait", "Agreeableness"),
    "emotional stability": pgettext("trait", "Emotional stability"),
}
ABOUT = _("A note of what another inventory gave. It is compared with no job.")

_HUNDRED = (0.0, 100.0)  # ends of T scores and percentiles, turned round at 50


def noted(
    kind: Kind, value: float, ends: tuple[float, float] | None = None, *, turned: bool = False
) -> float:
    """A score as it is kept; ``turned`` low + high − x, where the scale names the other end.

    ``ends`` are the lowest and highest possible raw score.

    Raises:
        UserError: when the score is outside its ends, or a raw score has none.
    """
    low, high = _ends(kind, ends)
    if not isfinite(value) or not low <= value <= high:
        raise UserError(
            _("The score {value} is out of range; expected {low} to {high}.",
              value=format(value, "g"), low=format(low, "g"), high=format(high, "g"))
        )  # fmt: skip
    return low + high - value if turned else value


def _ends(kind: Kind, ends: tuple[float, float] | None) -> tuple[float, float]:
    if kind not in KINDS:
        raise UserError(
            _("{kind} is no kind of score; expected {known}.",
              kind=repr(kind), known=listed(KINDS, "or"))
        )  # fmt: skip
    if kind != "raw":
        return _HUNDRED
    if ends is None or not (isfinite(ends[0]) and isfinite(ends[1]) and ends[0] < ends[1]):
        raise UserError(_("Raw scores need the lowest and the highest score there can be."))
    return ends


@dataclass(frozen=True, slots=True)
class BigFiveNote:
    """What was typed in: the instrument, when it was taken, the kind of score, the traits.

    ``scores`` are as kept (`noted`); a trait that was not typed in is missing, not 0. ``ends``
    are those of raw scores.

    Raises:
        UserError: when there is no instrument, an unknown trait, or a score out of range.
    """

    instrument: str
    taken: date
    kind: Kind
    scores: Mapping[Trait, float]
    ends: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if not self.instrument.strip():
            raise UserError(_("Name the inventory that the scores come from."))
        if unknown := sorted(set(self.scores) - set(TRAITS)):
            raise UserError(
                _("{traits}: expected {known}.", traits=listed(unknown), known=listed(TRAITS, "or"))
            )
        for value in self.scores.values():
            noted(self.kind, value, self.ends)


def score_words(note: BigFiveNote, trait: Trait) -> Said:
    """ "41 (12 to 60)", "T score 38", "percentile 35", or that none was given."""
    value = note.scores.get(trait)
    if value is None:
        return pgettext("answer", "not given")
    said = format(value, "g")
    if note.kind == "T":
        return _("T score {value}", value=said)
    if note.kind == "percentile":
        return pgettext("score", "percentile {value}", value=said)
    low, high = (format(end, "g") for end in note.ends or _HUNDRED)
    return _("{value} ({low} to {high})", value=said, low=low, high=high)
