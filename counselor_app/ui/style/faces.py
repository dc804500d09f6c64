"""How each kind of button, box and tab looks: one function each, and their natural sizes.

A face reads what its widget says of itself (``role``, ``mark``, ``count`` and the like).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from counselor_app.ui.style import bar_faces
from counselor_app.ui.style.drawing import break_lines, draw_focus, draw_lines
from counselor_app.ui.style.face_parts import box as _box
from counselor_app.ui.style.face_parts import hot as _hot
from counselor_app.ui.style.face_parts import icon as _icon
from counselor_app.ui.style.face_parts import ring as _ring
from counselor_app.ui.style.face_parts import say as _say
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.marks import draw_shape, draw_sign, series_color
from counselor_app.ui.style.theme import Theme

Face = Callable[[QPainter, Any, Theme, Any], None]
_LEFT, _RIGHT, _CENTER = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignHCenter,
)
BOX, GAP = 16, 8
LEAST = 24
"""Pixels that a target is high and wide at least (WCAG 2.2, 2.5.8)."""


def button(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """Flat, outlined, round or primary: an icon, words, or both, in the middle."""
    t, px = theme.tokens, theme.px
    color = t.text if w.isEnabled() else t.text3
    framed = w.look in ("outlined", "round")
    radius = (w.height() - 1) / 2 if w.look == "round" else px(6)
    if w.look == "primary" and w.isEnabled():
        _box(painter, w, radius, None, t.accent)
        color = t.on_accent
    elif (hot := _hot(w) or (w.isEnabled() and w.isChecked())) or framed:
        _box(painter, w, radius, QPen(t.edge, 1) if framed else None,
             t.accent_soft if hot else t.surface)  # fmt: skip
    font, text = theme.font(w.role), "" if w.bare else w.text()
    icon = _icon_side(theme, font) if w.mark else 0
    gap = px(8) if icon and text else 0
    x = (w.width() - icon - gap - QFontMetricsF(font).horizontalAdvance(text)) / 2
    behind = w.trailing and text
    end = _say(painter, x if behind else x + icon + gap, w, text, font, color)
    if w.mark:
        _icon(painter, w, end + gap if behind else x, icon, w.mark, color)
    _ring(painter, w, theme)


def _icon_side(theme: Theme, font: QFont) -> int:
    """An icon is as high as the words beside it."""
    return max(theme.px(16), int(0.8 * QFontMetricsF(font).height()))


def button_size(w: Any, theme: Theme) -> QSize:
    """Room for icon and words in one line."""
    px, metrics = theme.px, QFontMetricsF(theme.font(w.role))
    text = "" if w.bare else w.text()
    width = metrics.horizontalAdvance(text)
    width += _icon_side(theme, theme.font(w.role)) if w.mark else 0
    width += px(8) if w.mark and text else 0
    return QSize(int(width) + px(20 if text else 16) + 1, max(px(34), int(metrics.height()) + 8))


def choice(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """The present choice and a small arrow."""
    t, px = theme.tokens, theme.px
    if _hot(w):
        _box(painter, w, px(6), None, t.accent_soft)
    end = _say(painter, px(10), w, w.text(), theme.font("row"), t.text)
    _icon(painter, w, end + px(6), px(12), "down", t.text2)
    _ring(painter, w, theme)


def choice_size(w: Any, theme: Theme) -> QSize:
    """Room for the longest choice."""
    px, metrics = theme.px, QFontMetricsF(theme.font("row"))
    widest = max(metrics.horizontalAdvance(text) for text in w.items)
    return QSize(int(widest) + px(38), max(px(34), int(metrics.height()) + 8))


def chip(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A choice in a pill: filled while it is on, then with a cross if it can be taken off."""
    t, px = theme.tokens, theme.px
    ground = t.accent_soft if w.on or _hot(w) else t.surface
    _box(painter, w, (w.height() - 1) / 2, QPen(t.accent if w.on else t.edge, 1), ground)
    x = float(px(12))
    if w.mark:
        _icon(painter, w, x, px(14), w.mark, t.text2)
        x += px(20)
    end = _say(painter, x, w, w.text(), theme.font("row"), t.text)
    side = px(11)
    _icon(painter, w, end + px(8), side, "close" if w.on and w.comes_off else "down", t.text2)
    _ring(painter, w, theme)


