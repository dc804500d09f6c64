"""A job's page in a session: what is done with it while one talks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from clients_windows import keep, quick
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import Open, settle

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
