"""What a client says of themselves, in the file: kept by session, deleted, handed over, told."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from workspace_files import SELF_REPORTS, Ticking, fill

from counselor_app.client_texts import (
    given_form,
    inventory_form,
    readiness_statements,
    style_statements,
    value_card_texts,
)
from counselor_app.domain.fit.instruments import OWN_LONG, ClientScores
from counselor_app.domain.record.as_json import record_json, self_reports_in
from counselor_app.domain.session.areas import LikedAreas
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inventory import Answers
from counselor_app.domain.session.readiness import ReadinessAnswers, changed
from counselor_app.domain.session.styles import StyleAnswers, style_scores
from counselor_app.errors import UserError
from counselor_app.workspace.answers import save_scores, save_self_report, start_inventory
from counselor_app.workspace.base import Workspace, connect
from counselor_app.workspace.clients import save_client
from counselor_app.workspace.deletion import delete, finish_deletions, undo
from counselor_app.workspace.handover import export_client, preview_import
from counselor_app.workspace.key import derive, salt_of
from counselor_app.workspace.record import read_record
from counselor_app.workspace.sessions import start_session

OWN = "for the other counselor"


def test_what_is_said_again_in_a_session_takes_its_place_and_a_later_one_stands_beside(
    workspace: Workspace, clock: Ticking
) -> None:
    client = save_client(workspace, "RF-14")
    first = start_session(workspace, client)
    for value in (1, 2):
        save_self_report(workspace, client, "before", ReadinessAnswers({"needs": value}), first)
    clock.at += timedelta(days=9)
    save_self_report(workspace, client, "after", ReadinessAnswers({"needs": 3}), first)
    clock.at += timedelta(days=9)
    second = start_session(workspace, client)
    save_self_report(workspace, client, "before", ReadinessAnswers({"needs": 0}), second)
    record = read_record(workspace, client)
    assert [(one.kind, one.value) for one in record.self_reports] == [
        ("before", ReadinessAnswers({"needs": 2})),
        ("after", ReadinessAnswers({"needs": 3})),
        ("before", ReadinessAnswers({"needs": 0})),
    ]
    held = record.client(given_form)
    assert held.before == ReadinessAnswers({"needs": 0})
    assert held.after is None, "an old check after a session is not after this one"
    save_self_report(workspace, client, "before", None, second)
    assert read_record(workspace, client).client(given_form).after == ReadinessAnswers({"needs": 3})


def test_answers_go_with_their_session_and_one_by_one_and_come_back_by_undo(
    workspace: Workspace,
) -> None:
    client = fill(workspace, "RF-14")
    record = read_record(workspace, client)
    assert {one.kind: one.value for one in record.self_reports} == SELF_REPORTS
    one = delete(workspace, "self_report", record.self_reports[0].uid)
    assert len(read_record(workspace, client).self_reports) == 4
    whole = delete(workspace, "session", record.sessions[0].uid)
    assert read_record(workspace, client).self_reports == ()
    undo(workspace, whole)
    undo(workspace, one)
    assert read_record(workspace, client).self_reports == record.self_reports
    delete(workspace, "self_report", record.self_reports[0].uid)
    finish_deletions(workspace)
    assert workspace.rows("SELECT count(*) FROM self_report") == [(4,)]
    with pytest.raises(UserError, match="gone for good"):
        undo(workspace, one)


def test_answers_of_another_edition_are_kept_told_and_not_scored(workspace: Workspace) -> None:
    client = fill(workspace, "RF-14")
    workspace.connection.execute("UPDATE self_report SET edition = '9' WHERE edition = '1'")
    held = read_record(workspace, client).client(given_form)
    assert held.styles is not None
    assert held.cards is not None
    assert held.styles.given == SELF_REPORTS["styles"].given  # type: ignore[union-attr]
    with pytest.raises(UserError, match="edition 9 of the statements"):
        style_scores(held.styles, style_statements())
    assert changed(held.before, held.after, readiness_statements()) is None
    workspace.connection.execute(
        """UPDATE self_report SET said = '{"placed": {"pets": "must"}}' WHERE kind = 'cards'"""
    )
    found = read_record(workspace, client).client(given_form)
    assert found.cards is not None
    assert found.cards.unknown(value_card_texts()) == ("pets",), "kept, though not known here"


def test_five_statements_of_two_styles_give_two_scores_and_the_rest_is_left_out() -> None:
    answers = StyleAnswers(
        {"1.D.1.a-1": 4, "1.D.1.a-2": 2, "1.D.2.c-1": 5, "1.D.2.c-2": 1, "1.D.3.a-1": 3}
    )
    scores = style_scores(answers, style_statements())
    known = {element: found.score for element, found in scores.items() if found.score is not None}
    assert known == {"1.D.1.a": 4.0, "1.D.2.c": 5.0}
    assert scores["1.D.3.a"].reason == "left out"
    assert len(scores) == 21


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        ("big_five", {"instrument": "X", "taken": "2026-02-01", "kind": "T", "ends": None,
                      "scores": {"openness": 101}}, "101 is out of range"),
        ("big_five", {"instrument": "X", "taken": "soon", "kind": "T", "ends": None,
                      "scores": {}}, "soon"),
        ("styles", {"given": {"1.D.1.a-1": 6}}, "expected a whole number from 1"),
        ("cards", {"placed": {"team": "top"}}, "top is no pile"),
        ("cards", {"placed": dict.fromkeys("abcdef", "must")}, "5 are the most"),
        ("before", {"given": {"needs": 4}}, "4 is no answer"),
        ("before", {"given": 4}, "not iterable"),
        ("dreams", {"given": {}}, "nothing that this version of the program asks"),
    ],
)  # fmt: skip
def test_a_handed_over_file_with_what_cannot_be_is_refused_in_words(
    workspace: Workspace, tmp_path: Path, kind: str, said: dict[str, object], words: str
) -> None:
    client = fill(workspace, "RF-14")
    sent = tmp_path / "sent.handover"
    export_client(workspace, client, sent, OWN)
    with closing(connect(sent, derive(OWN, salt_of(sent)))) as inside:
        inside.execute("DELETE FROM self_report WHERE kind <> 'styles'")
        inside.execute("UPDATE self_report SET kind = ?, said = ?", (kind, json.dumps(said)))
    before = len(read_record(workspace, client).self_reports)
    with pytest.raises(UserError) as refused:
        preview_import(workspace, sent, OWN)
    assert words in str(refused.value)
    assert "Nothing was taken in" in str(refused.value)
    assert len(read_record(workspace, client).self_reports) == before


def test_how_many_answers_are_behind_a_score_is_kept(workspace: Workspace) -> None:
    """Else a prorated score would have too small an error the next time it is opened."""
    client = save_client(workspace, "RF-14")
    taken = ClientScores(OWN_LONG, (8, 14, 10, 22, 25, 31.25), answered=(10, 10, 10, 10, 9, 8))
    save_scores(workspace, client, taken)
    assert read_record(workspace, client).scores[0].scores == taken


def test_consent_stays_in_the_file_that_it_was_given_to(
    workspace: Workspace, tmp_path: Path
) -> None:
    client = save_client(workspace, "RF-14")
    consent = Consent("en", "18-24", "f", 2)
    form = inventory_form("short")
    start_inventory(workspace, client, Answers(form, {form.ids[0]: 3}, consent=consent))
    record = read_record(workspace, client)
    assert record.inventories[0].consent == consent
    assert record.inventories[0].answers(form).consent == consent
    sent = tmp_path / "sent.handover"
    export_client(workspace, client, sent, OWN)
    incoming = preview_import(workspace, sent, OWN)
    assert incoming.record.inventories[0].consent is None


def test_liked_areas_are_kept_with_edition_and_day_and_go_along_as_json(
    workspace: Workspace,
) -> None:
    client = save_client(workspace, "RF-14")
    session = start_session(workspace, client)
    liked = LikedAreas(("1.B.3.u", "1.B.3.zz"))
    save_self_report(workspace, client, "areas", liked, session)
    record = read_record(workspace, client)
    assert record.client(given_form).areas == liked
    assert liked.words == ("music", "1.B.3.zz"), "an area of a newer version stays"
    (read,) = self_reports_in(record_json(record))
    assert (read.value, read.taken) == (liked, record.self_reports[0].taken)
    assert json.loads(record_json(record))["self_reports"][0]["edition"] == "30.3"
    delete(workspace, "session", session)
    finish_deletions(workspace)
    assert read_record(workspace, client).self_reports == ()
