"""How a line of the ranked list is laid out and painted, and the heads of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from counselor_app.charts.bars import Bar
from counselor_app.charts.skills import ListGroup, ListRow, is_distinctive, percentile_text
from counselor_app.domain.figures.wording import LOW_PRECISION
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.style.drawing import break_lines, draw_lines, draw_rule
from counselor_app.ui.style.theme import Theme

IMPORTANCE, IMPACT = pgettext("column", "Importance"), pgettext("column", "Impact")
LEVEL = pgettext("column", "Level")
_PAD = 8
_LETTER = 20
_VALUE = 34
_LEVEL = 66
_PERCENTILE = 24
_LEAST_NAME = 150
_LEAST_BAR = 84
_LEAST_DOTS = 52


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Left and right ends of each column at one width and text size.

    A narrow list is ``stacked``: the name above, bar and numbers below it; the narrowest have
    no room for the distinctiveness line and keep its number (``dots`` is None).
    """

    width: int
    stacked: bool
    name: float
    name_width: float
    bar: tuple[float, float]
    value: float
    level: float
    dots: tuple[float, float] | None
    percentile: float
    single: int
    step: int

    @classmethod
    def of(cls, theme: Theme, width: int) -> Self:
        """The columns that fit into ``width``."""
        px = theme.px
        metrics = QFontMetricsF(theme.font("row"))
        step = int(metrics.height())
        single = max(px(28), step + 8)
        gap = px(12)
        right = width - px(_PAD)
        name = px(_PAD + _LETTER)
        between = px(18)
        numbers = gap + px(_VALUE) + px(_LEVEL) + between + px(8) + px(_PERCENTILE)
        spare = float(right - name - numbers - gap)
        stacked = spare < px(_LEAST_NAME + _LEAST_BAR + _LEAST_DOTS)
        bar_width: float
        dots_width: float
        if stacked:
            spare = float(right - name - numbers)
            bar_width = max(spare - px(_LEAST_DOTS), 0)
            dots_width = px(_LEAST_DOTS) if bar_width >= px(60) else 0
            bar_width = spare - dots_width
            name_width = float(right - name)
            bar_left = float(name)
        else:
            extra = spare - px(_LEAST_NAME + _LEAST_BAR + _LEAST_DOTS)
            name_width = px(_LEAST_NAME) + min(extra, px(40)) + max(extra - px(40), 0) * 0.34
            rest = spare - name_width
            dots_width = px(_LEAST_DOTS) + max(rest - px(_LEAST_BAR + _LEAST_DOTS), 0) * 0.3
            bar_width = rest - dots_width
            bar_left = name + name_width + gap
        value = bar_left + bar_width + gap
        level = value + px(_VALUE) + px(_LEVEL)
        dots_left = level + between
        return cls(
            width, stacked, name, name_width, (bar_left, bar_left + bar_width), value, level,
            (dots_left, dots_left + dots_width) if dots_width else None, right, single, step,
        )  # fmt: skip

    @property
    def level_span(self) -> tuple[float, float]:
        """The level column with the room left of its numbers."""
        return self.level - (self.level - self.value) * 0.6, self.level + 6

    def line_height(self, lines: int) -> int:
        """Height of a row whose name takes ``lines`` lines."""
        if self.stacked:
            return self.step * lines + self.single + 2
        return self.single + self.step * (lines - 1)

    def middle(self, rect: QRectF) -> float:
        """Height at which a row's bar and numbers are centered."""
        return rect.bottom() - self.single / 2 if self.stacked else rect.top() + self.single / 2

    def figure_rect(self, rect: QRectF, *, level: bool) -> QRectF:
        """Where a row prints its importance or its level."""
        top = self.middle(rect) - self.step / 2
        left, right = (
            (self.level_span[0], self.level) if level else (self.value, self.level_span[0] - 6)
        )
        return QRectF(left, top, right - left, self.step)


def draw_row(
    painter: QPainter, rect: QRectF, group: ListGroup, row: ListRow, at: RowLayout, theme: Theme
) -> None:
    """Paint one element: letter, name, bar, numbers, and the hairline under it."""
    t, px = theme.tokens, theme.px
    draw_rule(painter, rect.left(), rect.right(), rect.bottom(), t.line)
    font = theme.font("row")
    painter.setFont(font)
    name = break_lines(theme.say(row.name), font, at.name_width)
    top = rect.top() + (px(4) if at.stacked else (at.single - at.step) / 2)
    draw_lines(painter, name, QRectF(at.name, top, at.name_width, name.height), t.text)
    painter.setFont(theme.font("caption"))
    small = QFontMetricsF(painter.font())
    painter.setPen(t.text3)
    painter.drawText(QPointF(px(_PAD), top + name.ascent), row.letter)
    middle = at.middle(rect)
    base = middle + (small.ascent() - small.descent()) / 2
    if row.bar is None:
        painter.drawText(QPointF(at.bar[0], base), theme.say(_("not rated for this occupation")))
        return
    draw_bar(painter, QRectF(at.bar[0], middle - px(6), at.bar[1] - at.bar[0], px(12)),
             row.bar, (group.low, group.high, group.origin), theme)  # fmt: skip
    _draw_numbers(painter, row.bar, at, middle, theme, levels=group.levels)


