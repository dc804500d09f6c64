"""One program at a time: a lock that the system lets go of when its holder ends or is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from counselor_app.errors import UserError, system_words
from counselor_app.language import _
from counselor_app.workspace.trouble import InUseError


class FileLock:
    """Holds ``.NAME.lock`` beside a clients' file; the lock file itself is empty and stays.

    Raises:
        InUseError: when another program, or another window, has it.
        UserError: when the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        beside = path.with_name(f".{path.name}.lock")
        try:
            self._handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise UserError(
                _("{folder} cannot be written ({why}), and a clients’ file is locked there while it"
                  " is open. Choose a folder that you can write to.",
                  folder=str(path.parent), why=system_words(error))
            ) from None  # fmt: skip
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            raise InUseError(
                _("{file} is open in another window or program. Close it there first; nothing was"
                  " changed.", file=path.name)
            ) from None  # fmt: skip

    def release(self) -> None:
        """Let go; nothing happens when it was let go before."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
