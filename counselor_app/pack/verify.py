"""Check a pack file: is it whole, and is it what was built?"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from counselor_app.errors import UserError, system_words
from counselor_app.language import _, ngettext
from counselor_app.pack.digest import file_digest
from counselor_app.pack.draft import MAGIC, PRODUCT
from counselor_app.paths import database
from counselor_app.store.reference import schema_version

_MOST_PARTS = 1000
_SECONDS = 120
"""A whole pack is read through in two, on a slow disk in twenty."""


def verify(path: Path) -> list[str]:
    """Every finding in words; none means that the file is as it was built.

    Raises:
        UserError: when there is no such file, or it is no pack of this program at all.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
        digest, place = file_digest(path)
    except OSError as error:
        raise UserError(_(
            "{file}: cannot be read ({reason}).", file=str(path), reason=system_words(error)
        )) from None  # fmt: skip
    if start != MAGIC:
        if place is None:
            raise UserError(_(
                "{file} is not an occupation data file of this program.", file=path.name
            ))  # fmt: skip
        return [_("The beginning of the file is damaged.")]
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True)
    stop_after(connection, _SECONDS)
    try:
        return _look(connection, path, digest)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            return [_("Reading it takes longer than {seconds} seconds.", seconds=_SECONDS)]
        if place is None:
            raise UserError(_(
                "{file} is not an occupation data file of this program, or it is damaged beyond"
                " reading.", file=path.name
            )) from None  # fmt: skip
        return [_("The file cannot be read to its end.")]
    finally:
        connection.close()


def _look(connection: sqlite3.Connection, path: Path, digest: bytes) -> list[str]:
    found, own = _schema(connection), _own_schema()
    if ("table", "meta") not in found:
        raise UserError(_("{file} is not an occupation data file of this program.", file=path.name))
    strange = sorted(key[1] for key, made in found.items() if made != own.get(key))
    if strange and "meta" not in strange:
        version = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'")
        (number,) = version.fetchone() or ("none",)
        if number != schema_version():
            return [_other_version(str(number)[:20])]
    if strange:
        # Not read any further: a view or trigger of somebody else's could do anything.
        return [_("It has parts that are not of this program: {parts}.", parts=_listed(strange))]
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    findings: list[str] = []
    if meta.get("product") != PRODUCT:
        findings.append(_("It does not name this program as its maker."))
    if meta.get("schema_version") != schema_version():
        findings.append(_other_version(meta.get("schema_version", "none")))
    if meta.get("digest") != digest.decode():
        findings.append(_("Its contents are not what was built: the checksum differs."))
    missing = sorted(name for _row, name in own.keys() - found.keys())
    if missing:
        findings.append(_("Tables are missing: {tables}.", tables=", ".join(missing)))
    # SQLite's own words name pages and cells, which helps nobody who has to mend this.
    torn = [text for (text,) in connection.execute("PRAGMA integrity_check(100)") if text != "ok"]
    if torn:
        findings.append(_torn(len(torn)))
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(3)
    findings += [
        _("A row of {table} points at a missing row of {other}.", table=table, other=other)
        for table, _row, other, _key in broken
    ]
    return findings


def _torn(places: int) -> str:
    if places > 99:
        return _("Its inner order is damaged in 100 places or more.")
    return ngettext(
        "Its inner order is damaged in {n} place.",
        "Its inner order is damaged in {n} places.",
        places,
        n=places,
    )


def _other_version(found: str) -> str:
    return _(
        "It is of version {found}; this program reads version {own}.",
        found=found,
        own=schema_version(),
    )


def _schema(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, str, str | None]]:
    """Kind and name of everything in a file, with its table and how it is defined."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT ?", (_MOST_PARTS,)
    )
    return {(kind, name): (kind, table, sql and " ".join(str(sql).split()))
            for kind, name, table, sql in rows}  # fmt: skip


def _own_schema() -> dict[tuple[str, str], tuple[str, str, str | None]]:
    with closing(sqlite3.connect(":memory:")) as schema:
        schema.executescript((database() / "schema.sql").read_text(encoding="utf-8"))
        return _schema(schema)


def _listed(names: list[str]) -> str:
    shown = ", ".join("".join(c for c in name[:40] if c.isprintable()) for name in names[:3])
    return shown if len(names) < 4 else _("{names} and {n} more", names=shown, n=len(names) - 3)


def stop_after(connection: sqlite3.Connection, seconds: float) -> None:
    """Let every later query of a connection fail once this time has passed."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
