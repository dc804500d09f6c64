"""Which of the given releases each table comes from: the newest that has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counselor_app.language import _
from counselor_app.pack.account import Recognised
from counselor_app.pack.tables import WORKBOOKS, plain

NEWER = _("a newer release is given")
TWICE = _("the same table is given twice")
WORKBOOK = _("the workbook holds the same table")
NO_LEVELS = _("another file holds the levels too")


@dataclass(frozen=True, slots=True)
class Unused:
    """A recognised file that another one replaces."""

    found: Recognised
    reason: str


def choose(known: Iterable[Recognised]) -> tuple[dict[str, list[Recognised]], list[Unused]]:
    """The files to read by table, and those that others replace with the reason."""
    by_group: dict[str, list[Recognised]] = {}
    for found in known:
        by_group.setdefault(found.group, []).append(found)
    chosen: dict[str, list[Recognised]] = {}
    unused: list[Unused] = []
    for group in sorted(by_group):
        files = by_group[group]
        if any(_has_levels(found) for found in files):
            unused += [Unused(f, NO_LEVELS) for f in files if not _has_levels(f)]
            files = [f for f in files if _has_levels(f)]
        newest = max(found.release.number for found in files)
        if group == "ep" and any(found.file.kind in WORKBOOKS for found in files):
            unused += [Unused(f, WORKBOOK) for f in files if f.file.kind not in WORKBOOKS]
            files = [f for f in files if f.file.kind in WORKBOOKS]
        names: set[str] = set()
        for found in files:
            name = plain(found.file.stem)
            if found.release.number != newest:
                unused.append(Unused(found, NEWER))
            elif name in names:
                unused.append(Unused(found, TWICE))
            else:
                names.add(name)
                chosen.setdefault(found.table, []).append(found)
    return chosen, unused


def _has_levels(found: Recognised) -> bool:
    """Whether it is the table of activities with levels, which newer files in part lack."""
    return found.group == "activity" and plain(found.file.stem).endswith("imlv")
