"""Which data is in use: the newest that the user put in, the one before it, or the program's own.

The user's packs are named by their contents and never written to. ``pack.json`` says which of
them is in use and which was before; replacing that small file is the whole of a swap, so that
whatever is interrupted leaves the old pack or the new one.
"""

from __future__ import annotations

import json
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.pack.draft import file_digest, sync_folder
from counselor_app.pack.shipped import ensure_pack
from counselor_app.pack.trust import trusted
from counselor_app.pack.work import Cancelled, Progress
from counselor_app.store.reference import open_pack

POINTER = "pack.json"
CANDIDATE = "new-"
OWN = ""
"""The name that stands for the data which comes with the program."""

_NAME = re.compile(r"pack-[0-9a-f]{16}\.sqlite")
_STALE_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class InUse:
    """The pack to open; ``since`` is when it was put in use (ISO), "" for the program's own.

    ``trouble`` says in words why it is not the one that was put in use, "" when it is.
    """

    path: Path
    since: str
    trouble: str = ""

    @property
    def own(self) -> bool:
        """Whether it is the data that comes with the program."""
        return _NAME.fullmatch(self.path.name) is None


@dataclass(frozen=True, slots=True)
class _Named:
    name: str = OWN
    since: str = ""


@dataclass(frozen=True, slots=True)
class _Pointer:
    current: _Named = _Named()
    previous: _Named | None = None


def in_use(
    folder: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> InUse:
    """The pack to open: the user's where it is whole, else the one before, else the program's.

    Raises:
        UserError: when not even the program's own data can be built.
        CancelledError: when the user stopped that.
    """
    pointer, trouble = _read(folder)
    for named in (pointer.current, pointer.previous or _Named()):
        if named.name == OWN:
            break
        path = folder / named.name
        wrong = _wrong(path, folder)
        if not wrong:
            return InUse(path, named.since, trouble)
        trouble = trouble or (
            f"The occupation data that you brought in last cannot be used: {wrong}. Older data is"
            " shown instead; bring the new data in again."
        )
    own = ensure_pack(folder, progress=progress, cancelled=cancelled)
    return InUse(own, "", trouble)


def put_in_use(candidate: Path, folder: Path, *, today: date, instead_of: InUse) -> InUse:
    """Make a finished pack the one that is opened from now on; the one before it is kept.

    The candidate is moved. Any other pack of the user is removed.

    Raises:
        UserError: when the folder cannot be written; the data in use then stays what it was.
    """
    digest, place = file_digest(candidate)
    if place is None:
        raise AssertionError("only a finished pack is put in use")
    name = f"pack-{digest.decode().removeprefix('sha256:')[:16]}.sqlite"
    target = folder / name
    if not instead_of.own and instead_of.path.name == name:
        candidate.unlink()
        return instead_of
    try:
        if target.is_file() and trusted(target, folder):
            candidate.unlink()
        else:
            os.utime(candidate)
            candidate.replace(target)
            sync_folder(folder)
        new = _Named(name, today.isoformat())
        _write(folder, _Pointer(new, _named(instead_of)))
    except OSError as error:
        raise _not_written(folder, error) from None
    sweep(folder)
    return InUse(target, new.since)


def go_back(folder: Path, *, today: date) -> InUse:
    """Use the data that was in use before; going back once more returns to this.

    Raises:
        UserError: when there is none, it is not whole, or the folder cannot be written.
    """
    pointer, trouble = _read(folder)
    before = pointer.previous
    if before is None or trouble:
        raise UserError("There is no earlier occupation data to go back to; nothing was changed.")
    if before.name != OWN and (wrong := _wrong(folder / before.name, folder)):
        raise UserError(
            f"The data that was in use before ({before.name}) cannot be used: {wrong}."
            " Nothing was changed."
        )
    since = "" if before.name == OWN else today.isoformat()
    path = ensure_pack(folder) if before.name == OWN else folder / before.name
    try:
        _write(folder, _Pointer(_Named(before.name, since), pointer.current))
    except OSError as error:
        raise _not_written(folder, error) from None
    return InUse(path, since)


def can_go_back(folder: Path) -> bool:
    """Whether there is data to go back to."""
    return _read(folder)[0].previous is not None


def sweep(folder: Path) -> None:
    """Remove packs that nothing names, and what an interrupted update left an hour ago."""
    pointer, trouble = _read(folder)
    if trouble:
        return
    kept = {pointer.current.name, (pointer.previous or _Named()).name}
    left = [path for path in folder.glob("pack-*.sqlite") if path.name not in kept]
    left += [*folder.glob(f"{CANDIDATE}*"), *folder.glob(f".{CANDIDATE}*")]
    left += folder.glob(f".{POINTER}.*")
    for path in left:
        # An open file cannot be removed on Windows; the next update tries again.
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                path.unlink()


def _named(one: InUse) -> _Named:
    return _Named() if one.own else _Named(one.path.name, one.since)


def _wrong(path: Path, folder: Path) -> str:
    """Why a pack cannot be opened, in words; "" when it can."""
    if not path.is_file():
        return "the file is missing"
    try:
        if not trusted(path, folder):
            return "the file is damaged"
        open_pack(path).close()
    except UserError as error:
        return str(error).rstrip(".")
    return ""


def _read(folder: Path) -> tuple[_Pointer, str]:
    """What is named, and a message when the file that names it cannot be understood."""
    try:
        found = json.loads((folder / POINTER).read_text(encoding="utf-8"))
        current = _Named(*map(str, found["current"]))
        previous = None if found["previous"] is None else _Named(*map(str, found["previous"]))
        for one in (current, previous or _Named()):
            if one.name != OWN and not _NAME.fullmatch(one.name):
                raise ValueError(one.name)
    except FileNotFoundError:
        return _Pointer(), ""
    except (OSError, ValueError, KeyError, TypeError):
        return _Pointer(), (
            f"The file that names your occupation data, {POINTER} in {folder}, cannot be read."
            " The data that comes with the program is shown; bring your data in again."
        )
    return _Pointer(current, previous), ""


def _write(folder: Path, pointer: _Pointer) -> None:
    """Replace the pointer, whole or not at all, and wait until it is on the disk."""
    before = pointer.previous
    text = json.dumps(
        {
            "current": [pointer.current.name, pointer.current.since],
            "previous": None if before is None else [before.name, before.since],
        }
    )
    draft = folder / f".{POINTER}.{os.getpid()}"
    try:
        with draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / POINTER)
    finally:
        with suppress(OSError):
            draft.unlink()
    sync_folder(folder)


def _not_written(folder: Path, error: OSError) -> UserError:
    return UserError(
        f"{folder} cannot be written ({error.strerror or error}). The occupation data in use is"
        " unchanged. Free some space or ask for the right to write there, and try again."
    )
