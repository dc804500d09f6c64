"""What the window is opened for: an occupation, or a client whom another counselor handed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from clients_windows import choose, dialog, keep, quick, texts, type_passphrase
from pytestqt.qtbot import QtBot
from windows import Open, living, settle
from workspace_files import PASSPHRASE

from counselor_app.app import Application
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.caseload.desk import AGAIN_MS
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.shell.second_start import Asked
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.handover import export_client
from counselor_app.workspace.opening import close_workspace, create_workspace

NURSES, CLERKS = "29-1141.00", "43-4051.00"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A client of another counselor, in a file for this one."""
    other = create_workspace(tmp_path / "other" / "clients.counselor", PASSPHRASE)
    path = tmp_path / "RF-14.client"
    export_client(other, save_client(other, "RF-14"), path, "told by phone")
    close_workspace(other, backup=False)
    return path


def test_a_handed_over_file_that_was_opened_leads_to_the_import(
    open_window: Open, file: Path, sent: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.caseload.take_in(sent)
    settle()
    assert "RF-14.client holds a client from another counselor" in texts(window)
    type_passphrase(window, new=PASSPHRASE)  # there is no clients' file yet: it is made first
    type_passphrase(window, old="told by phone")
    choose(window, "Add this client")
    assert "RF-14 was taken in." in texts(dialog(window, ClientsDialog))
    kept = desk.clients_file.kept
    assert kept is not None
    assert [line.name for line in list_clients(kept.workspace)] == ["RF-14"]


def test_a_file_that_comes_later_waits_until_nothing_else_is_asked(
    open_window: Open, file: Path, sent: Path, qtbot: QtBot
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "KL-9")
    desk.keys.show_clients()
    clients = dialog(window, ClientsDialog)
    desk.caseload.take_in(sent)
    settle()
    assert not window.findChildren(PassphraseDialog)  # the list is being looked at
    clients.reject()
    desk.view.set_client_view(True)
    settle()
    qtbot.wait(2 * AGAIN_MS)
    assert not window.findChildren(PassphraseDialog)  # the client sees the screen
    desk.view.set_client_view(False)
    qtbot.waitUntil(lambda: bool(window.findChildren(PassphraseDialog)))
    type_passphrase(window, old="told by phone")
    choose(window, "Add this client")
    kept = desk.clients_file.kept
    assert kept is not None
    assert {line.name for line in list_clients(kept.workspace)} == {"KL-9", "RF-14"}


def test_a_program_that_is_about_to_leave_takes_nothing_on(
    opened: Application, qtbot: QtBot
) -> None:
    assert opened.take(Asked(CLERKS))  # before the data is there: shown with it
    with qtbot.waitSignal(opened.shown):
        opened.start()
    assert opened.desk is not None
    assert opened.desk.view.codes == (CLERKS,)
    opened.desk.caseload.guard.leaving = True
    assert not opened.take(Asked(NURSES))
    assert opened.desk.view.codes == (CLERKS,)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, seed_pack: Path) -> Iterator[Application]:
    """The program, started with an occupation to show."""
    with living(Application(seed_pack, tmp_path, asked=Asked(NURSES))) as main:
        yield main


def test_the_window_opens_on_the_occupation_that_was_asked_for(
    opened: Application, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.shown):
        opened.start()
    assert opened.desk is not None
    assert opened.desk.view.codes == (NURSES,)
    assert opened.window.windowTitle().startswith("Registered Nurses")
