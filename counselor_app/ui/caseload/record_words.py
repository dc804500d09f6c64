"""What the entries of a client's timeline say. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counselor_app.domain.figures.when import when_words
from counselor_app.domain.figures.wording import listed
from counselor_app.domain.fit.profile import code_words
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.domain.record.record import Record, TakenScores
from counselor_app.domain.record.timeline import Event
from counselor_app.ui.caseload.two_lines import TwoLines

_READERS = {"client": "Note for the client", "counselor": "Note for me only"}


def scores_name(taken: TakenScores) -> str:
    """The instrument and the code: "Own 60, SCE"."""
    return f"{taken.scores.instrument.name}, {code_words(taken.scores)}"


def event_lines(event: Event, record: Record, now: datetime) -> TwoLines:
    """An entry in two lines: what it is, and when."""
    kind = ""
    if event.kind == "note":
        note = next(note for note in record.notes if note.uid == event.uid)
        kind = f"{_READERS[note.reader]}, "
    elif event.kind == "step":
        kind = "Next step, "
    return TwoLines(event.words, f"{kind}{when_words(event.at, now)}")


def about_event(event: Event, record: Record, titles: Callable[[str], str], now: datetime) -> str:
    """An entry in full: what was open, what was scored, what it is about."""
    if event.kind == "session":
        return _session(event, record, titles, now)
    if event.kind == "scores":
        taken = next(one for one in record.scores if one.uid == event.uid)
        return _scores(taken)
    if event.kind == "inventory":
        return _inventory(event, record)
    about = listed(titles(code) for code in event.codes)
    return f"{event.words}\nAbout: {about}." if about else event.words


def _session(event: Event, record: Record, titles: Callable[[str], str], now: datetime) -> str:
    session = next(one for one in record.sessions if one.uid == event.uid)
    ended = f", ended {when_words(session.ended, now)}" if session.ended else ", not ended"
    lines = [f"Begun {when_words(session.started, now)}{ended}."]
    codes = session.position.codes
    if codes:
        lines.append(f"Open at the end: {listed(titles(code) for code in codes)}.")
    made = [
        f"{report.kind} ({report.format}) on {listed(titles(code) for code in report.codes)}"
        if report.codes else f"{report.kind} ({report.format})"
        for report in record.reports if report.session == session.uid
    ]  # fmt: skip
    if made:
        lines.append(f"Reports: {'; '.join(made)}.")
    written = sum(note.session == session.uid for note in record.notes)
    if written:
        lines.append("1 note was written." if written == 1 else f"{written} notes were written.")
    return "\n".join(lines)


def _scores(taken: TakenScores) -> str:
    scores = taken.scores
    if not scores.scores:
        return f"Code {scores.letters}, without points."
    points = ", ".join(
        f"{NAMES[letter]} {value:g}" for letter, value in zip(LETTERS, scores.scores, strict=True)
    )
    test = scores.instrument
    when = f" Taken {scores.date.isoformat()}." if scores.date else ""
    return f"{points}. {test.name}, {test.low:g} to {test.high:g} points each.{when}"


def _inventory(event: Event, record: Record) -> str:
    taken = next(one for one in record.inventories if one.uid == event.uid)
    said = f"{len(taken.given)} questions answered, {len(taken.skipped)} skipped,"
    minutes = round(taken.seconds / 60)
    return f"{said} in {'about 1 minute' if minutes <= 1 else f'{minutes} minutes'}."
