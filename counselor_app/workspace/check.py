"""Whether an encrypted file is whole: every page's seal, then what the pages say."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from counselor_app.domain.figures.wording import plural
from counselor_app.errors import UserError
from counselor_app.workspace.base import APPLICATION_ID, HANDED_OVER_ID, connect, telling
from counselor_app.workspace.key import PAGE, Key, seals
from counselor_app.workspace.migrate import refuse_newer, version_of
from counselor_app.workspace.trouble import DamagedFileError

_KINDS = {APPLICATION_ID: "a clients’ file", HANDED_OVER_ID: "the file of one client handed over"}


def damage(connection: Any, path: Path) -> str:
    """What is wrong with an open file that has nothing in its WAL, in words; "" when whole."""
    size = path.stat().st_size
    whole = PAGE * connection.execute("PRAGMA page_count").fetchone()[0]
    if size != whole:
        return "its end is missing" if size < whole else "something was added at its end"
    seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if seals:
        pages = plural(len(seals), "page")
        return f"{pages} in it {'was' if len(seals) == 1 else 'were'} changed from outside"
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        return str(found)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return "a part of a record has no client"
    return ""


def damage_by_seals(path: Path, key: Key) -> str:
    """Which end of a file that SQLite cannot open is wrong, in words; "" for another key."""
    pages = seals(path, key)
    if not any(pages):
        return ""
    where = "a page in it" if pages[0] else "its beginning"
    wrong = "its end is missing" if all(pages) else f"{where} was changed from outside"
    return f"the passphrase is right, but {wrong}"


def refuse_other(path: Path, kind: int, expected: int) -> None:
    """Refuse a file that is whole and something else.

    Raises:
        UserError: then.
    """
    if kind != expected:
        raise UserError(
            f"{path.name} is {_KINDS.get(kind, 'another kind of file')}, not {_KINDS[expected]}."
            " Choose another file."
        )


def verify(path: Path, key: Key, application: int = APPLICATION_ID) -> int:
    """Open a file at rest and read all of it; its shape (``user_version``).

    Raises:
        DamagedFileError: when it does not open with the key, or is not whole.
        NewerFileError: when a newer program wrote it.
        UserError: when it is another kind of file, or cannot be read at all.
    """
    from sqlcipher3 import dbapi2

    try:
        with telling(path, "read"), closing(connect(path, key, "ro")) as connection:
            version = version_of(connection)
            refuse_newer(path, version)
            found = damage(connection, path)
            (kind,) = connection.execute("PRAGMA application_id").fetchone()
    except (dbapi2.DatabaseError, DamagedFileError) as error:
        said = error.found if isinstance(error, DamagedFileError) else str(error)
        raise DamagedFileError(path, damage_by_seals(path, key) or said) from None
    if found:
        raise DamagedFileError(path, found)
    refuse_other(path, kind, application)
    return version
