"""Who did what with the file: added to, never changed; no names and no answers.

The file itself refuses to change or delete a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from counselor_app.workspace.base import Workspace, new_uid

Action = Literal[
    "opened", "closed", "read", "printed", "exported", "handed over", "imported", "deleted",
    "undeleted", "deleted for good", "restored", "passphrase changed", "brought up to date",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line. ``client`` is a uid or ""; ``name`` is the client's name now, "" once deleted."""

    at: datetime
    who: str
    action: Action
    client: str
    name: str
    detail: str


def write_log(workspace: Workspace, action: Action, client: str = "", detail: str = "") -> None:
    """Add a line. ``detail`` says what kind of thing ("fit report, PDF"): no name, no answer."""
    with workspace.change(counts=False) as connection:
        connection.execute(
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)",
            (new_uid(), workspace.now(), workspace.who, action, client, detail),
        )


def read_log(workspace: Workspace, client: str = "", limit: int = 1000) -> tuple[LogLine, ...]:
    """The newest lines first; those of one client if wanted."""
    found = workspace.rows(
        "SELECT at, who, action, client, coalesce(c.name, ''), detail FROM log"
        " LEFT JOIN client AS c ON c.uid = log.client AND c.deleted IS NULL"
        " WHERE ?1 = '' OR client = ?1 ORDER BY at DESC, log.rowid DESC LIMIT ?2",
        client,
        limit,
    )
    return tuple(LogLine(datetime.fromisoformat(at), *rest) for at, *rest in found)
