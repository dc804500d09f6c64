"""What is kept in the clients' file, as the window asks for it and changes it.

Widgets and pages of the window read no file: they ask here. What is a value of the file (a backup,
a line of the log, a client handed over) has its name here too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from counselor_app.domain.record.record import ClientLine, Record
from counselor_app.workspace import opening, restore
from counselor_app.workspace.backups import Backup, backup_folder, list_backups, make_backup
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients, rename_client
from counselor_app.workspace.deletion import (
    Deletion,
    Part,
    delete,
    delete_for_good,
    due_for_deletion,
    undo,
)
from counselor_app.workspace.handover import (
    How,
    Incoming,
    export_client,
    import_client,
    preview_import,
)
from counselor_app.workspace.key import SHORTEST, TOO_COMMON
from counselor_app.workspace.log import Action, LogLine, read_log, write_log
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import Counts, Preview
from counselor_app.workspace.settings import FileSettings, read_settings, save_settings
from counselor_app.workspace.trouble import DamagedFileError, WrongPassphraseError

__all__ = [
    "SHORTEST",
    "TOO_COMMON",
    "Action",
    "Backup",
    "Counts",
    "DamagedFileError",
    "Deletion",
    "FileSettings",
    "How",
    "Incoming",
    "Kept",
    "LogLine",
    "Part",
    "Preview",
    "WrongPassphraseError",
    "backup_folder",
    "created",
    "opened",
    "preview_of",
    "restored",
]

Progress = Callable[[int, int, str], None]


class Kept:
    """The open file. What cannot be read or written is a `UserError` that says why."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def workspace(self) -> Workspace:
        """The file itself, for the session that is saved in it."""
        return self._workspace

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._workspace.path

    def clients(self) -> tuple[ClientLine, ...]:
        """Every client, the one seen last first."""
        return tuple(list_clients(self._workspace))

    def record(self, client: str) -> Record:
        """All that is kept of a client."""
        return read_record(self._workspace, client)

    def log(self, client: str = "", limit: int = 1000) -> tuple[LogLine, ...]:
        """Who did what, the newest first; of one client if wanted."""
        return read_log(self._workspace, client, limit)

    def note_down(self, action: Action, client: str = "", detail: str = "") -> None:
        """Add a line to the log; ``detail`` has no name and no answer."""
        write_log(self._workspace, action, client, detail)

    def rename(self, client: str, name: str) -> None:
        """Give a client another name."""
        rename_client(self._workspace, client, name)

    def delete(self, part: Part, uid: str) -> Deletion:
        """Delete a client or a part of one, until the file is closed so that it can come back."""
        return delete(self._workspace, part, uid)

    def bring_back(self, deletion: Deletion) -> None:
        """Undo a deletion."""
        undo(self._workspace, deletion)

    def erase(self, clients: Sequence[str], progress: Progress) -> int:
        """Delete clients for good, here and in every backup; how many backups were let go."""
        return delete_for_good(self._workspace, clients, progress)

    def due(self) -> tuple[ClientLine, ...]:
        """Clients not seen for longer than they are to be kept."""
        return due_for_deletion(self._workspace)

    def backups(self) -> tuple[Backup, ...]:
        """The backups beside the file, the newest first."""
        return list_backups(self.path, self._workspace.clock)

    def back_up(self) -> Path:
        """Make a backup now."""
        return make_backup(self._workspace)

    def settings(self) -> FileSettings:
        """What is set for this file."""
        return read_settings(self._workspace)

    def set(self, settings: FileSettings) -> None:
        """Keep what is set for this file."""
        save_settings(self._workspace, settings)

    def change_passphrase(self, old: str, new: str, progress: Progress) -> None:
        """Give the file and its backups another passphrase."""
        opening.change_passphrase(self._workspace, old, new, progress)

    def opens_with(self, passphrase: str) -> bool:
        """Whether it is the file's passphrase."""
        return opening.right_passphrase(self._workspace, passphrase)

    def close(self, progress: Progress, *, backup: bool = True, locking: bool = False) -> None:
        """Close the file, with a backup unless it is not wanted."""
        opening.close_workspace(self._workspace, progress, backup=backup, locking=locking)

    def hand_over(self, client: str, path: Path, passphrase: str, *, private: bool) -> None:
        """Write a client into an encrypted file for another counselor."""
        export_client(self._workspace, client, path, passphrase, private=private)

    def incoming(self, path: Path, passphrase: str) -> Incoming:
        """What is in a file that was handed over."""
        return preview_import(self._workspace, path, passphrase)

    def take_in(self, incoming: Incoming, how: How) -> str:
        """Take a client in whom another counselor handed over; the uid here."""
        return import_client(self._workspace, incoming, how)


def created(path: Path, passphrase: str) -> Kept:
    """A new file."""
    return Kept(opening.create_workspace(path, passphrase))


def opened(path: Path, passphrase: str, progress: Progress) -> Kept:
    """The file, opened by its passphrase."""
    return Kept(opening.open_workspace(path, passphrase, progress=progress))


def preview_of(backup: Path, present: Kept | None, passphrase: str) -> Preview:
    """What going back to a backup would change."""
    return restore.preview_restore(backup, present.workspace if present else None, passphrase)


def restored(path: Path, backup: Path, passphrase: str) -> None:
    """Put a backup in the place of the file, which is kept among the backups."""
    restore.restore(path, backup, passphrase)
