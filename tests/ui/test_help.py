"""The help needs no network; somebody new sees the way in one minute, and no focus is taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clients_windows import dialog, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from windows import Open, settle

from counselor_app.settings import Settings, load
from counselor_app.ui.parts.source import SourceWidget
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.session.parts import Box
from counselor_app.ui.shell.help import HelpDialog
from counselor_app.ui.shell.help_texts import FIRST_STEPS, TOPICS
from counselor_app.ui.shell.keyboard import KeyboardDialog
from counselor_app.ui.shell.keys import KEYS
from counselor_app.ui.shell.menu import make_menu
from counselor_app.ui.shell.window import MainWindow

CLERKS = "43-4051.00"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")


def press_f1(window: MainWindow, at: QWidget | None = None) -> None:
    QTest.keyClick(at or window.focusWidget() or window, Qt.Key.Key_F1)
    settle()


def helps(window: MainWindow) -> list[HelpDialog]:
    return [one for one in window.findChildren(HelpDialog) if one.isVisible()]


def test_f1_opens_the_help_and_on_a_figure_its_source(open_window: Open) -> None:
    window, desk = open_window()
    press_f1(window)
    (shown,) = helps(window)
    said = texts(shown)
    for topic in TOPICS:
        assert str(topic.title) in said
    press_f1(window, shown.area)
    assert len(helps(window)) == 1
    shown.reject()
    settle()
    desk.jobs.open(CLERKS)
    settle()
    figure = next(
        one for one in desk.window.findChildren(SourceWidget) if one.isVisible() and one.marks()
    )
    figure.setFocus()
    press_f1(window, figure)
    assert desk.popovers.shown is not None
    assert helps(window) == []


def test_f1_in_a_dialog_lays_the_help_over_it_and_esc_comes_back(open_window: Open) -> None:
    window, desk = open_window()
    desk.keys.show_keys()
    settle()
    keys = dialog(window, KeyboardDialog)
    QTest.keyClick(keys, Qt.Key.Key_F1)
    settle()
    shown = dialog(window, HelpDialog)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    settle()
    assert helps(window) == []
    assert keys.isVisible()
    keys.reject()


def test_every_key_that_the_help_names_is_one(open_window: Open) -> None:
    every = {key.keys for key in KEYS} | {"Tab", "Enter"}
    named = {
        found for topic in TOPICS for line in topic.lines
        for found in re.findall(r"(?:Ctrl|Alt|Shift)\+[\w+-]*[\w+-]|\bF\d\b", str(line))
    }  # fmt: skip
    assert named
    assert named <= every


def test_somebody_new_sees_the_way_and_puts_it_away_for_good(
    open_window: Open, tmp_path: Path
) -> None:
    window, desk = open_window()
    assert window.search.hasFocus()  # nothing took it
    said = texts(window)
    for line in FIRST_STEPS.lines:
        assert str(line) in said
    (box,) = [
        one for one in window.findChildren(Box) if one.accessibleName().startswith("New here")
    ]
    hide = next(one for one in box.findChildren(LinkLabel) if one.text().startswith("Do not"))
    assert hide.focusPolicy() & Qt.FocusPolicy.TabFocus
    hide.setFocus()
    QTest.keyClick(hide, Qt.Key.Key_Return)
    settle()
    assert str(FIRST_STEPS.lines[0]) not in texts(window)
    assert window.search.hasFocus()
    assert load(tmp_path)[0].welcomed
    menu = make_menu(desk, desk.keys)
    next(one for one in menu.actions() if one.text().startswith("Help")).trigger()
    settle()
    assert str(FIRST_STEPS.lines[0]) in texts(dialog(window, HelpDialog))
    dialog(window, HelpDialog).reject()
    again, _ = open_window(Settings(welcomed=True))
    assert str(FIRST_STEPS.lines[0]) not in texts(again)


def test_the_help_opens_over_no_lock(open_window: Open) -> None:
    window, _ = open_window()
    window.lay_cover(QWidget(window))
    press_f1(window, window)
    assert helps(window) == []
    window.lay_cover(None)
    assert QApplication.activeModalWidget() is None
