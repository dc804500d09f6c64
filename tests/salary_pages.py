"""A Salary page of its own, and what the tests read off it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from windows import settle

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.ui.occupation.page import Beside
from counselor_app.ui.occupation.salary import SalaryPage
from counselor_app.ui.occupation.salary_strip import SalaryStrip
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.theme import Theme

TEXAS, CALIFORNIA, GUAM, CLEVELAND = "4800000", "0600000", "6600000", "0017410"
HOSPITALS = "622100"


def shown(
    qtbot: QtBot,
    theme: Theme,
    sheet: Sheet,
    *,
    width: int = 1084,
    beside: Beside | None = None,
    lookup: Lookup | None = None,
) -> tuple[SalaryPage, SalaryStrip]:
    page = SalaryPage(theme)
    page.lookup = lookup
    qtbot.addWidget(page)
    strip = page.make_strip()
    qtbot.addWidget(strip)
    page.resize(width, 640)
    page.show()
    page.set_sheet(sheet, beside)
    settle()
    return page, strip


def visible(page: SalaryPage, kind: type[QWidget]) -> list[QWidget]:
    return [w for w in page.widget().findChildren(kind) if w.isVisible()]


def cells(page: SalaryPage) -> dict[str, str]:
    """Every table cell shown by the key and place of its figure."""
    found = {}
    for table in visible(page, DataTable):
        assert isinstance(table, DataTable)
        for row in range(table.model().rowCount()):
            for column in range(table.model().columnCount()):
                cell = table.cell(table.model().index(row, column))
                if cell.figure is not None:
                    found[f"{getattr(cell.figure, 'key', '')} {cell.name}"] = cell.text
    return found


def prose(page: SalaryPage) -> str:
    return " ".join(label.text() for label in visible(page, Prose) if isinstance(label, Prose))
