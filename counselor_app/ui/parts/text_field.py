"""A field to type into, with an edge that can be seen in light and dark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit

from counselor_app.ui.style.theme import Role, Theme


class Field(QLineEdit):
    """One line of text; `set_trouble` marks it and says what is wrong."""

    def __init__(self, name: str, hint: str, theme: Theme, *, role: Role = "body") -> None:
        super().__init__()
        self.theme = theme
        self._role: Role = role
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFrame(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_trouble(self, trouble: str) -> None:
        """Say what is wrong with what is typed, "" when nothing is."""
        self.setAccessibleDescription(trouble)
        self.setToolTip(trouble)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px, t = self.theme.px, self.theme.tokens
        self.setFont(self.theme.font(self._role))
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        if self.accessibleDescription():
            palette.setColor(QPalette.ColorRole.Text, t.client_text)
        self.setPalette(palette)
        self.setTextMargins(px(8), 0, px(8), 0)
        self.setFixedHeight(max(px(34), self.fontMetrics().height() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bad = bool(self.accessibleDescription())
        edge = t.accent if self.hasFocus() else t.client_text if bad else t.edge
        painter.setPen(QPen(edge, 2 if self.hasFocus() or bad else 1))
        painter.setBrush(t.notice if bad else t.surface)
        radius = self.theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
        super().paintEvent(event)
