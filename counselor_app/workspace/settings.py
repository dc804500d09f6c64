"""What is set for one clients' file, kept inside it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from counselor_app.errors import UserError
from counselor_app.workspace.base import Workspace


@dataclass(frozen=True, slots=True)
class FileSettings:
    """``retention_months`` after the last session a client is suggested for deletion (0: never);
    ``backups`` are kept; one is made every ``backup_hours`` while the file is open, and on close;
    the window locks after ``lock_minutes`` without a key (0: never)."""

    retention_months: int = 0
    backups: int = 10
    backup_hours: int = 4
    lock_minutes: int = 10


_RANGES = {
    "retention_months": (0, 240),
    "backups": (1, 100),
    "backup_hours": (1, 24),
    "lock_minutes": (0, 240),
}


def read_settings(workspace: Workspace) -> FileSettings:
    """The settings of the file; the standard ones where nothing was set."""
    found = dict(workspace.rows("SELECT key, value FROM setting"))
    known = {f.name: int(found[f.name]) for f in fields(FileSettings) if f.name in found}
    return FileSettings(**known)


def save_settings(workspace: Workspace, settings: FileSettings) -> None:
    """Keep the settings in the file.

    Raises:
        UserError: when a number is out of its range.
    """
    given = asdict(settings)
    for name, (low, high) in _RANGES.items():
        if not low <= given[name] <= high:
            raise UserError(f"{name.replace('_', ' ')} is {given[name]}; expected {low} to {high}.")
    with workspace.change() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO setting VALUES (?, ?)",
            [(name, str(value)) for name, value in given.items()],
        )
