"""How much a workbook would be once read: told from its parts before anything is read into memory.

A reader of spreadsheets makes room for every cell between the first and the last; two cells in
opposite corners, or one that says it is repeated, are a few bytes and billions of cells. The
parts are unpacked here as a stream, so that what is packed too well is noticed on the way.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from xml.parsers import expat

from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.pack.files import MAX_BYTES, ReleaseFile

MOST_CELLS = 30_000_000
"""Twice what the largest official table holds (OEWS, all data: 430,000 rows of 32)."""
MOST_MEMORY = 4 << 30
"""Bytes that reading an old binary workbook may take, where the system holds it to that."""

_MOST_RATIO, _SMALL = 200, 64 << 20
_DEEPEST = 1000
_CHUNK = 1 << 20
_OVERLAP = 64
_SECONDS = 120

_REFERENCE = re.compile(rb' r="([A-Z]{0,3}\d{1,12})"')
_UNUSUAL = re.compile(rb"<(?:c|row)[\t\r\n/>]")
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_LETTERS, _DIGITS = bytes(range(65, 91)), bytes(range(48, 58))
_NAME = re.compile(r"([A-Za-z]{0,8})(\d{1,12})")
_DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class _TooMuchError(Exception):
    """Why a workbook is not read, in words."""


def check_size(file: ReleaseFile) -> None:
    """Let a workbook be read only when it is no larger, once read, than an official one.

    Raises:
        UserError: when it is larger, cut off, or packed in a way that no agency uses.
    """
    try:
        if file.kind in ("xls", "xlsb"):
            _try_apart(file.raw)
        else:
            _check_parts(file.raw, repeated=file.kind == "ods")
    except (zipfile.BadZipFile, OSError, struct.error, zlib.error, expat.ExpatError) as error:
        raise UserError(_(
            "{file} is not a complete spreadsheet ({error}); the download was cut off or the file"
            " is damaged. Download it again.", file=file.name, error=str(error)
        )) from None  # fmt: skip
    except _TooMuchError as error:
        raise UserError(_(
            "{file} {error}; it is not read. Give the file as the agency publishes it.",
            file=file.name, error=str(error),
        )) from None  # fmt: skip


def _check_parts(raw: bytes, *, repeated: bool) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
    left = MAX_BYTES
    for part in parts:
        look: _Cells | _Repeats | None = _Cells()
        if repeated:
            look = _Repeats() if part.filename == "content.xml" else None
        seen, tail = 0, b""
        for chunk in _unpacked(raw, part):
            seen += len(chunk)
            if seen > left:
                raise _TooMuchError(_(
                    "unpacks to more than {most} bytes, more than any official table",
                    most=f"{MAX_BYTES:,}",
                ))  # fmt: skip
            if seen > _SMALL and seen > _MOST_RATIO * max(part.compress_size, 1):
                raise _TooMuchError(_("is packed far smaller than any official table can be"))
            if not tail and chunk[:2] in _WIDE:
                raise _TooMuchError(_("has a part that is not UTF-8, unlike any official one"))
            if b"<!" in chunk and any(word in tail + chunk for word in _DEFINITIONS):
                raise _TooMuchError(_("has definitions of its own, which no official table has"))
            if look is not None:
                look.take(tail, chunk)
            tail = chunk[-_OVERLAP:]
        if look is not None:
            look.end()
        if isinstance(look, _Cells) and look.unusual:
            walk = _Walk()
            for chunk in _unpacked(raw, part):
                walk.take(b"", chunk)
            walk.end()
        left -= seen


def _unpacked(raw: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What is really in a part, whatever sizes the archive states."""
    if part.flag_bits & 1 or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _TooMuchError(_("is packed or locked in a way that is not used here"))
    name, extra = struct.unpack_from("<26xHH", raw, part.header_offset)
    start = part.header_offset + 30 + name + extra
    packed = raw[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        for place in range(0, len(packed), _CHUNK):
            yield packed[place : place + _CHUNK]
        return
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    while packed and not inflate.eof:
        chunk = inflate.decompress(packed, _CHUNK)
        packed = inflate.unconsumed_tail
        if chunk:
            yield chunk
    if not inflate.eof:
        raise zipfile.BadZipFile(_("{file} ends too early", file=part.filename))


class _Cells:
    """The used range of a sheet of an .xlsx: rows times columns, from the cells' own names.

    It must not cost more than reading does, so it looks for the usual ``<c r="B7"``;
    ``unusual`` tells that cells or rows are written otherwise and have to be walked through.
    """

    def __init__(self) -> None:
        self._columns: set[bytes] = set()
        self._row = self._chunks = self._items = self._missing = self._depth = 0
        self._odd = False

    @property
    def unusual(self) -> bool:
        return self._odd or self._missing >= max(self._chunks, 1)  # a chunk can end within a cell

    def take(self, tail: bytes, chunk: bytes) -> None:
        whole = tail + chunk
        found = b" ".join(_REFERENCE.findall(whole))
        self._columns.update(found.translate(None, _DIGITS).split())
        self._row = max(self._row, *map(int, set(found.translate(None, _LETTERS).split())), 0)
        self._chunks += 1
        items = chunk.count(b"<c ") + chunk.count(b"<row ")
        self._items += items
        self._missing += max(0, items - found.count(b" ") - bool(found))
        self._odd = self._odd or bool(_UNUSUAL.search(whole) or _PREFIXED.search(whole))
        if self._items + self._missing > 2 * MOST_CELLS:
            raise _TooMuchError(_(
                "holds more cells than any official table ({most})", most=f"{MOST_CELLS:,}"
            ))  # fmt: skip
        closed = 2 * chunk.count(b"</") + chunk.count(b"/>") + chunk.count(b"<!")
        self._depth += chunk.count(b"<") - closed - chunk.count(b"<?")
        if self._depth > max(_DEEPEST, len(chunk) // 8):
            raise _TooMuchError(_("is nested far deeper than any official table"))
        self.end()

    def end(self) -> None:
        _check_cells(self._row, max(map(_column_number, self._columns), default=0))


class _Walk:
    """The used range of a sheet that is written in an unusual way, cell by cell."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._row = self._column = self._rows = self._wide = self._count = 0

    def take(self, _tail: bytes, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind not in ("row", "c"):
            return
        named = _NAME.fullmatch(attributes.get("r", ""))
        if kind == "row":
            self._row = int(named[2]) if named else self._row + 1
            self._column = 0
            return
        self._column += 1
        self._count += 1
        if self._count > MOST_CELLS:
            raise _TooMuchError(_(
                "holds more cells than any official table ({most})", most=f"{MOST_CELLS:,}"
            ))  # fmt: skip
        if named:
            self._column, self._row = _column_number(named[1].encode()), int(named[2])
        self._rows = max(self._rows, self._row)
        self._wide = max(self._wide, self._column)
        _check_cells(self._rows, self._wide)


def _column_number(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper()[:8]:
        number = 26 * number + letter - 64
    return number


def _check_cells(rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise _TooMuchError(_(
            "uses a range of {rows} rows and {columns} columns, more cells than any official table"
            " ({most})", rows=f"{rows:,}", columns=f"{columns:,}", most=f"{MOST_CELLS:,}"
        ))  # fmt: skip


class _Repeats:
    """The used range of the sheets of an .ods, repeated rows and cells counted."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end_element
        self._depth = self._rows = self._wide = 0
        self._row_times = self._empty_rows = self._place = self._filled = 0
        self._cell: tuple[int, bool] | None = None

    def take(self, _tail: bytes, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooMuchError(_("is nested far deeper than any official table"))
        kind = name.rpartition(":")[2]
        if kind == "table":
            self._rows = self._empty_rows = self._wide = 0
        elif kind == "table-row":
            self._row_times = _times(attributes, "table:number-rows-repeated")
            self._place = self._filled = 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._place += _times(attributes, "table:number-columns-repeated")
            if any("value" in one or "formula" in one for one in attributes):
                self._filled = self._place
        elif self._place:
            self._filled = self._place

    def _end_element(self, name: str) -> None:
        self._depth -= 1
        if name.rpartition(":")[2] != "table-row":
            return
        self._empty_rows += self._row_times
        if self._filled:
            self._rows += self._empty_rows
            self._empty_rows = 0
            self._wide = max(self._wide, self._filled)
            _check_cells(self._rows, self._wide)
        self._place = 0


def _times(attributes: dict[str, str], name: str) -> int:
    given = attributes.get(name, "1")
    if not re.fullmatch(r"\d{1,12}", given):
        raise _TooMuchError(_("repeats a cell {found} times", found=f"{given[:20]!r}"))
    return max(1, int(given))


def _try_apart(raw: bytes) -> None:
    """Read an old binary workbook in a process of its own first, so that it can fail there."""
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=_read_all, args=(raw,), daemon=True)
    child.start()
    child.join(_SECONDS)
    if child.is_alive():
        child.kill()
        child.join()
        raise _TooMuchError(_("takes longer to read than any official table"))
    if child.exitcode == 3:
        raise zipfile.BadZipFile(_("its parts do not fit together"))
    if child.exitcode:
        raise _TooMuchError(_("needs more memory than any official table, or is damaged"))


def _read_all(raw: bytes) -> None:
    """In the child: every sheet, within the memory that is allowed."""
    limits: Any = None
    with suppress(ImportError):  # Windows: a child that asks for too much dies by itself
        import resource as limits
    if limits is not None:
        for which, most in (("RLIMIT_AS", MOST_MEMORY), ("RLIMIT_CORE", 0)):
            with suppress(AttributeError, OSError, ValueError):
                limits.setrlimit(getattr(limits, which), (most, most))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
    except python_calamine.CalamineError:
        os._exit(3)
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            os._exit(4)
