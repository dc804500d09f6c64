"""How a row of the list is drawn: narrow in the sidebar, in columns where there is room."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from counselor_app.domain.fit.board import DOTS
from counselor_app.domain.fit.sureness import TIER_WORDS
from counselor_app.ui.parts.rows import RowFace
from counselor_app.ui.shell.rows import Row, Spans
from counselor_app.ui.style.drawing import break_lines, draw_rule
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.marks import draw_dots

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE = 20
_WIDE = 600
_COLUMNS = (0.40, 0.525, 0.685, 0.845, 1.0)
"""Where pay, outlook, schooling and the fit begin in a wide row, and where it ends."""
_STAR = 32
"""The room of a star before a wide row."""
_DOTS: Mapping[str, int] = {words: DOTS[name] for name, words in TIER_WORDS.items()}


class Rows(Protocol):
    """The rows of a list by index."""

    def row(self, index: Index) -> Row: ...


class RowList(Protocol):
    """What is drawn of a list: its rows, how they look, and what stands beside them."""

    theme: Theme
    full: bool
    badges: Mapping[str, str]
    starred: Collection[str] | None

    @property
    def row_model(self) -> Rows: ...
    def fit_words(self, row: Row) -> str: ...
    def viewport(self) -> QWidget: ...


class ResultFace(RowFace):
    """Draws a row; row heights are kept for each width and text size."""

    radius = 6

    def __init__(self, view: RowList) -> None:
        self._view = view
        self._heights: dict[tuple[str, int, float, int, float], int] = {}

    def size(self, index: Index) -> QSize:
        row, theme = self._view.row_model.row(index), self._view.theme
        width = self._view.viewport().width()
        px = theme.px
        if row.kind == "way":
            lines = _line(theme.font("body", bold=True)) + _line(theme.font("row"))
            return QSize(width, lines + px(32))
        if row.kind != "job":
            high = max(px(36 if row.kind == "folder" else 34), _line(theme.font("row")) + 10)
            if row.kind == "group" and row.summary:
                high += _line(theme.font("caption"))
            return QSize(width, high)
        wide = self._is_wide(width)
        under = 1 if wide else 1 + bool(row.why) + bool(row.summary)
        key = (row.title + row.whose, under, self._beside(row), width, theme.scale)
        height = self._heights.get(key)
        if height is None:
            room = width - px(2 * _SIDE) - self._beside(row)
            if wide:
                room = (width - px(2 * _SIDE) - self._star()) * _COLUMNS[0] - px(12)
            title = theme.font("body", bold=True) if self._view.full else theme.font("row")
            lines = len(break_lines(row.title, title, room).lines)
            height = lines * _line(title) + px(15 if wide else 11)
            if self._view.full:
                caption = theme.font("caption")
                whose = len(break_lines(row.whose, caption, room).lines) if row.whose else 0
                height += _line(caption) * (under + whose)
            self._heights[key] = height
        return QSize(width, height)

    def box(self, rect: QRectF, index: Index) -> QRectF | None:
        kind, px = self._view.row_model.row(index).kind, self._view.theme.px
        if kind == "group":
            return None
        if kind == "way":
            return rect.adjusted(px(_SIDE), px(4), -px(_SIDE), -px(4))
        return rect.adjusted(self._view.theme.px(8), 1, -self._view.theme.px(8), -1)

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:  # noqa: ARG002
        row, side = self._view.row_model.row(index), self._view.theme.px(_SIDE)
        inner = rect.adjusted(side, 0, -side, 0)
        if row.kind == "job" and self._is_wide(int(rect.width())):
            self._wide_job(painter, row, inner)
        elif row.kind == "job":
            self._job(painter, row, inner)
        elif row.kind == "way":
            self._way(painter, row, inner)
        else:
            self._line_row(painter, row, inner)

    def spot(self, point: QPointF) -> Literal["star", "title", "facts"]:
        """What of an occupation lies at a point of the list."""
        view, px = self._view, self._view.theme.px
        width = view.viewport().width()
        if not self._is_wide(width):
            return "title"
        left = px(_SIDE) + self._star()
        if self._star() and point.x() < left:
            return "star"
        facts = left + (width - left - px(_SIDE)) * _COLUMNS[0]
        return "title" if point.x() < facts else "facts"

    def _star(self) -> int:
        return self._view.theme.px(_STAR) if self._view.starred is not None else 0

    def _way(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        """A box with an icon, what can be done, and what that is in a line."""
        theme = self._view.theme
        t, px = theme.tokens, theme.px
        box = inner.adjusted(0.5, px(4) + 0.5, -0.5, -px(4) - 0.5)
        painter.setPen(QPen(t.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(8), px(8))
        side, x = px(18), box.left() + px(52)
        place = QRectF(box.left() + px(18), box.center().y() - side / 2, side, side)
        draw_icon(painter, row.icon or "forward", place, t.accent)
        y = box.top() + px(10)
        for words, font, color in (
            (row.title, theme.font("body", bold=True), t.text),
            (row.summary, theme.font("row"), t.text2),
        ):
            metrics, room = QFontMetricsF(font), box.right() - px(16) - x
            painter.setFont(font)
            painter.setPen(color)
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(x, y + metrics.ascent()), short)
            y += _line(font)

    def _line_row(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        theme = self._view.theme
        t, px = theme.tokens, theme.px
        group = row.kind == "group"
        font = theme.font("caption", bold=True) if group else theme.font("row")
        color = t.text2 if group else t.accent if row.kind in ("more", "back") else t.text
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle = inner.center().y()
        if group and row.summary:
            middle -= _line(theme.font("caption")) / 2
            self._about(painter, row.summary, inner, middle + metrics.height() / 2)
            painter.setFont(font)
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        x = inner.left()
        if row.kind == "back":
            draw_icon(painter, "back", QRectF(x, inner.center().y() - px(7), px(14), px(14)), color)
            x += px(22)
        plain = QFontMetricsF(theme.font("caption"))
        count = "" if row.count is None else f"{row.count:,}"
        room = inner.right() - x - plain.horizontalAdvance(count) - px(8)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(color)
        painter.drawText(QPointF(x, baseline), title)
        painter.setFont(theme.font("caption"))
        painter.setPen(t.text3)
        if group:
            painter.drawText(QPointF(x + metrics.horizontalAdvance(title) + px(6), baseline), count)
        else:
            painter.drawText(
                QPointF(inner.right() - plain.horizontalAdvance(count), baseline), count
            )

    def _about(self, painter: QPainter, words: str, inner: QRectF, top: float) -> None:
        font = self._view.theme.font("caption")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._view.theme.tokens.text2)
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QPointF(inner.left(), top + metrics.ascent()), short)

    def _job(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        view, theme = self._view, self._view.theme
        t, px = theme.tokens, theme.px
        badge = view.badges.get(row.code, "")
        title = theme.font("body", bold=True) if view.full else theme.font("row")
        room = inner.width() - self._beside(row)
        y = inner.top() + px(5)
        place = QPointF(inner.left(), y)
        lines = _draw(painter, row.title, title, room, place, t.text, row.title_spans, t.accent)
        if badge:
            self._badge(painter, badge, inner, y)
        fit = view.fit_words(row)
        if not view.full:
            if fit:
                metrics = QFontMetricsF(theme.font("caption"))
                right = inner.right() - metrics.horizontalAdvance(fit) - (px(24) if badge else 0)
                painter.setFont(theme.font("caption"))
                painter.setPen(t.text2)
                painter.drawText(QPointF(right, y + QFontMetricsF(title).ascent()), fit)
            return
        y += lines * _line(title)
        caption = theme.font("caption")
        metrics = QFontMetricsF(caption)
        if row.why:
            words = metrics.elidedText(row.why, Qt.TextElideMode.ElideRight, inner.width())
            place = QPointF(inner.left(), y)
            _draw(painter, words, caption, None, place, t.text2, row.why_spans, t.accent)
            y += _line(caption)
        painter.setFont(caption)
        painter.setPen(t.text2)
        if row.summary:
            words = metrics.elidedText(row.summary, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), words)
            y += _line(caption)
        baseline = y + metrics.ascent()
        pay, change, zone = row.facts
        steps = (0.0, max(px(72), metrics.horizontalAdvance(pay) + px(14)))
        end = inner.right()
        if fit:
            painter.drawText(QPointF(end - metrics.horizontalAdvance(fit), baseline), fit)
            end -= metrics.horizontalAdvance(fit) + px(16)
        zone_x = end - metrics.horizontalAdvance(zone)
        painter.drawText(QPointF(inner.left(), baseline), pay)
        if steps[1] + metrics.horizontalAdvance(change) + px(10) < zone_x - inner.left():
            painter.drawText(QPointF(inner.left() + steps[1], baseline), change)
        if inner.left() + metrics.horizontalAdvance(pay) + px(10) < zone_x:
            painter.drawText(QPointF(zone_x, baseline), zone)
        if row.whose:
            below = QPointF(inner.left(), y + _line(caption))
            _draw(painter, row.whose, caption, room, below, t.text2)

    def _is_wide(self, width: int) -> bool:
        return self._view.full and width >= self._view.theme.px(_WIDE)

    def _wide_job(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        """Title and why at the left; pay, outlook, schooling and the fit in columns."""
        view, theme = self._view, self._view.theme
        t, px = theme.tokens, theme.px
        title, caption = theme.font("body", bold=True), theme.font("caption")
        draw_rule(painter, inner.left(), inner.right(), inner.bottom() - 0.5, t.line)
        if view.starred is not None:
            starred, side = row.code in view.starred, px(16)
            star = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            color = t.accent if starred else t.text2
            draw_icon(painter, "starred" if starred else "star", star, color)
            inner = inner.adjusted(self._star(), 0, 0, 0)
        starts = [inner.left() + share * inner.width() for share in _COLUMNS]
        room, y = starts[0] - inner.left() - px(12), inner.top() + px(7)
        place = QPointF(inner.left(), y)
        lines = _draw(painter, row.title, title, room, place, t.accent, row.title_spans, t.accent)
        self._columns(painter, row, starts, y + QFontMetricsF(title).ascent())
        if badge := view.badges.get(row.code, ""):
            self._badge(painter, badge, inner.adjusted(0, 0, px(_SIDE), 0), y)
        y += lines * _line(title)
        said, spans = (row.why, row.why_spans) if row.why else (row.summary, ())
        words = QFontMetricsF(caption).elidedText(said, Qt.TextElideMode.ElideRight, room)
        _draw(painter, words, caption, None, QPointF(inner.left(), y), t.text2, spans, t.accent)
        if row.whose:
            below = QPointF(inner.left(), y + _line(caption))
            _draw(painter, row.whose, caption, room, below, t.text2)

    def _columns(
        self, painter: QPainter, row: Row, starts: Sequence[float], baseline: float
    ) -> None:
        """Pay, outlook, schooling and the fit of a wide row."""
        view, theme = self._view, self._view.theme
        t, px, fit = theme.tokens, theme.px, view.fit_words(row)
        for place, words in enumerate((*row.facts, fit)):
            start, end = starts[place], starts[place + 1]
            font = theme.font("row", bold=place == 0)
            metrics, middle = QFontMetricsF(font), baseline - px(5)
            if place == 1 and row.icon is not None:
                draw_icon(painter, row.icon, QRectF(start, middle - px(7), px(14), px(14)), t.text2)
                start += px(20)
            elif place == len(row.facts) and fit in _DOTS:
                line = QRectF(start, middle - px(10), px(42), px(20))
                start = draw_dots(painter, line, _DOTS[fit], theme) + px(4)
            painter.setPen(t.text)
            said = theme.say(words) if place == len(row.facts) else words
            painter.setFont(font)
            top = baseline - metrics.ascent()
            for part in _two_lines(said, font, end - start - px(8)):
                painter.drawText(QPointF(start, top + metrics.ascent()), part)
                top += metrics.height()

    def _beside(self, row: Row) -> float:
        """The room beside a title that its badge takes and, in the short list, its fit."""
        view, px = self._view, self._view.theme.px
        room = px(24) if row.code in view.badges else 0.0
        if not view.full and (fit := view.fit_words(row)):
            room += QFontMetricsF(view.theme.font("caption")).horizontalAdvance(fit) + px(12)
        return room

    def _badge(self, painter: QPainter, badge: str, inner: QRectF, y: float) -> None:
        theme = self._view.theme
        side = theme.px(18)
        box = QRectF(inner.right() - side, y, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.accent)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.tokens.on_accent)
        painter.setFont(theme.font("caption", bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)


def _line(font: QFont) -> int:
    return int(QFontMetricsF(font).height() + 0.5)


def _two_lines(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """A text in at most two lines of a width, the second one cut."""
    first, *rest = (words for words, _wide in break_lines(text, font, width).lines)
    if not rest:
        return (first,)
    left = text[len(first) :].strip()
    cut = QFontMetricsF(font).elidedText(left, Qt.TextElideMode.ElideRight, width)
    return first, cut


def _draw(
    painter: QPainter, text: str, font: QFont, width: float | None, place: QPointF, color: QColor,
    spans: Spans = (), mark: QColor | None = None,
) -> int:  # fmt: skip
    """Draw a text broken to ``width`` (None: in one line) from its top left, with ``spans``
    underlined where its letters are shown; how many lines it took.
    """
    lines, metrics, start = break_lines(text, font, width), QFontMetricsF(font), 0
    # Where Qt underlines: clear of the letters, within the descent.
    under = min(ceil(metrics.underlinePos()) + 0.5, metrics.descent() - 0.5)
    thick = metrics.lineWidth()
    painter.setFont(font)
    painter.setPen(color)
    for number, (words, _wide) in enumerate(lines.lines):
        base = place.y() + number * _line(font) + metrics.ascent()
        painter.drawText(QPointF(place.x(), base), words)
        start = text.index(words, start)
        for first, last in spans if mark is not None else ():
            left, right = (
                floor(place.x() + metrics.horizontalAdvance(words[: max(at - start, 0)]))
                for at in (first, last)
            )
            painter.fillRect(QRectF(left, base + under - thick / 2, right - left, thick), mark)
        start += len(words)
    return len(lines.lines)
