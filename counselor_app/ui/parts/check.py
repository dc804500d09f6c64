"""Boxes to tick, drawn from tokens: with words of their own, or in the rows of a list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from counselor_app.ui.parts.drawing import break_lines, draw_focus, draw_lines, longest_word
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme

BOX = 16
_GAP = 8


def draw_box(
    painter: QPainter, left: float, middle: float, theme: Theme, *, on: bool, able: bool = True
) -> None:
    """Draw a box from ``left``, around the line at ``middle``; ``on`` with its tick."""
    t, side = theme.tokens, theme.px(BOX)
    box = QRectF(left, middle - side / 2, side, side)
    painter.setPen(QPen(t.edge if able else t.line, 1))
    painter.setBrush(t.accent if on and able else t.surface)
    painter.drawRoundedRect(box, 3, 3)
    if on:
        draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), t.on_accent if able else t.text3)


class Check(QCheckBox):
    """A box and its words, which wrap; Space or Enter ticks it."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self.theme = theme
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def set_words(self, text: str) -> None:
        """Show and speak other words."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = break_lines(self.text(), self.theme.font("row"), width - self._indent())
        return max(self.theme.px(34), int(lines.height) + 8)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.theme.font("row"))
        width = int(metrics.horizontalAdvance(self.text())) + self._indent() + self.theme.px(6)
        return QSize(width, max(self.theme.px(34), int(metrics.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.text(), self.theme.font("row"))
        return QSize(int(width) + self._indent() + self.theme.px(6), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, on = self.theme.tokens, self.isEnabled()
        draw_box(
            painter, self.theme.px(4), self.height() / 2, self.theme, on=self.isChecked(), able=on
        )
        font = self.theme.font("row")
        painter.setFont(font)
        left = self._indent()
        lines = break_lines(self.text(), font, self.width() - left)
        top = QPointF(left, (self.height() - lines.height) / 2)
        area = QRectF(top.x(), top.y(), self.width() - left, lines.height)
        draw_lines(painter, lines, area, t.text if on else t.text3)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _indent(self) -> int:
        return self.theme.px(4 + BOX + _GAP)
