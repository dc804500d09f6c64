"""An open clients' file and the disk: its log brought in, and another program's hand in it noticed.

A folder that is kept in step with other computers may put another version in the place of a file
that is open. What is saved then would go into a file that no name leads to. It is looked for
before every change and on closing: the version that came is kept under another name, and the open
one, whole and with all that was saved, takes its place again.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.targets import sync_folder
from counselor_app.workspace.base import AUTOCHECKPOINT, Workspace, connect, telling
from counselor_app.workspace.check import verify
from counselor_app.workspace.draft import draft
from counselor_app.workspace.trouble import DamagedFileError
from counselor_app.workspace.wal import at_rest, beside, note_rest

_CACHE_KB = 65_536
"""Every page that was read stays in memory, so that what is open can be written once more."""


def watch(workspace: Workspace) -> None:
    """Bring in what the log holds, and look at the disk before and after every change from now.

    Raises:
        UserError: when the log cannot be brought in.
    """
    for name, value in (("wal_autocheckpoint", 0), ("cache_size", -_CACHE_KB)):
        workspace.connection.execute(f"PRAGMA {name} = {value}").fetchall()
    workspace.known = ()
    checkpoint(workspace)
    workspace.before = partial(look, workspace)
    workspace.after = partial(_checkpoint_when_long, workspace)


def checkpoint(workspace: Workspace) -> None:
    """Bring all that was saved into the main file, and empty the write-ahead log.

    Raises:
        UserError: when that cannot be done, as with a full disk.
    """
    with workspace.turn:
        look(workspace)
        ((busy, *_),) = workspace.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise UserError(
                _("{file} is busy. Try again in a moment; nothing is lost.",
                  file=workspace.path.name)
            )  # fmt: skip
        if (now := _state(workspace.path)) != workspace.known:
            note_rest(workspace.path)
            workspace.known = now


def look(workspace: Workspace) -> None:
    """Put the open file back where another program has replaced, changed or removed it.

    ``workspace.tell`` is given the words on what was done.

    Raises:
        UserError: when the open version cannot be written again.
    """
    path, known = workspace.path, workspace.known
    now = _state(path)
    if not known or now == known:
        return
    if now[:2] == known[:2] and at_rest(path):  # only its time was changed
        workspace.known = now
        return
    aside = None
    with telling(path, "read"):
        if now:
            aside = _free_name(path)
            with draft(aside) as scratch:
                shutil.copyfile(path, scratch)
    _put_back(workspace, aside)
    workspace.tell(
        _("Another program replaced {file} while it was open, as a folder that is kept in step with"
          " other computers does. The version that came was kept as {aside}. What you see here was"
          " written again, whole, and goes on.", file=path.name, aside=aside.name)
        if aside
        else _("Another program removed {file} while it was open, as a folder that is kept in step"
               " with other computers does. What you see here was written again, whole, and goes"
               " on.", file=path.name)
    )  # fmt: skip


def _put_back(workspace: Workspace, aside: Path | None) -> None:
    from sqlcipher3 import dbapi2

    path, key = workspace.path, workspace.key
    scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        with telling(path, "written"):
            with closing(connect(scratch, key, "rwc")) as copy:
                workspace.connection.backup(copy)
            verify(scratch, key)
            scratch.chmod(0o600)
            with scratch.open("rb+") as file:
                os.fsync(file.fileno())
            if sys.platform == "win32":  # a file that is open cannot be replaced there
                workspace.connection.close()
            scratch.replace(path)
            sync_folder(path.parent)
            workspace.connection.close()
            workspace.connection = connect(path, key)
    except (DamagedFileError, dbapi2.Error):
        raise UserError(
            _("Another program changed {file} while it was open, and what was in it cannot be read"
              " on. What came is also kept as {aside}. Close the program, then restore the newest"
              " backup.", file=path.name, aside=aside.name)
            if aside
            else _("Another program changed {file} while it was open, and what was in it cannot be"
                   " read on. Close the program, then restore the newest backup.", file=path.name)
        ) from None  # fmt: skip
    finally:
        for name in (scratch, beside(scratch)):
            with suppress(OSError):
                name.unlink()
    watch(workspace)


def _checkpoint_when_long(workspace: Workspace) -> None:
    """As SQLite would by itself, but for the seals that are to be noted."""
    if workspace.copying:
        return
    # What was saved stands in the log; where there is no room to bring it in, that is done later.
    with suppress(UserError, OSError):
        if beside(workspace.path).stat().st_size > AUTOCHECKPOINT * 4096:
            checkpoint(workspace)


def _state(path: Path) -> tuple[int, ...]:
    """What changes when a file is replaced or written; () where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _free_name(path: Path) -> Path:
    number = 1
    while (name := path.with_name(f"{path.stem}-from-elsewhere-{number}{path.suffix}")).exists():
        number += 1
    return name
