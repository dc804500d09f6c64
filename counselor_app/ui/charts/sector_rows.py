"""Sectors of the economy: a bar for the share of employees, and the median pay there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.charts import ShareBar, ShareBars
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.pay_words import NOT_RELEASED
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines
from counselor_app.ui.style.theme import Theme

_BAR = 12
_OF_EMPLOYEES = pgettext("column", "of employees")


class SectorRows(TallChart):
    """The first ``shown`` rows of ``spec``; ``pay`` are the medians in the same order.

    Narrow, the bar stands under the name.
    """

    def __init__(
        self,
        spec: ShareBars,
        pay: Sequence[Figure],
        unit: str,
        theme: Theme,
        *,
        shown: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, theme, parent)
        self._spec, self._pay, self._shown = theme.said(spec), tuple(pay), shown
        self._heads = (
            theme.say(_OF_EMPLOYEES),
            theme.say(pgettext("column", "median {unit}", unit=unit)),
        )
        self._columns = self._measure()

    def show_all(self) -> None:
        """Show every row."""
        self._shown = len(self._spec.rows)
        self.forget()

    def restyle(self) -> None:
        self._columns = self._measure()
        super().restyle()

    def height_for(self, width: int) -> float:
        rows = range(min(self._shown, len(self._spec.rows)))
        return self._line() + self.theme.px(6) + sum(self._height(i, width) for i in rows)

    def draw(self, painter: QPainter) -> None:
        theme, width, px = self.theme, self.width(), self.theme.px
        tokens, right = theme.tokens, Qt.AlignmentFlag.AlignRight
        caption = theme.font("caption")
        painter.setFont(caption)
        pay_width = self._columns[0]
        line = self._line()
        for title, end in zip(self._heads, (width - pay_width, float(width)), strict=True):
            head = break_lines(title, caption)
            draw_lines(painter, head, QRectF(0, 0, end, line), tokens.text2, align=right)
        y = line + px(6)
        painter.setPen(QPen(tokens.edge, 1))
        painter.drawLine(0, round(y) - 3, width, round(y) - 3)
        for i, row in enumerate(self._spec.rows[: self._shown]):
            height, name = self._height(i, width), self._title(i, width)
            painter.setFont(theme.font("row"))
            area = QRectF(0, y + px(4), width, line)
            draw_lines(painter, name, area, tokens.text)
            left, end = self._bar_ends(width)
            top = y + px(4) + (line - px(_BAR)) / 2
            if self._stacked(width):
                top = y + px(4) + name.height + (line - px(_BAR)) / 2
            numbers = QRectF(0, top + (px(_BAR) - line) / 2, width, line)
            if row.value is not None:
                bar = QRectF(left, top, end - left, px(_BAR))
                painter.fillRect(bar, tokens.bar)
                bar.setWidth(max(1.0, bar.width() * row.value / self._spec.high))
                painter.fillRect(bar, tokens.job)
            bold = theme.font("row", bold=True)
            painter.setFont(bold)
            filled = draw_lines(
                painter, break_lines(self._share_words(row), bold),
                numbers.adjusted(0, 0, -pay_width, 0), tokens.text, align=right,
            )  # fmt: skip
            title = _("Share of employees, {what}", what=row.name)
            self.place(Mark(filled, row.figure, title, self._spoken(i, 0, self._share_words(row))))
            figure = self._pay[i]
            plain = theme.font("row")
            painter.setFont(plain)
            words = break_lines(self._pay_words(figure), plain)
            color = tokens.text if figure.number is not None else tokens.text2
            filled = draw_lines(painter, words, numbers, color, align=right)
            title = _("Median pay, {what}", what=row.name)
            self.place(Mark(filled, figure, title, self._spoken(i, 1, self._pay_words(figure))))
            y += height
            painter.setPen(QPen(tokens.line, 1))
            painter.drawLine(0, round(y) - 1, width, round(y) - 1)

    def _spoken(self, i: int, column: int, words: str) -> str:
        heading = joined((self._spec.rows[i].name, self._heads[column]), ", ")
        return joined((heading, words), ": ")

    def _share_words(self, row: ShareBar) -> str:
        return self.theme.say(NOT_RELEASED if row.value is None else row.text)

    def _pay_words(self, figure: Figure) -> str:
        told = figure.number is None and "not released" in (figure.flag or "")
        return self.theme.say(NOT_RELEASED if told else value_words(figure))

    def _measure(self) -> tuple[float, float]:
        """Widths of the pay column and of the share column."""
        plain = QFontMetricsF(self.theme.font("row"))
        bold = QFontMetricsF(self.theme.font("row", bold=True))
        caption = QFontMetricsF(self.theme.font("caption"))
        pay = [plain.horizontalAdvance(self._pay_words(f)) for f in self._pay]
        share = [bold.horizontalAdvance(self._share_words(r)) for r in self._spec.rows]
        share_head, pay_head = (caption.horizontalAdvance(head) for head in self._heads)
        gap = self.theme.px(16)
        return max([*pay, pay_head]) + gap, max([*share, share_head]) + gap

    def _stacked(self, width: float) -> bool:
        return width - sum(self._columns) < self.theme.px(220)

    def _bar_ends(self, width: float) -> tuple[float, float]:
        end = width - sum(self._columns)
        return (0.0 if self._stacked(width) else end * 0.62), end

    def _title(self, i: int, width: float) -> Lines:
        room = width if self._stacked(width) else self._bar_ends(width)[0] - self.theme.px(12)
        return break_lines(self._spec.rows[i].name, self.theme.font("row"), room)

    def _height(self, i: int, width: float) -> float:
        extra = self._line() if self._stacked(width) else 0.0
        return self._title(i, width).height + extra + self.theme.px(9)

    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("row")).height()
