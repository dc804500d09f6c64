"""Backups: the encrypted file copied whole, verified by opening, kept n.

They are numbered, and the number is kept in the file: which is the newest does not hang on the
computer's clock. Those of earlier versions have no number and come before all that have one.
"""

from __future__ import annotations

import platform
import re
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.machine import load_machine
from counselor_app.paths import clients_file
from counselor_app.workspace.base import Clock, Workspace, connect, now, os_user
from counselor_app.workspace.check import verify
from counselor_app.workspace.draft import draft
from counselor_app.workspace.key import Key
from counselor_app.workspace.rest import checkpoint
from counselor_app.workspace.settings import read_settings
from counselor_app.workspace.wal import beside

Kind = Literal["", "locked", "before-restore", "before-update"]
FOLDER = "backups"

_STAMP = "%Y%m%dT%H%M%SZ"
_CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup at rest. ``made`` is in UTC, by the computer's clock; ``number`` counts the
    backups of the file, 0 where an earlier version made it; ``kind`` says what it was made
    before, "" for the usual ones, "locked" when the window was locked; ``size`` is in bytes."""

    path: Path
    made: datetime
    kind: Kind
    size: int
    number: int = 0

    def from_the_future(self, today: datetime) -> bool:
        """Whether its date lies ahead: the clock was wrong then, or is wrong now."""
        return self.made > today + _CLOCKS_DIFFER


def backup_folder(path: Path) -> Path:
    """Where the next backup of a clients' file goes: beside it, or where the school wants those of
    the file that opens by itself, each user and machine in a folder of their own."""
    schools = load_machine().backups_folder
    if schools is None or path.resolve() != clients_file().resolve():
        return path.parent / FOLDER
    own = f"{os_user()}@{platform.node()}"
    return schools / "".join(sign if sign.isalnum() or sign in "-_.@" else "-" for sign in own)


def backup_folders(path: Path) -> tuple[Path, ...]:
    """Where backups of a clients' file are: those from before the school chose a folder, too."""
    return tuple(dict.fromkeys((backup_folder(path), path.parent / FOLDER)))


def require_backup_folder(path: Path) -> None:
    """See that the folder that the school has chosen is there, as on a disk in the network.

    Raises:
        UserError: when it is not, so that backups in it can be neither made nor cleaned.
    """
    folder = backup_folder(path)
    if folder.parent != path.parent and not folder.parent.is_dir():
        raise UserError(
            _("The folder for backups that your school has set, {folder}, cannot be reached now."
              " Connect this computer to it and try again; what is in the clients’ file is safe.",
              folder=str(folder.parent))
        )  # fmt: skip


def backup_path(path: Path, made: datetime, number: int, kind: Kind = "") -> Path:
    """The name of a backup of a clients' file."""
    stamp = made.astimezone(UTC).strftime(_STAMP)
    ending = f"-{kind}" if kind else ""
    return backup_folder(path) / f"{path.stem}-{stamp}-{number}{ending}{path.suffix}"


def list_backups(path: Path, clock: Clock = now) -> tuple[Backup, ...]:
    """The backups of a clients' file, the newest first; by their names, none is opened.

    Of those without a number, such as are dated into the future by ``clock`` come last.
    """
    name = re.compile(
        rf"{re.escape(path.stem)}-(\d{{8}}T\d{{6}}Z)(?:-(\d{{1,9}}))?"
        rf"(?:-(locked|before-restore|before-update))?{re.escape(path.suffix)}"
    )
    found = []
    held = (entry for folder in backup_folders(path) for entry in folder.glob(f"*{path.suffix}"))
    for entry in held:
        if (match := name.fullmatch(entry.name)) and entry.is_file():
            try:
                made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            except ValueError:  # no day of any year
                continue
            kind: Any = match[3] or ""
            size, number = entry.stat().st_size, int(match[2] or 0)
            found.append(Backup(entry, made, kind, size, number))
    today = clock()
    return tuple(
        sorted(
            found,
            key=lambda one: (one.number, not one.from_the_future(today), one.made, one.kind),
            reverse=True,
        )
    )


def next_number(path: Path, inside: int = 0) -> int:
    """The number of the next backup; ``inside`` is the one that the file itself knows."""
    return max([inside, *(backup.number for backup in list_backups(path))]) + 1


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
        require_backup_folder(path)
        with workspace.change(counts=False) as connection:
            inside = workspace.rows("SELECT value FROM setting WHERE key = 'backup_number'")
            number = next_number(path, int(inside[0][0]) if inside else 0)
            sql = "INSERT OR REPLACE INTO setting VALUES ('backup_number', ?)"
            connection.execute(sql, (str(number),))
        target = backup_path(path, workspace.clock(), number, kind)
        before, workspace.unsaved = workspace.unsaved, False
        try:
            with draft(target) as scratch:
                copy_resting(workspace, scratch)
                verify(scratch, workspace.key)
        except BaseException:
            workspace.unsaved = workspace.unsaved or before
            raise
        with suppress(UserError), workspace.change(counts=False) as connection:
            if not workspace.unsaved:
                connection.execute("DELETE FROM setting WHERE key = 'unsaved'")
        prune(workspace)
    return target


def copy_resting(workspace: Workspace, target: Path) -> None:
    """Copy the file with all that was saved, while nothing is written to it."""
    try:
        with workspace.turn:
            checkpoint(workspace)
            workspace.copying = True
        shutil.copyfile(workspace.path, target)
    finally:
        workspace.copying = False


def backup_due(workspace: Workspace) -> bool:
    """Whether the hours between backups are over and there is something new.

    Those made on locking do not count: the next one takes their place.
    """
    hours = timedelta(hours=read_settings(workspace).backup_hours)
    kept = (one for one in list_backups(workspace.path, workspace.clock) if one.kind != "locked")
    last = next(kept, None)
    fresh = last is not None and timedelta(0) <= workspace.clock() - last.made < hours
    return workspace.unsaved and not fresh


def newer_than_backups(workspace: Workspace) -> bool:
    """Whether something was saved since the newest backup, as before a crash."""
    if workspace.rows("SELECT 1 FROM setting WHERE key = 'unsaved'"):
        return True
    return bool(workspace.rows("SELECT 1 FROM client")) and not list_backups(workspace.path)


def prune(workspace: Workspace) -> None:
    """Let all but the newest go, and of those made on locking all but the last in some hours."""
    settings, clock = read_settings(workspace), workspace.clock
    found = list_backups(workspace.path, clock)
    hours = timedelta(hours=settings.backup_hours)
    newest = found[0] if found else None
    double = {
        one.path
        for one in found[1:]
        if newest and newest.kind == one.kind == "locked"
        and timedelta(0) <= newest.made - one.made < hours
    }  # fmt: skip
    kept = [one.path for one in found if one.path not in double]
    for path in (*double, *kept[settings.backups :]):
        with suppress(OSError):
            let_go(path)


def let_go(backup: Path) -> None:
    """Remove a backup, with the write-ahead log that was kept beside a damaged file."""
    backup.unlink()
    beside(backup).unlink(missing_ok=True)


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
