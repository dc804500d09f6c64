"""Columns of tables sort by a click on their title or from a cell's menu, and go back."""

from __future__ import annotations

import pytest
from menus import Asked, menu, no_menu_stays, take, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.settings import Settings
from counselor_app.ui.parts.sorted_table import SortedTable
from counselor_app.ui.parts.table import Cell, Column
from counselor_app.ui.style.theme import Theme

CLERKS = "43-4051.00"
PLACES = ("0600000", "4800000", "3900000")
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(no_menu_stays.__name__),
]


def column(table: SortedTable, place: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def click_title(table: SortedTable, place: int) -> None:
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(place) + 5, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()


def test_pay_by_place_sorts_by_a_percentile_and_goes_back(open_window: Open) -> None:
    _, desk = open_window(Settings(places=PLACES))
    desk.jobs.open(CLERKS)
    desk.keys.go_to_tab(2)
    settle()
    page = desk.panes.first.page()
    table = next(t for t in page.findChildren(SortedTable) if t.isVisible())
    given = column(table, 0)
    assert given == ["United States", "California", "Texas", "Ohio", "All jobs, United States"]
    median = next(n for n, c in enumerate(table.columns) if c.title in ("Median", "P50", "50th"))
    pay = dict(zip(given, column(table, median), strict=True))
    click_title(table, median)
    rising = [int(words.strip("$").replace(",", "")) for words in column(table, median)]
    assert rising == sorted(rising)
    assert dict(zip(column(table, 0), column(table, median), strict=True)) == pay
    click_title(table, median)
    assert [int(w.strip("$").replace(",", "")) for w in column(table, median)] == rising[::-1]
    click_title(table, median)
    assert column(table, 0) == given


def test_the_menu_key_sorts_words_in_their_language_and_the_unknown_comes_last(
    qtbot: QtBot,
) -> None:
    rows = [[Cell(word), Cell(str(n), order=n)] for n, word in enumerate(("b", "", "Á", "c"))]
    table = SortedTable([Column("Place"), Column("Rank")], rows, Theme("light"), "Places")
    qtbot.addWidget(table)
    table.show()
    table.setCurrentIndex(table.model().index(0, 0))
    at = table.visualRect(table.currentIndex()).center()
    take(menu(table, at, Asked.Keyboard), "Sort by this column")
    assert column(table, 0) == ["Á", "b", "c", ""]
    assert table.currentIndex().row() == 1  # "b" stays the current cell
    take(menu(table, at, Asked.Keyboard), "Sort the other way round")
    assert column(table, 0) == ["c", "b", "Á", ""]
    found = menu(table, at, Asked.Keyboard)
    assert words(found)[-1] == "Back to the order of the page"
    take(found, "Back to the order of the page")
    assert column(table, 0) == ["b", "", "Á", "c"]
