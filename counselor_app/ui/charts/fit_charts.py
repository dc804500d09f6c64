"""A client beside a job: both profiles, how near the job is, and which letters carry it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.charts.fit import PairBars, PartBars
from counselor_app.domain.fit.sureness import TIERS, Tier
from counselor_app.language import joined
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.drawing import draw_rule
from counselor_app.ui.style.theme import Theme

_DOTS = 3


class TierDots(QWidget):
    """Three dots, all filled for "very likely" and none for "less likely"; the words say it too."""

    def __init__(self, tier: Tier, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filled = _DOTS - [name for name, __ in TIERS].index(tier)

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self._theme.font("heading")).height()
        return QSize(self._theme.px(14 * _DOTS), int(line) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QFontMetricsF(self._theme.font("heading")).height() / 2
        painter.setPen(QPen(t.client, 1.6))
        for place in range(_DOTS):
            painter.setBrush(t.client if place < self._filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(px(6 + 14 * place), middle), px(4.5), px(4.5))


class PairChart(TallChart):
    """A line with a circle for the client over a bar for the job, a row an interest."""

    def __init__(self, spec: PairBars, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = theme.said(spec)

    def height_for(self, width: int) -> float:
        return self._step(width) * len(self._spec.rows) + 2

    def draw(self, painter: QPainter) -> None:
        t, px, font = self.theme.tokens, self.theme.px, self.theme.font("row")
        metrics, width, step = QFontMetricsF(font), self.width(), self._step(self.width())
        rows = self._spec.rows
        stacked = self._stacked(width)
        names = 0 if stacked else self._widest([row.name for row in rows]) + px(16)
        words = 0 if stacked else self._widest([row.words for row in rows]) + px(16)
        left, right = names + px(7), width - words - px(7)
        for place, row in enumerate(rows):
            top = place * step
            draw_rule(painter, 0, width, top + 0.5, t.line)
            over = metrics.height() + px(4) if stacked else 0
            middle = top + over + (step - over) / 2
            base = (top + px(6) + metrics.ascent() if stacked
                    else middle + (metrics.ascent() - metrics.descent()) / 2)  # fmt: skip
            painter.setFont(font)
            painter.setPen(t.text)
            painter.drawText(QPointF(0, base), row.name)
            painter.setPen(t.text2)
            painter.drawText(QPointF(width - metrics.horizontalAdvance(row.words), base), row.words)
            bar = QRectF(left, middle + px(3), right - left, px(8))
            painter.fillRect(bar, t.bar)
            painter.fillRect(QRectF(bar.topLeft(), QPointF(left + row.job * bar.width(),
                                                           bar.bottom())), t.job)  # fmt: skip
            y, end = middle - px(5), left + row.client * bar.width()
            draw_rule(painter, left, right, y, t.line)
            painter.setPen(QPen(t.client, px(3)))
            painter.drawLine(QPointF(left, y), QPointF(end, y))
            painter.setBrush(t.surface)
            painter.setPen(QPen(t.client, px(2)))
            painter.drawEllipse(QPointF(end, y), px(4.5), px(4.5))
            figures = joined((row.client_text, row.job_text, row.words), "; ")
            spoken = joined((row.name, figures), ": ")
            area = bar.adjusted(0, -px(10), 0, 0)
            self.place(Mark(area, self._spec.figure, row.name, spoken))

    def _widest(self, texts: list[str]) -> float:
        metrics = QFontMetricsF(self.theme.font("row"))
        return max(metrics.horizontalAdvance(text) for text in texts)

    def _stacked(self, width: int) -> bool:
        return width < self.theme.px(520)

    def _step(self, width: int) -> float:
        line = QFontMetricsF(self.theme.font("row")).height()
        return line + self.theme.px(34 if self._stacked(width) else 24)


class PartsChart(TallChart):
    """Six bars from one line of zero: what adds to the fit to the right, what costs it left."""

    def __init__(self, spec: PartBars, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = theme.said(spec)

    def height_for(self, width: int) -> float:
        return self._step(width) * len(self._spec.rows)

    def draw(self, painter: QPainter) -> None:
        t, px, font = self.theme.tokens, self.theme.px, self.theme.font("row")
        bold = self.theme.font("row", bold=True)
        metrics, strong = QFontMetricsF(font), QFontMetricsF(bold)
        width, step = self.width(), self._step(self.width())
        rows = self._spec.rows
        narrow = self._narrow(width)  # names on a line of their own
        names = 0 if narrow else max(metrics.horizontalAdvance(row.name) for row in rows) + px(16)
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
            if narrow:
                line.translate(0, metrics.height())
                base += metrics.height()
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
            said = joined((row.name, joined((row.text, row.words), ", ")), ": ")
            self.place(Mark(mark, self._spec.figure, row.name, said))
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
        lines = 3 if self._narrow(width) else 2 if self._stacked(width) else 1
        return line * lines + self.theme.px(7)

    def _narrow(self, width: int) -> bool:
        return width < self.theme.px(230)
