"""The program's own tables: figures and names out of the releases, no sentences.

``db/seed`` holds one compressed CSV a part (a pack table, or a slice of one) and a manifest with
the sources, their licences and a checksum of every file. ``write_seed`` makes it out of a built
pack; ``load`` puts parts back into a new one.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import sqlite3
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from counselor_app.errors import UserError, not_written, system_words
from counselor_app.language import _
from counselor_app.pack import datasets
from counselor_app.pack.crosswalks import Crosswalks, Published
from counselor_app.pack.dataset import Part
from counselor_app.pack.draft import insert
from counselor_app.pack.own_files import MANIFEST
from counselor_app.pack.work import Row, Rows, Steps
from counselor_app.paths import database
from counselor_app.store.reference import schema_version

_BATCH = 5000
_CHUNK = 1 << 20

PARTS = tuple(part for part in datasets.PARTS if not part.imported)
PROVENANCE = ("source", "source_file", "refusal")


@dataclass(frozen=True)
class Seed:
    """A seed folder, opened; files are checked against the manifest as they are read."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts it holds, in the order they are loaded."""
        return PARTS

    def size(self, part: Part) -> int:
        """How much work a part is, in bytes of a release."""
        return 25 * int(self.manifest["files"][f"{part.name}.csv.xz"]["rows"])

    def source_ids(self, parts: Iterable[Part]) -> set[int]:
        """The ids of the sources that parts name."""
        ids = {row["key"]: row["id"] for row in self.manifest["source"]}
        files = self.manifest["files"]
        return {ids[key] for part in parts for key in files[f"{part.name}.csv.xz"]["sources"]}

    def all_source_ids(self) -> set[int]:
        """The ids of all its sources, those of the crosswalks behind the codes included."""
        return {row["id"] for row in self.manifest["source"]}

    def rows(self, part: Part) -> tuple[list[str], Iterator[list[str]]]:
        """Column names and rows of a part, as text.

        Raises:
            UserError: when the file is missing or not the one the manifest names.
        """
        name = f"{part.name}.csv.xz"
        try:
            packed = (self.folder / name).read_bytes()
        except OSError as error:
            raise UserError(_(
                "{file}, a file of the program, cannot be read ({reason}); install the program"
                " again.", file=name, reason=system_words(error)
            )) from None  # fmt: skip
        if sha256(packed).hexdigest() != self.manifest["files"][name]["sha256"]:
            raise UserError(_(
                "{file}, a file of the program, is damaged; install it again.", file=name
            ))  # fmt: skip
        # Unpacked as it is read, out of memory: the largest is many megabytes of text.
        unpacked = io.BufferedReader(lzma.LZMAFile(io.BytesIO(packed)), _CHUNK)  # noqa: SIM115
        lines = csv.reader(io.TextIOWrapper(unpacked, encoding="utf-8", newline=""))
        return next(lines), lines

    def some(self, part: Part, *wanted: str) -> tuple[list[str], Iterator[Row]]:
        """Column names of a part, and of each row two or more of them, as text.

        Raises:
            UserError: as `rows` does.
        """
        names, rows = self.rows(part)
        return names, map(itemgetter(*map(names.index, wanted)), rows)

    def crosswalks(self) -> Crosswalks:
        """The maps between codes, as the seed's own occupations and studies carry them."""
        maps = Crosswalks()
        for row in _records(self, _part("occupation")):
            code, soc = row["code"], row["soc"]
            maps.onet_titles[code] = row["title"]
            maps.soc_of[code] = (soc, row["soc_title"])
            maps.family[code[:2]] = row["family"]
            maps.published[soc] = Published(
                row["oews_code"] or None, row["oews_match"], row["ep_code"] or None,
                row["ep_match"],
            )  # fmt: skip
        maps.groups = {row["code"]: row["title"] for row in _records(self, _part("published-soc"))}
        reached: dict[str, set[str]] = {}
        for study in ("aioe", "frey_osborne"):
            for row in _records(self, _part(f"exposure-{study}")):
                reached.setdefault(row["study_code"], set()).add(maps.soc_of[row["code"]][0])
        maps.soc2010 = {code: tuple(sorted(socs)) for code, socs in sorted(reached.items())}
        return maps


