"""What a student does at the kiosk, and that nothing of it is left for the next one."""

from __future__ import annotations

import os

import pytest
from kiosk_stations import (
    PaperTray,
    begun,
    until,
)
from kiosk_touches import button, choose, click, give_scores, overlay, said
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from windows import second_press, settle

from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.session.handover_code import read_handover_code
from counselor_app.errors import UserError
from counselor_app.kiosk.ask import Ask
from counselor_app.kiosk.board import Board
from counselor_app.kiosk.done import Done
from counselor_app.kiosk.first import First
from counselor_app.kiosk.found import Found
from counselor_app.kiosk.results import ResultsView
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit
from counselor_app.reports.parts import Bars, Report, Table
from counselor_app.ui.shell.search_field import SearchField

pytestmark = pytest.mark.qt_log_ignore("does not support", "keyToAscii")
PLANTED = "zebra keeper"
SESSIONS = int(os.environ.get("COUNSELOR_KIOSK_SESSIONS", "10"))


@pytest.mark.parametrize("speaks", ["English", "Español"])
def test_thirty_questions_from_the_first_touch_to_a_printed_sheet(
    station: Station, tray: PaperTray, speaks: str
) -> None:
    """At most 45 touches; the results say what was liked, and carry on to the matches."""
    touches = 0

    def touch(widget: QWidget) -> None:
        nonlocal touches
        touches += 1
        click(widget)

    first = station._page
    assert isinstance(first, First)
    if speaks == "Español":
        touch(button(first, speaks))
        until(lambda: station.visit is not None and station.visit.theme.tongue == "es")
        assert station.visit is not None
        first = station.visit.first
    touch(first.ask)
    visit = station.visit
    assert visit is not None
    for place in range(30):
        page = visit.page
        assert isinstance(page, Ask)
        touch(page.faces[(place * 7 + place // 5) % 5])
    until(lambda: isinstance(visit.page, ResultsView))
    page = visit.page
    assert isinstance(page, ResultsView)
    settle()
    touch(page.print)
    until(lambda: visit.printing._busy is None)
    touch(overlay(visit).findChildren(QAbstractButton)[0])
    until(lambda: len(tray.jobs) == 1)
    assert touches <= 45
    assert touches == (33 if speaks == "English" else 34)
    choose(visit, "OK" if speaks == "English" else "Aceptar")
    assert page.headline.text().startswith("You like " if speaks == "English" else "Te gusta ")
    click(page.matches)
    assert isinstance(visit.page, Board)
    assert visit.page.tiles[0].card.tier == visit.state.view.placed[0].tier


def test_the_questions_can_be_left_and_gone_on_with(visit: Visit) -> None:
    visit.do("ask")
    page = visit.page
    assert isinstance(page, Ask)
    click(page.faces[3])
    click(page.faces[1])
    click(page.back)
    click(page.back)
    click(page.back)
    assert visit.page is visit.first
    assert visit.first.ask.accessibleName() == "Go on with the questions (2 of 30)"
    visit.do("ask")
    assert isinstance(visit.page, Ask)
    assert "Question 3 of 30" in said(visit.page)


def test_stopping_is_offered_once_every_interest_has_enough_answers(visit: Visit) -> None:
    visit.do("ask")
    page = visit.page
    assert isinstance(page, Ask)
    while not page.stop.isVisible():
        letters = [page.answers.form.items[i].scale for i in range(page.place)]
        assert min(letters.count(letter) for letter in LETTERS) < 4
        click(page.faces[2 + page.place % 3])
    assert page.place < 30
    click(page.stop)
    until(lambda: isinstance(visit.page, ResultsView))
    assert visit.state.client.scores is not None


def test_a_double_tap_answers_one_question_and_types_two_letters(visit: Visit) -> None:
    visit.do("ask")
    page = visit.page
    assert isinstance(page, Ask)
    click(page.faces[4])
    second_press(page.faces[4])
    assert page.answers.seen == 1
    click(page.skip)
    second_press(page.skip)
    assert page.answers.seen == 2
    visit.do("find")
    field = next(one for one in visit.findChildren(SearchField) if one.isVisible())
    click(field)
    key = visit.keyboard.keys["l"]
    click(key)
    second_press(key)
    assert field.text() == "ll"


def test_too_many_skipped_questions_are_asked_again(visit: Visit) -> None:
    visit.do("ask")
    page = visit.page
    assert isinstance(page, Ask)
    for _ in range(30):
        page.pass_over()
    settle()
    assert "A few more answers are needed" in said(page)
    click(button(page, "Look at them again"))
    assert "Question 1 of 30" in said(page)


def test_pages_are_counted_before_and_never_more_than_allowed(
    visit: Visit, tray: PaperTray
) -> None:
    tray.jobs.clear()
    visit.open("43-4051.00")
    for left in ("4 pages", "3 pages", "2 pages", "1 page"):
        click(visit.job.print)
        until(lambda: visit.printing._busy is None)
        assert f"It takes 1 page. You have {left} left." in said(overlay(visit))
        choose(visit, "Print 1 page")
        until(lambda: visit.printing._busy is None)
        choose(visit, "OK")
    click(visit.job.print)
    until(lambda: visit.printing._busy is None)
    assert "This takes 1 page, and you have 0 pages left." in said(overlay(visit))
    choose(visit, "OK")
    assert len(tray.jobs) == 4
    report = tray.jobs[0].report
    assert report.section("would-do").group == "student"
    assert not [one for one in report.sections if one.id == "skills"]


def test_a_printer_that_fails_costs_no_page(visit: Visit, tray: PaperTray) -> None:
    tray.trouble = UserError("The printer did not take it. No page was counted. Ask for help.")
    visit.open("43-4051.00")
    visit.printing.print_job(visit.job.sheet)
    until(lambda: visit.printing._busy is None)
    choose(visit, "Print 1 page")
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
    assert "Registered Nurses" in str(sheet.section("on-list"))
    import pypdfium2

    pdf = pypdfium2.PdfDocument(tray.jobs[0].pdf())
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert sheet.extra["code"] in text
    assert "Lincoln High School" in text
    assert "Page 1 of 1" in text


def test_the_sheet_equals_the_screen_figure_by_figure(visit: Visit, tray: PaperTray) -> None:
    tray.jobs.clear()
    page = give_scores(visit)
    visit.toggle_listed("33-2011.00")
    visit.print_results()
    until(lambda: visit.printing._busy is None)
    choose(visit, "Print 1 page")
    until(lambda: len(tray.jobs) == 1)
    sheet = tray.jobs[0].report
    assert sheet.title == page.headline.text()
    (bars,) = (part for part in sheet.section("scores").parts if isinstance(part, Bars))
    assert [bar.name for bar in bars.rows] == [bar.accessibleName() for bar in page.bars]
    assert [bar.value for bar in bars.rows] == [round(1000 * bar.share) for bar in page.bars]
    (jobs,) = (part for part in sheet.section("jobs").parts if isinstance(part, Table))
    assert len(jobs.rows) == len(page.picks) == 3
    for row, tile in zip(jobs.rows, page.picks, strict=True):
        title, because, pay, school, outlook, _try, whose = (cell.words for cell in row)
        shown = [label.text() for label in tile.findChildren(QLabel)]
        assert shown == [one for one in (because, title, pay, school, outlook, whose) if one]
    visit.show_list()
    listed_page = visit.page
    assert isinstance(listed_page, Found)
    (listed,) = (part for part in sheet.section("on-list").parts if isinstance(part, Table))
    shown = [label.text() for label in listed_page.tiles[0].findChildren(QLabel)]
    for cell in (0, 2, 3, 4):
        assert listed.rows[0][cell].words in shown
    # The page of the job and its print say the same of it.
    visit.open("33-2011.00")
    assert listed.rows[0][2].words in said(visit.job)
    text = printed_text(tray)
    for one in (*(bar.name for bar in bars.rows), *(row[0].words for row in jobs.rows)):
        assert one in text


def printed_text(tray: PaperTray) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(tray.jobs[0].pdf())
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return " ".join(str(text).split())


def test_the_last_screen_offers_the_sheet_says_whom_and_clears(station: Station) -> None:
    visit = begun(station)
    visit.show_done()
    assert "There is no sheet yet" in said(visit.page)
    give_scores(visit)
    visit.show_done()
    page = visit.page
    assert isinstance(page, Done)
    assert "Take your sheet to your counselor" in said(page)
    assert page.code is not None
    assert read_handover_code(page.code.text()) == visit.state.client.scores
    assert page.print.isVisible()
    click(page.clear_all)
    assert station.visit is None


def test_what_still_waits_at_the_printer_is_taken_back(station: Station, tray: PaperTray) -> None:
    visit = begun(station)
    visit.open("43-4051.00")
    visit.printing.print_job(visit.job.sheet)
    until(lambda: visit.printing._busy is None)
    choose(visit, "Print 1 page")
    until(lambda: visit.printing._busy is None)
    assert len(tray.waiting) == 1
    choose(visit, "OK")
    give_scores(visit)
    visit.show_done()
    assert "has not come out of the printer by then is cancelled" in said(visit.page)
    assert isinstance(visit.page, Done)
    click(visit.page.clear_all)
    until(lambda: not tray.waiting)
    assert station.visit is None


def test_nobody_there_warns_counts_down_and_clears(station: Station) -> None:
    visit = begun(station)
    visit.look_up(PLANTED)
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


def test_a_student_is_told_why_a_job_came_and_what_is_called_nothing(visit: Visit) -> None:
    visit.look_up("youtuber")
    settle()
    assert "“youtuber”" in said(visit.page)
    assert "Plans, films and cuts videos" in said(visit.page)
    assert "Pay in Texas" in said(visit.page)
    visit.look_up("purple")
    settle()
    assert "Nothing is called “purple”. Try one of these:" in said(visit.page)
    visit.look_up("qqqqqqqqqqqqqqqq")
    settle()
    page = visit.page
    assert isinstance(page, Found)
    assert "Nothing is called “qqqqqqqqqqqqqqqq”." in said(page)
    click(page.tries[0])
    assert page.tiles, "what is offered is found"


def test_the_next_student_finds_nothing_of_the_one_before(station: Station) -> None:
    visit = begun(station)
    visit.look_up("nurse")
    visit.toggle_listed("29-1141.00")
    give_scores(visit)
    visit.open("29-1141.00")
    QGuiApplication.clipboard().setText(PLANTED)
    station.end()
    settle()
    after = begun(station)
    assert after is not visit
    assert after.page is after.first
    assert after.findChildren(SearchField) == []
    assert after.listed == []
    assert after.state.client.scores is None
    assert after.state.client.answers is None
    assert after.printing.allowance.used == 0
    after.do("like", "S")
    assert isinstance(after.page, Board)
    assert {tile.card.tier for tile in after.page.tiles} == {None}
    assert QGuiApplication.clipboard().text() == ""
    station.end()
