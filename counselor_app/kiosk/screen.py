"""What every screen of a visit is built from: a band above, what scrolls, a band below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from counselor_app.kiosk.widgets import TARGET, BigButton, finger_scrolling
from counselor_app.language import pgettext
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.flow import EndsLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

LARGER = pgettext("button", "Larger text")
SMALLER = pgettext("button", "Smaller text")


class Band(QFrame):
    """Buttons at the left and at the right; in rows where they must be."""

    def __init__(self, theme: Theme, name: str, *, above: bool) -> None:
        super().__init__()
        self.theme = theme
        self.look = "plain head" if above else "plain foot"
        dress(self, theme)
        self.setAccessibleName(theme.say(name))
        follow_width(self)
        self.row = EndsLayout(theme, (12, 8))
        self._edge = QVBoxLayout(self)
        self._edge.addLayout(self.row)
        self._lock = None if above else _Lock(theme, self)
        theme.changed.connect(self.restyle)
        self.restyle()

    def add(self, *widgets: QWidget) -> None:
        """Put them at the left."""
        for widget in widgets:
            self.row.insert(self.row.right, widget)
            self.row.right += 1

    def add_right(self, *widgets: QWidget) -> None:
        """Put them at the right."""
        for widget in widgets:
            self.row.addWidget(widget)

    def has_room(self, wide: int) -> bool:
        """Whether so much more stands in one row with what is shown."""
        edges = self._edge.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        return self.row.sizeHint().width() + self.theme.px(12) + wide <= room

    def restyle(self) -> None:
        """Take the theme's new sizes, with room for the lock in the corner."""
        px = self.theme.px
        lock = lock_side(self.theme) - px(12) if self._lock else 0
        self._edge.setContentsMargins(px(32), px(11), px(32) + lock, px(11))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lock is not None:
            side = lock_side(self.theme)
            self._lock.setGeometry(self.width() - side, self.height() - side, side, side)


class SizeButton(BigButton):
    """Larger text, or as it was; ``usual`` is the size that the kiosk has for everybody."""

    def __init__(self, theme: Theme, usual: float) -> None:
        self._usual = usual
        super().__init__(theme, "")
        self.restyle()

    def restyle(self) -> None:
        self.say(SMALLER if self.theme.scale > self._usual else LARGER)
        super().restyle()


class _Lock(QFrame):
    """The corner that is held."""

    look = "lock"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Screen(QFrame):
    """``head`` and ``foot`` stay; ``column`` is what a finger drags when it is longer."""

    look = "window"

    def __init__(self, theme: Theme, name: str, *, headed: bool = True) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)
        self.setAccessibleName(theme.say(name))
        self.list: BigButton | None = None
        """The button to the student's list, where there is one."""
        self.about: str = ""
        """The releases that the figures here are from."""
        self._pinned: QLayout | None = None
        self.head = Band(theme, name, above=True)
        self.foot = Band(theme, name, above=False)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(theme.say(name))
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(body)
        body.setAutoFillBackground(False)
        finger_scrolling(self.area, theme)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.foot)
        self.head.setVisible(headed)
        theme.changed.connect(self._margins)
        self._margins()

    def lay_out(self) -> None:
        """Give what scrolls its room now: a resized screen does so only after it has told."""
        outer = self.layout()
        if outer is not None:
            outer.setGeometry(self.contentsRect())

    def pin(self, layout: QLayout) -> None:
        """Keep it in sight between what scrolls and the foot."""
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertLayout(outer.count() - 1, layout)
        self._pinned = layout
        self._margins()

    def take_size(self, button: QWidget) -> None:
        """Put the button for larger text where it is looked for."""
        self.foot.add_right(button)

    def title(self, words: str) -> Prose:
        """What the screen is, at the left of the band above."""
        made = Prose(words, self.theme, role="fact2", wrap=False)
        self.head.add(made)
        return made

    def button(self, words: str, icon: str = "", *, primary: bool = False) -> BigButton:
        """A large button for one of the bands."""
        return BigButton(
            self.theme, words, icon=icon or None,  # type: ignore[arg-type]
            look="primary" if primary else "outlined",
        )  # fmt: skip

    def say(self, words: str, role: str = "prose", tone: str = "text") -> Prose:
        """Words in what scrolls."""
        prose = Prose(words, self.theme, role=role, tone=tone)  # type: ignore[arg-type]
        self.column.addWidget(prose)
        return prose

    def let_wrap(self) -> None:
        """Let long texts wrap to any width: Qt asks for a wide label where one is long."""
        body = self.area.widget()
        for words in body.findChildren(Prose) if body else ():
            if words.wordWrap():
                words.setMinimumWidth(TARGET)

    def note(self) -> None:
        """Say under cards what they are from, where that is known."""
        if self.about:
            self.say(self.about, "caption", "text2")

    def clear(self) -> None:
        """Take everything out of what scrolls."""
        body = QWidget()
        self.column = QVBoxLayout(body)
        self._margins()
        self.area.setWidget(body)  # which deletes the one before
        body.setAutoFillBackground(False)
        self.area.verticalScrollBar().setValue(0)

    def _margins(self) -> None:
        px = self.theme.px
        self.column.setContentsMargins(px(32), px(14), px(32), px(14))
        self.column.setSpacing(px(12))
        if self._pinned is not None:
            self._pinned.setContentsMargins(px(32), px(4), px(32), px(14))


def lock_side(theme: Theme) -> int:
    """The side of the corner that is held for three seconds to be asked for the PIN."""
    return max(60, theme.px(56))
