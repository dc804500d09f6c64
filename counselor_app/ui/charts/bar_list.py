"""A short list of bars on one scale, each with its printed value: education, interests, work."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from counselor_app.charts.lists import BarItem, BarItems
from counselor_app.language import joined
from counselor_app.ui.charts.chart import ChartWidget
from counselor_app.ui.charts.ranked_paint import draw_filled, draw_whisker
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines
from counselor_app.ui.style.theme import Theme


class BarList(ChartWidget):
    """Bars under each other, names on the left; narrow lists put the name above its bar."""

    def __init__(self, spec: BarItems, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self.items, self._full = theme.said(spec.items), spec.full
        self._natural = 0.0
        self._by_width: dict[float, list[float]] = {}
        follow_width(self)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._natural = 0.0
        self._by_width.clear()
        super().restyle()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(sum(self._heights(width))) + 2

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(360), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(150), 0)

    def draw(self, painter: QPainter) -> None:
        t, px = self.theme.tokens, self.theme.px
        width = self.width()
        name_width, stacked = self._name_width(width), self._stacked(width)
        step = self._step()
        left = 0.0 if stacked else name_width + px(16)
        room = max(width - left - self._value_width(), px(24))
        y = 0.0
        for item, height in zip(self.items, self._heights(width), strict=True):
            font = self.theme.font("row", bold=item.strong)
            painter.setFont(font)
            lines = self._lines(item, width if stacked else name_width)
            draw_lines(painter, lines, QRectF(0, y + px(3), name_width, lines.height), t.text)
            middle = y + px(3) + (lines.height + step / 2 if stacked else step / 2)
            bar = QRectF(left, middle - px(5.5), room, px(11))
            end = bar.left()
            if item.share is not None:
                end = self._draw_bar(painter, bar, item)
            self._draw_value(painter, item, end, middle)
            y += height

    def _draw_bar(self, painter: QPainter, bar: QRectF, item: BarItem) -> float:
        """Draw one bar with its whisker; where its value may be printed."""
        filled = QRectF(bar)
        filled.setWidth(max(bar.width() * (item.share or 0), 2.0))
        if self._full:
            painter.fillRect(bar, self.theme.tokens.bar)
        draw_filled(painter, filled, self.theme, hatched=item.hatched)
        end = bar.right() if self._full else filled.right()
        if item.interval:
            low, high = (bar.left() + bar.width() * share for share in item.interval)
            draw_whisker(painter, low, high, bar, self.theme.tokens.text)
            end = max(end, high)
        return end + self.theme.px(8)

    def _draw_value(self, painter: QPainter, item: BarItem, x: float, middle: float) -> None:
        t = self.theme.tokens
        known = item.share is not None
        painter.setFont(self.theme.font("row" if known else "caption", bold=known))
        metrics = QFontMetricsF(painter.font())
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.setPen(t.text if known else t.text3)
        painter.drawText(QPointF(x, base), item.text)
        wide = metrics.horizontalAdvance(item.text)
        top = middle - metrics.height() / 2
        mark = QRectF(x, top, wide, metrics.height())
        printed = joined((item.text, item.note), ", ")
        said = joined((item.name, printed), ": ")
        self.place(Mark(mark, item.figure, item.name, said))
        if item.note:
            painter.setFont(self.theme.font("caption"))
            painter.setPen(t.text2)
            painter.drawText(QPointF(x + wide + self.theme.px(6), base), item.note)

    def _step(self) -> float:
        return QFontMetricsF(self.theme.font("row")).height()

    def _value_width(self) -> float:
        """Room for the widest value with its note."""
        value = QFontMetricsF(self.theme.font("row", bold=True))
        note = QFontMetricsF(self.theme.font("caption"))
        widest = 0.0
        for item in self.items:
            wide = value.horizontalAdvance(item.text)
            if item.note:
                wide += note.horizontalAdvance(item.note) + self.theme.px(6)
            widest = max(widest, wide)
        return widest + self.theme.px(10)

    def _name_width(self, width: float) -> float:
        if not self._natural:
            metrics = QFontMetricsF(self.theme.font("row", bold=True))
            widths = (metrics.horizontalAdvance(item.name) for item in self.items)
            self._natural = max(widths, default=0.0) + 2
        return width if self._stacked(width) else min(self._natural, width * 0.46)

    def _stacked(self, width: float) -> bool:
        return width < self.theme.px(270)

    def _lines(self, item: BarItem, width: float) -> Lines:
        return break_lines(item.name, self.theme.font("row", bold=item.strong), width)

    def _heights(self, width: float) -> list[float]:
        if width not in self._by_width:
            names = self._name_width(width)
            extra = self.theme.px(7) + (self._step() if self._stacked(width) else 0.0)
            self._by_width[width] = [self._lines(i, names).height + extra for i in self.items]
        return self._by_width[width]
