"""Pay bands on a screen, with pyqtgraph: its axis, its view and its bars.

Imported on the first look at pay and not before: pyqtgraph and numpy cost a quarter of a
second. The view maps dollars to pixels across; down, one unit is one pixel, so that rows keep
their height whatever the window's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.charts import BandChart, BandRow, Knot, Tick
from counselor_app.language import _, pgettext
from counselor_app.ui.charts.plot_marks import Look, Marks, Text, wrapped
from counselor_app.ui.charts.shades import mixed

# Lengths at 100 % text size.
_BAR, _THIN, _GAP = 20, 9, 5
_ROW, _STACKED_ROW, _TOP = 58, 56, 2
_LABELS_SHARE, _STACK_BELOW = 0.27, 400
_ARROW = 12
_PALE = 0.35


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a percentile of a row is drawn, and whether its value is printed there."""

    rect: QRectF
    x: float
    row: BandRow
    knot: Knot
    printed: bool


class BandPlot:
    """A pyqtgraph plot of a `BandChart`. Give it a chart, its height for a width, then a size.

    The plot takes no mouse: the widget around it knows where things are from `spots`.
    """

    def __init__(self, chart: BandChart, look: Look, parent: QWidget) -> None:
        # Not a PlotWidget: that would leave menus behind as windows of their own.
        self._plot = pg.GraphicsView(parent)
        self.view: QWidget = self._plot
        self._frame = pg.GraphicsLayout()
        self._frame.setSpacing(0)
        self._plot.setCentralItem(self._frame)
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, invertY=True, defaultPadding=0)
        self._box.disableAutoRange()
        self._axis = pg.AxisItem("bottom", linkView=self._box)
        self._axis.setStyle(tickAlpha=0, hideOverlappingLabels=False, autoExpandTextSpace=False)
        self._frame.addItem(self._box, 0, 0)
        self._frame.addItem(self._axis, 1, 0)
        self._grid = pg.PlotCurveItem(connect="pairs")
        self._thin = pg.BarGraphItem(x0=[0], x1=[0], y0=[0], height=0)
        self._thick = pg.BarGraphItem(x0=[0], x1=[0], y0=[0], height=0)
        for item in (self._grid, self._thin, self._thick):
            self._box.addItem(item, ignoreBounds=True)
        self._marks = Marks()
        self._marks.setZValue(10)
        self._plot.scene().addItem(self._marks)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self._plot, self._plot.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._spots: list[Spot] = []
        self._ticks: tuple[Tick, ...] = ()
        self._zero, self._unit = 0.0, 1.0  # pixel of the axis' low end; dollars a pixel
        self.set_chart(chart, look)

    def spots(self) -> Sequence[Spot]:
        """Every percentile drawn, row by row from the 10th to the 90th."""
        return self._spots

    def dollars(self, x: float) -> float:
        """The wage at a pixel across."""
        return self._scale.low + (x - self._zero) * self._unit

    def set_chart(self, chart: BandChart, look: Look, beside: Sequence[BandRow] = ()) -> None:
        """Take another chart or another look; call `lay_out` next.

        ``beside`` are the bands of a chart next to this one: both leave room for the printed
        values of both, so that a dollar is as wide in one as in the other.

        Raises:
            AssertionError: when no row of the chart has a number.
        """
        if chart.axis is None:
            raise AssertionError("No wage of this chart is a number; say so in words instead.")
        self._chart, self._look, self._scale = chart, look, chart.axis
        self._measured = (*chart.rows, *beside)
        self._plot.setBackground(look.surface)
        self._axis.setTickFont(look.small)
        self._axis.setTextPen(QPen(look.soft))
        self._axis.setPen(pg.mkPen(look.line))
        self._grid.setPen(pg.mkPen(look.line))

    def height_for(self, width: float) -> int:
        """How tall the chart is at ``width``."""
        return ceil(sum(self._row_heights(width)) + self._head() + self._axis_height())

    def lay_out(self, width: int, height: int) -> None:
        """Place everything for a size in pixels."""
        chart, look = self._chart, self._look
        stacked, labels = self._stacked(width), self._labels_width(width)
        axis_height = self._axis_height()
        self._plot.resize(width, height)
        self._frame.setContentsMargins(labels, 0, 0, 0)
        self._axis.setHeight(axis_height)
        self._ranges(labels, width - labels, height - axis_height)
        heights = self._row_heights(width)
        marks = self._marks
        marks.prepareGeometryChange()
        marks.area = QRectF(0, 0, width, height)
        marks.texts, marks.medians, marks.ends = [], [], []
        marks.gap = look.surface
        self._spots = []
        top = self._head()
        tops = []
        for row, tall in zip(chart.rows, heights, strict=True):
            line = QFontMetricsF(look.font).height()
            bar = top + (tall - look.px(_ROW)) / 2 + line + look.px(4)
            if stacked:
                names = wrapped(row.label, look.font, width)
                self._label(names, top, 0.0, None)
                bar = top + line * len(names) + line + look.px(2)
            else:
                names = wrapped(row.label, look.font, labels - look.px(10))
                first = bar + look.px(_BAR) / 2 - line * len(names) / 2
                self._label(names, first, 0.0, labels - look.px(10))
            tops.append(bar)
            self._row(row, bar, width)
            top += tall
        self._bars(tops)
        self._target_line(width, height - axis_height)
        ticks = self._ticks
        x = [tick.value for tick in ticks for _ in range(2)]
        self._grid.setData(x=x, y=[0.0, height - axis_height] * len(ticks))
        marks.update()

    def _row(self, row: BandRow, bar: float, width: int) -> None:
        look, marks = self._look, self._marks
        thick, middle = look.px(_BAR), bar + look.px(_BAR) / 2
        bold, small = QFontMetricsF(look.bold), QFontMetricsF(look.small)
        base = middle + (small.ascent() - small.descent()) / 2
        left_end, right_end = self._ends(row)
        if left_end is None:
            at = QPointF(self._zero + look.px(8), base)
            self._print(at, row.words, look.small, look.soft)
            rect = QRectF(at.x(), bar, small.horizontalAdvance(row.words), thick)
            self._spots.append(Spot(rect, rect.left(), row, row.knot(50), True))
            return
        if beyond := self._beyond(row):
            lower, beyond = beyond.startswith("◂"), look.say(beyond)
            at_x = self._zero if lower else width - small.horizontalAdvance(beyond)
            self._print(QPointF(at_x, base), beyond, look.small, look.soft)
            return
        for knot in row.knots:
            if knot.value is None or not self._shows(knot.value):
                continue
            x = self._x(knot.value)
            rect = QRectF(x - look.px(6), bar, look.px(12), thick)
            printed = True
            if knot.percentile == 50:
                marks.medians.append(QRectF(x - look.px(1), bar, look.px(2), thick))
                wide = bold.horizontalAdvance(knot.text)
                at_x = min(max(x - wide / 2, 0.0), width - wide)
                self._print(
                    QPointF(at_x, bar - look.px(4) - bold.descent()), knot.text, look.bold,
                    look.text,
                )  # fmt: skip
                rect = QRectF(at_x, bar - look.px(4) - bold.height(), wide, bold.height())
            elif knot.percentile in (10, 90):
                words = knot.text.lstrip("$")
                wide = small.horizontalAdvance(words)
                gap = look.px(_GAP)
                at_x = x - gap - wide if knot.percentile == 10 else x + gap
                self._print(QPointF(at_x, base), words, look.small, look.soft)
                rect = QRectF(at_x, middle - small.height() / 2, wide, small.height())
                if row.light is None:  # no band reaches it
                    marks.medians.append(QRectF(x - 1, middle - look.px(5), 2, look.px(10)))
            else:
                printed = False
            self._spots.append(Spot(rect, x, row, knot, printed))
        if right_end is not None and self._shows(right_end):
            self._end(row, self._x(right_end), bar, width)

    def _end(self, row: BandRow, end: float, bar: float, width: int) -> None:
        """What stands at the right end: an arrow where it is open, words for a missing number."""
        look, marks = self._look, self._marks
        small, thick = QFontMetricsF(look.small), look.px(_BAR)
        middle = bar + thick / 2
        base = middle + (small.ascent() - small.descent()) / 2
        words = look.say(end_words(row))
        if row.open_end:
            tip = QPointF(end + look.px(_ARROW), middle)
            marks.ends.append((tip, look.px(_ARROW), self._color(row)))
            end += look.px(_ARROW)
        if words:
            wide = small.horizontalAdvance(words)
            at = QPointF(end + look.px(_GAP + 2), base)
            if at.x() + wide > width:  # no room beside the band: under it
                at = QPointF(max(width - wide, 0.0), bar + thick + small.ascent())
            self._print(at, words, look.small, look.soft)
            rect = QRectF(at.x(), at.y() - small.ascent(), wide, small.height())
            missing = next(k for k in row.knots if k.value is None)
            self._spots.append(Spot(rect, rect.left(), row, missing, True))

    def _target_line(self, width: int, bottom: float) -> None:
        """A dashed line at the client's own wage, where the axis reaches it; words at its top."""
        look, marks, target = self._look, self._marks, self._target()
        marks.line = None
        if target is None:
            return
        bold = QFontMetricsF(look.small_bold)
        x, wage = self._x(target), self._chart.target_text
        words = look.say(pgettext("line of a chart", "Target {wage}", wage=wage))
        marks.line = (QPointF(x, look.px(_TOP)), QPointF(x, bottom), look.client)
        wide, gap = bold.horizontalAdvance(words), look.px(_GAP)
        left = x + gap if x + gap + wide <= width else x - gap - wide
        at = QPointF(left, look.px(_TOP) + bold.ascent())
        self._print(at, words, look.small_bold, look.client_text)

    def _target(self) -> float | None:
        target = self._chart.target
        return target if target is not None and self._shows(target) else None

    def _shows(self, value: float) -> bool:
        """Whether the axis reaches a wage."""
        return self._scale.low <= value <= self._scale.high

    def _beyond(self, row: BandRow) -> str:
        """Where a row lies that the axis does not reach at all; "" for any other."""
        low, high = self._ends(row)
        if low is None or high is None:
            return ""
        return _("◂ all lower") if high < self._scale.low else (
            _("all higher ▸") if low > self._scale.high else ""
        )  # fmt: skip

    def _head(self) -> float:
        """Room over the rows: for the words of the target line, where there is one."""
        room = self._look.px(_TOP)
        if self._target() is not None:
            room += QFontMetricsF(self._look.small_bold).height() + self._look.px(2)
        return room

    def _bars(self, tops: Sequence[float]) -> None:
        chart, look = self._chart, self._look
        for item, tall, thin in ((self._thin, _THIN, True), (self._thick, _BAR, False)):
            rows = [
                (span, top, self._color(row))
                for row, top in zip(chart.rows, tops, strict=True)
                if (span := row.light if thin else row.dark) is not None
            ]
            inset = look.px(_BAR - tall) / 2
            item.setOpts(
                x0=[span[0] for span, _, _ in rows],
                x1=[self._open_end(span) for span, _, _ in rows],
                y0=[top + inset for _, top, _ in rows],
                height=look.px(tall),
                brushes=[mixed(c, look.surface, _PALE) if thin else c for _, _, c in rows],
                pens=[pg.mkPen(None)] * len(rows),
            )
            item.setVisible(bool(rows))

    def _open_end(self, span: tuple[float, float | None]) -> float:
        if span[1] is not None:
            return span[1]
        row = next(r for r in self._chart.rows if span in (r.light, r.dark))
        return self._ends(row)[1] or span[0]

    def _ranges(self, labels: float, width: float, height: float) -> None:
        """Set the view so that the axis keeps room left and right for the printed values."""
        look, axis = self._look, self._scale
        small, gap = QFontMetricsF(look.small), look.px(_GAP)
        last = small.horizontalAdvance(axis.ticks[-1].label) / 2
        room = look.px(10) if labels else 0.0  # the first label may reach under the row labels
        first = small.horizontalAdvance(axis.ticks[0].label) / 2 - room
        left, starts, needs = 0.0, [(0.0, first)], [(1.0, last)]
        for row in self._measured:
            low, high = self._ends(row)
            if low is None or high is None or self._beyond(row):
                continue
            words = row.knot(90).text.lstrip("$") if row.knot(90).value is not None else ""
            wide = small.horizontalAdvance(look.say(end_words(row)) or words) + gap + look.px(4)
            if self._shows(high):
                needs.append((axis.share(high), wide + (look.px(_ARROW) if row.open_end else 0)))
            lowest = row.knot(10)
            if lowest.value is not None and self._shows(lowest.value):
                wide = small.horizontalAdvance(lowest.text.lstrip("$")) + gap + look.px(2)
                starts.append((axis.share(lowest.value), wide))
        used = width
        for _round in range(6):
            left = max(1.0, *(wide - share * used for share, wide in starts))
            used = min(
                width - left,
                *((width - left - wide) / share for share, wide in needs if share > 0),
            )
        used = max(used, width * 0.2)
        unit = (axis.high - axis.low) / used
        self._zero, self._unit = labels + left, unit
        self._box.setRange(
            xRange=(axis.low - left * unit, axis.low + (width - left) * unit),
            yRange=(0.0, height),
            padding=0,
        )
        most = max(2, int(used / (small.horizontalAdvance(axis.ticks[-1].label) + look.px(18))))
        self._ticks = axis.ticks[:: ceil(len(axis.ticks) / most)]
        self._axis.setTicks([[(tick.value, tick.label) for tick in self._ticks]])

    def _ends(self, row: BandRow) -> tuple[float | None, float | None]:
        """The lowest and the highest wage drawn; past the cap the cap, where it is stated."""
        values = [k.value for k in row.knots if k.value is not None]
        if not values:
            return None, None
        caps = [k.figure.low or 0.0 for k in row.knots if k.capped]
        return min(values), max([*values, *caps])

    def _color(self, row: BandRow) -> QColor:
        colors = self._look.series
        return colors[0] if row.tint == 0 else colors[1 + (row.tint - 1) % (len(colors) - 1)]

    def _label(self, lines: list[str], top: float, left: float, right: float | None) -> None:
        look = self._look
        metrics = QFontMetricsF(look.font)
        for i, words in enumerate(lines):
            x = left if right is None else right - metrics.horizontalAdvance(words)
            at = QPointF(x, top + metrics.ascent() + i * metrics.height())
            self._print(at, words, look.font, look.text)

    def _print(self, at: QPointF, words: str, font: QFont, color: QColor) -> None:
        self._marks.texts.append(Text(at, words, font, color))

    def _x(self, value: float) -> float:
        return self._zero + (value - self._scale.low) / self._unit

    def _stacked(self, width: float) -> bool:
        return width < self._look.px(_STACK_BELOW)

    def _labels_width(self, width: float) -> float:
        chart, look = self._chart, self._look
        if self._stacked(width):
            return 0.0
        metrics = QFontMetricsF(look.font)
        most = max(width * _LABELS_SHARE, look.px(110))
        lines = (wrapped(row.label, look.font, most) for row in chart.rows)
        return max(metrics.horizontalAdvance(w) for ls in lines for w in ls) + look.px(12)

    def _row_heights(self, width: float) -> list[float]:
        chart, look = self._chart, self._look
        line = QFontMetricsF(look.font).height()
        if self._stacked(width):
            return [
                look.px(_STACKED_ROW) + line * len(wrapped(row.label, look.font, width))
                for row in chart.rows
            ]
        room = self._labels_width(width) - look.px(10)
        return [
            max(look.px(_ROW), line * len(wrapped(row.label, look.font, room)) + look.px(12))
            for row in chart.rows
        ]

    def _axis_height(self) -> float:
        return ceil(QFontMetricsF(self._look.small).height() + self._look.px(10))


def end_words(row: BandRow) -> str:
    """What stands at the right end of a band instead of its 90th percentile; "" for a number."""
    last = row.knot(90)
    if last.value is not None:
        return ""
    if last.capped:
        return last.text if last.figure.low is not None else _("above the cap")
    return pgettext("percentile without a number", "90th {words}", words=last.text)
