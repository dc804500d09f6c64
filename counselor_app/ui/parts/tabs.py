"""The tabs of a pane: words with a line under the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from counselor_app.language import pgettext
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

_FITS: tuple[tuple[bool, int, Role], ...] = (
    (False, 30, "body"), (True, 20, "body"), (True, 10, "body"), (True, 10, "row"),
    (True, 8, "caption"),
)  # fmt: skip
"""Short names or not, the room between, the type: from roomy to narrow."""


class Tabs(Speaker, QTabBar):
    """A tab bar; ``titles`` are pairs of a long and a short name, the short used when narrow.

    Where even those have no room the type is smaller: a cut name says nothing.
    """

    look = "tab"
    role: Role = "body"

    def __init__(
        self, titles: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme, self._titles = theme, theme.said(tuple(titles))
        self._short, self._between = False, 30
        self.setAccessibleName(pgettext("part of the window", "Tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for place, (title, _) in enumerate(self._titles):
            self.addTab(title)
            self.setTabToolTip(place, f"Ctrl+{place + 1}")
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._fit()
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._width(self.tabText(index)), self._height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._height())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _gap(self) -> int:
        return self.theme.px(self._between)

    def _width(self, text: str) -> int:
        metrics = QFontMetricsF(self.theme.font(self.role, bold=True))
        return int(metrics.horizontalAdvance(text)) + self._gap()

    def _height(self) -> int:
        return max(self.theme.px(40), self.fontMetrics().height() + 12)

    def _fit(self) -> None:
        room = self.width() or float("inf")
        for self._short, self._between, self.role in _FITS:
            if sum(self._width(names[self._short]) for names in self._titles) <= room:
                break
        self.setFont(self.theme.font(self.role))
        for place, names in enumerate(self._titles):
            self.setTabText(place, names[self._short])
            self.setAccessibleTabName(place, names[0])
