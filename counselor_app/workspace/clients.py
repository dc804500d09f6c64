"""Clients: added, renamed, listed and found."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from counselor_app.domain.record.check import LONGEST_NAME
from counselor_app.domain.record.record import ClientLine
from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.workspace.base import Workspace, new_uid

_NAMELESS = "Client"
_LIST = """
    SELECT uid, name, created, last, sessions, open FROM client
    WHERE deleted IS NULL AND instr(folded, ?)
    ORDER BY coalesce(last, created) DESC, folded LIMIT ?
"""
INSERT = "INSERT INTO client (uid, name, folded, created, changed) VALUES (?, ?, ?, ?, ?)"


def save_client(workspace: Workspace, name: str) -> str:
    """Add a client by nickname or file number; the uid.

    Raises:
        UserError: when the name is empty, too long or taken, or it cannot be saved.
    """
    uid = new_uid()
    with workspace.change() as connection:
        named = checked_name(workspace, name)
        at = workspace.now()
        connection.execute(INSERT, (uid, named, folded(named), at, at))
    return uid


def rename_client(workspace: Workspace, client: str, name: str) -> None:
    """Give a client another nickname or file number.

    Raises:
        UserError: when the name is empty, too long or another client's, or cannot be saved.
    """
    with workspace.change(client) as connection:
        named = checked_name(workspace, name, apart_from=client)
        connection.execute(
            "UPDATE client SET name = ?, folded = ? WHERE uid = ?", (named, folded(named), client)
        )


def list_clients(
    workspace: Workspace, text: str = "", limit: int | None = None
) -> tuple[ClientLine, ...]:
    """Clients whose name holds ``text`` in any case, the one seen last first; all without it."""
    found = workspace.rows(_LIST, folded(text.strip()), -1 if limit is None else limit)
    return tuple(
        ClientLine(
            uid,
            name,
            datetime.fromisoformat(created),
            datetime.fromisoformat(last) if last else None,
            sessions,
            bool(open_),
        )
        for uid, name, created, last, sessions, open_ in found
    )


def checked_name(workspace: Workspace, name: str, apart_from: str = "") -> str:
    """A name without spaces around it that no other client has.

    Raises:
        UserError: when it is empty, too long, not one line, or taken.
    """
    named = unicodedata.normalize("NFC", " ".join(name.split()))
    if not named or not named.isprintable():
        raise UserError(_("A client needs a nickname or a file number. Type one."))
    if len(named) > LONGEST_NAME:
        raise UserError(
            _("A nickname has at most {most} characters; this one has {n}. Notes have room for"
              " more.", most=LONGEST_NAME, n=len(named))
        )  # fmt: skip
    taken = workspace.rows(
        "SELECT uid FROM client WHERE folded = ? AND uid <> ? AND deleted IS NULL",
        folded(named),
        apart_from,
    )
    if taken:
        raise UserError(
            _("There is a client called {name} already. Open that one, or choose another name.",
              name=repr(named))
        )  # fmt: skip
    return named


def free_name(workspace: Workspace, name: str) -> str:
    """The name, or with a number behind it where another client has it: "RF-14 (2)"."""
    taken = {
        found for (found,) in workspace.rows("SELECT folded FROM client WHERE deleted IS NULL")
    }
    kept = unicodedata.normalize("NFC", " ".join(name.split()))[:LONGEST_NAME] or _NAMELESS
    numbered = (kept, *(f"{kept[: LONGEST_NAME - 6]} ({n})" for n in range(2, len(taken) + 3)))
    return next(one for one in numbered if folded(one) not in taken)


def folded(text: str) -> str:
    """Text without case, as names are compared and searched."""
    return unicodedata.normalize("NFC", text.casefold())
