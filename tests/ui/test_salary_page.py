"""The Salary tab prints what the sheet holds, says what is missing, and can be walked by key."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counselor_app.domain.pay_words import with_margin
from counselor_app.domain.sheet import Sheet
from counselor_app.domain.target import Target
from counselor_app.domain.wages import PERCENTILES
from counselor_app.domain.wording import value_words
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.lookup import Lookup
from counselor_app.ui.pages.base import Beside
from counselor_app.ui.pages.salary import SalaryPage
from counselor_app.ui.pages.salary_strip import SalaryOptions, SalaryStrip
from counselor_app.ui.theme import Theme, load_regular, load_semibold
from counselor_app.ui.widgets.finding import Finding
from counselor_app.ui.widgets.pay_bands import PayBands
from counselor_app.ui.widgets.pay_tools import PayTools
from counselor_app.ui.widgets.series import PlaceChip
from counselor_app.ui.widgets.source import FigureLabel, SourceRequest
from counselor_app.ui.widgets.table import DataTable
from counselor_app.ui.widgets.text import Prose

TEXAS, CALIFORNIA, GUAM, CLEVELAND = "4800000", "0600000", "6600000", "0017410"
HOSPITALS = "622100"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_regular()
    load_semibold()


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


def shown(
    qtbot: QtBot,
    theme: Theme,
    sheet: Sheet,
    *,
    width: int = 1084,
    beside: Beside | None = None,
    lookup: Lookup | None = None,
) -> tuple[SalaryPage, SalaryStrip]:
    page = SalaryPage(theme)
    page.lookup = lookup
    qtbot.addWidget(page)
    strip = page.make_strip()
    qtbot.addWidget(strip)
    page.resize(width, 640)
    page.show()
    page.set_sheet(sheet, beside)
    QApplication.processEvents()
    return page, strip


def settle() -> None:
    """Let layouts and deletions happen."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def visible(page: SalaryPage, kind: type[QWidget]) -> list[QWidget]:
    return [w for w in page.widget().findChildren(kind) if w.isVisible()]


def cells(page: SalaryPage) -> dict[str, str]:
    """Every table cell shown by the key and place of its figure."""
    found = {}
    for table in visible(page, DataTable):
        assert isinstance(table, DataTable)
        for row in range(table.model().rowCount()):
            for column in range(table.model().columnCount()):
                cell = table.cell(table.model().index(row, column))
                if cell.figure is not None:
                    found[f"{getattr(cell.figure, 'key', '')} {cell.name}"] = cell.text
    return found


def prose(page: SalaryPage) -> str:
    return " ".join(label.text() for label in visible(page, Prose) if isinstance(label, Prose))


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
    assert "does not cover this occupation" in prose(page)
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


def test_the_bands_are_walked_by_key_and_asked_about(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    bands = page._bands
    assert bands is not None
    assert bands.accessibleName() == bands.chart.sentence
    asked: list[SourceRequest] = []
    page.source_requested.connect(asked.append)
    for _ in range(2):
        qtbot.keyClick(bands, Qt.Key.Key_Right)
    assert bands.accessibleName().endswith("25th percentile of pay a year, United States: $36,870")
    qtbot.keyClick(bands, Qt.Key.Key_Down)
    assert bands.accessibleName().endswith("25th percentile of pay a year, Texas: $35,420")
    qtbot.keyClick(bands, Qt.Key.Key_F1)
    assert len(asked) == 1
    assert asked[0].pinned
    assert asked[0].mark.subject == page.sheet.places[0].percentile(25, "annual")  # type: ignore[union-attr]


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


def standings(page: SalaryPage) -> list[str]:
    """The last column of the table that tells where the client's wage stands."""
    tables = [t for t in visible(page, DataTable) if isinstance(t, DataTable)]
    table = next(t for t in tables if t.columns[-1].title.endswith(" is"))
    model = table.model()
    return [
        table.cell(model.index(row, model.columnCount() - 1)).text
        for row in range(model.rowCount())
    ]


def test_a_target_is_placed_in_words_and_as_a_line(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS, CALIFORNIA]))
    strip.target.setText("$50,000")
    qtbot.keyClick(strip.target, Qt.Key.Key_Return)
    assert page.options.target == Target(50_000, "annual")
    said = visible(page, Finding)[0].accessibleName()
    assert said.startswith(
        "$50,000 a year is at the 70th percentile in the United States, the 78th in Texas,"
        " the 51st in California."
    )
    assert standings(page)[:3] == ["70th", "78th", "51st"]
    bands = page._bands
    assert bands is not None
    line = bands._plot._marks.line
    assert line is not None
    assert line[0].x() == pytest.approx(bands._plot._x(50_000))
    page.set_sheet(read_sheet(pack, "29-1141", [TEXAS, CALIFORNIA]))
    assert standings(page)[:3] == ["below 10th"] * 3
    assert "below the 10th percentile in all three places" in (
        visible(page, Finding)[0].accessibleName()
    )
    strip.target.clear()
    qtbot.keyClick(strip.target, Qt.Key.Key_Return)
    assert page.options.target is None
    assert bands._plot._marks.line is None


