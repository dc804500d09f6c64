"""Backups read back, are kept n, and going back to one loses nothing without saying so."""

from __future__ import annotations

import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, Ticking, fill

from counselor_app.errors import UserError
from counselor_app.workspace import backups, notes
from counselor_app.workspace.backups import backup_due, list_backups, make_backup, opens
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete
from counselor_app.workspace.log import read_log
from counselor_app.workspace.opening import change_passphrase, close_workspace, open_workspace
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import Counts, preview_restore, restore
from counselor_app.workspace.settings import FileSettings, save_settings
from counselor_app.workspace.trouble import DamagedFileError, InUseError, WrongPassphraseError


def test_closing_makes_a_backup_only_when_something_changed(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    fill(workspace, "RF-14")
    clock.at += timedelta(minutes=1)
    close_workspace(workspace)
    assert [backup.made for backup in list_backups(path)] == [clock.at]
    clock.at += timedelta(days=1)
    close_workspace(open_workspace(path, PASSPHRASE, clock=clock))
    assert len(list_backups(path)) == 1


def test_the_newest_are_kept(workspace: Workspace, path: Path, clock: Ticking) -> None:
    save_settings(workspace, FileSettings(backups=3))
    made = []
    for name in "abcde":
        save_client(workspace, name)
        clock.at += timedelta(hours=5)
        assert backup_due(workspace)
        made.append(make_backup(workspace))
        assert not backup_due(workspace)
    assert [backup.path for backup in list_backups(path)] == made[:1:-1]


def test_a_clock_that_was_wrong_stops_no_backup(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    save_settings(workspace, FileSettings(backups=2))
    right, clock.at = clock.at, clock.at.replace(year=2040)
    make_backup(workspace)
    clock.at = right
    save_client(workspace, "RF-14")
    assert backup_due(workspace)
    made = make_backup(workspace)
    clock.at += timedelta(days=1)
    save_client(workspace, "RF-15")
    assert backup_due(workspace)
    close_workspace(workspace)
    newest, before = list_backups(path)
    assert newest.made == clock.at
    assert before.path == made  # and the one dated 2040, the oldest of the three, is let go
    assert not newest.from_the_future(clock.at)


def test_backups_come_back_in_the_order_they_were_made_whatever_the_clock_said(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    """The clock jumps ahead and back while 23 clients are added: the last backup has them all."""
    right = clock.at
    for number in range(23):
        clock.at = right.replace(year=2040 - number) if number % 2 else right
        save_client(workspace, f"client {number}")
        make_backup(workspace)
    clock.at = right
    found = list_backups(path, clock)
    assert [backup.number for backup in found] == list(range(23, 13, -1))
    close_workspace(workspace)
    restore(path, found[0].path, PASSPHRASE)
    opened = open_workspace(path, PASSPHRASE, clock=clock)
    assert len(list_clients(opened)) == 23
    opened.shut()


def test_backups_of_earlier_versions_come_after_and_the_future_ones_last(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    numbered = make_backup(workspace)
    for stamp in ("20260301T000000Z", "20400101T000000Z", "20260302T000000Z"):
        shutil.copyfile(numbered, numbered.with_name(f"clients-{stamp}.counselor"))
    found = list_backups(path, clock)
    assert [(one.number, one.made.year, one.made.day) for one in found] == [
        (1, 2026, 2), (0, 2026, 2), (0, 2026, 1), (0, 2040, 1),
    ]  # fmt: skip
    assert [one.from_the_future(clock.at) for one in found] == [False, False, False, True]


def test_going_back_does_not_begin_the_numbers_again(workspace: Workspace, path: Path) -> None:
    first = make_backup(workspace)
    for name in ("a", "b"):
        save_client(workspace, name)
        make_backup(workspace)
    close_workspace(workspace, backup=False)
    restore(path, first, PASSPHRASE)
    opened = open_workspace(path, PASSPHRASE)
    save_client(opened, "after")
    assert make_backup(opened) == list_backups(path)[0].path
    assert [backup.number for backup in list_backups(path)] == [5, 4, 3, 2, 1]
    opened.shut()


def test_locking_often_leaves_the_older_backups(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    opened, usual = workspace, make_backup(workspace)
    for minute in range(10):
        save_client(opened, f"client {minute}")
        clock.at += timedelta(minutes=10)
        close_workspace(opened, locking=True)
        opened = open_workspace(path, PASSPHRASE, clock=clock)
    assert [one.kind for one in list_backups(path)] == ["locked", ""]
    assert list_backups(path)[1].path == usual
    assert len(preview_restore(list_backups(path)[0].path, opened).vanish) == 0
    opened.shut()


def test_what_a_crash_left_out_of_the_backups_is_backed_up_next_time(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    make_backup(workspace)
    clock.at += timedelta(minutes=1)
    save_client(workspace, "RF-14")
    workspace.shut()
    clock.at += timedelta(minutes=1)
    close_workspace(open_workspace(path, PASSPHRASE, clock=clock))
    assert list_backups(path)[0].made == clock.at


def test_other_files_in_the_folder_are_nobodys_backups(workspace: Workspace, path: Path) -> None:
    backup = make_backup(workspace)
    (backup.parent / "clients-2-20260101T000000Z.counselor").write_bytes(b"another file's")
    (backup.parent / "clients-notes.counselor").write_bytes(b"a stray file")
    assert [found.path for found in list_backups(path)] == [backup]


def test_clients_are_saved_while_a_backup_is_being_made(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, "RF-14")
    copying, go_on = threading.Event(), threading.Event()
    copy = backups.shutil.copyfile

    def slow_copy(source: Path, target: Path) -> None:
        copying.set()
        assert go_on.wait(10)
        copy(source, target)

    monkeypatch.setattr(backups.shutil, "copyfile", slow_copy)
    maker = threading.Thread(target=make_backup, args=(workspace,))
    maker.start()
    assert copying.wait(10)
    meanwhile = save_client(workspace, "meanwhile")
    go_on.set()
    maker.join()
    (backup,) = list_backups(path)
    assert opens(backup.path, workspace.key)
    assert preview_restore(backup.path, workspace).vanish == ("meanwhile",)
    assert read_record(workspace, meanwhile).name == "meanwhile"


def test_a_backup_that_does_not_read_back_is_not_kept(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, "RF-14")

    def torn_copy(source: Path, target: Path) -> None:
        content = bytearray(source.read_bytes())
        content[9000] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr(backups.shutil, "copyfile", torn_copy)
    with pytest.raises(DamagedFileError):
        make_backup(workspace)
    assert list(backups.backup_folder(path).iterdir()) == []


def test_the_file_is_closed_even_when_no_backup_can_be_made(
    workspace: Workspace, path: Path
) -> None:
    fill(workspace, "RF-14")
    backups.backup_folder(path).write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError, match="could not be written"):
        close_workspace(workspace)
    opened = open_workspace(path, PASSPHRASE)
    assert len(list_clients(opened)) == 1
    opened.shut()


def test_a_preview_says_what_going_back_would_change(workspace: Workspace, clock: Ticking) -> None:
    client = fill(workspace, "RF-14")
    fill(workspace, "unchanged")
    backup = make_backup(workspace)
    clock.at += timedelta(days=1)
    notes.save_note(workspace, client, "more", "client")
    save_client(workspace, "new")
    found = preview_restore(backup, workspace)
    assert (found.then, found.now) == (Counts(2, 2, 4), Counts(3, 2, 5))
    assert (found.vanish, found.come_back, found.older) == (("new",), (), ("RF-14",))
    assert preview_restore(backup, None, PASSPHRASE).now is None
    with pytest.raises(WrongPassphraseError, match="earlier passphrase"):
        preview_restore(backup, workspace, "three other words")


def test_going_back_keeps_the_present_file_and_its_log(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    fill(workspace, "RF-14")
    backup = make_backup(workspace)
    clock.at += timedelta(days=1)
    save_client(workspace, "new")
    with pytest.raises(InUseError):
        restore(path, backup, PASSPHRASE)
    lines = len(read_log(workspace))
    close_workspace(workspace, backup=False)
    kept = restore(path, backup, PASSPHRASE, clock=clock, who="counselor")
    opened = open_workspace(path, PASSPHRASE, clock=clock)
    assert [line.name for line in list_clients(opened)] == ["RF-14"]
    assert len(read_log(opened)) == lines + 3  # closed, restored, opened
    assert kept is not None
    assert preview_restore(kept, opened).come_back == ("new",)
    opened.shut()


@pytest.mark.parametrize("size", [0, 4096 * 3 + 5])
def test_a_damaged_file_is_kept_as_it_is_beside_its_restored_backup(
    workspace: Workspace, path: Path, size: int
) -> None:
    fill(workspace, "RF-14")
    close_workspace(workspace)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedFileError) as refused:
        open_workspace(path, PASSPHRASE)
    assert refused.value.backup is not None
    kept = restore(path, refused.value.backup, PASSPHRASE)
    assert kept is not None
    assert kept.stat().st_size == size
    opened = open_workspace(path, PASSPHRASE)
    assert [line.name for line in list_clients(opened)] == ["RF-14"]
    opened.shut()


def test_a_restore_that_fails_changes_nothing(workspace: Workspace, path: Path) -> None:
    fill(workspace, "RF-14")
    backup = make_backup(workspace)
    close_workspace(workspace, backup=False)
    before = path.read_bytes()
    content = bytearray(backup.read_bytes())
    content[8200] ^= 1
    backup.write_bytes(content)
    with pytest.raises(DamagedFileError):
        restore(path, backup, PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        restore(path, backup, "three other words")
    assert path.read_bytes() == before


def test_a_backup_from_before_a_new_passphrase_carried_elsewhere_comes_back(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    fill(workspace, "RF-14")
    carried = make_backup(workspace).rename(tmp_path / "carried.counselor")
    change_passphrase(workspace, PASSPHRASE, "four plain words")
    save_client(workspace, "new")
    assert preview_restore(carried, workspace, PASSPHRASE).vanish == ("new",)
    close_workspace(workspace)
    restore(path, carried, PASSPHRASE)
    opened = open_workspace(path, PASSPHRASE)
    assert [line.name for line in list_clients(opened)] == ["RF-14"]
    opened.shut()


def test_going_back_brings_back_a_client_who_was_deleted_since(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    """The file is closed before it is replaced: what is marked as deleted must outlive that."""
    client = save_client(workspace, "Jordan")
    clock.at += timedelta(minutes=1)
    backup = make_backup(workspace)
    delete(workspace, "client", client)
    assert preview_restore(backup, workspace).come_back == ("Jordan",)
    close_workspace(workspace, backup=False)
    restore(path, backup, PASSPHRASE)
    again = open_workspace(path, PASSPHRASE, clock=clock)
    assert [line.name for line in list_clients(again)] == ["Jordan"]
    close_workspace(again)
