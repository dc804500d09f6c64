"""Which of the client's scores lie within error of each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.charts.fit import ScoreLine
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.language import joined
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.heard import Value
from counselor_app.ui.style.theme import Theme


class ScoreLineChart(TallChart):
    """The scores as circles on their scale, letters above, brackets over those that tie."""

    USUAL = 300

    def __init__(self, spec: ScoreLine, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = spec

    def height_for(self, width: int) -> float:  # noqa: ARG002
        return self._axis() + self.theme.px(8) + self._line()

    def draw(self, painter: QPainter) -> None:
        t, px, spec = self.theme.tokens, self.theme.px, self._spec
        bold, caption = self.theme.font("row", bold=True), self.theme.font("caption")
        y = self._axis()
        painter.setPen(QPen(t.edge, 1))
        painter.drawLine(QPointF(self._x(spec.low), y), QPointF(self._x(spec.high), y))
        small = QFontMetricsF(caption)
        painter.setFont(caption)
        for value in spec.ticks:
            x = self._x(value)
            painter.setPen(QPen(t.edge, 1))
            painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
            text = f"{value:g}"
            at = min(max(x - small.horizontalAdvance(text) / 2, 0.0),
                     self.width() - small.horizontalAdvance(text))  # fmt: skip
            painter.setPen(t.text2)
            painter.drawText(QPointF(at, y + px(7) + small.ascent()), text)
        for level, (low, high) in zip(self._levels(), spec.groups, strict=True):
            top = level * px(9) + px(2)
            left, right = self._x(low) - px(3), self._x(high) + px(3)
            painter.setPen(QPen(t.text2, 1.3))
            painter.drawLine(QPointF(left, top), QPointF(right, top))
            for x in (left, right):
                painter.drawLine(QPointF(x, top), QPointF(x, top + px(5)))
        metrics = QFontMetricsF(bold)
        painter.setFont(bold)
        end = 0.0
        for letter, score in spec.points:
            x = self._x(score)
            painter.setPen(QPen(t.surface, 1))
            painter.setBrush(t.client)
            painter.drawEllipse(QPointF(x, y), px(5), px(5))
            at = max(x - metrics.horizontalAdvance(letter) / 2, end)
            painter.setPen(t.text)
            painter.drawText(QPointF(at, y - px(9)), letter)
            end = at + metrics.horizontalAdvance(letter) + px(3)

    def values(self) -> Sequence[Value]:
        line, px = self._line(), self.theme.px
        return [
            Value(
                self.theme.say(joined((PLAIN_NAMES[letter], f"{score:g}"), ": ")),
                QRectF(self._x(score) - px(6), self._axis() - line, px(12), line + px(6)),
            )
            for letter, score in self._spec.points
        ]

    def _levels(self) -> list[int]:
        """How high each bracket stands, so that none crosses another."""
        count = 1 + max(self._overlaps(), default=0)
        return [count - 1 - level for level in self._overlaps()]

    def _overlaps(self) -> list[int]:
        levels: list[int] = []
        ends: list[float] = []
        for low, high in self._spec.groups:
            level = next((i for i, end in enumerate(ends) if end < low), len(ends))
            ends[level : level + 1] = [high]
            levels.append(level)
        return levels

    def _axis(self) -> float:
        rows = 1 + max(self._overlaps(), default=-1)
        return rows * self.theme.px(9) + self._line() + self.theme.px(14)

    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("row")).height()

    def _x(self, score: float) -> float:
        spec, side = self._spec, self.theme.px(8)
        share = (score - spec.low) / (spec.high - spec.low)
        return side + share * (self.width() - 2 * side)
