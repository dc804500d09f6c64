"""How far a client of the file has come, from what is kept of them."""

from __future__ import annotations

from counselor_app.domain.record.handout import client_handout
from counselor_app.domain.record.record import Record
from counselor_app.domain.session.inventory import GIVEN
from counselor_app.domain.session.steps import SoFar

_SCALES = 6


def so_far(record: Record, *, closest: int | None = None) -> SoFar:
    """The session's steps of a client; ``closest`` is what the window knows of the matches."""
    met = record.sessions[-1] if record.sessions else None
    taken = record.inventories[-1] if record.inventories else None
    answers, left_out = None, 0
    if taken is not None and taken.version in GIVEN:  # others cannot be gone on with
        of = GIVEN[taken.version][taken.form].items * _SCALES
        left_out = len(taken.skipped)
        answers = (len(taken.given) + left_out, of)
    plan = client_handout(record, met.uid if met else None)
    position = met.position if met else None
    ticked = position.ticked if position else ()
    compared = position.compared if position else ()
    return SoFar(
        scored=bool(record.scores),
        present=record.newest("present") is not None,
        answers=answers,
        left_out=left_out,
        closest=closest,
        ticked=len(ticked),
        compared=len(compared),
        compared_anew=bool(compared) and not set(ticked) <= set(compared),
        steps=len(plan.steps),
        notes=len(plan.notes),
        printed=_printed(record),
    )


def _printed(record: Record) -> bool:
    """Whether a handout was made since the plan was last changed."""
    made = [report.made for report in record.reports if report.kind == "handout"]
    changed = [note.changed for note in record.notes if note.reader == "client"]
    changed += [step.written for step in record.steps]
    return bool(made) and max(made) >= max(changed, default=max(made))
