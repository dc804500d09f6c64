"""A job's page in a session: what is done with it while one talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from clients_windows import keep, quick
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.settings import load
from counselor_app.ui.parts.buttons import Button

AIDES = "31-2021.00"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def test_a_job_is_ticked_and_noted_on_its_own_page_while_one_talks(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.jobs.open(AIDES)
    settle()
    head = desk.jobs.panes.first.head
    assert not head.tick.isVisible(), "without a client there is nothing to tick for"
    keep(window, desk, "Mia-16")
    desk.commands.open_job.emit(AIDES, False)
    settle()
    head.tick.click()
    assert desk.in_play.ticked == (AIDES,)
    assert head.tick.accessibleName() == "Do not compare it"
    head.notes.click()
    assert desk.caseload.notes is not None
    assert desk.caseload.notes.pane is not None
    desk.keys.turn_to_client()
    settle()
    assert not head.tick.isVisible()
    assert not head.notes.isVisible()


def test_a_step_with_day_and_person_and_the_handouts_jobs_are_told_beside_the_job(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "Mia-16")
    desk.commands.open_job.emit(AIDES, False)
    settle()
    desk.keys.toggle_notes()
    settle()
    assert desk.caseload.notes is not None
    pane = desk.caseload.notes.pane
    assert pane is not None
    assert pane.looked.isChecked()
    pane.looked.click()
    assert desk.in_play.layout.left_out == (AIDES,)
    new = pane.new_step
    for field, typed in ((new.text, "Ask to watch"), (new.day, "soonish"), (new.who, "her aunt")):
        field.setFocus()
        QTest.keyClicks(field, typed)
    QTest.keyClick(new.who, Qt.Key.Key_Return)
    assert new.day.wrong, "a day that is none adds nothing"
    new.day.setText("2030-12-11")
    QTest.keyClick(new.day, Qt.Key.Key_Return)
    settle()
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    assert [(s.text, s.due, s.who) for s in record.steps] == [
        ("Ask to watch", date(2030, 12, 11), "her aunt")
    ]
    assert not new.text.text()
    desk.keys.go_home()
    desk.keys.toggle_notes()
    settle()
    assert desk.caseload.notes.pane is not None
    assert not desk.caseload.notes.pane.looked.isVisible(), "no job is in sight"


def test_notes_open_by_themselves_beside_a_job_in_a_wide_window_and_stay_closed_once_closed(
    open_window: Open, file: Path, tmp_path: Path
) -> None:
    window, desk = open_window(clients=file, size=(1440, 900))
    keep(window, desk, "Mia-16")
    desk.commands.open_job.emit(AIDES, False)
    settle()
    notes = desk.caseload.notes
    assert notes is not None
    assert notes.pane is not None
    assert desk.panes.geometry().right() < notes.pane.x(), "the job keeps its room"
    assert not notes.pane.holds(window.focusWidget()), "the keyboard stays at the job"
    desk.client.set(replace(desk.client.client, scores=parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    settle()
    facts = desk.panes.first.head.facts.marks()
    assert facts[-1].name == "Fit with Mia-16"
    assert len({round(fact.rect.y()) for fact in facts}) == 1, "all facts in one row"
    desk.keys.toggle_notes()
    assert notes.pane.editor is window.focusWidget(), "the key goes to the note"
    desk.keys.go_home()
    settle()
    assert notes.pane is None, "they go with the job"
    desk.commands.open_job.emit(AIDES, False)
    settle()
    assert notes.pane is not None
    notes.pane.close_button.click()
    desk.commands.open_job.emit("29-1141.00", False)
    settle()
    assert notes.pane is None
    assert load(tmp_path)[0].notes_closed
    desk.keys.toggle_notes()
    assert notes.pane is not None
    assert not load(tmp_path)[0].notes_closed
    window.resize(1366, 768)
    settle()
    assert notes.pane is None, "there is no room beside the job"
    desk.keys.turn_to_client()
    window.resize(1440, 900)
    settle()
    assert notes.pane is None, "the client reads along"


def test_print_beside_notes_that_opened_by_themselves_prints_the_job(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file, size=(1440, 900))
    keep(window, desk, "Mia-16")
    desk.commands.open_job.emit(AIDES, False)
    settle()
    notes = desk.caseload.notes
    assert notes is not None
    assert not notes.in_hand
    desk.keys.toggle_notes()
    assert notes.in_hand, "what is written in is what is printed"


def test_what_is_ticked_stands_by_its_names_under_the_board(open_window: Open) -> None:
    _window, desk = open_window(size=(1366, 768))
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    desk.in_play.tick((AIDES, "29-1141.00"))
    desk.keys.show_matches()
    settle()
    page = desk.counsel.matches
    assert page is not None
    names = [one.text() for one in page.tray.findChildren(Button) if one.isVisible()]
    assert names == ["Physical Therapist Assistants", "Registered Nurses", "Compare 2"]


def test_turning_the_screen_to_the_client_leaves_the_keyboard_on_the_page(
    open_window: Open,
) -> None:
    window, desk = open_window(size=(1024, 768))
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    desk.keys.show_matches()
    settle()
    desk.keys.turn_to_client()
    settle()
    page, focus = desk.counsel.matches, window.focusWidget()
    assert page is not None
    assert focus is not None
    assert page.isAncestorOf(focus)
    spine = window.header.spine
    assert not window.search.geometry().intersects(spine.geometry()), "every step can be read"
