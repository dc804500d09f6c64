"""What is taken off a list is said, and Ctrl+Z puts it back where it was."""

from __future__ import annotations

import pytest
from clients_windows import texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import Open, settle

from counselor_app.machine import Machine
from counselor_app.settings import Settings, load

NURSES, CLERKS, WELDERS = "29-1141.00", "43-4051.00", "51-4121.00"
TEXAS, OHIO = "4800000", "3900000"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")


def test_a_job_taken_off_the_shortlist_comes_back_in_its_place(open_window: Open) -> None:
    window, desk = open_window()
    desk.shortlist.set((NURSES, CLERKS, WELDERS))
    settle()
    view = desk.sidebar.shortlist
    view.setFocus()
    view.setCurrentIndex(view.row_model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert desk.shortlist.codes == (NURSES, WELDERS)
    assert "Customer Service Representatives was taken off the shortlist." in texts(window)
    assert view.hasFocus()  # the message takes no key
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.shortlist.codes == (NURSES, CLERKS, WELDERS)
    assert "was taken off" not in texts(window)


def test_a_place_taken_off_comes_back_and_the_home_with_it(open_window: Open) -> None:
    window, desk = open_window(Settings(places=(OHIO, TEXAS), home=TEXAS))
    desk.jobs.open(CLERKS)
    desk.panes.first.place_removed.emit(TEXAS)
    settle()
    assert (desk.places.home, desk.places.shown()) == ("", [OHIO])
    assert "Texas was taken off." in texts(window)
    assert window.undo()
    assert (desk.places.home, desk.places.shown()) == (TEXAS, [TEXAS, OHIO])
    assert load(desk.preferences.folder)[0].home == TEXAS


def test_the_schools_home_area_stays(open_window: Open) -> None:
    window, desk = open_window(machine=Machine(home="Texas"))
    desk.jobs.open(CLERKS)
    desk.panes.first.place_removed.emit(TEXAS)
    settle()
    assert desk.places.home == TEXAS
    assert "The home area is set by your school." in texts(window)
