"""Rows that are moved up and down: by their grip with the mouse, by Alt+Up and Alt+Down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Line
from counselor_app.ui.style.theme import Theme


class Grip(Button):
    """Takes hold of a row; `dragged` carries where the pointer is, `dropped` that it is let go."""

    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(theme, icon="grip", name=name)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._held = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the column moves the row; a button would move the focus
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._held = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._held:
            self._held = False
            self.dropped.emit()


class Row(Protocol):
    """A row with a grip."""

    grip: Grip


class DragColumn(QWidget):
    """``moved`` carries the place of a row and the place it goes to."""

    moved = Signal(int, int)

    def __init__(self, rows: Sequence[QWidget], theme: Theme, *, gap: int = 0) -> None:
        super().__init__()
        self.rows = tuple(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(gap))
        for place, row in enumerate(rows):
            column.addWidget(row)
            grip = cast("Row", row).grip
            grip.dragged.connect(lambda at, place=place: self._drag(place, at))
            grip.dropped.connect(lambda place=place: self._drop(place))
        self._line: QFrame = Line(theme, self)
        self._line.setFixedHeight(3)
        self._line.hide()
        self._to = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        place = self._place_of_focus()
        if by is None or place is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        if 0 <= place + by < len(self.rows):
            self.moved.emit(place, place + by)

    def _place_of_focus(self) -> int | None:
        held = self.focusWidget()
        return next((p for p, row in enumerate(self.rows) if held and row.isAncestorOf(held)), None)

    def _drag(self, place: int, at: QPoint) -> None:
        y = self.mapFromGlobal(at).y()
        above = [row for p, row in enumerate(self.rows)
                 if p != place and row.geometry().center().y() < y]  # fmt: skip
        self._to = len(above)
        edge = above[-1].geometry().bottom() if above else 0
        self._line.setGeometry(0, max(edge - 1, 0), self.width(), 3)
        self._line.show()
        self._line.raise_()

    def _drop(self, place: int) -> None:
        self._line.hide()
        if self._to != place:
            self.moved.emit(place, self._to)
