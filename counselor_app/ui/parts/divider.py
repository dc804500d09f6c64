"""A line between two parts of the window that the pointer drags."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.style.theme import Theme


class Divider(QWidget):
    """Lies over a line. ``dragged`` carries where the pointer is now, in the parent's pixels from
    the left; ``let_go`` follows. A double click (``reset``) puts the line back where it was.

    It takes no focus: keys move it from where they are.
    """

    WIDE = 9
    dragged = Signal(int)
    let_go = Signal()
    reset = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._held = theme, False
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(theme.say(pgettext("part of the window", "Divider")))
        tip = _("Drag to change the width; a double click puts it back (Alt+Shift+Left, Right)")
        self.setToolTip(theme.say(tip))

    def place(self, x: int, top: int, height: int) -> None:
        """Lie over the line at ``x``."""
        self.setGeometry(x - self.WIDE // 2, top, self.WIDE, height)
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.button() == Qt.MouseButton.LeftButton
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        if self._held:
            self._held = False
            self.update()
            self.let_go.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.reset.emit()
        self.let_go.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._held or self.underMouse():
            line = self.rect().adjusted(self.WIDE // 2 - 1, 0, -(self.WIDE // 2) + 1, 0)
            QPainter(self).fillRect(line, self._theme.tokens.accent)
