"""Rows out of a release file, whatever its layout: workbook, tab-delimited text, CSV."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress, islice, repeat
from operator import itemgetter
from typing import Any, NoReturn

from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.pack.bounds import check_size
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.values import Cell, text

Row = Sequence[Any]
Batch = tuple[Sequence[int], Sequence[Row]]

WORKBOOKS = ("xlsx", "xlsm", "xls", "xlsb", "ods")
TEXTS = ("csv", "txt", "tsv")

_FIELD_LIMIT = 1 << 20
_BATCH = 100
"""Rows read at once: so few that they are still in the processor's cache when they are used."""


def plain(name: Cell) -> str:
    """A column or file name down to its letters and digits: ``onetsoccode``."""
    return re.sub(r"[^a-z0-9]+", "", text(name).lower())


class _Parsed(dict[Cell, Any]):
    """What each cell of a column was read as: most repeat, and parsing is what costs."""

    def __init__(self, parse: Callable[[Cell], Any]) -> None:
        self._parse = parse

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self._parse(cell)
        return value


@dataclass(frozen=True, slots=True)
class Column:
    """A wanted column: the names it goes by, how its cells are read, and whether it may lack."""

    names: tuple[str, ...]
    parse: Callable[[Cell], Any]
    optional: bool = False
    plain: str = ""
    """Pattern of texts that are numbers as they stand, for figures."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header; ``batches`` yields row numbers, as a spreadsheet shows them, and
    the cells of those rows.
    """

    name: str
    header: tuple[str, ...]
    batches: Iterator[Batch]

    def places(self, columns: Sequence[Column]) -> list[int | None]:
        """Where each column is, None for an optional one that is not there.

        Raises:
            UserError: naming every required column that is not there.
        """
        there: dict[str, int] = {}
        for index, name in enumerate(self.header):
            there.setdefault(plain(name), index)
        found = [
            next((there[plain(name)] for name in column.names if plain(name) in there), None)
            for column in columns
        ]
        missing = [
            repr(column.names[0])
            for column, place in zip(columns, found, strict=True)
            if place is None and not column.optional
        ]
        if missing:
            have = ", ".join(repr(name) for name in self.header if name)
            raise UserError(_(
                "{file}, row 1: expected a column named {columns}; found {have}. The file is"
                " incomplete or its columns were renamed; use it as published.",
                file=self.name, columns=", ".join(missing),
                have=have or pgettext("found", "nothing"),
            ))  # fmt: skip
        return found

    def records(
        self, *columns: Column, figures: Sequence[Column] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Each row as (row number, one parsed value a column); a lacking column reads as blank.

        With ``figures``, a tuple of their values comes last: many numbers a row, read at once
        where all are plain.

        Raises:
            UserError: naming row and column of the first cell that cannot be read.
        """
        parsed = [
            (place, _Parsed(column.parse))
            for place, column in zip(self.places(columns), columns, strict=True)
        ]
        read = self._reader(figures) if figures else None
        for rows, cells in self.batches:
            there = list(zip(*cells, strict=True))
            try:
                yield from zip(
                    rows,
                    *(
                        repeat(values[""], len(rows))
                        if place is None
                        else map(values.__getitem__, there[place])
                        for place, values in parsed
                    ),
                    *([map(read, rows, cells)] if read else []),
                    strict=True,
                )
            except ValueError:
                self._blame((rows, cells), parsed)
                raise

    def _reader(self, figures: Sequence[Column]) -> Callable[[int, Row], tuple[Any, ...]]:
        """What reads the figures of a row; columns that lack must be the last."""
        columns = [
            (place, column, _Parsed(column.parse))
            for place, column in zip(self.places(figures), figures, strict=True)
            if place is not None
        ]
        lacking = (None,) * (len(figures) - len(columns))
        pick = itemgetter(*(place for place, _column, _cells in columns))
        all_plain = re.compile(",".join(column.plain for _at, column, _read in columns)).fullmatch

        def read(row: int, cells: Row) -> tuple[Any, ...]:
            found = pick(cells)
            try:
                if all_plain(",".join(found)):
                    return (*map(float, found), *lacking)
            except TypeError:  # a workbook's cells are numbers already
                pass
            values = []
            for (place, _column, parsed), cell in zip(columns, found, strict=True):
                try:
                    values.append(parsed[cell])
                except ValueError as error:
                    self.wrong(row, place, cell, error.args[0])
            return (*values, *lacking)

        return read

    def only(self, column: Column, wanted: Callable[[str], bool]) -> Table:
        """The table with the rows whose text in a column is wanted."""
        place = self.places([column])[0]
        if place is None:
            return self
        return Table(self.name, self.header, _picked(self.batches, place, wanted))

    def _blame(self, batch: Batch, parsed: Sequence[tuple[int | None, _Parsed]]) -> None:
        """Refuse the table for the first cell of these rows that cannot be read."""
        for row, cells in zip(*batch, strict=True):
            for place, values in parsed:
                try:
                    values["" if place is None else cells[place]]
                except ValueError as error:
                    if place is not None:
                        self.wrong(row, place, cells[place], error.args[0])

    def wrong(self, row: int, place: int, found: Cell, expected: str) -> NoReturn:
        """Refuse the table for one cell."""
        raise UserError(_(
            "{file}, row {row}, column {column}: found {found}, expected {expected}. Correct the"
            " file or download it again.",
            file=self.name, row=row, column=f"{self.header[place]!r}",
            found=f"{str(found)[:60]!r}", expected=expected,
        ))  # fmt: skip

    def twice(self, first: int, second: int, what: str) -> NoReturn:
        """Refuse the table for two rows with one key."""
        raise UserError(_(
            "{file}: rows {first} and {second} both give {key}; expected one row. Remove the wrong"
            " one or download the file again.",
            file=self.name, first=first, second=second, key=what,
        ))  # fmt: skip


def read_table(file: ReleaseFile) -> Table:
    """The only table of a text file, or the first sheet of a workbook.

    Raises:
        UserError: when the file is empty, cut off, or in another encoding.
    """
    if file.kind in WORKBOOKS:
        _, rows = next(read_sheets(file))
        return _with_header(file.name, rows)
    return _with_header(file.name, _text_batches(file))


def _with_header(name: str, batches: Iterator[Batch]) -> Table:
    first = next(batches, None)
    if first is None:
        raise UserError(_(
            "{file} is empty; expected a row of column names. Download it again.", file=name
        ))  # fmt: skip
    rows, cells = first
    rest = [(rows[1:], cells[1:])] if len(rows) > 1 else []
    return Table(name, tuple(text(cell) for cell in cells[0]), chain(rest, batches))


def _picked(batches: Iterator[Batch], place: int, wanted: Callable[[str], bool]) -> Iterator[Batch]:
    for rows, cells in batches:
        chosen = [wanted(text(row[place])) for row in cells]
        if any(chosen):
            yield list(compress(rows, chosen)), list(compress(cells, chosen))


def read_sheets(file: ReleaseFile, start: int = 0) -> Iterator[tuple[str, Iterator[Batch]]]:
    """The sheets of a workbook: each one's name and rows, a header row not told apart."""
    import python_calamine

    check_size(file)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(file.open())
    except Exception as error:  # calamine raises its own kinds and bare ones
        raise UserError(_(
            "{file} cannot be read as a spreadsheet ({error}); it is incomplete or damaged."
            " Download it again.", file=file.name, error=str(error)
        )) from None  # fmt: skip
    for name in book.sheet_names[start:]:
        try:
            sheet = book.get_sheet_by_name(name)
        except Exception as error:
            raise UserError(_(
                "{file}, sheet {sheet} cannot be read ({error}); the file is incomplete or"
                " damaged. Download it again.", file=file.name, sheet=f"{name!r}", error=str(error)
            )) from None  # fmt: skip
        yield name, _sheet_batches(sheet.iter_rows(), (sheet.start or (0, 0))[0] + 1)


def has_sheet(file: ReleaseFile, name: str) -> bool:
    """Whether a workbook (Excel's own layout) lists a sheet of this name."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as book:
            return f'"{name}"'.encode() in book.read("xl/workbook.xml")
    except (zipfile.BadZipFile, KeyError, zlib.error, UserError):
        return False


def _sheet_batches(lines: Iterator[Row], first: int) -> Iterator[Batch]:
    while cells := list(islice(lines, _BATCH)):
        rows: Sequence[int] = range(first, first + len(cells))
        first += len(cells)
        filled = [row[0] != "" or any(cell != "" for cell in row) for row in cells]
        if not all(filled):
            rows, cells = list(compress(rows, filled)), list(compress(cells, filled))
        if cells:
            yield rows, cells


def _text_batches(file: ReleaseFile) -> Iterator[Batch]:
    csv.field_size_limit(_FIELD_LIMIT)
    first = 1
    try:
        with file.open() as content:
            _check_encoding(file, content)
            with io.TextIOWrapper(content, encoding="utf-8-sig", newline="") as lines:
                head = next(lines, "")
                if "\t" in head:
                    reader = csv.reader(
                        chain((head,), lines), delimiter="\t", quoting=csv.QUOTE_NONE
                    )
                else:
                    reader = csv.reader(chain((head,), lines), strict=True)
                width = 0
                while cells := list(islice(reader, _BATCH)):
                    rows: Sequence[int] = range(first, first + len(cells))
                    first += len(cells)
                    if [] in cells:
                        rows = list(compress(rows, cells))
                        cells = [row for row in cells if row]
                    if not cells:
                        continue
                    width = width or len(cells[0])
                    if {*map(len, cells)} != {width}:
                        row, found = next(
                            (row, len(line))
                            for row, line in zip(rows, cells, strict=True)
                            if len(line) != width
                        )
                        raise UserError(_(
                            "{file}, row {row}: found {found} columns, expected {width} as in"
                            " the first row. The file is cut off or was edited; download it"
                            " again.", file=file.name, row=row, found=found, width=width
                        ))  # fmt: skip
                    yield rows, cells
        _check_ending(file)
    except UnicodeDecodeError as error:
        raise UserError(_(
            "{file}, after row {row}: byte 0x{byte} is not UTF-8; the file looks like Latin-1"
            " (Windows-1252). Save it as UTF-8, or use it as published.",
            file=file.name, row=first - 1, byte=f"{error.object[error.start]:02X}",
        )) from None  # fmt: skip
    except csv.Error as error:
        raise UserError(_(
            "{file}, after row {row}: this is no proper CSV ({error}). The file is cut off or was"
            " edited; download it again.", file=file.name, row=first - 1, error=str(error)
        )) from None  # fmt: skip
    except (EOFError, OSError, zlib.error) as error:
        raise UserError(_(
            "{file}, after row {row}: cannot be unpacked ({error}); the file is incomplete or"
            " damaged. Download it again.", file=file.name, row=first - 1, error=str(error)
        )) from None  # fmt: skip


def _check_ending(file: ReleaseFile) -> None:
    """A table that stops in the middle of a line was cut off (a gzip file tells by itself)."""
    ending = file.raw[-1:]  # a zero byte in UTF-16, which has an error of its own
    if not file.name.lower().endswith(".gz") and ending not in (b"", b"\n", b"\r", b"\0"):
        raise UserError(_(
            "{file}: the last row has no line end, so the file seems cut off. Download it again,"
            " or add the line end if the row is whole.", file=file.name
        ))  # fmt: skip


def _check_encoding(file: ReleaseFile, content: io.BufferedReader) -> None:
    start = content.peek(4)[:4]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in start:
        raise UserError(_(
            "{file}, row 1: the file looks like UTF-16, expected UTF-8. Save it as UTF-8, or use"
            " it as published.", file=file.name
        ))  # fmt: skip
