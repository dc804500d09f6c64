"""The field in which one types to find an occupation. Part of the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

_WANTED = {"MouseFocusReason", "TabFocusReason", "BacktabFocusReason", "ShortcutFocusReason"}
HINT = pgettext("field", "Search occupations")


LONGEST = 200
"""Characters of a query: a page pasted by mistake is none."""


class SearchField(QLineEdit):
    """A search field: a magnifier, the text, a cross that empties it.

    The arrow keys and Enter are handed on by `moved` and `entered`, because the
    focus stays here while the choice moves in the list of results. In the first frame it is a
    plain field; `furnish` gives it its own frame and icons.
    """

    look = "field"
    mark, left = "search", 36
    wrong, clears = False, True
    moved = Signal(int)
    entered = Signal(bool)
    focused = Signal()
    first_painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._painted = False
        self.setMaxLength(LONGEST)
        self.speak()
        theme.changed.connect(self.restyle)
        self.restyle()

    def speak(self) -> None:
        """Say what it is for, in the language of the theme."""
        say = self.theme.say
        self.setPlaceholderText(say(HINT))
        self.setAccessibleName(say(HINT))
        about = _("Job title, other title or SOC code. Arrow keys choose, Enter opens.")
        self.setAccessibleDescription(say(about))

    def furnish(self) -> None:
        """Draw the frame and the icons from now on."""
        from counselor_app.ui.style.look import dress

        self.setFrame(False)
        dress(self, self.theme)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.setFont(self.theme.font("body"))
        self.setPalette(self.theme.palette())
        self.setTextMargins(px(self.left), 0, px(34), 0)

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
        # Not where Qt moves the focus because what had it has gone: nobody wants to search then.
        if event.reason().name in _WANTED:
            self.focused.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        over = bool(self.text()) and self.cross().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.text() and self.cross().contains(event.position()):
            self.clear()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # once the whole frame is out

    def cross(self) -> QRectF:
        """Where a click empties the field."""
        side = self.theme.px(14) + 16
        right = self.width() - self.theme.px(6)
        return QRectF(right - side, (self.height() - side) / 2, side, side)
