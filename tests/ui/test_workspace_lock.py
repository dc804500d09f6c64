"""The lock of the window: closed with a backup, begun anew, the clipboard; the file's folder."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest
from clients_windows import dialog, keep, open_again, press_ctrl, quick, shown, texts, wait
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from windows import Open, settle
from workspace_files import PASSPHRASE

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.paths import close_to_others
from counselor_app.settings import Settings
from counselor_app.settings import save as save_settings
from counselor_app.ui.caseload.anew import Locked, begun_locked
from counselor_app.ui.caseload.cover import LockCover
from counselor_app.ui.caseload.file_dialog import backup_lines, backup_status
from counselor_app.ui.counsel.scores import ScoresDialog
from counselor_app.workspace.backups import Backup, list_backups, make_backup
from counselor_app.workspace.restore import preview_restore

CLERKS = "43-4051.00"
SCORES = parse_scores("12,20,9,33,24,28")
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]
assert quick


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX systems")
def test_the_data_folder_is_for_its_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "named"
    monkeypatch.setenv("COUNSELOR_DATA", str(named))
    save_settings(Settings(), named)
    assert named.stat().st_mode & 0o777 == 0o700
    named.chmod(0o755)  # as an earlier version made it
    close_to_others(named)
    assert named.stat().st_mode & 0o777 == 0o755  # shared on purpose, and no client is in it
    (named / "clients.counselor").touch()
    close_to_others(named)
    assert named.stat().st_mode & 0o777 == 0o700


class OwnClipboard(QObject):
    """A clipboard that knows whose it is; the platform without a screen has none that does."""

    Mode = QClipboard.Mode

    def __init__(self, *, ours: bool) -> None:
        super().__init__()
        self.ours, self.cleared = ours, list[QClipboard.Mode]()

    def ownsClipboard(self) -> bool:  # noqa: N802
        return self.ours

    def ownsSelection(self) -> bool:  # noqa: N802
        return False

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


@pytest.mark.parametrize("ours", [True, False])
def test_locking_empties_the_clipboard_where_it_is_the_programs_own(
    open_window: Open, file: Path, monkeypatch: pytest.MonkeyPatch, ours: bool
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    clipboard = OwnClipboard(ours=ours)
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    desk.keys.lock()
    assert clipboard.cleared == ([QClipboard.Mode.Clipboard] if ours else [])
    wait(window)


def test_leaving_from_the_lock_screen_there_is_a_backup(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.client.set(Client("RF-14", SCORES))
    desk.keys.lock()
    wait(window)
    cover = desk.window.cover
    assert isinstance(cover, LockCover)
    cover.leave.click()
    wait(window)
    assert not window.isVisible()
    (backup,) = list_backups(file)
    assert backup.kind == "locked"
    assert preview_restore(backup.path, None, PASSPHRASE).then.clients == 1


def test_a_new_process_is_told_nothing_that_says_who_the_client_is(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    uid = desk.clients_file.session.uid
    told: list[Locked] = []
    desk.caseload.guard.start_anew = told.append
    desk.keys.toggle_notes()
    desk.keys.lock()
    wait(window)
    for _ in range(20):
        if told:
            break
        QTest.qWait(100)
    (locked,) = told
    assert (locked.client, locked.noting, locked.codes, locked.said) == (uid, True, (), "")
    environment = {"COUNSELOR_LOCKED": json.dumps(asdict(locked)), "HOME": "/"}
    assert begun_locked(environment) == locked
    assert environment == {"HOME": "/"}
    for strange in ("", "[]", "{}", "null", '{"client": 1'):
        assert begun_locked({"COUNSELOR_LOCKED": strange}) is None


def test_what_only_memory_holds_is_not_lost_by_locking(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk)
    desk.client.set(Client("not kept", SCORES))
    told: list[Locked] = []
    desk.caseload.guard.start_anew = told.append
    for one in window.findChildren(QDialog):
        one.close()
    desk.keys.lock()
    wait(window)
    QTest.qWait(400)
    assert told == []


def test_a_file_replaced_under_the_window_is_told(
    open_window: Open, file: Path, tmp_path: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    workspace = desk.clients_file.kept.workspace
    assert workspace is not None
    theirs = shutil.copyfile(make_backup(workspace), tmp_path / "theirs")
    desk.client.set(Client("RF-14", SCORES))
    theirs.replace(file)
    desk.jobs.open(CLERKS)
    desk.keys.toggle_shortlist()
    wait(window)
    assert "while it was open" in texts(window)
    assert (file.parent / "clients-from-elsewhere-1.counselor").is_file()


def test_a_backup_from_the_future_is_said_to_be_that() -> None:
    today = datetime(2026, 11, 29, 12, tzinfo=UTC)
    wrong = Backup(Path("a"), today.replace(year=2040), "", 5_000, 7)
    right = Backup(Path("b"), today, "locked", 5_000, 6)
    assert "2040-11-29: this backup is dated in the future" in backup_lines(wrong, today).title
    assert "dated in the future" in backup_status([wrong, right], today)
    assert "future" not in backup_lines(right, today).title
    assert "when the window was locked" in backup_lines(right, today).note


def test_locked_by_key_nothing_of_the_client_is_left_and_it_all_comes_back(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.client.set(Client("RF-14", SCORES))
    desk.jobs.open(CLERKS)
    desk.keys.toggle_shortlist()
    desk.keys.toggle_notes()
    assert desk.window.beside is not None
    desk.window.beside.editor.setPlainText("worried about math")
    press_ctrl(window, Qt.Key.Key_L)
    wait(window)
    cover = desk.window.cover
    assert isinstance(cover, LockCover)
    assert cover.geometry() == window.rect()
    assert desk.clients_file.kept is None
    assert not desk.client.client.known
    assert desk.shortlist.codes == ()
    assert "RF-14" not in texts(window)
    assert "math" not in texts(window)
    assert window.windowTitle() == "Counselor"
    press_ctrl(window, Qt.Key.Key_K)
    QTest.keyClick(cover, Qt.Key.Key_X)
    assert not window.search.hasFocus()
    assert cover.form.old is not None
    cover.form.old.setText("not this one")
    cover.form.enter()
    wait(window)
    assert "does not open" in cover.form.trouble.text()
    open_again(window, desk)
    assert desk.client.client == Client("RF-14", SCORES)
    assert (shown(desk), desk.shortlist.codes) == ([CLERKS], (CLERKS,))
    assert desk.window.beside is not None, "notes that were open are open again"
    assert "worried about math" not in texts(desk.window.beside)
    assert "1 note for me only: show" in texts(desk.window.beside)
    desk.window.beside.unfolded.emit()
    settle()
    assert "worried about math" in texts(desk.window.beside)


def test_it_locks_when_nobody_is_there_also_under_a_dialog(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    idle = desk.caseload.idle
    assert idle is not None
    now = [0.0]
    idle.clock = lambda: now[0]
    idle.touch()
    desk.counsel.type_scores()
    typing = dialog(window, ScoresDialog)
    typing.activateWindow()
    settle()
    now[0] = 9 * 60
    QTest.keyClick(typing.windowHandle(), Qt.Key.Key_Shift)
    now[0] = 15 * 60
    idle.look()
    assert not desk.caseload.locked  # six minutes after the last key
    now[0] = 19 * 60 + 1
    idle.look()
    wait(window)
    assert desk.caseload.locked
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]
    open_again(window, desk)
    desk.counsel.type_scores()
    typing = dialog(window, ScoresDialog)
    typing.activateWindow()
    settle()
    QTest.keyClick(typing.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait(window)
    assert desk.caseload.locked
