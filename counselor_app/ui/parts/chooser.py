"""A choice among a few words: side by side where they fit, else behind one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counselor_app.ui.parts.buttons import SegmentedControl
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.style.theme import Theme


class Chooser(QWidget):
    """``name`` says what is chosen; ``chosen`` carries the place of the item."""

    chosen = Signal(int)

    def __init__(self, items: Sequence[str], theme: Theme, name: str) -> None:
        super().__init__()
        self._wide = SegmentedControl(items, theme, name)
        self._narrow = ChoiceButton(items, theme, name)
        for part in (self._wide, self._narrow):
            part.setParent(self)
            part.chosen.connect(self._chosen)
        self._narrow.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def index(self) -> int:
        """Which item is chosen."""
        return self._wide.index()

    def set_index(self, index: int) -> None:
        """Choose an item without emitting ``chosen``."""
        self._wide.set_index(index)
        self._narrow.set_index(index)

    def sizeHint(self) -> QSize:
        return self._wide.sizeHint().expandedTo(QSize(0, self._narrow.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrow.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        fits = self._wide.sizeHint().width() <= self.width()
        self._wide.setVisible(fits)
        self._narrow.setVisible(not fits)
        for part in (self._wide, self._narrow):
            hint = part.sizeHint()
            part.setGeometry(0, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        super().resizeEvent(event)

    def _chosen(self, index: int) -> None:
        self.set_index(index)
        self.chosen.emit(index)
