"""Plan and handout are one live document: what is written is kept, and the page beside shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from clients_windows import keep, press_ctrl, quick, record, texts, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.domain.figures.when import day_typed
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.present import ReadLanguage
from counselor_app.reports import handout
from counselor_app.reports.parts import Report
from counselor_app.settings import Settings
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.session.plan_page import PlanPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

NURSES, CLERKS, AIDES = "29-1141.00", "43-4051.00", "31-2021.00"
TEXAS = "4800000"
ALT = Qt.KeyboardModifier.AltModifier
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def planning(
    open_window: Open, file: Path, size: tuple[int, int] = (1440, 900)
) -> tuple[MainWindow, Desk, PlanPage]:
    """A client of the file with scores, two jobs really opened, on the plan."""
    window, desk = open_window(Settings(home=TEXAS), clients=file, size=size)
    keep(window, desk, "Mia-16")
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    desk.client.set(Client("Mia-16", parse_scores("21,29,11,32,12,15")))
    wait(window)
    for code in (AIDES, NURSES):
        desk.jobs.open(code)
        settle()
    desk.shortlist.add((CLERKS,))
    desk.navigator.open_step("plan")
    wait(window)
    page = desk.session.page
    assert isinstance(page, PlanPage)
    return window, desk, page


def add(window: MainWindow, page: PlanPage, *steps: str) -> None:
    for step in steps:
        page.step.setFocus()
        QTest.keyClicks(page.step, step)
        QTest.keyClick(page.step, Qt.Key.Key_Return)
        wait(window)


def printed(page: PlanPage, qtbot: QtBot) -> int:
    """How many pages the handout has, once it is drawn."""
    qtbot.waitUntil(lambda: bool(page.sheet.pages))
    return len(page.sheet.pages)


def test_steps_are_added_dated_and_put_in_order_by_keys(open_window: Open, file: Path) -> None:
    window, desk, page = planning(open_window, file)
    assert window.focusWidget() is page.step
    add(window, page, "Ask to watch", "Look up programs", "Bring both back")
    assert [step.text for step in record(desk).steps] == [
        "Ask to watch", "Look up programs", "Bring both back",
    ]  # fmt: skip
    assert window.focusWidget() is page.step, "one goes on typing"
    first = next(iter(page.rows.values()))
    first.day.setFocus()
    QTest.keyClicks(first.day, "Dec 11")
    first.who.setFocus()
    QTest.keyClicks(first.who, "Mia and her aunt")
    QTest.keyClick(first.who, Qt.Key.Key_Down, ALT)
    wait(window)
    steps = record(desk).steps
    assert [step.text for step in steps] == ["Look up programs", "Ask to watch", "Bring both back"]
    assert steps[1].due is not None
    assert (steps[1].due.month, steps[1].due.day) == (12, 11)
    assert steps[1].who == "Mia and her aunt"
    moved = page.rows[steps[1].uid]
    assert window.focusWidget() is moved.who, "the focus goes along"
    assert "3 steps" in texts(window)


def test_a_day_that_is_none_is_said_and_the_one_that_was_kept_stays(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file)
    add(window, page, "Ask to watch")
    (row,) = page.rows.values()
    row.day.setFocus()
    QTest.keyClicks(row.day, "soonish")
    row.settle()
    assert row.day.wrong
    assert "Type a day, like Dec 11 or 12/11." in texts(page)
    assert record(desk).steps[0].due is None
    row.day.setText("Dec 11")
    row.settle()
    wait(window)
    assert not row.day.wrong
    kept = record(desk).steps[0].due
    row.day.setText("Dec 32")
    row.who.setText("Mia")
    row.settle()
    page.next_met.setFocus()
    QTest.keyClicks(page.next_met, "Friday")
    page.settle()
    wait(window)
    assert row.day.text() == "Dec 32", "what is wrong stands there until it is mended"
    assert (record(desk).steps[0].due, record(desk).steps[0].who) == (kept, "Mia")
    assert page.drafts().steps[row.step.uid][1] == kept, "and the page beside shows what is kept"
    assert day_typed("2026-12-11", date(2026, 11, 30)) == date(2026, 12, 11)
    assert day_typed("1/8", date(2026, 11, 30)) == date(2027, 1, 8)
    assert day_typed("8 Jan 2027", date(2026, 11, 30)) == date(2027, 1, 8)
    assert day_typed("Feb 30", date(2026, 11, 30)) is None


def test_a_deleted_step_moves_no_focus_slides_no_list_and_comes_back(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file, size=(1024, 768))
    add(window, page, "One", "Two", "Three")
    window.search.setText("nurse")
    window.set_drawer(False)
    two = page.rows[record(desk).steps[1].uid]
    two.remove.setFocus()
    window.activateWindow()
    settle()
    QTest.keyClick(two.remove, Qt.Key.Key_Space)
    wait(window)
    assert [step.text for step in record(desk).steps] == ["One", "Three"]
    focus = QApplication.focusWidget()
    assert focus is page.rows[record(desk).steps[1].uid].remove, "the next one's, in its place"
    assert not window.drawer_open
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(window)
    assert [step.text for step in record(desk).steps] == ["One", "Two", "Three"]
    assert window.search.text() == "nurse", "the search is left alone"


def test_the_note_is_kept_as_one_types_and_never_stamped_with_a_hidden_job(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file)
    assert desk.view.code == NURSES, "still open under the plan"
    page.note.setFocus()
    QTest.keyClicks(page.note, "You like that patients get stronger")
    assert "patients get stronger" in page.drafts().words
    page.noted.emit("client")
    settle()
    (note,) = record(desk).notes
    assert (note.text, note.reader, note.code) == (
        "You like that patients get stronger", "client", "",
    )  # fmt: skip
    QTest.keyClicks(page.note, ".")
    page.noted.emit("client")
    wait(window)
    (note,) = record(desk).notes
    assert note.text.endswith("stronger.")
    assert window.focusWidget() is page.note


def test_only_jobs_really_opened_are_there_and_a_tick_drops_one(
    open_window: Open, file: Path, qtbot: QtBot
) -> None:
    window, desk, page = planning(open_window, file)
    assert [job.code for job in page.view.jobs] == [AIDES, NURSES], "a star alone puts none there"
    assert "opened at" in texts(page)
    desk.in_play.lay_out(desk.in_play.layout.job(NURSES, on=False))
    wait(window)
    assert "left out" in texts(page)
    from counselor_app.domain.record.handout import client_handout

    assert desk.clients_file.session is not None
    desk.clients_file.session.flush()
    assert client_handout(record(desk)).codes == (AIDES,)
    assert printed(page, qtbot) == 1, "one page"


def test_parts_are_left_out_moved_and_worded_and_it_outlives_the_program(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file)
    jobs = page.parts["jobs"]
    jobs.grip.setFocus()
    QTest.keyClick(jobs.grip, Qt.Key.Key_Up, ALT)
    wait(window)
    assert desk.in_play.layout.parts[:4] == ("steps", "notes", "jobs", "interests")
    page.laid_out.emit(lambda now: now.turned("interests", on=False))
    wait(window)
    page.laid_out.emit(lambda now: now.worded(AIDES, "Lead the exercises."))
    page.next_met.setFocus()
    QTest.keyClicks(page.next_met, "Fri, Jan 8, 10:00, here")
    page.settle()
    wait(window)
    assert desk.clients_file.session is not None
    desk.clients_file.session.flush()
    layout = record(desk).sessions[-1].position.layout
    assert layout.next_met == "Fri, Jan 8, 10:00, here"
    assert layout.without == ("interests",)
    assert layout.wording == {AIDES: "Lead the exercises."}


def test_the_page_beside_follows_and_the_handout_is_the_same_page_enlarged(
    open_window: Open, file: Path, qtbot: QtBot
) -> None:
    window, desk, page = planning(open_window, file)
    assert printed(page, qtbot) == 1
    before = page.sheet.pages[0]
    small = page.sheet.width()
    QTest.keyClicks(page.step, "Call the college")
    QTest.keyClick(page.step, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sheet.pages[0] is not before)
    desk.navigator.open_step("handout")
    wait(window)
    assert desk.session.page is page
    assert page.sheet.width() > small
    page.go_on.click()
    settle()
    (dialog,) = [one for one in window.findChildren(PrintDialog) if one.isVisible()]
    assert dialog.offers[0].kind == "handout"
    dialog.reject()
    desk.navigator.back()
    wait(window)
    assert desk.view.over == "plan"


def test_private_notes_are_folded_cannot_print_and_are_gone_in_the_client_view(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file)
    assert desk.clients_file.session is not None
    desk.clients_file.session.save_note(None, "Quillfeather at home", "counselor")
    desk.session.refresh()
    settle()
    assert "1 note; never printed here, hidden in Client view" in texts(page)
    assert "Quillfeather" not in texts(page), "folded: the client may sit before the screen"
    page.toggle_private()
    settle()
    assert "Quillfeather" in texts(page)
    desk.view.set_client_view(True)
    wait(window)
    said = texts(window)
    assert "Quillfeather" not in said
    assert "For you only" not in said
    desk.view.set_client_view(False)
    wait(window)
    assert "Quillfeather" not in texts(page), "private panels do not open again by themselves"
    desk.navigator.go_home()
    wait(window)
    said = texts(window)
    assert "A note for you only" in said
    assert "Quillfeather" not in said, "the client may sit before the home too"


def test_without_a_kept_client_the_plan_says_how(open_window: Open) -> None:
    window, desk = open_window()
    desk.client.set(Client("RF-14", parse_scores("21,29,11,32,12,15")))
    wait(window)
    desk.navigator.open_step("plan")
    wait(window)
    assert "A plan is kept with a client" in texts(window)


def test_a_note_that_is_emptied_goes_home_with_nobody_and_comes_back(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file)
    page.note.setFocus()
    QTest.keyClicks(page.note, "Told too early")
    page.settle()
    assert [note.text for note in record(desk).notes] == ["Told too early"]
    page.note.selectAll()
    QTest.keyClick(page.note, Qt.Key.Key_Backspace)
    printed_now = desk.clients_file.record()  # what Ctrl+P prints
    assert printed_now is not None
    assert printed_now.notes == ()
    assert "The note was deleted." in texts(window)
    QTest.keyClick(page.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    assert [note.text for note in record(desk).notes] == ["Told too early"], "undone in the editor"
    page.note.selectAll()
    QTest.keyClick(page.note, Qt.Key.Key_Backspace)
    page.settle()
    press_ctrl(window, Qt.Key.Key_Z)
    wait(window)
    assert [note.text for note in record(desk).notes] == ["Told too early"], "or by the message"


def test_a_note_changed_beside_a_job_is_changed_in_the_plan(open_window: Open, file: Path) -> None:
    window, desk, page = planning(open_window, file)
    page.note.setFocus()
    QTest.keyClicks(page.note, "Ask in June")
    page.settle()
    desk.navigator.open_step("compare")
    wait(window)
    session, (note,) = desk.clients_file.session, record(desk).notes
    assert session is not None
    session.save_note(note.uid, "Ask in May", "client")  # as the notes beside a job do
    desk.navigator.open_step("plan")
    wait(window)
    assert page.note.toPlainText() == "Ask in May"
    desk.navigator.open_step("compare")
    wait(window)
    assert [one.text for one in record(desk).notes] == ["Ask in May"]


def test_trying_again_saves_what_was_written_in_a_plan_that_was_left(
    open_window: Open, file: Path
) -> None:
    window, desk, page = planning(open_window, file)
    kept = desk.clients_file.kept
    assert kept is not None
    kept.workspace.connection.execute("PRAGMA query_only = ON")
    QTest.keyClicks(page.note, "Bring the aunt")
    add(window, page, "Call", "Write")
    desk.navigator.open_step("compare")
    wait(window)
    assert "could not be saved" in texts(window)
    kept.workspace.connection.execute("PRAGMA query_only = OFF")
    assert desk.clients_file.save_all()
    assert "Everything is saved again." in texts(window)
    assert [note.text for note in record(desk).notes] == ["Bring the aunt"]
    assert [step.text for step in record(desk).steps] == ["Call", "Write"]


def test_the_page_beside_speaks_the_language_that_is_printed(
    open_window: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    made = handout.handout_content

    def heard(*args: Any, **parts: Any) -> Report:
        said.append(parts["language"].code)
        return made(*args, **parts)

    monkeypatch.setattr(handout, "handout_content", heard)
    window, desk, _page = planning(open_window, file)
    for code in ("es", "en"):
        desk.client.set(replace(desk.client.client, language=ReadLanguage(code)))
        desk.session.refresh()
        QTest.qWait(20)
        wait(window)
        assert said[-1] == code
