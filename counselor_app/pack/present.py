"""The pack in use as the source of what an update does not bring, official sentences included."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.pack.account import Recognised
from counselor_app.pack.choose import Unused
from counselor_app.pack.crosswalks import Crosswalks
from counselor_app.pack.dataset import Part
from counselor_app.pack.datasets import DATASETS, PARTS
from counselor_app.pack.seed import Seed, names_of, open_seed, provenance, select
from counselor_app.pack.sources import Release
from counselor_app.pack.work import Row

IN_USE = _("the data in use has a newer release")

_DATED = frozenset(one.name for one in DATASETS if one.dated)
_RANK = 10_000  # source ids of one kind of release share what is above it


@dataclass(frozen=True)
class Present(Seed):
    """An open pack that stands in for the program's own tables."""

    connection: sqlite3.Connection

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a seed, and the official tasks."""
        return PARTS

    def rows(self, part: Part) -> tuple[list[str], Iterator[list[str]]]:
        """Column names and rows of a part, as text."""
        columns, rows = select(self.connection, part)
        return columns, (["" if cell is None else str(cell) for cell in row] for row in rows)

    def some(self, part: Part, *wanted: str) -> tuple[list[str], Iterator[Row]]:
        """Column names of a part, and of each row some of them, as text, in any order."""
        listed = ", ".join(f"CAST({name} AS TEXT)" for name in wanted)
        rows = self.connection.execute(f"SELECT {listed} FROM {part.table} WHERE {part.where}")
        return names_of(self.connection, part), rows

    def crosswalks(self) -> Crosswalks:
        """The maps of this pack; the program's own for codes that it does not have."""
        mine, own = super().crosswalks(), open_seed().crosswalks()
        return Crosswalks(
            own.soc_of | mine.soc_of, mine.onet_titles, own.family | mine.family,
            own.published | mine.published, own.groups | mine.groups,
            own.soc2010 | mine.soc2010,
        )  # fmt: skip

    def newest(self) -> dict[str, int]:
        """The id of the newest source of each group of tables; ids rise with the release."""
        found: dict[str, int] = {}
        for part in self.parts:
            for source_id in self.source_ids([part]):
                found[part.group] = max(found.get(part.group, 0), source_id)
        return found

    def put_sentences(self, connection: sqlite3.Connection, *, occupations: bool) -> set[int]:
        """Give a new pack the official descriptions that this one has and it has not.

        ``occupations`` says whether those of occupations are wanted too, with the release they
        are of; returns the ids of the sources they name.
        """
        for table, column, keys in (
            ("element", "description", ("id",)),
            ("factor", "text", ("source_id", "occ", "industry_code", "kind", "direction")),
            ("occupation", "description", ("code", "source_id")),
        ):
            where = " AND ".join(f"{key} = ?" for key in keys)
            connection.executemany(
                f"UPDATE {table} SET {column} = ? WHERE {where} AND {column} IS NULL",
                self.connection.execute(
                    f"SELECT {column}, {', '.join(keys)} FROM {table} WHERE {column} IS NOT NULL"
                ).fetchall(),
            )
        if not occupations:
            return set()
        described = self.connection.execute(
            "SELECT description, source_id, code FROM occupation"
        ).fetchall()
        connection.executemany(
            "UPDATE occupation SET description = ?, source_id = ? WHERE code = ?", described
        )
        return {source_id for _row, source_id, _row in described}


@contextmanager
def open_present(path: Path) -> Iterator[Present]:
    """A pack in use, for as long as the block lasts."""
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        manifest = provenance(connection, {"source": "kind <> 'own'"})
        keys = {row["id"]: row["key"] for row in manifest["source"]}
        manifest["files"] = {
            f"{part.name}.csv.xz": _described(connection, part, keys) for part in PARTS
        }
        yield Present(path.parent, manifest, connection)


def _described(
    connection: sqlite3.Connection, part: Part, keys: Mapping[int, str]
) -> dict[str, object]:
    columns = {
        name
        for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{part.table}')")
    }
    if "source_id" not in columns:
        (rows,) = connection.execute(
            f"SELECT count(*) FROM {part.table} WHERE {part.where}"
        ).fetchone()
        return {"rows": rows, "sources": []}
    counted = connection.execute(
        f"SELECT source_id, count(*) FROM {part.table} WHERE {part.where} GROUP BY source_id"
    ).fetchall()
    return {"rows": sum(n for _row, n in counted), "sources": [keys[one] for one, _row in counted]}


def leave_older(
    chosen: dict[str, list[Recognised]], present: Present
) -> tuple[dict[str, list[Recognised]], list[Unused]]:
    """The given files without those of an older release than the data in use has.

    Raises:
        UserError: when everything given of one programme, as far as it can be compared, is older.
    """
    newest = present.newest()
    kept: dict[str, list[Recognised]] = {}
    older: list[Unused] = []
    for table, files in chosen.items():
        for found in files:
            if found.group in _DATED and _older(found.release.id, newest.get(found.group, 0)):
                older.append(Unused(found, IN_USE))
            else:
                kept.setdefault(table, []).append(found)
    still = {
        found.release.kind for files in kept.values() for found in files if found.group in newest
    }
    for one in older:
        if one.found.release.kind not in still:
            raise older_release(one.found.release, present, newest[one.found.group])
    return kept, older


def older_release(release: Release, present: Present, newest: int) -> UserError:
    """What is said when a given release is older than the one in use, with its source id."""
    used = next(row["label"] for row in present.manifest["source"] if row["id"] == newest)
    return UserError(_(
        "{release} is older than the data in use ({used}); nothing was changed. To use the older"
        " figures all the same, ask for it: --older, or the box in the window.",
        release=release.label, used=used,
    ))  # fmt: skip


def older_groups(before: Present, after: Present) -> dict[str, tuple[int, int]]:
    """The groups of tables for which a pack has an older release: old and new source ids."""
    new = after.newest()
    return {
        group: (used, new[group])
        for group, used in before.newest().items()
        if _older(new.get(group, 0), used)
    }


def _older(one: int, used: int) -> bool:
    """Whether a source is an older release of the same kind than the one used, by their ids."""
    return one < used and one // _RANK == used // _RANK
