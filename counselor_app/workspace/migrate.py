"""The shape of a clients' file, step by step: ``db/migrations``, one transaction each."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from counselor_app.language import _
from counselor_app.paths import database
from counselor_app.workspace.trouble import NewerFileError


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of every step, in order; a file's ``user_version`` counts those it has had."""
    paths = sorted((database() / "migrations").glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple(path.read_text(encoding="utf-8") for path in paths)


def version_of(connection: Any) -> int:
    """How many steps the file has had."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def refuse_newer(path: Path, version: int) -> None:
    """Refuse what a newer program wrote.

    Raises:
        NewerFileError: then.
    """
    if version > len(migrations()):
        raise NewerFileError(
            _("{file} was written by a newer version of Counselor (its shape is {shape}; this"
              " program knows {known}). It was left as it is: install the newer version.",
              file=path.name, shape=version, known=len(migrations()))
        )  # fmt: skip


def migrate(connection: Any, upto: int | None = None) -> None:
    """Bring a file to the present shape (to ``upto`` steps, for tests of old files).

    A step that fails leaves the file as it was before that step.
    """
    for number, sql in enumerate(migrations()[:upto], start=1):
        if number > version_of(connection):
            try:
                connection.executescript(
                    f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;"
                )
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


def shape_of(connection: Any) -> list[tuple[str, str, str]]:
    """Every table, index and trigger of a file, with its SQL."""
    sql = "SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY name"
    found: list[tuple[str, str, str]] = connection.execute(sql).fetchall()
    return found


def present_shape() -> list[tuple[str, str, str]]:
    """What `shape_of` gives for a file of the present shape; anything more is foreign."""
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        return shape_of(connection)
