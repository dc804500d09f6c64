"""The bar at the top: menu, client, the session's steps, search, client view, print."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.counsel.chip import ClientChip
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.shell.spine import ClientSwitch, Form, Spine
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

BAR = 56
_GAP, _EDGE, _FIELD, _TALL = 8, 12, 300, 38


class _Shape(NamedTuple):
    """How wide the parts are; ``field`` 0 is the search as an icon."""

    form: Form
    field: int
    bare_switch: bool
    bare_print: bool


_SHAPES = (
    _Shape("full", 300, False, False),
    _Shape("full", 200, False, False),
    _Shape("full", 170, False, True),
    _Shape("names", 0, False, True),
    _Shape("names", 0, True, True),
    _Shape("numbers", 0, False, True),
    _Shape("numbers", 0, True, True),
)
"""From roomy to narrow: counts go first, then the search is an icon, then steps are numbers."""


class Header(QFrame):
    """The bar. ``search_place`` is where the window lays the search field, ``search_bare`` whether
    that is an icon until it has the focus.

    Without a client there are no steps, and the search stands at the left.
    """

    look = "head"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme, say = theme, theme.say
        self.setAccessibleName(say(pgettext("region", "Bar")))
        self.menu = Button(theme, icon="menu", name=pgettext("button", "Menu"))
        self.list = Button(theme, icon="list", name=_("Show the list of occupations"))
        self.list.hide()
        self.client = ClientChip(theme)
        self.spine = Spine(theme)
        self.spine.hide()
        self.switch = ClientSwitch(theme)
        self.switch.hide()
        self.print = Button(
            theme,
            pgettext("button", "Print…"),
            icon="print",
            name=pgettext("button", "Print (Ctrl+P)"),
        )
        for part in (self.menu, self.list, self.client, self.spine, self.switch, self.print):
            part.setParent(self)
        self.session = self.client_view = self.search_bare = False
        self.search_place = QRect()
        self.client.setEnabled(False)
        self.print.setEnabled(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def serve(self) -> None:
        """A pack is open: its buttons work."""
        self.client.setEnabled(True)

    def rest(self) -> None:
        """No pack is open: the buttons rest and do nothing."""
        for button in (self.list, self.client, self.print, self.menu):
            button.clicked.disconnect()
        self.spine.chosen.disconnect()
        self.switch.turned.disconnect()
        for button in (self.client, self.print):
            button.setEnabled(False)
        self.client.show_client("", known=False)
        self.show_session(False, client_view=False)

    def show_session(self, session: bool, *, client_view: bool) -> None:
        """Whether there is a client, and whether the client reads along."""
        self.session, self.client_view = session, client_view
        self.spine.setVisible(session)
        self.switch.setVisible(session)
        self.menu.setVisible(not client_view)
        self.print.setVisible(not client_view)
        self.client.set_opens(not client_view)
        self.switch.show_state(client_view)
        self.arrange()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFixedHeight(self.theme.px(BAR))
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Give every part its place, in the roomiest shape that fits."""
        width, px = self.width(), self.theme.px
        for shape in _SHAPES:
            self._take(shape)
            if self._needed(shape) <= width:
                break
        self.search_bare = self.session and not shape.field
        left, right = px(_EDGE), width - px(_EDGE)
        for part in self._left():
            left = self._put(part, left)
        for part in reversed(self._right()):
            right -= part.sizeHint().width()
            self._put(part, right)
            right -= px(_GAP)
        tall = px(_TALL)
        top = (px(BAR) - tall) // 2
        if self.search_bare:
            self.search_place = QRect(right - tall, top, tall, tall)
        elif self.session:
            wide = min(max(px(shape.field), px(_FIELD)), right - left)
            self.search_place = QRect(right - wide, top, wide, tall)
        else:
            wide = max(min(px(420), right - left), px(120))
            self.search_place = QRect(left, top, wide, tall)

    def step_ends(self, most: int) -> int:
        """Where the last step ends that ends before ``most``; where the steps begin for none."""
        left = self.spine.x()
        ends = [left + one.geometry().right() + 1 for one in self.spine.buttons.values()]
        return max((end for end in ends if end <= most), default=left) + self.theme.px(_GAP)

    def _take(self, shape: _Shape) -> None:
        self.spine.set_form(shape.form)
        self.switch.set_bare(shape.bare_switch)
        self.print.set_bare(shape.bare_print)
        self.client.set_bare(shape.bare_print)

    def _left(self) -> list[QWidget]:
        steps = [self.client, self.spine] if self.session else []
        return [part for part in (self.menu, self.list, *steps) if not part.isHidden()]

    def _right(self) -> list[QWidget]:
        found = [self.switch] if self.session else [self.client]
        return [part for part in (*found, self.print) if not part.isHidden()]

    def _needed(self, shape: _Shape) -> int:
        px, parts = self.theme.px, [*self._left(), *self._right()]
        field = px(shape.field or _TALL) if self.session else px(240)
        return sum(part.sizeHint().width() + px(_GAP) for part in parts) + field + 2 * px(_EDGE)

    def _put(self, part: QWidget, left: int) -> int:
        """Place a part from ``left`` on, in the middle of the height; where the next begins."""
        size = part.sizeHint()
        part.setGeometry(
            left, (self.theme.px(BAR) - size.height()) // 2, size.width(), size.height()
        )
        return left + size.width() + self.theme.px(_GAP)
