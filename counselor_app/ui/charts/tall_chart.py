"""A painted chart whose height follows from its width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from counselor_app.ui.charts.chart import ChartSpec, ChartWidget
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.style.theme import Theme


class TallChart(ChartWidget):
    """Subclasses override `height_for`; layouts ask often, so each answer is kept.

    Call `forget` when what is drawn has changed.
    """

    USUAL, LEAST = 460, 160

    def __init__(self, spec: ChartSpec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._heights: dict[int, int] = {}
        follow_width(self)

    def height_for(self, width: int) -> float:
        """How tall the chart is at ``width``."""
        raise NotImplementedError

    def forget(self) -> None:
        """The drawing has changed: measure again."""
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.forget()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = int(self.height_for(width)) + 1
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(self.USUAL), 0)  # layouts ask for the height of their width

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(self.LEAST), 0)
