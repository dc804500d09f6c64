"""The main window: header, sidebar, one or two occupations, footer.

The first frame holds the search field alone, on the window's grounds; `furnish` brings the rest
right after it. Modules needed for that frame do not import ``Qt`` (its 130 enums take a
fifth of a bare window's start), dataclasses or the domain: they use them inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from counselor_app.ui.parts.host import Host, Panel
from counselor_app.ui.shell.layers import Veil
from counselor_app.ui.shell.search_field import SearchField
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from counselor_app.ui.shell.content import Content
    from counselor_app.ui.shell.frame import Footer
    from counselor_app.ui.shell.header import Header
    from counselor_app.ui.shell.message_bar import MessageBar
    from counselor_app.ui.shell.welcome import Welcome

SIZE = (1440, 900)
SMALLEST = (640, 480)
_BAR, _FOOTER, _SIDEBAR = 56, 30, 316
_TYPED = 250  # the least width of the field while one types, where it is an icon else


class Ground(QFrame):
    """The ground of the left side, in the first frame of the whole window."""

    look = "left"


class MainWindow(Host):
    """Header, sidebar, middle and footer, laid out by hand; the keyboard's entry point.

    ``header``, ``footer`` and ``welcome`` exist after `furnish`.
    """

    first_painted = Signal()
    closing = Signal()
    covered = Signal(bool)
    beside_changed = Signal()
    heard_as = "window"
    list_width = notes_width = 0  # in pixels at 100 % text; 0 for what they want
    header: Header
    footer: Footer
    welcome: Welcome

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.content: Content | None = None
        self.over: QWidget | None = None
        self.beside: Panel | None = None
        self.cover: QWidget | None = None
        self.bar: MessageBar | None = None
        self.furnished = self._drawer_open = False
        self._veil = Veil(self)
        self.setWindowTitle("Counselor")
        self.setAccessibleName("Counselor")
        # Grounds in the colors of what comes; painting them here would bring in `Qt`.
        self._ground = Ground(self)
        self._ground.setAutoFillBackground(True)
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Window, theme.tokens.window)
        self._ground.setPalette(palette)
        self._middle = QWidget(self)
        self._middle.setAutoFillBackground(True)
        self.search = SearchField(theme, self)
        self.search.first_painted.connect(self.first_painted)
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.search.setFocus()
        theme.changed.connect(self._restyle)

    def furnish(self) -> None:
        """Add header, footer and welcome page, after the first frame."""
        from counselor_app.ui.parts.heard import be_heard
        from counselor_app.ui.style.icons import program_icon
        from counselor_app.ui.style.look import dress
        from counselor_app.ui.style.theme import load_semibold

        load_semibold()
        self.theme.follow_system()
        self.setWindowIcon(program_icon())
        be_heard()
        self._add_parts()
        dress(self._ground, self.theme)
        self._middle.deleteLater()
        self.search.raise_()
        self.search.furnish()
        self.furnished = True
        self.arrange()

    def speak(self) -> None:
        """Say what is always there anew, in the language of the theme; the pack must be out."""
        self.unsay()
        for part in (self.header, self.footer, self.welcome):
            part.setParent(None)
            part.deleteLater()
        self._add_parts()
        self.search.speak()
        self.search.raise_()
        self.arrange()

    def _add_parts(self) -> None:
        from counselor_app.ui.shell.frame import Footer
        from counselor_app.ui.shell.header import Header
        from counselor_app.ui.shell.welcome import Welcome

        self.header = Header(self.theme, self)
        self.footer = Footer(self.theme, self)
        self.welcome = Welcome(self.theme, self)
        for part in (self.header, self.footer, self.welcome):
            part.show()

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar has its own place beside the panes (else it slides over them).

        In a session the pages have the whole width; the list comes with the search.
        """
        if self.content is None:
            return True
        if self.header.session:
            return False
        return self._spare() >= self.content.sidebar.wanted_width()

    @property
    def notes_beside(self) -> bool:
        """Whether the notes have their own place beside the panes (else they lie over them)."""
        return self._notes_width() > 0

    @property
    def drawer_open(self) -> bool:
        """Whether the sidebar lies over the panes now."""
        return self._drawer_open and not self.sidebar_shown

    def use(self, content: Content) -> None:
        """Fill the window with an opened pack's sidebar and panes."""
        self.retire()
        self.content = content
        self.welcome.invite()
        content.sidebar.show()
        self.arrange()

    def retire(self) -> None:
        """Take the opened pack out of the window again."""
        if self.content is not None:
            self.content.dispose()
            self.content = None
            self.welcome.show()
            self.arrange()

    def say(
        self,
        message: str,
        action: tuple[str, Callable[[], object]] | None = None,
        *,
        problem: bool = True,
        saved: Path | None = None,
    ) -> None:
        """Show the message bar: what went wrong, or else just what was done or can be done.

        ``saved`` is a file that was just saved: it can be opened from there.
        """
        from counselor_app.ui.parts.news import tell
        from counselor_app.ui.shell.message_bar import MessageBar

        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = MessageBar(message, self.theme, action, self, problem=problem, saved=saved)
        self.bar.close_button.clicked.connect(self.arrange)
        self.bar.show()
        self.arrange()
        tell(self, self.bar.accessibleName())

    def undo(self) -> bool:
        """Take back what the message offers to undo; False when it offers nothing."""
        bar = self.bar
        if bar is None or bar.isHidden() or bar.action is None:
            return False
        bar.action.click()
        return True

    def unsay(self) -> None:
        """Take the message bar away."""
        if self.bar is not None:
            self.bar.hide()
            self._veil.forget(self.bar)
            self.arrange()

    def lay_over(self, page: QWidget | None) -> None:
        """Show a page over the middle of the window; None takes it away."""
        self.over = page
        self.arrange()

    def lay_beside(self, panel: Panel | None) -> None:
        """Show a panel at the right edge; None takes it away."""
        self.beside = panel
        self.arrange()
        self.beside_changed.emit()

    def lay_cover(self, cover: QWidget | None) -> None:
        """Cover the whole window, keys resting; None uncovers it."""
        self.cover = cover
        self.covered.emit(cover is not None)
        self.arrange()

    def settle_popover(self) -> None:
        """Close what is pointed out of a figure, before something else opens."""
        if self.content is not None:
            self.content.popovers.close()

    def focus_page(self) -> None:
        """Give the keyboard to what is in the middle: the page, or the first occupation."""
        from counselor_app.ui.shell.focus import focusable

        if self.over is not None:
            next(focusable(self.over), self.over).setFocus()
        elif self.content is not None:
            self.content.panes.first.head.setFocus()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus()

    def set_drawer(self, shown: bool) -> None:
        """Slide the sidebar over the panes, or away, where it has no place of its own."""
        if shown != self._drawer_open:
            self._drawer_open = shown
            self.arrange()

    def arrange(self) -> None:
        """Give every part its place."""
        px, width, height = self.theme.px, self.width(), self.height()
        top, bottom = px(_BAR), px(_FOOTER)
        sidebar = self.content.sidebar if self.content is not None else None
        room = self._list_width() if sidebar is not None else px(_SIDEBAR)
        if not self.furnished:
            self.search.setGeometry(px(58), px(9), min(px(420), width - px(230)), px(38))
            self._ground.setGeometry(0, 0, width, height)
            self._middle.setGeometry(room, top, width - room, height - top - bottom)
            return
        own = self.sidebar_shown
        if own:  # a drawer is opened by hand, never because a place was lost
            self._drawer_open = False
        self._ground.setGeometry(0, top, room, height - top)  # where nothing lies on it
        self.header.list.setVisible(not own and not self.header.session)
        self.header.setGeometry(0, 0, width, top)
        self.arrange_bar()
        self.footer.setGeometry(0, height - bottom, width, bottom)
        left = room if own else 0
        if self.bar is not None and not self.bar.isHidden():
            high = self.bar.heightForWidth(width - left)
            self.bar.setGeometry(left, top, width - left, high)
        below = top + (self.bar.height() if self.bar and not self.bar.isHidden() else 0)
        if sidebar is not None:
            over = below if self.header.session else top  # else it stands beside the message
            sidebar.setFixedWidth(room)
            sidebar.setGeometry(0, over, room, height - over - bottom)
            sidebar.setVisible(own or self._drawer_open)
        top = below
        notes, beside = self.beside, self._notes_width()
        if notes is not None:
            wide = beside or min(notes.wanted_width(), width)
            notes.setGeometry(width - wide, top, wide, height - top - bottom)
        middle = QRect(left, top, width - left - beside, height - top - bottom)
        self.welcome.setGeometry(middle)
        if self.content is not None:
            self._arrange_content(middle, own=own)
        self._veil.drop(self._layers())
        self.arranged.emit()

    def _layers(self) -> list[QWidget | None]:
        """What can lie over what, from below upwards."""
        panes = self.content.panes if self.content is not None else None
        sidebar = self.content.sidebar if self.content is not None else None
        bars = [self.header, self.search, self.footer, self.bar]
        return [self.welcome, panes, self.over, self.beside, sidebar, *bars, self.cover]

    def _arrange_content(self, middle: QRect, *, own: bool) -> None:
        """The panes, and what lies over them from below upwards."""
        content = self.content
        assert content is not None
        content.panes.setGeometry(middle)
        empty = content.panes.isHidden() and not self._veil.hides(content.panes)
        self.welcome.setVisible(empty and self.over is None)
        for part, place in ((self.over, middle), (self.cover, self.rect())):
            if part is not None:
                part.setGeometry(place)
        under, above = (content.sidebar, None) if own else (None, content.sidebar)
        self._stack(under, self.over, self.beside, above, self.search, self.cover)

    def _stack(self, *parts: QWidget | None) -> None:
        """Lay parts over all else, from below upwards; what lies so already is not drawn anew."""
        from counselor_app.ui.parts.divider import Divider  # over all of them, wherever it is

        wanted = [part for part in parts if part is not None]
        lie = [one for one in self.children() if isinstance(one, QWidget) and not one.isWindow()]
        lie = [one for one in lie if not isinstance(one, Divider)]
        for part in wanted if lie[-len(wanted) :] != wanted else ():
            part.raise_()

    def arrange_bar(self) -> None:
        """Place the parts of the bar; a search that is an icon grows over whole steps in typing."""
        self.header.arrange()
        place = QRect(self.header.search_place)
        if self.header.search_bare and (self.search.hasFocus() or self.search.text()):
            place.setLeft(self.header.step_ends(place.right() + 1 - self.theme.px(_TYPED)))
        self.search.setGeometry(place)

    def regions(self) -> list[QWidget]:
        """The parts that can be seen now, in the order in which F6 walks them."""
        parts: list[QWidget | None] = [
            self.search,
            self.header if self.furnished else None,
            self.bar,
        ]
        if self.content is not None:
            panes = self.content.panes
            under = [*(part for pane in panes.panes for part in pane.widgets()), panes.knob]
            parts += [self.content.sidebar, *([self.over] if self.over else under), self.beside]
        if self.furnished:
            parts += [None if self.over else self.welcome, self.footer]
        return [part for part in parts if part is not None and part.isVisible()]

    def overlay(self) -> QWidget | None:
        """What lies over the window and keeps the focus: a cover, or the pinned popover."""
        if self.cover is not None:
            return self.cover
        shown = self.content.popovers.shown if self.content is not None else None
        return shown if shown is not None and shown.request.pinned else None

    def focusNextPrevChild(self, forward: bool) -> bool:
        from counselor_app.ui.shell.focus import move_focus

        return move_focus(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from counselor_app.ui.shell.focus import asks_for_help, type_into_search

        if asks_for_help(event):
            self.help_wanted.emit()
        elif not type_into_search(self.search, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.content is not None and not self.content.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _notes_width(self) -> int:
        """The room of the notes beside the panes; 0 without them, or where they lie over."""
        notes = self.beside
        if self.content is None or notes is None:
            return 0
        room = self.width() - self.content.wanted_width()
        wide = notes.wanted_width()
        if self.notes_width and room >= wide:
            wide = min(self.theme.px(self.notes_width), room)
        return wide if room >= wide else 0

    def _spare(self) -> int:
        """What the panes and the notes leave of the width."""
        assert self.content is not None
        return self.width() - self._notes_width() - self.content.wanted_width()

    def _list_width(self) -> int:
        """As wide as the list was made, where the panes leave that much; else what it wants."""
        assert self.content is not None
        wanted, spare = self.content.sidebar.wanted_width(), self._spare()
        if not self.list_width or self.header.session or spare < wanted:
            return wanted
        return min(self.theme.px(self.list_width), spare)

    def _restyle(self) -> None:
        QApplication.setPalette(self.theme.palette())
        if self.bar is not None:
            self.bar.restyle()  # before its height is asked for
        self.arrange()
        self.update()
