"""What is set for one clients' file, kept inside it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from counselor_app.errors import UserError
from counselor_app.language import Said, _, pgettext
from counselor_app.machine import MOST_MINUTES, MOST_MONTHS, load_machine
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


_RANGES: dict[str, tuple[Said, int, int]] = {
    "retention_months": (pgettext("setting", "retention months"), 0, MOST_MONTHS),
    "backups": (pgettext("setting", "backups"), 1, 100),
    "backup_hours": (pgettext("setting", "backup hours"), 1, 24),
    "lock_minutes": (pgettext("setting", "lock minutes"), 0, MOST_MINUTES),
}


def read_settings(workspace: Workspace) -> FileSettings:
    """The settings of the file below the school's; the standard ones where nothing was set."""
    found = dict(workspace.rows("SELECT key, value FROM setting"))
    known = {f.name: int(found[f.name]) for f in fields(FileSettings) if f.name in found}
    return FileSettings(**{**known, **_schools()})


def _schools() -> dict[str, int]:
    """What the school has set for every clients' file of this machine."""
    machine = load_machine()
    both = {"retention_months": machine.retention_months, "lock_minutes": machine.lock_minutes}
    return {name: value for name, value in both.items() if value is not None}


def save_settings(workspace: Workspace, settings: FileSettings) -> None:
    """Keep the settings in the file, but for those that are the school's.

    Raises:
        UserError: when a number is out of its range.
    """
    given = asdict(settings)
    for name, (called, low, high) in _RANGES.items():
        if not low <= given[name] <= high:
            raise UserError(
                _("{setting} is {value}; expected {low} to {high}.",
                  setting=called, value=given[name], low=low, high=high)
            )  # fmt: skip
    with workspace.change() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO setting VALUES (?, ?)",
            [(name, str(value)) for name, value in given.items() if name not in _schools()],
        )
