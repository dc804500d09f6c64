"""The clients' file in the window: made, opened, resumed, backed up, closed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clients_windows import (
    add,
    choose,
    dialog,
    keep,
    open_again,
    open_file,
    press_ctrl,
    quick,
    shown,
    texts,
    type_passphrase,
    wait,
)
from kiosk_stations import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from windows import Open, settle
from workspace_files import PASSPHRASE, everything_in

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.work_values import BY_ELEMENT
from counselor_app.domain.record.passphrase import strength
from counselor_app.domain.session.client import Client
from counselor_app.settings import Settings
from counselor_app.ui.caseload.cover import ClosingCover
from counselor_app.ui.caseload.file_dialog import FileDialog
from counselor_app.ui.caseload.passphrase import PassphraseDialog, retry_wait
from counselor_app.ui.counsel.inventory import InventoryScreen
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.shell.client_menu import make_menu
from counselor_app.ui.shell.desk import Desk
from counselor_app.workspace.backups import list_backups
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.opening import open_workspace
from counselor_app.workspace.record import read_record

NURSES, CLERKS = "29-1141.00", "43-4051.00"
SCORES = parse_scores("12,20,9,33,24,28")
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]
assert quick


def entries(desk: Desk) -> list[str]:
    menu = make_menu(desk.counsel, desk.caseload, desk.window)
    found = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    return found


def is_kept(desk: Desk, item: str) -> bool:
    """Whether the file says that the session stands at an item: it is written a moment later."""
    record = desk.clients_file.session.record() if desk.clients_file.session else None
    return record is not None and record.sessions[-1].position.item == item


def test_without_a_place_for_clients_nothing_of_it_is_offered(open_window: Open) -> None:
    window, desk = open_window()
    desk.client.set(Client("RF-14", SCORES))
    press_ctrl(window, Qt.Key.Key_O)
    press_ctrl(window, Qt.Key.Key_L)
    desk.keys.toggle_notes()
    settle()
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert not any("lients" in entry or "Lock" in entry for entry in entries(desk))
    assert window.header.client.accessibleName() == "Client: RF-14"


def test_a_client_typed_in_memory_is_kept_once_there_is_a_file(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.jobs.open(CLERKS)
    desk.keys.toggle_shortlist()
    desk.client.set(Client("RF-14", SCORES, None, {"2.A.1.a": 3.0}, tuple(BY_ELEMENT)))
    assert "Keep clients on this computer…" in entries(desk)
    press_ctrl(window, Qt.Key.Key_O)
    type_passphrase(window, new=PASSPHRASE, again="three plain word")
    asked = dialog(window, PassphraseDialog)
    assert "not the same" in asked.form.trouble.text()
    assert asked.form.again is not None
    asked.form.again.setText(PASSPHRASE)
    assert not asked.form.trouble.isVisible(), "said only while it is so"
    assert not file.exists()
    type_passphrase(window, new="short")
    assert "8 characters" in asked.form.trouble.text()
    type_passphrase(window, new=PASSPHRASE)
    assert window.header.client.accessibleName() == "Client: RF-14, kept"
    assert desk.clients_file.kept.workspace is not None
    (line,) = list_clients(desk.clients_file.kept.workspace)
    record = read_record(desk.clients_file.kept.workspace, line.uid)
    assert record.name == "RF-14"
    assert record.scores[0].scores == SCORES
    assert [one.code for one in record.shortlist] == [CLERKS]
    assert [(r.element, r.level) for r in record.ratings] == [("2.A.1.a", 3.0)]
    assert record.values is not None
    assert record.values.elements == tuple(BY_ELEMENT)
    assert shown(desk) == [CLERKS]
    assert record.open_session is not None
    assert record.open_session.position.codes == (CLERKS,)


def test_a_passphrases_strength_is_told_in_words() -> None:
    found = [strength(text, 8) for text in ("", "short", "password1", "aaaaaaaaaaaa")]
    assert found == ["none", "short", "weak", "weak"]
    assert strength("blue lamp river", 8) == "fair"
    assert strength("blue lamp river eleven", 8) == "strong"
    assert strength("one one one one one", 8) == "weak"
    assert strength("correct horse battery staple", 8) == "weak"


def test_a_wrong_passphrase_is_told_and_the_next_tries_come_slower(
    open_window: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    window.close()
    wait(window)
    _, desk = open_window(clients=file)
    window = desk.window
    assert desk.clients_file.kept is None
    assert "Open clients" in texts(window)
    desk.keys.show_clients()
    type_passphrase(window, old="not this one")
    asked = dialog(window, PassphraseDialog)
    assert "does not open" in asked.form.trouble.text()
    assert asked.form.isEnabled()
    type_passphrase(window, old="nor this one")
    assert not asked.form.isEnabled()
    assert "in 2 seconds" in asked.form.trouble.text()
    asked.form._waited()
    assert asked.form.isEnabled()
    assert "does not open" in asked.form.trouble.text()
    assert "seconds" not in asked.form.trouble.text(), "the wait is over"
    ways = [b for b in asked.findChildren(Button) if b.text().startswith("Restore from")]
    assert [way.isVisible() for way in ways] == [True]
    assert ways[0].visibleRegion().boundingRect() == ways[0].rect(), "not below the edge"
    backup = list_backups(file)[0].path
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    ways[0].click()
    settle()
    assert dialog(window, PassphraseDialog).windowTitle() == "Restore a backup"
    assert [retry_wait(wrong) for wrong in (1, 2, 3, 9)] == [0, 2000, 4000, 30_000]


def test_after_a_crash_the_session_goes_on_at_the_same_item(
    open_window: Open, file: Path, tmp_path: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    desk.jobs.panes.set_tab(3)
    desk.counsel.take_inventory("short")
    screen = dialog(window, InventoryScreen)
    for answer in "351":
        QTest.keyClicks(screen, answer)
    until(lambda: is_kept(desk, item=inventory_form("short").ids[3]))
    # What a killed program leaves: the file as it is on the disk at this moment.
    left = tmp_path / "left" / file.name
    shutil.copytree(file.parent, left.parent)
    screen.close()
    window, desk = open_window(clients=left)
    open_file(window, desk, "RF-14")
    form = inventory_form("short")
    screen = dialog(window, InventoryScreen)
    assert screen.answers.given == dict(zip(form.ids, (2, 4, 0), strict=False))
    assert screen.place == 3
    assert shown(desk) == [NURSES, CLERKS]
    assert desk.jobs.panes.pane.tab == 3
    QTest.keyClicks(screen, "4")
    screen.close()
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    (taken,) = record.inventories  # gone on with, not begun anew
    assert len(taken.given) == 4
    assert len(record.sessions) == 1


def test_an_inventory_begun_anew_leaves_the_earlier_one(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    for answer in "52":
        desk.counsel.take_inventory("short")
        if answer == "2":
            choose(window, "Start over")
        screen = dialog(window, InventoryScreen)
        QTest.keyClicks(screen, answer)
        screen.close()
    desk.counsel.take_inventory("long")
    choose(window, "Start over")
    dialog(window, InventoryScreen).close()
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    assert [list(taken.given.values()) for taken in record.inventories] == [[4], [1]]


def test_a_save_that_fails_is_said_at_once_and_made_up_for(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    workspace = desk.clients_file.kept.workspace
    assert workspace is not None
    workspace.connection.execute("PRAGMA query_only = ON")
    desk.client.set(Client("RF-14", SCORES))
    assert "could not be saved" in texts(window)
    assert window.header.client.accessibleName().endswith("not saved")
    assert desk.client.client.scores == SCORES
    desk.keys.lock()  # what is not saved is not let go
    assert desk.clients_file.kept.workspace is workspace
    open_again(window, desk)
    window.close()
    assert window.isVisible()
    assert "Not everything is saved" in texts(dialog(window, ChoiceDialog))
    dialog(window, ChoiceDialog).reject()
    workspace.connection.execute("PRAGMA query_only = OFF")
    desk.jobs.open(CLERKS)
    desk.keys.toggle_shortlist()
    desk.client.set(Client("RF-14", SCORES, levels={"2.A.1.a": 3.0}))
    assert desk.clients_file.session is not None
    assert desk.clients_file.session.flush()
    assert window.header.client.accessibleName().endswith(", kept")
    record = desk.clients_file.session.record()
    assert record is not None
    assert record.scores[0].scores == SCORES


def test_closing_saves_backs_up_and_leaves_nothing_readable(
    open_window: Open, file: Path, tmp_path: Path
) -> None:
    window, desk = open_window(Settings(home="4800000"), clients=file)
    keep(window, desk, "Zebulon-77")
    desk.client.set(Client("Zebulon-77", SCORES))
    desk.jobs.open(CLERKS)
    desk.keys.toggle_notes()
    assert desk.window.beside is not None
    desk.window.beside.editor.setPlainText("xylophone lessons")
    desk.keys.larger()
    window.close()
    assert isinstance(desk.window.cover, ClosingCover)
    wait(window)
    assert not window.isVisible()
    assert len(list_backups(file)) == 1
    for path, content in everything_in(tmp_path):
        if path.suffix != ".sqlite":
            for planted in (b"Zebulon", b"xylophone"):
                assert planted not in content, path
            assert "Zebulon" not in path.name
    workspace = open_workspace(file, PASSPHRASE)
    try:
        (line,) = list_clients(workspace)
        (note,) = read_record(workspace, line.uid).notes
        assert (note.text, note.reader, note.code) == ("xylophone lessons", "counselor", CLERKS)
    finally:
        workspace.shut()


def test_the_window_need_not_wait_for_the_backup(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    window.close()
    assert isinstance(desk.window.cover, ClosingCover)
    desk.window.cover.skip.click()
    assert not window.isVisible()
    wait(window)
    assert len(list_backups(file)) == 1
    open_workspace(file, PASSPHRASE).shut()  # let go of, so another program can open it


def test_a_restore_shows_what_would_change_first(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.caseload.show_file()
    about = dialog(window, FileDialog)
    about.make.click()
    wait(window)
    assert about.status.text().startswith("Last backup today")
    about.reject()
    add(window, desk, "LATER-2")
    desk.caseload.show_file()
    dialog(window, FileDialog).restore.click()
    settle()
    type_passphrase(window, old=PASSPHRASE)
    said = texts(dialog(window, ChoiceDialog))
    assert "The backup holds 1 client, 1 session and 0 notes; the file now holds" in said
    assert "Not in the backup, so no longer here: LATER-2." in said
    choose(window, "Restore it")
    workspace = desk.clients_file.kept.workspace
    assert workspace is not None
    assert [line.name for line in list_clients(workspace)] == ["RF-14"]
    assert [backup.kind for backup in list_backups(file)] == ["before-restore", ""]
    assert desk.clients_file.session is not None
    assert desk.clients_file.session.keeper is None
