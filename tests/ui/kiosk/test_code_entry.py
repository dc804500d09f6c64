"""A counselor types or scans the code of a kiosk's sheet where other scores are typed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import settle

from counselor_app.domain.fit.instruments import OWN_LONG, ClientScores
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.ui.counsel.scores import ScoresDialog
from counselor_app.ui.style.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCORES = ClientScores(OWN_LONG, (8, 14, 10, 22, 25, 33), date(2026, 11, 20))
CODE = handover_code(SCORES)
Typed = list[tuple[str, ClientScores]]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ScoresDialog]:
    made = ScoresDialog(Client("RF-14"), Theme("light"), None, today=date(2026, 11, 22))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


@pytest.fixture
def typed(dialog: ScoresDialog) -> Typed:
    found: Typed = []
    dialog.typed.connect(lambda name, scores: found.append((name, scores)))
    return found


def test_a_scanner_gives_scores_form_and_date_at_once(dialog: ScoresDialog, typed: Typed) -> None:
    dialog.kiosk.setFocus()
    QTest.keyClicks(dialog.kiosk, ungrouped(CODE))
    assert "taken on 2026-11-20: Realistic 8" in dialog.read.text()
    QTest.keyClick(dialog.kiosk, Qt.Key.Key_Return)
    assert typed == [("RF-14", SCORES)]
    assert dialog.isHidden()


def test_a_scan_into_another_field_finds_its_way(dialog: ScoresDialog, typed: Typed) -> None:
    for field in (dialog.name, dialog.fields[2]):
        before = field.text()
        field.setFocus()
        QTest.keyClicks(field, ungrouped(CODE))
        assert field.text() == before
        assert dialog.kiosk.text() == CODE
        dialog.kiosk.clear()
    QTest.keyClicks(dialog.name, ungrouped(CODE))
    QTest.keyClick(dialog.kiosk, Qt.Key.Key_Return)
    assert typed == [("RF-14", SCORES)]


def test_a_wrong_character_is_named_and_nothing_is_taken(
    dialog: ScoresDialog, typed: Typed
) -> None:
    wrong = ungrouped(CODE)[:6] + ("A" if CODE[7] != "A" else "B") + ungrouped(CODE)[7:]
    QTest.keyClicks(dialog.kiosk, wrong)
    assert "The 7th character of the code is wrong" in dialog.trouble.text()
    assert not dialog.use.isEnabled()
    QTest.keyClick(dialog.kiosk, Qt.Key.Key_Return)
    assert typed == []
    QTest.keyClicks(dialog.kiosk, ungrouped(CODE))  # the next scan takes the place of the first
    assert dialog.use.isEnabled()


def test_while_typing_it_says_how_much_is_to_come(dialog: ScoresDialog) -> None:
    QTest.keyClicks(dialog.kiosk, CODE[:7].lower())
    assert dialog.trouble.text() == "Still to type: 10 characters of the code."
    assert not dialog.fields[0].isVisible()
    dialog.kiosk.clear()
    assert dialog.fields[0].isVisible()
    assert dialog.trouble.text() == ""
