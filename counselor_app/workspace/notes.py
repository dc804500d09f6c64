"""What the counselor keeps: notes, next steps, the shortlist, what is set aside, reports made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Literal

from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.record import Reader
from counselor_app.errors import UserError
from counselor_app.language import Said, _
from counselor_app.workspace.base import Workspace, client_of, new_uid

LONGEST_TEXT = 20_000
"""Characters in one note or step."""
LONGEST_NAME = 200
"""Characters in the name of whom a step is done with."""
_EMPTY = {
    "note": _("The note is empty. Type some words, or delete it."),
    "step": _("The step is empty. Type some words, or delete it."),
}


def save_note(
    workspace: Workspace,
    client: str,
    text: str,
    reader: Reader,
    session: str | None = None,
    code: str = "",
) -> str:
    """Add a note for ``reader``, if wanted about an occupation; its uid."""
    uid, at = new_uid(), workspace.now()
    with workspace.change(client) as connection:
        connection.execute(
            "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (uid, client, session, reader, _checked(text, "note"), code, at, at),
        )
    return uid


def change_note(workspace: Workspace, note: str, text: str, reader: Reader, code: str = "") -> None:
    """Write a note anew; when it was first written stays."""
    with workspace.change(client_of(workspace, "note", note)) as connection:
        connection.execute(
            "UPDATE note SET text = ?, reader = ?, code = ?, changed = ? WHERE uid = ?",
            (_checked(text, "note"), reader, code, workspace.now(), note),
        )


def save_step(workspace: Workspace, client: str, text: str) -> str:
    """Add a next step of the client after those that are there; its uid."""
    uid = new_uid()
    with workspace.change(client) as connection:
        connection.execute(
            "INSERT INTO step (uid, client, text, written, place) SELECT ?1, ?2, ?3, ?4,"
            " coalesce(max(place) + 1, 0) FROM step WHERE client = ?2",
            (uid, client, _checked(text, "step"), workspace.now()),
        )
    return uid


def change_step(workspace: Workspace, step: str, text: str, *, done: bool) -> None:
    """Write a step anew, and whether it is done; when it was first done stays."""
    with workspace.change(client_of(workspace, "step", step)) as connection:
        connection.execute(
            "UPDATE step SET text = ?, done = CASE WHEN ? THEN coalesce(done, ?) END WHERE uid = ?",
            (_checked(text, "step"), done, workspace.now(), step),
        )


def plan_step(workspace: Workspace, step: str, due: date | None, who: str) -> None:
    """Say by which day a step is to be done, and with whom."""
    with workspace.change(client_of(workspace, "step", step)) as connection:
        connection.execute(
            "UPDATE step SET due = ?, who = ? WHERE uid = ?",
            (due and due.isoformat(), " ".join(who.split())[:LONGEST_NAME], step),
        )


def order_steps(workspace: Workspace, client: str, steps: Sequence[str]) -> None:
    """Put the client's steps in this order."""
    with workspace.change(client) as connection:
        connection.executemany(
            "UPDATE step SET place = ? WHERE uid = ? AND client = ?",
            [(place, step, client) for place, step in enumerate(steps)],
        )


def save_shortlist(workspace: Workspace, client: str, codes: Sequence[str]) -> None:
    """Keep the shortlist in this order; what stays keeps its date and its word."""
    with workspace.change(client) as connection:
        connection.executemany(
            "INSERT INTO shortlist VALUES (?, ?, ?, ?, '')"
            " ON CONFLICT (client, code) DO UPDATE SET place = excluded.place",
            [(client, code, place, workspace.now()) for place, code in enumerate(codes)],
        )
        connection.execute(
            "DELETE FROM shortlist WHERE client = ? AND code NOT IN"
            " (SELECT value FROM json_each(?))",
            (client, json.dumps(list(codes))),
        )


def save_set_aside(workspace: Workspace, client: str, codes: Sequence[str]) -> None:
    """Keep which occupations are set aside; what stays keeps its date."""
    with workspace.change(client) as connection:
        connection.executemany(
            "INSERT INTO set_aside VALUES (?, ?, ?) ON CONFLICT (client, code) DO NOTHING",
            [(client, code, workspace.now()) for code in codes],
        )
        connection.execute(
            "DELETE FROM set_aside WHERE client = ? AND code NOT IN"
            " (SELECT value FROM json_each(?))",
            (client, json.dumps(list(codes))),
        )


def save_word(workspace: Workspace, client: str, code: str, word: str) -> None:
    """Say in a word why an occupation is on the shortlist; "" takes it back."""
    with workspace.change(client) as connection:
        connection.execute(
            "UPDATE shortlist SET word = ? WHERE client = ? AND code = ?",
            (" ".join(word.split()), client, code),
        )


def save_report(
    workspace: Workspace,
    client: str,
    kind: str,
    codes: Sequence[str],
    form: str,
    session: str | None = None,
) -> str:
    """Keep that a report was made: "fit report", its occupations, "Letter, printed"; its uid."""
    uid = new_uid()
    with workspace.change(client) as connection:
        connection.execute(
            "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?)",
            (uid, client, session, kind, json.dumps(list(codes)), form, workspace.now()),
        )
    return uid


def _checked(text: str, what: Literal["note", "step"]) -> str:
    kept = text.strip().replace("\x00", "")
    if not kept:
        raise UserError(_EMPTY[what])
    if len(kept) > LONGEST_TEXT:
        raise UserError(_too_long(what, number(len(kept)), number(LONGEST_TEXT)))
    return kept


def _too_long(what: Literal["note", "step"], n: str, most: str) -> Said:
    if what == "note":
        return _("The note has {n} characters; {most} are the most. Make two of it.",
                 n=n, most=most)  # fmt: skip
    return _("The step has {n} characters; {most} are the most. Make two of it.", n=n, most=most)
