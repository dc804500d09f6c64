"""The window in Spanish on a small screen: no word of English, none cut off at any size of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.language import language
from counselor_app.store.reference import Pack
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.shell.desk import Desk

NURSES = "29-1141.00"
SMALL = (1366, 768)
ENGLISH = re.compile(
    r"\b(the|and|of|with|jobs?|who|which|from|this|their|are|is|was|not|pays?|years?|people|your"
    r"|you|work|months?|each|about|most|least|less|more|than|how|what|where|for|among|other"
    r"|services|workers|level|importance|health|care|except|all|school)\b"
)
STAYS = re.compile(
    r"high school|Employment Projections|Registered Nurses|English|Critical Care Nurse"
    r"|BEA regional price parities|Outlook Handbook|middle schools?|high schools?"
)
"""Programs and titles that go by their published names, and the way back to English."""


def texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton):
            text = re.sub(r"<[^>]*>", " ", widget.text()).replace("&&", "&")
            if text.strip():
                yield widget, text


def english(root: QWidget, pack: Pack) -> set[str]:
    names = {name for (name,) in pack.connection.execute("SELECT DISTINCT name FROM tool")}
    names |= {t for (t,) in pack.connection.execute("SELECT DISTINCT title FROM job_title")}
    names |= {t for (t,) in pack.connection.execute("SELECT DISTINCT title FROM program")}
    found = set()
    for widget, text in texts(root):
        rest = STAYS.sub("", text)
        if ENGLISH.search(rest) and not {part.strip() for part in re.split(", |;", rest)} & names:
            found.add(f"{type(widget).__name__}: {text}")
    return found


def cut(root: QWidget) -> set[str]:
    """Words that are wider than the label or button they stand in."""
    found = set()
    for widget, text in texts(root):
        if getattr(widget, "bare", False) or getattr(widget, "form", "") == "numbers":
            continue  # its icon or its number alone is shown
        room = widget.contentsRect().width()
        metrics = widget.fontMetrics()
        whole = isinstance(widget, QLabel) and not widget.wordWrap()
        for piece in [text] if whole and "\n" not in text else text.split():
            if metrics.horizontalAdvance(piece.strip()) > room + 1 and "…" not in piece:
                found.add(f"{type(widget).__name__} {room}: {piece}")
    return found


def places(desk: Desk) -> Iterator[str]:
    """One place of the window after another: a job's tabs, then a client's own pages."""
    desk.jobs.open(NURSES)
    for tab, page in enumerate(PAGES):
        desk.jobs.panes.set_tab(tab)
        yield page.__name__
    desk.client.set(Client("RF-14", parse_scores("8,14,10,22,25,33")))
    desk.counsel.show_matches()
    yield "matches"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_english_and_no_cut_word(open_window: Open, pack: Pack, scale: float) -> None:
    window, desk = open_window(language=language("es"), scale=scale, size=SMALL)
    left: dict[str, set[str]] = {}
    for place in places(desk):
        settle()
        if found := english(window, pack) | cut(window):
            left[place] = found
    assert left == {}


def test_the_published_title_stands_under_the_spanish_one(open_window: Open) -> None:
    _window, desk = open_window(language=language("es"))
    desk.jobs.open(NURSES)
    settle()
    head = desk.jobs.panes.first.head
    assert head.title.text() == "Enfermeras y enfermeros registrados (RN)"
    assert head.codes.text().startswith("Registered Nurses  ·  29-1141")
    assert head.codes.isVisible()
    _window, desk = open_window()
    desk.jobs.open(NURSES)
    settle()
    assert desk.jobs.panes.first.head.codes.text().startswith("29-1141")
