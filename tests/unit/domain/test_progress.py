"""How far a client of the file has come, from the record alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from counselor_app.domain.record.progress import so_far
from counselor_app.domain.record.record import (
    MadeReport,
    Position,
    Record,
    Session,
    Step,
    TakenInventory,
)
from counselor_app.domain.session.inventory import VERSION
from counselor_app.domain.session.steps import next_step

SESSION = "0123456789abcdef"


def at(minute: int) -> datetime:
    return datetime(2026, 11, 29, 10, minute, tzinfo=UTC)


def record(*, ticked: tuple[str, ...] = (), compared: tuple[str, ...] = ()) -> Record:
    position = Position("home", ticked=ticked, compared=compared)
    return Record("a" * 16, "RF-14", at(0), at(0), (Session(SESSION, at(0), None, position),))


def test_questions_left_are_gone_on_with_unless_they_are_of_another_edition() -> None:
    given = {f"R{n:02}": 3 for n in range(9)}
    taken = TakenInventory("b" * 16, SESSION, "long", VERSION, at(1), None, given,
                           frozenset({"I01"}), 60.0)  # fmt: skip
    found = so_far(replace(record(), inventories=(taken,)))
    assert (found.answers, found.paused) == ((10, 60), True)
    old = replace(taken, version="0")
    assert not so_far(replace(record(), inventories=(old,))).paused


def test_other_ticks_than_those_compared_want_another_comparison() -> None:
    one, two, three = "29-1141.00", "43-4051.00", "31-2021.00"
    assert next_step(so_far(record(ticked=(one, two)))) == "compare"
    assert next_step(so_far(record(ticked=(one, two), compared=(two, one)))) == "plan"
    assert next_step(so_far(record(ticked=(one, three), compared=(one, two)))) == "compare"


def test_a_handout_counts_until_the_plan_is_changed() -> None:
    step = Step("c" * 16, "Ask to watch a nurse", at(10))
    made = MadeReport("d" * 16, SESSION, "handout", (), "printed", at(20))
    planned = replace(record(), steps=(step,))
    assert next_step(so_far(planned)) == "handout"
    assert next_step(so_far(replace(planned, reports=(made,)))) is None
    later = replace(step, uid="e" * 16, written=at(30))
    again = replace(planned, reports=(made,), steps=(step, later))
    assert next_step(so_far(again)) == "handout"
