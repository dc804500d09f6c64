"""What a student does at the kiosk, and that nothing of it is left for the next one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kiosk_stations import (
    PIN,
    PaperTray,
    Told,
    begun,
    until,
)
from kiosk_touches import answered, choose, click, give_scores, overlay, said
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from windows import settle

from counselor_app.domain.session.handover_code import read_handover_code
from counselor_app.errors import UserError
from counselor_app.kiosk.bars import lock_side
from counselor_app.kiosk.guard import CHORD, CHORD_KEY
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit
from counselor_app.language import language
from counselor_app.reports.parts import Prose, Report

pytestmark = pytest.mark.qt_log_ignore("does not support", "keyToAscii")
PLANTED = "zebra keeper"
SESSIONS = int(os.environ.get("COUNSELOR_KIOSK_SESSIONS", "10"))


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


def test_a_student_can_be_met_in_another_language_and_the_next_one_is_not(
    station: Station,
) -> None:
    station.speak(language("pseudo"))
    assert station._page.accessibleName().startswith("[Tóúçh tó bégíñ")
    visit = begun(station)
    assert visit.top.search.placeholderText().startswith("[Typé á jób")
    assert visit.top.list.text().startswith("[My líst 0")
    shown = next(card for card in visit.explore.grid.cards if card.isVisible())
    assert "[úsúál sçhóólíñg" in shown.accessibleName()
    station.end()
    assert station._page.accessibleName() == "Touch to begin"
    assert begun(station).top.list.text() == "My list 0"
