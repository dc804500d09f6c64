"""Errors that a user can act on, apart from bugs."""

from __future__ import annotations

import errno
from pathlib import Path

from counselor_app.language import Said, _, published


class UserError(Exception):
    """Something the user gave or asked for cannot be used.

    The message says what, where, and what to do; the command line prints it as one line and
    exits with 2, the window shows it in its error bar. A bug is any other exception.
    """

    def __str__(self) -> str:
        """The message itself, so that it can be said in another language."""
        return self.args[0] if len(self.args) == 1 and isinstance(self.args[0], str) else ""


def system_words(error: Exception) -> str:
    """What the system or a library says went wrong, in the words that a language has for it."""
    return published("system", getattr(error, "strerror", None) or str(error))


def not_written(folder: Path, error: Exception) -> Said:
    """Why ``folder`` could not be written in, and what to do about that very cause."""
    file = next((part for part in (folder, *folder.parents) if part.is_file()), None)
    if file is not None:
        return _(
            "{file} is a file where a folder is needed: name another folder, or move it away.",
            file=str(file),
        )
    kind = error.errno if isinstance(error, OSError) else None
    full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
    reason = system_words(error)
    if kind in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _(
            "{reason}: ask for the right to write in {folder}, or name another folder.",
            reason=reason, folder=str(folder),
        )  # fmt: skip
    if kind in (errno.ENOSPC, errno.EDQUOT) or full:
        return _("{reason}: free some space, or name another folder.", reason=reason)
    return _(
        "{reason}: see that {folder} has room and can be written in, or name another folder.",
        reason=reason, folder=str(folder),
    )  # fmt: skip
