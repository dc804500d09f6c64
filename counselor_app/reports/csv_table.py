"""The figures of a report as one CSV file: a figure a line, with its unit and source."""

from __future__ import annotations

from collections.abc import Iterator

from counselor_app.domain.figures.table_text import csv_text
from counselor_app.language import pgettext
from counselor_app.reports.parts import Report
from counselor_app.reports.tabled import section_tables

HEADER = (
    pgettext("column", "Report"),
    pgettext("column", "Code"),
    pgettext("column", "Section"),
    pgettext("column", "Table"),
    pgettext("column", "Row"),
    pgettext("column", "Column"),
    pgettext("column", "Value"),
    pgettext("column", "Unit"),
    pgettext("column", "Source"),
)
_SOURCES = pgettext("section", "Sources")


def csv_file(report: Report, *, head: bool = True) -> bytes:
    """Every cell of every table of a `tabled` report, in its language.

    A number is a number, what is not published is words. Negative numbers stay numbers; text
    that a spreadsheet would run is made harmless. The file begins with the mark that tells
    spreadsheets that its letters are UTF-8, unless it goes on after another (``head`` False).
    """
    if head:
        return csv_text(report.language.said(HEADER), _rows(report)).encode("utf-8-sig")
    return csv_text((), _rows(report)).partition("\r\n")[2].encode()


def _rows(report: Report) -> Iterator[tuple[str | float, ...]]:
    for section, made in section_tables(report):
        for i, row in enumerate(made.rows):
            for j, cell in enumerate(row[1:], start=1):
                if not cell.words:
                    continue  # a remark that there is not
                found = cell.number
                value: str | float = cell.words.strip()
                if found is not None:
                    value = found.value if found.decimals else int(found.value)
                yield (
                    report.title,
                    report.code,
                    section.title,
                    made.name,
                    row[0].words,
                    made.columns[j].name,
                    value,
                    made.unit(i, j),
                    report.source(made.mark(i, j), short=True),
                )
    if report.attribution:
        said = report.language.say(_SOURCES)
        yield (
            report.title, report.code, said, "", "", "", report.attribution, "",
            report.footer_note,
        )  # fmt: skip
