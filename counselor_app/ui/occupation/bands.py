"""The bands over and under a pane's page: its controls and its note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counselor_app.language import _
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.scroll import scrolled, thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class Band(QFrame):
    """A band with a hairline under (the controls) or over it (the note)."""

    def __init__(self, theme: Theme, parent: QWidget, *, line_under: bool) -> None:
        super().__init__(parent)
        self.theme, self.look = theme, "head" if line_under else "foot"
        dress(self, theme)
        follow_width(self)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new sizes."""

    def edges(self) -> QMargins:
        """What is free around the band's contents."""
        px = self.theme.px
        return QMargins(px(24), px(8), px(24), px(8))


class NoteBand(Band):
    """A finding that stays in view under the page (rich text)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, line_under=False)
        self.words = Prose("", theme, role="body", rich=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self.restyle()

    def restyle(self) -> None:
        self._column.setContentsMargins(self.edges())


class ControlsBand(Band):
    """The controls of the page in view; they scroll where they are given too little height."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, line_under=True)
        self._inner = _Inner(self)
        # Without a layout of the band's own, which would answer for its height.
        self._area = scrolled(self._inner, _("What the page shows"), theme)
        self._area.setParent(self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (self._area.viewport(), self._inner):
            ground.setAutoFillBackground(False)

    def restyle(self) -> None:
        thin_bars(self._area, self.theme)

    def add(self, controls: QWidget) -> None:
        """Put a page's controls in; one page's are visible at a time."""
        self._inner.rows.addWidget(controls, 0, Qt.AlignmentFlag.AlignVCenter)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges, rows = self.edges(), self._inner.rows
        inside = width - edges.left() - edges.right()
        high = rows.heightForWidth(inside) if rows.hasHeightForWidth() else rows.sizeHint().height()
        return high + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        width = self.theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._area.setGeometry(self.rect().marginsRemoved(self.edges()))
        super().resizeEvent(event)


class _Inner(QWidget):
    """What scrolls in the band, which hears of every change in height."""

    def __init__(self, band: ControlsBand) -> None:
        super().__init__()
        self._band = band
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._band.updateGeometry()
        return super().event(event)
