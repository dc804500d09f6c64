"""Files of a release wherever they are: folders, zips, folders in zips, gzip members."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.language import _

MAX_BYTES = 1 << 30
"""Most a single file may hold once unpacked: ten times the largest table published."""

# RuntimeError: encrypted; NotImplementedError: a compression of the future.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError
)  # fmt: skip
ReadMe = tuple[str, str]
"""Release number and month as a release's own Read Me says them; "" where it does not."""

_SKIPPED = ("__MACOSX", ".", "~$")


@dataclass(frozen=True)
class ReleaseFile:
    """One file of a release.

    ``trail`` holds the names of the folders and zips above it, outermost first: agencies put
    the release number there.
    """

    name: str
    trail: tuple[str, ...]
    path: Path
    member: str | None
    size: int

    @property
    def stem(self) -> str:
        """The name without its endings: ``national`` for ``national.csv.gz``."""
        return self.name.removesuffix(".gz").rpartition(".")[0]

    @property
    def kind(self) -> str:
        """``xlsx``, ``csv``, ``txt`` ... in lower case, gzip looked through."""
        return self.name.lower().removesuffix(".gz").rpartition(".")[2]

    @property
    def year(self) -> int:
        """The year in the name or the nearest folder or zip above it; 0 when none says."""
        for name in (self.name, *reversed(self.trail)):
            if found := re.search(r"(?<!\d)(20\d\d)(?!\d)", name):
                return int(found[1])
            if short := re.search(r"oesm(\d\d)", name.lower()):
                return 2000 + int(short[1])
        return 0

    @property
    def number(self) -> str:
        """The release number "30.1" in the name or above it; "" when none says."""
        for name in (self.name, *reversed(self.trail)):
            if found := re.search(r"(?<![\d.])(\d{2})[._](\d)(?!\d)", name):
                return f"{found[1]}.{found[2]}"
        return ""

    @property
    def place(self) -> tuple[Path, tuple[str, ...]]:
        """The folder or zip it is in, and the folders above it: files beside it share them."""
        return (self.path if self.member else self.path.parent, self.trail)

    @cached_property
    def raw(self) -> bytes:
        """The bytes as delivered (a gzip file still packed)."""
        if self.size > MAX_BYTES:
            raise UserError(_(
                "{file} holds {size} bytes, more than any official table ({most}); it is not read."
                " Give the file as the agency publishes it.",
                file=self.name, size=f"{self.size:,}", most=f"{MAX_BYTES:,}",
            ))  # fmt: skip
        try:
            if self.member is None:
                return self.path.read_bytes()
            with zipfile.ZipFile(self.path) as archive:
                return archive.read(self.member)
        except _UNREADABLE as error:
            raise UserError(_(
                "{file}: {file2} cannot be read ({error}); the file is incomplete or damaged."
                " Download it again.", file=self.path.name, file2=self.name, error=str(error)
            )) from None  # fmt: skip

    @cached_property
    def sha256(self) -> str:
        """Checksum of the bytes as delivered."""
        return sha256(self.raw).hexdigest()

    def open(self) -> io.BufferedReader:
        """The content, unpacked while reading when it is gzip."""
        packed = io.BytesIO(self.raw)
        if self.name.lower().endswith(".gz"):
            return _Limited(gzip.GzipFile(fileobj=packed), self.name)
        return io.BufferedReader(packed)

    def forget(self) -> None:
        """Let go of the bytes."""
        self.__dict__.pop("raw", None)


class _Limited(io.BufferedReader):
    """A gzip stream that stops when it unpacks to more than any official table holds."""

    def __init__(self, packed: gzip.GzipFile, name: str) -> None:
        super().__init__(packed)
        self._left = MAX_BYTES
        self._name = name

    def read1(self, size: int | None = -1, /) -> bytes:
        chunk = super().read1(-1 if size is None else size)
        self._left -= len(chunk)
        if self._left < 0:
            raise UserError(_(
                "{file} unpacks to more than {most} bytes, more than any official table; it is not"
                " read. Give the file as the agency publishes it.",
                file=self._name, most=f"{MAX_BYTES:,}",
            ))  # fmt: skip
        return chunk


def walk(inputs: Iterable[Path]) -> Iterator[ReleaseFile]:
    """Every file in the given folders, zips and files, in a fixed order.

    Raises:
        UserError: when an input does not exist or a zip is broken.
    """
    for given in inputs:
        if not given.exists():
            raise UserError(_("{path}: there is no such file or folder.", path=str(given)))
        top = given.resolve()
        if top.is_dir():
            for path in sorted(top.rglob("*")):
                below = path.relative_to(top)
                if path.is_file() and not _skipped(below.parts):
                    yield from _open_up(path, (top.name, *below.parts[:-1]))
        else:
            yield from _open_up(top, (top.parent.name,))


def _skipped(parts: Iterable[str]) -> bool:
    return any(part.startswith(_SKIPPED) for part in parts)


def _open_up(path: Path, trail: tuple[str, ...]) -> Iterator[ReleaseFile]:
    if path.suffix.lower() != ".zip":
        yield ReleaseFile(path.name, trail, path, None, path.stat().st_size)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.infolist(), key=lambda info: info.filename)
    except (zipfile.BadZipFile, OSError) as error:
        raise UserError(_(
            "{file} is not a complete zip file ({error}); the download was cut off or the file is"
            " damaged. Download it again.", file=path.name, error=str(error)
        )) from None  # fmt: skip
    for info in members:
        parts = tuple(part for part in info.filename.replace("\\", "/").split("/") if part)
        if info.is_dir() or not parts or _skipped(parts):
            continue
        yield ReleaseFile(
            parts[-1], (*trail, path.stem, *parts[:-1]), path, info.filename, info.file_size
        )
