"""What the widgets' painting shares: lines of text, focus rings, the dotted source mark."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from counselor_app.ui.style.theme import Theme


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into lines: each line's words and width, the line height, the ascent."""

    lines: tuple[tuple[str, float], ...]
    line_height: float
    ascent: float

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max((w for _, w in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.line_height * len(self.lines)


@lru_cache(maxsize=8192)  # a layout asks for the same text several times
def break_lines(text: str, font: QFont, width: float | None = None) -> Lines:
    """Break ``text`` at word ends to fit ``width`` (None: one line); long words break inside."""
    metrics = QFontMetricsF(font)
    whole = metrics.horizontalAdvance(text)
    if width is None or whole <= width + 0.5:
        return Lines(((text, whole),), metrics.height(), metrics.ascent())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[tuple[str, float]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        start, length = line.textStart(), line.textLength()
        found.append((text[start : start + length].strip(), line.naturalTextWidth()))
    layout.endLayout()
    return Lines(tuple(found), metrics.height(), metrics.ascent())


@lru_cache(maxsize=8192)
def longest_word(text: str, font: QFont) -> float:
    """Width below which the text would break inside a word."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def draw_lines(
    painter: QPainter,
    lines: Lines,
    rect: QRectF,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    dotted: QColor | None = None,
    underline: bool = False,
) -> QRectF:
    """Draw lines from the top of ``rect`` with the painter's font; the rectangle they fill.

    ``dotted`` draws the source mark under each line, ``underline`` a plain line.
    """
    y, filled = rect.top(), QRectF()
    for words, width in lines.lines:
        x = rect.left()
        if align & Qt.AlignmentFlag.AlignRight:
            x = rect.right() - width
        elif align & Qt.AlignmentFlag.AlignHCenter:
            x = rect.center().x() - width / 2
        baseline = y + lines.ascent
        painter.setPen(color)
        painter.drawText(QPointF(x, baseline), words)
        if dotted is not None:
            draw_dots(painter, x, x + width, baseline + 3.5, dotted)
        elif underline:
            painter.drawLine(QPointF(x, baseline + 2.5), QPointF(x + width, baseline + 2.5))
        filled = filled.united(QRectF(x, y, width, lines.line_height))
        y += lines.line_height
    return filled


def draw_rule(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    """A hairline with its middle at ``y``: an antialiased line costs forty times as much."""
    painter.fillRect(QRectF(left, y - 0.5, right - left, 1), color)


def draw_dots(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    """The dotted underline that marks a figure whose source can be asked for."""
    pen = QPen(color, 1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, round(y) + 0.5), QPointF(right, round(y) + 0.5))


def draw_focus(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The 2-pixel accent ring, just inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.tokens.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    painter.restore()
