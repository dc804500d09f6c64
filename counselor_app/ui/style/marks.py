"""Marks that are told apart by shape: places as series, answers by their strength."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

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


_RADIUS = (30, 22, 13, 22, 30)


def draw_sign(
    painter: QPainter,
    center: QPointF,
    value: int,
    theme: Theme,
    *,
    share: float = 1,
    most: float = 99,
) -> None:
    """Minus in a ring, an empty ring, plus in a disk: larger for a stronger answer (0 to 4)."""
    t = theme.tokens
    liked, radius = value > 2, min(theme.px(_RADIUS[value]) * share, most)
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


def draw_dots(painter: QPainter, rect: QRectF, filled: int, theme: Theme) -> float:
    """Three dots at the left of ``rect``, so many of them filled; where they end."""
    radius, x = theme.px(5) - 0.5, rect.left()
    for place in range(3):
        painter.setPen(QPen(theme.tokens.client, 1.2))
        painter.setBrush(theme.tokens.client if place < filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + radius, rect.center().y()), radius, radius)
        x += theme.px(13)
    return x
