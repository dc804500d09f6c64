"""Going back to a backup: first what would change, then the swap; the present file is kept."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.workspace.backups import backup_path, next_number, require_backup_folder
from counselor_app.workspace.base import Clock, Workspace, connect, new_uid, now, os_user, telling
from counselor_app.workspace.check import verify
from counselor_app.workspace.draft import draft
from counselor_app.workspace.key import PAGE, Key, derive, opens_a_page, salt_of
from counselor_app.workspace.lock import FileLock
from counselor_app.workspace.migrate import migrate
from counselor_app.workspace.trouble import DamagedFileError, WrongPassphraseError
from counselor_app.workspace.wal import beside, is_stray


class Counts(NamedTuple):
    """How many clients, sessions and notes a file holds."""

    clients: int
    sessions: int
    notes: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What going back to a backup would do: what it holds, and what there is now.

    ``now`` is None where the present file cannot be read.
    ``vanish`` names clients that are not in the backup, ``come_back`` those that are only there,
    ``older`` those that were changed since; each as they are called now, or were then.
    """

    then: Counts
    now: Counts | None
    vanish: tuple[str, ...]
    come_back: tuple[str, ...]
    older: tuple[str, ...]


def preview_restore(
    backup: Path, present: Workspace | None, passphrase: str | None = None
) -> Preview:
    """What restoring ``backup`` would change; nothing is written.

    Without ``passphrase`` the backup is opened as the present file was.

    Raises:
        WrongPassphraseError: when the passphrase does not open the backup.
        DamagedFileError: when the backup is damaged.
        NewerFileError: when a newer program wrote it.
    """
    key = _key(backup, present, passphrase)
    with closing(connect(backup, key, "ro")) as connection, telling(backup, "read"):
        then, before = _people(connection), _counts(connection)
    if present is None:
        return Preview(before, None, (), _names(then), ())
    with present.turn:
        today, after = _people(present.connection), _counts(present.connection)
    gone = {uid: one for uid, one in today.items() if uid not in then}
    back = {uid: one for uid, one in then.items() if uid not in today}
    older = {uid: one for uid, one in today.items() if uid in then and one[1] > then[uid][1]}
    return Preview(before, after, _names(gone), _names(back), _names(older))


def restore(
    path: Path, backup: Path, passphrase: str, *, clock: Clock = now, who: str | None = None
) -> Path | None:
    """Put a backup in the place of a clients' file, which must be closed.

    The present file, damaged or not, is kept among the backups; where it is, None when there was
    no file. Its log goes on in the restored one.

    Raises:
        InUseError: when the file is open.
        WrongPassphraseError: when the passphrase does not open the backup.
        UserError: when the backup is damaged or newer, or something cannot be written; the
            present file is then what it was.
    """
    path = path.resolve()
    lock = FileLock(path)
    try:
        key = _key(backup, None, passphrase)
        present = _present_key(path, passphrase)
        kept, log = _keep(path, present, clock) if path.exists() else (None, [])
        with draft(path) as scratch:
            shutil.copyfile(backup, scratch)
            with closing(connect(scratch, key)) as connection:
                migrate(connection)
                add = "INSERT OR IGNORE INTO log VALUES (?, ?, ?, ?, ?, ?)"
                line = (new_uid(), clock().isoformat(), who or os_user(), "restored", "", "")
                connection.execute("BEGIN")
                connection.executemany(add, [*log, line])
                connection.execute("COMMIT")
                if present is not None and not present.same(key):
                    # The same passphrase: the file keeps the key that its backups have.
                    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
                    connection.reset_key(present.spec)
            verify(scratch, present or key)
            # A log that belonged to the present file must not be read into the restored one.
            with suppress(FileNotFoundError):
                beside(path).unlink()
    finally:
        lock.release()
    return kept


def _present_key(path: Path, passphrase: str) -> Key | None:
    """The key of the present file, None where the passphrase does not open it."""
    try:
        key = derive(passphrase, salt_of(path))
    except UserError:
        return None
    return key if opens_a_page(path, key) else None


def _keep(path: Path, key: Key | None, clock: Clock) -> tuple[Path, list[Any]]:
    """Copy the present file among the backups as it is; and what its log says."""
    from sqlcipher3 import dbapi2

    log: list[Any] = []
    require_backup_folder(path)
    target = backup_path(path, clock(), next_number(path), "before-restore")
    with draft(target) as scratch:
        try:
            if key is None or path.stat().st_size < PAGE or is_stray(path, key):
                raise DamagedFileError(path, _("it does not open as it is"))
            with closing(connect(path, key)) as connection:
                log = connection.execute("SELECT * FROM log").fetchall()
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except (dbapi2.DatabaseError, UserError):
            # It does not open: what is there is kept as it is, its log beside it.
            with suppress(FileNotFoundError):
                shutil.copyfile(beside(path), beside(target))
        shutil.copyfile(path, scratch)
    return target, log


def _key(backup: Path, present: Workspace | None, passphrase: str | None) -> Key:
    if passphrase is None and present is not None:
        key = present.key
    else:
        key = derive(passphrase or "", salt_of(backup))
    try:
        verify(backup, key)
    except DamagedFileError:
        if opens_a_page(backup, key):
            raise
        raise WrongPassphraseError(
            _("The passphrase does not open {file}. If it was made with an earlier passphrase, type"
              " that one.", file=backup.name)
        ) from None  # fmt: skip
    return key


def _people(connection: Any) -> dict[str, tuple[str, str]]:
    sql = "SELECT uid, name, changed FROM client WHERE deleted IS NULL"
    return {uid: (name, changed) for uid, name, changed in connection.execute(sql)}


def _names(people: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted((name for name, _ in people.values()), key=str.casefold))


def _counts(connection: Any) -> Counts:
    present = "SELECT uid FROM client WHERE deleted IS NULL"
    found = (
        connection.execute(
            f"SELECT count(*) FROM {part} WHERE deleted IS NULL AND {whose} IN ({present})"
        ).fetchone()[0]
        for part, whose in (("client", "uid"), ("session", "client"), ("note", "client"))
    )
    return Counts(*found)
