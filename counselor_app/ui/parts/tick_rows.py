"""Rows of a list to tick, drawn like the boxes elsewhere: in every appearance and text size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from counselor_app.ui.parts.rows import Index, RowFace, ticked
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines
from counselor_app.ui.style.faces import BOX, draw_box
from counselor_app.ui.style.theme import Theme

_SIDE, _GAP = 6, 8


class TickRows(RowFace):
    """A box and words that wrap; a click anywhere in the row ticks it."""

    ticks = True

    def __init__(self, view: QListView, theme: Theme) -> None:
        self._view, self._theme = view, theme

    def size(self, index: Index) -> QSize:
        # Where the bar comes once the rows are measured, they still fit beside it.
        bar = self._view.verticalScrollBar()
        width = self._view.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())
        height = self._lines(index, width).height + self._theme.px(10)
        return QSize(self._theme.px(80), max(int(height), self._theme.px(BOX + 10)))

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:  # noqa: ARG002
        theme = self._theme
        left, middle = rect.left() + theme.px(_SIDE) + 0.5, rect.center().y()
        draw_box(painter, left, middle, theme, on=ticked(index))
        painter.setFont(theme.font("row"))
        lines = self._lines(index, rect.width())
        area = rect.adjusted(theme.px(_SIDE + BOX + _GAP), (rect.height() - lines.height) / 2, 0, 0)
        draw_lines(painter, lines, area, theme.tokens.text)

    def _lines(self, index: Index, width: float) -> Lines:
        room = width - self._theme.px(_SIDE + BOX + _GAP + _SIDE)
        return break_lines(self._theme.say(str(index.data())), self._theme.font("row"), room)
