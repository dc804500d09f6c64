"""The window's icons: strokes on a 16 by 16 grid, drawn in any color at any size.

Drawn here rather than read from SVG files, because loading Qt's SVG module would delay the
first frame.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen

from counselor_app.paths import resources

Icon = Literal[
    "search", "close", "star", "starred", "print", "menu", "beside", "linked", "unlinked",
    "plus", "minus", "check", "down", "copy", "warning", "back", "place", "list", "client", "pause",
    "pencil", "lock", "sheet",
    "notice", "up", "choices", "rising", "steady", "falling", "school", "eye", "board", "forward",
    "left", "keys", "swap", "grip",
]  # fmt: skip

# M and L take a point, C three, O a circle (center, radius), Z closes; F fills what follows.
_STAR = "M 8 1.6 L 9.9 6 L 14.6 6.4 L 11 9.5 L 12.1 14.2 L 8 11.7 L 3.9 14.2 L 5 9.5 L 1.4 6.4 L 6.1 6 Z"  # noqa: E501
_SHAPES: dict[Icon, str] = {
    "search": "O 6.7 6.7 4.7 M 10.2 10.2 L 14.4 14.4",
    "close": "M 3.5 3.5 L 12.5 12.5 M 12.5 3.5 L 3.5 12.5",
    "star": _STAR,
    "starred": "F " + _STAR,
    "print": "M 4 6 L 4 2 L 12 2 L 12 6 M 4 12 L 1.8 12 L 1.8 6 L 14.2 6 L 14.2 12 L 12 12 "
    "M 4 9.5 L 12 9.5 L 12 14.3 L 4 14.3 Z",
    "menu": "M 2 4 L 14 4 M 2 8 L 14 8 M 2 12 L 14 12",
    "beside": "M 1.8 2.8 L 14.2 2.8 L 14.2 13.2 L 1.8 13.2 Z M 8 2.8 L 8 13.2",
    "linked": "M 6.6 9.4 L 9.4 6.6 M 7.4 4.6 L 9 3 C 11 1.2 14.6 4.6 12.9 7 L 11.4 8.6 "
    "M 8.6 11.4 L 7 13 C 5 14.8 1.4 11.4 3.1 9 L 4.6 7.4",
    "unlinked": "M 7.4 4.6 L 9 3 C 11 1.2 14.6 4.6 12.9 7 L 11.4 8.6 "
    "M 8.6 11.4 L 7 13 C 5 14.8 1.4 11.4 3.1 9 L 4.6 7.4 M 2 2 L 14 14",
    "plus": "M 8 2.5 L 8 13.5 M 2.5 8 L 13.5 8",
    "minus": "M 2.5 8 L 13.5 8",
    "check": "M 2.5 8.5 L 6.2 12.2 L 13.5 4",
    "up": "M 4 9.8 L 8 5.8 L 12 9.8",
    "left": "M 10.2 3.6 L 5.8 8 L 10.2 12.4",
    "keys": "M 1.6 4 L 14.4 4 L 14.4 12 L 1.6 12 Z M 4 6.8 L 4.6 6.8 M 7 6.8 L 7.6 6.8 "
    "M 10 6.8 L 10.6 6.8 M 4.6 9.6 L 11.4 9.6",
    "swap": "M 2 5.4 L 13.4 5.4 M 10.6 2.6 L 13.4 5.4 L 10.6 8.2 M 14 10.8 L 2.6 10.8 "
    "M 5.4 8 L 2.6 10.8 L 5.4 13.6",
    "down": "M 4 6.2 L 8 10.2 L 12 6.2",
    "copy": "M 5.5 5.5 L 14 5.5 L 14 14 L 5.5 14 Z M 5.5 10.5 L 2 10.5 L 2 2 L 10.5 2 L 10.5 5.5",
    "warning": "M 8 1.8 L 15 14 L 1 14 Z M 8 6 L 8 9.8 M 8 11.6 L 8 12.2",
    "back": "M 13.5 8 L 2.5 8 M 7 3.5 L 2.5 8 L 7 12.5",
    "place": "M 8 14.6 C 2 8 2.6 1.4 8 1.4 C 13.4 1.4 14 8 8 14.6 Z O 8 6 1.8",
    "client": "O 8 4.8 2.9 M 2.4 14.2 C 2.4 8.2 13.6 8.2 13.6 14.2",
    "pencil": "M 2.2 13.8 L 3.2 10.4 L 11 2.6 L 13.4 5 L 5.6 12.8 Z M 9.4 4.2 L 11.8 6.6",
    "lock": "M 3.2 7.2 L 12.8 7.2 L 12.8 14.2 L 3.2 14.2 Z M 5.2 7.2 L 5.2 5 "
    "C 5.2 0.8 10.8 0.8 10.8 5 L 10.8 7.2 M 8 10 L 8 11.6",
    "sheet": "M 3.4 1.8 L 9.6 1.8 L 12.8 5 L 12.8 14.2 L 3.4 14.2 Z M 9.6 1.8 L 9.6 5 L 12.8 5 "
    "M 5.6 8 L 10.6 8 M 5.6 11 L 10.6 11",
    "choices": "M 2 4.8 L 3.2 4.8 O 5.2 4.8 2 M 7.2 4.8 L 14 4.8 M 2 11.2 L 8.8 11.2 "
    "O 10.8 11.2 2 M 12.8 11.2 L 14 11.2",
    "grip": "F O 5.5 3.2 0.7 O 10.5 3.2 0.7 O 5.5 8 0.7 O 10.5 8 0.7 O 5.5 12.8 0.7 "
    "O 10.5 12.8 0.7",
    "pause": "M 5.5 3 L 5.5 13 M 10.5 3 L 10.5 13",
    "notice": "O 8 8 6.6 M 8 7.4 L 8 11.6 M 8 4.6 L 8 4.9",
    "rising": "M 1.5 11.5 L 6 7 L 9 10 L 14.5 4.5 M 10.5 4.5 L 14.5 4.5 L 14.5 8.5",
    "steady": "M 2 8 L 14 8 M 10.5 4.5 L 14 8 L 10.5 11.5",
    "falling": "M 1.5 4.5 L 6 9 L 9 6 L 14.5 11.5 M 10.5 11.5 L 14.5 11.5 L 14.5 7.5",
    "school": "M 1 6.2 L 8 3 L 15 6.2 L 8 9.4 Z M 4 7.8 L 4 11.4 C 5.5 13.2 10.5 13.2 12 11.4 "
    "L 12 7.8",
    "eye": "M 1 8 C 4 2.6 12 2.6 15 8 C 12 13.4 4 13.4 1 8 Z O 8 8 2.2",
    "board": "M 2 2 L 6.8 2 L 6.8 6.8 L 2 6.8 Z M 9.2 2 L 14 2 L 14 6.8 L 9.2 6.8 Z "
    "M 2 9.2 L 6.8 9.2 L 6.8 14 L 2 14 Z M 9.2 9.2 L 14 9.2 L 14 14 L 9.2 14 Z",
    "forward": "M 6.2 4 L 10.2 8 L 6.2 12",
    "list": "M 5.5 4 L 14 4 M 5.5 8 L 14 8 M 5.5 12 L 14 12 M 2 4 L 2.6 4 M 2 8 L 2.6 8 "
    "M 2 12 L 2.6 12",
}


def program_icon() -> QIcon:
    """The program's own icon in every size that windows, task bars and lists ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        icon.addFile(str(resources() / "icons" / f"counselor-{side}.png"), QSize(side, side))
    return icon


def draw_icon(painter: QPainter, icon: Icon, rect: QRectF, color: QColor) -> None:
    """Draw ``icon`` to fill ``rect`` (a square)."""
    path, filled = _path(icon)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    pen = QPen(color, 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _path(icon: Icon) -> tuple[QPainterPath, bool]:
    return shape_path(_SHAPES[icon])


@cache  # drawn a hundred times on a board
def shape_path(shape: str) -> tuple[QPainterPath, bool]:
    """The strokes of a shape written as above, and whether they are filled."""
    path, filled = QPainterPath(), False
    parts = iter(shape.split())

    def numbers(count: int) -> list[float]:
        return [float(next(parts)) for _ in range(count)]

    for part in parts:
        if part == "M":
            path.moveTo(*numbers(2))
        elif part == "L":
            path.lineTo(*numbers(2))
        elif part == "C":
            path.cubicTo(*numbers(6))
        elif part == "O":
            x, y, r = numbers(3)
            path.addEllipse(x - r, y - r, 2 * r, 2 * r)
        elif part == "Z":
            path.closeSubpath()
        elif part == "F":
            filled = True
    return path, filled
