"""A sentence whose figures can each be asked for their source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import MINUS, value_words
from counselor_app.domain.occupation.figure_names import figure_name
from counselor_app.language import joined
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import Lines, break_lines, draw_dots, draw_lines, longest_word
from counselor_app.ui.style.theme import Role, Theme


class FiguresText(SourceWidget):
    """``text`` wrapped; each of ``figures`` is dotted where its value stands in the text.

    A figure whose value is told in other words is asked for through the whole text. Without
    figures it is plain text and takes no focus. ``label`` stands over it in small letters.
    """

    heard_as = "text"

    def __init__(
        self,
        text: str,
        figures: Sequence[Figure],
        theme: Theme,
        name: str = "",
        *,
        label: str = "",
        role: Role = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, joined((name, text), ": "), parent)
        self._text, self._figures = theme.say(text), tuple(figures)
        self._label = theme.say(label)
        self._role: Role = role
        self._by_width: dict[int, Lines] = {}
        follow_width(self)
        if not figures:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def text(self) -> str:
        """What is printed."""
        return self._text

    def restyle(self) -> None:
        self._by_width.clear()
        super().restyle()

    def marks(self) -> Sequence[Mark]:
        placed = [(self._rect_of(figure), figure) for figure in self._figures]
        found = [Mark(rect, f, figure_name(f)) for rect, f in placed if rect is not None]
        whole = QRectF(0, self._top(), self.width(), self._lines(self.width()).height)
        return [*found, *(Mark(whole, f, figure_name(f)) for rect, f in placed if rect is None)]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._top() + self._lines(width).height) + 5

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), 0)  # layouts ask for the height of their width

    def minimumSizeHint(self) -> QSize:
        longest = longest_word(self._text, self.theme.font(self._role))
        return QSize(int(min(longest, self.theme.px(140))) + 2, 0)

    def draw(self, painter: QPainter) -> None:
        t = self.theme.tokens
        if self._label:
            font = self.theme.font("caption", bold=True)
            painter.setFont(font)
            label = break_lines(self._label, font, self.width())
            draw_lines(painter, label, QRectF(self.rect()), t.text2)
        painter.setFont(self.theme.font(self._role))
        lines, top = self._lines(self.width()), self._top()
        draw_lines(painter, lines, QRectF(0, top, self.width(), lines.height), t.text)
        for figure in self._figures:
            rect = self._rect_of(figure)
            if rect is not None:
                under = rect.top() + lines.ascent + 3.5
                draw_dots(painter, rect.left(), rect.right(), under, t.text3)

    def _rect_of(self, figure: Figure) -> QRectF | None:
        """Where the figure's printed value stands; None where the text says it otherwise."""
        value = self.theme.say(value_words(figure)).lstrip("+" + MINUS)
        lines, top = self._lines(self.width()), self._top()
        metrics = QFontMetricsF(self.theme.font(self._role))
        for words, _ in lines.lines:
            at = _place(words, value)
            if at is not None:
                left = metrics.horizontalAdvance(words[:at])
                wide = metrics.horizontalAdvance(value)
                return QRectF(left, top, wide, lines.line_height)
            top += lines.line_height
        return None

    def _top(self) -> float:
        if not self._label:
            return 0.0
        font = self.theme.font("caption", bold=True)
        return break_lines(self._label, font, self.width()).height

    def _lines(self, width: int) -> Lines:
        if width not in self._by_width:
            font = self.theme.font(self._role)
            self._by_width[width] = break_lines(self._text, font, width)
        return self._by_width[width]


def _place(words: str, value: str) -> int | None:
    """Where ``value`` begins in ``words``, not inside a longer number."""
    at = words.find(value)
    while at >= 0:
        before, after = words[:at][-1:], words[at + len(value) :][:1]
        if not before.isdigit() and before not in (".", ",") and not after.isdigit():
            return at
        at = words.find(value, at + 1)
    return None
