"""One content in two shapes: wide where there is room, narrow where there is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Folding(QWidget):
    """Shows ``wide`` when it fits the width, else what ``make_narrow`` makes once.

    Give a table of many columns and the same cells one below another.
    """

    def __init__(
        self, wide: QWidget, make_narrow: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wide, self._make_narrow = wide, make_narrow
        self._narrow: QWidget | None = None
        self._heights: dict[int, int] = {}
        wide.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def shown(self, width: int) -> QWidget:
        """The shape for a width."""
        if self._wide.minimumSizeHint().width() <= width:
            return self._wide
        if self._narrow is None:
            self._narrow = self._make_narrow()
            self._narrow.setParent(self)
        return self._narrow

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self.shown(width).heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self._wide.sizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        shown = self.shown(self.width())
        for widget in (self._wide, self._narrow):
            if widget is not None:
                widget.setVisible(widget is shown)
        shown.setGeometry(self.rect())
        super().resizeEvent(event)
