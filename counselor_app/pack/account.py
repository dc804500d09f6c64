"""What became of every row of every file: kept, left out, refused, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from counselor_app.language import _
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.sources import Release


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file that holds a known table of the data set ``group``."""

    file: ReleaseFile
    table: str
    group: str
    release: Release


@dataclass(slots=True)
class Refused:
    """Rows refused for one reason: the first of them, the code it names, and how many."""

    first_row: int
    code: str = ""
    rows: int = 0


@dataclass(slots=True)
class Account:
    """The book-keeping of one file while it is read."""

    name: str
    release: Release
    sha256: str
    bytes: int
    tables: list[str] = field(default_factory=list)
    kept: int = 0
    left: Counter[str] = field(default_factory=Counter)
    refused: dict[str, Refused] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, found: Recognised) -> Account:
        """A fresh account of a file."""
        return cls(found.file.name, found.release, found.file.sha256, len(found.file.raw))

    @property
    def rows_refused(self) -> int:
        """How many rows were refused, for whatever reason."""
        return sum(refused.rows for refused in self.refused.values())

    def leave(self, reason: str) -> None:
        """Count a row that is understood and not used."""
        self.left[reason] += 1

    def refuse(self, row: int, reason: str, code: str = "") -> None:
        """Count a row that cannot be used; ``code`` is what in it is not known."""
        self.refused.setdefault(reason, Refused(row, code)).rows += 1

    def why(self, reason: str) -> str:
        """The reason with the code of the first row: "... the occupation code (99-9999)"."""
        code = self.refused[reason].code
        return _("{reason} ({code})", reason=reason, code=code) if code else reason

    def fills(self, table: str, rows: int) -> None:
        """Count rows that go into a pack table."""
        self.kept += rows
        if table not in self.tables:
            self.tables.append(table)
