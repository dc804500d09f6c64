"""Finished reports on the disk: whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from counselor_app.errors import UserError, system_words
from counselor_app.language import _
from counselor_app.targets import write_target


def write_report(made: bytes, path: Path, *, private: bool = False) -> None:
    """Write a finished report: complete or not at all; ``private``: for its owner's eyes alone.

    Raises:
        UserError: when the folder is missing or not writable, the disk is full, or another
            program holds the file, or it is none but a device, a pipe or a socket.
    """
    with draft_file(path) as file:
        if private and os.name == "posix":
            os.fchmod(file.fileno(), 0o600)
        file.write(made)


@contextmanager
def draft_file(path: Path) -> Iterator[BinaryIO]:
    """A file that becomes ``path`` when the block ends well, and vanishes when it does not.

    Where ``path`` is a link it stays one, and the file that it leads to is replaced.

    Raises:
        UserError: as `write_report`.
    """
    path = write_target(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    done = False
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        done = True
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        if not done:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


@contextmanager
def draft_folder(folder: Path) -> Iterator[Path]:
    """A folder inside ``folder``, for what is then `put` into that; it vanishes with the block.

    ``folder`` is made if it is missing, and goes again where the block does not end well.

    Raises:
        UserError: when it cannot be made or written.
    """
    draft = folder / f".{os.getpid()}.part"
    was_there = folder.is_dir()
    done = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.mkdir()
        yield draft
        done = True
    except OSError as error:
        raise unwritable(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if not done and not was_there:
            with suppress(OSError):
                folder.rmdir()


def put(made: Path, folder: Path) -> Path:
    """Move a finished file into ``folder``, over one of its name; where it is then.

    Raises:
        UserError: as `write_report`; the file that was there before is as it was.
    """
    path = folder / made.name
    target = write_target(path)
    try:
        if target.parent == folder:
            made.replace(target)
        else:
            write_report(made.read_bytes(), target)  # it may be on another disk
    except OSError as error:
        raise unwritable(path, error) from None
    return path


def unwritable(path: Path, error: OSError) -> UserError:
    """What to say when ``path`` cannot be written."""
    reason = system_words(error)
    return UserError(
        _("The report could not be written to {file}: {reason}. Close the file if another program"
          " has it open, choose another folder or make room, then try again; nothing was left"
          " behind.", file=str(path), reason=reason)
    )  # fmt: skip
