"""The write-ahead log beside a clients' file: whether it belongs to the file as it is now.

SQLite takes any log that lies beside a file for the file's own, another file's too, and writes its
pages over those of the file. A log belongs to the file when each of its pages carries the seal of
the file's key, and the pages that it does not hold are those that the file had when the log was
begun. Those are known from ``.NAME.seals``: what each page of the file at rest ends in, which says
nothing of what is in it.
"""

from __future__ import annotations

import secrets
import shutil
import struct
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from counselor_app.errors import UserError
from counselor_app.workspace.base import connect
from counselor_app.workspace.check import damage
from counselor_app.workspace.draft import draft
from counselor_app.workspace.key import PAGE, Key, seal_check, seals

_HEAD, _FRAME_HEAD = 32, 24
_FRAME = _FRAME_HEAD + PAGE
_MAGIC = 0x377F0682  # the lowest bit says in which order of bytes sums are taken
_SEAL = 16  # bytes of each page's 64 that are kept
_BUFFER = 1 << 20
ASIDE = "-set-aside-"


class Log(NamedTuple):
    """What SQLite would take from a log: the newest copy of each page, and the pages in all."""

    pages: dict[int, bytes]
    size: int


def beside(path: Path) -> Path:
    """The write-ahead log of a file."""
    return path.with_name(path.name + "-wal")


def seals_file(path: Path) -> Path:
    """Where the seals of a file at rest are kept."""
    return path.with_name(f".{path.name}.seals")


def note_rest(path: Path) -> None:
    """Keep the seals of a file whose log is empty, for what may lie beside it after a crash."""
    kept = seals_file(path)
    try:
        with draft(kept) as scratch:
            scratch.write_bytes(b"".join(_ends(path)))
    except (UserError, OSError):
        # An old list would make a stranger of the next log; without any, both are looked at.
        with suppress(OSError):
            kept.unlink()


def at_rest(path: Path) -> bool:
    """Whether a file has the pages that were noted last."""
    try:
        return b"".join(_ends(path)) == seals_file(path).read_bytes()
    except OSError:
        return False


def is_stray(path: Path, key: Key) -> bool:
    """Whether what lies beside a file belongs to another file, or to another state of this one.

    ``key`` is the file's. Nothing is written to the file or the log.
    """
    log = read_log_file(beside(path))
    if not log.pages:
        return False
    sealed = seal_check(key)
    if not all(sealed(number, page) for number, page in log.pages.items()):
        return True
    try:
        kept = seals_file(path).read_bytes()
    except OSError:
        return not _whole_together(path, key)
    rest = [kept[at : at + _SEAL] for at in range(0, len(kept), _SEAL)]
    now, whole = _ends(path), seals(path, key)
    others = (n for n in range(log.size) if n + 1 not in log.pages)
    return any(
        n >= min(len(rest), len(now), len(whole)) or rest[n] != now[n] or not whole[n]
        for n in others
    )


def set_aside(stray: Path) -> Path:
    """Give what lies beside a file another name, so that SQLite does not read it; the name."""
    number = 1
    while (name := stray.with_name(f"{stray.name}{ASIDE}{number}")).exists():
        number += 1
    stray.replace(name)
    return name


def drop_aside(path: Path, key: Key) -> None:
    """Remove logs set aside that hold pages of this file; those of other files stay."""
    sealed = seal_check(key)
    for aside in path.parent.glob(f"{path.name}-*{ASIDE}*"):
        pages = read_log_file(aside).pages
        if any(sealed(number, page) for number, page in pages.items()):
            aside.unlink()


def read_log_file(path: Path) -> Log:
    """What SQLite would read of a log: whole frames whose sums are right, up to the last commit."""
    try:
        content = path.read_bytes()
    except OSError:
        return Log({}, 0)
    if len(content) < _HEAD + _FRAME:
        return Log({}, 0)
    magic, _, page = struct.unpack_from(">III", content)
    order = ">" if magic & 1 else "<"
    sums = _summed(content[: _HEAD - 8], order, (0, 0))
    if magic & ~1 != _MAGIC or page != PAGE or sums != struct.unpack_from(">II", content, 24):
        return Log({}, 0)
    pages: dict[int, bytes] = {}
    unfinished: dict[int, bytes] = {}
    size = 0
    for at in range(_HEAD, len(content) - _FRAME + 1, _FRAME):
        number, commit = struct.unpack_from(">II", content, at)
        body = content[at + _FRAME_HEAD : at + _FRAME]
        sums = _summed(content[at : at + 8] + body, order, sums)
        same = content[at + 8 : at + 16] == content[16:24]
        if not same or sums != struct.unpack_from(">II", content, at + 16):
            break
        unfinished[number] = body
        if commit:
            pages.update(unfinished)
            unfinished, size = {}, commit
    return Log({number: body for number, body in pages.items() if number <= size}, size)


def _summed(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """SQLite's running sums over a log (file format, section 4.2)."""
    one, two = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _ends(path: Path) -> list[bytes]:
    found = []
    with path.open("rb", _BUFFER) as file:
        while len(page := file.read(PAGE)) == PAGE:
            found.append(page[PAGE - 64 : PAGE - 64 + _SEAL])
    return found


def _whole_together(path: Path, key: Key) -> bool:
    """Whether a copy of the file is whole once a copy of the log was read into it."""
    scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        shutil.copyfile(path, scratch)
        shutil.copyfile(beside(path), beside(scratch))
        with closing(connect(scratch, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return not damage(connection, scratch)
    except Exception as error:
        if (
            not isinstance(error, (OSError, UserError))
            and "sqlcipher" not in type(error).__module__
        ):
            raise
        return False
    finally:
        for name in (scratch, beside(scratch)):
            with suppress(OSError):
                name.unlink()
