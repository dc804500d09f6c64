"""What the kiosk's screens are made of: large buttons, a dimmed screen with one question on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScroller,
    QScrollerProperties,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counselor_app.language import _
from counselor_app.ui.parts.buttons import Button, Look
from counselor_app.ui.parts.control import Control
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

TARGET = 60
"""The least width and height of what a finger must hit, in pixels."""

TYPES: Mapping[Role, tuple[float, bool]] = {
    "title": (42, True),
    "title2": (30, True),
    "fact": (52, True),
    "fact2": (26, True),
    "heading": (24, True),
    "prose": (22, False),
    "body": (22, False),
    "row": (20, False),
    "caption": (20, False),
}
"""Sizes to be read at arm's length, in pixels at 100 %: none under 20."""


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
        wide = hint.width() + self.theme.px(28)
        return QSize(max(wide, TARGET), max(hint.height(), self.theme.px(TARGET)))


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


class Tile(Control, QPushButton):
    """A large button in which other widgets lie: ``column`` holds them. ``main`` is the one to
    touch. Its height follows what it says, at any text size.
    """

    def __init__(self, theme: Theme, name: str, *, main: bool = False, pad: int = 18) -> None:
        super().__init__()
        self.wear(theme, "main tile" if main else "tile", wraps=True)
        self.setAccessibleName(name)
        self._pad, self._least = pad, TARGET
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.px(4))
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        pad = self.theme.px(self._pad)
        self.column.setContentsMargins(pad, pad * 2 // 3, pad, pad * 2 // 3)
        # A layout asks the layout inside for its height, and keeps to the minimum alone.
        self.setMinimumHeight(max(self.theme.px(self._least), TARGET))
        super().restyle()

    def say(self, words: str, role: Role, tone: str = "text", *, bold: bool = False) -> Prose:
        """A line of words in it."""
        prose = Prose(words, self.theme, role=role, tone=tone, bold=bold)
        self.column.addWidget(prose)
        self._see_through()
        return prose

    def hold(self, layout: QLayout) -> None:
        """Take other widgets in; what touches them touches the tile."""
        self.column.addLayout(layout)
        self._see_through()

    def _see_through(self) -> None:
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # In a button Qt would write every label in the button's own color.
            inside.setForegroundRole(QPalette.ColorRole.WindowText)
            if isinstance(inside, Prose) and inside.wordWrap():
                inside.setMinimumWidth(TARGET)  # a long word breaks rather than widen the screen

    def set_least(self, height: int) -> None:
        """Be so high at the least, at 100 %."""
        self._least = height
        self.restyle()

    def sizeHint(self) -> QSize:
        return self.column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.column.totalMinimumSize()


class Aside(Prose):
    """Words beside buttons: in one line where there is room, else they wrap.

    ``most`` is the width, at 100 %, from which on they always do; 0 for none.
    """

    def __init__(
        self, words: str, theme: Theme, *, tone: str = "text2", bold: bool = False,
        role: Role = "row", most: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(words, theme, role=role, tone=tone, bold=bold)
        self._most = most

    def sizeHint(self) -> QSize:
        lines = self.text().split("\n")
        metrics = self.fontMetrics()
        wide = max(metrics.horizontalAdvance(line) for line in lines) + 2
        if 0 < (most := self.theme.px(self._most)) < wide:
            return QSize(most, self.heightForWidth(most))
        return QSize(wide, metrics.height() * len(lines))


class _Bullet(QFrame):
    """The dot before a line."""

    look = "bullet"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)
        self.setFont(theme.font("prose"))
        self.setFixedWidth(theme.px(14))


def bullet(line: Prose, theme: Theme) -> QLayout:
    """A line of a list, its dot before it."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(14))
    row.addWidget(_Bullet(theme))
    row.addWidget(line, 1)
    return row


class Box(QFrame):
    """A card of words, which does nothing when it is touched."""

    look = "box"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)
        self.column = QVBoxLayout(self)
        pad = theme.px(24)
        self.column.setContentsMargins(pad, theme.px(18), pad, theme.px(20))
        self.column.setSpacing(theme.px(8))

    def say(
        self, words: str, role: Role = "prose", tone: str = "text", *, bold: bool = False
    ) -> Prose:
        """A paragraph."""
        prose = Prose(words, self.theme, role=role, tone=tone, bold=bold)
        self.column.addWidget(prose)
        return prose


class Panel(QFrame):
    """What is asked, raised from the dimmed screen; ``grown`` says that it asks for other room."""

    grown = Signal()
    look = "panel"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, theme)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done


class Overlay(QFrame):
    """One question over a dimmed screen; nothing under it can be touched.

    It lies in ``host`` and is as large; `dismiss` takes it away for good.
    """

    look, heard_as, heard_modal = "dimmed", "dialog", True

    def __init__(self, title: str, theme: Theme, host: QWidget, *, width: int = 720) -> None:
        super().__init__(host)
        dress(self, theme)
        self.theme, self._width = theme, width
        self.setAccessibleName(theme.say(title))
        self.panel = Panel(theme, self)
        self.panel.grown.connect(self._arrange)
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
        prose = Status(words, self.theme, role="prose", bold=bold)
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
