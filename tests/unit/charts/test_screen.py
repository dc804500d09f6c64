"""The pay plot stands where its axis says, prints within its width, and never marks a zero."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counselor_app.charts import pay_chart, pay_range, zoomed
from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.wages import PERCENTILES, WageRow
from counselor_app.ui.charts.band_plot import BandPlot, end_words
from counselor_app.ui.charts.plot_marks import Look
from counselor_app.ui.charts.shades import contrast, mixed, readable

OEWS = Source("oews", "oews", "Wages", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")
WAGES = (31750, 36870, 44770, 51780, 63590)
NOT_RELEASED = "wage not released"


def look(scale: float = 1.0) -> Look:
    font = QFont("Source Sans Pro")
    font.setPointSizeF(10.5 * scale)
    white, black = QColor("white"), QColor("black")
    series = (QColor("#444444"), QColor("#0072b2"), QColor("#009e73"))
    return Look(
        black, black, QColor("#dddddd"), white, QColor("#d55e00"), QColor("#a84a00"), series,
        font, font, font, font, scale, str,
    )  # fmt: skip


def row(
    place: str, wages: tuple[int | None, ...], flag: str = NOT_RELEASED, cap: float | None = None
) -> WageRow:
    figures = {
        f"wage.annual.p{p}": Figure(
            f"wage.annual.p{p}", wage, "dollars a year", OEWS, "May 2025",
            flag=None if wage is not None else flag, low=None if wage is not None else cap,
        )
        for p, wage in zip(PERCENTILES, wages, strict=True)
    }  # fmt: skip
    figures["employment.oews"] = Figure("employment.oews", 100, "persons", OEWS, "May 2025")
    return WageRow(place, "0000000", "state", figures, None)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def plot(host: QWidget, rows: list[WageRow], width: int = 500, scale: float = 1.0) -> BandPlot:
    _, most = pay_range(rows, "annual") or (0.0, 0.0)
    chart = pay_chart(rows, "annual", shared_range=(0.0, max(most, 240000.0)))
    drawn = BandPlot(chart, look(scale), host)
    drawn.lay_out(width, drawn.height_for(width))
    return drawn


def test_a_percentile_stands_at_its_dollars_on_the_axis(host: QWidget) -> None:
    drawn = plot(host, [row("United States", WAGES)])
    host.show()
    drawn.view.grab()  # the plot lays its axis out when first painted
    box = drawn._box
    assert [spot.knot.value for spot in drawn.spots()] == list(WAGES)
    for spot in drawn.spots():
        assert spot.knot.value is not None
        there = box.mapViewToScene(QPointF(spot.knot.value, 0)).x()
        assert spot.x == pytest.approx(there, abs=1.0)


def test_a_dollar_is_as_wide_beside_another_chart(host: QWidget) -> None:
    low, high = row("Texas", WAGES), row("Texas", (101260, 122440, 140270, 173170, 213320))
    charts = [pay_chart([r], "annual", shared_range=(0.0, 213320.0)) for r in (low, high)]
    places = []
    for chart, other in ((charts[0], charts[1]), (charts[1], charts[0])):
        drawn = BandPlot(chart, look(), host)
        drawn.set_chart(chart, look(), other.rows)
        drawn.lay_out(480, 120)
        places.append((drawn._x(0.0), drawn._x(100000.0)))
    assert places[0] == pytest.approx(places[1])


@pytest.mark.parametrize("steps", range(1, 7))
def test_enlarged_a_percentile_still_stands_at_its_dollars(host: QWidget, steps: int) -> None:
    rows = [row("United States", WAGES), row("Ohio", (84630, 113460, 165290, 200000, None), CAPPED)]
    ends = pay_range(rows, "annual")
    assert ends is not None
    chart = pay_chart(rows, "annual", shared_range=zoomed(ends, steps, 50_000.0))
    drawn = BandPlot(chart, look(), host)
    drawn.lay_out(500, drawn.height_for(500))
    assert chart.axis is not None
    assert drawn.spots()
    for spot in drawn.spots():
        if spot.knot.value is not None:
            assert chart.axis.low <= spot.knot.value <= chart.axis.high
            assert drawn.dollars(spot.x) == pytest.approx(spot.knot.value)


def test_zoom_stays_within_the_range_and_narrows() -> None:
    ends = (30_000.0, 90_000.0)
    assert zoomed(ends, 0, 55_000.0) == (0.0, 90_000.0)
    assert zoomed(ends, 1, 55_000.0) == ends
    spans = [zoomed(ends, steps, 31_000.0) for steps in range(1, 7)]
    assert all(low == 30_000 for low, _ in spans)
    widths = [high - low for low, high in spans]
    assert widths == sorted(widths, reverse=True)
    assert zoomed(ends, 3, 1e9)[1] == 90_000


def test_withheld_is_a_word_and_never_a_mark(host: QWidget) -> None:
    drawn = plot(host, [row("United States", WAGES), row("Guam", (None,) * 5)])
    spots = [spot for spot in drawn.spots() if spot.row.label == "Guam"]
    assert len(spots) == 1
    assert spots[0].knot.value is None
    assert NOT_RELEASED in [text.words for text in drawn._marks.texts]


def test_a_capped_end_is_an_arrow_with_the_release_words(host: QWidget) -> None:
    drawn = plot(host, [row("Ohio", (84630, 113460, 165290, 200000, None), CAPPED, 239200)])
    assert len(drawn._marks.ends) == 1
    words = [text.words for text in drawn._marks.texts]
    assert "$239,200 or more" in words
    assert end_words(drawn.spots()[0].row) == "$239,200 or more"
    tip = drawn._marks.ends[0][0].x()
    assert tip > drawn._x(239200)


def test_no_cap_is_invented_where_the_release_states_none(host: QWidget) -> None:
    drawn = plot(host, [row("Ohio", (84630, 113460, 165290, 374190, None), CAPPED)])
    words = [text.words for text in drawn._marks.texts]
    assert "above the cap" in words
    assert not any("239,200" in word for word in words)


@pytest.mark.parametrize("width", [210, 300, 420, 640, 1012])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_printed_is_inside_the_chart(host: QWidget, width: int, scale: float) -> None:
    wide = int(width * scale)
    rows = [
        row("United States", WAGES),
        row("New York-Newark-Jersey City, NY-NJ", (19000, 21000, 22000, 180000, 239000)),
        row("Eastern Ohio nonmetropolitan area", (18000, 20000, None, None, None), CAPPED, 239200),
    ]
    drawn = plot(host, rows, wide, scale)
    assert len(drawn.spots()) > 10
    for spot in drawn.spots():
        assert spot.rect.left() >= -6 * scale
        assert spot.rect.right() <= wide + 6 * scale


def test_a_chart_without_a_number_is_refused(host: QWidget) -> None:
    chart = pay_chart([row("Guam", (None,) * 5)], "annual")
    with pytest.raises(AssertionError, match="in words"):
        BandPlot(chart, look(), host)


@pytest.mark.parametrize("color", ["#0072B2", "#56B4E9", "#00528A"])
@pytest.mark.parametrize("ground", ["#FFFFFF", "#222428", "#000000"])
def test_text_on_every_shade_can_be_read(color: str, ground: str) -> None:
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    for share in (0.08, 0.25, 0.46, 0.72, 1.0):
        shade = mixed(QColor(color), QColor(ground), share)
        assert contrast(shade, readable(shade, black, white)) >= 4.5


def test_the_look_is_taken_anew(host: QWidget) -> None:
    drawn = plot(host, [row("United States", WAGES)])
    before = drawn.height_for(500)
    chart = pay_chart([row("United States", WAGES)], "annual")
    drawn.set_chart(chart, replace(look(2.0), text=QColor("white")))
    drawn.lay_out(500, drawn.height_for(500))
    assert drawn.height_for(500) > before
    assert drawn._marks.texts[0].color == QColor("white")
