"""How the bar at the top looks: the client, the steps of the session, the switch, own scores."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from counselor_app.ui.style.drawing import break_lines, draw_lines
from counselor_app.ui.style.face_parts import box, hot, icon, ring, say
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme


def client(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """The client in the header: a round mark, the name, and the state where it is bad."""
    t, px = theme.tokens, theme.px
    lit = w.opens and hot(w)
    box(painter, w, px(6), QPen(t.line, 1), t.accent_soft if lit else t.surface)
    x = float(px(12))
    if w.named:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.client)
        painter.drawEllipse(QRectF(x, (w.height() - px(10)) / 2, px(10), px(10)))
    else:
        icon(painter, w, x, px(16), "client", t.text)
    x += px(18 if w.named else 24)
    for text, font, tone in w.pieces():
        x = say(painter, x, w, text, font, getattr(t, tone)) + px(6)
    if w.opens:
        icon(painter, w, w.width() - px(10) - px(12), px(12), "down", t.text2)
    ring(painter, w, theme)


def client_size(w: Any, theme: Theme) -> QSize:
    """Room for the mark, all pieces, and the arrow."""
    px, pieces = theme.px, w.pieces()
    wide = sum(QFontMetricsF(font).horizontalAdvance(text) for text, font, _ in pieces)
    wide += px(6) * max(len(pieces) - 1, 0) + px(12 + (18 if w.named else 24) + 10)
    wide += px(12 + 8) if w.opens else 0
    line = QFontMetricsF(theme.font("body")).height()
    return QSize(int(wide) + 1, max(px(38), int(line) + 8))


def step(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A step of the session: its number or a check in a circle, its name over its count."""
    t, px = theme.tokens, theme.px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if hot(w):
        box(painter, w, px(6), None, t.accent_soft)
    side = px(22)
    disc = QRectF(px(6), (w.height() - side) / 2, side, side)
    done, filled = w.mark == "done", w.here or w.mark == "done"
    ground = t.accent if w.here else t.text2
    edge = QPen(t.accent, 2) if w.mark == "next" else QPen(t.edge, 1)
    painter.setPen(Qt.PenStyle.NoPen if filled else edge)
    painter.setBrush(ground if filled else t.surface)
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
    ink = t.surface if done else t.accent if w.mark == "next" else t.text2
    ink = t.on_accent if w.here else ink
    if done:
        draw_icon(painter, "check", disc.adjusted(px(6), px(6), -px(6), -px(6)), ink)
    else:
        painter.setFont(theme.font("caption", bold=True))
        painter.setPen(ink)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(w.number))
    if w.form != "numbers":
        strong = w.here or w.mark != "to come"
        font, color = theme.font("body", bold=strong), t.accent if w.here else t.text
        x, count = disc.right() + px(7), w.count if w.form == "full" else ""
        lines = [(w.text(), font, color if strong else t.text2)]
        lines += [(count, theme.font("caption"), t.text2)] if count else []
        high = sum(QFontMetricsF(face).height() for _, face, _ in lines)
        y = (w.height() - high) / 2
        for text, face, ink in lines:
            painter.setFont(face)
            painter.setPen(ink)
            painter.drawText(QPointF(x, y + QFontMetricsF(face).ascent()), text)
            y += QFontMetricsF(face).height()
    if w.here:
        painter.fillRect(QRectF(px(4), w.height() - px(3), w.width() - px(8), px(3)), t.accent)
    ring(painter, w, theme)


def step_size(w: Any, theme: Theme) -> QSize:
    """Room for the circle, and beside it the longer of name and count."""
    px, wide = theme.px, 0.0
    if w.form != "numbers":
        wide = QFontMetricsF(theme.font("body", bold=True)).horizontalAdvance(w.text())
        if w.form == "full":
            count = QFontMetricsF(theme.font("caption")).horizontalAdvance(w.count)
            wide = max(wide, count)
        wide += px(7)
    return QSize(int(wide) + px(6 + 22 + 6) + 1, px(56))


def switch(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A switch and its words; on, its knob is at the right."""
    t, px, on = theme.tokens, theme.px, w.isChecked()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = QRectF(px(6), (w.height() - px(20)) / 2, px(36), px(20))
    painter.setPen(QPen(t.accent if on else t.edge, 1))
    painter.setBrush(t.accent if on else t.surface)
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
    knob = px(14)
    x = track.right() - knob - px(3) if on else track.left() + px(3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.on_accent if on else t.edge)
    painter.drawEllipse(QRectF(x, track.center().y() - knob / 2, knob, knob))
    if not w.bare:
        say(painter, track.right() + px(8), w, w.text(), theme.font("body"), t.text)
    ring(painter, w, theme)


def switch_size(w: Any, theme: Theme) -> QSize:
    """Room for the switch and its words."""
    px, metrics = theme.px, QFontMetricsF(theme.font("body"))
    words = 0.0 if w.bare else metrics.horizontalAdvance(w.text()) + px(8)
    return QSize(int(words) + px(6 + 36 + 6) + 1, max(px(38), int(metrics.height()) + 8))


def way(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """A way into a session: an icon over its words, and what it is under them."""
    t, px = theme.tokens, theme.px
    edge = QPen(t.accent, 2) if w.hasFocus() else QPen(t.edge, 1)
    box(painter, w, px(8), edge, t.accent_soft if hot(w) else t.surface)
    room = w.width() - 2 * px(16)
    draw_icon(painter, w.mark, QRectF(px(16), px(16), px(18), px(18)), t.accent)
    y = float(px(16 + 18 + 8))
    for text, font, color in (
        (w.text(), theme.font("heading"), t.text), (w.about, theme.font("row"), t.text2),
    ):  # fmt: skip
        painter.setFont(font)
        lines = break_lines(text, font, room)
        draw_lines(painter, lines, QRectF(px(16), y, room, lines.height), color)
        y += lines.height


def client_bar(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """How far one of the client's own scores reaches on its scale."""
    share = (w.value() - w.minimum()) / max(w.maximum() - w.minimum(), 1)
    high = theme.px(w.thick)
    bar = QRectF(0, (w.height() - high) / 2, w.width(), high)
    painter.fillRect(bar, theme.tokens.bar)
    bar.setWidth(bar.width() * share)
    painter.fillRect(bar, theme.tokens.client)


def job_bar(painter: QPainter, w: Any, theme: Theme, _option: object) -> None:
    """How far a share of the job's reaches, hatched where it falls short of the mark."""
    t, px = theme.tokens, theme.px
    share = (w.value() - w.minimum()) / max(w.maximum() - w.minimum(), 1)
    high = px(w.thick)
    bar = QRectF(0, (w.height() - high) / 2, w.width(), high)
    painter.fillRect(bar, t.bar)
    filled = QRectF(bar)
    filled.setWidth(bar.width() * share)
    if w.short:
        painter.fillRect(filled, t.surface)
        painter.fillRect(filled, QBrush(t.text2, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(t.text2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(filled.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.fillRect(filled, t.job)
    if w.asked is not None:
        x = bar.width() * w.asked - px(1)
        painter.fillRect(QRectF(x, bar.top() - px(3), px(3), high + px(6)), t.text)
