"""What a client answers: inventories item by item, scores, their own levels, self-reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.record.record import SelfReport
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inventory import Answers
from counselor_app.domain.session.self_report import Kind, Value, edition_of, plain
from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.workspace.base import Workspace, client_of, new_uid


def start_inventory(
    workspace: Workspace, client: str, answers: Answers, session: str | None = None
) -> str:
    """Keep an inventory from its first item on; its uid, for `save_inventory`."""
    uid = new_uid()
    with workspace.change(client) as connection:
        connection.execute(
            "INSERT INTO inventory VALUES (?, ?, ?, ?, ?, ?, NULL, ?)",
            (uid, client, session, answers.form.key, answers.version, workspace.now(),
             answers.seconds),
        )  # fmt: skip
        keep_consent(connection, uid, answers.consent)
        _keep(connection, uid, answers)
    return uid


def save_inventory(workspace: Workspace, inventory: str, answers: Answers) -> None:
    """Keep the answers as they are now; it is finished when no item is left to see.

    Answers that were taken back are taken back here, and so is a consent to the field study.
    """
    with workspace.change(client_of(workspace, "inventory", inventory)) as connection:
        finished = None if answers.next_item else workspace.now()
        connection.execute(
            "UPDATE inventory SET seconds = ?,"
            " finished = CASE WHEN ?2 IS NULL THEN NULL ELSE coalesce(finished, ?2) END"
            " WHERE uid = ?3",
            (answers.seconds, finished, inventory),
        )
        if answers.consent is None:
            connection.execute("DELETE FROM consent WHERE inventory = ?", (inventory,))
        _keep(connection, inventory, answers)


def save_scores(
    workspace: Workspace,
    client: str,
    scores: ClientScores,
    session: str | None = None,
    inventory: str | None = None,
) -> str:
    """Add scores or a code; earlier ones stay. Its uid.

    Scores of the same ``inventory`` take the place of those it gave before.
    """
    uid = new_uid()
    with workspace.change(client) as connection:
        if inventory is not None:
            connection.execute("DELETE FROM scores WHERE inventory = ?", (inventory,))
        connection.execute(
            "INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (uid, client, session, inventory, scores.instrument.key, json.dumps(scores.scores),
             scores.letters, scores.date and scores.date.isoformat(), workspace.now(),
             json.dumps(scores.answered)),
        )  # fmt: skip
    return uid


def save_levels(workspace: Workspace, client: str, levels: Mapping[str, float]) -> None:
    """Keep the client's own levels (0-7 by element) as they are now.

    Only what differs is dated anew; an element that is not in ``levels`` is no longer rated.
    """
    with workspace.change(client) as connection:
        stored = dict(
            connection.execute("SELECT element, level FROM self_rating WHERE client = ?", (client,))
        )
        connection.executemany(
            "DELETE FROM self_rating WHERE client = ? AND element = ?",
            [(client, element) for element in stored if element not in levels],
        )
        connection.executemany(
            "INSERT OR REPLACE INTO self_rating VALUES (?, ?, ?, ?)",
            [
                (client, element, level, workspace.now())
                for element, level in levels.items()
                if stored.get(element) != level
            ],
        )


def save_values(workspace: Workspace, client: str, elements: Sequence[str]) -> None:
    """Keep the order of the six work values; an empty one takes it back."""
    with workspace.change(client) as connection:
        connection.execute("DELETE FROM value_order WHERE client = ?", (client,))
        if elements:
            connection.execute(
                "INSERT INTO value_order VALUES (?, ?, ?)",
                (client, json.dumps(list(elements)), workspace.now()),
            )


def save_self_report(
    workspace: Workspace, client: str, kind: Kind, value: Value | None, session: str | None = None
) -> None:
    """Keep what the client says of themselves now; what was said in earlier sessions stays.

    None takes back what was said in this session. Another edition's answers stay beside.
    """
    with workspace.change(client) as connection:
        now = connection.execute(
            "SELECT uid FROM self_report WHERE client = ? AND session IS ? AND kind = ?"
            " AND (? OR edition = ?) AND deleted IS NULL",
            (client, session, kind, value is None, "" if value is None else edition_of(value)),
        ).fetchall()
        if value is None:
            connection.executemany("DELETE FROM self_report WHERE uid = ?", now)
            return
        said = (edition_of(value), json.dumps(plain(value)), workspace.now())
        if now:
            connection.execute(
                "UPDATE self_report SET edition = ?, said = ?, taken = ? WHERE uid = ?",
                (*said, *now[-1]),
            )
            return
        connection.execute(
            "INSERT INTO self_report VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
            (new_uid(), client, session, kind, *said),
        )


def add_self_reports(workspace: Workspace, client: str, found: Sequence[SelfReport]) -> int:
    """Add self-reports from elsewhere that are not in the file yet; how many those were.

    Raises:
        UserError: when one of them is another client's here; none is then added.
    """
    added = 0
    with workspace.change(client) as connection:
        for one in found:
            owner = client_of(workspace, "self_report", one.uid)
            if owner and owner != client:
                raise UserError(_("This record is another client’s here. Nothing was taken in."))
            if not owner:
                insert_self_report(connection, client, one)
                added += 1
    return added


def insert_self_report(connection: Any, client: str, one: SelfReport) -> None:
    """Write a self-report with its own key and time."""
    connection.execute(
        "INSERT INTO self_report VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
        (one.uid, client, one.session, one.kind, edition_of(one.value),
         json.dumps(plain(one.value)), one.taken.isoformat()),
    )  # fmt: skip


def keep_consent(connection: Any, inventory: str, consent: Consent | None) -> None:
    """Write that the answers to an inventory may go into the field study."""
    if consent is not None:
        connection.execute(
            "INSERT INTO consent VALUES (?, ?, ?, ?, ?)",
            (inventory, consent.language, consent.age_band, consent.sex, consent.education_rung),
        )


def withdraw_consent(workspace: Workspace, client: str) -> int:
    """Take a client's answers out of the field study; how many inventories that were."""
    with workspace.change(client) as connection:
        sql = "DELETE FROM consent WHERE inventory IN (SELECT uid FROM inventory WHERE client = ?)"
        return int(connection.execute(sql, (client,)).rowcount)


def _keep(connection: Any, inventory: str, answers: Answers) -> None:
    """Bring the stored answers to these; only what differs is written."""
    sql = "SELECT item, given FROM answer WHERE inventory = ?"
    stored = dict(connection.execute(sql, (inventory,)).fetchall())
    seen: dict[str, int | None] = {**dict.fromkeys(answers.skipped), **answers.given}
    connection.executemany(
        "DELETE FROM answer WHERE inventory = ? AND item = ?",
        [(inventory, item) for item in stored if item not in seen],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)",
        [
            (inventory, item, given)
            for item, given in seen.items()
            if item not in stored or stored[item] != given
        ],
    )
