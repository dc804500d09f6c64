"""Which data is in use: the newest that the user put in, those before it, or the program's own.

The user's packs are named by their contents and never written to. ``pack.json`` names the one in
use, then those to go back to, newest first; the program's own stands after the last. Replacing
that small file is the whole of a swap, so that whatever is interrupted leaves the old pack or the
new one.
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
from typing import TYPE_CHECKING, NamedTuple

from counselor_app.errors import UserError, not_written
from counselor_app.language import _
from counselor_app.pack.digest import file_digest
from counselor_app.pack.shipped import ensure_pack
from counselor_app.pack.trust import trusted
from counselor_app.store.reference import OtherVersionError, open_pack
from counselor_app.targets import sync_folder, write_target

if TYPE_CHECKING:  # what is read here must not wait for what builds packs
    from counselor_app.pack.work import Cancelled, Progress

POINTER = "pack.json"
CANDIDATE = "new-"
EARLIER = 2
"""How many packs of the user are kept to go back to; each is some 55 MB."""
OWN_WORDS = _("the data that comes with the program")

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
    serial: int = 0
    """Of a pack made elsewhere: it rises with each pack of one maker."""

    @property
    def own(self) -> bool:
        """Whether it is the data that comes with the program."""
        return _NAME.fullmatch(self.path.name) is None


class _Named(NamedTuple):
    name: str
    since: str
    serial: int = 0


_Packs = tuple[_Named, ...]


def in_use(
    folder: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> InUse:
    """The pack to open: the user's newest that is whole, else the program's own.

    Raises:
        UserError: when not even the program's own data can be built.
        CancelledError: when the user stopped that.
    """
    packs, trouble = _read(folder)
    wrong = ""
    for one in packs:
        path = folder / one.name
        found = _wrong(path, folder)
        if not found:
            words = _instead(wrong, _("the data that you brought in before it"))
            return InUse(path, one.since, words, one.serial)
        wrong = wrong or found
    own = ensure_pack(folder, progress=progress, cancelled=cancelled)
    return InUse(own, "", trouble or _instead(wrong, OWN_WORDS))


def _instead(wrong: str, shown: str) -> str:
    if not wrong:
        return ""
    return _(
        "The occupation data that you brought in last cannot be used: {wrong}. In use instead is"
        " {shown}. Bring the new data in again.", wrong=wrong, shown=shown
    )  # fmt: skip


def put_in_use(
    candidate: Path, folder: Path, *, today: date, instead_of: InUse, serial: int = 0
) -> InUse:
    """Make a finished pack the one that is opened from now on; `EARLIER` before it are kept.

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
        new = _Named(name, today.isoformat(), serial)
        packs = _read(folder)[0]
        # From the one that was open: those before it in the list could not be.
        names = [one.name for one in packs]
        start = len(names) if instead_of.own else 0
        if instead_of.path.name in names:
            start = names.index(instead_of.path.name)
        earlier = [one for one in packs[start:] if one.name != name]
        _write(folder, (new, *earlier[:EARLIER]))
    except OSError as error:
        raise _not_written(folder, error) from None
    sweep(folder)
    return InUse(target, new.since, serial=serial)


def go_back(folder: Path, *, today: date) -> InUse:
    """Use the data that was in use before, one pack further back each time.

    After the last pack of the user comes the program's own data. A pack that cannot be used is
    passed over, and ``trouble`` says so. What is left this way is not gone back to again.

    Raises:
        UserError: when the program's own is in use, or the folder cannot be written.
    """
    packs, trouble = _read(folder)
    if trouble:
        raise UserError(trouble)
    if not packs:
        raise UserError(_(
            "There is no earlier occupation data to go back to: {data} is in use. Nothing was"
            " changed.", data=OWN_WORDS
        ))  # fmt: skip
    earlier = packs[1:]
    while earlier and (wrong := _wrong(folder / earlier[0].name, folder)):
        trouble = _(
            "Data of {day} was passed over; it cannot be used: {wrong}.",
            day=earlier[0].since,
            wrong=wrong,
        )
        earlier = earlier[1:]
    if earlier:
        earlier = (earlier[0]._replace(since=today.isoformat()), *earlier[1:])
        used = InUse(folder / earlier[0].name, earlier[0].since, trouble)
    else:
        used = InUse(ensure_pack(folder), "", trouble)
    try:
        _write(folder, earlier)
    except OSError as error:
        raise _not_written(folder, error) from None
    return used


def can_go_back(folder: Path) -> bool:
    """Whether there is data to go back to: always where data of the user is in use."""
    return bool(_read(folder)[0])


def releases(used: InUse) -> str:
    """What data is, for a person: "O*NET 30.1  ·  OEWS May 2025 ...", and whether it is own."""
    from counselor_app.domain.figures.wording import vintages

    with open_pack(used.path) as pack:
        found = vintages(pack.sources.values())
    return _("{releases}, {data}", releases=found, data=OWN_WORDS) if used.own else found


def sweep(folder: Path) -> None:
    """Remove packs that nothing names, and what an interrupted update left an hour ago."""
    packs, trouble = _read(folder)
    if trouble:
        return
    kept = {one.name for one in packs}
    left = [path for path in folder.glob("pack-*.sqlite") if path.name not in kept]
    left += [*folder.glob(f"{CANDIDATE}*"), *folder.glob(f".{CANDIDATE}*")]
    left += folder.glob(f".{POINTER}.*")
    for path in left:
        # An open file cannot be removed on Windows; the next update tries again.
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                path.unlink()


def _wrong(path: Path, folder: Path) -> str:
    """Why a pack cannot be opened, in words; "" when it can."""
    if not path.is_file():
        return _("the file is missing")
    try:
        if trusted(path, folder):
            open_pack(path).close()
            return ""
    except OtherVersionError:
        return _("it was made for another version of the program")
    except UserError:
        pass
    return _("the file is damaged")


def _read(folder: Path) -> tuple[_Packs, str]:
    """The packs named, and a message when the file that names them cannot be understood."""
    try:
        found = json.loads((folder / POINTER).read_text(encoding="utf-8"))
        packs = tuple(
            _Named(str(name), str(since), int(serial[0]) if serial else 0)
            for name, since, *serial in found["packs"]
        )
        for one in packs:
            if not _NAME.fullmatch(one.name):
                raise ValueError(one.name)
    except FileNotFoundError:
        return (), ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return (), _(
            "The file that names your occupation data, {file} in {folder}, cannot be read."
            " The data that comes with the program is shown; bring your data in again.",
            file=POINTER, folder=str(folder),
        )  # fmt: skip
    return packs, ""


def _write(folder: Path, packs: _Packs) -> None:
    """Replace the list of packs, whole or not at all, and wait until it is on the disk."""
    text = json.dumps({"packs": packs})
    pointer = write_target(folder / POINTER)
    draft = pointer.with_name(f".{POINTER}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(pointer)
    finally:
        with suppress(OSError):
            draft.unlink()
    sync_folder(pointer.parent)


def _not_written(folder: Path, error: OSError) -> UserError:
    return UserError(_(
        "{folder} cannot be written. The occupation data in use is unchanged. {why} Then try"
        " again.", folder=str(folder), why=not_written(folder, error)
    ))  # fmt: skip
