"""The figures of a report as one CSV file: a figure a line, with its unit and source."""

from __future__ import annotations

from collections.abc import Iterator

from counselor_app.domain.figures.table_text import csv_text
from counselor_app.reports.outline import Outline

HEADER = ("Report", "Code", "Section", "Table", "Row", "Column", "Value", "Unit", "Source")


def csv_file(outline: Outline, *, head: bool = True) -> bytes:
    """Every cell of every table; a number as a number, what is not published in words.

    Negative numbers stay numbers; text that a spreadsheet would run is made harmless. The
    file begins with the mark that tells spreadsheets that its letters are UTF-8, unless it
    goes on after another (``head`` False).
    """
    if head:
        return csv_text(HEADER, _rows(outline)).encode("utf-8-sig")
    return csv_text((), _rows(outline)).partition("\r\n")[2].encode()


def _rows(outline: Outline) -> Iterator[tuple[str | float, ...]]:
    for section, made in outline.tables:
        for i, row in enumerate(made.rows):
            for j, cell in enumerate(row[1:], start=1):
                if not cell.text:
                    continue  # a remark that there is not
                found = cell.number
                value: str | float = cell.text
                if found is not None:
                    value = found.value if found.decimals else int(found.value)
                yield (
                    outline.title,
                    outline.code,
                    section.title,
                    made.name,
                    row[0].text,
                    made.columns[j].name,
                    value,
                    made.unit(i, j),
                    outline.source(made.mark(i, j), short=True),
                )
    if outline.attribution:
        yield (
            outline.title,
            outline.code,
            "Sources",
            "",
            "",
            "",
            outline.attribution,
            "",
            outline.footer,
        )
