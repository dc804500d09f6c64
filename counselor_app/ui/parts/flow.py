"""Layouts that follow the width: items flowing into rows, two columns folding into one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import Shiboken

from counselor_app.ui.style.theme import Theme


class _Items(QLayout):
    """The bookkeeping that every layout needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        # Qt makes and deletes items without a word to Python. Where another item stood at this
        # address before, its wrapper comes again, and ends with the layout that it was of: what
        # stands here would be gone, and the program with it.
        address = Shiboken.getCppPointer(item)[0]
        Shiboken.invalidate(item)
        self._items.append(cast("QLayoutItem", Shiboken.wrapInstance(address, type(item))))
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items from the top of ``rect`` if ``move``; the height that they take."""
        raise NotImplementedError


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class FlowLayout(_Items):
    """Items side by side, as many to a row as fit; gaps are 100 % lengths."""

    def __init__(
        self, theme: Theme, gap: tuple[int, int] = (8, 8), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._gap = theme, gap

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at ``place``."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def sizeHint(self) -> QSize:
        gap = self._theme.px(self._gap[0])
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(h.width() for h in hints) + gap * max(len(hints) - 1, 0)
        return QSize(width, max((h.height() for h in hints), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        )

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        return self._flow(self._items, rect, move=move)

    def _flow(
        self, items: Sequence[QLayoutItem], rect: QRect, *, move: bool, ends: bool = False
    ) -> int:
        """Place some of the items, at the right end of their rows if ``ends``; their height."""
        across, down = self._theme.px(self._gap[0]), self._theme.px(self._gap[1])
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), rect.width())
            size = QSize(width, _height(item, width))
            if rows[-1] and used + width > rect.width():
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += width + across
        y = rect.top()
        for row in rows:
            height = max((size.height() for _, size in row), default=0)
            wide = sum(size.width() for _, size in row) + across * (len(row) - 1)
            x = rect.left() + (rect.width() - wide if ends else 0)
            for item, size in row:
                if move:
                    top = y + (height - size.height() + 1) // 2
                    item.setGeometry(QRect(x, top, size.width(), size.height()))
                x += size.width() + across
            y += height + down
        return y - down - rect.top()


class EndsLayout(FlowLayout):
    """Items in a row, those from ``right`` on at its right end; where they do not fit, under the
    others.

    ``elastic`` is the place of an item that takes the room between the ends.
    """

    right = 0
    elastic: int | None = None

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        if self.sizeHint().width() > rect.width():
            left, right = self._items[: self.right], self._items[self.right :]
            high = self._flow(left, rect, move=move)
            gap = self._theme.px(self._gap[1]) if high > 0 else 0
            under = rect.adjusted(0, max(high, 0) + gap, 0, 0)
            return max(high, 0) + gap + max(self._flow(right, under, move=move, ends=True), 0)
        high = self.sizeHint().height()
        for place, x, size in self._places(rect):
            if move:
                top = rect.top() + (high - size.height() + 1) // 2
                self._items[place].setGeometry(QRect(x, top, size.width(), size.height()))
        return high

    def _places(self, rect: QRect) -> list[tuple[int, int, QSize]]:
        gap, found, x = self._theme.px(self._gap[0]), [], rect.left()
        shown = [(i, item.sizeHint()) for i, item in enumerate(self._items) if not item.isEmpty()]
        ends = [size.width() + gap for i, size in shown if i >= self.right]
        for i, size in shown:
            if i == self.elastic:
                size.setWidth(size.width() + rect.width() - self.sizeHint().width())
            if ends and i >= self.right:
                x = max(x, rect.right() + 1 - sum(ends) + gap)
                ends = []
            found.append((i, x, size))
            x += size.width() + gap
        return found


class ColumnsLayout(_Items):
    """Items as columns in a ratio such as 11:9, 60 apart; one under the other when narrow."""

    GAP = 60
    FOLD_BELOW = 860

    def __init__(self, theme: Theme, ratio: tuple[int, ...] = (11, 9)) -> None:
        super().__init__()
        self._theme, self._ratio = theme, ratio

    def folded(self, width: int) -> bool:
        """Whether ``width`` is too narrow for two columns at this text size."""
        return width < self._theme.px(self.FOLD_BELOW - 72)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self._items)
        width += self.GAP * (len(self._items) - 1)
        return QSize(width, max((i.sizeHint().height() for i in self._items), default=0))

    def minimumSize(self) -> QSize:
        return QSize(max((i.minimumSize().width() for i in self._items), default=0), 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        items = self._items
        if len(items) < 2 or self.folded(rect.width()):
            y = rect.top()
            for item in items:
                height = _height(item, rect.width())
                if move:
                    item.setGeometry(QRect(rect.left(), y, rect.width(), height))
                y += height + self._theme.px(24)
            return y - self._theme.px(24) - rect.top()
        gap = self._theme.px(self.GAP)
        room = rect.width() - gap * (len(items) - 1)
        widths = [room * part // sum(self._ratio) for part in self._ratio]
        widths[-1] = room - sum(widths[:-1])
        heights = [_height(item, w) for item, w in zip(items, widths, strict=True)]
        if move:
            x = rect.left()
            for item, width, height in zip(items, widths, heights, strict=True):
                item.setGeometry(QRect(x, rect.top(), width, height))
                x += width + gap
        return max(heights)
