"""The kiosk's pictures: the six interests, five faces, a die; strokes on a 48 by 48 grid."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counselor_app.ui.style.icons import shape_path
from counselor_app.ui.style.theme import Theme

# How a shape is drawn: outline on the soft ground, line alone, filled; "2" in the second color.
_Way = Literal["soft", "line", "fill", "line2", "fill2"]
_FACE = "O 24 24 19"
_EYES = "O 17.5 19 2.2 O 30.5 19 2.2"

_SHAPES: dict[str, tuple[tuple[_Way, str], ...]] = {
    "R": (
        ("soft", "M 33 4 C 25 3 19 10 21 18 L 6 33 C 2 38 9 45 14 41 L 29 26 C 37 28 44 22 43 14 "
                 "L 36 21 L 29 19 L 27 12 Z"),
        ("line2", "M 38 31 L 43 34 L 43 40 L 38 43 L 33 40 L 33 34 Z"),
    ),
    "I": (
        ("soft", "O 20 20 15"),
        ("line", "M 31 31 L 44 44 M 32 30 L 45 43"),
        ("line2", "M 20 29 L 20 19 M 20 24 C 14 24 12 19 12 16 C 17 16 20 19 20 24 "
                  "M 20 20 C 20 15 24 12 28 12 C 28 17 24 20 20 20"),
    ),
    "A": (
        ("soft", "M 24 6 C 12 6 4 14 4 24 C 4 35 13 43 24 43 C 30 43 30 38 28 35 C 26 31 29 28 "
                 "34 28 C 41 28 44 26 44 21 C 44 12 35 6 24 6 Z"),
        ("fill", "O 24 14 3"),
        ("line", "O 35 18 3"),
        ("fill2", "O 14 20 3"),
        ("line2", "O 15 31 3"),
    ),
    "S": (
        ("soft", "O 16 18 7"),
        ("soft", "M 3 43 C 3 25 29 25 29 43 Z"),
        ("soft", "O 36 23 5"),
        ("soft", "M 33 43 L 46 43 C 46 30 36 29 31 33"),
        ("line2", "M 29 13 C 23 9 25 4 29 7 C 33 4 35 9 29 13 Z"),
    ),
    "E": (
        ("soft", "M 4 19 L 13 19 L 31 8 L 31 37 L 13 28 L 4 28 Z"),
        ("line", "M 13 19 L 13 28 M 14 28 L 17 41 L 23 41 L 21 32"),
        ("line2", "M 36 16 C 40 20 40 25 36 29 M 40 11 C 47 17 47 28 40 34"),
    ),
    "C": (
        ("soft", "M 8 9 L 40 9 L 40 45 L 8 45 Z"),
        ("soft", "M 17 4 L 31 4 L 31 13 L 17 13 Z"),
        ("line2", "M 13 21 L 16 24 L 20 19 M 13 30 L 16 33 L 20 28 M 13 39 L 16 42 L 20 37"),
        ("line", "M 25 22 L 35 22 M 25 31 L 35 31 M 25 40 L 35 40"),
    ),
    "0": (("line", _FACE), ("fill", _EYES), ("line", "M 14 35 C 19 27 29 27 34 35")),
    "1": (("line", _FACE), ("fill", _EYES), ("line", "M 16 33 C 21 29 27 29 32 33")),
    "2": (("line", _FACE), ("fill", _EYES), ("line", "M 16 31 L 32 31")),
    "3": (("soft", _FACE), ("fill", _EYES), ("line", "M 16 28 C 20 34 28 34 32 28")),
    "4": (("soft", _FACE), ("fill", _EYES), ("fill", "M 14 27 L 34 27 C 32 39 16 39 14 27 Z")),
    "die": (
        ("line", "M 7 7 L 41 7 L 41 41 L 7 41 Z"),
        ("fill", "O 16 16 2.4 O 32 16 2.4 O 24 24 2.4 O 16 32 2.4 O 32 32 2.4"),
    ),
    "sheet": (
        ("soft", "M 9 3 L 39 3 L 39 45 L 9 45 Z"),
        ("line", "M 14 10 L 28 10 M 14 34 L 20 34 L 20 40 L 14 40 Z M 25 35 L 34 35 M 25 39 "
                 "L 31 39"),
        ("line2", "M 14 18 L 34 18 M 14 23 L 30 23 M 14 28 L 22 28"),
    ),
}  # fmt: skip


def draw_pictogram(painter: QPainter, name: str, rect: QRectF, theme: Theme) -> None:
    """Fill ``rect`` (a square) with the picture ``name``."""
    t = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 48, rect.height() / 48)
    for way, shape in _SHAPES[name]:
        color = t.client if way.endswith("2") else t.accent
        pen = QPen(color, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(
            color if way.startswith("fill") else t.accent_soft if way == "soft"
            else Qt.BrushStyle.NoBrush
        )  # fmt: skip
        painter.drawPath(shape_path(shape)[0])
    painter.restore()


class Pictogram(QWidget):
    """A picture ``side`` high at 100 %; nothing is said of it, words stand beside it."""

    def __init__(self, name: str, theme: Theme, side: int) -> None:
        super().__init__()
        self.name, self.theme, self._side = name, theme, side
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(self._side), self.theme.px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        draw_pictogram(QPainter(self), self.name, QRectF(0, 0, side, side), self.theme)
