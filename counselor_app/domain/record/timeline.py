"""What happened with a client, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from counselor_app.domain.fit.profile import code_words
from counselor_app.domain.record.record import Record
from counselor_app.domain.session.inventory import INSTRUMENT

EventKind = Literal["client", "session", "inventory", "scores", "note", "step", "report"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when (UTC), in words, and where it belongs.

    ``uid`` is that of the part of the record, ``codes`` the occupations it is about.
    """

    at: datetime
    kind: EventKind
    words: str
    uid: str
    session: str | None = None
    codes: tuple[str, ...] = ()


def timeline(record: Record) -> tuple[Event, ...]:
    """Everything dated in a record, the newest first. Notes and steps in their own words."""
    found = [Event(record.created, "client", "Added", record.uid)]
    for session in record.sessions:
        where = "open" if session.ended is None else _length(session.started, session.ended)
        found.append(
            Event(session.started, "session", f"Session, {where}", session.uid, session.uid)
        )
    for taken in record.inventories:
        name, seen = INSTRUMENT[taken.form].name, len(taken.given) + len(taken.skipped)
        done = "finished" if taken.finished else f"{seen} questions seen"
        found.append(
            Event(taken.finished or taken.started, "inventory", f"{name}: {done}", taken.uid,
                  taken.session)
        )  # fmt: skip
    for scored in record.scores:
        code = code_words(scored.scores)
        words = f"Scores: {scored.scores.instrument.name}, {code}"
        found.append(Event(scored.recorded, "scores", words, scored.uid, scored.session))
    for note in record.notes:
        codes = (note.code,) if note.code else ()
        found.append(Event(note.written, "note", note.text, note.uid, note.session, codes))
    for step in record.steps:
        found.append(Event(step.written, "step", step.text, step.uid))
        if step.done is not None:
            found.append(Event(step.done, "step", f"Done: {step.text}", step.uid))
    for made in record.reports:
        words = f"{made.kind.capitalize()}, {made.format}"
        found.append(Event(made.made, "report", words, made.uid, made.session, made.codes))
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _length(started: datetime, ended: datetime) -> str:
    minutes = round((ended - started).total_seconds() / 60)
    if minutes >= 24 * 60:
        return "left open for more than a day"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
