"""The pay chart: walked, enlarged, copied, with the client's own wage on it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from salary_pages import CALIFORNIA, TEXAS, prose, shown, visible
from windows import settle

from counselor_app.charts import MOST_STEPS
from counselor_app.domain.occupation.target import Target
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.pay_tools import PayTools
from counselor_app.ui.occupation.page import Beside
from counselor_app.ui.occupation.salary import SalaryPage
from counselor_app.ui.occupation.salary_strip import SalaryOptions
from counselor_app.ui.parts.finding import Finding
from counselor_app.ui.parts.source import SourceRequest
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.style.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


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
    assert standings(page)[:3] == ["below the 10th"] * 3
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
    assert standings(page)[0] == "above the 90th"
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


def test_zoom_goes_closer_step_by_step_and_resets(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    bands = page._bands
    assert bands is not None

    def axis() -> tuple[float, float]:
        assert bands is not None
        assert bands.chart.axis is not None
        return bands.chart.axis.low, bands.chart.axis.high

    whole = axis()
    assert whole[0] == 0
    bands.setFocus()
    for _ in range(3):
        qtbot.keyClick(bands, Qt.Key.Key_Right)
    assert bands.accessibleName().endswith("Median pay a year, United States: $44,770")
    seen = [whole]
    for _ in range(MOST_STEPS):
        qtbot.keyClick(bands, Qt.Key.Key_Plus)
        assert bands.accessibleName().endswith("Median pay a year, United States: $44,770")
        low, high = axis()
        assert low <= 44_770 <= high
        assert high - low <= seen[-1][1] - seen[-1][0]
        assert all(low <= (s.knot.value or 0) <= high for s in bands.spots())
        seen.append((low, high))
    assert seen[-1][1] - seen[-1][0] < (seen[1][1] - seen[1][0]) / 3
    assert "goes on past it" in prose(page)
    qtbot.keyClick(bands, Qt.Key.Key_Plus)
    assert axis() == seen[-1]
    qtbot.keyClick(bands, Qt.Key.Key_Minus)
    assert axis() == seen[-2]
    qtbot.keyClick(bands, Qt.Key.Key_0)
    assert axis() == whole
    tools = visible(page, PayTools)[0]
    assert isinstance(tools, PayTools)
    assert not tools.reset.isVisible()
    tools.closer.click()
    assert axis() == seen[1]
    tools = next(t for t in visible(page, PayTools) if isinstance(t, PayTools))
    tools.reset.click()
    assert axis() == whole


def test_the_wheel_enlarges_with_ctrl_about_the_pointer_and_scrolls_without(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page, _ = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    bands = page._bands
    assert bands is not None

    def turn(by: int, *, ctrl: bool) -> bool:
        spot = next(s for s in bands.spots() if s.knot.percentile == 75)
        at, held = QPointF(spot.x, spot.rect.center().y()), Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            at, QPointF(bands.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, by),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier if ctrl else held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        bands.wheelEvent(event)
        return event.isAccepted()

    assert not turn(120, ctrl=False)
    assert page.options.zoom == 0
    for _ in range(4):
        assert turn(120, ctrl=True)
    assert page.options.zoom == 4
    assert page.options.about == pytest.approx(51_780, rel=0.02)
    assert bands.chart.axis is not None
    assert bands.chart.axis.low < 51_780 < bands.chart.axis.high
    turn(-120, ctrl=True)
    assert page.options.zoom == 3


def test_a_band_that_the_enlarged_scale_misses_says_where_it_lies(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    nurse, clerk = (read_sheet(pack, code) for code in ("29-1141", "43-4051"))
    page, _ = shown(qtbot, theme, clerk, width=540, beside=Beside(nurse, leads=True))
    page.choose(replace(page.options, zoom=4, about=130_000.0))
    assert page._bands is not None
    words = [text.words for text in page._bands._plot._marks.texts]
    assert "◂ all lower" in words
    assert not page._bands.spots()
    page.grab()


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
        "import sys; import counselor_app.ui.occupation.pages;"
        "sys.exit(any(m in sys.modules for m in ('pyqtgraph', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
