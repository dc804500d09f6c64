"""One client's record as JSON, for inspection: everything that is kept, nothing else.

The top holds ``format`` ("counselor-client-record"), ``version`` (1), and then the fields of
`counselor_app.domain.record.record.Record` under their own names: ``uid``, ``name``, ``created``,
``changed``, ``sessions``, ``inventories``, ``scores``, ``ratings``, ``values`` (null without an
order), ``shortlist``, ``set_aside``, ``notes``, ``steps``, ``reports``. Times are ISO 8601 in UTC,
null where there is none. Scores carry ``instrument`` (key, name, low, high), ``points`` in the order R, I,
A, S, E, C and ``letters``; a note's ``reader`` is "client" or "counselor"; answers are 0 to 4 by
item.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from counselor_app.domain.record.record import Record, TakenScores

FORMAT = "counselor-client-record"
VERSION = 1


def record_json(record: Record) -> str:
    """The whole record as JSON text, ending in a line break."""
    found = {"format": FORMAT, "version": VERSION, **asdict(record)}
    found["scores"] = [_scores(taken) for taken in record.scores]
    return json.dumps(found, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _scores(taken: TakenScores) -> dict[str, object]:
    test = taken.scores.instrument
    return {
        "uid": taken.uid,
        "session": taken.session,
        "inventory": taken.inventory,
        "instrument": {"key": test.key, "name": test.name, "low": test.low, "high": test.high},
        "points": taken.scores.scores,
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