def chip_size(w: Any, theme: Theme) -> QSize:
    """Room for the present words, a sign before and one behind."""
    px, metrics = theme.px, QFontMetricsF(theme.font("row"))
    width = metrics.horizontalAdvance(w.text()) + px(43) + (px(20) if w.mark else 0)
    return QSize(int(width), max(px(w.least), int(metrics.height()) + 8))


def segment(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """One of a few words, raised while it is chosen, with its count; ``upright`` at both ends."""
    t = theme.tokens
    if w.isChecked():
        _box(painter, w, 5, QPen(t.edge, 1), t.surface)
    font, plain = theme.font("row", bold=w.isChecked()), theme.font("row")
    wide = QFontMetricsF(font).horizontalAdvance(w.text())
    count = f" {w.count}" if w.count else ""
    counted = QFontMetricsF(plain).horizontalAdvance(count)
    edge = theme.px(12)
    x = edge if w.upright else (w.width() - wide - counted) / 2
    color = t.text if w.isChecked() or w.underMouse() else t.text2
    end = _say(painter, x, w, w.text(), font, color)
    _say(painter, w.width() - edge - counted if w.upright else end, w, count, plain, t.text3)
    _ring(painter, w, theme)


def segment_size(w: Any, theme: Theme) -> QSize:
    """Room for the words in semibold, so that choosing one moves none."""
    bold, plain = QFontMetricsF(theme.font("row", bold=True)), QFontMetricsF(theme.font("row"))
    width = bold.horizontalAdvance(w.text())
    if w.count:
        width += plain.horizontalAdvance(" " + w.count) + theme.px(2)
    return QSize(int(width) + theme.px(8) + 14, max(theme.px(30), int(bold.height()) + 6))


def draw_box(
    painter: QPainter, left: float, middle: float, theme: Theme, *, on: bool, able: bool = True
) -> None:
    """A box to tick from ``left``, around the line at ``middle``; ``on`` with its tick."""
    t, side = theme.tokens, theme.px(BOX)
    box = QRectF(left, middle - side / 2, side, side)
    painter.setPen(QPen(t.edge if able else t.line, 1))
    painter.setBrush(t.accent if on and able else t.surface)
    painter.drawRoundedRect(box, 3, 3)
    if on:
        draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), t.on_accent if able else t.text3)


