"""The two drawings of a job's page at the kiosk: pay on one scale, and the years to get in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from counselor_app.domain.figures.wording import money
from counselor_app.domain.occupation.student_page import PayHere, PayLine
from counselor_app.domain.occupation.years import Stretch, Way
from counselor_app.language import ngettext
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines
from counselor_app.ui.style.theme import Theme

_WHOLE = 14.0
"""Years from the end of high school that the strip holds; what is longer ends at its end."""
_TICKS = 4


class PayPicture(QWidget):
    """The middle half and the median of each place, on one scale from nothing."""

    heard_as = "picture"

    def __init__(self, spec: PayHere, theme: Theme) -> None:
        super().__init__()
        self._spec, self.theme = spec, theme
        self.setAccessibleName(theme.say(spec.sentence))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = self.theme.px(420)
        return QSize(wide, self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(sum(self._pitches(width)) + self._pitch())

    def _pitch(self) -> float:
        return QFontMetricsF(self.theme.font("row")).height() + self.theme.px(12)

    def _names(self, width: int) -> list[Lines]:
        """The places as they stand at the left, the first one bold."""
        return [
            break_lines(self.theme.say(line.place), self.theme.font("row", bold=not at),
                        width * 0.4 - self.theme.px(20))
            for at, line in enumerate(self._spec.lines)
        ]  # fmt: skip

    def _pitches(self, width: int) -> list[float]:
        return [max(name.height + self.theme.px(6), self._pitch()) for name in self._names(width)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, t = QPainter(self), self.theme, self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(theme.font("row"))
        names, pitches = self._names(self.width()), self._pitches(self.width())
        start = max(name.width for name in names) + theme.px(20)
        label = metrics.horizontalAdvance("$100k")
        end, bottom = self.width() - label / 2 - 2, sum(pitches)
        painter.setFont(theme.font("row"))
        step = 1 if (end - start) / _TICKS > label + 8 else 2
        for tick in range(0, _TICKS + 1, step):
            x = start + (end - start) * tick / _TICKS
            painter.setPen(QPen(t.line, 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            painter.setPen(t.text2)
            box = QRectF(x - 80, bottom, 160, self._pitch())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._tick(tick))
        top = 0.0
        for at, (line, name, pitch) in enumerate(
            zip(self._spec.lines, names, pitches, strict=True)
        ):
            painter.setFont(theme.font("row", bold=not at))
            draw_lines(painter, name, QRectF(0, top + (pitch - name.height) / 2, start, 0), t.text)
            room = QRectF(start, top + (pitch - self._pitch()) / 2, end - start, self._pitch())
            self._line(painter, line, at == 0, room)
            top += pitch

    def _tick(self, tick: int) -> str:
        value = self._spec.top * tick / _TICKS
        return (
            f"${value:.0f}"
            if self._spec.basis == "hourly"
            else f"${value / 1000:.0f}k"
            if value
            else "$0"
        )

    def _line(self, painter: QPainter, line: PayLine, main: bool, room: QRectF) -> None:
        t, hourly = self.theme.tokens, self._spec.basis == "hourly"
        middle = room.center().y()

        def at(value: float) -> float:
            return room.left() + min(value / self._spec.top, 1) * room.width()

        tall = room.height() * (0.62 if main else 0.36)
        before, after = room.right(), room.left()
        values = [line.median]
        if not line.measure and line.low is not None and (line.high is not None or line.capped):
            end = at(line.high) if line.high is not None else room.right()
            bar = QRectF(at(line.low), middle - tall / 2, end - at(line.low), tall)
            color = QColor(t.job)
            color.setAlphaF(1.0 if main else 0.4)
            painter.fillRect(bar, color)
            painter.setPen(QPen(t.job, 1))  # the paler ones have an edge that is seen
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            before, after = bar.left(), end
            if line.high is None:
                tip = [QPointF(end, middle - 8), QPointF(end + 9, middle), QPointF(end, middle + 8)]
                painter.setBrush(t.text)
                painter.drawPolygon(QPolygonF(tip))
                after += 9
            elif main:
                values = [line.low, line.high]
        if line.median is not None:
            x = at(line.median)
            painter.fillRect(QRectF(x - 2, middle - tall / 2 - 4, 4, tall + 8), t.text)
            before, after = min(before, x - 2), max(after, x + 2)
        said = [money(value, hourly=hourly) for value in values if value is not None]
        self._values(painter, said, (before - 8, after + 8), room)

    def _values(
        self, painter: QPainter, said: Sequence[str], ends: tuple[float, float], room: QRectF
    ) -> None:
        """One or two figures beside a bar, never over it, on the ground of the page so that no line
        goes through them; none where neither side has room: the words above say them.
        """
        metrics, (before, after) = QFontMetricsF(self.theme.font("row")), ends
        left, right = before - room.left() - 2, self.width() - after

        def width(words: str) -> float:
            return metrics.horizontalAdvance(words) + 6

        if len(said) == 2 and width(said[0]) <= left and width(said[1]) <= right:
            placed = [(said[0], before - width(said[0])), (said[1], after)]
        else:
            words = "–".join(said)
            placed = [(words, after)] if width(words) <= right else []
            if not placed and width(words) <= left:
                placed = [(words, before - width(words))]
        painter.setFont(self.theme.font("row"))
        painter.setPen(self.theme.tokens.text)
        for words, x in placed:
            box = QRectF(x, room.center().y() - 14, width(words), 28)
            painter.fillRect(box, self.theme.tokens.surface)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class YearsPicture(QWidget):
    """The way in as a strip of years, its parts named under it."""

    heard_as = "picture"

    def __init__(self, way: Way, told: str, theme: Theme) -> None:
        super().__init__()
        self._way, self.theme = way, theme
        self.setAccessibleName(theme.say(told))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(600), self.heightForWidth(self.theme.px(600)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._tall() + self.theme.px(8) + self._draw_words(None, width))

    def _tall(self) -> int:
        return self.theme.px(28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t, tall = QPainter(self), self.theme.tokens, float(self._tall())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), tall), t.bar)
        x = 0.0
        for stretch in self._way.stretches:
            wide = self._wide(stretch)
            box = QRectF(x, 0, min(wide, self.width() - x), tall)
            painter.fillRect(box, t.surface)
            if stretch.kind == "school":  # solid what it takes at least, dashed what it may take
                painter.setPen(QPen(t.job, 2, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(1, 1, -1, -1))
                sure = QRectF(x, 0, self._x(stretch.low), tall)
                painter.fillRect(sure.intersected(box), t.job)
            else:
                painter.fillRect(box, QBrush(t.job, Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(t.job, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            x += wide + 3
        self._years(painter, x, tall)
        self._in(painter, x, tall)
        self._draw_words(painter, self.width())

    def _years(self, painter: QPainter, reach: float, tall: float) -> None:
        """Years that no part of the way lies over, as far as their words do not meet."""
        t, font = self.theme.tokens, self.theme.font("caption")
        painter.setFont(font)
        for year in range(2, int(_WHOLE), 2):
            x = self._x(year)
            words = self.theme.say(ngettext("{n} year", "{n} years", year, n=year))
            wide = QFontMetricsF(font).horizontalAdvance(words)
            if x > reach + tall * 1.4 and x + wide + 8 < self.width():
                painter.setPen(QPen(t.edge, 1))
                painter.drawLine(QPointF(x, 0), QPointF(x, tall))
                painter.setPen(t.text2)
                painter.drawText(QRectF(x + 6, 0, wide + 4, tall), _LEFT, words)

    def _in(self, painter: QPainter, x: float, tall: float) -> None:
        """Where one is in; behind an arrow where no end is named."""
        t = self.theme.tokens
        x = min(x, self.width() - tall * 1.8)
        painter.setPen(QPen(t.text, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._way.stretches and self._way.stretches[-1].high is None:
            painter.drawPolyline([QPointF(x + 4, tall * 0.25), QPointF(x + 11, tall * 0.5),
                                  QPointF(x + 4, tall * 0.75)])  # fmt: skip
            x += 16
        disk = QRectF(x + 2, 1, tall - 2, tall - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.text)
        painter.drawEllipse(disk)
        painter.setPen(QPen(t.surface, 3))
        middle = disk.center()
        painter.drawPolyline(
            [middle + QPointF(-5, 0), middle + QPointF(-1, 5), middle + QPointF(6, -5)]
        )

    def _draw_words(self, painter: QPainter | None, width: int) -> float:
        """Each part's name and length, one under the other or side by side; the height it takes."""
        theme, x, y, tallest = self.theme, 0.0, float(self._tall() + self.theme.px(8)), 0.0
        stretches, t = self._way.stretches, self.theme.tokens
        room = width / max(len(stretches), 1) - 16
        for stretch in stretches:
            head = break_lines(theme.say(stretch.head), theme.font("row", bold=True), room)
            said = break_lines(theme.say(stretch.words), theme.font("row"), room)
            if painter is not None:
                painter.setFont(theme.font("row", bold=True))
                draw_lines(painter, head, QRectF(x, y, room, 0), t.text)
                painter.setFont(theme.font("row"))
                draw_lines(painter, said, QRectF(x, y + head.height, room, 0), t.text2)
            tallest = max(tallest, head.height + said.height)
            x += room + 16
        return tallest

    def _x(self, years: float) -> float:
        return min(years, _WHOLE) / _WHOLE * self.width()

    def _wide(self, stretch: Stretch) -> float:
        end = max(stretch.low + 1, 3) if stretch.high is None else stretch.high
        return max(self._x(end), 8.0)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
