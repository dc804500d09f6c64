"""A few facts in words, each with a label and its source mark, painted in one piece."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Figure
from counselor_app.language import joined
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines, draw_rule
from counselor_app.ui.style.theme import Theme

Fact = tuple[str, str, Figure]
"""Label, words and the figure that they print."""


class FactRows(SourceWidget):
    """Label and words side by side, a hairline under each; ``name`` says what they are of."""

    def __init__(
        self, facts: Sequence[Fact], theme: Theme, name: str, parent: QWidget | None = None
    ) -> None:
        spoken = joined((joined((label, words), ": ") for label, words, _ in facts), "; ")
        super().__init__(theme, joined((name, spoken), ". "), parent)
        self.facts = theme.said(tuple(facts))
        follow_width(self)

    def marks(self) -> Sequence[Mark]:
        found, y, left = [], 0.0, self._left()
        for (label, words, figure), lines in zip(
            self.facts, self._lines(self.width()), strict=True
        ):
            rect = QRectF(left, y + self.theme.px(5), lines.width, lines.height + 3)
            found.append(Mark(rect, figure, label, joined((label, words), ": ")))
            y += lines.height + self.theme.px(11)
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(sum(x.height + self.theme.px(11) for x in self._lines(width))) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(360), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._left()) + self.theme.px(80), 0)

    def draw(self, painter: QPainter) -> None:
        t = self.theme.tokens
        painter.setFont(self.theme.font("row"))
        for (label, _, _), lines, mark in zip(
            self.facts, self._lines(self.width()), self.marks(), strict=True
        ):
            painter.setPen(t.text2)
            painter.drawText(QPointF(0, mark.rect.top() + lines.ascent), label)
            draw_lines(painter, lines, mark.rect, t.text, dotted=t.text3)
            under = round(mark.rect.top() + lines.height + self.theme.px(5)) + 0.5
            draw_rule(painter, 0, self.width(), under, t.line)

    def _left(self) -> float:
        metrics = QFontMetricsF(self.theme.font("row"))
        return max(metrics.horizontalAdvance(label) for label, _, _ in self.facts) + self.theme.px(
            18
        )

    def _lines(self, width: int) -> list[Lines]:
        font, room = self.theme.font("row"), width - self._left()
        return [break_lines(words, font, room) for _, words, _ in self.facts]