def test_a_target_far_above_all_pay_is_told_and_not_drawn(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    page.choose(SalaryOptions(target=Target(500_000, "annual")))
    assert page._bands is not None
    assert page._bands._plot._marks.line is None
    assert standings(page)[0] == "above 90th"
    assert page._bands.chart.axis is not None
    assert page._bands.chart.axis.high < 100_000


def test_a_target_changes_its_unit_at_2080_hours_where_that_holds(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    page.choose(SalaryOptions("hourly", Target(52_000, "annual")))
    assert strip.target.text() == "$25"
    said = visible(page, Finding)[0].accessibleName()
    assert "$25.00 an hour is" in said
    assert "$52,000 a year is counted at 2,080 hours a year." in said
    page.set_sheet(read_sheet(pack, "27-2011"))
    said = visible(page, Finding)[0].accessibleName()
    assert "published by the hour only" in said
    assert "percentile" not in said
    assert page._bands is not None
    assert page._bands.chart.target is None


@pytest.mark.parametrize("typed", ["abc", "-5", "0", "1e99", "inf"])
def test_what_is_no_amount_is_refused_in_words(
    qtbot: QtBot, theme: Theme, pack: Pack, typed: str
) -> None:
    page, strip = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    strip.target.setText(typed)
    qtbot.keyClick(strip.target, Qt.Key.Key_Return)
    assert page.options.target is None
    assert "is no amount in dollars" in strip.target.accessibleDescription()
    assert strip.target.wrong
    strip.target.setFocus()
    qtbot.keyClick(strip.target, Qt.Key.Key_Escape)
    assert strip.target.text() == ""


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


def test_zoom_shows_the_range_of_the_pay_and_resets(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    bands = page._bands
    assert bands is not None
    assert bands.chart.axis is not None
    assert bands.chart.axis.low == 0
    qtbot.keyClick(bands, Qt.Key.Key_Plus)
    assert bands.chart.axis.low == 30_000
    tools = visible(page, PayTools)[0]
    assert isinstance(tools, PayTools)
    assert tools.zoom.text() == "Scale from $0"
    tools.zoom.click()
    assert bands.chart.axis.low == 0


def test_the_chart_is_copied_as_table_and_as_picture_with_its_source(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    tools = visible(page, PayTools)[0]
    assert isinstance(tools, PayTools)
    tools.table.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["$ a year", "10th", "25th", "Median", "75th", "90th"]
    assert lines[2].split("\t")[:4] == ["Texas", "$29,320", "$35,420", "$40,420"]
    assert lines[-1] == "Customer Service Representatives. OEWS May 2025."
    tools.picture.click()
    copied = QApplication.clipboard().pixmap()
    assert page._bands is not None
    assert copied.width() > 2 * page._bands.width()
    assert tools.picture.accessibleName() == "Picture copied"
    QApplication.clipboard().clear()


def test_two_panes_share_one_scale(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    nurse, clerk = (read_sheet(pack, code, [TEXAS]) for code in ("29-1141", "43-4051"))
    one, _ = shown(qtbot, theme, nurse, width=540, beside=Beside(clerk, leads=True))
    two, _ = shown(qtbot, theme, clerk, width=540, beside=Beside(nurse, leads=False))
    assert one._bands is not None
    assert two._bands is not None
    assert one._bands.chart.axis == two._bands.chart.axis
    assert one._bands._plot._x(50000) == pytest.approx(two._bands._plot._x(50000))
    assert one._bands.y() == two._bands.y()
    tables = [visible(page, DataTable)[0] for page in (one, two)]
    tops = [
        table.mapTo(page, table.rect().topLeft()).y()
        for table, page in zip(tables, (one, two), strict=True)
    ]
    assert tops[0] == tops[1]
    assert "Same scale in both panes" in prose(one)


def test_hour_and_year_side_by_side_share_no_scale(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    actor, clerk = (read_sheet(pack, code) for code in ("27-2011", "43-4051"))
    page, _ = shown(qtbot, theme, actor, width=540, beside=Beside(clerk, leads=True))
    assert page._bands is not None
    assert page._bands.chart.axis is not None
    assert page._bands.chart.axis.high < 1000
    assert "Same scale" not in prose(page)


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


def test_the_chart_is_made_once_and_no_window_is_left(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    first = page._bands
    settle()
    before = len(QApplication.topLevelWidgets())
    for code in ("29-1141", "55-1011", "27-2011", "43-4051"):
        page.set_sheet(read_sheet(pack, code))
        settle()
    assert page._bands is first
    assert first is not None
    assert first.isVisible()
    assert len(QApplication.topLevelWidgets()) == before


def test_pyqtgraph_waits_for_the_first_pay() -> None:
    code = (
        "import sys; import counselor_app.ui.pages;"
        "sys.exit(any(m in sys.modules for m in ('pyqtgraph', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
