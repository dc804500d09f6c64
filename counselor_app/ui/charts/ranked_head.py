"""The head of the ranked list: the sources, what the letters mean, the column titles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Source
from counselor_app.language import _, joined
from counselor_app.ui.charts.ranked_paint import HeadTitle, RowLayout, head_titles
from counselor_app.ui.parts.heard import Value
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines, draw_rule
from counselor_app.ui.style.theme import Theme


class RankedHead(SourceWidget):
    """Painted over the rows; ``inset`` is how far the rows stand in from each side."""

    smooth = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Sources of the list"), parent)
        self.inset = 0
        self._sources: tuple[tuple[str, Source], ...] = ()
        self._legend = ""
        self._impact = self._levels = False

    def set_content(
        self,
        sources: Sequence[tuple[str, Source]],
        legend: str,
        *,
        impact: bool,
        levels: bool,
    ) -> None:
        """Show other sources (words and release) and another legend of letters."""
        self._sources = self.theme.said(tuple(sources))
        self._legend = self.theme.say(legend)
        self._impact, self._levels = impact, levels
        self._name = _(
            "Sources: {sources}. Columns: {columns}. Letters: {letters}.",
            sources=joined((text for text, _source in sources), ", "),
            columns=joined((joined((t.title, t.scale)) for t in self._titles(self._at())), ", "),
            letters=legend,
        )
        self.setAccessibleName(self._name)
        self.update()

    def height_for(self, width: int) -> int:
        """The height that the head needs over rows in a pane of ``width``."""
        at = RowLayout.of(self.theme, width - 2 * self.inset)
        bottom = max((m.rect.bottom() for m in self._marks(at)), default=0.0)
        left = bottom + self._legend_lines(at).height + self.theme.px(4)
        titles = 2 * self._step()
        return int(left + titles if at.stacked else max(left, titles)) + self.theme.px(10)

    def marks(self) -> Sequence[Mark]:
        return self._marks(self._at())

    def values(self) -> Sequence[Value]:
        say, whole = self.theme.say, QRectF(self.rect())
        titles = (joined((t.title, t.scale), ", ") for t in self._titles(self._at()))
        shown = (*titles, self._legend)
        return [
            *(Value(say(mark.spoken), mark.rect) for mark in self.marks()),
            *(Value(say(words), whole) for words in shown if words),
        ]

    def draw(self, painter: QPainter) -> None:
        t, px = self.theme.tokens, self.theme.px
        painter.fillRect(self.rect(), t.surface)
        at = self._at()
        caption = self.theme.font("caption")
        painter.setFont(caption)
        marks = self._marks(at)
        for mark, (text, _source) in zip(marks, self._sources, strict=True):
            draw_lines(painter, break_lines(text, caption), mark.rect, t.text3, dotted=t.text3)
        top = max((m.rect.bottom() for m in marks), default=0.0)
        area = QRectF(self.inset + px(8), top, self._left_width(at), self.height())
        draw_lines(painter, self._legend_lines(at), area, t.text3)
        small = QFontMetricsF(caption)
        second = self.height() - px(8) - small.descent()
        first = second - self._step()
        for title in self._titles(at):
            for text, bold, base in ((title.title, True, first), (title.scale, False, second)):
                painter.setFont(self.theme.font("caption", bold=bold))
                wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
                x = self.inset + title.x - (wide if title.right else 0)
                painter.setPen(t.text if bold else t.text2)
                painter.drawText(QPointF(x, base), text)
        draw_rule(painter, self.inset, self.width() - self.inset, self.height() - 0.5, t.edge)

    def _at(self) -> RowLayout:
        return RowLayout.of(self.theme, self.width() - 2 * self.inset)

    def _titles(self, at: RowLayout) -> tuple[HeadTitle, ...]:
        return self.theme.said(head_titles(at, impact=self._impact, levels=self._levels))

    def _step(self) -> float:
        return QFontMetricsF(self.theme.font("caption")).height()

    def _left_width(self, at: RowLayout) -> float:
        return at.name + at.name_width - 2 * self.theme.px(8)

    def _legend_lines(self, at: RowLayout) -> Lines:
        return break_lines(self._legend, self.theme.font("caption"), self._left_width(at))

    def _marks(self, at: RowLayout) -> list[Mark]:
        """The sources, as many to a line as fit over the names."""
        metrics = QFontMetricsF(self.theme.font("caption"))
        left, room = self.inset + self.theme.px(8), self._left_width(at)
        x, y, step = 0.0, float(self.theme.px(4)), metrics.height() + 4
        found = []
        for text, source in self._sources:
            wide = metrics.horizontalAdvance(text)
            if x and x + wide > room:
                x, y = 0.0, y + step
            rect = QRectF(left + x, y, wide, step)
            found.append(Mark(rect, source, _("Source of the ratings"), text))
            x += wide + self.theme.px(12)
        return found
