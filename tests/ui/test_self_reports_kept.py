"""What a client says of themselves, through the window into the file, back, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import dialog, keep, quick, texts
from kiosk_stations import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import Open, settle

from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import Piles
from counselor_app.ui.caseload.record_page import RecordDialog
from counselor_app.ui.counsel.inventory import InventoryScreen
from counselor_app.ui.counsel.study import StudyDialog
from counselor_app.ui.shell.desk import Desk

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]
assert quick
STYLES, CARDS = StyleAnswers({"1.D.1.a-1": 4}), Piles({"hours": "must", "team": "nice"})


def said(desk: Desk) -> dict[str, object]:
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    return {one.kind: one.value for one in record.self_reports}


def come_back(desk: Desk) -> None:
    """Leave the client and open them again."""
    session = desk.clients_file.session
    assert session is not None
    uid = session.uid
    assert session.leave()
    session.open(uid)
    settle()


def test_answers_are_in_the_file_at_once_and_go_from_the_record_by_one_button(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    held = desk.client.client
    desk.client.set(type(held)(held.name, styles=STYLES, cards=CARDS))
    assert said(desk) == {"styles": STYLES, "cards": CARDS}
    come_back(desk)
    assert (desk.client.client.styles, desk.client.client.cards) == (STYLES, CARDS)
    desk.caseload.show_record()
    settle()
    record = dialog(window, RecordDialog)
    place = next(i for i, e in enumerate(record.events) if e.words == "Value cards")
    record.list.choose(place)
    assert "The hours fit my life.: Must have" in record.details.text()
    assert record.remove.text() == "Delete these answers"
    record.remove.click()
    settle()
    assert said(desk) == {"styles": STYLES}
    assert desk.client.client.cards is None, "the window does not go on with what was deleted"
    record.undo.click()
    settle()
    assert said(desk) == {"styles": STYLES, "cards": CARDS}
    assert desk.client.client.cards == CARDS


def test_an_inventory_of_the_first_edition_left_under_way_is_said_and_kept(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.counsel.take_inventory("short")
    screen = dialog(window, InventoryScreen)
    QTest.keyClicks(screen, "524")
    screen.close()
    workspace = desk.clients_file.kept.workspace  # type: ignore[union-attr]
    workspace.connection.execute("UPDATE inventory SET version = '1'")
    come_back(desk)
    assert "first edition, 30 items: it was left after 3 questions" in texts(window)
    assert "The answers stay in the record" in texts(window)
    assert desk.client.client.answers is None
    desk.counsel.take_inventory("short")
    screen = dialog(window, InventoryScreen)
    assert screen.answers.version == "2"
    QTest.keyClicks(screen, "1")
    screen.close()
    record = desk.clients_file.session.record()  # type: ignore[union-attr]
    assert [(one.version, len(one.given)) for one in record.inventories] == [("1", 3), ("2", 1)]  # type: ignore[union-attr]


def test_who_agrees_to_the_field_study_answers_with_their_consent(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.counsel.join_study()
    settle()
    asked = dialog(window, StudyDialog)
    asked.check.click()
    asked.begin.click()
    settle()
    screen = dialog(window, InventoryScreen)
    assert len(screen.answers.form.items) == 60
    QTest.keyClick(screen, Qt.Key.Key_4)
    screen.close()
    until(lambda: bool(desk.clients_file.session.record().inventories))  # type: ignore[union-attr]
    (taken,) = desk.clients_file.session.record().inventories  # type: ignore[union-attr]
    assert taken.consent == Consent("en")
    desk.counsel.leave_study()
    (taken,) = desk.clients_file.session.record().inventories  # type: ignore[union-attr]
    assert (taken.consent, len(taken.given)) == (None, 1)
    assert "out of the field study" in texts(window)
