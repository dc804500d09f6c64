"""Every figure can be asked where it comes from, with the pointer and with keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.ui.parts.rest import PREVIEW_AFTER_MS
from counselor_app.ui.parts.source import SourceWidget
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

CLERKS = "43-4051.00"


def test_f1_pins_the_source_and_escape_gives_the_focus_back(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    figure = desk.jobs.panes.first.head.facts
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_F1)
    popover = desk.popovers.shown
    assert popover is not None
    said = " ".join(label.text() for label in popover.findChildren(QLabel))
    assert "Median pay, Customer Service Representatives" in said
    assert "$44,770" in said
    assert "United States, May 2025" in said
    assert "Occupational Employment and Wage Statistics" in said
    assert window.rect().contains(popover.geometry())
    assert popover.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert desk.popovers.shown is None
    assert figure.hasFocus()


def test_a_click_copies_the_figure_with_its_source(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    facts = desk.jobs.panes.first.head.facts
    inside = facts.marks()[2].rect.center().toPoint()
    qtbot.mouseClick(facts, Qt.MouseButton.LeftButton, pos=inside)
    popover = desk.popovers.shown
    assert popover is not None
    popover.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(
        "Openings a year, Customer Service Representatives: 341,700 openings a year"
    )
    assert "Employment Projections" in copied
    assert "License: Public domain" in copied
    qtbot.mouseClick(window.footer, Qt.MouseButton.LeftButton)
    assert desk.popovers.shown is None


def test_resting_the_pointer_previews_without_taking_the_focus(
    open_window: Open, qtbot: QtBot
) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    facts = desk.jobs.panes.first.head.facts
    inside = facts.marks()[1].rect.center().toPoint()
    window.search.setFocus()
    QTest.mouseMove(facts, inside)
    QTest.mouseMove(facts, inside + QPoint(3, 1))
    qtbot.waitUntil(lambda: desk.popovers.shown is not None, timeout=2000)
    assert window.search.hasFocus()
    QTest.mouseMove(window.footer, QPoint(300, 5))
    qtbot.waitUntil(lambda: desk.popovers.shown is None, timeout=2000)


def test_every_figure_of_every_page_answers_f1(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    asked = 0
    for tab in range(5):
        desk.jobs.panes.set_tab(tab)
        settle()
        page = desk.jobs.panes.first.page()
        for widget in page.findChildren(SourceWidget):
            if not widget.isVisible() or not widget.marks():
                continue
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_F1)
            assert desk.popovers.shown is not None, widget.accessibleName()
            assert desk.popovers.shown.accessibleDescription()
            desk.popovers.close()
            asked += 1
    assert asked > 20


def test_table_cells_answer_f1(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.jobs.panes.set_tab(2)
    settle()
    table = desk.jobs.panes.first.page().findChildren(DataTable)[0]
    table.setFocus()
    model = table.model()
    place = next(
        model.index(r, c)
        for r in range(model.rowCount())
        for c in range(model.columnCount())
        if table.cell(model.index(r, c)).figure is not None
    )
    table.setCurrentIndex(place)
    QTest.keyClick(table, Qt.Key.Key_F1)
    assert desk.popovers.shown is not None


def related(window: MainWindow, desk: Desk) -> tuple[DataTable, list[str]]:
    """The table of related occupations on the profile, and the words of its first row."""
    desk.jobs.open(CLERKS)
    settle()
    titles = {job.title for job in desk.reference.jobs}
    for table in window.findChildren(DataTable):
        model = table.model()
        row = [model.index(0, column).data() for column in range(model.columnCount())]
        if table.isVisible() and row[0] in titles:
            return table, row
    raise AssertionError("related occupations stand in a table")


def click(table: DataTable, column: int, *held: Qt.KeyboardModifier, right: bool = False) -> None:
    """Click into a cell of the first row."""
    at = table.visualRect(table.model().index(0, column)).center()
    button = Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton
    modifier = held[0] if held else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), button, modifier, at)
    settle()


def test_a_click_on_a_cell_tells_the_source_of_that_cell(open_window: Open) -> None:
    window, desk = open_window()
    table, (title, pay, change, *_) = related(window, desk)
    for column, words, name in ((1, pay, "Median pay"), (2, change, "Ten-year change")):
        click(table, column, right=True)
        assert desk.popovers.shown is None
        click(table, column)
        popover = desk.popovers.shown
        assert popover is not None
        said = " ".join(label.text() for label in popover.findChildren(QLabel))
        assert words in said
        assert f"{name}, {title}" in said
        desk.popovers.close()


def test_a_click_on_a_job_in_a_table_opens_it_and_with_ctrl_beside(open_window: Open) -> None:
    window, desk = open_window()
    before = "Customer Service Representatives"
    table, (title, *_) = related(window, desk)
    click(table, 0, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle() == f"{before}  |  {title} – Counselor"
    desk.jobs.panes.close_pane(1)
    settle()
    click(related(window, desk)[0], 0)
    assert window.windowTitle() == f"{title} – Counselor"


def test_arrows_go_from_key_fact_to_key_fact(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    facts = desk.jobs.panes.first.head.facts
    facts.setFocus()
    for _ in range(2):
        QTest.keyClick(facts, Qt.Key.Key_Right)
    assert facts.accessibleName() == "Ten-year change: −5.5%"
    QTest.keyClick(facts, Qt.Key.Key_F1)
    shown = desk.popovers.shown
    assert shown is not None
    assert "Ten-year change" in shown.accessibleName()
    assert "−5.5%" in shown.accessibleDescription()


def test_scrolling_a_page_under_a_resting_pointer_previews_nothing(
    open_window: Open, qtbot: QtBot
) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    facts = desk.jobs.panes.first.head.facts
    point = QPointF(facts.marks()[1].rect.center())
    resting = QPointF(facts.mapToGlobal(point))
    asked: list[object] = []
    facts.source_requested.connect(asked.append)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(facts, QEnterEvent(point, point, resting))
    for _ in range(2):  # what Qt tells a widget that slid under the pointer
        QApplication.sendEvent(
            facts,
            QMouseEvent(QEvent.Type.MouseMove, point, resting, Qt.MouseButton.NoButton,
                        Qt.MouseButton.NoButton, none),
        )  # fmt: skip
    qtbot.wait(PREVIEW_AFTER_MS + 150)
    assert not asked
