"""What happened with a client, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from counselor_app.domain.fit.profile import code_words
from counselor_app.domain.record.record import Record
from counselor_app.domain.session.inventory import inventory_name
from counselor_app.domain.session.self_report import self_report_name
from counselor_app.language import Said, _, capitalised, joined, ngettext, pgettext

KINDS: dict[str, Said] = {
    "profile": pgettext("kind of report", "Profile"),
    "fit": pgettext("kind of report", "Fit"),
    "compare": pgettext("kind of report", "Compare"),
    "handout": pgettext("kind of report", "Handout"),
    "record": pgettext("kind of report", "Record"),
}
_PRINTED = pgettext("how a report was made", "printed")

EventKind = Literal[
    "client", "session", "inventory", "scores", "self-report", "note", "step", "report"
]


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
    found = [Event(record.created, "client", pgettext("event", "Added"), record.uid)]
    for session in record.sessions:
        where = (
            pgettext("session", "open")
            if session.ended is None
            else _length(session.started, session.ended)
        )
        words = pgettext("event", "Session, {where}", where=where)
        found.append(Event(session.started, "session", words, session.uid, session.uid))
    for taken in record.inventories:
        name = inventory_name(taken.form, taken.version)
        seen = len(taken.given) + len(taken.skipped)
        words = joined((name, _("{n} questions seen", n=seen)), ": ")
        if taken.finished:
            words = joined((name, pgettext("inventory", "finished")), ": ")
        at = taken.finished or taken.started
        found.append(Event(at, "inventory", words, taken.uid, taken.session))
    for scored in record.scores:
        code = code_words(scored.scores)
        words = _("Scores: {test}, {code}", test=scored.scores.instrument.name, code=code)
        found.append(Event(scored.recorded, "scores", words, scored.uid, scored.session))
    for said in record.self_reports:
        words = self_report_name(said.kind, said.value)
        found.append(Event(said.taken, "self-report", words, said.uid, said.session))
    for note in record.notes:
        codes = (note.code,) if note.code else ()
        found.append(Event(note.written, "note", note.text, note.uid, note.session, codes))
    for step in record.steps:
        found.append(Event(step.written, "step", step.text, step.uid))
        if step.done is not None:
            found.append(
                Event(
                    step.done, "step", pgettext("event", "Done: {step}", step=step.text), step.uid
                )
            )
    for made in record.reports:
        how = _PRINTED if made.format == "printed" else made.format
        words = joined((KINDS.get(made.kind, capitalised(made.kind)), how), ", ")
        found.append(Event(made.made, "report", words, made.uid, made.session, made.codes))
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _length(started: datetime, ended: datetime) -> Said:
    minutes = round((ended - started).total_seconds() / 60)
    if minutes >= 24 * 60:
        return _("left open for more than a day")
    return ngettext("{n} minute", "{n} minutes", minutes, n=minutes)
