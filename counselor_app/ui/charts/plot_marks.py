"""What lies over the bars of a chart on the screen: its colors and fonts, words and lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


@dataclass(frozen=True, slots=True)
class Look:
    """Colors, fonts, the length factor and the language that the window's theme gives a chart.

    ``series`` are the colors of the places in turn, ``client`` those of the person's own wage;
    ``say`` gives words in the theme's language.
    """

    text: QColor
    soft: QColor
    line: QColor
    surface: QColor
    client: QColor
    client_text: QColor
    series: tuple[QColor, ...]
    font: QFont
    bold: QFont
    small: QFont
    small_bold: QFont
    scale: float
    say: Callable[[str], str]

    def px(self, length: float) -> float:
        """A length of the 100 % layout at this text size."""
        return length * self.scale


@dataclass(frozen=True, slots=True)
class Text:
    """Words at the left end of their baseline."""

    at: QPointF
    words: str
    font: QFont
    color: QColor


def wrapped(words: str, font: QFont, width: float) -> list[str]:
    """``words`` broken at spaces into lines, none wider than ``width`` unless a word is."""
    metrics, lines = QFontMetricsF(font), [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class Marks(QGraphicsItem):
    """What is drawn over the bars in pixels: text, medians, open arrows, a target line."""

    def __init__(self) -> None:
        super().__init__()
        self.area = QRectF()
        self.texts: list[Text] = []
        self.medians: list[QRectF] = []
        self.ends: list[tuple[QPointF, float, QColor]] = []
        self.line: tuple[QPointF, QPointF, QColor] | None = None
        self.gap = QColor()

    def boundingRect(self) -> QRectF:
        """The whole chart."""
        return self.area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Medians, arrows, the target line, then words over all of them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in self.medians:
            painter.fillRect(rect, self.gap)
        for tip, size, color in self.ends:
            pen = QPen(color, max(2.0, size / 6))
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            back = tip - QPointF(size * 0.6, 0)
            half = QPointF(0, size * 0.6)
            painter.drawPolyline(QPolygonF([back - half, tip, back + half]))
        if self.line is not None:
            top, bottom, color = self.line
            pen = QPen(color, 2)
            pen.setDashPattern([3.5, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(top, bottom)
        for text in self.texts:
            painter.setFont(text.font)
            if self.line is not None:  # the line gives way to words
                box = QFontMetricsF(text.font).tightBoundingRect(text.words)
                box = box.translated(text.at).adjusted(-2, -2, 2, 2)
                if box.left() < self.line[0].x() < box.right():
                    painter.fillRect(box, self.gap)
            painter.setPen(text.color)
            painter.drawText(text.at, text.words)
