"""The bands over and under a pane's page: its controls and its note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counselor_app.ui.parts.scroll import scrolled, thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme


class Band(QWidget):
    """A band with a hairline under (the controls) or over it (the note)."""

    def __init__(self, theme: Theme, parent: QWidget, *, line_under: bool) -> None:
        super().__init__(parent)
        self.theme, self._under = theme, line_under
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.update()

    def edges(self) -> QMargins:
        """What is free around the band's contents."""
        px = self.theme.px
        return QMargins(px(24), px(8), px(24), px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.tokens.window)
        painter.setPen(QPen(self.theme.tokens.line, 1))
        y = self.height() - 1 if self._under else 0
        painter.drawLine(0, y, self.width(), y)


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
        super().restyle()


class ControlsBand(Band):
    """The controls of the page in view; they scroll where they are given too little height."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, line_under=True)
        self._inner = _Inner(self)
        # Without a layout of the band's own, which would answer for its height.
        self._area = scrolled(self._inner, "What the page shows", theme)
        self._area.setParent(self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (self._area.viewport(), self._inner):
            ground.setAutoFillBackground(False)

    def restyle(self) -> None:
        thin_bars(self._area, self.theme)
        super().restyle()

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
