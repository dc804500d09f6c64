"""The pieces a printed page is made of: runs of text with source marks, facts, note numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from counselor_app.charts import Bar, ShareBar
from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.domain.figures.provenance import MONTHS, Figure, Source
from counselor_app.domain.figures.wording import value_words, vintages

# How a flag starts, and what a narrow column says instead.
SHORT_FLAGS = {
    "not published": "not published",
    "not rated": "not rated",
    "wage not released": "not released",
    "employment not released": "not released",
    "published by the hour": "by the hour",
    "published by the year": "by the year",
}

Style = Literal["plain", "bold", "soft"]
Kind = Literal["profile", "fit", "compare", "handout", "record", "result", "booklet"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; ``mark`` is the number of the source note printed after it."""

    text: str
    style: Style = "plain"
    mark: int | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What every report has: its head and foot, title, date; ``kind`` names its template.

    ``title`` is the first heading, ``document_title`` the file's own; ``attribution`` the
    sentence that the data's license asks for, "" where the report holds no such data.
    """

    kind: ClassVar[Kind]

    @property
    def private(self) -> bool:
        """Whether it holds notes or a record of a person: its file is for its owner's eyes."""
        return self.kind in ("handout", "record")

    product: str
    version: str
    made_on: date
    report_name: str
    title: str
    document_title: str
    header_note: str
    footer_note: str
    attribution: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure at the head of the page; ``is_words`` where none is published.

    ``whose`` names the group that it is of where it is not the job's own, "" else.
    """

    value: str
    unit: str
    is_words: bool
    label: str
    mark: int | None
    note: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A labeled line; ``zone`` draws the five squares of a job zone before the text."""

    label: str
    text: Text
    zone: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedBar:
    """A bar as printed: ``rank_text`` is "79% of jobs" or why there is no rank."""

    name: str
    sub: str
    value: float | None
    text: str
    interval: tuple[float, float] | None
    low_precision: bool
    rank_text: str


@dataclass(frozen=True, slots=True)
class PrintedBars:
    """Bars on one scale, ``origin`` is where they start."""

    low: float
    high: float
    origin: float
    ends: tuple[str, str]
    rows: tuple[PrintedBar, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered source: ``short`` for the foot of page 1, ``full`` for the list on page 2."""

    number: int
    short: str
    full: str


@dataclass(slots=True)
class Notes:
    """Numbers the sources in the order in which they are first marked."""

    texts: Mapping[str, Callable[[], tuple[str, str]]]
    _order: dict[str, int] = field(default_factory=dict)

    def mark(self, key: str) -> int:
        """The number of the source ``key``."""
        return self._order.setdefault(key, len(self._order) + 1)

    def listed(self) -> tuple[Note, ...]:
        """Every source marked so far, by number."""
        return tuple(Note(n, *self.texts[key]()) for key, n in self._order.items())


def day_words(day: date) -> str:
    """ "November 22, 2026"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def footer(version: str, sources: Iterable[Source]) -> str:
    """What stands at the foot of every page: the program and the releases in its pack."""
    return "  ·  ".join(part for part in (f"{PRODUCT} {version}", vintages(sources)) if part)


def plain(text: str | None, mark: int | None = None) -> Text:
    """One run, or none."""
    return (Run(text, mark=mark),) if text else ()


def in_short(figure: Figure) -> str:
    """The value, or why there is none in the few letters a column has room for."""
    if figure.value is None:
        for start, words in SHORT_FLAGS.items():
            if (figure.flag or "").startswith(start):
                return words
    return value_words(figure)


def rank_words(more_than: int | None) -> str:
    """In what share of all jobs an element matters less."""
    return "not ranked" if more_than is None else f"{more_than}% of jobs"


def rated_bar(bar: Bar, name: str | None = None) -> PrintedBar:
    """A rated element as printed, under another name if given."""
    return PrintedBar(
        name or bar.name,
        "",
        bar.value,
        bar.text,
        bar.interval,
        bar.low_precision,
        rank_words(bar.more_than),
    )


def share_bar(bar: ShareBar, name: str = "", sub: str = "") -> PrintedBar:
    """A share as printed, under a shorter name if given, with small text beside it."""
    return PrintedBar(
        name or bar.name, sub, bar.value, bar.text, bar.interval, bar.low_precision, ""
    )
