"""Clients of the file: found, noted on, looked back at, deleted, handed over, printed for."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from clients_windows import (
    add,
    choose,
    dialog,
    keep,
    quick,
    record,
    texts,
    type_passphrase,
    wait,
)
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from windows import Open, settle

from counselor_app.domain.figures.when import day_words, when_words
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.record.record import ClientLine, Note
from counselor_app.domain.session.client import Client
from counselor_app.ui.caseload.asking import NameDialog
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.caseload.file_dialog import FileDialog
from counselor_app.ui.caseload.note_parts import ReaderMark
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.caseload.record_page import RecordDialog
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.focus import focusable
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.style.theme import Theme
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.log import read_log
from counselor_app.workspace.settings import FileSettings, save_settings

NURSES, CLERKS = "29-1141.00", "43-4051.00"
EARLIER, LATER = parse_scores("12,20,9,33,24,28"), parse_scores("25,21,9,31,24,27")
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def names(desk: Desk) -> list[str]:
    assert desk.clients_file.kept.workspace is not None
    return [line.name for line in list_clients(desk.clients_file.kept.workspace)]


def press_button(above: QWidget, words: str) -> None:
    found = [*above.findChildren(Button), *above.findChildren(LinkLabel)]
    next(one for one in found if one.isVisible() and one.text() == words).click()
    settle()


def chosen(window: MainWindow, desk: Desk, name: str) -> ClientsDialog:
    desk.keys.show_clients()
    listed = dialog(window, ClientsDialog)
    listed.field.setText(name)
    return listed


def test_ten_thousand_clients_are_rows_and_not_widgets() -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    lines = [
        ClientLine(f"{n:016x}", f"case {n:05d}", at, at if n % 2 else None, n % 2, False)
        for n in range(10_000)
    ]
    listed = ClientsDialog(lambda: lines, at, Theme("light"), None)
    listed.show()
    before = len(listed.findChildren(QWidget))
    assert listed.said.text() == "10,000 clients, the one seen last first."
    QTest.keyClicks(listed.field, "CASE 09999")
    assert [one.name for one in listed.clients.clients] == ["case 09999"]
    assert len(listed.findChildren(QWidget)) == before
    spoken = listed.clients.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("case 09999. Last session today ")
    assert not listed.new.isEnabled()  # there is one with this name
    QTest.keyClicks(listed.field, "x")
    assert listed.new.isEnabled()
    assert not listed.open_button.isEnabled()
    listed.reject()
    listed.deleteLater()
    settle()


def test_days_are_told_as_on_a_desk_calendar() -> None:
    now = datetime(2026, 3, 2, 12, tzinfo=UTC).astimezone()
    assert when_words(now.replace(hour=9, minute=5), now) == "today 09:05"
    assert day_words(now - timedelta(days=1), now) == "yesterday"
    assert when_words(now.replace(hour=8, day=1, month=2), now) == "Feb 1, 2026, 08:00"


def test_a_note_is_for_the_counselor_alone_unless_it_is_marked(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.keys.toggle_notes()
    settle()
    dialog(window, PassphraseDialog).reject()  # notes need a client: first the file
    keep(window, desk, "RF-14")
    desk.jobs.open(CLERKS)
    desk.keys.toggle_notes()
    pane = desk.window.beside
    assert pane is not None
    assert pane.editor.hasFocus() or window.focusWidget() is pane.editor
    QTest.keyClicks(pane.editor, "worried about math")
    QTest.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.jobs.open(NURSES)
    pane.readers.findChildren(QWidget)[1].click()  # type: ignore[attr-defined]
    QTest.keyClicks(pane.editor, "visit the open day")
    desk.jobs.open(CLERKS)  # a note stays with the occupation that it was begun at
    pane.editor.paused.emit()
    desk.jobs.open(NURSES)
    pane.next_note()
    settle()
    first, second = record(desk).notes
    assert (first.text, first.reader, first.code) == ("worried about math", "counselor", CLERKS)
    assert (second.text, second.reader) == ("visit the open day", "client")
    assert pane.reader == "counselor"

    def marks() -> list[str]:
        return [m.accessibleName() for m in pane.findChildren(ReaderMark) if m.isVisible()]

    assert marks() == ["For the client"]
    assert "worried" not in texts(pane), "the client sits before the screen"
    press_button(pane, "1 note for me only: show")
    assert marks() == ["For the client", "For me only"]
    desk.keys.toggle_notes()
    desk.keys.toggle_notes()
    pane = desk.window.beside
    assert pane is not None
    settle()
    assert marks() == ["For the client", "For me only"], "asked for once a session"
    for widget in focusable(pane):
        assert widget.accessibleName(), widget


def test_a_deleted_note_comes_back_and_steps_are_ticked(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.keys.toggle_notes()
    pane = desk.window.beside
    assert pane is not None
    QTest.keyClicks(pane.editor, "worried about math")
    pane.next_note()
    settle()
    press_button(pane, "1 note for me only: show")
    press_button(pane, "Delete")
    assert record(desk).notes == ()
    press_button(window, "Undo")
    assert [note.text for note in record(desk).notes] == ["worried about math"]
    press_button(pane, "Edit")
    pane.editor.setPlainText("not worried any more")
    desk.keys.toggle_notes()  # closing the notes saves them
    assert desk.window.beside is None
    notes: tuple[Note, ...] = record(desk).notes
    assert [note.text for note in notes] == ["not worried any more"]
    desk.keys.toggle_notes()
    pane = desk.window.beside
    assert pane is not None
    settle()
    pane.step.setText("call the college")
    QTest.keyClick(pane.step, Qt.Key.Key_Return)
    settle()
    assert pane.step.text() == ""
    next(one for one in pane.findChildren(Check) if one.isVisible()).click()
    settle()
    (step,) = record(desk).steps
    assert step.done is not None
    assert "done today" in texts(pane)


def test_what_the_list_offers_stands_in_one_line(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    listed = chosen(window, desk, "RF-14")
    settle()
    actions = [one for one in listed.findChildren(Button) if one in listed._for_one]
    assert len({one.y() for one in actions}) == 1
    (take_in,) = [one for one in listed.findChildren(Button) if "Take in" in one.text()]
    assert abs(take_in.geometry().center().y() - listed.open_button.geometry().center().y()) <= 2


def test_two_inventories_are_compared_with_their_error(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.client.set(Client("RF-14", EARLIER))
    desk.client.set(Client("RF-14", LATER))
    desk.jobs.open(CLERKS)
    desk.keys.show_record()
    settle()
    shown = dialog(window, RecordDialog)
    assert shown.sentences[0].startswith("Realistic rose by 13: more than the 8 points")
    assert shown.chart is not None
    assert "Realistic 12, then 25, more than error" in shown.chart.accessibleName()
    assert [event.kind for event in shown.events] == ["scores", "scores", "session", "client"]
    shown.list.choose(2)
    assert "Open at the end: Customer Service Representatives." in shown.details.text()
    assert not shown.remove.isVisible()  # it is under way
    desk.jobs.panes.clear()
    shown.list.opened.emit()
    settle()
    assert desk.jobs.panes.first.sheet is not None
    assert desk.jobs.panes.first.sheet.occupation.code == CLERKS


def test_a_past_session_is_deleted_and_brought_back(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.client.set(Client("RF-14", EARLIER))
    desk.caseload.leave(end=True)
    assert not desk.client.client.known
    chosen(window, desk, "rf-14").open_button.click()
    wait(window)
    assert len(record(desk).sessions) == 2
    desk.keys.show_record()
    settle()
    shown = dialog(window, RecordDialog)
    past = next(i for i, e in enumerate(shown.events) if "open" not in e.words and
                e.kind == "session")  # fmt: skip
    shown.list.choose(past)
    shown.remove.click()
    settle()
    assert (len(record(desk).sessions), record(desk).scores) == (1, ())
    shown.undo.click()
    settle()
    assert (len(record(desk).sessions), len(record(desk).scores)) == (2, 1)


def test_a_client_is_deleted_undone_and_deleted_for_good(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14", "TG-2")
    listed = chosen(window, desk, "TG")
    QTest.keyClick(listed.list, Qt.Key.Key_Delete)
    settle()
    assert names(desk) == ["RF-14"]
    assert not desk.client.client.known  # who is deleted does not stay in the window
    QTest.keyClick(listed.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(desk) == ["TG-2", "RF-14"]
    listed.field.setText("TG")
    press_button(listed, "Delete for good…")
    assert names(desk) == ["TG-2", "RF-14"]
    assert "every backup" in texts(dialog(window, ChoiceDialog))
    choose(window, "Delete TG-2")
    assert names(desk) == ["RF-14"]
    listed.field.clear()
    delete = next(one for one in listed.findChildren(Button) if one.text() == "Delete")
    delete.setFocus()
    delete.click()
    settle()
    assert names(desk) == []
    assert listed.focusWidget() is listed.undo, "nothing is left to delete"


def test_what_is_in_memory_is_asked_about_before_another_client_is_opened(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.caseload.leave(end=False)
    desk.client.set(Client("", EARLIER))
    chosen(window, desk, "RF-14").open_button.click()
    settle()
    choose(window, "Keep it")
    naming = dialog(window, NameDialog)
    naming.field.setText("RF-14")
    naming.action.click()
    assert "already" in naming.trouble.text()
    naming.field.setText("TG-2")
    naming.action.click()
    settle()
    assert desk.client.client == Client("TG-2", EARLIER)
    assert record(desk).scores[0].scores == EARLIER


def test_a_client_is_handed_over_and_taken_in_by_another_counselor(
    open_window: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "over.client"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(target), ""))
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.client.set(Client("RF-14", EARLIER))
    desk.keys.toggle_notes()
    assert desk.window.beside is not None
    desk.window.beside.editor.setPlainText("only mine")
    desk.window.beside.next_note()
    listed = chosen(window, desk, "RF-14")
    press_button(listed, "Hand over…")
    type_passphrase(window, new="another three words")
    assert target.is_file()
    other_window, other = open_window(clients=tmp_path / "other" / "clients.counselor")
    keep(other_window, other)
    other.keys.show_clients()
    press_button(dialog(other_window, ClientsDialog), "Take in a client…")
    type_passphrase(other_window, old="another three words")
    said = texts(dialog(other_window, ChoiceDialog))
    assert "not in your file yet, with 1 session and 1 set of scores" in said
    choose(other_window, "Add this client")
    dialog(other_window, ClientsDialog).open_button.click()
    wait(other_window)
    assert other.client.client == Client("RF-14", EARLIER)
    assert record(other).notes == ()  # the counselor's own notes were not ticked


def test_the_record_is_saved_to_look_at_and_the_log_says_so(
    open_window: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, paper = tmp_path / "record.json", tmp_path / "record.pdf"
    answers = iter((str(target), str(paper)))
    suggested: list[str] = []

    def ask(*asked: object) -> tuple[str, str]:
        suggested.append(Path(str(asked[2])).name)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    listed = chosen(window, desk, "RF-14")
    press_button(listed, "Save a copy to look at…")
    assert suggested == [f"record-RF-14-{date.today()}.pdf"]
    wait(window)
    assert "not encrypted" in listed.said.text()
    assert listed.saved.file.isVisible()
    assert json.loads(target.read_text(encoding="utf-8"))["name"] == "RF-14"
    assert desk.clients_file.kept.workspace is not None
    newest = read_log(desk.clients_file.kept.workspace)[0]
    assert (newest.action, newest.name, newest.detail) == ("exported", "RF-14", "record, JSON")
    press_button(listed, "Save a copy to look at…")
    wait(window)
    assert "Record of RF-14" in PdfReader(paper).pages[0].extract_text()


def test_a_printed_report_is_in_the_record_and_the_handout_is_offered(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.jobs.open(CLERKS)
    assert [offer.kind for offer in desk.printing.offers()] == ["profile"]
    keep(window, desk, "RF-14")
    desk.jobs.open(CLERKS)
    assert [offer.kind for offer in desk.printing.offers()] == ["profile", "handout", "handout"]
    desk.printing.made.emit("profile", "print", (CLERKS,))
    desk.printing.made.emit("handout", "pdf", (CLERKS,))
    assert [(made.kind, made.format, made.codes) for made in record(desk).reports] == [
        ("profile", "printed", (CLERKS,)),
        ("handout", "PDF", (CLERKS,)),
    ]
    assert desk.clients_file.kept.workspace is not None
    lines = read_log(desk.clients_file.kept.workspace)[:2]
    assert [(line.action, line.detail) for line in reversed(lines)] == [
        ("printed", "profile report, printed"),
        ("exported", "handout report, PDF"),
    ]


def test_clients_past_the_limit_are_listed_and_deleted_on_request(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "OLD-1", "RF-14")
    workspace = desk.clients_file.kept.workspace
    assert workspace is not None
    now = workspace.clock
    desk.caseload.leave(end=True)
    workspace.clock = lambda: now() + timedelta(days=300)
    add(window, desk, "NEW-3")
    save_settings(workspace, FileSettings(retention_months=6, lock_minutes=30))
    desk.caseload.show_file()
    about = dialog(window, FileDialog)
    assert "2 clients were last seen more than 6 months ago" in about.due_words.text()
    about.purge.click()
    settle()
    assert "OLD-1 and RF-14" in texts(dialog(window, ChoiceDialog))
    choose(window, "Delete these 2")
    assert names(desk) == ["NEW-3"]
    about.minutes._pick(1)
    assert desk.caseload.idle is not None
    assert desk.caseload.idle.minutes == 2
