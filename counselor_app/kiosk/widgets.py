"""What the kiosk's screens are made of: large buttons, a dimmed screen with one question on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QScroller,
    QScrollerProperties,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counselor_app.ui.parts.buttons import Button, Look
from counselor_app.ui.parts.drawing import break_lines, draw_focus, draw_lines
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.theme import Theme

TARGET = 44
"""The least width and height of what a finger must hit, in pixels."""
_HIGH = 52


class BigButton(Button):
    """A button for fingers."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        icon: Icon | None = None,
        look: Look = "outlined",
        name: str = "",
    ) -> None:
        super().__init__(theme, words, icon=icon, look=look, role="prose", name=name)
        self.setAutoDefault(False)

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = hint.width() + self.theme.px(16)
        return QSize(max(wide, TARGET), max(hint.height(), _HIGH, self.theme.px(46)))


def finger_scrolling(area: QAbstractScrollArea, theme: Theme) -> None:
    """Let a finger, or the mouse, drag what ``area`` shows; without an elastic end."""
    thin_bars(area, theme)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
    scroller = QScroller.scroller(area.viewport())
    wanted = scroller.scrollerProperties()
    metric, off = QScrollerProperties.ScrollMetric, QScrollerProperties.OvershootPolicy
    for name in (metric.VerticalOvershootPolicy, metric.HorizontalOvershootPolicy):
        wanted.setScrollMetric(name, off.OvershootAlwaysOff)
    scroller.setScrollerProperties(wanted)


class RowButton(QAbstractButton):
    """A wide button with words on the left and a count on the right; filled while it is chosen."""

    def __init__(self, theme: Theme, words: str, *, soft: bool = False) -> None:
        super().__init__()
        self.theme, self._soft, self._count = theme, soft, ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_count(self, count: int) -> None:
        """Say how many there are behind it."""
        self._count = f"{count:,}"
        self.setAccessibleName(f"{self.text()}, {self._count} jobs")
        self.setEnabled(count > 0)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.theme.font("prose", bold=True))
        width = metrics.horizontalAdvance(self.text() + self._count) + self.theme.px(48)
        return QSize(int(width), max(_HIGH, self.theme.px(50)))

    def minimumSizeHint(self) -> QSize:
        lines = break_lines(self.text(), self.theme.font("prose", bold=True), self._room())
        return QSize(TARGET, max(_HIGH, int(lines.height) + self.theme.px(12)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self.theme.tokens, self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        filled = chosen and not self._soft
        painter.setPen(QPen(t.accent if chosen else t.edge if self.isEnabled() else t.line, 1))
        painter.setBrush(t.accent if filled else t.accent_soft if chosen else t.surface)
        painter.drawRoundedRect(rect, px(8), px(8))
        color = t.on_accent if filled else t.accent if chosen else t.text
        color = color if self.isEnabled() else t.text3
        font = self.theme.font("prose", bold=filled)
        painter.setFont(font)
        lines = break_lines(self.text(), font, self._room())
        top = (self.height() - lines.height) / 2
        side = px(16)
        area = QRectF(side, top, self.width() - 2 * side, lines.height)
        align = Qt.AlignmentFlag.AlignLeft if self._count else Qt.AlignmentFlag.AlignHCenter
        draw_lines(painter, lines, area, color, align=align)
        painter.setPen(t.on_accent if filled else t.text2)
        painter.setFont(self.theme.font("row"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         self._count)  # fmt: skip
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _room(self) -> float:
        count = QFontMetricsF(self.theme.font("row")).horizontalAdvance(self._count)
        # Before it is laid out it has no width worth breaking at.
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 292
        return max(width - self.theme.px(32) - (count + 8 if count else 0), 40.0)


class Overlay(QWidget):
    """One question over a dimmed screen; nothing under it can be touched.

    It lies in ``host`` and is as large; `dismiss` takes it away for good.
    """

    def __init__(self, title: str, theme: Theme, host: QWidget, *, width: int = 560) -> None:
        super().__init__(host)
        self.theme, self._width = theme, width
        self.setAccessibleName(title)
        self.panel = QFrame(self)
        self.panel.setAutoFillBackground(False)
        self.column = QVBoxLayout(self.panel)
        px = theme.px
        self.column.setContentsMargins(px(28), px(24), px(28), px(24))
        self.column.setSpacing(px(12))
        self.heading = Prose(title, theme, role="title2")
        self.column.addWidget(self.heading)
        self.first: QWidget | None = None
        self.setGeometry(host.rect())

    def say(self, words: str, *, bold: bool = False) -> Prose:
        """A paragraph."""
        prose = Prose(words, self.theme, role="prose", bold=bold)
        self.column.addWidget(prose)
        return prose

    def add_button(self, words: str, run: Callable[[], object], *, primary: bool = False) -> Button:
        """A button over the whole width; it takes the overlay away, then acts."""
        button = BigButton(self.theme, words, look="primary" if primary else "outlined")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._act(run))
        self.column.addWidget(button)
        self.first = self.first or button
        return button

    def open(self) -> None:
        """Show it, with the focus on its first button."""
        self._arrange()
        self.show()
        self.raise_()
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.deleteLater()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), self.theme.tokens
        painter.fillRect(self.rect(), QColor(0, 0, 0, 150))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.edge, 1))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.panel.geometry()), 12, 12)

    def _act(self, run: Callable[[], object]) -> None:
        self.dismiss()
        run()

    def _arrange(self) -> None:
        host = self.parentWidget()
        if host is not None and self.size() != host.size():
            self.setGeometry(host.rect())
        width = min(self.theme.px(self._width), self.width() - 32)
        self.column.activate()
        height = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0
        height = max(height, self.column.sizeHint().height() if not height else 0)
        height = min(height, self.height() - 16)
        self.panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2,
                               width, height)  # fmt: skip


def row_of(theme: Theme, *widgets: QWidget, gap: int = 10) -> QHBoxLayout:
    """Widgets side by side."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(gap))
    for widget in widgets:
        row.addWidget(widget)
    return row


def choose_one(
    title: str, items: Sequence[str], theme: Theme, host: QWidget, chosen: Callable[[int], object]
) -> Overlay:
    """Ask for one of a few items."""
    overlay = Overlay(title, theme, host)
    for place, words in enumerate(items):
        overlay.add_button(words, partial(chosen, place))
    overlay.add_button("Leave it as it is", lambda: None)
    overlay.open()
    return overlay


def draw_lock(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A padlock."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.width() / 16
    pen = QPen(color, 1.4 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = rect.left(), rect.top()
    painter.drawRoundedRect(QRectF(x + 2.5 * unit, y + 7 * unit, 11 * unit, 7.5 * unit), unit, unit)
    painter.drawArc(QRectF(x + 4.5 * unit, y + 1.5 * unit, 7 * unit, 8 * unit), 0, 180 * 16)
    painter.drawLine(QPointF(x + 4.5 * unit, y + 5.5 * unit), QPointF(x + 4.5 * unit, y + 7 * unit))
    painter.drawLine(
        QPointF(x + 11.5 * unit, y + 5.5 * unit), QPointF(x + 11.5 * unit, y + 7 * unit)
    )
