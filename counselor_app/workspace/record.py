"""A client's whole record, out of the file and into it: nothing is lost on the way."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from counselor_app.domain.fit.instruments import ClientScores, instrument_named
from counselor_app.domain.record.plan import layout_from
from counselor_app.domain.record.record import (
    Listed,
    Looked,
    MadeReport,
    Note,
    OrderedValues,
    Position,
    RatedLevel,
    Record,
    SelfReport,
    Session,
    SetAside,
    Step,
    TakenInventory,
    TakenScores,
)
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.self_report import from_plain
from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.workspace.answers import insert_self_report, keep_consent
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import INSERT, folded
from counselor_app.workspace.sessions import position_text

_IN_A_SESSION = (
    "(session IS NULL OR session NOT IN (SELECT uid FROM session WHERE client = ?1"
    " AND deleted IS NOT NULL))"
)


def read_record(workspace: Workspace, client: str) -> Record:
    """Everything that is kept of a client, without what was deleted.

    Raises:
        UserError: when the client is not in the file, or was written by a newer program.
    """
    with workspace.turn:
        found = workspace.rows(
            "SELECT name, created, changed FROM client WHERE uid = ? AND deleted IS NULL", client
        )
        if not found:
            raise UserError(_("This client is no longer in the file. Choose another one."))
        name, created, changed = found[0]
        return Record(
            client, name, _time(created), _time(changed),
            sessions=tuple(
                Session(uid, _time(started), _maybe(ended), _position(position))
                for uid, started, ended, position in workspace.rows(
                    "SELECT uid, started, ended, position FROM session"
                    " WHERE client = ? AND deleted IS NULL ORDER BY started, rowid", client)
            ),
            inventories=_inventories(workspace, client),
            scores=_taken(workspace, client),
            ratings=tuple(
                RatedLevel(element, level, _time(rated))
                for element, level, rated in workspace.rows(
                    "SELECT element, level, rated FROM self_rating WHERE client = ?"
                    " ORDER BY element", client)
            ),
            values=_values(workspace, client),
            shortlist=tuple(
                Listed(code, _time(added), word)
                for code, added, word in workspace.rows(
                    "SELECT code, added, word FROM shortlist WHERE client = ? ORDER BY place",
                    client)
            ),
            set_aside=tuple(
                SetAside(code, _time(at))
                for code, at in workspace.rows(
                    "SELECT code, at FROM set_aside WHERE client = ? ORDER BY at, code", client)
            ),
            notes=_notes(workspace, client),
            steps=tuple(
                Step(uid, text, _time(written), _maybe(done),
                     date.fromisoformat(due) if due else None, who)
                for uid, text, written, done, due, who in workspace.rows(
                    "SELECT uid, text, written, done, due, who FROM step"
                    " WHERE client = ? AND deleted IS NULL ORDER BY place, written, rowid", client)
            ),
            reports=tuple(
                MadeReport(uid, session, kind, _codes(json.loads(codes)), form, _time(made))
                for uid, session, kind, codes, form, made in workspace.rows(
                    "SELECT uid, (SELECT s.uid FROM session AS s WHERE s.uid = session"
                    " AND s.deleted IS NULL), kind, codes, format, made FROM report"
                    " WHERE client = ? ORDER BY made, rowid", client)
            ),
            self_reports=_self_reports(workspace, client),
        )  # fmt: skip


def insert_record(connection: Any, record: Record) -> None:
    """Write a whole record into a file that has none of its keys, inside a transaction."""
    who = record.uid
    connection.execute(
        INSERT,
        (who, record.name, folded(record.name), *map(str_of, (record.created, record.changed))),
    )
    put = connection.executemany
    put(
        "INSERT INTO session VALUES (?, ?, ?, ?, ?, NULL)",
        [
            (s.uid, who, str_of(s.started), str_of(s.ended), position_text(s.position))
            for s in record.sessions
        ],
    )
    _insert_answers(connection, record)
    _insert_choices(connection, record)
    _insert_writing(connection, record)


def _insert_answers(connection: Any, record: Record) -> None:
    """Inventories with their answers, scores, and what the client said of themselves."""
    who, put = record.uid, connection.executemany
    put("INSERT INTO inventory VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(i.uid, who, i.session, i.form, i.version, str_of(i.started), str_of(i.finished),
          i.seconds) for i in record.inventories])  # fmt: skip
    for one in record.inventories:
        keep_consent(connection, one.uid, one.consent)
    put(
        "INSERT INTO answer VALUES (?, ?, ?)",
        [
            (i.uid, item, given)
            for i in record.inventories
            for item, given in {**dict.fromkeys(i.skipped), **i.given}.items()
        ],
    )
    put("INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(s.uid, who, s.session, s.inventory, s.scores.instrument.key,
          json.dumps(s.scores.scores), s.scores.letters,
          s.scores.date and s.scores.date.isoformat(), str_of(s.recorded),
          json.dumps(s.scores.answered)) for s in record.scores])  # fmt: skip
    for said in record.self_reports:
        insert_self_report(connection, who, said)


def _insert_choices(connection: Any, record: Record) -> None:
    """Rated skills, ordered values, the shortlist and what was set aside."""
    who, put = record.uid, connection.executemany
    put(
        "INSERT INTO self_rating VALUES (?, ?, ?, ?)",
        [(who, r.element, r.level, str_of(r.rated)) for r in record.ratings],
    )
    if record.values is not None:
        order = (who, json.dumps(record.values.elements), str_of(record.values.ordered))
        connection.execute("INSERT INTO value_order VALUES (?, ?, ?)", order)
    put(
        "INSERT INTO shortlist VALUES (?, ?, ?, ?, ?)",
        [
            (who, one.code, place, str_of(one.added), one.word)
            for place, one in enumerate(record.shortlist)
        ],
    )
    put(
        "INSERT INTO set_aside VALUES (?, ?, ?)",
        [(who, one.code, str_of(one.at)) for one in record.set_aside],
    )


def _insert_writing(connection: Any, record: Record) -> None:
    """Notes, next steps and the reports that were made."""
    who, put = record.uid, connection.executemany
    put(
        "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        [
            (n.uid, who, n.session, n.reader, n.text, n.code, str_of(n.written), str_of(n.changed))
            for n in record.notes
        ],
    )
    put(
        "INSERT INTO step (uid, client, text, written, done, due, who, place)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                s.uid,
                who,
                s.text,
                str_of(s.written),
                str_of(s.done),
                s.due and s.due.isoformat(),
                s.who,
                place,
            )
            for place, s in enumerate(record.steps)
        ],
    )
    put("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(r.uid, who, r.session, r.kind, json.dumps(r.codes), r.format, str_of(r.made))
         for r in record.reports])  # fmt: skip


def _taken(workspace: Workspace, client: str) -> tuple[TakenScores, ...]:
    return tuple(
        TakenScores(uid, session, inventory, _scores(*given), _time(recorded))
        for uid, session, inventory, recorded, *given in workspace.rows(
            "SELECT uid, session, inventory, recorded, instrument, points, letters, taken,"
            f" answered FROM scores WHERE client = ?1 AND {_IN_A_SESSION}"
            " AND (inventory IS NULL OR inventory IN"
            f" (SELECT uid FROM inventory WHERE {_IN_A_SESSION})) ORDER BY recorded, rowid",
            client,
        )
    )


def _notes(workspace: Workspace, client: str) -> tuple[Note, ...]:
    return tuple(
        Note(uid, session, reader, text, code, _time(written), _time(last))
        for uid, session, reader, text, code, written, last in workspace.rows(
            "SELECT uid, session, reader, text, code, written, changed FROM note"
            f" WHERE client = ?1 AND deleted IS NULL AND {_IN_A_SESSION} ORDER BY written, rowid",
            client,
        )
    )


def _self_reports(workspace: Workspace, client: str) -> tuple[SelfReport, ...]:
    return tuple(
        SelfReport(uid, session, kind, from_plain(kind, edition, json.loads(said)), _time(taken))
        for uid, session, kind, edition, said, taken in workspace.rows(
            "SELECT uid, session, kind, edition, said, taken FROM self_report"
            f" WHERE client = ?1 AND deleted IS NULL AND {_IN_A_SESSION} ORDER BY taken, rowid",
            client,
        )
    )


def _values(workspace: Workspace, client: str) -> OrderedValues | None:
    sql = "SELECT elements, ordered FROM value_order WHERE client = ?"
    found = workspace.rows(sql, client)
    return OrderedValues(_codes(json.loads(found[0][0])), _time(found[0][1])) if found else None


def str_of(time: datetime | None) -> str | None:
    """A time as it is stored."""
    return time.isoformat() if time else None


def _inventories(workspace: Workspace, client: str) -> tuple[TakenInventory, ...]:
    answers: dict[str, dict[str, int | None]] = {}
    for inventory, item, given in workspace.rows(
        "SELECT inventory, item, given FROM answer JOIN inventory ON uid = inventory"
        " WHERE client = ?",
        client,
    ):
        answers.setdefault(inventory, {})[item] = given
    found = []
    for uid, session, form, version, started, finished, seconds, *agreed in workspace.rows(
        "SELECT uid, session, form, version, started, finished, seconds, language, age_band, sex,"
        " education_rung FROM inventory LEFT JOIN consent ON inventory = uid"
        f" WHERE client = ?1 AND {_IN_A_SESSION} ORDER BY started, inventory.rowid",
        client,
    ):
        seen = answers.get(uid, {})
        given = {item: answer for item, answer in seen.items() if answer is not None}
        skipped = frozenset(seen) - frozenset(given)
        began, ended = _time(started), _maybe(finished)
        consent = Consent(*agreed) if agreed[0] else None
        found.append(
            TakenInventory(
                uid, session, form, version, began, ended, given, skipped, seconds, consent
            )
        )
    return tuple(found)


def _scores(
    instrument: str, points: str, letters: str, taken: str | None, answered: str
) -> ClientScores:
    return ClientScores(
        instrument_named(instrument),
        tuple(json.loads(points)),
        date.fromisoformat(taken) if taken else None,
        letters,
        tuple(json.loads(answered)),
    )


def _position(text: str) -> Position:
    found = json.loads(text)
    return Position(
        found.get("page", ""),
        _codes(found.get("codes", [])),
        found.get("tab", ""),
        found.get("item", ""),
        _codes(found.get("ticked", [])),
        _codes(found.get("compared", [])),
        tuple(Looked(code, _time(at)) for code, at in found.get("looked", [])),
        layout_from(found.get("layout", {})),
    )


def _codes(found: object) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise TypeError("a list of occupations is none")
    return tuple(found)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _maybe(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
