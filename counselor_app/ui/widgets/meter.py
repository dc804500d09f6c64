"""A few boxes, filled up to a value: the job zone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counselor_app.ui.theme import Theme


class Meter(QWidget):
    """``filled`` of ``of`` boxes. The number is printed beside it; ``name`` is spoken."""

    def __init__(
        self, filled: int, of: int, theme: Theme, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._filled, self._of = theme, filled, of
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(30) * self._of, self.theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        px, tokens = self.theme.px, self.theme.tokens
        top = (self.height() - px(8)) / 2
        for box in range(self._of):
            painter.setBrush(tokens.job if box < self._filled else tokens.bar)
            painter.drawRoundedRect(QRectF(box * px(30), top, px(27), px(8)), 2, 2)
