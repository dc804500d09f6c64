"""Two inventories as a line a scale: a ring then, a disk now, an arrow where it moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.charts.over_time import OverTimeChart
from counselor_app.language import joined
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.heard import Value
from counselor_app.ui.style.theme import Theme


class OverTimeWidget(TallChart):
    """Thick and dark where a scale moved by more than the error, thin and gray where not."""

    def __init__(self, spec: OverTimeChart, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = theme.said(spec)

    def height_for(self, width: int) -> float:
        return self._row(width) * (len(self._spec.lines) + 1)

    def draw(self, painter: QPainter) -> None:
        t, px, spec = self.theme.tokens, self.theme.px, self._spec
        font, caption = self.theme.font("row"), self.theme.font("caption")
        metrics, row = QFontMetricsF(font), self._row(self.width())
        folded = self._folded(self.width())
        left, right = self._sides()
        for place, line in enumerate(spec.lines):
            top = place * row
            middle = top + row * (0.72 if folded else 0.5)
            base = top + (metrics.ascent() + 2 if folded else row / 2 + metrics.ascent() * 0.38)
            painter.setFont(self.theme.font("row", bold=bool(line.moved)))
            painter.setPen(t.text)
            painter.drawText(QPointF(0, base), line.name)
            words = line.text
            at = self.width() - QFontMetricsF(painter.font()).horizontalAdvance(words)
            painter.drawText(QPointF(at, base), words)
            painter.setPen(QPen(t.line, 1))
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            before, after = self._x(line.before), self._x(line.after)
            painter.setPen(QPen(t.client if line.moved else t.text3, 3 if line.moved else 1.5))
            painter.drawLine(QPointF(before, middle), QPointF(after, middle))
            painter.setPen(QPen(t.client, 1.6))
            painter.setBrush(t.surface)
            painter.drawEllipse(QPointF(before, middle), px(5), px(5))
            painter.setBrush(t.client)
            painter.drawEllipse(QPointF(after, middle), px(5), px(5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        base = len(spec.lines) * row + row / 2
        painter.setFont(caption)
        painter.setPen(t.text2)
        for value in (spec.low, spec.high):
            text = f"{value:g}"
            wide = QFontMetricsF(caption).horizontalAdvance(text)
            painter.drawText(QPointF(self._x(value) - wide / 2, base), text)

    def values(self) -> Sequence[Value]:
        row = self._row(self.width())
        return [
            Value(
                self.theme.say(joined((line.name, line.text), ": ")),
                QRectF(0, place * row, self.width(), row),
            )
            for place, line in enumerate(self._spec.lines)
        ]

    def _folded(self, width: int) -> bool:
        """Too narrow for name, line and numbers side by side: the line goes under its name."""
        return width < self.theme.px(400)

    def _row(self, width: int) -> float:
        line = QFontMetricsF(self.theme.font("row")).height()
        return line * (2.1 if self._folded(width) else 1) + self.theme.px(8)

    def _sides(self) -> tuple[float, float]:
        px = self.theme.px
        if self._folded(self.width()):
            return px(8), self.width() - px(8)
        return px(120), self.width() - px(110)

    def _x(self, score: float) -> float:
        left, right = self._sides()
        share = (score - self._spec.low) / (self._spec.high - self._spec.low)
        return left + share * (right - left)
