"""What the job is: our own words, the official ones beside or instead, and what elements are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QLabel
from windows import Open, Show, settle

from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.sheet import Sheet, Task
from counselor_app.settings import load
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.occupation.profile import ProfilePage
from counselor_app.ui.parts.more_list import MoreList
from counselor_app.ui.parts.source import Mark, SourceRequest
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.shell.menu import make_menu
from counselor_app.ui.state.lookup import Lookup

NURSES = "29-1141.00"
OFFICIAL = "An official sentence about nurses."
TASK = "An official task of nurses."


def official(sheet: Sheet) -> Sheet:
    return replace(sheet, description=OFFICIAL, tasks=(Task(TASK, True),))


def said(page: ProfilePage) -> str:
    lists = [m.accessibleName() for m in page.widget().findChildren(MoreList)]
    return " ".join([*(p.text() for p in page.widget().findChildren(Prose)), *lists])


def test_the_profile_says_what_the_job_is_like(show: Show, pack: Pack) -> None:
    sheet = read_sheet(pack, NURSES)
    page = show(ProfilePage, sheet)
    words = sheet.words
    assert words is not None
    text = said(page)
    for line in (words.summary, words.like, words.hard, words.try_early, "On the job"):
        assert line in text


@pytest.mark.parametrize(
    ("chosen", "ours", "theirs"),
    [("both", True, True), ("ours", True, False), ("official", False, True)],
)
def test_the_official_words_stand_beside_or_instead(
    show: Show, pack: Pack, chosen: Wording, ours: bool, theirs: bool
) -> None:
    sheet = official(read_sheet(pack, NURSES))
    page = show(ProfilePage, sheet)
    page.lookup = Lookup(pack, "", lambda _: None)
    page.lookup.words = chosen
    page.refill()
    settle()
    assert sheet.words is not None
    text = said(page)
    assert (sheet.words.summary in text, OFFICIAL in text) == (ours, theirs)
    assert "On the job" in text if ours else "Typical tasks" in text


def test_a_pack_without_our_words_shows_the_official_ones(show: Show, pack: Pack) -> None:
    sheet = replace(official(read_sheet(pack, NURSES)), words=None)
    page = show(ProfilePage, sheet)
    page.lookup = Lookup(pack, "", lambda _: None)
    page.lookup.words = "ours"
    page.refill()
    settle()
    assert OFFICIAL in said(page)


def test_whose_words_is_asked_only_where_there_are_official_ones(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, desk = open_window()
    desk.jobs.open(NURSES)

    def entries() -> list[str]:
        menu = make_menu(desk, desk.keys)
        found = [action.text() for action in menu.actions()]
        menu.deleteLater()
        return found

    assert "Jobs in the official words" not in entries()
    desk.reference.lookup.__dict__["has_official"] = True
    assert "Jobs in the official words" in entries()


def test_whose_words_is_remembered(open_window: Open, tmp_path: Path) -> None:
    _, desk = open_window()
    desk.jobs.open(NURSES)
    desk.reference.lookup.__dict__["has_official"] = True
    menu = make_menu(desk, desk.keys)
    next(a for a in menu.actions() if a.text() == "Jobs in our words").trigger()
    menu.deleteLater()
    assert desk.preferences.settings.words == "ours"
    assert load(desk.preferences.folder)[0].words == "ours"


@pytest.mark.parametrize(
    ("key", "lines"),
    [("rating.2.A.1.b.importance", ("What it is", "A little", "A lot")),
     ("interest.S", ("What it is", "A little", "A lot")), ("job_zone", ("What it is",)),
     ("education.entry", ("What it is",)), ("wage.annual.p50", ())],
)  # fmt: skip
def test_pointing_at_a_figure_says_what_it_is_about(
    open_window: Open, pack: Pack, key: str, lines: tuple[str, ...]
) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    settle()
    figure = read_sheet(pack, NURSES).figures[key]
    desk.popovers.request(
        SourceRequest(Mark(QRectF(0, 0, 9, 9), figure, "It"), window.search, pinned=True)
    )
    popover = desk.popovers.shown
    assert popover is not None
    labels = [label.text() for label in popover.findChildren(QLabel)]
    assert tuple(text for text in labels if text in ("What it is", "A little", "A lot")) == lines
    assert [text for _, text in desk.reference.lookup.meaning(figure) if text not in labels] == []
    desk.popovers.close()
