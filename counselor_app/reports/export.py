"""One report in the format asked for."""

from __future__ import annotations

from typing import Literal

from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.compare import ComparisonReport
from counselor_app.reports.content import Profile
from counselor_app.reports.fit import FitReport
from counselor_app.reports.handout import HandoutReport
from counselor_app.reports.html import html_page
from counselor_app.reports.outline import Outline
from counselor_app.reports.outline_client import fit_outline, handout_outline, record_outline
from counselor_app.reports.outline_compare import compare_outline
from counselor_app.reports.outline_profile import profile_outline
from counselor_app.reports.parts import Report
from counselor_app.reports.record import RecordReport
from counselor_app.reports.tables_csv import csv_file
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.reports.xlsx import xlsx_workbook

Format = Literal["pdf", "html", "csv", "xlsx"]
FORMATS: tuple[tuple[Format, str], ...] = (
    ("pdf", "PDF"),
    ("html", "Web page (HTML)"),
    ("xlsx", "Spreadsheet (XLSX)"),
    ("csv", "Table of figures (CSV)"),
)


def outline(content: Report) -> Outline:
    """The outline of a report of any kind."""
    if isinstance(content, Profile):
        return profile_outline(content)
    if isinstance(content, FitReport):
        return fit_outline(content)
    if isinstance(content, ComparisonReport):
        return compare_outline(content)
    if isinstance(content, HandoutReport):
        return handout_outline(content)
    if isinstance(content, RecordReport):
        return record_outline(content)
    raise TypeError(f"no outline for a report of kind {content.kind}")


def export(
    content: Report, fmt: Format, *, paper: Paper = "letter", branding: Branding = NOT_BRANDED
) -> bytes:
    """The report as a file's bytes; the same content gives the same bytes."""
    if fmt == "pdf":
        return report_pdf(content, paper, branding)
    if fmt == "html":
        return html_page(outline(content), branding).encode()
    if fmt == "xlsx":
        return xlsx_workbook(outline(content), branding)
    return csv_file(outline(content))
