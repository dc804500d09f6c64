"""One client's record as JSON, for inspection: everything that is kept, nothing else.

The top holds ``format`` ("counselor-client-record"), ``version`` (2), and then the fields of
`counselor_app.domain.record.record.Record` under their own names: ``uid``, ``name``, ``created``,
``changed``, ``sessions``, ``inventories``, ``scores``, ``ratings``, ``values`` (null without an
order), ``shortlist``, ``set_aside``, ``notes``, ``steps``, ``reports``, ``self_reports``. Times are
ISO 8601 in UTC, null where there is none. Scores carry ``instrument`` (key, name, low, high, and
``edition`` of our own), ``points`` in the order R, I, A, S, E, C, ``answered`` where they are
prorated, and ``letters``; a note's ``reader`` is "client" or "counselor"; answers are 0 to 4 by
item. A self-report has ``kind``, ``edition`` and what was ``said``; version 1 had none.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from counselor_app.domain.record.record import Record, SelfReport, TakenScores
from counselor_app.domain.session.self_report import edition_of, from_plain, plain
from counselor_app.errors import UserError
from counselor_app.language import _

FORMAT = "counselor-client-record"
VERSION = 2


def record_json(record: Record) -> str:
    """The whole record as JSON text, ending in a line break."""
    found = {"format": FORMAT, "version": VERSION, **asdict(record)}
    found["scores"] = [_scores(taken) for taken in record.scores]
    found["self_reports"] = [_self_report(said) for said in record.self_reports]
    return json.dumps(found, ensure_ascii=False, indent=2, default=_plain) + "\n"


def self_reports_in(text: str) -> tuple[SelfReport, ...]:
    """What a record's JSON holds of what a client says of themselves; nothing in version 1.

    They belong to no session then, for sessions are not read.

    Raises:
        UserError: when it is no record, of a newer version, or holds what cannot be.
    """
    try:
        found = json.loads(text)
        known = isinstance(found, dict) and found.get("format") == FORMAT
    except (ValueError, RecursionError):
        known = False
    if not known:
        raise UserError(_("this is no client’s record in JSON."))
    version = found.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise UserError(
            _("it was written by a newer version of Counselor (its version is {version}; this"
              " program reads up to {own}). Install the newer version.",
              version=repr(version), own=VERSION)
        )  # fmt: skip
    try:
        return tuple(
            SelfReport(
                _uid(one["uid"]), None, one["kind"],
                from_plain(one["kind"], str(one["edition"]), one["said"]), _moment(one["taken"]),
            )
            for one in found.get("self_reports", [])
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            _("a self-report in it cannot be read ({why}). Nothing was taken in.", why=str(error))
        ) from None


def _uid(text: str) -> str:
    if len(text) != 16 or set(text) - set("0123456789abcdef"):
        raise ValueError("a key is not 16 hexadecimal digits")
    return text


def _moment(text: str) -> datetime:
    when = datetime.fromisoformat(text)
    if when.utcoffset() is None:
        raise ValueError("a time has no time zone")
    return when


def _self_report(said: SelfReport) -> dict[str, object]:
    return {
        "uid": said.uid,
        "session": said.session,
        "kind": said.kind,
        "edition": edition_of(said.value),
        "taken": said.taken,
        "said": plain(said.value),
    }


def _scores(taken: TakenScores) -> dict[str, object]:
    test = taken.scores.instrument
    return {
        "uid": taken.uid,
        "session": taken.session,
        "inventory": taken.inventory,
        "instrument": {
            "key": test.key,
            "name": test.name,
            "low": test.low,
            "high": test.high,
            "edition": test.edition or None,
        },
        "points": taken.scores.scores,
        "answered": taken.scores.answered or None,
        "letters": taken.scores.letters,
        "taken": taken.scores.date,
        "recorded": taken.recorded,
    }


def _plain(value: object) -> object:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
