"""A clients' file made, opened, closed, and given another passphrase."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from glob import escape
from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.language import _, joined, listed
from counselor_app.workspace import check
from counselor_app.workspace.backups import (
    backup_folders,
    list_backups,
    make_backup,
    newer_than_backups,
    opens,
    require_backup_folder,
    rewrite,
    to_go_back_to,
)
from counselor_app.workspace.base import (
    APPLICATION_ID,
    Clock,
    Workspace,
    connect,
    now,
    os_user,
    telling,
)
from counselor_app.workspace.deletion import finish_deletions
from counselor_app.workspace.draft import draft, make_folder, sweep
from counselor_app.workspace.key import (
    PAGE,
    Key,
    derive,
    fresh_salt,
    is_dated,
    new_key,
    opens_a_page,
    salt_of,
)
from counselor_app.workspace.lock import FileLock
from counselor_app.workspace.log import Action, write_log
from counselor_app.workspace.memory import keep_out_of_dumps
from counselor_app.workspace.migrate import migrate, migrations, refuse_newer, version_of
from counselor_app.workspace.rest import checkpoint, watch
from counselor_app.workspace.trouble import DamagedFileError, WrongPassphraseError
from counselor_app.workspace.wal import beside, is_stray, set_aside

Progress = Callable[[int, int, str], None]


def create_workspace(
    path: Path, passphrase: str, *, clock: Clock = now, who: str | None = None
) -> Workspace:
    """Make a new clients' file and open it.

    Raises:
        UserError: when there is a file already, the passphrase is too short, or the folder
            cannot be written.
    """
    key, path = new_key(passphrase), path.resolve()
    with telling(path, "made"):
        make_folder(path.parent)
    lock = FileLock(path)
    try:
        if path.exists():
            raise UserError(
                _("{file} exists already. Open it, or choose another name.", file=str(path))
            )
        with draft(path) as scratch:
            new_file(scratch, key, APPLICATION_ID)
            check.verify(scratch, key)
        return _opened(path, passphrase, lock, clock, who)
    except BaseException:
        lock.release()
        raise


def new_file(path: Path, key: Key, application: int) -> None:
    """Write an empty file of the present shape."""
    connection = connect(path, key, "rwc")
    try:
        connection.execute(f"PRAGMA application_id = {application}")
        migrate(connection)
    finally:
        connection.close()


def open_workspace(
    path: Path,
    passphrase: str,
    *,
    clock: Clock = now,
    who: str | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Open a clients' file: checked, brought up to date after a backup, deletions finished.

    What could not be finished, as when backups cannot be written, and what lay beside the file
    and was set aside, is said in ``remark``. Nothing is written before the passphrase is known to
    be right and what lies beside the file to be its own.

    Raises:
        WrongPassphraseError: when the passphrase does not open it.
        DamagedFileError: when it is damaged; ``backup`` is one that opens.
        InUseError: when another program has it open.
        NewerFileError: when a newer program wrote it.
        UserError: when it is missing or cannot be read or written.
    """
    path = path.resolve()  # one lock, by whatever name the file is reached
    if not path.is_file():
        raise UserError(
            _("There is no clients’ file {file}. Choose another one, or make a new one.",
              file=str(path))
        )  # fmt: skip
    lock = FileLock(path)
    try:
        sweep(path.parent, escape(path.name))
        for folder in backup_folders(path):
            sweep(folder, f"{escape(path.stem)}-????????T??????Z*")
        return _opened(path, passphrase, lock, clock, who, progress)
    except BaseException:
        lock.release()
        raise


def close_workspace(
    workspace: Workspace,
    progress: Progress | None = None,
    *,
    backup: bool = True,
    locking: bool = False,
) -> None:
    """Close the file: what was deleted is gone for good, a backup is made if anything changed.

    Without ``backup`` none is made, and what was deleted stays in the backups: before a restore,
    which keeps the file itself and may bring back just that. ``locking``: because the window is
    locked, and may be left from there.

    Raises:
        UserError: when the backup or the cleaning failed. The file is closed all the same and
            everything in it is saved; the next opening finishes the cleaning.
    """
    with workspace.long:
        try:
            if backup:
                finish_deletions(workspace, progress)
            write_log(workspace, "closed", detail="locked" if locking else "")
            if backup and workspace.unsaved:
                make_backup(workspace, "locked" if locking else "")
            checkpoint(workspace)
        finally:
            workspace.shut()


def right_passphrase(workspace: Workspace, passphrase: str) -> bool:
    """Whether this is the passphrase of the open file: to unlock a locked window."""
    return derive(passphrase, workspace.key.salt).same(workspace.key)


def change_passphrase(
    workspace: Workspace, old: str, new: str, progress: Progress | None = None
) -> None:
    """Give the file and all its backups another passphrase.

    The file comes first, whole or not at all; it remembers its former key until every backup
    has the new one, so that an interrupted change is finished at the next opening.

    Raises:
        WrongPassphraseError: when ``old`` is not the present one.
        UserError: when the new one is too short or something cannot be written.
    """
    if not right_passphrase(workspace, old):
        raise WrongPassphraseError(_("That is not the present passphrase. Nothing was changed."))
    require_backup_folder(workspace.path)
    _give_key(workspace, new_key(new), "passphrase changed", progress)


