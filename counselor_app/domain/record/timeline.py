"""What happened with a client, in order, and each entry in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from counselor_app.domain.figures.when import when_words
from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.profile import code_words
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.domain.record.record import MadeReport, Record, TakenInventory, TakenScores
from counselor_app.domain.session.inventory import inventory_name
from counselor_app.domain.session.self_report import Texts, self_report_name, told
from counselor_app.language import Said, _, capitalised, joined, listed, lowered, ngettext, pgettext

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
        words = joined((KINDS.get(made.kind, capitalised(made.kind)), _how(made)), ", ")
        found.append(Event(made.made, "report", words, made.uid, made.session, made.codes))
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _length(started: datetime, ended: datetime) -> Said:
    minutes = round((ended - started).total_seconds() / 60)
    if minutes >= 24 * 60:
        return _("left open for more than a day")
    return ngettext("{n} minute", "{n} minutes", minutes, n=minutes)


def about_event(
    event: Event, record: Record, titles: Callable[[str], str], texts: Texts, now: datetime
) -> str:
    """An entry in full: what was open, what was scored, what it is about.

    ``titles`` gives an occupation's title by its code, ``texts`` are the statements and cards.
    """
    if event.kind == "session":
        return _session(event, record, titles, now)
    if event.kind == "scores":
        return _scores(next(one for one in record.scores if one.uid == event.uid))
    if event.kind == "inventory":
        return _inventory(next(one for one in record.inventories if one.uid == event.uid))
    if event.kind == "self-report":
        said = next(one for one in record.self_reports if one.uid == event.uid)
        return joined((joined(line, ": ") for line in told(said.kind, said.value, texts)), "\n")
    about = listed(titles(code) for code in event.codes)
    return joined(
        (event.words, pgettext("event", "About: {jobs}.", jobs=about) if about else ""), "\n"
    )


def _session(event: Event, record: Record, titles: Callable[[str], str], now: datetime) -> Said:
    session = next(one for one in record.sessions if one.uid == event.uid)
    begun = when_words(session.started, now)
    lines = [_("Begun {begun}, not ended.", begun=begun)]
    if session.ended:
        ended = when_words(session.ended, now)
        lines = [_("Begun {begun}, ended {ended}.", begun=begun, ended=ended)]
    if session.position.codes:
        jobs = listed(map(titles, session.position.codes))
        lines.append(_("Open at the end: {jobs}.", jobs=jobs))
    made = [_report(one, titles) for one in record.reports if one.session == session.uid]
    if made:
        lines.append(pgettext("in a session", "Reports: {reports}.", reports=joined(made, "; ")))
    written = sum(note.session == session.uid for note in record.notes)
    if written:
        lines.append(
            ngettext("{n} note was written.", "{n} notes were written.", written, n=number(written))
        )
    return joined(lines, "\n")


def _report(made: MadeReport, titles: Callable[[str], str]) -> Said:
    kind, how = lowered(KINDS.get(made.kind, made.kind)), _how(made)
    if not made.codes:
        return pgettext("report made", "{kind} ({how})", kind=kind, how=how)
    jobs = listed(map(titles, made.codes))
    return _("{kind} ({how}) on {jobs}", kind=kind, how=how, jobs=jobs)


def _how(made: MadeReport) -> str:
    return _PRINTED if made.format == "printed" else made.format


def _scores(taken: TakenScores) -> Said:
    scores, test = taken.scores, taken.scores.instrument
    if not scores.scores:
        return _("Code {letters}, without points.", letters=scores.letters)
    points = joined(
        (joined((NAMES[letter], f"{value:g}"))
         for letter, value in zip(LETTERS, scores.scores, strict=True)), ", ",
    )  # fmt: skip
    said = _("{points}. {test}, {low} to {high} points each.",
             points=points, test=test.name, low=f"{test.low:g}", high=f"{test.high:g}")  # fmt: skip
    day = pgettext("inventory", "Taken {day}.", day=scores.date.isoformat()) if scores.date else ""
    return joined((said, day))


def _inventory(taken: TakenInventory) -> Said:
    given, minutes = len(taken.given), max(round(taken.seconds / 60), 1)
    time = _("about 1 minute")
    if minutes > 1:
        time = ngettext("{n} minute", "{n} minutes", minutes, n=minutes)
    return ngettext(
        "{n} question answered, {skipped} skipped, in {time}.",
        "{n} questions answered, {skipped} skipped, in {time}.", given,
        n=given, skipped=len(taken.skipped), time=time,
    )  # fmt: skip
