"""Is this the file that was built? Read through once a file, then known by its size and time."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from counselor_app.errors import UserError, system_words
from counselor_app.language import _
from counselor_app.pack.digest import file_digest

_KNOWN = "checked.json"


def trusted(path: Path, folder: Path) -> bool:
    """Whether the pack's contents are what its digest says, so that its figures may be shown.

    What was found whole is remembered in ``folder``; a file whose size or time has changed
    since is read through again (half a second).

    Raises:
        UserError: when there is no such file.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise UserError(_(
            "{file}: cannot be read ({reason}).", file=str(path), reason=system_words(error)
        )) from None  # fmt: skip
    stamp = [state.st_size, state.st_mtime_ns]
    known = _known(folder)
    name = str(path.resolve())
    if known.get(name) == stamp:
        return True
    digest, place = file_digest(path)
    if place is None:
        return False
    with path.open("rb") as file:
        file.seek(place)
        if file.read(len(digest)) != digest:
            return False
    kept = {other: seen for other, seen in known.items() if Path(other).is_file()}
    _remember(folder, {**kept, name: stamp})
    return True


def require_trusted(path: Path, folder: Path) -> Path:
    """The path, when its contents are what was built.

    Raises:
        UserError: when the file is missing, is no pack, or has changed since it was built.
    """
    if not trusted(path, folder):
        raise UserError(_(
            "{file} is not an occupation data file of this program, or it is damaged: its contents"
            " are not what was built. Nothing was read from it; build it again with: counselor-app"
            " data build", file=path.name
        ))  # fmt: skip
    return path


def forget(folder: Path) -> None:
    """Read every file through again before it is trusted."""
    with suppress(OSError):
        (folder / _KNOWN).unlink()


def _known(folder: Path) -> dict[str, object]:
    try:
        read = json.loads((folder / _KNOWN).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _remember(folder: Path, known: dict[str, object]) -> None:
    """Keep what was found; a folder that cannot be written only costs the next start time."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f".{_KNOWN}.{os.getpid()}"
        draft.write_text(json.dumps(known), encoding="utf-8")
        draft.replace(folder / _KNOWN)
