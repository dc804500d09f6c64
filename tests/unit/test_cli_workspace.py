"""workspace check, backup, restore, purge: what they print, ask and refuse."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS, Ticking, fill

from counselor_app.cli import main
from counselor_app.paths import clients_file
from counselor_app.workspace import key
from counselor_app.workspace.backups import list_backups
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete_for_good
from counselor_app.workspace.opening import close_workspace, create_workspace, open_workspace


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual clients' file, with a client who was last seen in March 2026."""
    monkeypatch.setattr(key, "_ROUNDS", QUICK_ROUNDS)
    monkeypatch.setattr(key, "_COST", QUICK_COST)
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path))
    workspace = create_workspace(clients_file(), PASSPHRASE, clock=Ticking(), who="counselor")
    fill(workspace, "RF-14")
    close_workspace(workspace)
    return clients_file()


def run(monkeypatch: pytest.MonkeyPatch, *given: str, typed: str = PASSPHRASE + "\n") -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main(["workspace", *given])


def names(path: Path) -> set[str]:
    workspace = open_workspace(path, PASSPHRASE)
    found = {line.name for line in list_clients(workspace)}
    workspace.shut()
    return found


def test_check_says_what_is_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "check") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "clients.counselor: no damage found. 1 client, 1 session."
    assert said[1] == "clients-20260302T090000Z-1.counselor: opens, no damage found."
    backup = list_backups(path)[0].path
    backup.write_bytes(backup.read_bytes()[:-1])
    assert run(monkeypatch, "check") == 2
    said = capsys.readouterr().out
    assert f"{backup.name}: damaged: the passphrase is right, but its end is missing." in said


def test_a_month_is_not_months(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_workspace(path, PASSPHRASE)
    delete_for_good(workspace, [line.uid for line in list_clients(workspace)])
    close_workspace(workspace)
    assert run(monkeypatch, "purge", "--months", "1") == 0
    assert "within 1 month. Nothing to delete." in capsys.readouterr().out


def test_errors_are_one_line(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "check", typed="not this one\n") == 2
    assert run(monkeypatch, "check", "--file", str(path.with_name("none"))) == 2
    assert run(monkeypatch, "restore", str(path.with_name("none"))) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["counselor-app"] * 3
    assert "not this one" not in said.err


def test_backup_prints_where_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "backup") == 0
    made = Path(capsys.readouterr().out.strip())
    assert made == list_backups(path)[0].path


def test_restore_shows_what_would_change_and_asks(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_workspace(path, PASSPHRASE)
    save_client(workspace, "new")
    workspace.shut()
    backup = str(list_backups(path)[0].path)
    assert run(monkeypatch, "restore", backup) == 2
    said = capsys.readouterr()
    assert "clients: 1; now 2" in said.out
    assert "not in the backup, will be gone: new" in said.out
    assert "add --yes" in said.err
    assert names(path) == {"RF-14", "new"}
    assert run(monkeypatch, "restore", backup, "--yes") == 0
    assert "is kept as clients-" in capsys.readouterr().out
    assert names(path) == {"RF-14"}


def test_restore_mends_a_damaged_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(path.read_bytes()[:6000])
    assert run(monkeypatch, "check") == 2
    assert "Restore the backup clients-20260302T090000Z" in capsys.readouterr().err
    assert run(monkeypatch, "restore", "--yes") == 0
    assert "now not readable" in capsys.readouterr().out
    assert names(path) == {"RF-14"}


def test_purge_lists_and_deletes_who_was_not_seen_for_long(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, _tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2027, 6, 1, tzinfo=UTC)

    monkeypatch.setattr("counselor_app.workspace.base.datetime", Later)
    assert run(monkeypatch, "purge") == 2
    assert "No retention period is set" in capsys.readouterr().err
    assert run(monkeypatch, "purge", "--months", "24") == 0
    assert "Nothing to delete" in capsys.readouterr().out
    assert run(monkeypatch, "purge", "--months", "12") == 2
    assert "RF-14, last seen 2026-03-02" in capsys.readouterr().out
    assert names(path) == {"RF-14"}
    assert run(monkeypatch, "purge", "--months", "12", "--yes") == 0
    assert "1 client deleted." in capsys.readouterr().out
    assert names(path) == set()
