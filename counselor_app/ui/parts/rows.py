"""Rows of lists and tables: one delegate for all, and a face that says what a row shows."""

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
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from counselor_app.ui.style.drawing import draw_focus
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_SIZE = QSize()


class RowFace:
    """How the rows of one list look: their `size`, what they `draw`, how the current one shows.

    ``tinted`` rows stand on the soft accent while current, in a box of ``radius``; ``smooth``
    rows draw more than words. A click anywhere in a row that ``ticks`` ticks it.
    """

    tinted, smooth, ticks = True, True, False
    radius = 0

    def size(self, index: Index) -> QSize:  # noqa: ARG002
        """The size of a row."""
        return NO_SIZE

    def box(self, rect: QRectF, index: Index) -> QRectF | None:  # noqa: ARG002
        """What is tinted and framed of the current row; None for a row that is only a title."""
        return rect

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:
        """Draw what a row says."""
        raise NotImplementedError


class RowDelegate(QStyledItemDelegate):
    """Draws the rows of a list by its face."""

    def __init__(self, view: QAbstractItemView, face: RowFace, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._face, self._theme = view, face, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return self._face.size(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face, rect = self._face, QRectF(option.rect)
        current = index == self._view.currentIndex()
        box = face.box(rect, index) if current else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, face.smooth)
        if box and face.tinted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.accent_soft)
            painter.drawRoundedRect(box, face.radius, face.radius)
        face.draw(painter, rect, index, current=current)
        if box and self._view.hasFocus():
            draw_focus(painter, box, self._theme)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not self._face.ticks or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            state = Qt.CheckState.Unchecked if ticked(index) else Qt.CheckState.Checked
            model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return True


def ticked(index: Index) -> bool:
    """Whether a row is ticked."""
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
