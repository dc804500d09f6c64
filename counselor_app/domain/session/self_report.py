"""What a client says of themselves besides interests, in the form in which it is kept.

Each kind has one value type; what is kept of it is plain data with the edition it was said in.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args

from counselor_app.domain.session import readiness, styles, value_cards
from counselor_app.domain.session.big_five import BigFiveNote
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import Piles
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, listed, pgettext

Kind = Literal["styles", "cards", "before", "after", "big_five"]
"""Work styles, value cards, readiness before and after, and a note of a Big Five inventory."""

KINDS: tuple[Kind, ...] = get_args(Kind)
KIND_WORDS: Mapping[Kind, Said] = {
    "styles": pgettext("self-report", "Work styles"),
    "cards": pgettext("self-report", "Value cards"),
    "before": pgettext("self-report", "Readiness check, before"),
    "after": pgettext("self-report", "Readiness check, after"),
    "big_five": pgettext("self-report", "Big Five note"),
}
_PRESENT: Mapping[Kind, str] = {
    "styles": styles.EDITION, "cards": value_cards.EDITION,
    "before": readiness.EDITION, "after": readiness.EDITION,
}  # fmt: skip
Value = StyleAnswers | Piles | ReadinessAnswers | BigFiveNote


def edition_of(value: Value) -> str:
    """Edition of the statements or cards; "" for a note."""
    return "" if isinstance(value, BigFiveNote) else value.edition


def plain(value: Value) -> dict[str, Any]:
    """The value as JSON data, without its edition."""
    if isinstance(value, Piles):
        return {"placed": dict(value.placed)}
    if isinstance(value, BigFiveNote):
        return {
            "instrument": value.instrument,
            "taken": value.taken.isoformat(),
            "kind": value.kind,
            "scores": dict(value.scores),
            "ends": value.ends and list(value.ends),
        }
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
    raise UserError(
        _("{kind} is nothing that this version of the program asks; it knows {known}. It was left"
          " as it is: use the newer version.", kind=repr(kind), known=listed(KINDS))
    )  # fmt: skip


def self_report_name(kind: Kind, value: Value) -> Said:
    """What to call it: the inventory of a note, the edition where it is not the present one."""
    name = KIND_WORDS[kind]
    if isinstance(value, BigFiveNote):
        return joined((name, value.instrument), ": ")
    if value.edition == _PRESENT[kind]:
        return name
    return _("{name}, edition {edition}", name=name, edition=value.edition)


def kept_beside(kind: Kind, value: Value) -> Said | None:
    """That answers of another edition are kept and not used; None for the present one."""
    if isinstance(value, BigFiveNote) or value.edition == _PRESENT[kind]:
        return None
    return _(
        "{answers}: this program asks edition {own}. They stay in the record as they are, and are"
        " not used here.",
        answers=self_report_name(kind, value), own=_PRESENT[kind],
    )  # fmt: skip
