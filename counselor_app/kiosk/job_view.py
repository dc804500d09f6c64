"""One occupation in the kiosk: the window's own pages in one pane."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.kiosk.config import SECTIONS, Section
from counselor_app.kiosk.widgets import BigButton, finger_scrolling
from counselor_app.language import _, pgettext
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.panes import Panes
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

PUT_ON, TAKE_OFF = _("Put on my list"), _("Take off my list")


class JobView(QFrame):
    """The occupation's head and tabs under a row of large buttons."""

    look = "surface"

    back_wanted = Signal()
    starred = Signal(str)
    print_wanted = Signal()
    opened = Signal(str)
    source_requested = Signal(object)
    source_left = Signal()
    matches_wanted = Signal()

    def __init__(
        self, sections: Collection[Section], lookup: Lookup, theme: Theme, *, prints: bool
    ) -> None:
        super().__init__()
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(pgettext("page", "Job")))
        self.back = BigButton(theme, _("Back to the jobs"), icon="back")
        self.star = BigButton(theme, PUT_ON, icon="star")
        self.print = BigButton(theme, _("Print this job"), icon="print")
        self.back.clicked.connect(self.back_wanted)
        self.star.clicked.connect(self._star)
        self.print.clicked.connect(self.print_wanted)
        self.panes = Panes(theme, self)
        pane = self.panes.first
        pane.lookup = lookup
        pane.head.stand_alone()
        for place, section in enumerate(SECTIONS):
            pane.head.tabs.setTabVisible(place, section in sections)
        pane.open_occupation.connect(self._opened)
        pane.source_requested.connect(self.source_requested)
        pane.source_left.connect(self.source_left)
        pane.matches_wanted.connect(self.matches_wanted)
        pane.stack.currentChanged.connect(self._page_shown)
        self._dragged: set[Page] = set()
        if not prints:
            self.print.hide()
        row, px = FlowLayout(theme, (10, 6)), theme.px
        for button in (self.back, self.star, self.print):
            row.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(10), px(24), px(4))
        top.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.panes, 1)
        self._first = next(place for place, section in enumerate(SECTIONS) if section in sections)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self.panes.first.sheet

    def show_sheet(self, sheet: Sheet, *, listed: bool) -> None:
        """Show an occupation, its first tab first."""
        self.panes.first.head.tabs.setCurrentIndex(self._first)
        self.panes.show_sheet(sheet, 0)
        self.set_listed(listed)

    def set_listed(self, listed: bool) -> None:
        """Whether the occupation is on the student's list."""
        self.star.set_icon("starred" if listed else "star")
        self.star.say(TAKE_OFF if listed else PUT_ON)

    def set_client(self, view: ClientView | None) -> None:
        """Show the student's own interests beside the job's."""
        self.panes.set_client(view)

    def _star(self) -> None:
        if self.sheet is not None:
            self.starred.emit(self.sheet.occupation.code)

    def _opened(self, code: str, _beside: bool) -> None:
        self.opened.emit(code)

    def _page_shown(self) -> None:
        page = self.panes.first.stack.currentWidget()
        if isinstance(page, Page) and page not in self._dragged:
            self._dragged.add(page)
            finger_scrolling(page, self.theme)
