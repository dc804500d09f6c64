"""The list of matches by the client's own ratings and marks: compared, starred, printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from matches_page import RF14, codes, column, matches
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from windows import Open, settle

from counselor_app.domain.fit.gap import skill_gap
from counselor_app.domain.session.client import demands_of
from counselor_app.reports.parts import Report, Table
from counselor_app.settings import Settings
from counselor_app.ui.counsel.match_filters import GAPS
from counselor_app.ui.counsel.matches import MatchesPage
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.desk import Desk


def rated(desk: Desk) -> MatchesPage:
    """The list of a client who rated all 35 skills 2, 3, 4 in turn."""
    skills = sorted(
        e for e, (_, domain) in desk.reference.pack.elements.items() if domain == "skill"
    )
    page = matches(desk, replace(RF14, levels={e: 2.0 + i % 3 for i, e in enumerate(skills)}))
    desk.client.wait()
    settle()
    return page


def test_no_more_than_so_much_from_the_clients_skills(open_window: Open) -> None:
    _, desk = open_window()
    page = rated(desk)
    levels = desk.client.client.levels
    page.filters.gap._pick(GAPS.index(0.15) + 1)
    kept = set(codes(page))
    assert 0 < len(kept) < 923
    for code in ("51-4121.00", "29-1141.00", "43-4051.00"):  # the same sum as on the skills page
        sheet = desk.reference.sheet(code)
        assert sheet is not None
        gap = skill_gap(demands_of(sheet), levels)
        assert gap.index is not None
        assert (code in kept) == (gap.index <= 0.15)
    assert "more just over your skill gap" in page.head.count.text()
    assert "too few of the client's ratings" in page.head.count.text()
    page.filters.zone._pick(2)
    assert set(codes(page)) < kept
    assert all(words.endswith("%") for words in column(page, "Skill gap"))
    page.head.sure.click()
    assert "Skill gap: what" in page.head.notes.about.text()


def test_without_ratings_the_list_offers_to_rate(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.more.click()
    assert page.filters.rate.isVisible()
    assert not page.filters.gap.isVisible()
    page = rated(desk)
    assert page.filters.gap.isVisible()
    assert not page.filters.rate.isVisible()


def test_bands_of_either_edition_are_named_and_dated(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.head.sure.click()
    about = page.head.notes.about
    assert "Bands: Career Returns 2025: Best from .729, Good from .608" in about.text()
    order = codes(page)
    page.filters.bands._pick(1)
    assert "Gregory and Lewis 2016: Best from .729, Great from .608" in about.text()
    assert codes(page) == order
    assert set(column(page, "Band")) == {"Best", "Great", "Good", "below Good"}
    assert "band (Gregory and Lewis 2016)" in page.csv().splitlines()[0]
    desk.counsel.hide_matches()
    assert matches(desk).edition.year == 2016


def test_ticked_occupations_are_compared_and_the_list_comes_back(open_window: Open) -> None:
    window, desk = open_window()
    page = matches(desk)
    assert not page.tray.compare.isEnabled()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert not page.tray.compare.isEnabled()
    row = page.list.visualRect(page.list.match_model.index(2, 0))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert desk.counsel.matches is page
    first, _, third = codes(page)[:3]
    assert page.chosen() == (first, third)
    assert page.tray.compare.text() == "Compare 2"
    page.filters.only._pick(1)
    assert codes(page) == [first, third]
    page.tray.compare.click()
    settle()
    assert desk.comparison.page is not None
    assert desk.comparison.codes() == (first, third)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert desk.comparison.page is None
    again = desk.counsel.matches
    assert again is not None
    assert again.chosen() == (first, third)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_list_that_is_shown_is_printed(open_window: Open) -> None:
    window, desk = open_window(Settings(places=("4800000",)))
    page = matches(desk)
    page.filters.zone._pick(2)
    page.filters.place._pick(1)
    page.head.sure.click()
    page.filters.bands._pick(1)
    page.head.print.click()
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    for thread in window.findChildren(QThread):
        thread.wait()
    settle()
    offer = dialog.offer
    dialog.reject()
    settle()
    report = offer.make(frozenset({"list"}), True)
    assert isinstance(report, Report)
    ranked = next(p for p in report.section("list").parts if isinstance(p, Table))
    assert ranked.counted[-1].endswith("; job zone 2 or less")
    printed = [row[0].words for row in ranked.rows]
    twins = desk.reference.families.together(codes(page))[: len(printed)]
    assert printed == [desk.reference.titles[members[0]] for _, members in twins]
    assert len(printed) == 15


def test_what_is_starred_is_a_list_like_any_other(open_window: Open) -> None:
    _, desk = open_window()
    for code in ("43-4051.00", "29-1141.00"):
        desk.shortlist.toggle(code)
    page = matches(desk)
    page.filters.only._pick(2)
    assert set(codes(page)) == {"43-4051.00", "29-1141.00"}
    assert len(page.csv().splitlines()) == 3
    page.filters.clear()
    assert len(page.rows()) == 923


@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 2.0), ((800, 600), 1.0)])
def test_a_low_window_folds_the_filters(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    _, desk = open_window(size=size, scale=scale)
    page = matches(desk)
    assert page.list.isVisible()
    assert page.list.viewport().height() > 2 * page.list.rowHeight(0)
    assert not page.filters.growth.isVisible()
    page.head.fold.click()
    settle()
    assert page.filters.growth.isVisible()
