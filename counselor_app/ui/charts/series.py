"""The chips that name the places of a chart."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counselor_app.language import pgettext
from counselor_app.ui.parts.control import Control
from counselor_app.ui.style.theme import Theme


class PlaceChip(Control, QPushButton):
    """A place with its series mark; ``removed`` with its area code when taken away.

    The nation (``series`` 0) stays: it has no cross and takes no focus.
    """

    removed = Signal(str)

    def __init__(
        self, place: str, area: str, series: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme.say(place), parent)
        self.area, self.series = area, series
        self.wear(theme, "place")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if series:
            remove = pgettext("button", "Remove {place}", place=place)
            self.setAccessibleName(remove)
            self.setToolTip(remove)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: self.removed.emit(self.area))
        else:
            self.setAccessibleName(place)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(self.theme.px(150), self.sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.series:
            super().mousePressEvent(event)
