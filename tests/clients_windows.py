"""What tests of the clients' file in the window share: quick keys, waiting, dialogs, answers."""

from __future__ import annotations

import os
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from windows import settle
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS

from counselor_app.domain.record.record import Record
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.caseload.cover import LockCover
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow
from counselor_app.workspace import base, key

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quick keys, and no waiting for the disk: no power is cut in these tests."""
    monkeypatch.setattr(key, "_ROUNDS", QUICK_ROUNDS)
    monkeypatch.setattr(key, "_COST", QUICK_COST)
    monkeypatch.setattr(base, "SYNCHRONOUS", "OFF")
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


def wait(window: MainWindow) -> None:
    """Until no thread runs and what they brought is shown."""
    for _ in range(100):
        settle()
        running = [t for t in window.findChildren(QThread) if t.isRunning()]
        if not running:
            break
        for thread in running:
            thread.wait()
    settle()


def dialog(window: MainWindow, kind: type[D]) -> D:
    """The one dialog of a kind that is open."""
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def choose(window: MainWindow, words: str) -> None:
    """Press the button of the open question that begins with ``words``."""
    asked = dialog(window, ChoiceDialog)
    next(way for way in asked.ways if way.text().startswith(words)).click()
    wait(window)


def type_passphrase(window: MainWindow, old: str = "", new: str = "", again: str = "") -> None:
    """Fill the open passphrase dialog and go on."""
    form = dialog(window, PassphraseDialog).form
    if form.old is not None:
        form.old.setText(old)
    if form.new is not None and form.again is not None:
        form.new.setText(new)
        form.again.setText(again or new)
    form.enter()
    wait(window)


def record(desk: Desk) -> Record:
    """What the file holds of the open client."""
    assert desk.clients_file.session is not None
    found = desk.clients_file.session.record()
    assert found is not None
    return found


def keep(window: MainWindow, desk: Desk, *names: str) -> None:
    """Make the clients' file and open the last of the named clients, each with a session."""
    desk.keys.show_clients()
    type_passphrase(window, new=PASSPHRASE)
    for name in names:
        add(window, desk, name)


def add(window: MainWindow, desk: Desk, name: str) -> None:
    """Type a new name into the list of clients."""
    open_now = [one for one in window.findChildren(ClientsDialog) if one.isVisible()]
    if not open_now:
        desk.keys.show_clients()
    listed = dialog(window, ClientsDialog)
    listed.field.setText(name)
    listed.new.click()
    wait(window)


def open_file(window: MainWindow, desk: Desk, name: str = "") -> None:
    """Open the file, and a client of it."""
    desk.keys.show_clients()
    type_passphrase(window, old=PASSPHRASE)
    if name:
        listed = dialog(window, ClientsDialog)
        listed.field.setText(name)
        listed.open_button.click()
        wait(window)


def texts(window: QWidget) -> str:
    """Every text, name and tip that visible widgets of a window hold."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            shown = getattr(widget, "text", None)
            words = shown() if callable(shown) else ""
            found += [str(words), widget.accessibleName(), widget.toolTip()]
    return "\n".join([*found, window.windowTitle()])


def press_ctrl(window: MainWindow, key: Qt.Key) -> None:
    """Press a key with Ctrl."""
    window.activateWindow()  # offscreen, closing a dialog activates no other window
    settle()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    settle()


def open_again(window: MainWindow, desk: Desk) -> None:
    """Type the passphrase over the lock."""
    cover = desk.window.cover
    assert isinstance(cover, LockCover)
    assert cover.form.old is not None
    cover.form.old.setText(PASSPHRASE)
    cover.unlock.click()
    wait(window)
    assert desk.window.cover is None


def shown(desk: Desk) -> list[str]:
    """The codes of the occupations that are open."""
    return [pane.sheet.occupation.code for pane in desk.jobs.panes.panes if pane.sheet]
