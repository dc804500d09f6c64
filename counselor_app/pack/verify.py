"""Check a pack file: is it whole, and is it what was built?"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from counselor_app.domain.wording import plural
from counselor_app.errors import UserError
from counselor_app.pack.draft import MAGIC, PRODUCT, SCHEMA_VERSION, file_digest
from counselor_app.paths import database


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
        raise UserError(f"{path}: cannot be read ({error.strerror}).") from None
    if start != MAGIC:
        if place is None:
            raise UserError(f"{path.name} is not an occupation data file of this program.")
        return ["The beginning of the file is damaged."]
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True)
    try:
        return _look(connection, path, digest)
    except sqlite3.DatabaseError:
        if place is None:
            raise UserError(
                f"{path.name} is not an occupation data file of this program, or it is damaged"
                " beyond reading."
            ) from None
        return ["The file cannot be read to its end."]
    finally:
        connection.close()


def _look(connection: sqlite3.Connection, path: Path, digest: bytes) -> list[str]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "meta" not in tables:
        raise UserError(f"{path.name} is not an occupation data file of this program.")
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    findings = []
    if meta.get("product") != PRODUCT:
        findings.append("It does not name this program as its maker.")
    if meta.get("schema_version") != SCHEMA_VERSION:
        found = meta.get("schema_version", "none")
        findings.append(f"It is of version {found}; this program reads version {SCHEMA_VERSION}.")
    if meta.get("digest") != digest.decode():
        findings.append("Its contents are not what was built: the checksum differs.")
    missing = sorted(_required() - tables)
    if missing:
        findings.append(f"Tables are missing: {', '.join(missing)}.")
    # SQLite's own words name pages and cells, which helps nobody who has to mend this.
    torn = [text for (text,) in connection.execute("PRAGMA integrity_check(100)") if text != "ok"]
    if torn:
        many = "100 places or more" if len(torn) > 99 else plural(len(torn), "place")
        findings.append(f"Its inner order is damaged in {many}.")
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(3)
    findings += [f"A row of {table} points at a missing row of {other}."
                 for table, _, other, _ in broken]  # fmt: skip
    return findings


def _required() -> set[str]:
    schema = sqlite3.connect(":memory:")
    try:
        schema.executescript((database() / "schema.sql").read_text(encoding="utf-8"))
        return {name for (name,) in schema.execute("SELECT name FROM sqlite_master")}
    finally:
        schema.close()
