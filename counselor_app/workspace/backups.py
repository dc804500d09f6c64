"""Backups: the encrypted file copied whole, verified by opening, kept n."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from counselor_app.errors import UserError
from counselor_app.workspace.base import AUTOCHECKPOINT, Workspace, connect
from counselor_app.workspace.check import verify
from counselor_app.workspace.draft import draft
from counselor_app.workspace.key import Key
from counselor_app.workspace.settings import read_settings

Kind = Literal["", "before-restore", "before-update"]
FOLDER = "backups"

_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup at rest. ``made`` is in UTC; ``kind`` says what it was made before, "" for the
    usual ones; ``size`` is in bytes."""

    path: Path
    made: datetime
    kind: Kind
    size: int


def backup_folder(path: Path) -> Path:
    """Where the backups of a clients' file are."""
    return path.parent / FOLDER


def backup_path(path: Path, made: datetime, kind: Kind = "") -> Path:
    """The name of a backup of a clients' file."""
    stamp = made.astimezone(UTC).strftime(_STAMP)
    ending = f"-{kind}" if kind else ""
    return backup_folder(path) / f"{path.stem}-{stamp}{ending}{path.suffix}"


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The backups of a clients' file, the newest first; by their names, none is opened."""
    name = re.compile(
        rf"{re.escape(path.stem)}-(\d{{8}}T\d{{6}}Z)(?:-(before-restore|before-update))?"
        rf"{re.escape(path.suffix)}"
    )
    found = []
    for entry in backup_folder(path).glob(f"*{path.suffix}"):
        if (match := name.fullmatch(entry.name)) and entry.is_file():
            made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            kind: Any = match[2] or ""
            found.append(Backup(entry, made, kind, entry.stat().st_size))
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.kind), reverse=True))


def to_go_back_to(path: Path) -> tuple[Backup, ...]:
    """The backups to offer, the newest first: not those of a state that was left on purpose."""
    return tuple(backup for backup in list_backups(path) if backup.kind != "before-restore")


def make_backup(workspace: Workspace, kind: Kind = "") -> Path:
    """Copy the file as it is now, verify the copy by opening it, and let the oldest go.

    Clients can be saved meanwhile: they go to the write-ahead log, the copied file rests.

    Raises:
        UserError: when the copy cannot be written or does not read back; older backups are kept.
    """
    with workspace.long:
        path = workspace.path
        target = backup_path(path, workspace.clock(), kind)
        before, workspace.unsaved = workspace.unsaved, False
        try:
            with draft(target) as scratch:
                copy_resting(workspace, scratch)
                verify(scratch, workspace.key)
        except BaseException:
            workspace.unsaved = workspace.unsaved or before
            raise
        prune(path, read_settings(workspace).backups, target)
    return target


def copy_resting(workspace: Workspace, target: Path) -> None:
    """Copy the file with all that was saved, while nothing is written to it."""
    connection = workspace.connection
    try:
        with workspace.turn:
            checkpoint(workspace)
            connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        shutil.copyfile(workspace.path, target)
    finally:
        with workspace.turn:
            connection.execute(f"PRAGMA wal_autocheckpoint = {AUTOCHECKPOINT}").fetchall()


def checkpoint(workspace: Workspace) -> None:
    """Bring all that was saved into the main file, and empty the write-ahead log.

    Raises:
        UserError: when that cannot be done, as with a full disk.
    """
    with workspace.turn:
        ((busy, *_),) = workspace.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    if busy:
        raise UserError(f"{workspace.path.name} is busy. Try again in a moment; nothing is lost.")


def backup_due(workspace: Workspace) -> bool:
    """Whether the hours between backups are over and there is something new."""
    hours = timedelta(hours=read_settings(workspace).backup_hours)
    return workspace.unsaved and not any(
        timedelta(0) <= workspace.clock() - backup.made < hours
        for backup in list_backups(workspace.path)
    )


def newer_than_backups(workspace: Workspace) -> bool:
    """Whether a client was changed since the newest backup, as after a crash.

    A backup that a wrong clock has dated into the future does not count.
    """
    ((last,),) = workspace.rows("SELECT max(changed) FROM client")
    made = [b.made for b in list_backups(workspace.path) if b.made <= workspace.clock()]
    return bool(last) and (not made or datetime.fromisoformat(last) >= made[0])


def prune(path: Path, keep: int, made: Path) -> None:
    """Let all but the newest go; the one just ``made`` stays, whatever the clock says."""
    others = [backup.path for backup in list_backups(path) if backup.path != made]
    for backup in others[keep - 1 :]:
        with suppress(OSError):
            let_go(backup)


def let_go(backup: Path) -> None:
    """Remove a backup, with the write-ahead log that was kept beside a damaged file."""
    backup.unlink()
    beside(backup).unlink(missing_ok=True)


def beside(path: Path) -> Path:
    """The write-ahead log of a file."""
    return path.with_name(path.name + "-wal")


def rewrite(path: Path, key: Key, change: Callable[[Any], None], after: Key | None = None) -> None:
    """Write an encrypted file at rest anew with ``change(connection)``, under the key ``after``.

    Nothing of what was deleted stays in it.

    Raises:
        UserError: when it cannot be written; it is then what it was.
    """
    with draft(path) as scratch:
        shutil.copyfile(path, scratch)
        with closing(connect(scratch, key)) as connection:
            # One file, without a log beside it, is what a key is changed in.
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            change(connection)
            connection.execute("VACUUM")
            if after is not None:
                connection.reset_key(after.spec)
        verify(scratch, after or key)


def opens(path: Path, key: Key) -> bool:
    """Whether a backup is whole and opens with the key."""
    try:
        verify(path, key)
    except UserError:
        return False
    return True
