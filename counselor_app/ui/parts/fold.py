"""Contents that take another shape where there is little room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counselor_app.ui.parts.control import follow_width


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
        follow_width(self)

    def shown(self, width: int) -> QWidget:
        """The shape for a width."""
        if self._wide.minimumSizeHint().width() <= width:
            return self._wide
        if self._narrow is None:
            self._narrow = self._make_narrow()
            self._narrow.setParent(self)
        return self._narrow

    def forget(self) -> None:
        """The contents have changed: measure again."""
        self._heights.clear()
        self.updateGeometry()

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


class Ends(QWidget):
    """Two widgets at the ends of a line; one under the other where they do not fit."""

    def __init__(
        self, left: QWidget, right: QWidget, gap: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._left, self._right, self._gap = left, right, gap
        left.setParent(self)
        right.setParent(self)
        follow_width(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        one, other = self._left.sizeHint(), self._right.sizeHint()
        if self._fits(width):
            return max(one.height(), other.height())
        return one.height() + self._gap + other.height()

    def sizeHint(self) -> QSize:
        one, other = self._left.sizeHint(), self._right.sizeHint()
        return QSize(one.width() + self._gap + other.width(), max(one.height(), other.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._left.sizeHint().width(), self._right.sizeHint().width()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Place both; call when one has changed its size."""
        one, other = self._left.sizeHint(), self._right.sizeHint()
        if self._fits(self.width()):
            middle = self.height() // 2
            self._left.setGeometry(0, middle - one.height() // 2, one.width(), one.height())
            x = self.width() - other.width()
            self._right.setGeometry(x, middle - other.height() // 2, other.width(), other.height())
        else:
            self._left.setGeometry(0, 0, one.width(), one.height())
            self._right.setGeometry(0, one.height() + self._gap, other.width(), other.height())

    def _fits(self, width: int) -> bool:
        return self.sizeHint().width() <= width