def _part(name: str) -> Part:
    return next(part for part in PARTS if part.name == name)


def _records(seed: Seed, part: Part) -> Iterator[dict[str, str]]:
    names, rows = seed.rows(part)
    return (dict(zip(names, row, strict=True)) for row in rows)


def open_seed(folder: Path | None = None) -> Seed:
    """The seed in a folder, the program's own by default.

    Raises:
        UserError: when it is not there or of another version.
    """
    place = folder or database() / "seed"
    try:
        manifest = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise UserError(_(
            "{file}, a file of the program, cannot be read; install the program again.",
            file=str(place / MANIFEST),
        )) from None  # fmt: skip
    if manifest.get("schema_version") != schema_version():
        raise UserError(_(
            "The program's own data is of another version; install the program again."
        ))  # fmt: skip
    return Seed(place, manifest)


def write_seed(pack: Path, folder: Path, *, preset: int = 6) -> None:
    """Write the figures and names of a built pack as the program's own tables.

    ``preset`` is how hard xz tries, 0 to 9.

    Raises:
        UserError: when ``folder`` holds something else, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()) and not (folder / MANIFEST).is_file():
            raise UserError(_(
                "{folder} holds other files, and nothing of the program's own data; name an empty"
                " folder.", folder=str(folder)
            ))  # fmt: skip
        _write_parts(pack, folder, preset)
    except OSError as error:
        raise UserError(_(
            "{folder} cannot be written. {why}", folder=str(folder),
            why=not_written(folder, error),
        )) from None  # fmt: skip


def _write_parts(pack: Path, folder: Path, preset: int) -> None:
    connection = sqlite3.connect(f"file:{pack}?mode=ro&immutable=1", uri=True)
    try:
        keys = dict(connection.execute("SELECT id, key FROM source"))
        files = {}
        for part in PARTS:
            packed, count, ids = _dump(connection, part, preset)
            name = f"{part.name}.csv.xz"
            (folder / name).write_bytes(packed)
            files[name] = {
                "table": part.table,
                "rows": count,
                "sources": [keys[source_id] for source_id in sorted(ids)],
                "sha256": sha256(packed).hexdigest(),
            }
        manifest = {**provenance(connection, _LISTED), "files": files}
    finally:
        connection.close()
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    for path in folder.glob("*.csv.xz"):
        if path.name not in files:
            path.unlink()


# Official sentences are not in the seed, and our own texts stand in resources/texts.
_LISTED = {"source_file": "tables <> 'task'", "source": "kind <> 'own'"}


def provenance(connection: sqlite3.Connection, listed: Mapping[str, str]) -> dict[str, Any]:
    """A manifest without its files: what a pack says of its sources, where ``listed`` is true."""
    manifest: dict[str, Any] = {"schema_version": schema_version()}
    manifest["meta"] = dict(
        connection.execute("SELECT key, value FROM meta WHERE key LIKE 'oews%' ORDER BY key")
    )
    for table in PROVENANCE:
        columns = _columns(connection, table)
        found = connection.execute(f"SELECT * FROM {table} WHERE {listed.get(table, '1')}")
        manifest[table] = [dict(zip(columns, row, strict=True)) for row in found]
    return manifest


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute(
        "SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,)
    )]  # fmt: skip


def names_of(connection: sqlite3.Connection, part: Part) -> list[str]:
    """The columns of a part of a pack that go into a seed."""
    return [name for name in _columns(connection, part.table) if name not in part.left_out]


def select(connection: sqlite3.Connection, part: Part) -> tuple[list[str], Iterable[Row]]:
    """Column names and rows of a part of a pack, as they go into a seed."""
    columns = names_of(connection, part)
    order = part.order or ("1, 2, 3, 4" if len(columns) > 3 else "1, 2")
    return columns, connection.execute(
        f"SELECT {', '.join(columns)} FROM {part.table} WHERE {part.where} ORDER BY {order}"
    )


def _dump(connection: sqlite3.Connection, part: Part, preset: int) -> tuple[bytes, int, set[int]]:
    columns, rows = select(connection, part)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    count, ids = 0, set()
    for row in rows:
        writer.writerow(row)
        count += 1
        if columns[-1] == "source_id":
            ids.add(row[-1])
    packed = lzma.compress(text.getvalue().encode(), preset=preset)
    return packed, count, ids


def load(
    connection: sqlite3.Connection,
    seed: Seed,
    parts: Collection[Part],
    steps: Steps,
    *,
    partly: bool,
    stays: Callable[[Row], bool] | None = None,
) -> None:
    """Put parts of the seed into a pack.

    With ``partly`` the pack holds tables of other releases already: rows of occupations and
    areas that it does not have are left out, and those that ``stays`` does not want.
    """
    for part in parts:
        if part.table == "job_title":
            continue
        steps.tell(datasets.WORDS[part.group], seed.size(part))
        names, lines = seed.rows(part)
        rows = _typed(connection, part.table, names, lines)
        if partly:
            rows = _fitting(connection, part.table, names, rows)
        if stays is not None:
            rows = filter(stays, rows)
        insert(connection, part.table, rows, names, or_ignore=partly)
    if any(part.group == "oews" for part in parts):
        insert(connection, "meta", seed.manifest["meta"].items(), or_ignore=partly)


def titles(seed: Seed, parts: Collection[Part], codes: Container[str]) -> Rows:
    """Job titles of the given parts: pack rows without their id, of known occupations."""
    found: Rows = []
    for part in parts:
        if part.table == "job_title":
            _, lines = seed.rows(part)
            found += [
                (code, title, kind, short or None, int(weight), int(source_id))
                for code, title, kind, short, weight, source_id in lines
                if code in codes
            ]
    return found


def add_provenance(
    connection: sqlite3.Connection, seed: Seed, used: Collection[int], kept: Collection[int] = ()
) -> None:
    """Sources, files and refusals of the sources named, where the pack has none of its own.

    Of those ``kept`` in part beside new files of the same release, the older files are added.
    """
    there = {source_id for (source_id,) in connection.execute("SELECT id FROM source")}
    for table in PROVENANCE:
        rows = [tuple(row.values()) for row in seed.manifest[table]]
        if table == "source":
            rows = [row for row in rows if row[0] in used]
        elif table == "source_file":
            rows = [
                row for row in rows if row[0] in used and (row[0] in kept or row[0] not in there)
            ]
        else:
            (count,) = connection.execute("SELECT count(*) FROM refusal").fetchone()
            wanted = [row for row in rows if row[1] in used and row[1] not in there]
            rows = [(count + n, *row[1:]) for n, row in enumerate(wanted, 1)]
        insert(connection, table, rows, or_ignore=True)


def _typed(
    connection: sqlite3.Connection, table: str, names: Collection[str], lines: Iterator[list[str]]
) -> Iterable[Row]:
    """The lines with blanks as None where the column may be; SQLite turns text into numbers."""
    nullable = [
        not required
        for name, required in connection.execute(
            'SELECT name, "notnull" FROM pragma_table_info(?) ORDER BY cid', (table,)
        )
        if name in names
    ]
    while batch := list(islice(lines, _BATCH)):
        yield from zip(
            *(
                [cell or None for cell in cells] if blank else cells
                for blank, cells in zip(nullable, zip(*batch, strict=True), strict=True)
            ),
            strict=True,
        )


def _fitting(
    connection: sqlite3.Connection, table: str, names: list[str], rows: Iterable[Row]
) -> Iterable[Row]:
    """The rows whose occupation, area and industry the pack has."""
    checks = []
    for listed, column in connection.execute(
        'SELECT "table", "from" FROM pragma_foreign_key_list(?)'
        " WHERE \"table\" IN ('occupation', 'area', 'industry')", (table,)
    ).fetchall():  # fmt: skip
        there = {code for (code,) in connection.execute(f"SELECT code FROM {listed}")}
        checks.append((names.index(column), there))
    return (row for row in rows if all(row[at] in there for at, there in checks))
