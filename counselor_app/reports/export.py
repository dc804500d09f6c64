"""One report in the format asked for."""

from __future__ import annotations

from typing import Literal

from counselor_app.language import _, pgettext
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.csv_table import csv_file
from counselor_app.reports.html import html_page
from counselor_app.reports.parts import Report
from counselor_app.reports.tabled import tabled
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.reports.xlsx import xlsx_workbook

Format = Literal["pdf", "html", "csv", "xlsx"]
FORMATS: tuple[tuple[Format, str], ...] = (
    ("pdf", "PDF"),
    ("html", _("Web page (HTML)")),
    ("xlsx", pgettext("report", "Spreadsheet (XLSX)")),
    ("csv", _("Table of figures (CSV)")),
)


def filed(report: Report) -> Report:
    """The report as it stands in files that are not paper: in tables, and in its language."""
    return report.language.said(tabled(report))


def export(
    report: Report, fmt: Format, *, paper: Paper = "letter", branding: Branding = NOT_BRANDED
) -> bytes:
    """The report as a file's bytes; the same content gives the same bytes."""
    if fmt == "pdf":
        return report_pdf(report, paper, branding)
    if fmt == "html":
        return html_page(filed(report), branding).encode()
    if fmt == "xlsx":
        return xlsx_workbook(filed(report), branding)
    return csv_file(filed(report))
