"""The exposure studies: every job a tick, this one a diamond, each study on its own scale."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from counselor_app.charts import Strip, Strips
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.drawing import break_lines, draw_dots, draw_lines, draw_rule
from counselor_app.ui.style.theme import Theme

_BAND = 13
_STACK_BELOW = 760


class StripsChart(TallChart):
    """A row a study: name, year, what it measures, the strip, the value, its place.

    Kept by its page: the ticks of a study are the same for every job and painted once a width.
    """

    def __init__(self, spec: Strips, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = theme.said(spec)
        self._names_end = 0.0
        self._bands: dict[tuple[str, int, float], QPixmap] = {}
        ends = (pgettext("end of a scale", "lowest job"), pgettext("end of a scale", "highest job"))
        self.setAccessibleDescription(joined(ends, " – "))

    def set_spec(self, spec: Strips) -> None:
        """Show another job."""
        self._spec, self._names_end = self.theme.said(spec), 0.0
        self.set_sentence(spec)
        self.forget()

    def restyle(self) -> None:
        self._bands.clear()
        self._names_end = 0.0
        super().restyle()

    def height_for(self, width: int) -> float:
        head = self._line("caption") + self.theme.px(6)
        return head + sum(self._height(row, width) for row in self._spec.rows)

    def draw(self, painter: QPainter) -> None:
        width, theme = self.width(), self.theme
        left, right = self._ends(width)
        caption = theme.font("caption")
        metrics = QFontMetricsF(caption)
        painter.setFont(caption)
        painter.setPen(theme.tokens.text2)
        base = metrics.ascent()
        say = theme.say
        high = say(pgettext("end of a scale", "highest job"))
        painter.drawText(QPointF(left, base), say(pgettext("end of a scale", "lowest job")))
        painter.drawText(QPointF(right - metrics.horizontalAdvance(high), base), high)
        if not self._stacked(width):
            value, place = pgettext("column", "value"), pgettext("column", "higher than")
            for head, end in ((value, self._value_end(width)), (place, float(width))):
                words = say(head)
                painter.drawText(QPointF(end - metrics.horizontalAdvance(words), base), words)
        y = metrics.height() + theme.px(6)
        for row in self._spec.rows:
            height = self._height(row, width)
            self._row(painter, row, y, height)
            y += height
            draw_rule(painter, 0, width, y - 0.5, theme.tokens.line)

    def _row(self, painter: QPainter, row: Strip, y: float, height: float) -> None:
        theme, px, width = self.theme, self.theme.px, self.width()
        tokens, line = theme.tokens, self._line("row")
        bold, plain = theme.font("row", bold=True), theme.font("row")
        left, right = self._ends(width)
        pad = px(4)
        name = self._words(painter, QPointF(0, y + pad), row.name, bold, tokens.text)
        draw_dots(painter, name.left(), name.right(), name.bottom() - px(1), tokens.text3)
        study = joined((row.name, str(row.year)))
        spoken = joined((joined((study, row.meaning), ", "), self._said(row)), ": ")
        self.place(Mark(name, row.figure, study, spoken))
        if self._year_fits(row, width):
            year = QPointF(name.right() + px(8), y + pad)
            self._words(painter, year, str(row.year), plain, tokens.text2)
        if self._stacked(width):
            top = y + pad + line
            meaning = break_lines(self._meaning(row, width), plain, width)
            painter.setFont(plain)
            draw_lines(painter, meaning, QRectF(0, top, width, line), tokens.text2)
            top += meaning.height + px(2)
            self._band(painter, row, QRectF(left, top, right - left, px(_BAND)))
            said = break_lines(self._said(row), bold, width)
            painter.setFont(bold)
            area = QRectF(0, top + px(_BAND + 2), width, line)
            draw_lines(painter, said, area, tokens.text2 if row.more_than is None else tokens.text)
            return
        x = self._meaning_start()
        room = left - px(16) - x
        painter.setFont(plain)
        meaning = break_lines(row.meaning, plain, room)
        draw_lines(painter, meaning, QRectF(x, y + pad, room, line), tokens.text2)
        middle = y + (height - px(_BAND)) / 2
        self._band(painter, row, QRectF(left, middle, right - left, px(_BAND)))
        if row.more_than is None:
            words = break_lines(row.text, plain, width - right - px(16))
            painter.setFont(plain)
            area = QRectF(right + px(16), y + pad, width - right - px(16), line)
            draw_lines(painter, words, area, tokens.text2, align=Qt.AlignmentFlag.AlignRight)
            return
        metrics = QFontMetricsF(bold)
        at = QPointF(self._value_end(width) - metrics.horizontalAdvance(row.text), y + pad)
        self._words(painter, at, row.text, bold, tokens.text)
        place = theme.say(_("{n} of 100 jobs", n=row.more_than))
        at = QPointF(width - QFontMetricsF(plain).horizontalAdvance(place), y + pad)
        self._words(painter, at, place, plain, tokens.text)

    def _band(self, painter: QPainter, row: Strip, rect: QRectF) -> None:
        """The ticks, then the diamond, or the range between two."""
        tokens, px = self.theme.tokens, self.theme.px
        painter.drawPixmap(rect.topLeft(), self._ticks(row, rect))
        if not row.values:
            return
        low, high = row.values[0], row.values[-1]
        size = px(8)
        unit = (rect.width() - 2 * size) / ((high - low) or 1.0)
        known = row.span or ((row.value, row.value) if row.value is not None else None)
        if known is None:
            return
        ends = [rect.left() + size + (value - low) * unit for value in known]
        middle = rect.center().y()
        if ends[1] > ends[0]:
            painter.setPen(QPen(tokens.job, px(3)))
            painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        for x in set(ends):
            points = [(0, -size), (size, 0), (0, size), (-size, 0)]
            shape = QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in points])
            painter.setPen(QPen(tokens.surface, 1.5))
            painter.setBrush(tokens.job)
            painter.drawPolygon(shape)

    def _ticks(self, row: Strip, rect: QRectF) -> QPixmap:
        key = (row.study, int(rect.width()), self.devicePixelRatioF())
        found = self._bands.get(key)
        if found is not None:
            return found
        ratio = self.devicePixelRatioF()
        found = QPixmap(int(rect.width() * ratio), int(rect.height() * ratio))
        found.setDevicePixelRatio(ratio)
        tokens = self.theme.tokens
        ground = QColor(tokens.bar)
        ground.setAlphaF(0.6)
        found.fill(tokens.surface)
        painter = QPainter(found)
        painter.fillRect(QRectF(0, 0, rect.width(), rect.height()), ground)
        if row.values:
            low, high = row.values[0], row.values[-1]
            size = self.theme.px(8)  # room for half a diamond at either end
            unit = (rect.width() - 2 * size) / ((high - low) or 1.0)
            color = QColor(tokens.text)
            color.setAlphaF(0.3)
            painter.setPen(QPen(color, 1))
            tall = rect.height()
            painter.drawLines(
                [
                    QLineF(x, 0, x, tall)
                    for value in row.values
                    for x in (round(size + (value - low) * unit) + 0.5,)
                ]
            )
        painter.end()
        self._bands[key] = found
        return found

    def _year_fits(self, row: Strip, width: float) -> bool:
        name = QFontMetricsF(self.theme.font("row", bold=True)).horizontalAdvance(row.name)
        year = QFontMetricsF(self.theme.font("row")).horizontalAdvance(str(row.year))
        return name + self.theme.px(8) + year <= width

    def _meaning(self, row: Strip, width: float) -> str:
        """What the study measures, after its year where that has no room beside the name."""
        if self._year_fits(row, width):
            return row.meaning
        return self.theme.say(joined((str(row.year), row.meaning), ", "))

    def _said(self, row: Strip) -> str:
        if row.more_than is None:
            return row.text
        words = _("{value}, higher than {n} of 100 jobs", value=row.text, n=row.more_than)
        return self.theme.say(words)

    def _stacked(self, width: float) -> bool:
        return width < self.theme.px(_STACK_BELOW)

    def _height(self, row: Strip, width: int) -> float:
        px, line, plain = self.theme.px, self._line("row"), self.theme.font("row")
        if self._stacked(width):
            meaning = break_lines(self._meaning(row, width), plain, width).height
            said = break_lines(self._said(row), self.theme.font("row", bold=True), width).height
            return line + meaning + said + px(_BAND + 2 + 2 + 4 + 8)
        left, right = self._ends(width)
        lines = break_lines(row.meaning, plain, left - px(16) - self._meaning_start()).height
        if row.more_than is None:
            lines = max(lines, break_lines(row.text, plain, width - right - px(16)).height)
        return max(lines, line) + px(9)

    def _ends(self, width: float) -> tuple[float, float]:
        """Left and right end of the strips."""
        px = self.theme.px
        if self._stacked(width):
            return 0.0, width
        plain = QFontMetricsF(self.theme.font("row"))
        texts = [row.text for row in self._spec.rows if row.more_than is None]
        words = max((plain.horizontalAdvance(text) for text in texts), default=0.0)
        beside = min(max(px(164), words), px(240)) + px(16)
        return self._meaning_start() + px(200), width - beside

    def _meaning_start(self) -> float:
        if not self._names_end:
            bold = QFontMetricsF(self.theme.font("row", bold=True))
            plain = QFontMetricsF(self.theme.font("row"))
            names = (bold.horizontalAdvance(row.name) for row in self._spec.rows)
            self._names_end = max(names) + plain.horizontalAdvance(" 2023") + self.theme.px(26)
        return self._names_end

    def _value_end(self, width: float) -> float:
        words = QFontMetricsF(self.theme.font("row")).horizontalAdvance(
            self.theme.say(_("{n} of 100 jobs", n=100))
        )
        return width - words - self.theme.px(16)

    def _words(
        self, painter: QPainter, at: QPointF, words: str, font: QFont, color: QColor
    ) -> QRectF:
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), words)
        return QRectF(at, metrics.size(0, words))

    def _line(self, role: str) -> float:
        font = self.theme.font("caption") if role == "caption" else self.theme.font("row")
        return QFontMetricsF(font).height()
