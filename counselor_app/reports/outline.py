"""A report without its page: sections, sentences, tables and pictures in reading order.

What is not paper (a web page, a spreadsheet) is made from this; it says what the pages say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from counselor_app.reports.parts import Kind, Note, Report, Run, Text

# How a picture is drawn (figures.typ).
Drawing = Literal["pay-bands", "openings", "hexagon", "scores", "shape", "spread"]

_NUMBER = re.compile(r"([−+-]?)(\$?)(\d{1,3}(?:,\d{3})*|\d*)(\.\d+)?(%?)")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: its value in the unit that it is printed in, and how it was printed."""

    value: float
    decimals: int
    dollars: bool
    percent: bool
    signed: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed; ``unit`` where it is not the column's, ``mark`` its source note."""

    text: str
    unit: str = ""
    mark: int | None = None

    @property
    def number(self) -> Number | None:
        """The number in the cell, None where it holds words."""
        found = _NUMBER.fullmatch(self.text)
        if found is None or not (found[3] or found[4]):
            return None
        digits = f"{found[3].replace(',', '')}{found[4] or ''}"
        value = float(digits) * (-1 if found[1] in ("−", "-") else 1)
        decimals = len(found[4] or ".") - 1
        return Number(value, decimals, bool(found[2]), bool(found[5]), found[1] == "+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, the unit of its numbers and the note that its cells have in common."""

    name: str
    unit: str = ""
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row names the row."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def unit(self, row: int, column: int) -> str:
        """The unit of a cell's number, "" for words."""
        cell = self.rows[row][column]
        return "" if cell.number is None else cell.unit or self.columns[column].unit

    def mark(self, row: int, column: int) -> int | None:
        """The number of a cell's source note."""
        cell = self.rows[row][column]
        return cell.mark if cell.mark is not None else self.columns[column].mark


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart and its text equivalent; ``width`` in points."""

    drawing: Drawing
    chart: Any
    alt: str
    width: float


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``level`` 2, or 3 under another section."""

    id: str
    title: str
    finding: Text = ()
    sentences: tuple[Text, ...] = ()
    items: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Text, ...] = ()
    level: int = 2


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report. ``title`` is its heading, ``document_title`` the file's own.

    ``code`` is the O*NET-SOC code of the occupation that it is on, "" where it is on no one.
    """

    kind: Kind
    language: str
    report_name: str
    title: str
    document_title: str
    made_on: date
    lead: tuple[Text, ...]
    sections: tuple[Section, ...]
    sources: tuple[Note, ...]
    attribution: str
    header: str
    footer: str
    code: str = ""

    @property
    def tables(self) -> tuple[tuple[Section, Table], ...]:
        """Every table with its section, in order."""
        return tuple((section, table) for section in self.sections for table in section.tables)

    def source(self, mark: int | None, *, short: bool = False) -> str:
        """The note of a mark, "" without one."""
        note = next((note for note in self.sources if note.number == mark), None)
        return "" if note is None else note.short if short else note.full


def outlined(
    content: Report,
    lead: tuple[Text, ...],
    sections: Iterable[Section],
    sources: Sequence[Note],
    code: str = "",
) -> Outline:
    """An outline with the head and foot that every report has."""
    return Outline(
        kind=content.kind,
        language="en-US",
        report_name=content.report_name,
        title=content.title,
        document_title=content.document_title,
        made_on=content.made_on,
        lead=lead,
        sections=tuple(sections),
        sources=tuple(sources),
        attribution=content.attribution,
        header=content.header_note,
        footer=content.footer_note,
        code=code,
    )


def table(
    name: str, columns: Sequence[Column | str], rows: Iterable[Sequence[Cell | str]]
) -> Table:
    """A table from plain words where nothing more is to be said of a cell."""
    return Table(
        name,
        tuple(Column(c) if isinstance(c, str) else c for c in columns),
        tuple(tuple(Cell(c) if isinstance(c, str) else c for c in row) for row in rows),
    )


def words(text: Text) -> str:
    """A text without its marks and styles."""
    return "".join(run.text for run in text).strip()


def mark_of(text: Text) -> int | None:
    """The first source mark in a text."""
    return next((run.mark for run in text if run.mark is not None), None)


def said(text: str, mark: int | None = None) -> tuple[Text, ...]:
    """A sentence on its own, or nothing where there are no words."""
    return ((Run(text, mark=mark),),) if text else ()
