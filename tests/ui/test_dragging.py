"""An occupation is dragged from a list to the pane where it is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from windows import Open, settle

from counselor_app.ui.shell.desk import Desk

NURSES, CLERKS, WELDERS = "29-1141.00", "43-4051.00", "51-4121.00"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")


def picked_up(desk: Desk, text: str, code: str) -> QMimeData:
    """What the pointer carries from the row of an occupation that was searched."""
    desk.window.search.setText(text)
    settle()
    model = desk.sidebar.results.row_model
    place = [row.code for row in model.rows()].index(code)
    index = model.index(place)
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    return model.mimeData([index])


def let_go(desk: Desk, data: QMimeData, share: float) -> bool:
    """Let it go over a place across the panes; whether they take it."""
    at = QPoint(round(desk.panes.width() * share), desk.panes.height() // 2)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    still = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at, *how, still)
    QApplication.sendEvent(desk.panes, entered)
    if entered.isAccepted():
        QApplication.sendEvent(desk.panes, QDropEvent(QPointF(at), *how, still))
    settle()
    return entered.isAccepted()


def test_a_job_goes_to_the_pane_it_is_dragged_to(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    nurses = picked_up(desk, "registered nurse", NURSES)
    assert let_go(desk, nurses, 0.9)
    assert desk.view.codes == (CLERKS, NURSES)
    assert let_go(desk, picked_up(desk, "welder", WELDERS), 0.1)
    assert desk.view.codes == (WELDERS, NURSES)
    assert let_go(desk, nurses, 0.1)
    assert desk.view.codes == (WELDERS, NURSES)  # it is open: nothing is lost


def test_on_a_single_pane_the_left_half_takes_its_place(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    assert let_go(desk, picked_up(desk, "registered nurse", NURSES), 0.2)
    assert desk.view.codes == (NURSES,)


def test_what_is_no_occupation_is_not_taken(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    text = QMimeData()
    text.setText(NURSES)
    assert not let_go(desk, text, 0.9)
    heading = desk.sidebar.results.row_model
    desk.window.search.setText("nurse")
    settle()
    place = next(n for n, row in enumerate(heading.rows()) if row.kind == "group")
    assert not heading.flags(heading.index(place)) & Qt.ItemFlag.ItemIsDragEnabled
