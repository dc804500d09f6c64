"""Buttons and the segmented control, drawn from tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QRadioButton, QSizePolicy, QWidget

from counselor_app.ui.parts.drawing import draw_focus
from counselor_app.ui.style.icons import Icon, draw_icon
from counselor_app.ui.style.theme import Role, Theme

Look = Literal["flat", "outlined", "primary", "round"]


class Button(QPushButton):
    """A button of text, an icon, or both; ``name`` is spoken where there is no text."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: Icon | None = None,
        name: str = "",
        look: Look = "flat",
        role: Role = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._icon: Icon | None = icon
        self._look: Look = look
        self._role: Role = role
        self._bare = False
        self.setAccessibleName(name or text)
        if name and name != text:
            self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Show the icon alone (narrow windows, large text)."""
        if bare != self._bare and self._icon:
            self._bare = bare
            if bare:
                self.setToolTip(self.accessibleName())
            self.restyle()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        metrics = QFontMetricsF(self.theme.font(self._role))
        text = "" if self._bare else self.text()
        width = 0.0
        if self._icon:
            width += px(16)
        if text:
            width += metrics.horizontalAdvance(text) + (px(8) if self._icon else 0)
        height = max(px(34), int(metrics.height()) + 8)
        return QSize(int(width) + px(20 if text else 16) + 1, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        color = t.text if self.isEnabled() else t.text3
        if self._look == "primary" and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent)
            painter.drawRoundedRect(rect, px(6), px(6))
            color = t.on_accent
        else:
            framed = self._look in ("outlined", "round")
            painter.setPen(QPen(t.edge, 1) if framed else Qt.PenStyle.NoPen)
            hot = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
            painter.setBrush(t.accent_soft if hot else t.surface)
            radius = rect.height() / 2 if self._look == "round" else px(6)
            if hot or framed:
                painter.drawRoundedRect(rect, radius, radius)
        painter.setFont(self.theme.font(self._role))
        text = "" if self._bare else self.text()
        metrics = QFontMetricsF(painter.font())
        icon = px(16) if self._icon else 0
        gap = px(8) if icon and text else 0
        x = (self.width() - icon - gap - metrics.horizontalAdvance(text)) / 2
        if self._icon:
            top = (self.height() - icon) / 2
            draw_icon(painter, self._icon, QRectF(x, top, icon, icon), color)
        painter.setPen(color)
        middle = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x + icon + gap, middle), text)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)


class _Segment(QRadioButton):
    """One choice of a segmented control."""

    def __init__(self, theme: Theme, text: str, count: str) -> None:
        super().__init__(text)
        self.theme, self._count = theme, count
        self.setAccessibleName(f"{text} {count}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, point: object) -> bool:  # noqa: ARG002
        return True

    def sizeHint(self) -> QSize:
        bold = QFontMetricsF(self.theme.font("row", bold=True))
        plain = QFontMetricsF(self.theme.font("row"))
        width = bold.horizontalAdvance(self.text())
        if self._count:
            width += plain.horizontalAdvance(" " + self._count) + self.theme.px(2)
        return QSize(
            int(width) + self.theme.px(8) + 14, max(self.theme.px(30), int(bold.height()) + 6)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: object) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.theme.tokens
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(t.edge, 1))
            painter.setBrush(t.surface)
            painter.drawRoundedRect(rect, 5, 5)
        font = self.theme.font("row", bold=self.isChecked())
        metrics = QFontMetricsF(font)
        words = metrics.horizontalAdvance(self.text())
        plain = QFontMetricsF(self.theme.font("row"))
        count = plain.horizontalAdvance(" " + self._count) if self._count else 0
        x = (self.width() - words - count) / 2
        y = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        painter.setPen(t.text if self.isChecked() or self.underMouse() else t.text2)
        painter.drawText(QPointF(x, y), self.text())
        if self._count:
            painter.setFont(self.theme.font("row"))
            painter.setPen(t.text3)
            painter.drawText(QPointF(x + words, y), " " + self._count)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)


class SegmentedControl(QWidget):
    """One choice of a few, side by side; arrow keys move the choice. ``chosen`` gives its index.

    An item is its words, or a pair (words, count).
    """

    chosen = Signal(int)

    def __init__(
        self,
        items: Sequence[str | tuple[str, str]],
        theme: Theme,
        name: str,
        *,
        index: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._segments: list[_Segment] = []
        for place, item in enumerate(items):
            text, count = (item, "") if isinstance(item, str) else item
            segment = _Segment(theme, text, count)
            segment.setChecked(place == index)
            segment.toggled.connect(partial(self._toggled, place))
            row.addWidget(segment)
            self._segments.append(segment)
        theme.changed.connect(self.restyle)

    def index(self) -> int:
        """Which item is chosen."""
        return next((i for i, s in enumerate(self._segments) if s.isChecked()), -1)

    def set_index(self, index: int) -> None:
        """Choose an item without emitting ``chosen``."""
        self.blockSignals(True)
        self._segments[index].setChecked(True)
        self.blockSignals(False)

    def _toggled(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(place)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        for segment in self._segments:
            segment.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.tokens.bar)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
