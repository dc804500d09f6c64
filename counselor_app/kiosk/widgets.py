"""What the kiosk's screens are made of: large buttons, a dimmed screen with one question on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScroller,
    QScrollerProperties,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counselor_app.language import _, ngettext
from counselor_app.ui.parts.buttons import Button, Look
from counselor_app.ui.parts.control import Control
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.drawing import break_lines
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.look import dress
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


class RowButton(Control, QPushButton):
    """A wide button with words on the left and a count on the right; filled while it is chosen."""

    look = "wide row"

    def __init__(self, theme: Theme, words: str, *, soft: bool = False) -> None:
        super().__init__(theme.say(words))
        self.soft, self.count = soft, ""
        self.wear(theme, self.look)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_count(self, count: int) -> None:
        """Say how many there are behind it."""
        self.count = f"{count:,}"
        name = ngettext("{choice}, {n} job", "{choice}, {n} jobs", count,
                        choice=self.text(), n=self.count)  # fmt: skip
        self.setAccessibleName(self.theme.say(name))
        self.setEnabled(count > 0)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.theme.font("prose", bold=True))
        width = metrics.horizontalAdvance(self.text() + self.count) + self.theme.px(48)
        return QSize(int(width), max(_HIGH, self.theme.px(50)))

    def minimumSizeHint(self) -> QSize:
        lines = break_lines(self.text(), self.theme.font("prose", bold=True), self.room())
        return QSize(TARGET, max(_HIGH, int(lines.height) + self.theme.px(12)))

    def room(self) -> float:
        """The width of the words."""
        count = QFontMetricsF(self.theme.font("row")).horizontalAdvance(self.count)
        # Before it is laid out it has no width worth breaking at.
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 292
        return max(width - self.theme.px(32) - (count + 8 if count else 0), 40.0)


class Panel(QFrame):
    """What is asked, raised from the dimmed screen."""

    look = "panel"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, theme)


class Overlay(QFrame):
    """One question over a dimmed screen; nothing under it can be touched.

    It lies in ``host`` and is as large; `dismiss` takes it away for good.
    """

    look = "dimmed"

    def __init__(self, title: str, theme: Theme, host: QWidget, *, width: int = 560) -> None:
        super().__init__(host)
        dress(self, theme)
        self.theme, self._width = theme, width
        self.setAccessibleName(theme.say(title))
        self.panel = Panel(theme, self)
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
    overlay.add_button(_("Leave it as it is"), lambda: None)
    overlay.open()
    return overlay
