"""A client's record to print: sessions, notes for either reader, steps, a shortlist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.record.record import (
    Listed,
    Looked,
    Note,
    Position,
    Reader,
    Record,
    Session,
    Step,
    TakenScores,
)

SECRET = "Quillfeather"
"""A word that stands in notes for the counselor alone, and nowhere else."""


def noon(day: int) -> datetime:
    return datetime(2026, 11, day, 11, tzinfo=UTC)  # the same day from −11 to +12 hours


def note(uid: str, reader: Reader, text: str, code: str = "", session: str = "s2") -> Note:
    return Note(uid, session, reader, text, code, noon(20), noon(20))


def record(
    codes: Sequence[str] = ("43-4051.00", "29-1141.00"),
    notes: Sequence[Note] | None = None,
    scores: str = "8,14,10,22,25,33",
) -> Record:
    """Two sessions; the newer has a note for the client and two that stay."""
    if notes is None:
        notes = (
            note("n0", "client", "From an earlier talk.", session="s1"),
            note("n1", "client", "You liked the helping part.\n\nAsk about a visit.", "29-1141.00"),
            note("n2", "counselor", f"{SECRET} about the family."),
            note("n3", "counselor", f"={SECRET} again", "43-4051.00"),
        )
    taken = TakenScores("x", "s2", None, parse_scores(scores, None, date(2026, 11, 2)), noon(20))
    return Record(
        uid="00ff",
        name="RF-14",
        created=noon(1),
        changed=noon(20),
        sessions=(
            Session("s1", noon(2), noon(2)),
            Session(
                "s2",
                noon(20),
                None,
                Position(
                    codes=tuple(codes[:1]),
                    looked=tuple(Looked(code, noon(20)) for code in codes),
                ),
            ),
        ),
        scores=(taken,) if scores else (),
        shortlist=tuple(Listed(code, noon(20), f"{SECRET} as a word") for code in codes),
        notes=tuple(notes),
        steps=(
            Step("t0", "Call the college", noon(2)),
            Step("t1", "Read the profile", noon(2), noon(20)),
            Step("t2", "Done long ago", noon(1), noon(1)),
        ),
    )
