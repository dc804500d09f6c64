"""One client for another counselor: an encrypted file of its own, and taking one in.

The file has the shape of a clients' file, one client in it, a passphrase of its own and another
``application_id``, so that neither is taken for the other.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from counselor_app.domain.record.check import faults, parts
from counselor_app.domain.record.merge import merged, renewed
from counselor_app.domain.record.record import Record
from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.workspace.base import HANDED_OVER_ID, Workspace, connect, new_uid, telling
from counselor_app.workspace.check import verify
from counselor_app.workspace.clients import checked_name, free_name
from counselor_app.workspace.deletion import finish_deletions
from counselor_app.workspace.draft import draft
from counselor_app.workspace.key import Key, derive, new_key, opens_a_page, salt_of
from counselor_app.workspace.log import write_log
from counselor_app.workspace.migrate import migrate, present_shape, shape_of
from counselor_app.workspace.opening import new_file
from counselor_app.workspace.record import insert_record, read_record
from counselor_app.workspace.trouble import DamagedFileError, WrongPassphraseError

LARGEST = 64 << 20
"""Bytes; a file that is larger holds more than one client."""

_LONGEST_WORDS = 200
"""Of what is wrong with a file, which may quote it."""

How = Literal["add", "beside", "merge"]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A client in a file that was handed over, beside what is here.

    ``present`` is the same client's record here, None when the client is new; ``name_taken``:
    another client here has the name. ``new`` counts what is not here yet, by part.
    """

    record: Record
    present: Record | None
    name_taken: bool
    new: dict[str, int]

    @property
    def ways(self) -> tuple[How, ...]:
        """How it can be taken in."""
        return ("add",) if self.present is None else ("merge", "beside")

    @property
    def newer(self) -> bool:
        """It was changed after the record here, or there is none here."""
        return self.present is None or self.record.changed > self.present.changed


def export_client(
    workspace: Workspace, client: str, path: Path, passphrase: str, *, private: bool = True
) -> None:
    """Write one client's whole record to an encrypted file, for another counselor.

    ``private`` takes the notes along that are for the counselor only.

    Raises:
        UserError: when the passphrase is too short, or the file cannot be written; one that was
            there is then unchanged.
    """
    record = read_record(workspace, client)
    # The field study's consent was given here, to this file alone.
    taken = tuple(replace(one, consent=None) for one in record.inventories)
    record = replace(record, inventories=taken)
    if not private:
        kept = tuple(note for note in record.notes if note.reader == "client")
        record = replace(record, notes=kept)
    key = new_key(passphrase)
    with draft(path) as scratch:
        new_file(scratch, key, HANDED_OVER_ID)
        with closing(connect(scratch, key)) as connection:
            connection.execute("BEGIN")
            insert_record(connection, record)
            connection.execute("COMMIT")
        verify(scratch, key, HANDED_OVER_ID)
    write_log(workspace, "handed over", client)


def preview_import(workspace: Workspace, path: Path, passphrase: str) -> Incoming:
    """What is in a file that was handed over, and what of it is new here. Nothing is changed.

    Raises:
        WrongPassphraseError: when the passphrase does not open it.
        NewerFileError: when a newer program wrote it.
        UserError: when it is damaged or no such file, or holds what this program cannot read.
    """
    if path.is_file() and path.stat().st_size > LARGEST:
        raise UserError(
            _("{file} is too large for one client’s record. Choose another file.", file=path.name)
        )
    key = derive(passphrase, salt_of(path))
    _check(path, key)
    with _copy(workspace, path, key) as copy:
        record = _only_record(copy)
    here = workspace.rows("SELECT 1 FROM client WHERE uid = ? AND deleted IS NULL", record.uid)
    present = read_record(workspace, record.uid) if here else None
    try:
        checked_name(workspace, record.name, apart_from=record.uid)
        taken = False
    except UserError:
        taken = True
    return Incoming(record, present, taken, _new(record, present))


def import_client(workspace: Workspace, incoming: Incoming, how: How) -> str:
    """Take a handed-over client in; the uid here.

    "add" a new client, "merge" into the record here (what both hold, as it was changed last), or
    put it "beside" that one, under keys of its own. A name that another client has gets a number.
    What was deleted here before is then gone for good, so that the two cannot mix.

    Raises:
        UserError: when it cannot be taken in this way or cannot be saved; nothing is changed.
    """
    from sqlcipher3 import dbapi2

    if how not in incoming.ways:
        raise UserError(_("This client is here already. Merge the two, or put it beside."))
    record = renewed(incoming.record, new_uid) if how == "beside" else incoming.record
    finish_deletions(workspace)
    try:
        with workspace.change() as connection:
            if how == "merge":
                record = merged(read_record(workspace, record.uid), record)
                connection.execute("DELETE FROM client WHERE uid = ?", (record.uid,))
            else:
                record = replace(record, name=free_name(workspace, record.name))
            insert_record(connection, record)
            write_log(workspace, "imported", record.uid, how)
    except dbapi2.IntegrityError:
        raise UserError(
            _("The file has parts that belong to another client here. Put it beside that one, or"
              " ask for the file again.")
        ) from None  # fmt: skip
    return record.uid


def _check(path: Path, key: Key) -> None:
    try:
        verify(path, key, HANDED_OVER_ID)
    except DamagedFileError as error:
        if opens_a_page(path, key):
            raise UserError(
                _("{file} is damaged ({found}). Nothing was taken in; ask for the file again.",
                  file=path.name, found=error.found)
            ) from None  # fmt: skip
        raise WrongPassphraseError(
            _("The passphrase does not open {file}, or the file is damaged. Try again, or ask for"
              " the file again.", file=path.name)
        ) from None  # fmt: skip


@contextmanager
def _copy(workspace: Workspace, path: Path, key: Key) -> Iterator[Workspace]:
    """The file in the present shape: an encrypted copy beside the clients' file, then gone."""
    ending = secrets.token_hex(4)
    scratch = workspace.path.with_name(f".{workspace.path.name}.{ending}.partial")
    try:
        with telling(path, "read"):
            shutil.copyfile(path, scratch)
            with closing(connect(scratch, key)) as connection:
                migrate(connection)
                yield Workspace(path, key, connection)
    finally:
        for name in (scratch, scratch.with_name(scratch.name + "-wal")):
            with suppress(OSError):
                name.unlink()


def _only_record(copy: Workspace) -> Record:
    from sqlcipher3 import dbapi2

    try:
        if shape_of(copy.connection) != present_shape():
            raise _unreadable(copy.path, _("its tables are not those of a clients’ file"))
        ((uid,),) = copy.rows("SELECT uid FROM client")
        record = read_record(copy, uid)
        wrong = faults(record)
    except RecursionError:
        raise _unreadable(copy.path, _("a list in it is nested far too deep")) from None
    except (
        UserError, ValueError, TypeError, KeyError, AttributeError, dbapi2.Error
    ) as error:  # fmt: skip
        raise _unreadable(copy.path, str(error)[:_LONGEST_WORDS]) from None
    if wrong:
        raise _unreadable(copy.path, wrong[0])
    return record


def _unreadable(path: Path, why: str) -> UserError:
    return UserError(
        _("{file} holds what this program cannot read ({why}). Nothing was taken in; ask for the"
          " file again.", file=path.name, why=why)
    )  # fmt: skip


def _new(record: Record, present: Record | None) -> dict[str, int]:
    here = {part: {one.uid for one in found} for part, found in parts(present)} if present else {}
    return {
        part: sum(one.uid not in here.get(part, ()) for one in found)
        for part, found in parts(record)
    }
