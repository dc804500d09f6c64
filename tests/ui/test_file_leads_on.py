"""Making or opening the clients' file leads on to what it was wanted for, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import dialog, keep, quick, texts, type_passphrase, wait
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from windows import Open
from workspace_files import PASSPHRASE

from counselor_app.domain.session.client import Client
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.session.start import StartPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]
CLERKS = "43-4051.00"


def dialogs(window: MainWindow) -> list[str]:
    return [one.windowTitle() for one in window.findChildren(QDialog) if one.isVisible()]


def start(desk: Desk) -> StartPage:
    assert isinstance(desk.session.page, StartPage)
    return desk.session.page


def test_making_the_file_goes_on_with_the_session_that_was_being_started(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.shortlist.add((CLERKS,))
    hands = Hands(window)
    hands.click(start(desk).name)
    hands.type("TK-07")
    hands.press("Keep clients…")
    hands.type(PASSPHRASE)
    hands.key(Qt.Key.Key_Tab)
    hands.type(PASSPHRASE)
    hands.key(Qt.Key.Key_Return)
    assert dialogs(window) == [], "no list, which could hold nobody"
    assert "The clients’ file is made." in texts(window)
    assert window.focusWidget() is start(desk).name
    assert start(desk).name.text() == "TK-07"
    hands.key(Qt.Key.Key_Return)
    session = desk.clients_file.session
    assert session is not None
    assert (session.name, desk.view.over) == ("TK-07", "interests")
    record = session.record()
    assert record is not None
    assert [one.code for one in record.shortlist] == [CLERKS]


def test_making_the_file_at_a_job_stays_there(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    desk.jobs.open(CLERKS)
    keep(window, desk)
    assert dialogs(window) == []
    assert (desk.view.over, desk.view.codes) == ("", (CLERKS,))
    assert "The clients’ file is made." in texts(window)


@pytest.mark.parametrize(("typed", "listed"), [("TK-07", False), ("", True)])
def test_an_opened_file_leads_to_the_list_or_to_the_name_that_was_typed(
    open_window: Open, file: Path, typed: str, listed: bool
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    window.close()
    wait(window)
    window, desk = open_window(clients=file)
    hands = Hands(window)
    if typed:
        hands.click(start(desk).name)
        hands.type(typed)
    hands.click(next(b for b in start(desk).findChildren(LinkLabel) if b.text() == "Open clients"))
    type_passphrase(window, old=PASSPHRASE)
    assert bool(dialogs(window)) == listed
    if listed:
        assert dialog(window, ClientsDialog).isVisible()
    else:
        assert window.focusWidget() is start(desk).name
        assert "RF-14" in texts(window)


def test_a_file_without_a_client_leads_to_no_empty_list(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk)
    window.close()
    wait(window)
    window, desk = open_window(clients=file)
    desk.keys.show_clients()
    type_passphrase(window, old=PASSPHRASE)
    assert dialogs(window) == []
    assert window.focusWidget() is start(desk).name


@pytest.mark.parametrize("way", ["keep", "notes"])
def test_whom_one_wanted_to_keep_is_kept_once_the_file_is_open(
    open_window: Open, file: Path, way: str
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    window.close()
    wait(window)
    window, desk = open_window(clients=file)
    desk.client.set(Client("TK-07"))
    desk.session.show("plan")
    wait(window)
    if way == "keep":
        Hands(window).press("Keep this client…")
    else:
        desk.keys.toggle_notes()
    type_passphrase(window, old=PASSPHRASE)
    assert dialogs(window) == []
    assert desk.clients_file.session is not None
    assert desk.clients_file.session.name == "TK-07"
    assert desk.view.over == "plan"
    assert desk.caseload.planning == (way == "notes")
