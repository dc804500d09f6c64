"""A pack being written: a temporary file beside the target, renamed only when it is whole."""

from __future__ import annotations

import os
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from counselor_app.errors import UserError, not_written
from counselor_app.language import _
from counselor_app.pack.compact import compact
from counselor_app.pack.digest import NO_DIGEST, file_digest
from counselor_app.paths import database
from counselor_app.store.reference import schema_version
from counselor_app.targets import sync_folder, write_target

MAGIC = b"SQLite format 3\0"
PRODUCT = "counselor reference pack"

_STALE_SECONDS = 3600


class CancelledError(Exception):
    """The user stopped the build; nothing was left behind."""


@contextmanager
def draft(target: Path) -> Iterator[sqlite3.Connection]:
    """A new pack with the schema and no rows; becomes ``target`` when the block ends well.

    On any failure the file at ``target`` stays what it was and nothing new is left.

    Raises:
        UserError: when the folder cannot be written or the disk is full.
    """
    target = write_target(target)
    scratch = target.with_name(f".{target.name}.{os.getpid()}-{secrets.token_hex(4)}.partial")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(target)
        connection = sqlite3.connect(scratch, isolation_level=None)
        try:
            _prepare(connection)
            yield connection
            _finish(connection)
        finally:
            connection.close()
        _seal(scratch)
        scratch.replace(target)
        sync_folder(target.parent)
    except sqlite3.IntegrityError as error:
        raise UserError(_(
            "Two of the given files hold the same row ({error}). Give each table once.",
            error=str(error),
        )) from error  # fmt: skip
    except (sqlite3.OperationalError, OSError) as error:
        raise UserError(_(
            "{file} cannot be written. The old file, if there was one, is unchanged. {why} Then"
            " try again.", file=str(target), why=not_written(target.parent, error)
        )) from error  # fmt: skip
    finally:
        for leftover in (scratch, scratch.with_name(scratch.name + "-journal")):
            with suppress(OSError):
                leftover.unlink()


def _sweep(target: Path) -> None:
    """Remove what a killed build left an hour ago or earlier."""
    for leftover in target.parent.glob(f".{target.name}.*.partial*"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()


def _prepare(connection: sqlite3.Connection) -> None:
    import sqlite_utils

    connection.executescript(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        "PRAGMA cache_size = -16384; PRAGMA locking_mode = EXCLUSIVE;"
    )
    database_ = sqlite_utils.Database(connection)
    connection.executescript((database() / "schema.sql").read_text(encoding="utf-8"))
    connection.execute("BEGIN")
    database_["meta"].insert_all(
        [
            {"key": "digest", "value": NO_DIGEST.decode()},
            {"key": "product", "value": PRODUCT},
            {"key": "schema_version", "value": schema_version()},
        ]
    )


def insert(
    connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]],
    columns: Sequence[str] = (), *, or_ignore: bool = False,
) -> int:  # fmt: skip
    """Add rows of these columns, or of all in the table's own order; how many went in."""
    before = connection.total_changes
    own = connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
    names = columns or [name for (name,) in own]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    verb = "OR IGNORE INTO" if or_ignore else "INTO"
    connection.executemany(f"INSERT {verb} {table} ({listed}) VALUES ({marks})", rows)
    return connection.total_changes - before


def _finish(connection: sqlite3.Connection) -> None:
    compact(connection)
    if connection.in_transaction:
        connection.execute("COMMIT")
    broken = connection.execute("PRAGMA main.foreign_key_check").fetchone()
    if broken is not None:
        raise AssertionError(f"table {broken[0]} points at a missing row of {broken[2]}")
    connection.execute("VACUUM")
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise OSError(_("the finished file does not read back: {found}", found=found))


def _seal(path: Path) -> None:
    """Write the digest into its place, and wait until everything is on the disk."""
    digest, offset = file_digest(path)
    if offset is None:
        raise AssertionError("the digest has no place in the pack")
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(digest)
        file.flush()
        os.fsync(file.fileno())
