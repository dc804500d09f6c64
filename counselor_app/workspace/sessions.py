"""Sessions: begun, left where they stand, resumed there, ended."""

from __future__ import annotations

import json
from dataclasses import asdict

from counselor_app.domain.record.record import Position
from counselor_app.workspace.base import Workspace, client_of, new_uid


def start_session(workspace: Workspace, client: str) -> str:
    """Begin a session now; its uid."""
    uid = new_uid()
    with workspace.change(client) as connection:
        connection.execute(
            "INSERT INTO session (uid, client, started) VALUES (?, ?, ?)",
            (uid, client, workspace.now()),
        )
    return uid


def save_position(workspace: Workspace, session: str, position: Position) -> None:
    """Remember where a session stands; a paused session goes on there."""
    with workspace.change() as connection:
        connection.execute(
            "UPDATE session SET position = ? WHERE uid = ?", (position_text(position), session)
        )


def end_session(workspace: Workspace, session: str) -> None:
    """End a session now. One that is only left stays open, and can be resumed."""
    with workspace.change(client_of(workspace, "session", session)) as connection:
        connection.execute("UPDATE session SET ended = ? WHERE uid = ?", (workspace.now(), session))


def position_text(position: Position) -> str:
    """A position as it is stored."""
    found = asdict(position)
    found["looked"] = [(one.code, one.at.isoformat()) for one in position.looked]
    return json.dumps(found, ensure_ascii=False)
