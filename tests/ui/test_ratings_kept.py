"""Ratings and the like are in the file with each answer, and gone on with after a kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import add, dialog, keep, quick, record, wait
from hands import Hands
from PySide6.QtCore import Qt
from windows import Open

from counselor_app.ui.counsel.asking import AskingScreen
from counselor_app.ui.counsel.cards import CardsScreen
from counselor_app.ui.counsel.one_by_one import OneByOne
from counselor_app.ui.shell.desk import Desk

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def levels(desk: Desk) -> list[float]:
    return [one.level for one in record(desk).ratings]


def test_each_rating_is_in_the_file_while_the_screen_is_open(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "Mia-16")
    hands = Hands(window)
    hands.press("Rate own skills")
    hands.answer("52")
    assert sorted(levels(desk)) == [2, 5]
    desk.client.changed.emit()  # as when a thread brings what it worked out
    assert sorted(levels(desk)) == [2, 5], "nothing of it is taken back meanwhile"
    hands.key(Qt.Key.Key_Backspace)
    hands.answer("s")
    assert levels(desk) == [5], "what is left out is taken back"
    assert desk.client.client.levels == {}, "the window shows it once the screen is left"
    hands.key(Qt.Key.Key_Escape)
    assert list(desk.client.client.levels.values()) == levels(desk) == [5]
    assert desk.client.told == {}


@pytest.mark.parametrize("part", ["levels", "styles", "cards"])
def test_a_session_left_by_force_goes_on_with_the_screen_that_was_open(
    open_window: Open, file: Path, part: str
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "Other-99", "Mia-16")
    session = desk.clients_file.session
    assert session is not None
    uid = session.uid
    if part == "styles":
        desk.counsel.told._take_styles()
    else:
        desk.counsel.ask_on(part)
    hands, screen = Hands(window), dialog(window, AskingScreen)
    hands.answer("21")
    session.flush()
    # What a kill leaves: the file as it is now, and nobody who closes the screen.
    desk.client.telling.disconnect(session._told)
    desk.client.changed.disconnect(session._state_changed)
    screen.close()
    session.keeper = None
    desk.client.changed.connect(session._state_changed)
    desk.client.telling.connect(session._told)
    add(window, desk, "Third-01")
    session.leave()
    session.open(uid)
    wait(window)
    again = dialog(window, AskingScreen)
    if isinstance(again, OneByOne):
        assert again.place == 2, "the question that came next"
        assert list(again.given.values()) == [2, 1]
    else:
        assert isinstance(again, CardsScreen)
        assert len(again.piles.placed) == 2
    again.close()
