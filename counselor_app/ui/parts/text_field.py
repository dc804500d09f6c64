"""Fields to type into, with an edge that can be seen in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

if TYPE_CHECKING:
    from counselor_app.ui.style.icons import Icon


class Field(Speaker, QLineEdit):
    """One line of text; `set_trouble` marks it and says what is wrong."""

    look = "field"
    tone = "text"
    mark: Icon | None = None
    left, right = 8, 8
    clears = False

    def __init__(self, name: str, hint: str, theme: Theme, *, role: Role = "body") -> None:
        super().__init__()
        self.theme, self.wrong = theme, False
        self.role: Role = role
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFrame(False)
        dress(self, theme)
        theme.changed.connect(self.restyle)
        self.restyle()

    def setPlaceholderText(self, words: str) -> None:
        super().setPlaceholderText(self.theme.say(words))

    def set_trouble(self, trouble: str) -> None:
        """Say what is wrong with what is typed, "" when nothing is."""
        self.wrong = bool(trouble)
        self.setAccessibleDescription(trouble)
        self.setToolTip(trouble)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px, tone = self.theme.px, "client_text" if self.wrong else self.tone
        self.setFont(self.theme.font(self.role, bold=self.tone != "text"))
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Text, getattr(self.theme.tokens, tone))
        self.setPalette(palette)
        self.setTextMargins(px(self.left), 0, px(self.right), 0)
        self.setFixedHeight(max(px(34), self.fontMetrics().height() + 10))


class FindField(Field):
    """Filters a list while one types; Esc empties it."""

    mark = "search"
    left = 30

    def __init__(self, hint: str, theme: Theme) -> None:
        super().__init__(hint, hint, theme, role="row")

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(min(self.theme.px(190), 340))

    def event(self, event: QEvent) -> bool:
        # Esc empties the field before it closes anything else.
        pressed = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Escape and self.text():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class AmountField(Field):
    """The client's own wage in the client's color; ``typed`` on Enter or on leaving the field.

    ``wrong`` marks a text that is no amount. Esc brings the last amount back.
    """

    tone = "client_text"
    right = 6
    typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._shown = ""
        super().__init__("", "", theme, role="row")

    def show_amount(self, text: str) -> None:
        """Show an amount that holds now, "" for none."""
        if text != self._shown or self.wrong or not self.hasFocus():
            self._shown, self.wrong = text, False
            self.setText(text)

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(self.theme.px(112))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.wrong = False
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def _tell(self) -> None:
        if self.text().strip() != self._shown:
            self.typed.emit(self.text())
