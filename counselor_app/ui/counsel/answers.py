"""The five answers: a card each for one question, a row of circles for ten."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from counselor_app.domain.session.inventory import LIKING
from counselor_app.ui.parts.drawing import break_lines, draw_focus, draw_lines
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_RADIUS = (30, 22, 13, 22, 30)
TARGET = 48


def draw_sign(painter: QPainter, center: QPointF, value: int, radius: float, theme: Theme) -> None:
    """Minus in a ring, an empty ring, plus in a disk: larger for a stronger answer."""
    t = theme.tokens
    liked = value > 2
    painter.setPen(QPen(t.accent, max(radius / 14, 1.6)))
    painter.setBrush(t.accent if liked else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, radius, radius)
    if value == 2:
        return
    arm = radius * 0.48
    painter.setPen(QPen(t.on_accent if liked else t.accent, max(radius / 14, 1.6)))
    painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0))
    if liked:
        painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm))


class AnswerCard(QAbstractButton):
    """One of the five answers to the question shown."""

    def __init__(self, value: int, theme: Theme) -> None:
        super().__init__()
        self.theme, self._value = theme, value
        self.setText(LIKING[value])
        self.setCheckable(True)
        self.setAccessibleName(f"{LIKING[value]}, key {value + 1}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(176))

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.theme.font("prose", bold=True)).height()
        return QSize(self.theme.px(176), int(2 * line) + self.theme.px(112))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(TARGET, self.theme.px(64)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows go from question to question

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self.theme.tokens, self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = self.isChecked()
        painter.setPen(QPen(t.accent, 2) if chosen else QPen(t.edge, 1))
        painter.setBrush(t.accent_soft if chosen or self.underMouse() else t.surface)
        painter.drawRoundedRect(rect, px(10), px(10))
        radius = min(float(px(_RADIUS[self._value])), rect.width() * 0.3)
        draw_sign(painter, QPointF(rect.center().x(), px(54)), self._value, radius, self.theme)
        font = self.theme.font("prose", bold=True)
        painter.setFont(font)
        lines = break_lines(self.text(), font, rect.width() - 8)
        area = QRectF(rect.left() + 4, px(96), rect.width() - 8, lines.height)
        draw_lines(painter, lines, area, t.text, align=Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(self.theme.font("caption"))
        painter.setPen(t.text2)
        key = QRectF(area.left(), area.bottom() + px(2), area.width(), px(22))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(self._value + 1))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)


class _Circle(QAbstractButton):
    """One of five circles beside a question."""

    def __init__(self, value: int, text: str, theme: Theme) -> None:
        super().__init__()
        self.theme, self._value = theme, value
        self.setCheckable(True)
        self.setAccessibleName(f"{text} {LIKING[value]}")
        self.setToolTip(LIKING[value])
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row takes the keys
        self.setFixedSize(max(TARGET, theme.px(TARGET)), max(TARGET, theme.px(TARGET)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(t.accent, 2) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(t.accent_soft)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        radius = self.theme.px(_RADIUS[self._value]) * 0.42
        draw_sign(painter, QRectF(self.rect()).center(), self._value, radius, self.theme)


class AnswerRow(QWidget):
    """A question with five circles; 1 to 5 answer it while it has the focus."""

    answered = Signal(str, int)

    def __init__(self, item: str, number: int, text: str, theme: Theme, given: int | None) -> None:
        super().__init__()
        self.theme, self.item = theme, item
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(2), theme.px(6), theme.px(2))
        row.setSpacing(theme.px(4))
        words = Prose(f"{number}.  {text}", theme, role="prose")
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        self._text = text
        self.circles = [_Circle(value, text, theme) for value in range(5)]
        for value, circle in enumerate(self.circles):
            row.addWidget(circle)
            circle.clicked.connect(lambda _=False, value=value: self.answered.emit(item, value))
        self.show_given(given)

    def show_given(self, given: int | None) -> None:
        """Show the answer, or that there is none."""
        for value, circle in enumerate(self.circles):
            circle.setChecked(value == given)
        said = LIKING[given] if given is not None else "not answered"
        self.setAccessibleName(f"{self._text} {said}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self.theme.tokens.line))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)
