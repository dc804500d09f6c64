"""One client in an encrypted file for another counselor, and taken in there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, Ticking, everything_in, fill

from counselor_app.errors import UserError
from counselor_app.workspace import handover, notes
from counselor_app.workspace.backups import make_backup
from counselor_app.workspace.base import Workspace, connect
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete
from counselor_app.workspace.handover import export_client, import_client, preview_import
from counselor_app.workspace.key import derive, salt_of
from counselor_app.workspace.log import read_log
from counselor_app.workspace.opening import create_workspace, open_workspace
from counselor_app.workspace.record import read_record
from counselor_app.workspace.trouble import WrongPassphraseError

OWN = "for the other one"


@pytest.fixture
def other(tmp_path: Path, clock: Ticking) -> Iterator[Workspace]:
    opened = create_workspace(
        tmp_path / "other" / "clients.counselor", "somewhere else", clock=clock
    )
    yield opened
    opened.shut()


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return tmp_path / "sent" / "client.handover"


def test_a_client_arrives_whole(workspace: Workspace, other: Workspace, sent: Path) -> None:
    client = fill(workspace, "RF-14", "sunflower")
    export_client(workspace, client, sent, OWN)
    assert [path for path, _ in everything_in(sent.parent)] == [sent]
    assert not any(word in sent.read_bytes() for word in (b"RF-14", b"sunflower"))
    incoming = preview_import(other, sent, OWN)
    assert incoming.ways == ("add",)
    assert incoming.new == {
        "sessions": 1,
        "inventories": 1,
        "scores": 2,
        "notes": 2,
        "steps": 1,
        "reports": 1,
        "self_reports": 5,
    }
    assert list_clients(other) == ()
    assert import_client(other, incoming, "add") == client
    assert read_record(other, client) == read_record(workspace, client)
    assert read_log(workspace)[0].action == "handed over"
    assert read_log(other)[0].action == "imported"
    assert [path.name for path, _ in everything_in(other.path.parent)] == [
        ".clients.counselor.lock",
        ".clients.counselor.seals",
        "clients.counselor",
        "clients.counselor-wal",
    ]


def test_notes_for_the_counselor_only_can_stay_behind(
    workspace: Workspace, other: Workspace, sent: Path
) -> None:
    export_client(workspace, fill(workspace, "RF-14"), sent, OWN, private=False)
    readers = {note.reader for note in preview_import(other, sent, OWN).record.notes}
    assert readers == {"client"}


def test_two_copies_are_merged_and_what_was_changed_last_holds(
    workspace: Workspace, other: Workspace, sent: Path, clock: Ticking
) -> None:
    client = fill(workspace, "RF-14")
    export_client(workspace, client, sent, OWN)
    import_client(other, preview_import(other, sent, OWN), "add")
    first = read_record(workspace, client).notes[0].uid
    clock.at += timedelta(days=1)
    notes.change_note(other, first, "written there", "client")
    notes.save_shortlist(other, client, ["29-1141.00", "15-1252.00"])
    clock.at += timedelta(days=1)
    notes.save_note(workspace, client, "written here", "client")
    export_client(other, client, sent, OWN)
    incoming = preview_import(workspace, sent, OWN)
    assert incoming.ways == ("merge", "beside")
    assert not incoming.newer
    assert import_client(workspace, incoming, "merge") == client
    record = read_record(workspace, client)
    assert {note.text for note in record.notes} == {
        "written there",
        "likes to build, but not outdoors",
        "written here",
    }
    assert [one.code for one in record.shortlist] == ["43-4051.00", "29-1141.00", "15-1252.00"]
    assert len(record.scores) == 2


def test_a_copy_beside_has_keys_of_its_own(workspace: Workspace, sent: Path) -> None:
    client = fill(workspace, "RF-14")
    export_client(workspace, client, sent, OWN)
    incoming = preview_import(workspace, sent, OWN)
    with pytest.raises(UserError, match="here already"):
        import_client(workspace, incoming, "add")
    beside = import_client(workspace, incoming, "beside")
    assert sorted(line.name for line in list_clients(workspace)) == ["RF-14", "RF-14 (2)"]
    one, two = read_record(workspace, client), read_record(workspace, beside)
    assert [note.text for note in one.notes] == [note.text for note in two.notes]
    assert two.inventories[0].session == two.sessions[0].uid
    assert two.scores[1].inventory == two.inventories[0].uid
    assert two.inventories[0].given == one.inventories[0].given
    notes.change_note(workspace, two.notes[0].uid, "only in the copy", "client")
    assert read_record(workspace, client) == one


def test_a_name_that_is_taken_gets_a_number(
    workspace: Workspace, other: Workspace, sent: Path
) -> None:
    export_client(workspace, fill(workspace, "RF-14"), sent, OWN)
    save_client(other, "rf-14")
    incoming = preview_import(other, sent, OWN)
    assert incoming.name_taken
    import_client(other, incoming, "add")
    assert {line.name for line in list_clients(other)} == {"rf-14", "RF-14 (2)"}


def test_a_client_who_was_deleted_comes_back_from_the_file(
    workspace: Workspace, sent: Path
) -> None:
    client = fill(workspace, "RF-14")
    export_client(workspace, client, sent, OWN)
    before = read_record(workspace, client)
    delete(workspace, "client", client)
    import_client(workspace, preview_import(workspace, sent, OWN), "add")
    assert read_record(workspace, client) == before


def test_what_is_no_handed_over_client_is_said(
    workspace: Workspace, sent: Path, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = fill(workspace, "RF-14")
    export_client(workspace, client, sent, OWN)
    with pytest.raises(WrongPassphraseError):
        preview_import(workspace, sent, PASSPHRASE)
    with pytest.raises(UserError, match="cannot be read"):
        preview_import(workspace, tmp_path / "missing", OWN)
    backup = make_backup(workspace)
    with pytest.raises(UserError, match="a clients’ file, not the file of one client"):
        preview_import(workspace, backup, PASSPHRASE)
    with pytest.raises(UserError, match="one client handed over, not a clients’ file"):
        open_workspace(sent, OWN)
    whole = sent.read_bytes()
    sent.write_bytes(whole[:-9])
    with pytest.raises(UserError, match="is damaged"):
        preview_import(workspace, sent, OWN)
    sent.write_bytes(whole)
    monkeypatch.setattr(handover, "LARGEST", 5_000)
    with pytest.raises(UserError, match="too large"):
        preview_import(workspace, sent, OWN)


FORGED = (
    "UPDATE client SET uid = 'x'",
    "UPDATE scores SET points = '[1, 2]'",
    "UPDATE scores SET points = '{'",
    "UPDATE scores SET points = '[\"8\", 1, 1, 1, 1, 1]'",
    "UPDATE scores SET points = '[[8], 1, 1, 1, 1, 1]'",
    *(
        f"UPDATE {place} = {nested}"
        for place in ("scores SET points", "session SET position", "report SET codes")
        for nested in (
            "'" + "[" * 100_000 + "]" * 100_000 + "'",
            "'" + "[" * 5_000 + "'",
            "'" + '{"a":' * 50_000 + "1" + "}" * 50_000 + "'",
            "'" + "1" * 10_000 + "'",
        )
    ),
    "UPDATE client SET name = hex(zeroblob(500000))",
    "UPDATE client SET name = 'ab' || char(1)",
    "UPDATE client SET name = hex(zeroblob(41))",
    "UPDATE note SET text = hex(zeroblob(1000000))",
    "UPDATE step SET text = hex(zeroblob(1000000))",
    "UPDATE scores SET instrument = 'palm-reading'",
    "UPDATE session SET started = 'yesterday'",
    "UPDATE session SET started = '2026-03-01T10:00:00'",
    "UPDATE session SET position = '[]'",
    "UPDATE session SET position = '{\"codes\": 5}'",
    "UPDATE session SET position = '{\"item\": [1]}'",
    "UPDATE answer SET given = 9",
    "UPDATE inventory SET form = 'endless'",
    "UPDATE inventory SET seconds = 9e999",
    "UPDATE self_rating SET level = 80",
    "UPDATE report SET codes = '\"43\"'",
    "UPDATE client SET name = char(10)",
    "INSERT INTO client (uid, name, folded, created, changed)"
    " SELECT '0a0a0a0a0a0a0a0a', name, folded, created, changed FROM client",
    "DELETE FROM client",
    "DROP TABLE step",
    "DROP TABLE note; CREATE VIEW note AS WITH RECURSIVE n(i) AS"
    " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS uid FROM n",
    "CREATE TRIGGER more AFTER INSERT ON log BEGIN DELETE FROM client; END",
)


def test_values_that_the_program_never_writes_are_refused(
    workspace: Workspace, other: Workspace, sent: Path
) -> None:
    export_client(workspace, fill(workspace, "RF-14"), sent, OWN)
    whole = sent.read_bytes()
    for sql in FORGED:
        sent.write_bytes(whole)
        forged = connect(sent, derive(OWN, salt_of(sent)))
        forged.execute("PRAGMA foreign_keys = OFF")
        forged.executescript(sql)
        forged.close()
        with pytest.raises(UserError) as refused:
            pytest.fail(f"{sql[:200]}: {preview_import(other, sent, OWN)}")
        assert len(str(refused.value)) < 500
    assert [p for p, _ in everything_in(other.path.parent) if "partial" in p.name] == []
