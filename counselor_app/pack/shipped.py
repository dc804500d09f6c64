"""The pack that comes with the program: made when it is installed, or else at the first start."""

from __future__ import annotations

import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from counselor_app import __version__
from counselor_app.errors import UserError, system_words
from counselor_app.language import _
from counselor_app.pack.own_files import (
    MANIFEST,
    handbook_files,
    search_files,
    text_files,
    title_files,
)
from counselor_app.pack.trust import forget, trusted
from counselor_app.paths import data_folder, database, ready_packs

if TYPE_CHECKING:
    from counselor_app.pack.work import Cancelled, Progress

_PREFIX = "reference-"


def ensure_pack(
    folder: Path | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """The pack of this program version, built now when it is not there or is damaged.

    Its name holds a hash of what it is made of, so a new version builds its own. One that was
    installed ready made is shared by all users and only read. Two processes that start at once both
    build; the second to finish finds the first one's file.

    Raises:
        UserError: when it cannot be built, with the reason.
        CancelledError: when the user stopped it.
    """
    home = folder or data_folder()
    name = _name()
    ready, target = ready_packs() / name, home / name
    if ready.is_file() and trusted(ready, home):
        _remove_others(home, ready)
        return ready
    if target.is_file() and trusted(target, home):
        return target
    from counselor_app.pack.build import build_from_seed  # much, for what is done once

    try:
        build_from_seed(target, progress=progress, cancelled=cancelled)
    except UserError:
        # On Windows a file that the other process has open cannot be replaced.
        if not target.is_file():
            raise
    _remove_others(home, target)
    return target


def make_ready(folder: Path | None = None) -> Path:
    """Build the pack anew in the folder of the one that all users read, and nothing else there.

    Its name tells of all but the code that builds it, so one that is there is never kept.

    Raises:
        UserError: as `ensure_pack` does; no pack is there then.
    """
    from counselor_app.pack.build import build_from_seed

    home = folder or ready_packs()
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)  # for all to read; a build would close it to others
    target = home / _name()
    build_from_seed(target)
    return target


def discard(path: Path, folder: Path) -> None:
    """Have a damaged pack made anew: it is removed, or not trusted unread where it cannot be."""
    try:
        path.unlink(missing_ok=True)
    except OSError:  # shared by all users, or on Windows still open
        forget(folder)


def _remove_others(home: Path, used: Path) -> None:
    for old in home.glob(f"{_PREFIX}*.sqlite"):
        if old != used:
            with suppress(OSError):
                old.unlink()


def _name() -> str:
    """The file name of this version's pack, with a hash of what the pack is made of."""
    made_of = sha256(__version__.encode())
    for path in (
        database() / "schema.sql",
        database() / "seed" / MANIFEST,
        *text_files(),
        *title_files(),
        *search_files(),
        *handbook_files(),
    ):
        try:
            made_of.update(path.read_bytes())
        except OSError as error:
            raise UserError(_(
                "{file}, a file of the program, cannot be read ({reason}); install the program"
                " again.", file=str(path), reason=system_words(error)
            )) from None  # fmt: skip
    return f"{_PREFIX}{made_of.hexdigest()[:12]}.sqlite"
