"""The ranked list says what the sheet says, in order, by mouse, keyboard and screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import Show

from counselor_app.charts.skills import ListRow
from counselor_app.domain.figures.ratings import DOMAINS
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.occupation.page import Beside
from counselor_app.ui.occupation.skills import SkillsPage
from counselor_app.ui.occupation.skills_strip import SkillsOptions, SkillsStrip
from counselor_app.ui.parts.source import SourceRequest
from counselor_app.ui.parts.text import JobLink, Prose

SAMPLE = ("29-1141.00", "43-4051.00", "47-2111.00", "29-1141.01", "27-2011.00", "15-1252.00")


def rows(page: SkillsPage) -> list[ListRow]:
    return [row for _, row in page.list.lines if row is not None]


def every(show: Show, sheet: Sheet, *, width: int = 1084) -> SkillsPage:
    """The page with all that is rated, not the skills alone."""
    page = show(SkillsPage, sheet, width=width)
    page.set_options(SkillsOptions(tab=0))
    return page


def test_the_page_opens_on_the_skills(show: Show, pack: Pack) -> None:
    page = show(SkillsPage, read_sheet(pack, "31-2021"))
    listed = rows(page)
    assert len(listed) == 35
    assert {row.letter for row in listed} == {"S"}
    assert listed[0].name == "Active Listening"


@pytest.mark.parametrize("code", SAMPLE)
def test_every_number_is_the_sheets(show: Show, pack: Pack, code: str) -> None:
    sheet = read_sheet(pack, code)
    page = every(show, sheet)
    listed = {row.element: row for row in rows(page)}
    ratings = [r for domain in DOMAINS for r in sheet.ratings.get(domain, ())]
    assert len(listed) == len(ratings) > 120
    for rating in ratings:
        bar = listed[rating.element].bar
        assert bar is not None
        assert bar.figure == sheet.figures[rating.main.key]
        assert bar.text == value_words(rating.main)
        if rating.level is None:
            assert bar.level_text == ""
        elif "not relevant" in (rating.level.flag or ""):
            assert bar.level_text == "not relevant"
        else:
            assert bar.level_text == value_words(sheet.figures[rating.level.key])


def test_styles_stand_under_a_headline_of_their_own(show: Show, pack: Pack) -> None:
    page = every(show, read_sheet(pack, "29-1141"))
    lines = page.list.lines
    headline = next(i for i, (_, row) in enumerate(lines) if row is None)
    before = [row for _, row in lines[:headline] if row]
    after = [row for _, row in lines[headline + 1 :] if row]
    assert {row.letter for row in before} == {"S", "A", "K", "W"}
    assert {row.letter for row in after} == {"P"}
    model = page.list.model()
    words = model.index(headline, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "scale of their own" in words
    assert lines[headline][0].low == -3


def test_rows_are_spoken_as_sentences(show: Show, pack: Pack) -> None:
    page = every(show, read_sheet(pack, "29-1141"))
    model = page.list.model()
    spoken = [
        model.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(model.rowCount())
    ]
    assert (
        "Psychology, knowledge: importance 4.58 of 5, level 6.08 of 7, more important here than"
        " in 97 of 100 jobs. Percentile 98." in spoken
    )
    assert all(spoken)


def test_sort_find_and_part(show: Show, qtbot: QtBot, pack: Pack) -> None:
    page = show(SkillsPage, read_sheet(pack, "29-1141"))
    strip = page.make_strip()
    assert isinstance(strip, SkillsStrip)
    qtbot.addWidget(strip)
    strip.tabs.chosen.emit(3)
    assert {row.letter for row in rows(page)} == {"K"}
    strip.sort.chosen.emit(3)
    names = [row.name for row in rows(page)]
    assert names == sorted(names)
    strip.sort.chosen.emit(1)
    levels = [row.bar.level.number for row in rows(page) if row.bar and row.bar.level]
    known = [
        level
        for level, row in zip(levels, rows(page), strict=True)
        if row.bar and row.bar.level_text != "not relevant"
    ]
    assert known == sorted(known, key=lambda level: -(level or 0))
    qtbot.keyClicks(strip.field, "psych")
    assert [row.name for row in rows(page)] == ["Psychology"]
    strip.field.setText("zzz")
    words = [p.text() for p in page.widget().findChildren(Prose)]
    assert words == ["Nothing in this list matches “zzz”."]
    qtbot.keyClick(strip.field, Qt.Key.Key_Escape)
    assert len(rows(page)) == 33


def test_the_second_pane_follows_the_firsts_order(show: Show, pack: Pack) -> None:
    nurse, chief = read_sheet(pack, "29-1141.00"), read_sheet(pack, "11-1011.03")
    first = every(show, nurse, width=540)
    second = every(show, chief, width=540)
    second.set_sheet(chief, Beside(nurse, leads=False))
    assert [r.element for r in rows(second)] == [r.element for r in rows(first)]
    missing = [row for row in rows(second) if row.bar is None]
    assert missing
    assert len({row.letter for row in missing}) == 1  # its work styles are not rated
    assert "Same order as pane 1." in second.note()


def test_highlight_and_scroll_are_shared(show: Show, qtbot: QtBot, pack: Pack) -> None:
    first = show(SkillsPage, read_sheet(pack, "29-1141"), width=540)
    second = show(SkillsPage, read_sheet(pack, "43-4051"), width=540)
    first.options_changed.connect(second.set_options)
    second.options_changed.connect(first.set_options)
    first.list.setFocus()
    qtbot.keyClick(first.list, Qt.Key.Key_Down)
    current = first.list.current_row()
    other = second.list.current_row()
    assert current is not None
    assert other is not None
    assert current.element == other.element
    second.verticalScrollBar().setValue(300)
    assert first.verticalScrollBar().value() == 300


def test_the_keyboard_reaches_importance_and_level(show: Show, qtbot: QtBot, pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = show(SkillsPage, sheet)
    page.set_options(SkillsOptions(tab=1))
    asked: list[SourceRequest] = []
    page.source_requested.connect(asked.append)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_F1)
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    qtbot.keyClick(page.list, Qt.Key.Key_F1)
    row = page.list.current_row()
    assert row is not None
    assert row.bar is not None
    assert [request.mark.subject for request in asked] == [row.bar.figure, row.bar.level]
    assert asked[1].mark.name == f"Level, {row.name}"
    assert all(request.pinned for request in asked)


def test_walking_down_keeps_the_row_in_view(show: Show, qtbot: QtBot, pack: Pack) -> None:
    page = show(SkillsPage, read_sheet(pack, "29-1141"))
    page.list.setFocus()
    for _ in range(60):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    rect = page.list.visualRect(page.list.currentIndex())
    top = page.list.mapTo(page.viewport(), rect.topLeft()).y()
    assert 0 <= top <= page.viewport().height() - rect.height()


def test_unrated_occupations_say_so_and_link_to_their_parts(show: Show, pack: Pack) -> None:
    physicians = read_sheet(pack, "29-1229.00")
    page = every(show, physicians)
    links = {link.text() for link in page.widget().findChildren(JobLink)}
    assert links == {title for _, title in physicians.children} != set()
    page.set_sheet(read_sheet(pack, "43-9199.00"))
    said = " ".join(p.text() for p in page.widget().findChildren(Prose))
    assert "have not been rated" in said
    assert page.note() == ""
    page.set_sheet(read_sheet(pack, "43-4051"))
    assert len(rows(page)) > 150


@pytest.mark.parametrize("width", [540, 1084])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_large_text(show: Show, pack: Pack, width: int, scale: float) -> None:
    page = show(SkillsPage, read_sheet(pack, "29-1141"), width=width, scale=scale)
    page.grab()
    assert page.horizontalScrollBar().maximum() == 0
    layout = page.list.layout_now()
    assert layout.bar[1] - layout.bar[0] >= 30
    assert layout.name_width >= 120


def test_a_low_pane_scrolls_the_head_away(show: Show, pack: Pack) -> None:
    page = show(SkillsPage, read_sheet(pack, "29-1141"), width=540)
    assert page.head.parentWidget() is page
    assert page.head.geometry().bottom() < page.viewport().y()
    page.resize(540, 180)
    assert page.head.parentWidget() is page.widget()
    assert page.viewport().height() > 160
    page.set_sheet(read_sheet(pack, "43-4051"))
    assert page.head.isVisible()
    page.resize(540, 640)
    assert page.head.parentWidget() is page
