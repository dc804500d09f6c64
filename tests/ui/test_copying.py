"""What is read on a page can be taken along: prose, cells and figures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.parts.text import Heading, Prose
from counselor_app.ui.style.theme import Theme

WORDS = "Registered nurses give care to sick or hurt people."


def pointed_at(words: Prose) -> None:
    """The pointer comes to the words."""
    QApplication.sendEvent(words, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))


def test_prose_is_selected_with_the_mouse_and_stays_as_high(qtbot: QtBot) -> None:
    words = Prose(WORDS, Theme("light"))
    qtbot.addWidget(words)
    words.resize(180, 200)
    words.show()
    before = words.heightForWidth(180)
    pointed_at(words)
    assert words.heightForWidth(180) == before
    qtbot.mouseDClick(words, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert words.selectedText() == "Registered"
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Registered"


def test_a_finger_selects_nothing(qtbot: QtBot) -> None:
    theme = Theme("light")
    theme.touch = True
    words = Prose(WORDS, theme)
    qtbot.addWidget(words)
    pointed_at(words)
    assert not words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_cells_are_copied_in_rows_and_columns(qtbot: QtBot) -> None:
    rows = [[Cell("Texas"), Cell("$95,970")], [Cell("Ohio"), Cell("$86,110")]]
    table = DataTable([Column("State"), Column("Pay", right=True)], rows, Theme("light"), "Pay")
    qtbot.addWidget(table)
    table.show()
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "$86,110"
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Texas\t$95,970\nOhio\t$86,110"


def test_what_a_drawn_text_says_is_copied(qtbot: QtBot) -> None:
    heading = Heading("Getting in", Theme("light"))
    qtbot.addWidget(heading)
    heading.show()
    qtbot.keyClick(heading, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Getting in"
