"""How close a client is to a job, and which letters carry it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from counselor_app.charts.fit import CloseStrip, PartBars
from counselor_app.domain.figures.wording import correlation_words
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.drawing import break_lines, draw_lines
from counselor_app.ui.style.theme import Theme

BAND_ALPHA = {"Best": 0.72, "Great": 0.5, "Good": 0.45, "Okay": 0.22}
"""How dark a band is; each also has its name."""


def band_color(name: str, theme: Theme) -> QColor:
    """The job's color, the darker the closer the band; the empty color below the last one."""
    alpha = BAND_ALPHA.get(name)
    if alpha is None:
        return theme.tokens.bar
    color = QColor(theme.tokens.job)
    color.setAlphaF(alpha)
    return color


class CloseStripChart(TallChart):
    """The strip of correlations: a tick an occupation, the bands behind, the job a diamond."""

    def __init__(self, spec: CloseStrip, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = spec

    def height_for(self, width: int) -> float:
        row, px = QFontMetricsF(self.theme.font("row")), self.theme.px
        lines = break_lines(self._spec.text, self.theme.font("row"), width)
        return lines.height + px(14) + px(22) + 2 * row.height() + px(6)

    def draw(self, painter: QPainter) -> None:
        spec, t, px = self._spec, self.theme.tokens, self.theme.px
        font = self.theme.font("row")
        metrics = QFontMetricsF(font)
        lines = break_lines(spec.text, font, self.width())
        x = self._x(spec.value)
        start = min(max(x - lines.width / 2, 0.0), self.width() - lines.width)
        said = QRectF(start, 0, lines.width + 1, lines.height)
        draw_lines(painter, lines, said, t.text, dotted=t.text3)
        self.place(Mark(said, spec.figure, "Fit"))
        middle = lines.height + px(8)
        strip = QRectF(0, middle + px(6), self.width(), px(20))
        for band in spec.bands:
            left, right = self._x(band.low), self._x(band.high)
            area = QRectF(left, strip.top(), right - left, strip.height())
            painter.fillRect(area, t.surface)
            painter.fillRect(area, band_color(band.name, self.theme))
        self._draw_ticks(painter, strip.top() + 2, strip.bottom() - 2)
        self._draw_names(painter, strip, metrics)
        painter.setPen(QPen(t.text, 1.6))
        if spec.interval:
            left, right = (self._x(end) for end in spec.interval)
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            for end in (left, right):
                painter.drawLine(QPointF(end, middle - px(4)), QPointF(end, middle + px(4)))
        painter.drawLine(QPointF(x, middle), QPointF(x, strip.bottom() + 1))
        size = px(6)
        diamond = [QPointF(x, middle - size), QPointF(x + size, middle)]
        diamond += [QPointF(x, middle + size), QPointF(x - size, middle)]
        painter.setBrush(t.text)
        painter.setPen(QPen(t.surface, 1))
        painter.drawPolygon(QPolygonF(diamond))

    def _draw_ticks(self, painter: QPainter, top: float, bottom: float) -> None:
        """A line for each pixel that holds occupations, darker where there are several."""
        left, unit = self._x(self._spec.low), self._x(1.0) - self._x(0.0)
        low = self._spec.low
        counts = Counter(int(left + (value - low) * unit) for value in self._spec.values)
        tick = QColor(self.theme.tokens.text)
        for alpha, few in ((0.35, True), (0.7, False)):
            tick.setAlphaF(alpha)
            painter.setPen(QPen(tick, 1))
            painter.drawLines(
                [QLineF(x + 0.5, top, x + 0.5, bottom) for x, n in counts.items() if (n < 3) == few]
            )

    def _draw_names(self, painter: QPainter, strip: QRectF, metrics: QFontMetricsF) -> None:
        """Each band's name where it fits, and its ends below."""
        t, spec = self.theme.tokens, self._spec
        bold = self.theme.font("row", bold=True)
        base = strip.bottom() + metrics.ascent() + 2
        for band in spec.bands:
            font = bold if band.own else self.theme.font("row")
            wide = QFontMetricsF(font).horizontalAdvance(band.name)
            left, right = self._x(band.low), self._x(band.high)
            if wide <= right - left:
                painter.setFont(font)
                painter.setPen(t.text if band.own else t.text2)
                painter.drawText(QPointF((left + right - wide) / 2, base), band.name)
        painter.setFont(self.theme.font("caption"))
        painter.setPen(t.text2)
        small = QFontMetricsF(painter.font())
        end = -1.0
        for value in (*(band.low for band in spec.bands), 1.0):
            text = f"{value:g}" if value in (-1.0, 0.0, 1.0) else correlation_words(value)
            text = text.replace("-", "−")
            wide = small.horizontalAdvance(text)
            at = min(max(self._x(value) - wide / 2, 0.0), self.width() - wide)
            if at >= end:
                painter.drawText(QPointF(at, base + metrics.height()), text)
                end = at + wide + 4

    def _x(self, r: float) -> float:
        low = self._spec.low
        side = self.theme.px(7)
        return side + (r - low) / (1 - low) * (self.width() - 2 * side)


class PartsChart(TallChart):
    """Six bars from one line of zero: what adds to the fit to the right, what costs it left."""

    def __init__(self, spec: PartBars, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = spec

    def height_for(self, width: int) -> float:
        return self._step(width) * len(self._spec.rows)

    def draw(self, painter: QPainter) -> None:
        t, px, font = self.theme.tokens, self.theme.px, self.theme.font("row")
        bold = self.theme.font("row", bold=True)
        metrics, strong = QFontMetricsF(font), QFontMetricsF(bold)
        width, step = self.width(), self._step(self.width())
        rows = self._spec.rows
        names = max(metrics.horizontalAdvance(row.name) for row in rows) + px(16)
        values = strong.horizontalAdvance("−.00") + px(8)
        words = max(metrics.horizontalAdvance(row.words) for row in rows) + px(16)
        stacked = self._stacked(width)
        bars = max(width - names - values - (0 if stacked else words), px(40))
        most = max(max(row.product for row in rows), 0.0)
        least = min(min(row.product for row in rows), 0.0)
        left_values = values if least < 0 else 0.0
        unit = max(bars - left_values, px(20)) / ((most - least) or 1.0)
        zero = names + left_values - least * unit
        painter.setPen(QPen(t.edge, 1))
        painter.drawLine(QPointF(zero, 0), QPointF(zero, step * len(rows) - px(4)))
        for place, row in enumerate(rows):
            line = QRectF(0, place * step, width, metrics.height() + px(6))
            base = line.center().y() + (metrics.ascent() - metrics.descent()) / 2
            painter.setFont(font)
            painter.setPen(t.text)
            painter.drawText(QPointF(0, base), row.name)
            end = zero + row.product * unit
            bar = QRectF(min(zero, end), line.center().y() - px(6), abs(end - zero), px(12))
            if row.product >= 0:
                painter.fillRect(bar, t.job)
            else:
                painter.fillRect(bar, t.surface)
                painter.setPen(QPen(t.client_text, 1.4))
                painter.drawRect(bar)
            painter.setFont(bold)
            painter.setPen(t.text)
            wide = strong.horizontalAdvance(row.text)
            at = end + px(8) if row.product >= 0 else end - px(8) - wide
            painter.drawText(QPointF(at, base), row.text)
            mark = QRectF(at, base - metrics.ascent(), wide, metrics.height())
            self.place(Mark(mark, self._spec.figure, f"{row.name}: {row.text}, {row.words}"))
            painter.setFont(font)
            painter.setPen(t.text2)
            if stacked:
                painter.drawText(QPointF(px(16), base + metrics.height()), row.words)
            else:
                painter.drawText(QPointF(width - words + px(16), base), row.words)

    def _stacked(self, width: int) -> bool:
        return width < self.theme.px(420)

    def _step(self, width: int) -> float:
        line = QFontMetricsF(self.theme.font("row")).height()
        return line * (2 if self._stacked(width) else 1) + self.theme.px(7)
