"""What the program knows of a data set: its files, release, tables, words, and how it is joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from counselor_app.pack.files import ReadMe, ReleaseFile
from counselor_app.pack.sources import Release
from counselor_app.pack.tables import TEXTS, WORKBOOKS, has_sheet, plain
from counselor_app.pack.work import Work

Join = Literal["whole", "list", "nearly", "units", "totals", "ratings", "scales"]
"""What becomes of the rows in use that a release in part does not bring (`pack.rest`).

"whole": they go, or are joined while the release is read. "list": they stay. "nearly": they stay
unless nearly all units are brought; "units": those of units not brought stay; "totals": a unit is
brought only with its row of all occupations. "ratings" and "scales": by occupation and scale too.
"""


@dataclass(frozen=True, slots=True)
class Files:
    """Files that hold one table of a data set.

    ``pattern`` fits the whole plain file name (`plain`), ``under`` is found in the plain name of
    a folder or zip above it; ``sheet`` is the name of a sheet of the workbook, where another
    table bears the same file name.
    """

    table: str
    pattern: str
    kinds: tuple[str, ...] = (*WORKBOOKS, *TEXTS)
    under: str = ""
    sheet: str = ""

    def fit(self, file: ReleaseFile) -> bool:
        """Whether a file is one of them, by its names."""
        return (
            file.kind in self.kinds
            and re.fullmatch(self.pattern, plain(file.stem)) is not None
            and (not self.under or any(re.search(self.under, plain(one)) for one in file.trail))
            and (not self.sheet or has_sheet(file, self.sheet))
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of a pack table that the program's own data holds in one file of this name.

    ``left_out`` are columns that are official sentences or computed again when loading;
    ``imported`` is what only a release brings, and no file of the program holds. ``join`` goes
    by the column ``unit``. ``group`` is the data set's name.
    """

    name: str
    table: str
    where: str = "1"
    join: Join = "whole"
    unit: str = ""
    left_out: tuple[str, ...] = ()
    order: str = ""
    imported: bool = False
    group: str = ""


def _nothing(_work: Work) -> None:
    """Another data set's fill reads this one's files too."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table (or several that are replaced together) as an agency releases it.

    ``words`` name it in the account of a build. ``release`` tells which release a file is of,
    from its names and the Read Me beside it: without one nothing can be a data set, so nothing
    gets a source that it does not have. ``fill`` reads the files given, into ``parts``.
    ``coverage`` is what a counselor misses where it is not there -> what is true in SQL of an
    occupation ``o`` that has it.
    """

    name: str
    words: str
    release: Callable[[ReleaseFile, ReadMe], Release]
    files: tuple[Files, ...]
    parts: tuple[Part, ...] = ()
    fill: Callable[[Work], None] = _nothing
    coverage: Mapping[str, str] | None = None
    dated: bool = True
    """Whether names and Read Me tell one release from an older one."""
    always: bool = False
    """Comes from the program's own data where it is not given."""
