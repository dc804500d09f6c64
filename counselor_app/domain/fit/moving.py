"""The jobs that a present job leads to, each with what a page or a list tells of it (METHODS 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.wording import money, number
from counselor_app.domain.fit.board import Card
from counselor_app.domain.fit.similarity import IMPORTANT, Demand, shortfall
from counselor_app.domain.fit.transition import CarryOver, Move, PayChange, SectionName
from counselor_app.language import Said, _, joined, listed, ngettext, pgettext

BODILY = ("1.A.3", "1.A.4")
"""Physical and sensory abilities: nothing that is learned, so never named as missing."""
Growth = Literal["any", "kept"]


class Element(NamedTuple):
    """One thing that matters there, and its level here and there, 0 to 7."""

    name: str
    here: float
    there: float


class Carried(NamedTuple):
    """What carries over and what is to learn, what matters most first.

    ``bodily`` counts the physical and sensory abilities that are clearly higher there.
    """

    over: tuple[Element, ...]
    to_learn: tuple[Element, ...]
    bodily: int


class MoveRow(NamedTuple):
    """A job to move to. ``employed`` are its jobs at home, None where they are not published."""

    move: Move
    card: Card
    found: CarryOver
    carried: Carried
    pay: PayChange | None
    employed: float | None

    @property
    def code(self) -> str:
        """The occupation's code."""
        return self.move.code


class MoveSection(NamedTuple):
    """Jobs of one kind, as `transition.Section` has them."""

    name: SectionName
    eligible: int
    rows: tuple[MoveRow, ...]
    nearest: bool


@dataclass(frozen=True, slots=True)
class Moving:
    """Where a present job leads. ``now`` is its own card, ``place`` where pay is read.

    ``unrated`` counts the jobs that cannot be compared. There are no sections where the present
    job itself has no ratings; ``parts`` are then the occupations that it is made of.
    """

    now: Card
    place: str
    sections: tuple[MoveSection, ...]
    further: tuple[Move, ...]
    unrated: int
    sources: str
    parts: tuple[tuple[str, str], ...] = ()


def carried(
    there: Mapping[str, Demand], here: Mapping[str, Demand], rated: Mapping[str, float]
) -> Carried:
    """Which of a job's demands a person meets now, and which are clearly higher.

    ``rated`` are the client's own levels (0-7, by element), which replace the job's.
    """
    own = dict(here)
    for element, level in rated.items():
        importance = here[element].importance if element in here else 0.0
        own[element] = Demand("", importance, level, 0.0, False)
    missing = shortfall(there, own)
    gaps = {gap.element for gap in missing.gaps}
    over = [
        (-demand.importance, Element(demand.name, mine.level, demand.level))
        for element, demand in there.items()
        if demand.importance >= IMPORTANT and demand.level is not None and element not in gaps
        and (mine := own.get(element)) is not None and mine.level is not None
        and mine.importance >= IMPORTANT
    ]  # fmt: skip
    real = [gap for gap in missing.gaps if gap.real]
    learned = [gap for gap in real if not gap.element.startswith(BODILY)]
    return Carried(
        tuple(element for __, element in sorted(over)),
        tuple(Element(gap.name, gap.here, gap.there) for gap in learned),
        len(real) - len(learned),
    )


def passes(row: MoveRow, *, pays_more: bool, growth: Growth) -> bool:
    """Whether a job meets the filters; one whose figure is not published does not."""
    if pays_more and not (row.pay is not None and row.pay.words == "more"):
        return False
    change = row.card.jobs[0].job.change_pct
    return growth == "any" or (change is not None and change >= 0)


def learn_words(found: Carried, most: int = 3) -> Said:
    """ "To learn: law, reading closely"; or that nothing is clearly higher."""
    if not found.to_learn:
        return _("Nothing to learn is clearly higher there")
    named = [phrase(element.name) for element in found.to_learn[:most]]
    left = len(found.to_learn) - len(named)
    if left:
        return _("To learn: {what} and {n} more", what=joined(named, ", "), n=left)
    return _("To learn: {what}", what=listed(named))


def bodily_words(found: Carried) -> Said | str:
    """How many physical or sensory abilities are asked higher; "" for none."""
    if not found.bodily:
        return ""
    n = found.bodily
    return ngettext(
        "{n} thing of the body or the senses is asked higher there too: not learned, but worth"
        " asking about.",
        "{n} things of the body or the senses are asked higher there too: not learned, but worth"
        " asking about.",
        n, n=n,
    )  # fmt: skip


def change_words(row: MoveRow) -> Said | str:
    """The change of the median pay in short: "+$2,490", "about the same"."""
    pay = row.pay
    if pay is None:
        return pgettext("change of pay", "not comparable")
    if pay.words == "about the same":
        return _("about the same")
    amount = money(abs(pay.dollars), hourly=pay.basis == "hourly")
    return f"+{amount}" if pay.dollars > 0 else f"−{amount}"


def employed_words(row: MoveRow, place: str) -> Said:
    """ "78,740 jobs in Texas", or that it is not published."""
    if row.employed is None:
        return _("jobs in {place} not published", place=place)
    n = int(row.employed)
    return ngettext("{n} job in {place}", "{n} jobs in {place}", n, n=number(n), place=place)


def openings_words(row: MoveRow) -> Said | str:
    """ "85,900 openings a year", or that they are not published."""
    openings = row.card.jobs[0].job.openings
    if openings is None:
        return pgettext("openings", "openings not published")
    if openings == 0:
        return _("fewer than 50 openings a year")
    n = int(openings)
    return ngettext("{n} opening a year", "{n} openings a year", n, n=number(n))
