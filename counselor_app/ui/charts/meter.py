"""A few boxes, filled up to a value, and the value in words: the job zone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Figure
from counselor_app.language import joined
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines, longest_word
from counselor_app.ui.style.theme import Theme


class Meter(SourceWidget):
    """``filled`` of ``of`` boxes, and ``text`` beside or under them with its source mark.

    ``name`` says what is measured ("Job zone").
    """

    smooth, heard_as = True, "text"

    def __init__(
        self,
        figure: Figure,
        filled: int,
        of: int,
        text: str,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, joined((name, text), ": "), parent)
        self._figure, self._filled, self._of = figure, filled, of
        self._text, self._title = theme.say(text), name
        follow_width(self)

    def marks(self) -> Sequence[Mark]:
        lines, at = self._place(self.width())
        rect = QRectF(at.x(), at.y(), lines.width, lines.height + 3)
        return (Mark(rect, self._figure, self._title),)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines, at = self._place(width)
        return int(at.y() + lines.height) + 5

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(360), 0)

    def minimumSizeHint(self) -> QSize:
        words = longest_word(self._text, self.theme.font("body"))
        return QSize(int(max(words, self._boxes_width())) + 2, 0)

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        px, tokens = self.theme.px, self.theme.tokens
        lines, at = self._place(self.width())
        middle = at.y() + lines.line_height / 2 if at.x() else px(7)
        for box in range(self._of):
            painter.setBrush(tokens.job if box < self._filled else tokens.bar)
            left = box * px(30)
            painter.drawRoundedRect(QRectF(left, middle - px(4), px(27), px(8)), 2, 2)
        painter.setFont(self.theme.font("body"))
        area = QRectF(at.x(), at.y(), self.width() - at.x(), lines.height)
        draw_lines(painter, lines, area, tokens.text, dotted=tokens.text3)

    def _boxes_width(self) -> int:
        return self.theme.px(30) * self._of

    def _place(self, width: int) -> tuple[Lines, QPointF]:
        """The words' lines and where they begin."""
        font = self.theme.font("body")
        beside = self._boxes_width() + self.theme.px(9)
        whole = break_lines(self._text, font)
        if beside + whole.width <= width:
            return whole, QPointF(beside, 0)
        return break_lines(self._text, font, width), QPointF(0, self.theme.px(18))
