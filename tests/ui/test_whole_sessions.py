"""The two sessions of the product, whole: real keys and clicks, counted, to the printed handout."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from clients_windows import keep, quick, texts, wait
from hands import Hands
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from windows import Open, walk

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.ui.counsel.matches import MatchesPage
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.session.moving import MovingPage
from counselor_app.ui.session.plan_page import PlanPage
from counselor_app.ui.session.start import StartPage
from counselor_app.ui.shell.desk import Desk

MOST_ACTIONS = 60
"""Of a whole session, answers to questions apart."""
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def start(open_window: Open, file: Path) -> tuple[Hands, Desk, StartPage]:
    """An open clients' file without a client, on the start page."""
    window, desk = open_window(clients=file, size=(1366, 768))
    keep(window, desk)
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    hands.actions = 0
    page = desk.session.page
    assert isinstance(page, StartPage)
    return hands, desk, page


def board(desk: Desk) -> MatchesPage:
    assert desk.counsel.matches is not None
    return desk.counsel.matches


def plan(desk: Desk) -> PlanPage:
    page = desk.session.page
    assert isinstance(page, PlanPage)
    return page


def saved_handout(hands: Hands, qtbot: QtBot, target: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Print what is on the screen into a file: Ctrl+P, Save, and the system's dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    hands.key(Qt.Key.Key_P, CTRL)
    dialog = hands.top
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    hands.click(dialog.save)
    hands.actions += 2  # the name, Enter
    qtbot.waitUntil(lambda: "Saved as" in dialog.said.text(), timeout=20_000)
    hands.key(Qt.Key.Key_Escape)
    pages = PdfReader(target).pages
    assert len(pages) == 1, "the client's copy is one page"
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_student_of_sixteen(
    open_window: Open, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, desk, page = start(open_window, file)
    window = hands.window
    hands.click(page.name)
    hands.type("Mia-16")
    hands.press("change")
    hands.type("columbus oh")
    hands.key(Qt.Key.Key_Return, times=2)
    hands.click(page.ways["questions"])
    hands.press("Answer 30 questions")
    likes = {"S": "5", "I": "5", "R": "4", "A": "2", "E": "1", "C": "2"}
    hands.answer("".join(likes[item.scale] for item in inventory_form("short").items))
    hands.press("Use these scores")
    assert desk.view.over == "interests"
    hands.press("See the matches")
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_S, CTRL)
    ticked = desk.in_play.ticked
    assert len(ticked) == 2
    assert desk.shortlist.codes == (ticked[1],)
    hands.choose(board(desk).filters.growth, "Not shrinking")
    hands.choose(board(desk).filters.place, "Pay in Columbus, OH")
    hands.key(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "How sure" not in texts(window)
    hands.key(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    board(desk).take_focus()
    hands.key(Qt.Key.Key_Return)
    seen = desk.view.code
    hands.key(Qt.Key.Key_3, CTRL)
    hands.key(Qt.Key.Key_PageDown, ALT)
    assert desk.view.code != seen, "the next job of the list"
    hands.key(Qt.Key.Key_Left, ALT, times=2)
    assert desk.view.over == "matches"
    hands.key(Qt.Key.Key_3, ALT)
    assert desk.comparison.codes() == ticked
    hands.press("Go on to the plan")
    hands.type("Ask to watch one at work")
    hands.key(Qt.Key.Key_Return)
    (row,) = plan(desk).rows.values()
    hands.click(row.day)
    hands.type("Dec 11")
    hands.key(Qt.Key.Key_Tab)
    hands.type("Mia and her aunt")
    hands.click(plan(desk).note)
    hands.type("You like that people get stronger.")
    paper = saved_handout(hands, qtbot, tmp_path / "handout.pdf", monkeypatch)
    assert "Ask to watch one at work" in paper
    assert "Mia and her aunt" in paper
    assert "You like that people get stronger." in paper
    assert desk.reference.titles[seen] in paper
    hands.key(Qt.Key.Key_0, ALT)
    assert desk.view.over == "home"
    assert hands.actions <= MOST_ACTIONS


def test_a_career_changer_of_forty_two(
    open_window: Open, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, desk, page = start(open_window, file)
    hands.click(page.name)
    hands.type("RF-42")
    hands.click(page.ways["job"])
    hands.type("call center representative")
    hands.key(Qt.Key.Key_Return)
    moving = desk.session.page
    assert isinstance(moving, MovingPage)
    assert moving.rows is not None
    first, second = list(moving.rows.checks)[:2]
    hands.click(moving.rows.links[first])
    assert desk.view.codes == (first,)
    hands.key(Qt.Key.Key_Left, ALT)
    hands.click(moving.rows.checks[first])
    hands.click(moving.rows.checks[second])
    hands.key(Qt.Key.Key_3, ALT)
    assert desk.comparison.codes() == ("43-4051.00", first, second)
    hands.key(Qt.Key.Key_0, ALT)
    hands.key(Qt.Key.Key_1, ALT)
    hands.press("Type scores")
    for place, score in enumerate(("12", "20", "9", "33", "24", "28")):
        if place:
            hands.key(Qt.Key.Key_Tab)
        hands.type(score)
    hands.key(Qt.Key.Key_Return)
    assert desk.view.over == "interests"
    hands.key(Qt.Key.Key_2, ALT)
    assert desk.view.over == "matches"
    hands.key(Qt.Key.Key_4, ALT)
    hands.type("Ask about evening courses")
    hands.key(Qt.Key.Key_Return)
    hands.click(plan(desk).note)
    hands.type("Most of what you do now carries over.")
    paper = saved_handout(hands, qtbot, tmp_path / "handout.pdf", monkeypatch)
    assert "Ask about evening courses" in paper
    assert "Most of what you do now carries over." in paper
    assert desk.reference.titles[first] in paper
    assert hands.actions <= MOST_ACTIONS


STEPS = ("interests", "matches", "compare", "plan", "handout")
PLACES = ("home", *STEPS, "job", "search")


def reach(hands: Hands, desk: Desk, place: str, *, mouse: bool) -> None:
    """Go to a place as one would, wherever one is."""
    if place == "job":
        hands.key(Qt.Key.Key_1, CTRL)
    elif place == "search":
        hands.key(Qt.Key.Key_K, CTRL)
    elif place == "home" or not mouse:
        key = Qt.Key(Qt.Key.Key_1 + STEPS.index(place)) if place in STEPS else Qt.Key.Key_0
        hands.key(key, ALT)
    else:
        hands.click(desk.window.header.spine.buttons[place])  # type: ignore[index]


def stands_at(hands: Hands, desk: Desk, place: str) -> bool:
    if place == "search":
        return hands.window.search.hasFocus() and desk.sidebar.isVisible()
    return desk.view.over == ("" if place == "job" else place)


def at_every_place(open_window: Open, file: Path) -> tuple[Hands, Desk]:
    """A kept client with scores and two jobs ticked, of whom there is something private too."""
    window, desk = open_window(clients=file, size=(1366, 768))
    keep(window, desk, "Other-99", "Mia-16")
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    desk.client.set(replace(desk.client.client, scores=parse_scores("21,29,11,32,12,15")))
    assert desk.clients_file.session is not None
    desk.clients_file.session.save_note(None, "Worries about money", "counselor")
    desk.in_play.tick(("29-1141.00", "31-2021.00"))
    desk.jobs.open("29-1141.01")
    wait(window)
    return hands, desk


def test_from_every_place_every_other_is_two_actions_away(open_window: Open, file: Path) -> None:
    hands, desk = at_every_place(open_window, file)
    hands.hurried = True
    for first, here in enumerate(PLACES):
        reach(hands, desk, here, mouse=False)
        for there in PLACES[first + 1 :]:
            for place, mouse in ((there, False), (here, True)):
                before = hands.actions
                reach(hands, desk, place, mouse=mouse)
                assert hands.actions - before <= 2
                assert stands_at(hands, desk, place), (here, there)


def heard(root: QWidget) -> str:
    """Every name, description and value that a screen reader can find in a window."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    nodes = walk(QAccessible.queryAccessibleInterface(root))
    return "\n".join(node.text(kind) for node in nodes for kind in kinds)


NOT_FOR_CLIENTS = re.compile(
    r"Worries|Other-99|private|Holland|Interests [RIASEC] [RIASEC]|\d\d-\d{4}|[Zz]one \d"
    r"|[Cc]orrelation|re-draw|\br = |[Cc]ongruen|reliab|Investigative|Realistic|Enterprising"
    r"|How sure|For you only|Notes on|Record and|Menu|Print…"
)


def test_a_screen_reader_finds_nothing_that_is_the_counselors_in_the_client_view(
    open_window: Open, file: Path
) -> None:
    hands, desk = at_every_place(open_window, file)
    hands.key(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    found: list[tuple[str, int, str]] = []
    for place in PLACES:
        reach(hands, desk, place, mouse=True)
        tabs = range(5) if place == "job" else (0,)
        for tab in tabs:
            if place == "job":
                hands.key(Qt.Key(Qt.Key.Key_1 + tab), CTRL)
            if place == "search":
                hands.type("nurse")
            lines = heard(hands.window).splitlines()
            # What a figure counts, with whose it is, is its source's; F1 shows it to anybody.
            lines = [one for one in lines if not one.startswith("Every job, the self-employed")]
            found += [(place, tab, one) for one in lines if NOT_FOR_CLIENTS.search(one)]
    assert found == []
