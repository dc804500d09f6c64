"""What of a record goes home with the client, and what stays with the counselor: two types.

A `Handout` cannot hold a note for the counselor alone: a `ClientNote` is made from a `Note`
only where that is marked for the client, and the word beside a shortlisted occupation, which
nobody has marked, is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.record.plan import Layout
from counselor_app.domain.record.record import (
    Note,
    Position,
    Record,
    SelfReport,
    Session,
    Step,
)
from counselor_app.domain.session.self_report import KINDS
from counselor_app.domain.session.value_cards import Piles


@dataclass(frozen=True, slots=True)
class ClientNote:
    """A note marked for the client; ``code`` is the occupation it is about, "" for none."""

    text: str
    code: str
    written: datetime

    @classmethod
    def of(cls, note: Note) -> ClientNote:
        """The note, for the client to read.

        Raises:
            ValueError: when it is marked for the counselor alone.
        """
        if note.reader != "client":
            raise ValueError("A note for the counselor alone cannot go to the client.")
        return cls(note.text, note.code, note.written)


@dataclass(frozen=True, slots=True)
class CounselorNote:
    """A note that the counselor alone may read."""

    text: str
    code: str
    written: datetime


@dataclass(frozen=True, slots=True)
class ToDo:
    """A next step; ``done`` is the day it was done, None while it is still to do.

    ``due`` is the day by which, None for none; ``who`` with whom.
    """

    text: str
    done: date | None
    due: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """One session as the client takes it home. ``met`` is its day, None without a session.

    ``codes`` are the occupations whose pages were opened, less those left out; of a session in
    which that was not written down, those that were open when it stopped. ``layout`` says which
    parts come, in which order and in what words.
    """

    name: str
    met: date | None
    codes: tuple[str, ...]
    shortlisted: frozenset[str]
    notes: tuple[ClientNote, ...]
    steps: tuple[ToDo, ...]
    scores: ClientScores | None
    cards: Piles | None = None
    layout: Layout = field(default_factory=Layout)


@dataclass(frozen=True, slots=True)
class CounselorHandout:
    """The same session with what stays with the counselor: notes, words on the shortlist, and
    what the client said of how they work and where they stand (newest of each)."""

    handout: Handout
    notes: tuple[CounselorNote, ...]
    words: tuple[tuple[str, str], ...]
    told: tuple[SelfReport, ...] = ()


def client_handout(record: Record, session: str | None = None) -> Handout:
    """What the client takes home of one session (its uid), the newest without one.

    Steps still to do come from every session, done ones since this session began.
    """
    met = _session(record, session)
    mine = [note for note in record.notes if note.reader == "client" and _within(note, met)]
    laid = record.newest("cards")
    return Handout(
        name=record.name,
        met=local_day(met.started) if met else None,
        codes=looked_at(met.position) if met else (),
        shortlisted=frozenset(line.code for line in record.shortlist),
        notes=tuple(map(ClientNote.of, mine)),
        steps=_steps(record.steps, met),
        scores=record.scores[-1].scores if record.scores else None,
        cards=laid.value if laid and isinstance(laid.value, Piles) else None,
        layout=met.position.layout if met else Layout(),
    )


def looked_at(position: Position) -> tuple[str, ...]:
    """The occupations of a session that the handout speaks of, in the order of opening."""
    opened = [one.code for one in position.looked] or position.codes
    out = position.layout.left_out
    return tuple(dict.fromkeys(code for code in opened if code not in out))


def counselor_handout(record: Record, session: str | None = None) -> CounselorHandout:
    """The client's handout and, beside it, the counselor's own notes of the session."""
    met = _session(record, session)
    own = [note for note in record.notes if note.reader == "counselor" and _within(note, met)]
    return CounselorHandout(
        client_handout(record, session),
        tuple(CounselorNote(note.text, note.code, note.written) for note in own),
        tuple((line.code, line.word) for line in record.shortlist if line.word),
        tuple(one for kind in KINDS if kind != "cards" and (one := record.newest(kind))),
    )


def local_day(when: datetime) -> date:
    """The day on this computer's calendar."""
    return when.astimezone().date()


def _session(record: Record, uid: str | None) -> Session | None:
    if uid is None:
        return record.sessions[-1] if record.sessions else None
    return next((session for session in record.sessions if session.uid == uid), None)


def _within(note: Note, met: Session | None) -> bool:
    return met is None or note.session == met.uid


def _steps(steps: Iterable[Step], met: Session | None) -> tuple[ToDo, ...]:
    return tuple(
        ToDo(step.text, local_day(step.done) if step.done else None, step.due, step.who)
        for step in steps
        if step.done is None or met is None or step.done >= met.started
    )
