"""A record as JSON and as a timeline, and two copies of it brought together."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.record.as_json import record_json
from counselor_app.domain.record.check import faults
from counselor_app.domain.record.merge import merged, renewed
from counselor_app.domain.record.record import (
    Listed,
    MadeReport,
    Note,
    Position,
    RatedLevel,
    Record,
    SelfReport,
    Session,
    Step,
    TakenInventory,
    TakenScores,
)
from counselor_app.domain.record.timeline import timeline
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.value_cards import Piles

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def key(number: int) -> str:
    return f"{number:016x}"


@pytest.fixture
def record() -> Record:
    session = key(2)
    return Record(
        key(1), "RF-14", START, at(50),
        sessions=(Session(session, at(1), at(31), Position("matches", ("43-4051.00",))),),
        inventories=(
            TakenInventory(key(3), session, "short", "1", at(2), at(9), {"R03": 4, "A01": 0},
                           frozenset({"C05"}), 61.0),
        ),
        scores=(TakenScores(key(4), session, key(3), parse_scores("8,14,10,22,25,33"), at(9)),),
        ratings=(RatedLevel("2.A.1.a", 3.5, at(12)),),
        shortlist=(Listed("43-4051.00", at(14)), Listed("29-1141.00", at(15), "an aunt is one")),
        notes=(
            Note(key(5), session, "client", "likes people", "43-4051.00", at(20), at(21)),
            Note(key(6), None, "counselor", "shy", "", at(40), at(40)),
        ),
        steps=(Step(key(7), "visit a ward", at(22), at(50)),),
        reports=(MadeReport(key(8), session, "fit report", ("43-4051.00",), "Letter", at(30)),),
        self_reports=(
            SelfReport(key(9), session, "before", ReadinessAnswers({"needs": 1}), at(3)),
            SelfReport(key(10), session, "cards", Piles({"hours": "must"}, "9"), at(13)),
        ),
    )  # fmt: skip


def test_json_holds_everything_under_its_own_name(record: Record) -> None:
    found = json.loads(record_json(record))
    assert list(found) == ["format", "version", *Record.__dataclass_fields__]
    assert (found["format"], found["version"]) == ("counselor-client-record", 2)
    assert found["scores"][0]["points"] == [8, 14, 10, 22, 25, 33]
    assert found["scores"][0]["instrument"]["high"] == 40
    assert found["scores"][0]["taken"] is None
    assert found["inventories"][0]["given"] == {"R03": 4, "A01": 0}
    assert found["inventories"][0]["skipped"] == ["C05"]
    assert found["notes"][1]["reader"] == "counselor"
    assert found["self_reports"][1] == {
        "uid": key(10), "session": key(2), "kind": "cards", "edition": "9",
        "taken": "2026-03-02T09:13:00+00:00", "said": {"placed": {"hours": "must"}},
    }  # fmt: skip
    assert found["sessions"][0]["started"] == "2026-03-02T09:01:00+00:00"
    assert [one["word"] for one in found["shortlist"]] == ["", "an aunt is one"]


def test_the_timeline_has_all_that_happened_newest_first(record: Record) -> None:
    found = timeline(record)
    assert [event.at for event in found] == sorted((e.at for e in found), reverse=True)
    assert [(event.kind, event.words) for event in found] == [
        ("step", "Done: visit a ward"),
        ("note", "shy"),
        ("report", "Fit report, Letter"),
        ("step", "visit a ward"),
        ("note", "likes people"),
        ("self-report", "Value cards, edition 9"),
        ("inventory", "Counselor inventory, first edition, 30 items: finished"),
        ("scores", "Scores: Interest Profiler, short form, CES and ties"),
        ("self-report", "Readiness check, before"),
        ("session", "Session, 30 minutes"),
        ("client", "Added"),
    ]
    still = replace(record, sessions=(replace(record.sessions[0], ended=None),))
    assert "Session, open" in {event.words for event in timeline(still)}


def test_merging_keeps_what_either_has_and_the_later_of_both(record: Record) -> None:
    there = replace(
        record,
        name="other name",
        changed=at(90),
        sessions=(*record.sessions, Session(key(12), at(80))),
        ratings=(RatedLevel("2.A.1.a", 5.0, at(85)), RatedLevel("2.C.1", 2.0, at(85))),
        shortlist=(Listed("15-1252.00", at(86)),),
        notes=(replace(record.notes[0], text="liked people then", changed=at(10)),),
        steps=(replace(record.steps[0], done=None),),
    )
    for found in (merged(record, there), replace(merged(there, record), name="RF-14")):
        assert found.name == "RF-14"
        assert [session.uid for session in found.sessions] == [key(2), key(12)]
        assert [(r.element, r.level) for r in found.ratings] == [("2.A.1.a", 5), ("2.C.1", 2)]
        codes = [one.code for one in found.shortlist]
        assert codes == ["15-1252.00", "43-4051.00", "29-1141.00"]
        assert [note.text for note in found.notes] == ["likes people", "shy"]
        assert found.steps[0].done is None
        assert found.changed == at(90)
        assert found.scores == record.scores
    assert merged(record, record) == record


def test_a_renewed_record_shares_no_key_and_holds_together(record: Record) -> None:
    keys = count(100)
    found = renewed(record, lambda: key(next(keys)))
    assert {found.uid, *(s.uid for s in found.scores)}.isdisjoint({record.uid, key(4)})
    assert found.inventories[0].session == found.sessions[0].uid
    assert found.scores[0].inventory == found.inventories[0].uid
    assert found.notes[1].session is None
    assert {one.session for one in found.self_reports} == {found.sessions[0].uid}
    assert {one.uid for one in found.self_reports}.isdisjoint({key(9), key(10)})
    assert renewed(found, lambda: key(next(keys))).notes[0].text == "likes people"


def test_a_sound_record_has_no_faults_and_each_fault_is_said(record: Record) -> None:
    assert faults(record) == ()
    (taken,) = record.inventories
    assert faults(replace(record, uid="me"))
    assert faults(replace(record, name="\n"))
    assert faults(replace(record, created=datetime(2026, 3, 2)))
    assert faults(replace(record, ratings=(RatedLevel("2.A.1.a", float("nan"), START),)))
    assert faults(replace(record, inventories=(replace(taken, given={"R03": 5}),)))
    assert faults(replace(record, inventories=(replace(taken, seconds=float("inf")),)))
