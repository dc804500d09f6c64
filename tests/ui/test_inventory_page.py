"""A client takes the inventory by mouse or keys, stops, goes on, and uses or clears the scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from clients_windows import choose, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from windows import Open, second_press, settle

from counselor_app.client_texts import inventory_form
from counselor_app.domain.occupation.interests import NAMES, PLAIN_NAMES
from counselor_app.domain.session.inventory import (
    NOT_VALIDATED,
    PROMPT,
    Answers,
    client_scores,
    score,
)
from counselor_app.ui.charts.like_bars import LikeBar
from counselor_app.ui.counsel.inventory import InventoryScreen
from counselor_app.ui.counsel.inventory_result import ResultView
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.session.interests import InterestsPage
from counselor_app.ui.shell.client_menu import make_menu
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.style.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TODAY = date(2026, 3, 2)


class Clock:
    """Seconds that pass when told."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(qtbot: QtBot, clock: Clock) -> Iterator[InventoryScreen]:
    made = InventoryScreen(
        Answers(inventory_form("short")), "RF-14", Theme("light"), None, clock=clock, today=TODAY
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.resize(1280, 800)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


def words(screen: InventoryScreen) -> str:
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def press(screen: InventoryScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.focusWidget() or screen, key)


def button(screen: InventoryScreen, text: str) -> Button:
    return next(b for b in screen.findChildren(Button) if text in b.text() and b.isVisible())


def test_keys_answer_go_back_skip_and_change_an_answer(screen: InventoryScreen) -> None:
    ids = screen.answers.form.ids
    assert f"1 of 30 {screen.answers.form.items[0].text} {PROMPT}" in words(screen)
    press(screen, Qt.Key.Key_5, Qt.Key.Key_1, Qt.Key.Key_S, Qt.Key.Key_3)
    assert screen.answers.given == {ids[0]: 4, ids[1]: 0, ids[3]: 2}
    assert screen.answers.skipped == {ids[2]}
    press(screen, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert screen.place == 2
    press(screen, Qt.Key.Key_4)
    assert screen.answers.given[ids[2]] == 3
    assert not screen.answers.skipped
    press(screen, Qt.Key.Key_Right)
    assert screen.place == 4
    press(screen, Qt.Key.Key_Right)
    assert screen.place == 4, "what has not been seen is not passed by"


def test_nothing_stands_out_before_there_is_an_answer(screen: InventoryScreen) -> None:
    assert not any(card.hasFocus() or card.isChecked() for card in screen.cards)
    press(screen, Qt.Key.Key_2, Qt.Key.Key_Backspace)
    assert [card.isChecked() for card in screen.cards] == [False, True, False, False, False]


def test_the_mouse_answers_and_every_target_is_large_enough(screen: InventoryScreen) -> None:
    QTest.mouseClick(screen.cards[3], Qt.MouseButton.LeftButton)
    assert screen.answers.given == {screen.answers.form.ids[0]: 3}
    for target in (*screen.cards, *screen.findChildren(Button)):
        if target.isVisible():
            assert min(target.width(), target.height()) >= 44, target.accessibleName()
    screen.mode.click()
    settle()
    for row in screen.rows:
        assert all(min(c.width(), c.height()) >= 44 for c in row.circles)
    QTest.mouseClick(screen.rows[4].circles[0], Qt.MouseButton.LeftButton)
    assert screen.answers.given[screen.rows[4].item] == 0


def test_a_double_click_answers_one_question(screen: InventoryScreen) -> None:
    QTest.mouseClick(screen.cards[3], Qt.MouseButton.LeftButton)
    second_press(screen.cards[3])
    assert screen.answers.seen == 1
    QTest.mouseClick(button(screen, "Skip"), Qt.MouseButton.LeftButton)
    second_press(button(screen, "Skip"))
    assert screen.answers.seen == 2


def test_ten_a_screen_take_keys_row_by_row(screen: InventoryScreen) -> None:
    screen.mode.click()
    settle()
    assert [row.item for row in screen.rows] == list(screen.answers.form.ids[:10])
    press(screen, *[Qt.Key.Key_4] * 10)
    assert list(screen.answers.given.values()) == [3] * 10
    press(screen, Qt.Key.Key_PageDown)
    assert screen.rows[0].item == screen.answers.form.ids[10]
    press(screen, Qt.Key.Key_PageUp)
    assert screen.rows[0].accessibleName().endswith("Like")


def test_progress_is_spoken(screen: InventoryScreen) -> None:
    press(screen, Qt.Key.Key_1, Qt.Key.Key_2)
    assert screen.bar.accessibleName() == "2 of 30 questions seen"
    assert NOT_VALIDATED in words(screen)


def test_time_runs_on_the_questions_only(screen: InventoryScreen, clock: Clock) -> None:
    clock.now += 4
    press(screen, Qt.Key.Key_1)
    clock.now += 3
    press(screen, Qt.Key.Key_S)
    kept: list[Answers] = []
    screen.kept.connect(kept.append)
    clock.now += 2
    screen.close()
    assert kept[0].seconds == pytest.approx(9)


def test_the_result_is_the_scorings_in_the_client_s_words(
    screen: InventoryScreen, clock: Clock
) -> None:
    for place in range(30):
        clock.now += 2
        press(screen, [Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_2][place % 4])
    assert screen.at_result
    result = screen.findChild(ResultView)
    used: list[object] = []
    screen.used.connect(used.append)
    expected = client_scores(score(screen.answers), TODAY)
    assert expected is not None
    assert NOT_VALIDATED in words(screen)
    shown = [bar.value() / 1000 for bar in result.findChildren(LikeBar)]
    assert shown == pytest.approx(
        sorted((s / 20 for s in expected.scores), reverse=True), abs=0.001
    )
    said = words(screen)
    assert all(name in said for name in PLAIN_NAMES.values())
    for statistic in ("error", "tie", "Points", *NAMES.values()):
        assert statistic not in said, statistic
    assert "Talk about this first" not in words(screen)
    assert result.findChild(Button).text() == "Use these scores"
    button(screen, "Use these scores").click()
    assert used == [expected]


def test_straight_lines_haste_and_gaps_are_said_first(screen: InventoryScreen) -> None:
    press(screen, *[Qt.Key.Key_3] * 20, *[Qt.Key.Key_S] * 10)
    said = words(screen)
    assert "Every answer is the same" in said
    assert "so quickly" in said
    assert "Too few answers for a score" in said
    assert not [b for b in screen.findChildren(Button) if b.text() == "Use these scores"]
    button(screen, "Go back to the 10 left out").click()
    assert screen.place == 20


def inventory(desk: Desk) -> InventoryScreen:
    settle()
    return next(s for s in desk.window.findChildren(InventoryScreen) if s.isVisible())


def entries(desk: Desk) -> list[str]:
    menu = make_menu(desk.counsel, desk.caseload, desk.window)
    found = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return found


def test_pause_and_go_on_where_it_was(open_window: Open) -> None:
    _, desk = open_window()
    desk.counsel.take_inventory("long")
    screen = inventory(desk)
    press(screen, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_S)
    press(screen, Qt.Key.Key_Escape)
    answers = desk.client.client.answers
    assert answers is not None
    assert answers.seen == 3
    assert "Go on with the inventory: 3 of 60 seen" in entries(desk)
    desk.counsel.take_inventory()
    screen = inventory(desk)
    assert screen.place == 3
    assert screen.answers == answers


def test_scores_used_become_the_clients(open_window: Open) -> None:
    window, desk = open_window()
    desk.counsel.take_inventory("short")
    screen = inventory(desk)
    press(screen, *[Qt.Key.Key_5, Qt.Key.Key_1, Qt.Key.Key_3] * 10)
    button(screen, "Use these scores").click()
    settle()
    scores = desk.client.client.scores
    assert scores is not None
    assert scores.instrument.key == "own2-30"
    assert "Client without a name" in window.header.client.accessibleName()
    assert desk.view.over == "interests", "what came out is looked at at once"
    assert "See the inventory’s result again" in entries(desk)


def test_scores_that_were_not_taken_are_gone_on_with(open_window: Open) -> None:
    window, desk = open_window()
    desk.counsel.take_inventory("short")
    press(inventory(desk), *[Qt.Key.Key_5, Qt.Key.Key_1] * 14, Qt.Key.Key_5, Qt.Key.Key_S)
    inventory(desk).close()
    settle()
    desk.navigator.open_step("interests")
    settle()
    page = desk.session.page
    assert isinstance(page, InterestsPage)
    assert "29 of 30 answered" in texts(page)
    assert page.on is not None
    assert page.on.text() == "Go on"
    desk.counsel.take_inventory("long")
    choose(window, "See the inventory’s result again")
    button(inventory(desk), "Use these scores").click()
    settle()
    assert desk.client.client.scores is not None
    assert "29 answers" in texts(window), "one was left out"


def test_answers_are_cleared_when_asked_and_come_back_with_undo(open_window: Open) -> None:
    window, desk = open_window()
    desk.counsel.take_inventory("short")
    screen = inventory(desk)
    press(screen, *[Qt.Key.Key_5, Qt.Key.Key_1] * 15)
    button(screen, "Clear my answers").click()
    settle()
    assert desk.client.client.answers is None
    assert desk.client.client.scores is None
    assert window.undo()
    answers = desk.client.client.answers
    assert answers is not None
    assert answers.seen == 30


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(640, 480), (1280, 800)])
def test_every_question_fits_the_width(qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    screen = InventoryScreen(Answers(inventory_form("long")), "", Theme("light", scale), None)
    screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    screen.resize(*size)
    screen.show()
    settle()
    for _ in range(2):
        assert screen.area.horizontalScrollBar().maximum() == 0
        screen.mode.click()
        settle()
    screen.close()
    screen.deleteLater()
    settle()
