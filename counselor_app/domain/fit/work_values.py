"""Six values that a job can give its workers, in the order that they matter to a client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.ratings import Rating
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, pgettext

FIRST = 3
"""How many of the six are spoken of as the first ones."""

ABOUT_JOB = _("How far the job meets each is what job analysts judged, from 1 to 7; some long ago.")
ABOUT_ORDER = _("The order is the client’s own: six values put in a row, no test and no score.")


@dataclass(frozen=True, slots=True)
class WorkValue:
    """One of the six, by the element id of O*NET, with what it means in our own words."""

    element: str
    name: str
    words: str


VALUES: tuple[WorkValue, ...] = (
    WorkValue("1.B.2.a", "Achievement", _("To see results, and use what I do best")),
    WorkValue("1.B.2.f", "Independence", _("To try my own ideas and decide for myself")),
    WorkValue("1.B.2.c", "Recognition", _("To move up, lead, and be looked up to")),
    WorkValue("1.B.2.d", "Relationships", _("To help others and get along with my coworkers")),
    WorkValue("1.B.2.e", "Support", _("To have a boss who trains us well and stands by us")),
    WorkValue("1.B.2.b", "Working Conditions", _("To have safe, steady work with fair pay")),
)
BY_ELEMENT = {value.element: value for value in VALUES}


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value: its place (1-6) in the client's order, None without one, and in the job's own.

    Equal values of the job share a place; ``rating`` is the job's, extent 1-7.
    """

    value: WorkValue
    own: int | None
    place: int
    rating: Rating


def checked_order(order: Sequence[str]) -> tuple[str, ...]:
    """An order of all six, most important first; empty for none.

    Raises:
        UserError: when one of the six is missing, unknown or there twice.
    """
    if order and sorted(order) != sorted(BY_ELEMENT):
        raise UserError(
            _("The order of values is {order}; expected each of the six once: {six}.",
              order=listed(order), six=listed(BY_ELEMENT))
        )  # fmt: skip
    return tuple(order)


def moved(order: Sequence[str], place: int, by: int) -> tuple[str, ...]:
    """The order with the value at ``place`` (from 0) moved up (-) or down (+) within the row."""
    there = min(max(place + by, 0), len(order) - 1)
    rest = [element for i, element in enumerate(order) if i != place]
    return (*rest[:there], order[place], *rest[there:])


def beside(order: Sequence[str], ratings: Sequence[Rating]) -> tuple[ValueRow, ...]:
    """The job's values in the client's order; without one, highest first."""
    known = [r for r in ratings if r.element in BY_ELEMENT and r.main.number is not None]
    rows = [
        ValueRow(
            BY_ELEMENT[r.element],
            order.index(r.element) + 1 if r.element in order else None,
            1 + sum((other.main.number or 0) > (r.main.number or 0) for other in known),
            r,
        )
        for r in known
    ]
    return tuple(sorted(rows, key=lambda row: (row.own or row.place, row.place, row.value.name)))


def beside_sentence(rows: Sequence[ValueRow], called: str) -> Said | None:
    """Which of the client's first three are among the job's own highest three; None without."""
    first = [row for row in rows if row.own is not None and row.own <= FIRST]
    if not first:
        return None
    shared = [row.value.name for row in first if row.place <= FIRST]
    if not shared:
        return _(
            "None of the first three of {client} is among those this job meets most.",
            client=called,
        )
    if len(shared) == FIRST:
        return _(
            "All of the first three of {client} are among those this job meets most.",
            client=called,
        )
    if len(shared) == 1:
        return _(
            "One of the first three of {client} is among those this job meets most: {values}.",
            client=called, values=shared[0],
        )  # fmt: skip
    return _(
        "Two of the first three of {client} are among those this job meets most: {values}.",
        client=called, values=listed(shared),
    )  # fmt: skip


def place_words(place: int) -> Said:
    """ "highest", "2nd highest" ... "lowest"."""
    if place == 1:
        return pgettext("place of a value in a job", "highest")
    if place == len(VALUES):
        return pgettext("place of a value in a job", "lowest")
    return pgettext("place of a value in a job", "{rank} highest", rank=ordinal(place))
