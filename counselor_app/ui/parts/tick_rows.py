"""Rows of a list to tick, drawn like the boxes elsewhere: in every appearance and text size."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counselor_app.ui.style.drawing import Lines, break_lines, draw_focus, draw_lines
from counselor_app.ui.style.faces import BOX, draw_box
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE, _GAP = 6, 8


class TickRows(QStyledItemDelegate):
    """A box and words that wrap; a click anywhere in the row ticks it."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        width = self._view.viewport().width()
        height = self._lines(index, width).height + self._theme.px(10)
        return QSize(self._theme.px(80), max(int(height), self._theme.px(BOX + 10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(rect, theme.tokens.accent_soft)
        left, middle = rect.left() + theme.px(_SIDE) + 0.5, rect.center().y()
        draw_box(painter, left, middle, theme, on=_ticked(index))
        painter.setFont(theme.font("row"))
        lines = self._lines(index, rect.width())
        area = rect.adjusted(theme.px(_SIDE + BOX + _GAP), (rect.height() - lines.height) / 2, 0, 0)
        draw_lines(painter, lines, area, theme.tokens.text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect, theme)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent):
            if (
                event.type() == QEvent.Type.MouseButtonRelease
                and event.button() == Qt.MouseButton.LeftButton
            ):
                state = Qt.CheckState.Unchecked if _ticked(index) else Qt.CheckState.Checked
                model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return True
        return super().editorEvent(event, model, option, index)

    def _lines(self, index: Index, width: float) -> Lines:
        room = width - self._theme.px(_SIDE + BOX + _GAP + _SIDE)
        return break_lines(str(index.data()), self._theme.font("row"), room)


def _ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
