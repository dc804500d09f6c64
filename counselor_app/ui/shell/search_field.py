"""The field in which one types to find an occupation. Part of the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

HINT = "Search occupations"


class SearchField(QLineEdit):
    """A search field: a magnifier, the text, a cross that empties it.

    The arrow keys and Enter are handed on by `moved` and `entered`, because the
    focus stays here while the choice moves in the list of results. In the first frame it is a
    plain field; `furnish` gives it its own frame and icons.
    """

    moved = Signal(int)
    entered = Signal(bool)
    focused = Signal()
    first_painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._furnished = self._painted = False
        self.setPlaceholderText(HINT)
        self.setAccessibleName(HINT)
        self.setAccessibleDescription(
            "Job title, other title or SOC code. Arrow keys choose, Enter opens."
        )
        theme.changed.connect(self.restyle)
        self.restyle()

    def furnish(self) -> None:
        """Draw the frame and the icons from now on."""
        self._furnished = True
        self.setFrame(False)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.setFont(self.theme.font("body"))
        palette = self.theme.palette()
        if self._furnished:
            palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.setTextMargins(px(36), 0, px(34), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        key = event.key()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        over = bool(self.text()) and self._cross().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.text() and self._cross().contains(event.position()):
            self.clear()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._furnished:
            self._draw_frame()
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # once the whole frame is out

    def _draw_frame(self) -> None:
        from counselor_app.ui.style.icons import draw_icon

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self.theme.tokens, self.theme.px
        inset = 1.0 if self.hasFocus() else 0.5
        color, width = (tokens.accent, 2) if self.hasFocus() else (tokens.edge, 1)
        painter.setPen(QPen(color, width))
        painter.setBrush(tokens.surface)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, px(6), px(6))
        top = (self.height() - px(16)) / 2
        draw_icon(painter, "search", QRectF(px(12), top, px(16), px(16)), tokens.text2)
        if self.text():
            draw_icon(painter, "close", self._cross().adjusted(8, 8, -8, -8), tokens.text2)

    def _cross(self) -> QRectF:
        side = self.theme.px(14) + 16
        right = self.width() - self.theme.px(6)
        return QRectF(right - side, (self.height() - side) / 2, side, side)
