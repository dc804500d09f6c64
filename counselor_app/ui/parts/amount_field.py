"""A field for an amount of dollars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from counselor_app.ui.style.theme import Theme


class AmountField(QLineEdit):
    """The client's own wage in the client's color; ``typed`` on Enter or on leaving the field.

    ``wrong`` draws the frame of a text that is no amount. Esc brings the last amount back.
    """

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._shown = ""
        self.wrong = False
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_amount(self, text: str) -> None:
        """Show an amount that holds now, "" for none."""
        if text != self._shown or self.wrong or not self.hasFocus():
            self._shown, self.wrong = text, False
            self.setText(text)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px, t = self.theme.px, self.theme.tokens
        self.setFont(self.theme.font("row", bold=True))
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, t.client_text)
        self.setPalette(palette)
        self.setTextMargins(px(8), 0, px(6), 0)
        self.setFixedSize(px(112), max(px(34), self.fontMetrics().height() + 10))

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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        color = t.accent if self.hasFocus() else t.client_text if self.wrong else t.edge
        painter.setPen(QPen(color, 2 if self.hasFocus() or self.wrong else 1))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))
        painter.end()
        super().paintEvent(event)

    def _tell(self) -> None:
        if self.text().strip() != self._shown:
            self.typed.emit(self.text())
