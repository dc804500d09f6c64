"""What a student does at the kiosk, and that nothing of it is left for the next one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kiosk_stations import (
    PIN,
    PaperTray,
    Told,
    begun,
    put_away,
    until,
    waiting_station,
    write_settings,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from windows import settle

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.handover_code import read_handover_code
from counselor_app.domain.session.inventory import Answers, client_scores, score
from counselor_app.errors import UserError
from counselor_app.kiosk.bars import lock_side
from counselor_app.kiosk.explore import MY_LIST
from counselor_app.kiosk.guard import CHORD, CHORD_KEY
from counselor_app.kiosk.jobs import Choice
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import TARGET, Overlay
from counselor_app.reports.parts import Prose, Report

pytestmark = pytest.mark.qt_log_ignore("does not support", "keyToAscii")
PLANTED = "zebra keeper"
SESSIONS = int(os.environ.get("COUNSELOR_KIOSK_SESSIONS", "10"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture(scope="module")
def tray() -> PaperTray:
    return PaperTray()


@pytest.fixture(scope="module")
def clock() -> Told:
    return Told()


@pytest.fixture(scope="module")
def started(
    qapp: QApplication, seed_pack: Path, folder: Path, tray: PaperTray, clock: Told
) -> Iterator[Station]:
    settings = write_settings(folder, school='"Lincoln High School"', areas='["Texas"]')
    made = Station(settings, seed_pack, folder, printer=lambda _: tray, clock=clock)
    yield waiting_station(made)
    put_away(made)


@pytest.fixture
def station(started: Station, tray: PaperTray) -> Station:
    """The station as it waits for a student, whatever went on before; with an empty tray."""
    tray.trouble = None
    tray.jobs.clear()
    if started.visit is not None:
        started.end()
        settle()
    tray.waiting.clear()
    return started


@pytest.fixture
def visit(station: Station) -> Visit:
    return begun(station)


def click(widget: QWidget) -> None:
    """As a finger does: through the window."""
    window = widget.window().windowHandle()
    at = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()


def said(within: QWidget) -> str:
    return " ".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())


def overlay(visit: Visit) -> Overlay:
    return next(one for one in visit.findChildren(Overlay) if one.isVisible())


def choose(visit: Visit, words: str) -> None:
    """Touch a button of the question on the screen."""
    buttons = overlay(visit).findChildren(QAbstractButton)
    click(next(button for button in buttons if button.text().startswith(words)))


def answered(form: str = "short") -> Answers:
    answers = Answers(inventory_form("long" if form == "long" else "short"))
    for place, item in enumerate(answers.form.ids):
        answers = answers.answered(item, (place * 7 + place // 5) % 5).later(3)
    return answers


def give_scores(visit: Visit) -> None:
    from datetime import date

    answers = answered()
    found = client_scores(score(answers), date(2026, 11, 22))
    assert found is not None
    visit.questions.keep(answers=answers)
    visit.questions.use(found)
    until(lambda: visit.state.view.redraws is not None)


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
    click(explore.study["Little"])
    few = explore.jobs.shown(explore.choice)
    assert 0 < len(few) < len(shown)
    assert all(card.study is not None and card.study <= 1 for card in few)
    click(explore.study["Any"])
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


def test_the_questions_give_results_matches_and_a_code(visit: Visit) -> None:
    click(visit.foot.ask)
    choose(visit, "30 questions")
    assert visit.questions.inventory is not None
    click(visit.questions.inventory.cards[3])
    click(visit.questions.inventory.cards[1])
    assert visit.questions.inventory.answers.seen == 2
    visit.questions.inventory.close()
    settle()
    assert visit.foot.ask.text().startswith("Go on with the questions")
    give_scores(visit)
    assert visit.questions.results is not None
    assert visit.stack.currentWidget() is visit.questions.results
    assert read_handover_code(visit.questions.results.code.text()) == visit.state.client.scores
    click(visit.questions.results.matches)
    first = visit.explore.grid.cards[0].card
    assert first is not None
    assert first.code == visit.state.view.ranking[0].code
    assert first.fit_words
    visit.open(first.code)
    assert "Fit with you" in str(visit.job.panes.first.head.facts._facts)


def test_pages_are_counted_before_and_never_more_than_allowed(
    visit: Visit, tray: PaperTray
) -> None:
    tray.jobs.clear()
    visit.open("43-4051.00")
    for left in (4, 2):
        click(visit.job.print)
        until(lambda: visit.printing._busy is None)
        assert f"It takes 2 pages. You have {left} pages left." in said(overlay(visit))
        choose(visit, "Print 2 pages")
        until(lambda: visit.printing._busy is None)
        choose(visit, "OK")
    assert "0 pages left to print" in visit.foot.said.text()
    click(visit.job.print)
    until(lambda: visit.printing._busy is None)
    assert "This takes 2 pages, and you have 0 pages left." in said(overlay(visit))
    choose(visit, "OK")
    assert len(tray.jobs) == 2


def test_a_printer_that_fails_costs_no_page(visit: Visit, tray: PaperTray) -> None:
    tray.trouble = UserError("The printer did not take it. No page was counted. Ask for help.")
    visit.open("43-4051.00")
    visit.printing.print_job(visit.job.sheet)
    until(lambda: visit.printing._busy is None)
    choose(visit, "Print 2 pages")
    until(lambda: visit.printing._busy is None)
    assert "No page was counted" in said(overlay(visit))
    assert visit.printing.allowance.left == 4


def test_the_results_sheet_holds_the_code_and_nothing_of_the_student(
    visit: Visit, tray: PaperTray
) -> None:
    tray.jobs.clear()
    give_scores(visit)
    visit.toggle_listed("29-1141.00")
    visit.print_results()
    until(lambda: visit.printing._busy is None)
    choose(visit, "Print 1 page")
    until(lambda: len(tray.jobs) == 1)
    sheet = tray.jobs[0].report
    assert isinstance(sheet, Report)
    assert read_handover_code(sheet.extra["code"]) == visit.state.client.scores
    (listed,) = (p for p in sheet.section("on-list").parts if isinstance(p, Prose))
    assert listed.texts[0][0].text.startswith("Registered Nurses (")
    import pypdfium2

    pdf = pypdfium2.PdfDocument(tray.jobs[0].pdf())
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert sheet.extra["code"] in text
    assert "Lincoln High School" in text
    assert "Page 1 of 1" in text


def test_what_still_waits_at_the_printer_is_taken_back(station: Station, tray: PaperTray) -> None:
    visit = begun(station)
    visit.open("43-4051.00")
    visit.printing.print_job(visit.job.sheet)
    until(lambda: visit.printing._busy is None)
    choose(visit, "Print 2 pages")
    until(lambda: visit.printing._busy is None)
    assert len(tray.waiting) == 1
    choose(visit, "OK")
    click(visit.top.done)
    assert "has not come out of the printer by then is cancelled" in said(overlay(visit))
    choose(visit, "Yes, clear everything")
    until(lambda: not tray.waiting)
    assert station.visit is None


def test_nobody_there_warns_counts_down_and_clears(station: Station) -> None:
    visit = begun(station)
    visit.top.search.setText(PLANTED)
    station._warn()
    assert station.warning is not None
    assert "cleared in 20 seconds" in said(station.warning)
    click(station.warning)  # any touch
    assert station.warning is None
    assert station.visit is visit
    station._warn()
    for _ in range(20):
        station._count_down()
    settle()
    assert station.visit is None
    assert PLANTED not in " ".join(
        w.text() for w in QApplication.allWidgets() if isinstance(w, (QLineEdit, QLabel))
    )


def test_a_student_is_told_why_a_job_came_and_what_is_only_a_guess(station: Station) -> None:
    visit = begun(station)
    visit.look_for("youtuber")
    assert visit.explore.heading.text() == "“youtuber”"
    assert visit.explore.count.text().startswith("Plans, films and cuts videos")
    visit.look_for("purple")
    assert visit.explore.heading.text() == "No close match. Perhaps:"
    visit.look_for("nurse")
    assert visit.explore.heading.text() == "“nurse”"


def test_the_next_student_finds_nothing_of_the_one_before(station: Station) -> None:
    visit = begun(station)
    visit.top.search.setText("nurse")
    visit.toggle_listed("29-1141.00")
    give_scores(visit)
    visit.open("29-1141.00")
    QGuiApplication.clipboard().setText(PLANTED)
    station.end()
    settle()
    after = begun(station)
    assert after is not visit
    assert after.top.search.text() == ""
    assert not after.top.search.isUndoAvailable()
    assert after.listed == []
    assert after.state.client.scores is None
    assert after.state.client.answers is None
    assert after.printing.allowance.used == 0
    assert not any(card.card and card.card.fit_words for card in after.explore.grid.cards)
    assert after.job.panes.first.history == []
    assert QGuiApplication.clipboard().text() == ""
    station.end()


def test_the_corner_held_or_the_chord_and_the_pin_lead_out(
    station: Station, clock: Told, folder: Path
) -> None:
    begun(station)
    side = lock_side(station.theme) // 2
    corner = QPoint(station.width() - side, station.height() - side)
    station._hold.setInterval(30)
    press = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    QTest.mousePress(station.windowHandle(), *press)
    QTest.qWait(80)
    settle()
    assert station.pad is not None
    QTest.mouseRelease(station.windowHandle(), *press)
    click(station.pad.cancel)
    assert station.pad is None
    QTest.keyClick(station.windowHandle(), CHORD_KEY, CHORD)
    settle()
    pad = station.pad
    assert pad is not None
    for digit in "000001":
        click(pad.keys[digit])
    assert pad.dots.text() == "••••••"
    click(pad.keys["OK"])
    assert "That is not the PIN" in said(pad)
    assert station.isVisible()
    for _ in range(2):
        QTest.keyClicks(pad, "000002")
        QTest.keyClick(pad, Qt.Key.Key_Return)
    settle()
    assert "Too many wrong tries. Wait 30 seconds." in said(pad)
    assert not pad.keys["1"].isEnabled()
    clock.now += 31
    pad._show_wait()
    gone: list[bool] = []
    station.left.connect(lambda: gone.append(True))
    left = station._leave
    pad.right.disconnect(left)
    pad.right.connect(lambda: gone.append(True))
    QTest.keyClicks(pad, PIN)
    QTest.keyClick(pad, Qt.Key.Key_Return)
    settle()
    assert gone == [True]
    every = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert PIN.encode() not in every
    station._hold.setInterval(3000)
    station.end()


def test_sessions_leave_nothing_on_the_disk_and_no_widgets(station: Station, folder: Path) -> None:
    """Ten sessions; COUNSELOR_KIOSK_SESSIONS=1000 for the whole run."""
    station.end()
    settle()
    counts = []
    for number in range(SESSIONS):
        visit = begun(station)
        visit.top.search.setText(f"{PLANTED} {number}")
        visit.top.search.setText("nurse")
        visit.open("29-1141.00")
        visit.job.panes.set_tab(number % 5)
        visit.toggle_listed("29-1141.00")
        visit.questions.keep(answers=answered())
        settle()
        station.end()
        settle()
        counts.append(len(QApplication.allWidgets()))
    assert max(counts[2:]) == counts[2]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not [p for p in files if PLANTED.encode() in p.read_bytes()]
    assert {p.name for p in files} <= {"kiosk.toml", "kiosk-pin.json", "checked.json"}
