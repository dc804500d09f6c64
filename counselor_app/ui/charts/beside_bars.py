"""Bars of a comparison, each row on one scale: pay as a band, change from zero, levels, boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from counselor_app.charts.beside import Band, Change, Drawn, Steps
from counselor_app.language import _, joined
from counselor_app.ui.charts.meter import Meter
from counselor_app.ui.parts.level_bar import ShareBar
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_SOFT = 0.35


class BandBar(QWidget):
    """The outer four fifths light, the middle half dark, a mark at the median with its amount."""

    heard_as = "picture"

    def __init__(self, band: Band, name: str, theme: Theme) -> None:
        super().__init__()
        self._band, self._theme = band, theme
        low, middle, high = band.words
        said = _("half earn more than {middle}; eight in ten between {low} and {high}",
                 middle=middle, low=low, high=high)  # fmt: skip
        self.setAccessibleName(theme.say(joined((name, said), ": ")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(58))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        bold, small = self._theme.font("body", bold=True), self._theme.font("caption")
        wide, line = self.width() - 1.0, QFontMetricsF(bold).height()
        middle = line + px(10)
        p10, p25, p50, p75, p90 = self._band.shares
        soft = QColor(t.job)
        soft.setAlphaF(_SOFT)
        painter.setPen(QPen(t.line, 1))
        painter.drawLine(QPointF(0, middle), QPointF(wide, middle))
        for start, end, ink, high in ((p10, p90, soft, px(11)), (p25, p75, t.job, px(17))):
            if start is not None and end is not None:
                wing = QRectF(start * wide, middle - high / 2, (end - start) * wide, high)
                painter.fillRect(wing, ink)
        if p50 is not None:
            painter.fillRect(QRectF(p50 * wide - px(1), middle - px(11), px(3), px(22)), t.text)
            self._say(painter, [(p50 * wide, self._band.words[1])], 0, bold, t.text)
        ends = ((p10, self._band.words[0]), (p90, self._band.words[2]))
        said = [(share * wide, words) for share, words in ends if share is not None]
        self._say(painter, said, middle + px(11), small, t.text2)

    def _say(
        self, painter: QPainter, said: Sequence[tuple[float, str]], top: float, font: QFont,
        ink: QColor,
    ) -> None:  # fmt: skip
        """Words, each in the middle under its place, apart and inside the bar's width."""
        painter.setFont(font)
        painter.setPen(ink)
        metrics = QFontMetricsF(painter.font())
        rooms = [metrics.horizontalAdvance(words) for _x, words in said]
        lefts = apart([x for x, _words in said], rooms, self.width(), self._theme.px(6))
        for left, (_x, words) in zip(lefts, said, strict=True):
            painter.drawText(QPointF(left, top + metrics.ascent()), words)


def apart(middles: Sequence[float], rooms: Sequence[float], wide: float, gap: float) -> list[float]:
    """The left edges of at most two labels as near to their places, from the left, as they may be
    without touching, between 0 and ``wide``; where both have no room they stand at the ends.
    """
    lefts = [
        min(max(middle - room / 2, 0), max(wide - room, 0))
        for middle, room in zip(middles, rooms, strict=True)
    ]
    if len(lefts) == 2 and (short := lefts[0] + rooms[0] + gap - lefts[1]) > 0:
        first = min(max(lefts[0] - short / 2, 0), max(wide - rooms[1] - gap - rooms[0], 0))
        lefts = [first, min(max(first + rooms[0] + gap, lefts[1]), max(wide - rooms[1], 0))]
    return lefts


class ChangeBar(QWidget):
    """A bar from zero to the right or the left; a dashed line at the change of all jobs."""

    heard_as = "picture"

    def __init__(self, change: Change, name: str, theme: Theme) -> None:
        super().__init__()
        self._change, self._theme = change, theme
        self.setAccessibleName(theme.say(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        wide, top, high = self.width() - 2.0, self._theme.px(7), self._theme.px(12)
        zero, end, everyone = self._change
        painter.fillRect(QRectF(0, top, wide, high), t.bar)
        left, right = sorted((zero * wide, end * wide))
        painter.fillRect(QRectF(left, top, right - left, high), t.job)
        painter.setPen(QPen(t.text, 1.5))
        painter.drawLine(
            QPointF(zero * wide, top - px(3)), QPointF(zero * wide, top + high + px(3))
        )
        if everyone is not None:
            painter.setPen(QPen(t.text2, 1.5, Qt.PenStyle.DashLine))
            x = everyone * wide
            painter.drawLine(QPointF(x, top - px(4)), QPointF(x, top + high + px(4)))


def drawing(drawn: Drawn, name: str, theme: Theme) -> QWidget | None:
    """What is drawn in a cell, spoken as ``name``; None for nothing."""
    if drawn is None:
        return None
    if isinstance(drawn, Band):
        return BandBar(drawn, name, theme)
    if isinstance(drawn, Change):
        return ChangeBar(drawn, name, theme)
    if isinstance(drawn, Steps):
        return Meter(drawn.figure, drawn.filled, 5, drawn.text, theme, name)
    cell = QWidget()
    grid = QGridLayout(cell)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(1))
    alone = len(drawn) == 1
    for row, level in enumerate(drawn):
        spoken = joined((level.name, level.text), ": ")
        bar = ShareBar(level.share, spoken, theme)
        if alone:
            grid.addWidget(bar, 0, 0)
            continue
        grid.addWidget(Prose(level.name, theme, role="row"), row, 0)
        grid.addWidget(bar, row, 1)
        if level.text:
            grid.addWidget(Prose(level.text, theme, role="row", bold=True, wrap=False), row, 2)
    if not alone:
        grid.setColumnStretch(0, 6)
        grid.setColumnStretch(1, 4)
    return cell
