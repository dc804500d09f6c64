"""The tabs of a pane: words with a line under the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from counselor_app.ui.parts.drawing import draw_focus
from counselor_app.ui.style.theme import Theme


class Tabs(QTabBar):
    """A tab bar; ``titles`` are pairs of a long and a short name, the short used when narrow."""

    def __init__(
        self, titles: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._titles = theme, tuple(titles)
        self._short, self._between = False, 30
        self.setAccessibleName("Tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for place, (title, _) in enumerate(titles):
            self.addTab(title)
            self.setTabToolTip(place, f"Ctrl+{place + 1}")
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFont(self.theme.font("body"))
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        t, px = self.theme.tokens, self.theme.px
        for index in range(self.count()):
            chosen = index == self.currentIndex()
            rect = QRectF(self.tabRect(index))
            font = self.theme.font("body", bold=chosen)
            painter.setFont(font)
            painter.setPen(t.text if chosen else t.text2)
            words = rect.adjusted(0, 0, -self._gap(), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                             self.tabText(index))  # fmt: skip
            if chosen:
                width = QFontMetricsF(font).horizontalAdvance(self.tabText(index))
                line = QRectF(rect.left(), rect.bottom() - px(3), width, px(3))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(t.accent)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawRoundedRect(line, 1.5, 1.5)
                if self.hasFocus():
                    draw_focus(painter, QRectF(rect.left() - 1, rect.top() + 3, width + 8,
                                               rect.height() - px(8)), self.theme)  # fmt: skip

    def _gap(self) -> int:
        return self.theme.px(self._between)

    def _width(self, text: str) -> int:
        metrics = QFontMetricsF(self.theme.font("body", bold=True))
        return int(metrics.horizontalAdvance(text)) + self._gap()

    def _height(self) -> int:
        return max(self.theme.px(40), self.fontMetrics().height() + 12)

    def _fit(self) -> None:
        for self._short, self._between in ((False, 30), (True, 20), (True, 10)):
            if sum(self._width(names[self._short]) for names in self._titles) <= self.width():
                break
        if not self.width():
            self._short, self._between = False, 30
        for place, names in enumerate(self._titles):
            self.setTabText(place, names[self._short])
            self.setAccessibleTabName(place, names[0])
