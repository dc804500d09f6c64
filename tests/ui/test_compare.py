"""Two to four occupations on one page: what it says, how it is reached, and that it gives way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.charts.beside import beside
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.present import PresentJob
from counselor_app.settings import Settings
from counselor_app.ui.charts.beside_bars import BandBar, ChangeBar, apart
from counselor_app.ui.charts.fit_charts import TierDots
from counselor_app.ui.charts.pay_bands import PayBands
from counselor_app.ui.occupation.compare_answers import AnswersGrid
from counselor_app.ui.occupation.compare_page import ComparePage, compared_pay
from counselor_app.ui.parts.figures_text import FiguresText
from counselor_app.ui.parts.text import JobLink, Prose
from counselor_app.ui.shell.desk import Desk

NURSES, CLERKS, ELECTRICIANS, ACTORS = "29-1141.00", "43-4051.00", "47-2111.00", "27-2011.00"
TEXAS, CALIFORNIA = "4800000", "0600000"
SIX = (TEXAS, CALIFORNIA, "3600000", "1200000", "0035620")


def compared(desk: Desk, *codes: str) -> ComparePage:
    desk.jobs.open(codes[0])
    for code in codes[1:]:
        desk.shortlist.toggle(code)
    desk.keys.compare()
    settle()
    page = desk.comparison.page
    assert page is not None
    page.widget().grab()
    return page


def texts(page: ComparePage) -> list[FiguresText]:
    return [text for text in page.findChildren(FiguresText) if text.isVisible()]


def prose(page: ComparePage) -> str:
    return " ".join(label.text() for label in page.findChildren(Prose) if label.isVisible())


@pytest.mark.parametrize("size", [(1440, 900), (800, 700)])
def test_every_answer_is_printed_and_its_figures_can_be_asked_about(
    open_window: Open, size: tuple[int, int]
) -> None:
    _, desk = open_window(Settings(places=(TEXAS,)), size=size)
    page = compared(desk, CLERKS, NURSES, ELECTRICIANS)
    found = compare(
        [sheet for c in (NURSES, ELECTRICIANS, CLERKS) if (sheet := desk.reference.sheet(c))]
    )
    assert page.found == found
    expected = [cell for row in found.rows for cell in row.cells]
    assert [text.text() for text in texts(page)] == [cell.words for cell in expected]
    for text, cell in zip(texts(page), expected, strict=True):
        assert {mark.subject for mark in text.marks()} == set(cell.figures)
    said = prose(page)
    for row in found.rows:
        assert row.note in said
    assert page.horizontalScrollBar().maximum() == 0


def test_a_figure_is_marked_where_its_value_stands(open_window: Open) -> None:
    _, desk = open_window()
    page = compared(desk, CLERKS, NURSES)
    pay = next(text for text in texts(page) if text.text().startswith("$44,770 a year"))
    rects = {m.subject.key: m.rect for m in pay.marks() if isinstance(m.subject, Figure)}
    assert rects["wage.annual.p50"].left() == 0
    assert rects["wage.annual.p50"].width() < pay.width() / 2
    assert all("pay" in mark.name for mark in pay.marks())
    assert "Customer Service Representatives: $44,770" in pay.accessibleName()


def test_the_key_opens_it_and_escape_goes_back(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    settle()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_C, keys)
    settle()
    page = desk.comparison.page
    assert page is not None
    assert [s.occupation.code for s in page.sheets] == [NURSES, CLERKS]
    assert page.geometry() == desk.jobs.panes.geometry()
    assert QApplication.focusWidget() is page.back
    reached = set()
    for _ in range(60):
        window.focusNextPrevChild(True)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        assert not desk.jobs.panes.isAncestorOf(focus)
        if page.isAncestorOf(focus):
            reached.add(focus)
    stops = {t for t in texts(page) if t.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert stops <= reached
    assert any(isinstance(w, JobLink) for w in reached)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert desk.comparison.page is page, "Esc never changes the page"
    page.back.click()
    settle()
    assert desk.comparison.page is None
    assert desk.jobs.panes.isVisible()


def test_too_few_say_how_to_choose_more(open_window: Open) -> None:
    window, desk = open_window()
    desk.keys.compare()
    assert desk.comparison.page is None
    assert window.bar is not None
    assert "Ctrl+D" in window.bar.accessibleName() + " ".join(
        label.text() for label in window.bar.findChildren(Prose)
    )


def test_at_most_four_are_compared_and_opening_one_closes_the_page(open_window: Open) -> None:
    _, desk = open_window()
    listed = [NURSES, ELECTRICIANS, ACTORS, "53-7065.00", "15-1252.00"]
    page = compared(desk, CLERKS, *listed)
    assert [s.occupation.code for s in page.sheets] == listed[:4]
    link = next(link for link in page.findChildren(JobLink) if link.text() == "Electricians")
    link.click()
    settle()
    assert desk.comparison.page is None
    assert desk.jobs.panes.first.sheet is not None
    assert desk.jobs.panes.first.sheet.occupation.code == ELECTRICIANS


def test_a_client_adds_the_fit_and_takes_it_away(open_window: Open) -> None:
    _, desk = open_window()
    page = compared(desk, CLERKS, NURSES)
    assert "How does it fit you?" not in prose(page)
    desk.client.set(Client("RF-14", parse_scores("10,14,20,38,30,26", None)))
    desk.client.wait()
    settle()
    assert "How does it fit you?" in prose(page)
    assert any("among the tenth of jobs closest to your interests" in t.text() for t in texts(page))
    assert len(page.findChildren(TierDots)) == 2
    desk.client.set(Client())
    settle()
    assert "How does it fit you?" not in prose(page)


def test_four_occupations_in_six_places_each_have_their_row(open_window: Open) -> None:
    _, desk = open_window(Settings(places=SIX))
    page = compared(desk, CLERKS, NURSES, ELECTRICIANS, ACTORS)
    bands = next(iter(page.findChildren(PayBands)))
    # The actors' pay is by the hour only: it stands on no scale of years.
    yearly = [sheet for sheet in page.sheets if sheet.nation.full_year]
    assert len(yearly) == 3
    assert len(bands.chart.rows) == 18
    for place in range(6):
        for i, sheet in enumerate(yearly):
            row = bands.chart.rows[3 * place + i]
            wages = sheet.wages[place]
            assert row.label == f"{wages.place}: {sheet.occupation.title}"
            assert row.knot(50).text == value_words(wages.median())
    tops = sorted({round(spot.rect.top()) for spot in bands.spots() if spot.knot.percentile == 50})
    assert all(low + 20 < high for low, high in pairwise(tops))


def test_the_pay_of_all_stands_on_one_scale_from_zero(open_window: Open) -> None:
    _, desk = open_window()
    sheets = [sheet for code in (CLERKS, NURSES) if (sheet := desk.reference.sheet(code))]
    chart = compared_pay(sheets)
    assert chart.axis is not None
    assert chart.axis.low == 0
    assert [row.tint for row in chart.rows] == [0, 1]


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_large_text_puts_the_answers_below_one_another(open_window: Open, scale: float) -> None:
    _, desk = open_window(scale=scale, size=(1100, 900))
    page = compared(desk, CLERKS, NURSES, ELECTRICIANS, ACTORS)
    assert not any(grid.isVisible() for grid in page.findChildren(AnswersGrid))
    assert page.horizontalScrollBar().maximum() == 0
    assert page.found is not None
    assert len(texts(page)) == len(page.found.rows) * 4


def test_each_row_is_drawn_on_one_scale(open_window: Open) -> None:
    _, desk = open_window(Settings(places=(TEXAS,)))
    page = compared(desk, CLERKS, NURSES)
    drawn = beside(page.sheets)
    (one, other) = drawn["openings"]
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    figures = [sheet.outlook.openings.number or 0 for sheet in page.sheets]
    assert one[0].share / other[0].share == pytest.approx(figures[0] / figures[1])
    assert max(one[0].share, other[0].share) == 1
    for row in ("pay.here", "pay.nation"):
        assert max(band.shares[4] for band in drawn[row]) == 1  # type: ignore[union-attr,type-var]
    assert len(page.findChildren(BandBar)) == 4
    bars = page.findChildren(ChangeBar)
    assert len(bars) == 2
    assert drawn["outlook"][0].zero == drawn["outlook"][1].zero  # type: ignore[union-attr]
    assert "half earn more than" in page.findChildren(BandBar)[0].accessibleName()


def test_the_client_who_reads_along_sees_no_code_and_no_correlation(open_window: Open) -> None:
    _, desk = open_window(Settings(places=(TEXAS,)))
    desk.client.set(
        Client("RF-14", parse_scores("10,14,20,38,30,26"), present=PresentJob(CLERKS, "Clerks"))
    )
    desk.client.wait()
    page = compared(desk, CLERKS, NURSES)
    assert "The present job" in prose(page)
    desk.view.set_client_view(True)
    settle()
    said = " ".join([prose(page), *(text.text() for text in texts(page))])
    for private in ("job zone", "SAI", "Whom does it suit", "−1 opposite", "923", "of 1,000"):
        assert private not in said
    assert "Side by side" in said


def test_a_job_is_starred_and_taken_off_on_the_page(open_window: Open) -> None:
    _, desk = open_window()
    page = compared(desk, CLERKS, NURSES, ELECTRICIANS)
    page.starred.emit(CLERKS)
    settle()
    assert CLERKS in desk.shortlist
    page.dropped.emit(ELECTRICIANS)
    settle()
    assert len(page.sheets) == 2
    assert ELECTRICIANS not in desk.comparison.codes()


@pytest.mark.parametrize(
    ("middles", "lefts"),
    [
        ((60, 160), [40, 140]),  # each under its place
        ((60, 90), [32, 78]),  # pushed apart, evenly
        ((5, 20), [0, 46]),  # at the left edge
        ((185, 195), [114, 160]),  # at the right edge
    ],
)
def test_the_two_ends_of_a_pay_band_are_never_written_over_each_other(
    middles: tuple[float, float], lefts: list[float]
) -> None:
    assert apart(middles, (40, 40), 200, 6) == lefts
    assert apart(middles, (40, 40), 70, 6) == [0, 30], "no room for both: at the ends"
