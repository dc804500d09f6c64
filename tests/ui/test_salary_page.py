"""The Salary tab prints what the sheet holds, says what is missing, and can be walked by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from salary_pages import CALIFORNIA, CLEVELAND, GUAM, HOSPITALS, TEXAS, cells, prose, shown, visible
from windows import settle

from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.pay_words import with_margin
from counselor_app.domain.occupation.wages import PERCENTILES
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.pay_bands import PayBands
from counselor_app.ui.charts.series import PlaceChip
from counselor_app.ui.occupation.salary_strip import SalaryOptions
from counselor_app.ui.parts.finding import Finding
from counselor_app.ui.parts.source import FigureLabel
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


@pytest.mark.parametrize("code", ["43-4051", "29-1141.01", "13-1021", "47-2111", "53-7065"])
@pytest.mark.parametrize("width", [1084, 540])
def test_every_number_is_the_sheets(
    qtbot: QtBot, theme: Theme, pack: Pack, code: str, width: int
) -> None:
    sheet = read_sheet(pack, code, [TEXAS, CALIFORNIA])
    page, _ = shown(qtbot, theme, sheet, width=width)
    printed = cells(page)
    for row in sheet.wages:
        for p in PERCENTILES:
            figure = row.percentile(p, "annual")
            name = "Median pay" if p == 50 else f"{p}th percentile of pay"
            assert printed[f"{figure.key} {name}, {row.place}"] == value_words(figure).lstrip("$")
        mean = row.figures["wage.annual.mean"]
        assert printed[f"{mean.key} Mean pay, {row.place}"].split(" ")[0] == value_words(mean)
        employed = row.employment
        words = printed[f"{employed.key} Employees, {row.place}"]
        assert words == with_margin(employed)
    assert page._bands is not None
    drawn = {(s.row.label, s.knot.percentile): s.knot.value for s in page._bands.spots()}
    expected = {
        (row.place, p): row.percentile(p, "annual").number
        for row in sheet.wages
        for p in PERCENTILES
    }
    assert drawn == expected


def test_the_published_wages_of_a_known_job(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    finding = visible(page, Finding)[0].accessibleName()
    assert "between $36,870 and $51,780 a year" in finding
    assert "$44,770 in the United States and $40,420 in Texas" in finding


def test_the_hour_is_chosen_and_told_to_the_other_pane(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    sheet = read_sheet(pack, "43-4051")
    page, strip = shown(qtbot, theme, sheet)
    told: list[object] = []
    page.options_changed.connect(told.append)
    strip.basis.chosen.emit(1)
    assert told == [SalaryOptions("hourly")]
    assert page._bands is not None
    assert page._bands.chart.basis == "hourly"
    median = next(s for s in page._bands.spots() if s.knot.percentile == 50)
    assert median.knot.text == "$21.53"


@pytest.mark.parametrize(
    ("code", "basis", "words"),
    [("25-1011", "annual", "By the year only"), ("27-2011", "hourly", "By the hour only")],
)
def test_a_job_published_one_way_says_so(
    qtbot: QtBot, theme: Theme, pack: Pack, code: str, basis: str, words: str
) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, code))
    page.choose(SalaryOptions("annual" if basis == "hourly" else "hourly"))
    assert page._bands is not None
    assert page._bands.chart.basis == basis
    assert not strip.basis.isEnabled()
    assert strip.reason.text().startswith(words)
    assert words in strip.basis.accessibleDescription()


def test_no_pay_at_all_is_said_in_words(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "55-1011", [TEXAS]))
    assert "leave out the armed forces" in prose(page)
    labels = [w.text() for w in visible(page, FigureLabel) if isinstance(w, FigureLabel)]
    assert "Texas: not published for this occupation" in labels
    assert not visible(page, PayBands)


def test_a_missing_place_is_a_word_and_no_mark(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1022", [GUAM])
    assert sheet.places[0].median().number is None
    page, _ = shown(qtbot, theme, sheet)
    assert page._bands is not None
    guam = [s for s in page._bands.spots() if s.row.label == "Guam"]
    assert [s.knot.value for s in guam] == [None]
    flag = sheet.places[0].median().flag
    names = [
        table.cell(table.model().index(row, 0)).text
        for table in visible(page, DataTable)
        if isinstance(table, DataTable)
        for row in range(table.model().rowCount())
    ]
    assert f"Guam: {flag}" in names


def test_a_shared_and_a_combined_wage_are_explained(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "29-1141.01"))
    assert "published for Registered Nurses (29-1141)" in prose(page)
    page.set_sheet(read_sheet(pack, "13-1021"))
    assert "only together with others" in prose(page)
    assert "the self-employed are not counted" in prose(page)
    assert "none are published for percentiles" in prose(page)


def test_places_are_added_and_removed_from_the_strip(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS, CALIFORNIA]))
    removed: list[str] = []
    page.place_removed.connect(removed.append)
    chips = strip.findChildren(PlaceChip)
    assert [chip.text() for chip in chips] == ["United States", "Texas", "California"]
    assert chips[0].focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chips[1].accessibleName() == "Remove Texas"
    qtbot.keyClick(chips[1], Qt.Key.Key_Delete)
    qtbot.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    assert removed == [TEXAS, CALIFORNIA]
    with qtbot.waitSignal(page.place_wanted):
        strip.add.click()
    page.set_sheet(read_sheet(pack, "43-4051", [CALIFORNIA]))
    settle()
    left = [chip.text() for chip in strip.findChildren(PlaceChip) if not chip.isHidden()]
    assert left == ["United States", "California"]


def test_cost_of_living_is_off_until_asked_for_and_says_its_year(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    sheet = read_sheet(pack, "43-4051", [TEXAS, CLEVELAND, HOSPITALS])
    page, strip = shown(qtbot, theme, sheet, lookup=Lookup(pack, "", pytest.fail))
    assert not strip.prices.isChecked()
    assert "buys what" not in prose(page)
    strip.prices.click()
    assert strip.prices.text() == "Cost of living, 2023"
    said = prose(page)
    assert "$40,420 in Texas buys what $41,600 buys on average" in said
    assert f"Prices in {sheet.wages[2].place}: no price level is known for this place." in said
    assert sum("price_parity" in key for key in cells(page)) == 2


def test_an_industry_is_a_row_beside_the_places(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS, HOSPITALS]))
    assert page._bands is not None
    rows = page._bands.chart.rows
    assert [row.label for row in rows][2] == "General Medical and Surgical Hospitals"
    assert rows[2].knot(50).value == 46_160
    asked: list[str] = []
    page.place_wanted.connect(asked.append)
    strip.industry.click()
    assert asked == ["industry"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1084, 486])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, pack: Pack, width: int, scale: float) -> None:
    page, _ = shown(
        qtbot, Theme("dark", scale), read_sheet(pack, "11-1011", [TEXAS, "0035620"]), width=width
    )
    assert page.horizontalScrollBar().maximum() == 0


def test_every_stop_of_the_tab_key_has_a_name(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    stops = [
        w
        for part in (page, strip)
        for w in part.findChildren(QWidget)
        if not w.isHidden() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) > 4
    assert [(w, w.parent()) for w in stops if not w.accessibleName()] == []
