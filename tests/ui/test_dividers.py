"""The list, the notes and two panes are as wide as they were dragged, also at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from windows import Open, settle

from counselor_app.settings import Settings, load
from counselor_app.ui.parts.divider import Divider
from counselor_app.ui.shell.desk import Desk

NURSES, CLERKS = "29-1141.00", "43-4051.00"
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")


def drag(divider: Divider, by: int) -> None:
    """In steps, by the window: as on a screen, a divider that is hidden has lost the pointer."""
    window, none = divider.window(), Qt.KeyboardModifier.NoModifier
    at = divider.mapTo(window, divider.rect().center())
    QTest.mousePress(window.windowHandle(), LEFT, none, at)
    for part in (3, 2, 1):
        QTest.mouseMove(window.windowHandle(), at + QPoint(by // part, 0))
        settle()
    QTest.mouseRelease(window.windowHandle(), LEFT, none, at + QPoint(by, 0))
    settle()


def two(desk: Desk) -> None:
    desk.jobs.open(CLERKS)
    desk.jobs.open(NURSES, beside=True)
    settle()


def widths(desk: Desk) -> tuple[int, int]:
    return desk.panes.first.head.width(), desk.panes.second.head.width()


def test_the_list_is_dragged_wider_and_stays_so(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    focus = window.focusWidget()
    assert desk.sidebar.width() == 316
    drag(desk.dividers.list, 80)
    assert desk.sidebar.width() == pytest.approx(396, abs=2)
    assert desk.panes.x() == desk.sidebar.geometry().right() + 1
    assert window.focusWidget() is focus
    kept = load(tmp_path)[0]
    assert kept.list_width == desk.sidebar.width()
    _, again = open_window(kept)
    again.jobs.open(CLERKS)
    settle()
    assert again.sidebar.width() == kept.list_width
    QTest.mouseDClick(again.dividers.list, LEFT)
    settle()
    assert again.sidebar.width() == 316
    assert load(tmp_path)[0].list_width == 0


def test_a_wide_list_leaves_the_panes_their_room(open_window: Open) -> None:
    window, desk = open_window(Settings(list_width=640), size=(1000, 700))
    desk.jobs.open(CLERKS)
    settle()
    assert window.sidebar_shown
    assert desk.panes.width() >= desk.wanted_width()
    drag(desk.dividers.list, -900)
    assert desk.sidebar.width() == 220


def test_two_panes_share_the_width_as_dragged(open_window: Open, tmp_path: Path) -> None:
    _, desk = open_window()
    two(desk)
    first, second = widths(desk)
    assert abs(first - second) <= 1
    drag(desk.panes.divider, 150)
    wide = widths(desk)[0]
    assert wide == pytest.approx(first + 150, abs=12)
    assert desk.panes.divider.geometry().center().x() == pytest.approx(wide, abs=2)
    kept = load(tmp_path)[0].split
    assert kept > 55
    _, again = open_window(Settings(split=kept))
    two(again)
    assert widths(again)[0] == pytest.approx(wide, abs=2)
    QTest.mouseDClick(again.panes.divider, LEFT)
    settle()
    assert abs(widths(again)[0] - widths(again)[1]) <= 1


def test_keys_move_the_divider_beside_what_has_the_focus(open_window: Open) -> None:
    window, desk = open_window()
    two(desk)
    first, wide = widths(desk)[0], desk.sidebar.width()
    desk.panes.first.head.tabs.setFocus()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Right, ALT_SHIFT)
    settle()
    assert widths(desk)[0] > first + 30
    assert desk.sidebar.width() == wide
    window.search.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Left, ALT_SHIFT)
    settle()
    assert desk.sidebar.width() == wide - 16
    assert window.search.hasFocus()


def test_numbers_that_make_no_sense_are_said(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"split": 7}')
    assert "split should be a whole number from 20 to 80" in load(tmp_path)[1]
