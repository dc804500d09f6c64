"""The file that is written when a path is named, and when it is surely there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.language import _


def write_target(path: Path) -> Path:
    """The file that ``path`` leads to: a file renamed onto it there leaves every link a link.

    Raises:
        UserError: when it is a device, a pipe or a socket, or links lead in a circle.
    """
    try:
        mode = path.stat().st_mode
        target = path.resolve()
    except FileNotFoundError:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):
        if not path.is_symlink():
            return path  # writing says why better than this can
        raise UserError(
            _("{file} is a link that leads nowhere; name another file. Nothing was written.",
              file=str(path))
        ) from None  # fmt: skip
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise UserError(
            _("{file} is a device, a pipe or a socket, not a file; name a file. Nothing was"
              " written.", file=str(path))
        )  # fmt: skip
    return target if path.is_symlink() else path


def sync_folder(folder: Path) -> None:
    """Wait until what was renamed in a folder is on the disk, where the system lets one."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
