"""Deleting: undone while the file stays open; then gone from the file and from every backup.

What is deleted is first only marked, so that it can be undone. Closing the file, or deleting for
good, removes it, in an order that a program killed at any moment leaves something to finish from:

1. The marks stand in the file. They are the intent: opening the file removes what is marked.
2. Every backup that holds a marked row is written anew without it. When a client is deleted, a
   backup that is damaged or does not open with the file's passphrase is let go, because nobody
   can say whom it holds; a log of this file that was set aside goes too. One that cannot be read
   at all stops the work, which is done later.
3. One transaction removes the rows and sets ``cleaning``.
4. ``VACUUM`` leaves no free page, the write-ahead log is emptied, ``cleaning`` is taken away.
   Opening the file does this step again where it was not finished.

The log keeps the client's uid, which then says nothing. Copies that were carried elsewhere, and
files handed over or exported, are beyond the program.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from counselor_app.domain.record.record import ClientLine
from counselor_app.errors import UserError
from counselor_app.language import Said, _
from counselor_app.workspace.backups import let_go, list_backups, require_backup_folder, rewrite
from counselor_app.workspace.base import Workspace, client_of, connect, telling
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.key import Key
from counselor_app.workspace.log import write_log
from counselor_app.workspace.rest import checkpoint
from counselor_app.workspace.settings import read_settings
from counselor_app.workspace.trouble import DamagedFileError, NewerFileError
from counselor_app.workspace.wal import drop_aside

Part = Literal["client", "session", "note", "step", "self_report"]
PARTS: tuple[Part, ...] = get_args(Part)
_GONE: dict[Part, Said] = {
    "client": _("This client is gone for good and cannot be brought back."),
    "session": _("This session is gone for good and cannot be brought back."),
    "note": _("This note is gone for good and cannot be brought back."),
    "step": _("This step is gone for good and cannot be brought back."),
    "self_report": _("These answers are gone for good and cannot be brought back."),
}
Progress = Callable[[int, int, str], None]
Marked = Mapping[Part, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Deletion:
    """What was deleted, for `undo`."""

    part: Part
    uid: str


def delete(workspace: Workspace, part: Part, uid: str) -> Deletion:
    """Delete a client, or one session (with its notes, answers and scores), note, step or
    self-report.

    `undo` brings it back until the file is closed.

    Raises:
        UserError: when it is not in the file or cannot be saved.
    """
    owner = uid if part == "client" else client_of(workspace, part, uid)
    with workspace.change(owner) as connection:
        sql = f"UPDATE {part} SET deleted = ? WHERE uid = ? AND deleted IS NULL"
        connection.execute(sql, (workspace.now(), uid))
        write_log(workspace, "deleted", owner, part)
    return Deletion(part, uid)


def undo(workspace: Workspace, deletion: Deletion) -> None:
    """Bring back what was deleted.

    Raises:
        UserError: when it is gone for good, or a client's name was taken meanwhile.
    """
    part, uid = deletion.part, deletion.uid
    with workspace.change() as connection:
        if part == "client" and workspace.rows(
            "SELECT 1 FROM client AS old JOIN client AS new USING (folded)"
            " WHERE old.uid = ? AND new.deleted IS NULL",
            uid,
        ):
            raise UserError(
                _("Another client has this name now. Rename that one, then bring this one back.")
            )
        sql = f"UPDATE {part} SET deleted = NULL WHERE uid = ? AND deleted IS NOT NULL"
        if not connection.execute(sql, (uid,)).rowcount:
            raise UserError(_GONE[part])
        owner = uid if part == "client" else client_of(workspace, part, uid)
        write_log(workspace, "undeleted", owner, part)


def delete_for_good(
    workspace: Workspace, clients: Sequence[str], progress: Progress | None = None
) -> int:
    """Remove clients at once from the file and from every backup; how many backups were let go.

    A program killed meanwhile finishes it when the file is opened again. See the module's text
    for the order.

    Raises:
        UserError: when something cannot be written. The clients are then no longer shown, and
            the next opening or closing finishes it; where the backups' folder cannot be reached
            nothing is begun.
    """
    require_backup_folder(workspace.path)
    with workspace.change() as connection:
        connection.executemany(
            "UPDATE client SET deleted = coalesce(deleted, ?) WHERE uid = ?",
            [(workspace.now(), client) for client in clients],
        )
    return _remove(workspace, {"client": clients}, progress)


def finish_deletions(workspace: Workspace, progress: Progress | None = None) -> int:
    """Remove all that is marked, and what a killed program left; how many backups were let go."""
    marked: dict[Part, list[str]] = {}
    for part in PARTS:
        found = workspace.rows(f"SELECT uid FROM {part} WHERE deleted IS NOT NULL")
        if found:
            marked[part] = [uid for (uid,) in found]
    gone = _remove(workspace, marked, progress) if marked else 0
    if workspace.rows("SELECT 1 FROM setting WHERE key = 'cleaning'"):
        _clean(workspace)
    return gone


def due_for_deletion(workspace: Workspace, months: int | None = None) -> tuple[ClientLine, ...]:
    """Clients not seen for longer than the retention period, the longest ago first.

    ``months`` stands instead of the period that is set. Without a session, the day the client was
    added counts. Empty when no period is set.
    """
    months = read_settings(workspace).retention_months if months is None else months
    if not months:
        return ()
    limit = _months_before(workspace.clock(), months)
    old = [line for line in list_clients(workspace) if (line.last or line.created) < limit]
    return tuple(reversed(old))


def _remove(workspace: Workspace, marked: Marked, progress: Progress | None) -> int:
    with workspace.long:
        gone = _clean_backups(workspace, marked, progress or (lambda _done, _of, _what: None))
        with workspace.change() as connection:
            for part, uids in marked.items():
                for uid in uids:
                    owner = uid if part == "client" else client_of(workspace, part, uid)
                    if owner:
                        write_log(workspace, "deleted for good", owner, part)
            _delete_rows(connection, marked)
            connection.execute("INSERT OR REPLACE INTO setting VALUES ('cleaning', '1')")
        _clean(workspace)
    return gone


def _clean(workspace: Workspace) -> None:
    """Leave no free page and no old page in the log."""
    with workspace.long, workspace.turn:
        workspace.rows("VACUUM")
        checkpoint(workspace)
        with workspace.change() as connection:
            connection.execute("DELETE FROM setting WHERE key = 'cleaning'")
        checkpoint(workspace)


def _clean_backups(workspace: Workspace, marked: Marked, progress: Progress) -> int:
    gone = 0
    require_backup_folder(workspace.path)
    if marked.get("client"):
        with telling(workspace.path, "cleaned"):
            drop_aside(workspace.path, workspace.key)
    backups = list_backups(workspace.path)
    for number, backup in enumerate(backups):
        progress(number, len(backups), _("Cleaning the backups"))
        try:
            if _holds(backup.path, workspace.key, marked):
                rewrite(backup.path, workspace.key, lambda inside: _delete_rows(inside, marked))
        except (DamagedFileError, NewerFileError):
            if marked.get("client"):
                with telling(backup.path, "cleaned"):
                    let_go(backup.path)
                gone += 1
    progress(len(backups), len(backups), _("Cleaning the backups"))
    return gone


def _holds(backup: Path, key: Key, marked: Marked) -> bool:
    with telling(backup, "read"), closing(connect(backup, key, "ro")) as connection:
        return any(
            connection.execute(f"SELECT 1 {_among(part)} LIMIT 1", (json.dumps(uids),)).fetchall()
            for part, uids in _known(connection, marked)
        )


def _delete_rows(connection: Any, marked: Marked) -> None:
    for part, uids in _known(connection, marked):
        connection.execute(f"DELETE {_among(part)}", (json.dumps(list(uids)),))


def _known(connection: Any, marked: Marked) -> list[tuple[Part, Sequence[str]]]:
    """What a file can hold of it: a backup of an earlier shape lacks some tables."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return [(part, uids) for part, uids in marked.items() if part in tables]


def _among(part: Part) -> str:
    return f"FROM {part} WHERE uid IN (SELECT value FROM json_each(?))"


def _months_before(day: datetime, months: int) -> datetime:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
