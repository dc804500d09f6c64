"""Whether an encrypted file is whole: every page's seal, then what the pages say."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import _, ngettext
from counselor_app.workspace.base import APPLICATION_ID, HANDED_OVER_ID, connect, telling
from counselor_app.workspace.key import PAGE, Key, seals
from counselor_app.workspace.migrate import refuse_newer, version_of
from counselor_app.workspace.trouble import DamagedFileError

_KINDS = {
    APPLICATION_ID: _("a clients’ file"),
    HANDED_OVER_ID: _("the file of one client handed over"),
}


def damage(connection: Any, path: Path) -> str:
    """What is wrong with an open file that has nothing in its WAL, in words; "" when whole."""
    size = path.stat().st_size
    whole = PAGE * connection.execute("PRAGMA page_count").fetchone()[0]
    if size != whole:
        return _("its end is missing") if size < whole else _("something was added at its end")
    seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if seals:
        return ngettext(
            "{n} page in it was changed from outside", "{n} pages in it were changed from outside",
            len(seals), n=number(len(seals)),
        )  # fmt: skip
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        return str(found)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return _("a part of a record has no client")
    return ""


def damage_by_seals(path: Path, key: Key) -> str:
    """Which end of a file that SQLite cannot open is wrong, in words; "" for another key."""
    pages = seals(path, key)
    if not any(pages):
        return ""
    if all(pages):
        return _("the passphrase is right, but its end is missing")
    if pages[0]:
        return _("the passphrase is right, but a page in it was changed from outside")
    return _("the passphrase is right, but its beginning was changed from outside")


def refuse_other(path: Path, kind: int, expected: int) -> None:
    """Refuse a file that is whole and something else.

    Raises:
        UserError: then.
    """
    if kind != expected:
        found = _KINDS.get(kind, _("another kind of file"))
        raise UserError(
            _("{file} is {kind}, not {expected}. Choose another file.", file=path.name,
              kind=found, expected=_KINDS[expected])
        )  # fmt: skip


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
