"""How a student looks through the jobs at the kiosk."""

from __future__ import annotations

import re

import pytest
from kiosk_touches import choose, click, overlay, said
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from windows import settle

from counselor_app.kiosk.explore import MY_LIST
from counselor_app.kiosk.jobs import Choice
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import TARGET

pytestmark = pytest.mark.qt_log_ignore("does not support", "keyToAscii")


def test_a_touch_begins_and_typing_on_the_screen_finds_a_job(station: Station) -> None:
    station.end()
    settle()
    click(station._page)
    visit = station.visit
    assert visit is not None
    click(visit.top.search)
    assert visit.keyboard.isVisible()
    for letter in "nurse":
        click(visit.keyboard.keys[letter])
    click(visit.keyboard.keys["Delete"])
    click(visit.keyboard.keys["e"])
    click(visit.keyboard.keys["Done"])
    assert not visit.keyboard.isVisible()
    assert visit.top.search.text() == "nurse"
    assert visit.explore.grid.cards[0].card is not None
    assert visit.explore.grid.cards[0].card.title == "Registered Nurses"
    click(visit.explore.grid.cards[0])
    assert visit.stack.currentWidget() is visit.job
    assert visit.job.sheet is not None
    assert visit.job.sheet.occupation.code == "29-1141.00"


def test_a_finger_begins_and_opens_a_job(station: Station) -> None:
    station.end()
    settle()
    device, window = QTest.createTouchDevice(), station.windowHandle()

    def tap(at: QPoint) -> None:
        QTest.touchEvent(window, device).press(0, at, window).commit()
        QTest.touchEvent(window, device).release(0, at, window).commit()
        settle()

    tap(station.rect().center())
    visit = station.visit
    assert visit is not None
    card = visit.explore.grid.cards[0]
    tap(card.mapTo(station, QPoint(40, 40)))
    assert visit.stack.currentWidget() is visit.job
    tap(QPoint(3, 3))  # an edge, from where a swipe would open something of the system
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [station]


def test_interest_kind_of_work_and_study_narrow_the_jobs(visit: Visit) -> None:
    explore = visit.explore
    click(explore.likes["A"])
    shown = explore.jobs.shown(explore.choice)
    assert {card.letter for card in shown} == {"A"}
    assert explore.likes["A"].accessibleName() == f"Creating, {len(shown)} jobs"
    click(explore.study["little"])
    few = explore.jobs.shown(explore.choice)
    assert 0 < len(few) < len(shown)
    assert all(card.study is not None and card.study <= 1 for card in few)
    click(explore.study["any"])
    click(explore.ways[1])
    family = explore.jobs.families[0]
    explore._choose("family", family)
    assert {card.family for card in explore.jobs.shown(explore.choice)} == {family}
    click(explore.order)
    choose(visit, "From A to Z")
    titles = [card.title for card in explore.jobs.shown(explore.choice)]
    assert titles == sorted(titles)


def test_the_star_makes_a_list_that_can_be_shown(visit: Visit) -> None:
    card = visit.explore.grid.cards[1]
    assert card.card is not None
    window = card.window().windowHandle()
    star = card.mapTo(card.window(), QPoint(card.width() - 20, 20))
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, star)
    settle()
    assert visit.listed == [card.card.code]
    assert visit.top.list.text() == "My list 1"
    click(visit.top.list)
    assert visit.explore.heading.text() == MY_LIST
    assert [c.code for c in visit.explore.jobs.shown(visit.explore.choice)] == visit.listed


def button(within: QWidget, words: str) -> QAbstractButton:
    """The button that shows some words, or begins with them."""
    return next(
        one for one in within.findChildren(QAbstractButton)
        if one.isVisible() and (one.text() or one.accessibleName()).startswith(words)
    )  # fmt: skip


def cards(visit: Visit) -> list[str]:
    """The titles of the cards that can be seen, in reading order."""
    return [one.card.title for one in visit.explore.grid.cards if one.card and one.isVisible()]


def test_pages_of_jobs_are_turned_there_and_back(visit: Visit) -> None:
    first = cards(visit)
    assert first
    assert not button(visit, "Back").isEnabled()
    assert "Page 1 of" in said(visit)
    click(button(visit, "More jobs"))
    second = cards(visit)
    assert not set(first) & set(second)
    assert "Page 2 of" in said(visit)
    click(button(visit, "Back"))
    assert cards(visit) == first
    # A new choice begins at its first page, and a short one has no pages to turn.
    click(button(visit, "More jobs"))
    visit.top.search.setText("dental hygienist")
    settle()
    assert cards(visit)[0] == "Dental Hygienists"
    visit.top.search.setText("")
    settle()
    assert cards(visit) == first


