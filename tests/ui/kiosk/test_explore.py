"""How a student looks through the jobs at the kiosk, at every size of screen and text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from kiosk_touches import button, click, give_scores, said
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from windows import settle

from counselor_app.kiosk.board import Board
from counselor_app.kiosk.first import First
from counselor_app.kiosk.found import Found
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import TARGET
from counselor_app.reports.parts import Prose, words
from counselor_app.reports.sections.student import student_sections

pytestmark = pytest.mark.qt_log_ignore("does not support", "keyToAscii")
FIRE, NURSES, MILITARY = "33-2011.00", "29-1141.00", "55-3016.00"


def test_typing_on_the_screen_finds_a_job(station: Station) -> None:
    assert isinstance(station._page, First)
    click(station._page.look_up)
    visit = station.visit
    assert visit is not None
    page = visit.page
    assert isinstance(page, Found)
    assert visit.keyboard.isVisible()
    for letter in "nurse":
        click(visit.keyboard.keys[letter])
    click(visit.keyboard.keys["Delete"])
    click(visit.keyboard.keys["e"])
    click(visit.keyboard.keys["Done"])
    assert not visit.keyboard.isVisible()
    assert page.search is not None
    assert page.search.text() == "nurse"
    assert page.tiles[0].card.title == "Registered Nurses"
    click(page.tiles[0])
    assert visit.page is visit.job
    assert visit.job.sheet is not None
    assert visit.job.sheet.occupation.code == NURSES


@pytest.fixture
def unhurried() -> Iterator[None]:
    """Two taps are two, however soon a test makes the second, which lies where the first did."""
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    yield
    QApplication.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("unhurried")
def test_a_finger_begins_with_an_interest_and_opens_a_job(station: Station) -> None:
    device, window = QTest.createTouchDevice(), station.windowHandle()

    def tap(at: QPoint) -> None:
        QTest.touchEvent(window, device).press(0, at, window).commit()
        QTest.touchEvent(window, device).release(0, at, window).commit()
        settle()

    assert isinstance(station._page, First)
    tile = station._page.likes["A"]
    tap(tile.mapTo(station, tile.rect().center()))
    visit = station.visit
    assert visit is not None
    assert isinstance(visit.page, Board)
    assert "Jobs that go with creating" in said(visit.page)
    alone = next(one for one in visit.page.tiles if len(one.card.codes) == 1)
    tap(alone.mapTo(station, QPoint(60, 60)))
    assert visit.page is visit.job
    tap(QPoint(3, 3))  # an edge, from where a swipe would open something of the system
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [station]


def test_three_cards_a_column_are_in_sight_with_what_shows_more(visit: Visit) -> None:
    visit.resize(1280, 800)
    visit.do("like", "R")
    settle()
    page = visit.page
    assert isinstance(page, Board)
    room = page.area.viewport().rect()

    def in_sight(part: QWidget) -> bool:
        return room.contains(QRect(part.mapTo(page.area.viewport(), QPoint()), part.size()))

    assert all(in_sight(button) for button in page.more)
    whole = [tile for tile in page.tiles if in_sight(tile)]
    columns = {tile.parentWidget() for tile in whole}
    assert len(columns) == 3
    assert len(whole) == len(page.tiles) >= 8


def test_more_of_a_column_and_near_twins_open(visit: Visit) -> None:
    visit.do("like", "R")
    page = visit.page
    assert isinstance(page, Board)
    before = len(page.tiles)
    page.more[0].click()
    settle()
    assert len(page.tiles) == before + 6
    twins = next(one for one in page.tiles if len(one.card.codes) > 1)
    codes = twins.card.codes
    twins.click()
    settle()
    found = visit.page
    assert isinstance(found, Found)
    assert tuple(tile.card.codes[0] for tile in found.tiles) == codes


def test_the_star_makes_a_list_that_can_be_shown(visit: Visit) -> None:
    visit.do("like", "A")
    page = visit.page
    assert isinstance(page, Board)
    tile = next(one for one in page.tiles if len(one.card.codes) == 1)
    click(tile.star)
    assert visit.listed == [tile.card.codes[0]]
    assert page.list is not None
    assert page.list.text() == "My list 1"
    click(page.list)
    assert isinstance(visit.page, Found)
    assert [one.card.codes[0] for one in visit.page.tiles] == visit.listed
    visit.toggle_listed(visit.listed[0])
    visit.show_list()
    settle()
    assert "Nothing is on your list yet." in said(visit.page)


def test_the_page_of_a_job_is_the_printed_student_s_page(visit: Visit) -> None:
    for code in (FIRE, NURSES, MILITARY):
        visit.open(code)
        settle()
        sheet = visit.job.sheet
        assert sheet is not None
        shown = said(visit.job)
        for section in student_sections(sheet):
            if section.id != "student-sources":
                assert section.title in shown, section.id
            for part in section.parts:
                if isinstance(part, Prose):
                    for text in part.texts:
                        assert words(text[:1]) in shown
    assert visit.job.links
    click(visit.job.links[0])
    assert visit.job.sheet is not None
    assert visit.job.sheet.occupation.code != MILITARY


def test_back_goes_to_the_screen_before(visit: Visit) -> None:
    visit.do("like", "S")
    visit.open(NURSES)
    visit.open("43-4051.00")
    settle()
    assert "Customer Service Representatives" in said(visit)
    for title in (
        "Registered Nurses",
        "Jobs that go with helping people",
        "What do you like doing?",
    ):
        QTest.keyClick(visit, Qt.Key.Key_Escape)
        settle()
        assert title in said(visit.page)


def test_a_surprise_leads_to_another(visit: Visit) -> None:
    visit.do("surprise")
    assert visit.page is visit.job
    assert visit.job.sheet is not None
    first = visit.job.sheet.occupation.code
    click(visit.job.another)
    assert visit.job.sheet.occupation.code != first


def test_the_neighbors_of_a_job_are_named_where_it_was_opened(visit: Visit) -> None:
    visit.do("like", "S")
    page = visit.page
    assert isinstance(page, Board)
    alone = [one.card for one in page.tiles if len(one.card.codes) == 1]
    row = page.row(alone[0].codes[0])
    visit.open_card((row[0],))
    assert not visit.job.before.isVisible()
    click(visit.job.after)
    assert visit.job.sheet is not None
    assert visit.job.sheet.occupation.code == row[1]
    assert visit.job.before.isVisible()
    click(visit.job.back)
    assert isinstance(visit.page, Board)


def test_every_key_of_the_screen_types_itself(visit: Visit) -> None:
    visit.look_up()
    page = visit.page
    assert isinstance(page, Found)
    assert page.search is not None
    typed = ""
    for name, key in visit.keyboard.keys.items():
        if len(name) == 1:
            key.click()
            typed += name
    assert len(typed) >= 26
    assert page.search.text() == typed
    visit.keyboard.keys["Space"].click()
    visit.keyboard.keys["Delete"].click()
    visit.keyboard.keys["Delete"].click()
    assert page.search.text() == typed[:-1]
    visit.keyboard.keys["Hide keys"].click()
    settle()
    assert not visit.keyboard.isVisible()


def screens(visit: Visit) -> Iterator[tuple[str, QWidget]]:
    """Every screen of a visit, as a student comes to it."""
    yield "first", visit.first
    visit.do("ask")
    yield "question", visit.page
    give_scores(visit)
    yield "results", visit.page
    visit.show_matches()
    yield "matches", visit.page
    visit.open(FIRE)
    yield "job", visit.page
    visit.look_up("nurse")
    visit.keyboard.put_away()
    yield "search", visit.page
    visit.show_done()
    yield "done", visit.page


def faults(page: QWidget) -> list[str]:
    """What is too small to read or to touch, cut off, or out of sight to the side."""
    found: list[str] = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        size = label.fontMetrics().height() / 1.257  # of its line height, for this face
        if size < 19.5:
            found.append(f"small: {label.text()[:40]}, {size:.1f}")
        room = label.contentsRect()
        need = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        if label.height() + 1 < need:
            found.append(f"low: {label.text()[:40]}, {label.height()} of {need}")
        if not label.wordWrap() and room.width() + 2 < label.sizeHint().width():
            found.append(f"narrow: {label.text()[:40]}")
    for one in page.findChildren(QAbstractButton):
        if not one.isVisible():
            continue
        name = one.text() or one.accessibleName()
        if one.width() < TARGET or one.height() < TARGET:
            found.append(f"target: {name[:40]}, {one.width()} x {one.height()}")
        if one.text() and one.width() < one.sizeHint().width():
            found.append(f"cut: {name[:40]}, {one.width()} of {one.sizeHint().width()}")
        right = one.mapTo(page, QPoint(one.width(), 0)).x()
        if right > page.width() + 1:
            found.append(f"outside: {name[:40]}")
    for area in page.findChildren(QScrollArea):
        body = area.widget()
        assert body is not None
        if area.isVisible() and body.width() > area.viewport().width() + 1:
            found.append(f"wide: {body.width()} in {area.viewport().width()}")
    return found


@pytest.mark.parametrize("larger", [False, True], ids=["usual", "larger"])
@pytest.mark.parametrize("speaks", ["en", "pseudo"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (1920, 1080)], ids=str)
def test_nothing_is_small_or_cut_on_any_screen(
    station: Station, size: tuple[int, int], speaks: str, larger: bool
) -> None:
    station.begin()
    visit = station.visit
    assert visit is not None
    if speaks != "en":
        visit.spoke.emit(speaks)
        settle()
        visit = station.visit
        assert visit is not None
    if larger:
        visit.toggle_size()
    found: list[str] = []
    for name, page in screens(visit):
        visit.resize(*size)
        settle()
        settle()
        found += [f"{name}: {fault}" for fault in faults(page)]
    assert not found, "; ".join(found)


def test_larger_text_and_back(visit: Visit) -> None:
    label = visit.first.line
    plain = label.font().pointSizeF()
    click(visit.first.size_button)
    assert label.font().pointSizeF() == pytest.approx(1.35 * plain, rel=0.01)
    settle()
    click(visit.first.size_button)
    assert label.font().pointSizeF() == plain
    # Screens that have been left are not asked to follow.
    visit.do("like", "R")
    visit.home()
    settle()
    click(visit.first.size_button)
    assert visit.first.size_button.text() == "Smaller text"
    visit.do("like", "R")
    assert button(visit.page, "Smaller text").isVisible()


def test_nothing_on_any_screen_leads_out(visit: Visit) -> None:
    """Every button is the kiosk's own: no page of the window is shown."""
    for _name, page in screens(visit):
        buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
        assert buttons
        modules = {type(one).__module__ for one in buttons}
        assert all(module.startswith("counselor_app.kiosk.") for module in modules)
