"""What lies under another page, the lock or the search is not there for a screen reader."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from clients_windows import keep, open_again, quick, wait
from hands import Hands
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from windows import Open, settle, walk

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.ui.counsel.asking import AskingScreen
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]
NURSES, CLERKS = "29-1141.00", "43-4051.00"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def heard(window: MainWindow) -> str:
    nodes = walk(QAccessible.queryAccessibleInterface(window))
    return "\n".join(node.text(QAccessible.Text.Name) for node in nodes)


def covered(window: MainWindow) -> list[str]:
    """The parts of the window that are there, and of which nothing can be seen."""
    children = [one for one in window.children() if isinstance(one, QWidget)]
    parts = [one for one in children if one.isVisible() and one.accessibleName()]
    found = []
    for part in parts:
        rect = QRect(QPoint(), part.size()).adjusted(2, 2, -2, -2)
        points = (rect.center(), rect.topLeft(), rect.bottomRight(), rect.topRight())
        seen = [window.childAt(part.mapTo(window, point)) for point in points]
        if not any(one is part or part.isAncestorOf(one) for one in seen if one is not None):
            found.append(part.accessibleName())
    return found


def begun(open_window: Open, file: Path) -> tuple[Hands, Desk]:
    window, desk = open_window(clients=file, size=(1366, 768))
    keep(window, desk, "Mia-16")
    hands = Hands(window)
    desk.client.set(replace(desk.client.client, scores=parse_scores("21,29,11,32,12,15")))
    desk.in_play.tick((NURSES, "31-2021.00"))
    desk.jobs.open(CLERKS)
    wait(window)
    return hands, desk


def test_nothing_of_a_covered_page_is_heard(open_window: Open, file: Path) -> None:
    hands, desk = begun(open_window, file)
    window = hands.window
    assert "Customer Service Representatives" in heard(window)
    for client_view in (False, True):
        desk.view.set_client_view(client_view)
        for step in range(6):
            hands.key(Qt.Key(Qt.Key.Key_0 + step), ALT)
            assert covered(window) == []
            assert "Occupations side by side" not in heard(window)
        hands.key(Qt.Key.Key_1, CTRL)
        assert covered(window) == []
        assert "Occupations side by side" in heard(window)
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    hands.key(Qt.Key.Key_2, ALT)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("nurse")
    assert covered(window) == []
    assert "Matches" not in {one.split(",")[0] for one in heard(window).splitlines()[-40:]}
    hands.key(Qt.Key.Key_Escape, times=2)
    assert desk.counsel.matches is not None
    assert desk.counsel.matches.isVisible()


def test_nothing_under_the_lock_is_heard_and_all_of_it_is_there_again(
    open_window: Open, file: Path
) -> None:
    hands, desk = begun(open_window, file)
    window = hands.window
    desk.keys.lock()
    wait(window)
    said = heard(window)
    assert "Unlock" in said
    for private in ("Mia-16", "Customer Service", "Matches", "Search occupations"):
        assert private not in said
    open_again(window, desk)
    settle()
    assert covered(window) == []
    said = heard(window)
    for shown in ("Mia-16", "Customer Service", "Search occupations", "Menu"):
        assert shown in said


def test_nothing_under_a_screen_of_the_clients_own_is_heard(open_window: Open, file: Path) -> None:
    hands, desk = begun(open_window, file)
    window, counsel = hands.window, desk.counsel
    told = counsel.told
    for ask in (counsel.take_inventory, counsel.rate_skills,
                partial(told.check_readiness, "before"), told.sort_cards):  # fmt: skip
        ask()
        wait(window)
        screen = next(one for one in window.findChildren(AskingScreen) if one.isVisible())
        assert len(list(walk(QAccessible.queryAccessibleInterface(screen)))) > 5
        assert heard(window) == window.accessibleName()
        screen.close()
        wait(window)
        for shown in ("Mia-16", "Search occupations", "Menu"):
            assert shown in heard(window)
