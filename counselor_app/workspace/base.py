"""An open clients' file: its one connection, reading, and changing in whole transactions."""

from __future__ import annotations

import getpass
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Literal
from urllib.parse import quote

from counselor_app.errors import UserError, system_words
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.workspace.key import Key
from counselor_app.workspace.lock import FileLock
from counselor_app.workspace.trouble import DamagedFileError

APPLICATION_ID = 0x434C4E54  # "CLNT"
HANDED_OVER_ID = 0x434C4E48  # "CLNH": one client, for another counselor

_SAFE = """
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA recursive_triggers = ON;
"""
_UNSAVED = "INSERT OR REPLACE INTO setting VALUES ('unsaved', '1')"
_FULL = {
    "SQLITE_FULL": _("the disk is full"),
    "SQLITE_READONLY": _("the file cannot be written"),
}
Doing = Literal[
    "read", "saved", "made", "opened", "opened again", "brought up to date", "cleaned", "written"
]
_DOING: dict[Doing, Said] = {
    "read": pgettext("could not be", "read"),
    "saved": pgettext("could not be", "saved"),
    "made": pgettext("could not be", "made"),
    "opened": pgettext("could not be", "opened"),
    "opened again": pgettext("could not be", "opened again"),
    "brought up to date": pgettext("could not be", "brought up to date"),
    "cleaned": pgettext("could not be", "cleaned"),
    "written": pgettext("could not be", "written"),
}
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
AUTOCHECKPOINT = 1000
SYNCHRONOUS = "FULL"
"""Every change waits for the disk, so that a power cut takes back nothing that was saved."""

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


def os_user() -> str:
    """Who is at the computer, for the log; "unknown" where the system does not say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def new_uid() -> str:
    """16 random hexadecimal digits."""
    return secrets.token_hex(8)


class Workspace:
    """An open clients' file. Any thread may use it; one at a time is let in.

    ``clock`` gives the time in UTC and ``who`` is named in the log. ``long`` is held by what
    must not run side by side: backups, deleting for good, another passphrase. ``unsaved`` says
    that something was saved which no backup has; ``remark`` what the counselor is to be told of
    the file, "". ``tell`` is given such words while it is open. ``before`` and ``after`` are
    called around each change; ``known`` is the main file on the disk as it was left, and
    ``copying`` says that it must rest now.
    """

    def __init__(
        self,
        path: Path,
        key: Key,
        connection: Any,
        lock: FileLock | None = None,
        clock: Clock = now,
        who: str = "",
    ) -> None:
        self.path = path
        self.key = key
        self.connection = connection
        self.clock = clock
        self.who = who
        self.long = RLock()
        self.turn = RLock()
        self.lock = lock
        self.unsaved = False
        self.remark: str = ""
        self.tell: Callable[[str], object] = self._remember
        self.before: Callable[[], None] = lambda: None
        self.after: Callable[[], None] = lambda: None
        self.known: tuple[int, ...] = ()
        self.copying = False

    def now(self) -> str:
        """The time as it is stored."""
        return self.clock().isoformat()

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows of a query.

        Raises:
            DamagedFileError: when the file cannot be read.
        """
        with self.turn, telling(self.path, "read"):
            found: list[Any] = self.connection.execute(sql, values).fetchall()
            return found

    @contextmanager
    def change(self, client: str | None = None, *, counts: bool = True) -> Iterator[Any]:
        """One transaction: everything in the block is on the disk after it, or nothing.

        ``client`` is marked as changed now. Blocks may be nested; the outermost one commits.
        What does not count, as a line in the log, makes no backup necessary.

        Raises:
            UserError: when it cannot be written; what was saved before is kept.
        """
        with self.turn, telling(self.path, "saved"):
            if self.connection.in_transaction:
                self._touch(client)
                yield self.connection
                return
            self.before()
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._touch(client)
                yield self.connection
                if counts and not self.unsaved:
                    self.connection.execute(_UNSAVED)
                self.connection.execute("COMMIT")
                self.unsaved = self.unsaved or counts
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            self.after()

    def _remember(self, words: str) -> None:
        self.remark = joined((self.remark, words))

    def _touch(self, client: str | None) -> None:
        if client is None:
            return
        sql = "UPDATE client SET changed = ? WHERE uid = ? AND deleted IS NULL"
        if not self.connection.execute(sql, (self.now(), client)).rowcount:
            raise UserError(_("This client is no longer in the file. Choose another one."))

    def shut(self) -> None:
        """Close the connection and let go of the file, without a backup."""
        with self.turn:
            try:
                self.connection.close()
            finally:
                if self.lock is not None:
                    self.lock.release()


def client_of(workspace: Workspace, table: str, uid: str) -> str:
    """Whose part of a record this is; "" when it is not in the file."""
    found = workspace.rows(f"SELECT client FROM {table} WHERE uid = ?", uid)
    return str(found[0][0]) if found else ""


def connect(path: Path, key: Key, mode: str = "rw") -> Any:
    """A connection to an encrypted file; ``mode`` is "rw", "rwc" (make it) or "ro" (a whole file
    at rest, nothing is written beside it)."""
    from sqlcipher3 import dbapi2

    # With no authority, which SQLite refuses: a network folder begins with two slashes more.
    place = quote("/" + path.absolute().as_posix().removeprefix("/"))
    still = "&immutable=1" if mode == "ro" else ""
    connection = dbapi2.connect(
        f"file://{place}?mode={mode}{still}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        # It would write to standard error what does not open.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(key.spec)
        connection.executescript(_SAFE)
        if mode != "ro":
            # No second program, and no shared memory file: this also holds on a network drive.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {AUTOCHECKPOINT}").fetchall()
    except BaseException:
        with suppress(dbapi2.Error):
            connection.close()
        raise
    return connection


@contextmanager
def telling(path: Path, doing: Doing) -> Iterator[None]:
    """What SQLite and the system say, in words: "NAME could not be ``doing``".

    Raises:
        DamagedFileError: when the file is damaged.
        UserError: when the disk is full or the file cannot be written or read.
    """
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        if name.startswith(_DAMAGED):
            raise DamagedFileError(path, str(error)) from None
        if isinstance(error, dbapi2.OperationalError):
            raise not_done(path, doing, _FULL.get(name, str(error))) from None
        raise
    except OSError as error:
        raise not_done(path, doing, system_words(error)) from None


def not_done(path: Path, doing: Doing, why: str) -> UserError:
    """That a file could not be read or written, and what holds now."""
    return UserError(
        _("{file} could not be {doing}: {why}. What was saved before is kept. Free some space or"
          " look at the folder, and try again.", file=path.name, doing=_DOING[doing], why=why)
    )  # fmt: skip
