"""Two inventories of one client, taken at two times: what moved by more than their error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit.instruments import (
    OWN_LONG,
    OWN_LONG_SPANISH,
    OWN_SHORT,
    OWN_SHORT_SPANISH,
    ClientScores,
)
from counselor_app.domain.fit.profile import client_codes
from counselor_app.domain.occupation.interests import LETTERS, NAMES, direction
from counselor_app.language import Said, _, joined, listed

_EXACT = 1e-9
_TWO_LANGUAGES = ({OWN_LONG, OWN_LONG_SPANISH}, {OWN_SHORT, OWN_SHORT_SPANISH})


@dataclass(frozen=True, slots=True)
class Change:
    """One scale twice, in the instrument's points. ``moved``: by more than the error of a
    difference; None where that error is not known."""

    letter: str
    before: float
    after: float
    moved: bool | None

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class OverTime:
    """Two sets of scores beside each other, the earlier first.

    ``changes`` come in R I A S E C order, empty unless both are of one instrument: points of
    different scales cannot be taken from each other. ``shape`` is Pearson's r of the two
    profiles, -1 to 1, None where one has no variance or is a bare code, or where both are of our
    own inventory in two editions or forms. ``sentences`` say it.
    """

    earlier: ClientScores
    later: ClientScores
    changes: tuple[Change, ...]
    shape: float | None
    sentences: tuple[str, ...]


def compare_over_time(earlier: ClientScores, later: ClientScores) -> OverTime:
    """What changed from one inventory to another of the same client.

    A scale moved where its two scores are further apart than the 90 % bound of a difference,
    1.645 √2 SEM, in whole points (METHODS 2: more than 8 of 40, 5 of 20), the same bound that
    makes two scales of one inventory a tie.
    """
    if (said_not := _not_compared(earlier, later)) is not None:
        return OverTime(earlier, later, (), None, (said_not,))
    shape = _shape(earlier, later)
    alike = earlier.instrument == later.instrument and bool(earlier.scores)
    changes = tuple(_changes(earlier, later)) if alike else ()
    said = [_about_points(earlier, changes) if alike else _about_scales(earlier, later)]
    if alike and earlier.instrument.tie is not None:
        said.append(
            _("One scale in ten passes this limit by chance alone, so ask what the client makes of"
              " a change before you rest on it.")
        )  # fmt: skip
    said.append(_about_shape(earlier, later, shape))
    return OverTime(earlier, later, changes, shape, tuple(said))


def _not_compared(earlier: ClientScores, later: ClientScores) -> Said | None:
    """Why two results of our own inventory are not compared: no editions, forms or languages."""
    one, other = earlier.instrument, later.instrument
    if one == other or not (one.edition and other.edition):
        return None
    if {one, other} in _TWO_LANGUAGES:
        return _(
            "The {one} and the {other} ask in two languages. They are not known to measure the"
            " same, so these results are not compared.",
            one=one.name, other=other.name,
        )  # fmt: skip
    return _(
        "The {one} and the {other} ask different questions, so these results are not compared.",
        one=one.name, other=other.name,
    )  # fmt: skip


def _changes(earlier: ClientScores, later: ClientScores) -> list[Change]:
    tie = earlier.instrument.tie
    return [
        Change(letter, before, after, None if tie is None else abs(after - before) > tie + _EXACT)
        for letter, before, after in zip(LETTERS, earlier.scores, later.scores, strict=True)
    ]


def _shape(earlier: ClientScores, later: ClientScores) -> float | None:
    one = direction(earlier.scores) if earlier.scores else None
    other = direction(later.scores) if later.scores else None
    if one is None or other is None:
        return None
    return sum(a * b for a, b in zip(one, other, strict=True))


def _about_points(scores: ClientScores, changes: Sequence[Change]) -> Said:
    test, tie = scores.instrument, scores.instrument.tie
    if tie is None:
        return joined((test.error, _("So a real change cannot be told from chance.")))
    if not (moved := [change for change in changes if change.moved]):
        return _(
            "No scale moved by more than {tie} points, so all six changes are within the error of"
            " the scores.",
            tie=tie,
        )
    said = _("{scales}: more than the {tie} points that are within error.",
             scales=listed(map(_moved, moved)), tie=tie)  # fmt: skip
    if not (rest := len(changes) - len(moved)):
        return said
    others = _("The other scale is within it.")
    if rest > 1:
        others = _("The other {n} scales are within it.", n=rest)
    return joined((said, others))


def _moved(change: Change) -> Said:
    by = number(abs(change.difference), 0 if change.difference == int(change.difference) else 1)
    if change.difference > 0:
        return _("{interest} rose by {points}", interest=NAMES[change.letter], points=by)
    return _("{interest} fell by {points}", interest=NAMES[change.letter], points=by)


def _about_scales(earlier: ClientScores, later: ClientScores) -> Said:
    one, other = earlier.instrument, later.instrument
    if not (one.scored and other.scored):
        return _("A code has letters and no points, so only the letters can be compared.")
    low, high, others_low, others_high = (
        format(end, "g") for end in (one.low, one.high, other.low, other.high)
    )
    return _(
        "The {one} ({low} to {high}) and the {other} ({others_low} to {others_high}) are on"
        " different scales, so points are not compared; only the shape is.",
        one=one.name, low=low, high=high, other=other.name,
        others_low=others_low, others_high=others_high,
    )  # fmt: skip


def _about_shape(earlier: ClientScores, later: ClientScores, shape: float | None) -> Said:
    before, after = client_codes(earlier)[0], client_codes(later)[0]
    code = _("The code was {before} and is {after}.", before=before, after=after)
    if before == after:
        code = _("The code was {code} both times.", code=before)
    if shape is None:
        return code
    r = correlation_words(shape)
    return joined((code, _("The two profiles correlate {r} (1.00 is the same shape).", r=r)))
