"""A deleted client is gone: from the file, from every backup, from free pages and the log."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, Ticking, fill, found_inside

from counselor_app.errors import UserError
from counselor_app.workspace import deletion, notes
from counselor_app.workspace.backups import list_backups, make_backup, opens
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete, delete_for_good, due_for_deletion, undo
from counselor_app.workspace.log import read_log
from counselor_app.workspace.opening import close_workspace, open_workspace
from counselor_app.workspace.record import read_record
from counselor_app.workspace.sessions import start_session
from counselor_app.workspace.settings import FileSettings, save_settings


def with_backups(workspace: Workspace, clock: Ticking) -> str:
    """A client planted in the file, in two backups and among others."""
    save_client(workspace, "stays")
    client = fill(workspace, "Wilhelmina", "sunflower " * 300)
    for _ in range(2):
        make_backup(workspace)
        clock.at += timedelta(days=1)
        notes.save_note(workspace, client, "later sunflower", "counselor")
    return client


def test_deleted_for_good_is_gone_from_every_page_and_every_backup(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    client = with_backups(workspace, clock)
    names = {file.path.name for file in list_backups(path)}
    assert names < set(found_inside(path.parent, workspace.key, b"Wilhelmina"))
    assert delete_for_good(workspace, [client]) == 0
    for word in (b"Wilhelmina", b"sunflower"):
        assert found_inside(path.parent, workspace.key, word) == []
    assert found_inside(path.parent, workspace.key, b"stays") != []
    assert {file.path.name for file in list_backups(path)} == names
    assert all(opens(file.path, workspace.key) for file in list_backups(path))
    assert [line.name for line in list_clients(workspace)] == ["stays"]
    line = read_log(workspace)[0]
    assert (line.action, line.client, line.name) == ("deleted for good", client, "")


def test_deleted_can_be_undone_until_the_file_is_closed(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    client = with_backups(workspace, clock)
    note = read_record(workspace, client).notes[-1].uid
    undo(workspace, delete(workspace, "client", client))
    gone = delete(workspace, "note", note)
    close_workspace(workspace)
    opened = open_workspace(path, PASSPHRASE, clock=clock)
    assert found_inside(path.parent, opened.key, note.encode()) == []
    assert len(found_inside(path.parent, opened.key, b"Wilhelmina")) == 1 + len(list_backups(path))
    with pytest.raises(UserError, match="gone for good"):
        undo(opened, gone)
    opened.shut()


def test_a_deletion_that_was_cut_short_is_finished_on_opening(
    workspace: Workspace, path: Path, clock: Ticking, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = with_backups(workspace, clock)

    def cut_short(*_given: object) -> None:
        raise KeyboardInterrupt

    for step in ("rewrite", "_delete_rows", "_clean"):
        with monkeypatch.context() as patched:
            patched.setattr(deletion, step, cut_short)
            with pytest.raises(KeyboardInterrupt):
                delete_for_good(workspace, [client])
        assert [line.name for line in list_clients(workspace)] == ["stays"]
    workspace.shut()
    opened = open_workspace(path, PASSPHRASE, clock=clock)
    assert found_inside(path.parent, opened.key, b"sunflower") == []
    assert not opened.rows("SELECT 1 FROM setting WHERE key = 'cleaning'")
    opened.shut()


def test_a_backup_that_nobody_can_look_into_is_let_go(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    client = with_backups(workspace, clock)
    oldest = list_backups(path)[-1].path
    oldest.write_bytes(oldest.read_bytes()[:-100])
    assert delete_for_good(workspace, [client]) == 1
    assert not oldest.exists()


def test_clients_not_seen_for_long_are_suggested(workspace: Workspace, clock: Ticking) -> None:
    clock.at = clock.at.replace(year=2024, month=8, day=31)
    save_client(workspace, "never seen")
    seen = save_client(workspace, "seen since")
    clock.at = clock.at.replace(year=2025, month=3, day=1)
    start_session(workspace, seen)
    assert due_for_deletion(workspace) == ()
    save_settings(workspace, FileSettings(retention_months=6))
    clock.at = clock.at.replace(year=2025, month=2, day=28)
    assert due_for_deletion(workspace) == ()
    clock.at = clock.at.replace(month=3, day=2)
    assert [line.name for line in due_for_deletion(workspace)] == ["never seen"]
    clock.at = clock.at.replace(year=2026)
    assert [line.name for line in due_for_deletion(workspace)] == ["never seen", "seen since"]
    assert due_for_deletion(workspace, 240) == ()


def test_a_note_deleted_costs_no_backup_that_cannot_be_looked_into(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    client = with_backups(workspace, clock)
    oldest = list_backups(path)[-1].path
    oldest.write_bytes(oldest.read_bytes()[:-100])
    delete(workspace, "note", read_record(workspace, client).notes[0].uid)
    close_workspace(workspace)
    assert oldest.exists()


def test_the_file_opens_even_when_what_was_begun_cannot_be_finished(
    workspace: Workspace, path: Path, clock: Ticking, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = with_backups(workspace, clock)
    delete(workspace, "client", client)
    workspace.shut()

    def unwritable(*_given: object) -> None:
        raise UserError("clients-1 could not be written: read-only.")

    with monkeypatch.context() as patched:
        patched.setattr(deletion, "rewrite", unwritable)
        opened = open_workspace(path, PASSPHRASE, clock=clock)
        assert "could not be finished yet. clients-1 could not be written" in opened.remark
        assert [line.name for line in list_clients(opened)] == ["stays"]
        opened.shut()
    opened = open_workspace(path, PASSPHRASE, clock=clock)
    assert opened.remark == ""
    assert found_inside(path.parent, opened.key, b"sunflower") == []
    opened.shut()
