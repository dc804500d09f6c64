"""A file written whole: a draft beside it, verified, on the disk, then renamed; or nothing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from counselor_app.targets import sync_folder, write_target
from counselor_app.workspace.base import telling

_BESIDE = ("", "-wal", "-journal", "-shm")


@contextmanager
def draft(target: Path) -> Iterator[Path]:
    """The path of a draft; it takes the place of ``target`` when the block ends well.

    Raises:
        UserError: when the folder cannot be written or the disk is full; ``target`` is then what
            it was, and no draft is left.
    """
    target = write_target(target)
    scratch = target.with_name(f".{target.name.lstrip('.')}.{secrets.token_hex(4)}.partial")
    try:
        with telling(target, "written"):
            make_folder(target.parent)
            yield scratch
            with scratch.open("rb+") as file:
                os.fsync(file.fileno())
            scratch.chmod(0o600)
            scratch.replace(target)
            sync_folder(target.parent)
    finally:
        for ending in _BESIDE:
            with suppress(OSError):
                scratch.with_name(scratch.name + ending).unlink()


def sweep(folder: Path, names: str) -> None:
    """Remove the drafts that a killed program left of files whose names match a pattern."""
    for leftover in folder.glob(f".{names}.*.partial*"):
        with suppress(OSError):
            leftover.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder that only its user may look into, if there is none."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