def check(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A box and its words, which wrap."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on, left = w.isEnabled(), w.indent()
    draw_box(painter, theme.px(4), w.height() / 2, theme, on=w.isChecked(), able=on)
    _words(painter, w, theme.font("row"), QRectF(left, 0, w.width() - left, w.height()),
           theme.tokens.text if on else theme.tokens.text3)  # fmt: skip
    _ring(painter, w, theme)


def _words(
    painter: QPainter, w: Any, font: QFont, room: QRectF, color: QColor,
    *, align: Qt.AlignmentFlag = _LEFT,
) -> None:  # fmt: skip
    """The widget's words, wrapped in the middle of ``room``."""
    painter.setFont(font)
    lines = break_lines(w.text(), font, room.width())
    area = QRectF(room.left(), (room.height() - lines.height) / 2, room.width(), lines.height)
    draw_lines(painter, lines, area, color, align=align)


def link(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """Words in the accent, wrapped; underlined under the pointer."""
    area = QRectF(w.rect()).adjusted(4, 0, -4, 0)
    color = theme.tokens.accent if w.isEnabled() else theme.tokens.text3
    font = theme.font(w.role)
    painter.setFont(font)
    lines = break_lines(w.text(), font, area.width())
    area.setTop((area.height() - lines.height) / 2)
    draw_lines(painter, lines, area, color, underline=w.underMouse())
    _ring(painter, w, theme)


def link_size(w: Any, theme: Theme) -> QSize:
    """Room for the words in one line."""
    lines = break_lines(w.text(), theme.font(w.role))
    return QSize(int(lines.width) + 9, link_height(lines.height, theme))


def link_height(words: float, theme: Theme) -> int:
    """How tall a link with words of this height is: never too small to be hit."""
    return max(int(words) + 4, theme.px(LEAST))


def tab(painter: QPainter, w: Any, theme: Theme, option: Any) -> None:
    """A tab's words, with a line under the chosen one."""
    t, px, index = theme.tokens, theme.px, w.tabAt(option.rect.center())
    chosen, rect = index == w.currentIndex(), QRectF(option.rect)
    font, text = theme.font(w.role, bold=chosen), w.tabText(index)
    painter.setFont(font)
    painter.setPen(t.text if chosen else t.text2)
    painter.drawText(rect, _LEFT | Qt.AlignmentFlag.AlignVCenter, text)
    if not chosen:
        return
    width = QFontMetricsF(font).horizontalAdvance(text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QRectF(rect.left(), rect.bottom() - px(3), width, px(3))
    painter.drawRoundedRect(line, 1.5, 1.5)
    if w.hasFocus():
        ring = QRectF(rect.left() - 1, rect.top() + 3, width + 8, rect.height() - px(8))
        draw_focus(painter, ring, theme)


def heading(painter: QPainter, w: Any, theme: Theme, option: Any) -> None:
    """The title of a table's column, over the line under the whole head."""
    rect, font = QRectF(option.rect), theme.font("caption")
    painter.setFont(font)
    area = rect.adjusted(w.gap if option.section else 0, theme.px(2), -getattr(w, "end", 0), 0)
    align = _RIGHT if option.textAlignment & _RIGHT else _LEFT
    lines = break_lines(option.text, font)
    sort = option.sortIndicator
    if sort.name in ("SortUp", "SortDown"):
        side = theme.px(10)
        if align == _RIGHT:
            area.adjust(0, 0, -side - 2, 0)
        x = area.right() + 2 if align == _RIGHT else area.left() + lines.width + 4
        box = QRectF(x, area.top() + (lines.height - side) / 2, side, side)
        draw_icon(painter, "down" if sort.name == "SortDown" else "up", box, theme.tokens.text)
    draw_lines(painter, lines, area, theme.tokens.text2, align=align)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.tokens.edge)


def progress(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A bar without words."""
    painter.fillRect(w.rect(), theme.tokens.bar)
    share = (w.value() - w.minimum()) / max(w.maximum() - w.minimum(), 1)
    painter.fillRect(QRectF(0, 0, w.width() * share, w.height()), theme.tokens.accent)


def place(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A place with the mark of its series, and a cross where it can be taken away."""
    t, px = theme.tokens, theme.px
    hot = bool(w.series) and _hot(w)
    _box(painter, w, px(6), QPen(t.edge if hot else t.line, 1), t.surface)
    size = px(10)
    mark = QRectF(px(11), (w.height() - size) / 2, size, size)
    draw_shape(painter, w.series, mark, series_color(theme, w.series))
    font, left = theme.font("row"), mark.right() + px(8)
    right = w.width() - px(11) - (px(15) if w.series else 0)
    words = QFontMetricsF(font).elidedText(w.text(), Qt.TextElideMode.ElideRight, right - left + 1)
    _say(painter, left, w, words, font, t.text)
    if w.series:
        _icon(painter, w, w.width() - px(20), px(10), "close", t.text if hot else t.text3)
    _ring(painter, w, theme)


def place_size(w: Any, theme: Theme) -> QSize:
    """Room for mark, name and cross."""
    px, metrics = theme.px, QFontMetricsF(theme.font("row"))
    width = metrics.horizontalAdvance(w.text()) + px(10 + 10 + 8 + 12 + (16 if w.series else 0))
    return QSize(int(width) + 1, max(px(32), int(metrics.height()) + 8))


def level(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A number and its example, in a card that is filled while it is chosen."""
    t, lead = theme.tokens, w.lead()
    edge = QPen(t.accent, 2) if w.isChecked() else QPen(t.line, 1)
    _box(painter, w, theme.px(6), edge, t.accent_soft if w.isChecked() or _hot(w) else t.surface)
    painter.setFont(theme.font("prose", bold=True))
    painter.setPen(t.text)
    number = QRectF(0, 0, lead, w.height())
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(w.level))
    _words(painter, w, theme.font("prose"), QRectF(lead, 0, w.width() - lead - 12, w.height()),
           t.text if w.strong else t.text2)  # fmt: skip
    _ring(painter, w, theme)


def answer(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """One of five answers: its sign, its words, its key."""
    t, px, chosen = theme.tokens, theme.px, w.isChecked()
    edge = QPen(t.accent, 2) if chosen else QPen(t.edge, 1)
    _box(painter, w, px(10), edge, t.accent_soft if chosen or _hot(w) else t.surface)
    rect = QRectF(w.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
    most = rect.width() * 0.3
    draw_sign(painter, QPointF(rect.center().x(), px(54)), w.value, theme, most=most)
    font = theme.font("prose", bold=True)
    painter.setFont(font)
    lines = break_lines(w.text(), font, rect.width() - 8)
    area = QRectF(rect.left() + 4, px(96), rect.width() - 8, lines.height)
    draw_lines(painter, lines, area, t.text, align=_CENTER)
    painter.setFont(theme.font("caption"))
    painter.setPen(t.text2)
    key = QRectF(area.left(), area.bottom() + px(2), area.width(), px(22))
    painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(w.value + 1))
    _ring(painter, w, theme)


def circle(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """An answer's sign alone."""
    t = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if w.isChecked() or w.underMouse():
        painter.setPen(QPen(t.accent, 2) if w.isChecked() else Qt.PenStyle.NoPen)
        painter.setBrush(t.accent_soft)
        painter.drawRoundedRect(QRectF(w.rect()).adjusted(2, 2, -2, -2), 8, 8)
    draw_sign(painter, QRectF(w.rect()).center(), w.value, theme, share=0.42)


def tile(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """The ground of the kiosk's tiles, in which other widgets lie; "main" is the one to touch."""
    t = theme.tokens
    if w.look == "main tile":
        _box(painter, w, theme.px(14), None, t.accent)
    else:
        chosen = w.isChecked() or _hot(w)
        _box(painter, w, theme.px(14), QPen(t.accent if w.isChecked() else t.edge, 1),
             t.accent_soft if chosen else t.surface)  # fmt: skip
    _ring(painter, w, theme)


CONTROLS: dict[str, Face] = {
    "flat": button, "outlined": button, "primary": button, "round": button,
    "choice": choice, "chip": chip, "segment": segment, "check": check, "link": link, "tab": tab,
    "heading": heading, "progress": progress, "client": bar_faces.client, "place": place,
    "level": level, "answer": answer, "circle": circle, "tile": tile, "main tile": tile,
    "step": bar_faces.step, "switch": bar_faces.switch, "client bar": bar_faces.client_bar,
    "way": bar_faces.way, "job bar": bar_faces.job_bar,
}  # fmt: skip
SIZES: dict[str, Callable[[Any, Theme], QSize]] = {
    "flat": button_size, "outlined": button_size, "primary": button_size, "round": button_size,
    "choice": choice_size, "chip": chip_size, "segment": segment_size, "link": link_size,
    "client": bar_faces.client_size, "step": bar_faces.step_size, "switch": bar_faces.switch_size,
    "place": place_size,
}  # fmt: skip
