"""What the faces of the controls share: a rounded box, a line of words, an icon, the focus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from counselor_app.ui.style.drawing import draw_focus
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme


def hot(w: Any) -> bool:
    """Whether the pointer is on it, or presses it; a finger that has left is on nothing."""
    return bool(w.isEnabled() and ((w.underMouse() and not w.theme.touch) or w.isDown()))


def box(painter: QPainter, w: Any, radius: float, pen: QPen | None, fill: QColor | None) -> None:
    """A rounded box that fills the widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = pen.widthF() / 2 if pen and pen.widthF() == 1 else 1.5 if pen else 0.5
    painter.setPen(pen or Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    rect = QRectF(w.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(rect, radius, radius)


def say(painter: QPainter, x: float, w: Any, text: str, font: QFont, color: QColor) -> float:
    """One line of words from ``x``, in the middle of the height; where they end."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    base = (w.height() + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(x, base), text)
    return x + metrics.horizontalAdvance(text)


def ring(painter: QPainter, w: Any, theme: Theme) -> None:
    """The frame of what has the focus."""
    if w.hasFocus():
        draw_focus(painter, QRectF(w.rect()), theme)


def icon(painter: QPainter, w: Any, x: float, side: float, name: Any, color: QColor) -> None:
    """An icon from ``x`` in the middle of the height."""
    draw_icon(painter, name, QRectF(x, (w.height() - side) / 2, side, side), color)
