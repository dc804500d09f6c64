"""A number and where it comes from: nothing reaches a page or a report without both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from counselor_app.language import Said, _, ngettext, pgettext

Unit = Literal[
    "dollars a year",
    "dollars an hour",
    "persons",
    "percent",
    "openings a year",
    "importance 1-5",
    "level 0-7",
    "impact -3..3",
    "rank 1-10",
    "extent 1-7",
    "context 1-5",
    "context 1-3",
    "interest 1-7",
    "code",
    "zone 1-5",
    "words",
    "ratio to the nation",
    "jobs per 1,000",
    "probability 0-1",
    "standard deviations",
    "share of tasks 0-1",
    "nation = 100",
    "years",
    "percentile",
    "score 0-1",
    "score 0-100",
]

Value = float | int | str

MONTHS = (
    pgettext("month", "January"),
    pgettext("month", "February"),
    pgettext("month", "March"),
    pgettext("month", "April"),
    pgettext("month", "May"),
    pgettext("month", "June"),
    pgettext("month", "July"),
    pgettext("month", "August"),
    pgettext("month", "September"),
    pgettext("month", "October"),
    pgettext("month", "November"),
    pgettext("month", "December"),
)
_DATED = re.compile(rf"(?:(.+) )?({'|'.join(MONTHS)}) ([0-9]{{4}})")


@dataclass(frozen=True, slots=True)
class Source:
    """One release of one programme.

    ``label`` is what a page prints ("OEWS May 2025"), ``released`` the month as the release
    says it, or "" when it does not.
    """

    key: str
    kind: str
    programme: str
    publisher: str
    release: str
    label: str
    released: str
    licence: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Group:
    """The published occupation that a figure is of, where that holds more than the job at hand.

    ``title`` and ``code`` are as published; ``narrower`` counts the other occupations in it where
    the job itself is the general one, and is 0 where the job is only one among them.
    """

    code: str
    title: str
    narrower: int = 0

    @property
    def words(self) -> Said:
        """ "Registered nurses, this job among them"."""
        if not self.narrower:
            return _("{group}, this job among them", group=self.title)
        return ngettext(
            "{group}, {n} more specific job among them",
            "{group}, {n} more specific jobs among them",
            self.narrower, group=self.title, n=self.narrower,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its provenance.

    ``value`` is None when nothing is published; ``flag`` then says why in words. With a value,
    ``flag`` warns ("low precision", "not relevant", both of them, "fewer than 50" at a rounded 0)
    or is None. ``se`` and the published bounds ``low``/``high`` are in the figure's own unit;
    ``n`` is the number of people asked.
    ``vintage`` is the date of this row, which can be older than the release. ``about`` says
    what the figure stands for, ``group`` of whom it is where that is more than the occupation: the
    words that tell the figure take it from there (`wording.told`).
    """

    key: str
    value: Value | None
    unit: Unit
    source: Source
    vintage: str
    n: int | None = None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    flag: str | None = None
    about: str | None = None
    rater: str = ""
    area: str = ""
    group: Group | None = None
    said_whole: ClassVar[bool] = False
    """Flags and values are compared, so a figure keeps its English; its words are said apart."""

    @property
    def number(self) -> float | None:
        """The value as a number, None when missing or in words."""
        return float(self.value) if isinstance(self.value, (int, float)) else None

    @property
    def one_of_many(self) -> bool:
        """Whether it is a group's in which the job at hand is only one of several."""
        return self.group is not None and not self.group.narrower


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a value stands among all occupations that have one (itself included in ``of``)."""

    below: int
    equal: int
    of: int

    @property
    def percentile(self) -> float:
        """100 (below + equal/2) / of, the mid-rank percentile (METHODS 3)."""
        return 100 * (self.below + self.equal / 2) / self.of

    @property
    def more_than(self) -> int:
        """In how many of 100 occupations the value is strictly lower, rounded down."""
        return int(100 * self.below / self.of)


def vintage_words(date: str) -> str:
    """``"02/2026"`` as ``"February 2026"``; anything else is returned as it is."""
    month, slash, year = date.partition("/")
    if slash and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
        return month_words(int(month), year)
    return date


def month_words(month: int, year: int | str) -> Said:
    """ "November 2026"."""
    return _("{month} {year}", month=MONTHS[month - 1], year=str(year))


def dated(text: str) -> str:
    """A release's name with its month as words: "OEWS May 2025", "December 2025"; others as is."""
    found = _DATED.fullmatch(text)
    if not found:
        return text
    name, month, year = found.groups()
    when = month_words(MONTHS.index(month) + 1, year)
    return when if name is None else _("{name} {date}", name=name, date=when)
