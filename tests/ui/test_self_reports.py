"""What a client says of themselves besides interests: asked in the window, kept, told."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.client_texts import style_statements, value_card_texts
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.big_five import BigFiveNote
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import Piles
from counselor_app.ui.counsel.big_five import BigFiveDialog
from counselor_app.ui.counsel.cards import CardsScreen
from counselor_app.ui.counsel.one_by_one import OneByOne
from counselor_app.ui.counsel.study import StudyDialog
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.shell.client_menu import make_menu
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.message_bar import MessageBar
from counselor_app.ui.style.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CARDS = value_card_texts()


def chosen(desk: Desk, words: str) -> None:
    """Choose an entry of the client's menu."""
    menu = make_menu(desk.counsel, desk.caseload, desk.window)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    settle()


def shown(desk: Desk) -> OneByOne:
    found = next(one for one in desk.window.findChildren(OneByOne) if one.isVisible())
    assert isinstance(found, OneByOne)
    return found


def said(window: QWidget) -> str:
    return next(bar for bar in window.findChildren(MessageBar) if bar.isVisible()).message.text()


def words(widget: object) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]


def test_work_styles_are_for_sixteen_and_over_and_are_kept_when_left(open_window: Open) -> None:
    _, desk = open_window()
    desk.client.set(Client("RF-14"))
    chosen(desk, "Work styles")
    (asking,) = desk.window.findChildren(Dialog)
    assert "16 and over" in words(asking)
    assert "They make no score" in words(asking)
    asking.accept()
    settle()
    screen = shown(desk)
    assert len(screen.questions) == 42
    QTest.keyClick(screen, Qt.Key.Key_4)
    QTest.keyClick(screen, Qt.Key.Key_S)
    QTest.keyClick(screen, Qt.Key.Key_1)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    settle()
    first, __, third = (one.key for one in screen.questions[:3])
    assert desk.client.client.styles == StyleAnswers({first: 4, third: 1})
    chosen(desk, "Work styles")
    assert shown(desk).place == 1, "it goes on where it was left"
    shown(desk).close()


def test_readiness_is_asked_before_and_after_and_the_change_is_said_in_words(
    open_window: Open,
) -> None:
    window, desk = open_window()
    desk.client.set(Client("RF-14"))
    for entry, key in (("before", Qt.Key.Key_0), ("after", Qt.Key.Key_2)):
        chosen(desk, f"Readiness check, {entry}")
        screen = shown(desk)
        for _ in range(5):
            QTest.keyClick(screen, key)
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
        settle()
    held = desk.client.client
    assert held.before is not None
    assert held.after is not None
    assert set(held.before.given.values()) == {0}
    assert set(held.after.given.values()) == {2}
    assert said(window) == "Readiness check, after: Clearer than before"


def test_cards_lie_in_piles_and_a_sixth_must_is_refused_in_words(qtbot: QtBot) -> None:
    screen = CardsScreen(CARDS, Piles(), "?", Theme("light"), None)
    screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    for _ in range(5):
        QTest.keyClick(screen, Qt.Key.Key_1)
    assert not screen.lays["must"].isEnabled()
    assert "take one of them up first" in words(screen)
    sixth = screen.hand
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert screen.hand == sixth, "it stays in the hand"
    screen.laid[CARDS[0].id].click()
    assert screen.hand == CARDS[0].id
    QTest.keyClick(screen, Qt.Key.Key_3)
    QTest.keyClick(screen, Qt.Key.Key_1)
    kept: list[Piles] = []
    screen.kept.connect(kept.append)
    screen.close()
    assert kept[0].pile("must") == tuple(card.id for card in CARDS[1:6])
    assert kept[0].pile("not") == (CARDS[0].id,)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_piles_fit_the_width_at_every_text_size(qtbot: QtBot, scale: float) -> None:
    placed = {card.id: ("must" if i < 5 else "nice") for i, card in enumerate(CARDS)}
    screen = CardsScreen(CARDS, Piles(placed), "?", Theme("light", scale), None)  # type: ignore[arg-type]
    qtbot.addWidget(screen)
    screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    screen.resize(1366, 768)
    screen.show()
    settle()
    assert screen.area.horizontalScrollBar().maximum() == 0
    assert all(link.height() >= 44 for link in screen.laid.values())


def test_cards_of_a_newer_version_stay_and_are_said(open_window: Open) -> None:
    window, desk = open_window()
    newer = Piles({"pets": "must"}, "2")
    desk.client.set(Client("RF-14", cards=newer))
    chosen(desk, "Value cards")
    assert "edition 2: this program asks edition 1" in said(window)
    (screen,) = desk.window.findChildren(CardsScreen)
    screen.close()
    settle()
    assert desk.client.client.cards == newer


def test_a_big_five_note_says_what_is_wrong_as_one_types(qtbot: QtBot) -> None:
    dialog = BigFiveDialog(None, Theme("light"), None, today=date(2026, 11, 29))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.instrument.setText("IPIP-60")
    dialog.date.setText("2026-02-01")
    dialog.fields["openness"].setText("61")
    assert "the lowest and the highest" in dialog.trouble.text()
    dialog.low.setText("12")
    dialog.high.setText("60")
    assert dialog.trouble.text() == ("Openness: The score 61 is out of range; expected 12 to 60.")
    assert not dialog.use.isEnabled()
    dialog.fields["openness"].setText("41")
    dialog.fields["emotional stability"].setText("20")
    dialog.turned.setChecked(True)
    kept: list[BigFiveNote] = []
    dialog.typed.connect(kept.append)
    dialog.use.click()
    assert kept == [
        BigFiveNote("IPIP-60", date(2026, 2, 1), "raw",
                    {"openness": 41, "emotional stability": 52}, (12, 60))
    ]  # fmt: skip
    assert "neurotic" not in words(dialog).casefold()


def test_the_fit_tab_asks_what_would_help_and_what_to_ask(open_window: Open) -> None:
    _, desk = open_window()
    styles = StyleAnswers({s.id: 5 if s.reversed else 1 for s in style_statements()})
    cards = Piles({"team": "must", "help": "must", "hours": "nice"})
    for scores in (None, parse_scores("12,20,9,33,24,28")):
        desk.client.set(Client("RF-14", scores, styles=styles, cards=cards))
        desk.jobs.open("29-1141.00")
        desk.jobs.panes.set_tab(3)
        settle()
        page = desk.jobs.panes.first.page().widget()
        text = words(page)
        assert text.count("You say that is not like you. What would help?") == 3
        assert "Relationships: The job meets it." in text
        assert "ask in an interview: The hours fit my life." in text
        assert "judged by experts with the help of AI" in text
    links = {link.text(): link for link in page.findChildren(LinkLabel)}
    links["Move the value cards…"].click()
    settle()
    assert desk.window.findChildren(CardsScreen)


def test_the_field_study_asks_for_consent_first(qtbot: QtBot) -> None:
    dialog = StudyDialog("en", Theme("light"), None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert not dialog.begin.isEnabled()
    assert "If you say no, nothing changes for you." in words(dialog)
    agreed: list[Consent] = []
    dialog.agreed.connect(agreed.append)
    age, sex, rung = dialog.findChildren(ChoiceButton)
    for button, place in ((age, 2), (sex, 1), (rung, 3)):
        button.menu().actions()[place].trigger()
    dialog.check.click()
    dialog.begin.click()
    assert agreed == [Consent("en", "18-24", "f", 2)]
