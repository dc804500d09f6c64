"""The states of the window with a clients' file that are worth a picture; all made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from counselor_app.client_texts import rating_questions
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.record.record import Position, Reader
from counselor_app.ui.caseload.record_page import PAGES, RecordDialog
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.screenshot import Scenes, opened, settle, wait
from counselor_app.ui.state.kept import Kept
from counselor_app.workspace import answers, notes, sessions
from counselor_app.workspace.backups import make_backup
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import save_client
from counselor_app.workspace.opening import create_workspace

if TYPE_CHECKING:
    from counselor_app.ui.shell.desk import Desk

_OTHERS = ("AK-02", "Blue Heron", "JM-31", "Ms. T.", "2031-117")
_NOTES: tuple[tuple[str, Reader], ...] = (
    ("Likes people more than desks. Wants to start paid work soon.", "client"),
    ("Tires when talking about school. Ask about the evening course next time.", "counselor"),
)
_STEPS = ("Visit the hospital’s open day", "Ask an aunt who is a nurse what her day is like")


def file_scenes(desk: Desk, codes: Sequence[str]) -> Scenes:
    """The list, a client with notes, the record, the file's settings, every report, the lock."""
    window, owner = desk.window, desk.caseload
    path = desk.clients_file.path
    assert path is not None
    workspace, uid = _filled(path, codes)
    session = desk.clients_file.take(Kept(workspace))
    actions, file, pane = owner.actions, owner.file, owner.notes
    assert actions is not None
    assert file is not None
    assert pane is not None
    dialog = opened(actions.show_list, window)
    yield "dialog-clients", dialog
    dialog.reject()
    session.open(uid)
    desk.client.wait()
    settle()
    yield "window", window
    pane.toggle()
    yield "notes", window
    pane.toggle()
    record = opened(lambda: actions.show_record(uid), window)
    assert isinstance(record, RecordDialog)
    for name, button in zip(PAGES, record.pages.findChildren(QAbstractButton), strict=True):
        button.click()
        yield f"dialog-record-{name.split()[0].lower()}", record
    record.reject()
    dialog = opened(file.show, window)
    yield "dialog-clients-file", dialog
    dialog.reject()
    prints = opened(desk.keys.print_report, window)
    assert isinstance(prints, PrintDialog)
    for place, button in enumerate(prints.kinds.findChildren(QAbstractButton)):
        button.click()
        wait(window)
        yield f"dialog-print-{place + 1}-{prints.offers[place].kind}", prints
    prints.reject()
    owner.guard.lock()
    yield "lock", window
    owner.guard.uncover()


class _Told:
    """A clock that tells the day it is set to; the last one is now."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)
        self._now = self.at

    def __call__(self) -> datetime:
        return self.at

    def set(self, *, days_ago: int) -> None:
        self.at = self._now - timedelta(days=days_ago)

    def pass_minutes(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


def _filled(path: Path, codes: Sequence[str]) -> tuple[Workspace, str]:
    """A file of made-up clients, and the one with a long record."""
    clock = _Told()
    clock.set(days_ago=120)
    workspace = create_workspace(path, "a made-up passphrase", clock=clock, who="counselor")
    for place, name in enumerate(_OTHERS):
        clock.set(days_ago=90 - 17 * place)
        session = sessions.start_session(workspace, save_client(workspace, name))
        clock.pass_minutes(30 + place)
        sessions.end_session(workspace, session)
    clock.set(days_ago=75)
    uid = save_client(workspace, "RF-14")
    first = sessions.start_session(workspace, uid)
    scores = parse_scores("10,24,12,26,18,30", taken=clock().date())
    answers.save_scores(workspace, uid, scores, first)
    clock.pass_minutes(28)
    sessions.end_session(workspace, first)
    clock.set(days_ago=7)
    second = sessions.start_session(workspace, uid)
    scores = parse_scores("12,20,9,33,24,28", taken=clock().date())
    answers.save_scores(workspace, uid, scores, second)
    asked = enumerate(rating_questions())
    answers.save_levels(workspace, uid, {element: float(i % 5 + 2) for i, element in asked})
    notes.save_shortlist(workspace, uid, codes)
    for words, reader in _NOTES:
        clock.pass_minutes(6)
        notes.save_note(workspace, uid, words, reader, second, codes[0])
    for place, words in enumerate(_STEPS):
        step = notes.save_step(workspace, uid, words)
        notes.change_step(workspace, step, words, done=place == 0)
    sessions.save_position(workspace, second, Position("", tuple(codes[:2]), "Profile"))
    make_backup(workspace)
    clock.set(days_ago=0)
    return workspace, uid