def test_a_search_without_a_job_says_what_to_do(visit: Visit) -> None:
    visit.top.search.setText("qqqqqqqqqqqq")
    settle()
    if not cards(visit):
        assert "No job has that name. Try another word, or fewer letters." in said(visit)
    click(button(visit, "My list"))
    assert cards(visit) == []
    assert "Nothing is on your list yet." in said(visit)
    assert visit.top.search.text() == "", "what is shown was not found by a search"


def test_back_goes_to_the_job_before_and_then_to_the_jobs(visit: Visit) -> None:
    visit.open("29-1141.00")
    visit.open("43-4051.00")
    assert "Customer Service Representatives" in said(visit)
    for seen in ("Registered Nurses", ""):
        QTest.keyClick(visit, Qt.Key.Key_Escape)
        settle()
        sheet = visit.job.sheet if visit.job.isVisible() else None
        assert (sheet.occupation.title if sheet else "") == seen
    assert cards(visit)


def test_the_order_can_be_chosen_and_is_named(visit: Visit) -> None:
    click(visit.explore.order)
    offered = [one.text() for one in overlay(visit).findChildren(QAbstractButton)]
    assert not any("closest" in words.lower() for words in offered), "there are no answers yet"
    choose(visit, "Highest pay first")
    assert visit.explore.order.text() == "Highest pay first"
    paid = [one.card.pay or 0 for one in visit.explore.grid.cards if one.card and one.isVisible()]
    everyone = [card.pay or 0 for card in visit.explore.jobs.shown(Choice())]
    assert paid == sorted(everyone, reverse=True)[: len(paid)]


def test_larger_text_and_back(visit: Visit) -> None:
    plain = visit.explore.heading.font().pointSizeF()
    click(visit.foot.text_size)
    assert visit.explore.heading.font().pointSizeF() > 1.3 * plain
    click(visit.foot.text_size)
    assert visit.explore.heading.font().pointSizeF() == plain


def test_every_key_of_the_screen_types_itself(visit: Visit) -> None:
    visit.serve_keys(visit.top.search)
    settle()
    typed = ""
    for words, key in visit.keyboard.keys.items():
        if len(words) == 1:
            key.click()
            typed += words
    assert len(typed) >= 26
    assert visit.top.search.text() == typed
    visit.keyboard.keys["Space"].click()
    visit.keyboard.keys["Delete"].click()
    visit.keyboard.keys["Delete"].click()
    assert visit.top.search.text() == typed[:-1]
    visit.keyboard.keys["Hide keys"].click()
    settle()
    assert not visit.keyboard.isVisible()
    assert visit.top.search.text() == typed[:-1]


def test_every_button_is_as_large_as_a_finger(visit: Visit) -> None:
    def small(within: QWidget) -> list[str]:
        return [
            f"{button.text() or button.accessibleName()}: {button.width()} x {button.height()}"
            for button in within.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
            and (button.width() < TARGET or button.height() < TARGET)
        ]  # fmt: skip

    assert small(visit.window()) == []
    visit.open("29-1141.00")
    for tab in range(5):
        visit.job.panes.set_tab(tab)
        settle()
        links = r"more|every|all |show|zoom|\d"
        assert [one for one in small(visit) if not re.match(links, one.lower())] == []


def test_pages_offer_nothing_that_leads_out(visit: Visit) -> None:
    visit.open("29-1141.00")
    for tab in range(5):
        visit.job.panes.set_tab(tab)
        settle()
        names = {b.accessibleName() for b in visit.findChildren(QAbstractButton) if b.isVisible()}
        assert not [n for n in names if n.startswith(("Copy", "Save", "Add a", "Rate", "Set the"))]


def test_a_figure_tells_its_source_in_place_and_it_is_not_copied(visit: Visit) -> None:
    card = visit.explore.grid.cards[0]
    mark = card.marks()[0]
    window = card.window().windowHandle()
    at = card.mapTo(card.window(), mark.rect.center().toPoint())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()
    shown = visit.popovers.shown
    assert shown is not None
    assert "Occupational Employment" in said(shown)
    assert not shown.copy.isVisible()
