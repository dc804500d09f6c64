"""A clients' file of every shape there ever was opens, whole, after a verified backup.

The stored files hold one client with one of every part; their passphrase is "a stored file".
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from workspace_files import SELF_REPORTS

from counselor_app.workspace.answers import save_self_report
from counselor_app.workspace.backups import list_backups, opens
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.deletion import delete
from counselor_app.workspace.key import is_dated, salt_of
from counselor_app.workspace.log import read_log
from counselor_app.workspace.migrate import migrations, version_of
from counselor_app.workspace.notes import save_report
from counselor_app.workspace.opening import close_workspace, open_workspace
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import restore

STORED = Path(__file__).parent
PASSPHRASE = "a stored file"
SET_ASIDE = 1 + next(n for n, sql in enumerate(migrations()) if "TABLE set_aside" in sql)
"""From this shape on a file holds what is set aside, and was made with a key of Argon2id."""

PLANNED = 1 + next(n for n, sql in enumerate(migrations()) if "due TEXT" in sql)
"""From this shape on a step has a day and a person."""

TOLD = 1 + next(n for n, sql in enumerate(migrations()) if "TABLE self_report" in sql)
"""From this shape on a file holds what a client says of themselves."""


def test_a_file_of_every_shape_is_stored() -> None:
    shapes = {path.stem for path in STORED.glob("clients-v*.counselor")}
    assert shapes == {f"clients-v{number}" for number in range(1, len(migrations()) + 1)}


@pytest.mark.parametrize("shape", range(1, len(migrations()) + 1))
def test_it_opens_whole_and_is_backed_up_first(tmp_path: Path, shape: int) -> None:
    path = tmp_path / "clients.counselor"
    shutil.copyfile(STORED / f"clients-v{shape}.counselor", path)
    workspace = open_workspace(path, PASSPHRASE)
    assert version_of(workspace.connection) == len(migrations())
    (line,) = list_clients(workspace)
    record = read_record(workspace, line.uid)
    words = f"kept since shape {shape}"
    assert [note.text for note in record.notes] == [words, f"{words}, but not outdoors"]
    assert [step.text for step in record.steps] == [f"visit: {words}"]
    due = [(step.due, step.who) for step in record.steps]
    assert due == [(date(2026, 3, 9), "an aunt") if shape >= PLANNED else (None, "")]
    assert [one.code for one in record.shortlist] == ["43-4051.00", "29-1141.00"]
    assert [taken.scores.letters for taken in record.scores] == ["", "CES"]
    assert record.scores[0].scores.scores == (8, 14, 10, 22, 25, 33)
    assert (len(record.inventories[0].given), len(record.inventories[0].skipped)) == (7, 2)
    assert {rated.element: rated.level for rated in record.ratings} == {
        "2.A.1.a": 3.5,
        "2.B.1.a": 0.0,
    }
    assert (record.values is not None) == (shape >= 3)
    assert bool(record.set_aside) == (shape >= SET_ASIDE)
    told = {one.kind: one.value for one in record.self_reports}
    assert told == (SELF_REPORTS if shape >= TOLD else {})
    assert len(record.sessions) == 1
    save_report(workspace, line.uid, "comparison", ["43-4051.00"], "A4, printed")

    steps = (shape < SET_ASIDE) + (shape < len(migrations()))  # the key, and the shape
    assert [backup.kind for backup in list_backups(path)] == ["before-update"] * bool(steps)
    assert [log.action for log in read_log(workspace)][: 1 + steps] == (
        ["opened", *["brought up to date"] * steps]
    )
    close_workspace(workspace)
    # The file and every backup now have a key of Argon2id, and the same one.
    assert not is_dated(workspace.key)
    assert salt_of(path) == workspace.key.salt
    assert all(opens(backup.path, workspace.key) for backup in list_backups(path))


def test_a_backup_of_an_earlier_shape_stands_in_no_ones_way(tmp_path: Path) -> None:
    path = tmp_path / "clients.counselor"
    shutil.copyfile(STORED / "clients-v3.counselor", path)
    workspace = open_workspace(path, PASSPHRASE)
    ((client,),) = workspace.rows("SELECT uid FROM client")
    save_self_report(workspace, client, "cards", SELF_REPORTS["cards"])
    (said,) = read_record(workspace, client).self_reports
    delete(workspace, "self_report", said.uid)
    close_workspace(workspace)
    again = open_workspace(path, PASSPHRASE)
    assert read_record(again, client).self_reports == ()
    assert len(list_backups(path)) == 2
    again.shut()


def test_a_file_with_a_key_of_argon2id_opens_with_that_key(tmp_path: Path) -> None:
    path = tmp_path / "clients.counselor"
    shutil.copyfile(STORED / "clients-argon2id.counselor", path)
    salt = salt_of(path)
    workspace = open_workspace(path, PASSPHRASE)
    (line,) = list_clients(workspace)
    words = "kept since Argon2id"
    record = read_record(workspace, line.uid)
    assert [note.text for note in record.notes] == [words, f"{words}, but not outdoors"]
    close_workspace(workspace)
    assert salt_of(path) == salt


def test_a_backup_of_an_old_shape_is_restored(tmp_path: Path) -> None:
    path = tmp_path / "clients.counselor"
    old = STORED / "clients-v1.counselor"
    before = old.read_bytes()
    assert restore(path, old, PASSPHRASE) is None
    workspace = open_workspace(path, PASSPHRASE)
    assert [line.name for line in list_clients(workspace)] == ["RF-14"]
    workspace.shut()
    assert old.read_bytes() == before


def test_a_carried_backup_of_an_earlier_version_gets_the_key_that_the_file_has(
    tmp_path: Path,
) -> None:
    """Else the backups that are there would not open with the file's key any more."""
    path = tmp_path / "clients.counselor"
    shutil.copyfile(STORED / "clients-v3.counselor", path)
    close_workspace(open_workspace(path, PASSPHRASE))
    restore(path, STORED / "clients-v1.counselor", PASSPHRASE)
    workspace = open_workspace(path, PASSPHRASE)
    assert len(list_backups(path)) == 3
    assert all(opens(backup.path, workspace.key) for backup in list_backups(path))
    workspace.shut()
