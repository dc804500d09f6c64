"""One build under way: what was chosen, what was read so far, progress and cancelling."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from counselor_app.language import pgettext
from counselor_app.pack.account import Account, Recognised
from counselor_app.pack.crosswalks import Crosswalks
from counselor_app.pack.draft import CancelledError, insert
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.sources import Release
from counselor_app.pack.tables import Table, read_table

Row = tuple[Any, ...]
Rows = list[Row]
Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


class Steps:
    """Tells progress to whoever watches, and stops when asked to."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._done = 0
        self._total = max(total, 1)
        self._progress = progress
        self._cancelled = cancelled

    def tell(self, what: str, size: int = 0) -> None:
        """Say what comes next and how much it is.

        Raises:
            CancelledError: when the user asked to stop.
        """
        if self._cancelled is not None and self._cancelled():
            raise CancelledError
        if self._progress is not None:
            self._progress(self._done, self._total, what)
        self._done = min(self._done + size, self._total)

    def finish(self) -> None:
        """Say that all is done."""
        if self._progress is not None:
            self._progress(self._total, self._total, pgettext("step", "done"))


@dataclass
class Work:
    """A build's files by table, its accounts, its connection, and what was read so far."""

    connection: sqlite3.Connection
    chosen: Mapping[str, list[Recognised]]
    steps: Steps
    maps: Crosswalks = field(default_factory=Crosswalks)
    earlier: Mapping[str, Row] | None = None
    """Rows of the occupations in use by code, where what is not brought of them may stay."""
    titles_in_use: Callable[[Container[str]], tuple[Rows, Rows]] = lambda _codes: ([], [])
    """Job titles in use of some occupations: of kinds that no file gives, and of the others."""
    accounts: list[Account] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """The occupations' titles by code."""
    elements: dict[str, str] = field(default_factory=dict)
    """The elements' names, as their ratings give them."""

    def has(self, *tables: str) -> bool:
        """Whether any of the tables is given."""
        return any(table in self.chosen for table in tables)

    def files(self, *tables: str) -> Iterator[tuple[ReleaseFile, Account]]:
        """The files of the tables with their accounts; each is let go before the next."""
        for name in tables:
            for found in self.chosen.get(name, ()):
                self.steps.tell(found.file.name, found.file.size)
                kept = Account.of(found)
                self.accounts.append(kept)
                yield found.file, kept
                found.file.forget()

    def tables(self, *tables: str) -> Iterator[tuple[Table, Account]]:
        """The files of the tables, each opened as a table."""
        for file, kept in self.files(*tables):
            yield read_table(file), kept

    def insert(self, table: str, rows: Iterable[Row], release: Release | None = None) -> None:
        """Add rows; with a release, its id becomes the last column."""
        if release is not None:
            source_id = (release.id,)
            rows = (row + source_id for row in rows)
        insert(self.connection, table, rows)

    def insert_new(self, table: str, rows: Iterable[Row], release: Release) -> int:
        """Add the rows whose key is not there yet; how many went in."""
        source_id = (release.id,)
        found = (row + source_id for row in rows)
        return insert(self.connection, table, found, or_ignore=True)