def _draw_numbers(
    painter: QPainter, bar: Bar, at: RowLayout, middle: float, theme: Theme, *, levels: bool
) -> None:
    t, px = theme.tokens, theme.px
    plain, bold = theme.font("row"), theme.font("row", bold=True)
    metrics = QFontMetricsF(plain)
    base = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(bold if not bar.low_precision else plain)
    if bar.low_precision:
        _draw_roughly(painter, at.value, base, theme)
    painter.setPen(t.text)
    painter.drawText(QPointF(at.value, base), theme.say(bar.text))

    level = theme.say(bar.level_text or pgettext("cell", "no level")) if levels else ""
    words = not level[:1].isdigit()
    painter.setFont(theme.font("caption") if words else plain)
    painter.setPen(t.text3 if words else t.text)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(level)
    painter.drawText(QPointF(at.level - wide, base), level)
    if bar.level and LOW_PRECISION in (bar.level.flag or ""):
        _draw_roughly(painter, at.level - wide, base, theme)

    marked = is_distinctive(bar)
    text = theme.say(percentile_text(bar))
    if not text:
        return
    if at.dots:
        left, right = at.dots
        draw_rule(painter, left, right, middle, t.edge)
        painter.setPen(QPen(t.edge, 1))
        center = (left + right) / 2
        painter.drawLine(QPointF(center, middle - px(4)), QPointF(center, middle + px(4)))
        x = left + (right - left) * (bar.percentile or 0) / 100
        painter.setPen(QPen(t.job, 1.6))
        painter.setBrush(t.job if marked else t.surface)
        painter.drawEllipse(QPointF(x, middle), px(4), px(4))
    painter.setFont(bold if marked else plain)
    painter.setPen(t.text)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
    painter.drawText(QPointF(at.percentile - wide, base), text)


def _draw_roughly(painter: QPainter, right: float, base: float, theme: Theme) -> None:
    """The sign of low precision, left of a number."""
    painter.save()
    painter.setFont(theme.font("row", bold=True))
    painter.setPen(theme.tokens.client_text)
    wide = QFontMetricsF(painter.font()).horizontalAdvance("≈")
    painter.drawText(QPointF(right - wide - 2, base), "≈")
    painter.restore()


def draw_bar(
    painter: QPainter, rect: QRectF, bar: Bar, scale: tuple[float, float, float], theme: Theme
) -> None:
    """A bar on its whole scale (low, high, origin) with its whisker; hatched if imprecise."""
    t = theme.tokens
    low, high, origin = scale

    def x(value: float) -> float:
        return rect.left() + rect.width() * (value - low) / (high - low)

    painter.fillRect(rect, t.bar)
    start, end = sorted((x(origin), x(bar.value)))
    draw_filled(painter, QRectF(start, rect.top(), end - start, rect.height()),
                theme, hatched=bar.low_precision)  # fmt: skip
    if origin != low:
        painter.setPen(QPen(t.text2, 1))
        painter.drawLine(QPointF(x(origin), rect.top() - 2), QPointF(x(origin), rect.bottom() + 2))
    if bar.interval:
        draw_whisker(painter, x(bar.interval[0]), x(bar.interval[1]), rect, t.text)


def draw_filled(painter: QPainter, rect: QRectF, theme: Theme, *, hatched: bool) -> None:
    """The filled part of a bar: solid, or outlined and hatched for low precision."""
    color = theme.tokens.job
    if not hatched:
        painter.fillRect(rect, color)
        return
    painter.save()
    painter.fillRect(rect, theme.tokens.surface)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, 1.2))
    step, x = theme.px(5), rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += step
    painter.restore()
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setBrush(QBrush())


def draw_whisker(painter: QPainter, left: float, right: float, bar: QRectF, color: QColor) -> None:
    """A 95 % interval over a bar."""
    middle, cap = bar.center().y(), bar.height() / 3
    painter.setPen(QPen(color, 1.3))
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    for x in (left, right):
        painter.drawLine(QPointF(x, middle - cap), QPointF(x, middle + cap))


def draw_group(
    painter: QPainter, rect: QRectF, title: str, ends: tuple[str, str], theme: Theme
) -> None:
    """The headline of a group: its title, and under it the ends of its scale."""
    t, px = theme.tokens, theme.px
    painter.setFont(theme.font("row", bold=True))
    metrics = QFontMetricsF(painter.font())
    base = rect.top() + px(14) + metrics.ascent()
    painter.setPen(t.text)
    painter.drawText(QPointF(px(_PAD), base), theme.say(title))
    painter.setFont(theme.font("caption"))
    painter.setPen(t.text2)
    scale = theme.say(joined(ends, " · "))
    painter.drawText(QPointF(px(_PAD), base + metrics.height()), scale)
    draw_rule(painter, rect.left(), rect.right(), rect.bottom(), t.edge)


@dataclass(frozen=True, slots=True)
class HeadTitle:
    """The title of a column, its scale in words, and its left or right end."""

    title: str
    scale: str
    x: float
    right: bool


def head_titles(at: RowLayout, *, impact: bool, levels: bool) -> tuple[HeadTitle, ...]:
    """The column titles over rows laid out by ``at``; ``levels`` when any row has one."""
    first = (IMPACT, _("−3 to +3")) if impact else (IMPORTANCE, _("1 to 5"))
    if at.dots:
        last = HeadTitle(pgettext("column", "Distinctive"), _("0 to 100"), at.dots[0], right=False)
    else:
        last = HeadTitle(pgettext("column", "Place"), _("0 to 100"), at.percentile, right=True)
    level = (HeadTitle(LEVEL, _("0 to 7"), at.level, right=True),) if levels else ()
    return (HeadTitle(*first, at.bar[0], right=False), *level, last)
