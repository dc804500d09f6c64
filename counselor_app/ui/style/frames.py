"""Grounds, lines, cards and fields: frames whose whole look is a line in a table."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from counselor_app.ui.style.drawing import draw_focus
from counselor_app.ui.style.icons import Icon, draw_icon
from counselor_app.ui.style.theme import Theme

Side = Literal["top", "bottom", "left", "right"]


class Frame(NamedTuple):
    """Names of tokens for ground, edge, line and the bar at the left; a radius rounds it.

    ``side`` has a hairline. ``held`` is the ground while it has the focus, ``ring`` shows it.
    """

    fill: str = ""
    edge: str = ""
    radius: float = 0
    side: Side | None = None
    line: str = "line"
    stripe: str = ""
    stripe_width: int = 3
    icon: Icon | None = None
    ink: str = ""
    ring: bool = False
    held: str = ""
    thick: float = 1


FRAMES = {
    "surface": Frame("surface"),
    "window": Frame("window"),
    "head": Frame("window", side="bottom"),
    "foot": Frame("window", side="top"),
    "left": Frame("window", side="right"),
    "right": Frame("window", side="left"),
    "plain head": Frame("surface", side="bottom"),
    "plain foot": Frame("surface", side="top"),
    "under": Frame(side="bottom"),
    "head of columns": Frame(side="bottom", line="edge"),
    "row": Frame(side="bottom", ring=True),
    "line": Frame("line"),
    "track": Frame("bar", radius=6),
    "keys": Frame("bar", side="top", line="edge"),
    "step done": Frame("text2", "text2", 2),
    "step next": Frame("surface", "accent", 2, thick=2),
    "step begun": Frame("bar", "edge", 2),
    "step to come": Frame("surface", "edge", 2),
    "next": Frame("accent_soft", radius=10),
    "box": Frame("surface", "line", 10),
    "private": Frame("window", "edge", 10),
    "panel": Frame("surface", "edge", 12),
    "card": Frame("surface", "line", 6, ring=True, held="accent_soft"),
    "editor": Frame("surface", "edge", 5, ring=True),
    "dimmed": Frame("dimmed"),
    "job finding": Frame(stripe="job"),
    "client finding": Frame(stripe="client"),
    "problem": Frame("notice", stripe="client", stripe_width=4, icon="warning", ink="client_text"),
    "notice": Frame("accent_soft", stripe="accent", stripe_width=4, icon="notice", ink="accent"),
    "counselor mark": Frame("text2", "text2", 2, icon="lock", ink="surface", thick=1.5),
    "client mark": Frame("surface", "accent", 99, icon="sheet", ink="accent", thick=1.5),
    "lock": Frame(icon="lock", ink="text2"),
    "bullet": Frame(),
    "bubble": Frame(),
}
FIELDS = frozenset({"field"})
_DIMMED = QColor(0, 0, 0, 150)
TIP = 9
"""Height of the tip of a bubble."""


def draw_frame(painter: QPainter, widget: Any, frame: Frame, theme: Theme) -> None:
    """Draw the whole of ``frame`` on ``widget``, under what lies in it."""
    t, look, rect = theme.tokens, widget.look, widget.rect()
    if look == "bubble":
        _bubble(painter, widget, theme)
        return
    if look == "bullet":
        painter.setPen(t.text2)
        painter.setFont(widget.font())
        painter.drawText(QPointF(theme.px(2), widget.fontMetrics().ascent()), "•")
        return
    held = frame.held and widget.hasFocus()
    ground = _DIMMED if frame.fill == "dimmed" else getattr(t, frame.held if held else frame.fill
                                                            or "surface")  # fmt: skip
    if frame.radius:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = frame.thick / 2 if frame.edge else 0
        area = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        radius = min(theme.px(frame.radius), area.height() / 2)
        no = Qt.PenStyle.NoPen
        painter.setPen(QPen(getattr(t, frame.edge), frame.thick) if frame.edge else no)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, radius, radius)
    elif frame.fill:
        painter.fillRect(rect, ground)
    wide, high = rect.width(), rect.height()
    if frame.side in ("top", "bottom"):
        y = 0 if frame.side == "top" else high - 1
        painter.fillRect(0, y, wide, 1, getattr(t, frame.line))
    elif frame.side:
        x = 0 if frame.side == "left" else wide - 1
        painter.fillRect(x, 0, 1, high, getattr(t, frame.line))
    if frame.stripe:
        painter.fillRect(0, 0, frame.stripe_width, high, getattr(t, frame.stripe))
    if frame.icon:
        side = theme.px(12 if frame.edge else 18)
        left = theme.px(9 if frame.edge else 18) if frame.fill else (wide - side) / 2
        box = QRectF(left, (high - side) / 2, side, side)
        draw_icon(painter, frame.icon, box, getattr(t, frame.ink))
    if frame.ring and widget.hasFocus():
        draw_focus(painter, QRectF(rect), theme)


def draw_field(painter: QPainter, widget: Any, theme: Theme) -> None:
    """The edge of a field, in the accent where one types; ``wrong`` marks what cannot be taken."""
    t = theme.tokens
    strong = widget.hasFocus() or widget.wrong
    edge = t.accent if widget.hasFocus() else t.client_text if widget.wrong else t.edge
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 2 if strong else 1))
    painter.setBrush(t.notice if widget.wrong else t.surface)
    radius = theme.px(6)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), radius, radius)
    if widget.mark:
        side = theme.px((widget.left - 4) // 2)
        left = theme.px(widget.left // 3)
        sign = QRectF(left, (widget.height() - side) / 2, side, side)
        draw_icon(painter, widget.mark, sign, t.text2)
        if widget.clears and widget.text():
            draw_icon(painter, "close", widget.cross().adjusted(8, 8, -8, -8), t.text2)


def _bubble(painter: QPainter, widget: Any, theme: Theme) -> None:
    """A box whose tip points at ``widget.tip``, above it (``widget.below``) or under it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(widget.rect()).adjusted(0.5, TIP + 0.5, -0.5, -TIP - 0.5)
    shape = QPainterPath()
    shape.addRoundedRect(box, 8, 8)
    x = min(max(float(widget.tip.x()), box.left() + 20), box.right() - 20)
    edge, peak = (
        (box.top(), box.top() - TIP) if widget.below else (box.bottom(), box.bottom() + TIP)
    )
    tip = QPainterPath(QPointF(x - TIP, edge))
    tip.lineTo(x, peak)
    tip.lineTo(x + TIP, edge)
    tip.closeSubpath()
    painter.setPen(QPen(theme.tokens.edge, 1))
    painter.setBrush(theme.tokens.surface)
    painter.drawPath(shape.united(tip))
