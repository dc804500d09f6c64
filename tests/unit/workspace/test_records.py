"""What is kept of a client comes back as it was, and is saved as it happens."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from workspace_files import PASSPHRASE, Ticking, fill

from counselor_app.client_texts import given_form, inventory_form
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.record.progress import so_far
from counselor_app.domain.record.record import Looked, Position
from counselor_app.domain.session.inventory import SPANISH, Answers, FormKey
from counselor_app.errors import UserError
from counselor_app.workspace import answers, notes, sessions
from counselor_app.workspace.base import Workspace, new_uid
from counselor_app.workspace.clients import LONGEST_NAME, list_clients, rename_client, save_client
from counselor_app.workspace.deletion import delete, undo
from counselor_app.workspace.log import read_log, write_log
from counselor_app.workspace.opening import create_workspace, open_workspace
from counselor_app.workspace.record import insert_record, read_record
from counselor_app.workspace.settings import FileSettings, read_settings, save_settings

FORMS = {form: inventory_form(form) for form in get_args(FormKey)}


def reopened(workspace: Workspace) -> Workspace:
    """The file as another start of the program finds it, with nothing closed in good order."""
    copy = workspace.path.with_name("copy.counselor")
    shutil.copyfile(workspace.path, copy)
    wal = workspace.path.with_name(workspace.path.name + "-wal")
    shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
    return open_workspace(copy, PASSPHRASE, clock=workspace.clock)


def test_everything_is_on_the_disk_the_moment_it_is_saved(workspace: Workspace) -> None:
    client = fill(workspace, "RF-14")
    again = reopened(workspace)
    assert read_record(again, client) == read_record(workspace, client)
    again.shut()


def test_a_session_goes_on_where_it_stopped_to_the_item(workspace: Workspace) -> None:
    record = read_record(workspace, fill(workspace, "RF-14"))
    client = record.client(given_form)
    assert record.open_session is not None
    assert record.open_session.position == Position(
        "inventory", ("43-4051.00", "29-1141.00"), "Personality fit", "R03"
    )
    form = FORMS["short"]
    assert client.answers is not None
    assert client.answers.next_item == form.items[9]
    assert client.answers.seconds == 31.5
    assert client.answers.skipped == frozenset(form.ids[7:9])
    assert client.levels == {"2.A.1.a": 3.5, "2.B.1.a": 0.0}
    assert client.letters == "CES"


def test_a_session_keeps_what_was_ticked_compared_and_looked_at(workspace: Workspace) -> None:
    client = save_client(workspace, "RF-14")
    session = sessions.start_session(workspace, client)
    codes = ("43-4051.00", "29-1141.00")
    seen = (Looked(codes[0], datetime(2026, 11, 29, 10, 33, tzinfo=UTC)),)
    position = Position("home", ticked=codes, compared=codes[:1], looked=seen)
    sessions.save_position(workspace, session, position)
    again = reopened(workspace)
    assert read_record(again, client).sessions[0].position == position
    again.shut()


def test_an_inventory_follows_every_answer_and_every_step_back(workspace: Workspace) -> None:
    client = save_client(workspace, "RF-14")
    form = FORMS["short"]
    inventory = answers.start_inventory(workspace, client, Answers(form))
    for steps in ([3], [3, 2], [3], [3, 4], [1, 4]):
        given = Answers(form, dict(zip(form.ids, steps, strict=False)), seconds=float(len(steps)))
        answers.save_inventory(workspace, inventory, given)
        (taken,) = read_record(workspace, client).inventories
        assert taken.answers(form) == given
        assert taken.finished is None
    answers.save_inventory(workspace, inventory, Answers(form, dict.fromkeys(form.ids, 2)))
    (taken,) = read_record(workspace, client).inventories
    assert taken.finished == workspace.clock()


@pytest.mark.parametrize("instrument", INSTRUMENTS.values(), ids=lambda i: i.key)
def test_scores_of_every_instrument_come_back_exactly(workspace: Workspace, instrument) -> None:  # type: ignore[no-untyped-def]
    client = save_client(workspace, "RF-14")
    third = instrument.low + (instrument.high - instrument.low) / 3
    given = (
        ClientScores(instrument, (third, 20.0, 20, 20, 20, 20), date(2025, 12, 31))
        if instrument.scored
        else ClientScores(instrument, (), None, "SAE")
    )
    answers.save_scores(workspace, client, given)
    assert read_record(workspace, client).scores[0].scores == given


def test_answers_of_the_first_edition_stay_and_its_scores_are_labelled(
    workspace: Workspace,
) -> None:
    client = fill(workspace, "RF-14")
    assert read_record(workspace, client).client(given_form).answers, "the second can be gone on"
    workspace.connection.execute("UPDATE inventory SET version = '1'")
    workspace.connection.execute(
        "UPDATE scores SET instrument = 'own-30', points = '[9,9,9,9,9,8]', letters = ''"
        " WHERE inventory IS NOT NULL"
    )
    record = read_record(workspace, client)
    assert (len(record.inventories[0].given), len(record.inventories[0].skipped)) == (7, 2)
    assert record.client(given_form).answers is None, "it cannot be gone on with"
    assert record.other_edition.startswith("Counselor inventory, first edition, 30 items: it was"
                                           " left after 9 questions")  # fmt: skip
    workspace.connection.execute("UPDATE inventory SET finished = started")
    done = read_record(workspace, client)
    assert done.other_edition == "", "its scores are kept and say their edition"
    assert "first edition" in done.scores[-1].scores.instrument.name
    assert done.client(given_form).scores == done.scores[-1].scores


def test_answers_of_another_edition_are_kept_and_said(workspace: Workspace) -> None:
    client = fill(workspace, "RF-14")
    workspace.connection.execute("UPDATE inventory SET version = '7'")
    record = read_record(workspace, client)
    assert record.client(given_form).answers is None
    assert "edition 7" in record.other_edition
    assert len(record.inventories[0].given) == 7
    with pytest.raises(UserError, match="version 7"):
        record.inventories[0].answers(FORMS["short"])


def test_scores_of_an_inventory_replace_those_it_gave_before(workspace: Workspace) -> None:
    client = save_client(workspace, "RF-14")
    inventory = answers.start_inventory(workspace, client, Answers(FORMS["short"]))
    answers.save_scores(workspace, client, parse_scores("1,2,3,4,5,6"))
    answers.save_scores(workspace, client, parse_scores("6,5,4,3,2,1"), inventory=inventory)
    answers.save_scores(workspace, client, parse_scores("9,9,9,9,9,8"), inventory=inventory)
    kept = [taken.scores.scores[0] for taken in read_record(workspace, client).scores]
    assert kept == [1, 9]


def test_what_stays_rated_or_listed_keeps_its_date(workspace: Workspace, clock: Ticking) -> None:
    client = fill(workspace, "RF-14")
    first = clock.at
    clock.at += timedelta(days=1)
    answers.save_levels(workspace, client, {"2.A.1.a": 3.5, "2.C.1": 6.0})
    notes.save_shortlist(workspace, client, ["29-1141.00", "41-2031.00"])
    record = read_record(workspace, client)
    assert [(r.element, r.rated) for r in record.ratings] == [
        ("2.A.1.a", first),
        ("2.C.1", clock.at),
    ]
    assert [(one.code, one.word, one.added) for one in record.shortlist] == [
        ("29-1141.00", "an aunt is one", first),
        ("41-2031.00", "", clock.at),
    ]


def test_what_is_set_aside_keeps_its_date_and_goes_when_it_is_brought_back(
    workspace: Workspace, clock: Ticking
) -> None:
    client = fill(workspace, "RF-14")
    first = clock.at
    clock.at += timedelta(days=1)
    notes.save_set_aside(workspace, client, ["35-3023.00", "41-2031.00"])
    assert [(one.code, one.at) for one in read_record(workspace, client).set_aside] == [
        ("35-3023.00", first),
        ("41-2031.00", clock.at),
    ]
    notes.save_set_aside(workspace, client, ["41-2031.00"])
    assert [one.code for one in read_record(workspace, client).set_aside] == ["41-2031.00"]


def test_notes_and_steps_are_changed_in_place(workspace: Workspace, clock: Ticking) -> None:
    client = fill(workspace, "RF-14")
    record = read_record(workspace, client)
    clock.at += timedelta(hours=1)
    notes.change_note(workspace, record.notes[0].uid, "rather not", "counselor")
    notes.change_step(workspace, record.steps[0].uid, "call the school", done=False)
    after = read_record(workspace, client)
    assert (after.notes[0].text, after.notes[0].reader) == ("rather not", "counselor")
    assert after.notes[0].written == record.notes[0].written
    assert after.notes[0].changed == clock.at == after.changed
    assert (after.steps[0].text, after.steps[0].done) == ("call the school", None)
    with pytest.raises(UserError, match="note is empty"):
        notes.save_note(workspace, client, "  ", "client")
    with pytest.raises(UserError, match="20,000 are the most"):
        notes.save_note(workspace, client, "x" * 20_001, "client")


def test_an_ended_session_is_open_no_longer(workspace: Workspace, clock: Ticking) -> None:
    client = save_client(workspace, "RF-14")
    session = sessions.start_session(workspace, client)
    clock.at += timedelta(minutes=30)
    sessions.end_session(workspace, session)
    record = read_record(workspace, client)
    assert record.open_session is None
    assert record.sessions[0].ended == clock.at


def test_the_list_shows_who_was_seen_last_first(workspace: Workspace, clock: Ticking) -> None:
    for name in ("Ana", "Émile", "RF-14"):
        clock.at += timedelta(days=1)
        save_client(workspace, name)
    ana = list_clients(workspace, "ana")[0].uid
    clock.at += timedelta(days=1)
    sessions.end_session(workspace, sessions.start_session(workspace, ana))
    assert [line.name for line in list_clients(workspace)] == ["Ana", "RF-14", "Émile"]
    assert [line.name for line in list_clients(workspace, "ÉM")] == ["Émile"]
    assert [line.name for line in list_clients(workspace, "rf-1", limit=1)] == ["RF-14"]
    assert list_clients(workspace, "%") == ()
    line = list_clients(workspace)[0]
    assert (line.sessions, line.open, line.last) == (1, False, clock.at)
    sessions.start_session(workspace, ana)
    assert list_clients(workspace)[0].open


def test_names_are_one_line_and_one_client_each(workspace: Workspace) -> None:
    client = save_client(workspace, "  RF   14 ")
    assert list_clients(workspace)[0].name == "RF 14"
    with pytest.raises(UserError, match="already"):
        save_client(workspace, "rf 14")
    rename_client(workspace, client, "rf 14")
    for name, why in (("", "needs"), (" \n ", "needs"), ("x" * (LONGEST_NAME + 1), "at most 80")):
        with pytest.raises(UserError, match=why):
            save_client(workspace, name)
    assert len(list_clients(workspace)) == 1


def test_a_record_is_written_into_another_file_without_loss(
    workspace: Workspace, tmp_path: Path
) -> None:
    record = read_record(workspace, fill(workspace, "RF-14"))
    other = create_workspace(tmp_path / "other" / "clients.counselor", PASSPHRASE)
    with other.change() as connection:
        insert_record(connection, record)
    assert read_record(other, record.uid) == record
    other.shut()


def test_what_was_deleted_is_not_read_and_comes_back_by_undo(workspace: Workspace) -> None:
    client = fill(workspace, "RF-14")
    whole = read_record(workspace, client)
    gone = delete(workspace, "session", whole.sessions[0].uid)
    without = read_record(workspace, client)
    assert without.sessions == without.inventories == without.scores == ()
    assert [note.session for note in without.notes] == [None]
    assert [made.session for made in without.reports] == [None]
    undo(workspace, gone)
    assert replace(read_record(workspace, client), changed=whole.changed) == whole
    for part, uid in (("note", whole.notes[0].uid), ("step", whole.steps[0].uid)):
        gone = delete(workspace, part, uid)  # type: ignore[arg-type]
        assert uid not in repr(read_record(workspace, client))
        undo(workspace, gone)
    gone = delete(workspace, "client", client)
    assert list_clients(workspace) == ()
    with pytest.raises(UserError, match="no longer in the file"):
        notes.save_note(workspace, client, "too late", "client")
    taken = save_client(workspace, "RF-14")
    with pytest.raises(UserError, match="Rename that one"):
        undo(workspace, gone)
    rename_client(workspace, taken, "RF-15")
    undo(workspace, gone)
    assert replace(read_record(workspace, client), changed=whole.changed) == whole


def test_nothing_of_a_change_that_fails_stays(workspace: Workspace) -> None:
    client = fill(workspace, "RF-14")
    before = read_record(workspace, client)

    def fail_halfway() -> None:
        with workspace.change(client) as connection:
            connection.execute("DELETE FROM note")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert read_record(workspace, client) == before
    with pytest.raises(UserError, match="no longer in the file"):
        notes.save_shortlist(workspace, new_uid(), ["43-4051.00"])


def test_the_log_is_only_added_to_and_names_nobody_who_is_gone(
    workspace: Workspace, clock: Ticking
) -> None:
    from sqlcipher3 import dbapi2

    client = save_client(workspace, "RF-14")
    clock.at += timedelta(minutes=1)
    write_log(workspace, "printed", client, "fit report, PDF")
    line = read_log(workspace, client)[0]
    assert (line.who, line.action, line.name, line.detail) == (
        "counselor",
        "printed",
        "RF-14",
        "fit report, PDF",
    )
    for sql in (
        "UPDATE log SET who = 'nobody'",
        "DELETE FROM log",
        "REPLACE INTO log SELECT * FROM log",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="only added to"):
            workspace.connection.execute(sql)
    delete(workspace, "client", client)
    assert read_log(workspace)[0].action == "deleted"
    assert {line.name for line in read_log(workspace)} == {""}


def test_settings_are_kept_in_the_file(workspace: Workspace) -> None:
    assert read_settings(workspace) == FileSettings()
    chosen = FileSettings(retention_months=36, backups=3, backup_hours=2, lock_minutes=5)
    save_settings(workspace, chosen)
    assert read_settings(workspace) == chosen
    with pytest.raises(UserError, match="backups is 0; expected 1 to 100"):
        save_settings(workspace, replace(chosen, backups=0))
    assert read_settings(workspace) == chosen


def test_a_paused_inventory_goes_on_in_the_language_it_was_begun_in(workspace: Workspace) -> None:
    uid = fill(workspace, "RF-14")
    form = inventory_form("short", language="es")
    answers.start_inventory(workspace, uid, Answers(form, {form.ids[0]: 4}))
    record = read_record(workspace, uid)
    assert record.inventories[-1].version == SPANISH
    assert record.other_edition == ""
    assert so_far(record).answers == (1, 30)
    held = record.client(given_form).answers
    assert held is not None
    assert held.form == form
    assert held.form.items[0].text == form.items[0].text
    assert held.next_item == form.items[1]
