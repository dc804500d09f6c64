"""Places as series: their colors, their shapes, and the chips that name them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from counselor_app.ui.parts.drawing import draw_focus
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme

SHAPES = 4


def series_colors(theme: Theme) -> tuple[QColor, ...]:
    """The nation's color, then those that the places take in turn."""
    tokens = theme.tokens
    return (tokens.text2, tokens.job, tokens.third)


def series_color(theme: Theme, series: int) -> QColor:
    """The color of the place number ``series``; 0 is the nation."""
    colors = series_colors(theme)
    return colors[0] if series == 0 else colors[1 + (series - 1) % (len(colors) - 1)]


def draw_shape(painter: QPainter, series: int, rect: QRectF, color: QColor) -> None:
    """Circle, square, triangle, diamond: the mark of the place number ``series``."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    middle = rect.center()
    shape = series % SHAPES
    if shape == 0:
        painter.drawEllipse(rect)
    elif shape == 1:
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    elif shape == 2:
        top = QPointF(middle.x(), rect.top())
        painter.drawPolygon(QPolygonF([top, rect.bottomRight(), rect.bottomLeft()]))
    else:
        points = [
            QPointF(middle.x(), rect.top()),
            QPointF(rect.right(), middle.y()),
            QPointF(middle.x(), rect.bottom()),
            QPointF(rect.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(points))


class PlaceChip(QAbstractButton):
    """A place with its series mark; ``removed`` with its area code when taken away.

    The nation (``series`` 0) stays: it has no cross and takes no focus.
    """

    removed = Signal(str)

    def __init__(
        self, place: str, area: str, series: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.area, self._series = theme, area, series
        self.setText(place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if series:
            self.setAccessibleName(f"Remove {place}")
            self.setToolTip(f"Remove {place}")
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: self.removed.emit(self.area))
        else:
            self.setAccessibleName(place)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px, metrics = self.theme.px, QFontMetricsF(self.theme.font("row"))
        width = metrics.horizontalAdvance(self.text()) + px(10 + 10 + 8 + 12)
        if self._series:
            width += px(16)
        return QSize(int(width) + 1, max(px(32), int(metrics.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.theme.px(150)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys and self._series:
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._series:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hot = bool(self._series) and (self.underMouse() or self.isDown())
        painter.setPen(QPen(t.edge if hot else t.line, 1))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(rect, px(6), px(6))
        size, middle = px(10), self.height() / 2
        mark = QRectF(px(11), middle - size / 2, size, size)
        draw_shape(painter, self._series, mark, series_color(self.theme, self._series))
        font = self.theme.font("row")
        metrics = QFontMetricsF(font)
        left = mark.right() + px(8)
        right = self.width() - px(11) - (px(15) if self._series else 0)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left + 1)
        painter.setFont(font)
        painter.setPen(t.text)
        painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), words)
        if self._series:
            cross = QRectF(self.width() - px(20), middle - px(5), px(10), px(10))
            draw_icon(painter, "close", cross, t.text if hot else t.text3)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)