def _give_key(
    workspace: Workspace, key: Key, action: Action, progress: Progress | None = None
) -> None:
    former = workspace.key
    with workspace.long, workspace.turn:
        with workspace.change() as connection:
            sql = "INSERT OR REPLACE INTO setting VALUES ('former_key', ?)"
            connection.execute(sql, (former.secret.hex() + former.salt.hex(),))
            write_log(workspace, action)
        checkpoint(workspace)
        workspace.connection.close()
        workspace.known = ()
        try:
            rewrite(workspace.path, former, lambda _connection: None, key)
            workspace.key = key
        finally:
            with telling(workspace.path, "opened again"):
                workspace.connection = connect(workspace.path, workspace.key)
                watch(workspace)
        finish_rekeying(workspace, progress)


def finish_rekeying(workspace: Workspace, progress: Progress | None = None) -> None:
    """Give backups that still have the former key the present one.

    One that opens with neither is left as it is.
    """
    found = workspace.rows("SELECT value FROM setting WHERE key = 'former_key'")
    if not found:
        return
    require_backup_folder(workspace.path)
    with workspace.long:
        kept = bytes.fromhex(found[0][0])
        former = Key(kept[:32], kept[32:] or workspace.key.salt)
        backups = list_backups(workspace.path)
        for number, backup in enumerate(backups):
            if progress:
                progress(number, len(backups), _("Giving the backups the new passphrase"))
            if opens(backup.path, former):
                rewrite(backup.path, former, lambda _connection: None, workspace.key)
        with workspace.change() as connection:
            connection.execute("DELETE FROM setting WHERE key = 'former_key'")
        checkpoint(workspace)


def _opened(
    path: Path,
    passphrase: str,
    lock: FileLock,
    clock: Clock,
    who: str | None,
    progress: Progress | None = None,
) -> Workspace:
    keep_out_of_dumps()
    key, remark = _unlocked(path, passphrase)
    try:
        with telling(path, "opened"):
            workspace = Workspace(path, key, connect(path, key), lock, clock, who or os_user())
    except DamagedFileError as error:
        found = check.damage_by_seals(path, key) or error.found
        raise _damaged(path, passphrase, found) from None
    workspace.remark = remark
    try:
        watch(workspace)
        found = check.damage(workspace.connection, path)
        ((application,),) = workspace.rows("PRAGMA application_id")
        if found:
            raise _damaged(path, passphrase, found)
        check.refuse_other(path, application, APPLICATION_ID)
        version = version_of(workspace.connection)
        refuse_newer(path, version)
        if version < len(migrations()):
            make_backup(workspace, "before-update")
            with telling(path, "brought up to date"):
                migrate(workspace.connection)
            write_log(workspace, "brought up to date", detail=f"from {version}")
        try:
            finish_rekeying(workspace, progress)
            if is_dated(key):
                if version == len(migrations()):
                    make_backup(workspace, "before-update")
                _give_key(workspace, derive(passphrase, fresh_salt()), "brought up to date")
            finish_deletions(workspace, progress)
        except UserError as error:
            # What is begun stays marked, and is finished another time; clients can be seen.
            begun = _("Something begun earlier could not be finished yet.")
            workspace.tell(joined((begun, str(error))))
        write_log(workspace, "opened")
        workspace.unsaved = newer_than_backups(workspace)
    except BaseException:
        workspace.connection.close()
        raise
    return workspace


def _unlocked(path: Path, passphrase: str) -> tuple[Key, str]:
    """The key, known to be right, and what was set aside to open the file, in words; "".

    SQLite would take a file that was cut off for a new one, and a log of another file for the
    file's own: it is not asked before both are ruled out.
    """
    salt = salt_of(path)
    if path.stat().st_size < PAGE:
        raise _damaged(path, passphrase, _("it is cut off"))
    key = derive(passphrase, salt)
    if opens_a_page(path, key):
        return key, _without_strangers(path, passphrase, key)
    if _newest(path, passphrase):
        found = _(
            "this passphrase opens its backups and not the file itself; if you changed it lately,"
            " type the new one"
        )
        raise _damaged(path, passphrase, found)
    raise WrongPassphraseError(
        _("The passphrase does not open {file}. Look at capital letters and the keyboard’s"
          " language, and try again. If you are sure of it, the file’s beginning is damaged:"
          " restore a backup.", file=path.name)
    )  # fmt: skip


def _without_strangers(path: Path, passphrase: str, key: Key) -> str:
    """Set aside what lies beside the file and is not its own, in words; "" where nothing does.

    Raises:
        DamagedFileError: when the file is not whole without it; then nothing is touched.
    """
    log, journal = beside(path), path.with_name(path.name + "-journal")
    with telling(path, "read"):
        strangers = [log] if is_stray(path, key) else []
        # The program keeps no journal of this kind beside the file.
        strangers += [journal] if journal.exists() and journal.stat().st_size else []
    if not strangers:
        return ""
    try:
        check.verify(path, key)
    except DamagedFileError as error:
        raise _damaged(
            path, passphrase,
            _("{found}, and {file} beside it is not its own",
              found=error.found, file=strangers[0].name),
        ) from None  # fmt: skip
    with telling(path, "opened"):
        names = listed(set_aside(one).name for one in strangers)
    return _(
        "Beside {file} lay changes that belong to another file or to another state of it, as after"
        " a copy was put in its place. They were not read into it; they are kept as {names}. The"
        " file itself is whole and unchanged.",
        file=path.name, names=names,
    )  # fmt: skip


def _damaged(path: Path, passphrase: str, found: str) -> DamagedFileError:
    return DamagedFileError(path, found, _newest(path, passphrase))


def _newest(path: Path, passphrase: str) -> Path | None:
    """The newest backup that opens; the file's own salt may be what is damaged."""
    derived = cache(lambda salt: derive(passphrase, salt))
    paths = (backup.path for backup in to_go_back_to(path))
    return next((one for one in paths if opens(one, derived(salt_of(one)))), None)
