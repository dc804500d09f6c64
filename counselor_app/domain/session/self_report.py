"""What a client says of themselves besides interests, in the form in which it is kept.

Each kind has one value type; what is kept of it is plain data with the edition it was said in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from counselor_app.domain.session import areas, readiness, styles, value_cards
from counselor_app.domain.session.areas import LikedAreas
from counselor_app.domain.session.big_five import TRAIT_WORDS, TRAITS, BigFiveNote, score_words
from counselor_app.domain.session.present import (
    SCHOOLING_WORDS,
    HomeArea,
    PresentJob,
    ReadLanguage,
    told_job,
)
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import PILE_WORDS, PILES, Piles
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, listed, pgettext, published

Kind = Literal[
    "styles", "cards", "areas", "before", "after", "big_five", "present", "home", "language"
]  # fmt: skip
"""Work styles, value cards, interest areas that they like, readiness before and after, a note of a
Big Five inventory; the job that they have now, the area that they live in, the language that they
read."""

KINDS: tuple[Kind, ...] = get_args(Kind)
KIND_WORDS: Mapping[Kind, Said] = {
    "styles": pgettext("self-report", "Work styles"),
    "cards": pgettext("self-report", "Value cards"),
    "areas": pgettext("self-report", "Interest areas"),
    "before": pgettext("self-report", "Readiness check, before"),
    "after": pgettext("self-report", "Readiness check, after"),
    "big_five": pgettext("self-report", "Big Five note"),
    "present": pgettext("self-report", "Present job"),
    "home": pgettext("self-report", "Home area"),
    "language": pgettext("self-report", "Language"),
}
_PRESENT: Mapping[Kind, str] = {
    "styles": styles.EDITION, "cards": value_cards.EDITION, "areas": areas.EDITION,
    "before": readiness.EDITION, "after": readiness.EDITION,
}  # fmt: skip


class Texts(NamedTuple):
    """The statements and cards that are asked now."""

    styles: tuple[styles.Statement, ...]
    cards: tuple[value_cards.Card, ...]
    readiness: tuple[readiness.Statement, ...]


_Noted = BigFiveNote | PresentJob | HomeArea | ReadLanguage
Value = StyleAnswers | Piles | LikedAreas | ReadinessAnswers | _Noted


def edition_of(value: Value) -> str:
    """Edition of the statements or cards; "" for what is no answer to any."""
    return "" if isinstance(value, _Noted) else value.edition


def plain(value: Value) -> dict[str, Any]:
    """The value as JSON data, without its edition."""
    if isinstance(value, Piles):
        return {"placed": dict(value.placed)}
    if isinstance(value, LikedAreas):
        return {"liked": list(value.liked)}
    if isinstance(value, BigFiveNote):
        return {
            "instrument": value.instrument,
            "taken": value.taken.isoformat(),
            "kind": value.kind,
            "scores": dict(value.scores),
            "ends": value.ends and list(value.ends),
        }
    if isinstance(value, PresentJob | HomeArea | ReadLanguage):
        return asdict(value)
    return {"given": dict(value.given)}


def from_plain(kind: str, edition: str, found: Mapping[str, Any]) -> Value:
    """The value that `plain` made; answers of another edition are read as they are.

    Raises:
        UserError: for a kind that this program does not know, or a value that cannot be.
        KeyError, TypeError, ValueError: when the data have another shape.
    """
    if kind == "styles":
        return StyleAnswers(dict(found["given"]), edition)
    if kind == "cards":
        return Piles(dict(found["placed"]), edition)
    if kind == "areas":
        return LikedAreas(tuple(map(str, found["liked"])), edition)
    if kind in ("before", "after"):
        return ReadinessAnswers(dict(found["given"]), edition)
    if kind == "big_five":
        ends = found["ends"]
        return BigFiveNote(
            str(found["instrument"]),
            date.fromisoformat(found["taken"]),
            found["kind"],
            dict(found["scores"]),
            None if ends is None else (float(ends[0]), float(ends[1])),
        )
    if kind == "present":
        rung = found["rung"]
        if rung is not None and rung not in SCHOOLING_WORDS:
            raise ValueError(rung)
        title = published("title", str(found["title"]))
        return PresentJob(str(found["code"]), title, str(found["called"]), rung)
    if kind == "home":
        return HomeArea(str(found["code"]), str(found["name"]))
    if kind == "language":
        return ReadLanguage(str(found["code"]))
    raise UserError(
        _("{kind} is nothing that this version of the program asks; it knows {known}. It was left"
          " as it is: use the newer version.", kind=repr(kind), known=listed(KINDS))
    )  # fmt: skip


def self_report_name(kind: Kind, value: Value) -> Said:
    """What to call it: the inventory of a note, the edition where it is not the present one."""
    name = KIND_WORDS[kind]
    if isinstance(value, BigFiveNote):
        return joined((name, value.instrument), ": ")
    if isinstance(value, _Noted):
        said = value.title if isinstance(value, PresentJob) else value.name
        return joined((name, said), ": ")
    if value.edition == _PRESENT[kind]:
        return name
    return _("{name}, edition {edition}", name=name, edition=value.edition)


def kept_beside(kind: Kind, value: Value) -> Said | None:
    """That answers of another edition are kept and not used; None for the present one."""
    if isinstance(value, _Noted) or value.edition == _PRESENT[kind]:
        return None
    return _(
        "{answers}: this program asks edition {own}. They stay in the record as they are, and are"
        " not used here.",
        answers=self_report_name(kind, value), own=_PRESENT[kind],
    )  # fmt: skip


def told(kind: Kind, value: Value, texts: Texts) -> list[tuple[str, str]]:
    """What was said, a line each: the statement, card or scale, and the answer in words.

    No sum and no rank. Statements of another edition, whose words are not here, stand as their
    ids; scales of a note that were not typed in are left out.
    """
    if isinstance(value, BigFiveNote):
        given = (trait for trait in TRAITS if trait in value.scores)
        return [(TRAIT_WORDS[trait], score_words(value, trait)) for trait in given]
    if isinstance(value, PresentJob):
        return told_job(value)
    if isinstance(value, HomeArea):
        return [(pgettext("line of a record", "Area"), value.name)]
    if isinstance(value, ReadLanguage):
        return [(_("Reads and takes home reports in"), value.name)]
    if isinstance(value, LikedAreas):
        liked = pgettext("line of a record", "Likes")
        return [(liked, name) for name in value.words]
    words = _texts(kind, texts) if value.edition == _PRESENT[kind] else {}
    if isinstance(value, Piles):
        laid = [(card, pile) for pile in PILES for card in value.pile(pile)]
        return [(words.get(card, card), PILE_WORDS[pile]) for card, pile in laid]
    names = (
        dict(enumerate(styles.ANCHORS, start=1))
        if isinstance(value, StyleAnswers)
        else dict(enumerate(readiness.ANSWERS))
    )
    known = [one for one in words if one in value.given]
    order = [*known, *sorted(set(value.given) - set(known))]
    return [(words.get(one, one), names[value.given[one]]) for one in order]


def _texts(kind: Kind, texts: Texts) -> dict[str, str]:
    if kind == "styles":
        return {one.id: one.text for one in texts.styles}
    if kind == "cards":
        return {one.id: one.text for one in texts.cards}
    return {one.id: one.text for one in texts.readiness}
