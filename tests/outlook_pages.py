"""An Outlook page of its own, and what the tests read off it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from windows import settle

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.ui.occupation.outlook import OutlookPage
from counselor_app.ui.parts.source import SourceWidget
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.theme import Theme

TEXAS = "4800000"
SAMPLE = ("43-4051", "29-1141", "47-2111", "15-1252", "13-1021", "25-1011", "27-2011")


def shown(
    qtbot: QtBot,
    theme: Theme,
    sheet: Sheet,
    *,
    width: int = 1084,
    lookup: Lookup | None = None,
) -> OutlookPage:
    page = OutlookPage(theme)
    page.lookup = lookup
    qtbot.addWidget(page)
    page.resize(width, 640)
    page.show()
    page.set_sheet(sheet)
    settle()
    page.grab()  # charts note their figures when painted
    page.widget().grab()
    return page


def visible(page: OutlookPage, kind: type[QWidget]) -> list[QWidget]:
    return [w for w in page.widget().findChildren(kind) if w.isVisible()]


def figures(page: OutlookPage) -> set[Figure]:
    """Every figure of the page that can be asked for its source."""
    found: set[Figure] = set()
    for widget in visible(page, SourceWidget):
        assert isinstance(widget, SourceWidget)
        found |= {m.subject for m in widget.marks() if isinstance(m.subject, Figure)}
    for table in visible(page, DataTable):
        assert isinstance(table, DataTable)
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                subject = table.cell(model.index(row, column)).figure
                if isinstance(subject, Figure):
                    found.add(subject)
    return found


def prose(page: OutlookPage) -> str:
    return " ".join(label.text() for label in visible(page, Prose) if isinstance(label, Prose))
