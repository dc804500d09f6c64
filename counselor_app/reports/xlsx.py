"""A report as a workbook: a sheet a table, numbers as numbers, sources beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.language import pgettext
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.numbers import Number
from counselor_app.reports.parts import (
    Cell,
    Items,
    Prose,
    Report,
    Section,
    Table,
    words,
)
from counselor_app.reports.printed import day_words
from counselor_app.reports.tabled import section_tables

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDEST = 60
_TABLE = pgettext("sheet", "Table")


def xlsx_workbook(report: Report, branding: Branding = NOT_BRANDED) -> bytes:
    """The tables of a `tabled` report, in its language, as XLSX.

    The first sheet says what it is, the last lists the sources.

    Text is written as text, so that nothing in it is run as a formula.
    """
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    made = datetime.combine(report.made_on, datetime.min.time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": report.document_title, "author": PRODUCT, "created": made})
    looks = _Looks(book)
    taken, say = set[str](), report.language.say
    _about(book, looks, report, branding, _name(say(pgettext("sheet", "About")), taken))
    for section, table in section_tables(report):
        _sheet(book, looks, report, section, table, _name(table.name, taken))
    _sources(book, looks, report, _name(say(pgettext("section", "Sources")), taken))
    book.close()
    return buffer.getvalue()


class _Looks:
    """The cell formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._numbers = book, dict[Number, Any]()
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 14})

    def number(self, found: Number) -> Any:
        """How a number was printed, as a spreadsheet writes it."""
        like = Number(0.0, found.decimals, found.dollars, found.percent, found.signed)
        if like not in self._numbers:
            digits = f"#,##0.{'0' * found.decimals}".rstrip(".")
            percent = '"%"' if found.percent else ""
            plain = f"{'$' if found.dollars else ''}{digits}{percent}"
            code = f'{"+" if found.signed else ""}{plain};"−"{plain};{plain}'
            self._numbers[like] = self._book.add_format({"num_format": code, "valign": "top"})
        return self._numbers[like]


def _name(wanted: str, taken: set[str]) -> str:
    """A sheet's name as Excel allows it, and not used yet."""
    plain = " ".join(wanted.translate(_NOT_IN_NAMES).split()).strip("'") or _TABLE
    name, number = plain[:_LONGEST_NAME].rstrip(), 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = plain[: _LONGEST_NAME - len(end)].rstrip() + end
    taken.add(name.casefold())
    return name


def _about(book: Workbook, looks: _Looks, report: Report, branding: Branding, name: str) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, report.document_title, looks.title)
    say, day = report.language.say, day_words(report.made_on)
    rows: list[tuple[str, str]] = [(pgettext("about", "Report"), report.report_name)]
    rows += [(pgettext("about", "About"), report.title)]
    rows += [(pgettext("report", "O*NET-SOC code"), report.code)] if report.code else []
    rows += [("", words(text)) for prose in report.lead for text in prose.texts]
    rows += [(pgettext("about", "From"), branding.name)] if branding.name else []
    rows += [("", branding.footer)] if branding.footer else []
    rows += [
        (pgettext("about", "Made"), day),
        (pgettext("report", "Made with"), report.footer_note),
    ]
    for section in report.sections:
        lines = [words(section.finding), *_lines(section)]
        said = [line for line in lines if line]
        rows += [(section.title if i == 0 else "", line) for i, line in enumerate(said)]
    rows = [(say(label), say(text).strip()) for label, text in rows]
    for place, (label, text) in enumerate(rows, start=2):
        sheet.write_string(place, 0, label, looks.text)
        sheet.write_string(place, 1, text, looks.text)


def _lines(section: Section) -> Iterator[str]:
    """What stands in no table."""
    for part in section.parts:
        if isinstance(part, Prose):
            yield from map(words, part.texts)
        elif isinstance(part, Items):
            yield from map(words, (*part.items, *part.counted[-1:]))


def _sheet(
    book: Workbook, looks: _Looks, report: Report, section: Section, table: Table, name: str
) -> None:
    sheet = book.add_worksheet(name)
    heads = [
        f"{column.name} ({column.unit})"
        if column.unit and column.unit.casefold() not in column.name.casefold()
        else column.name
        for column in table.columns
    ]
    say = report.language.say
    heads += [say(pgettext("column", "Section")), say(pgettext("section", "Sources"))]
    wide = [len(head) for head in heads]
    for j, head in enumerate(heads):
        sheet.write_string(0, j, head, looks.head)
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row):
            wide[j] = max(wide[j], len(cell.words))
            _write(sheet, looks, i + 1, j, cell, is_name=j == 0)
        marks = {table.mark(i, j) for j in range(len(row))} - {None}
        notes = [report.source(mark) for mark in sorted(m for m in marks if m is not None)]
        sheet.write_string(i + 1, len(row), section.title, looks.text)
        sheet.write_string(i + 1, len(row) + 1, " ".join(notes), looks.text)
    for j, letters in enumerate(wide):
        sheet.set_column(j, j, min(max(letters + 2, 10), _WIDEST))
    sheet.set_column(len(heads) - 1, len(heads) - 1, _WIDEST)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, looks: _Looks, row: int, column: int, cell: Cell, *, is_name: bool) -> None:
    found = None if is_name else cell.number
    if found is None:
        sheet.write_string(row, column, cell.words.strip(), looks.text)
    else:
        sheet.write_number(row, column, found.value, looks.number(found))


def _sources(book: Workbook, looks: _Looks, report: Report, name: str) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 110)
    say = report.language.say
    sheet.write_string(0, 0, say(pgettext("column", "Note")), looks.head)
    sheet.write_string(0, 1, say(pgettext("column", "Source")), looks.head)
    for place, note in enumerate(report.notes, start=1):
        sheet.write_number(place, 0, note.number, looks.text)
        sheet.write_string(place, 1, note.full, looks.text)
    if report.attribution:
        sheet.write_string(len(report.notes) + 2, 1, report.attribution, looks.text)
    sheet.freeze_panes(1, 0)
