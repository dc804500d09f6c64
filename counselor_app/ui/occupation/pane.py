"""One occupation: its head, its tab's controls, its pages, its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counselor_app.language import pgettext
from counselor_app.ui.occupation.bands import ControlsBand, NoteBand
from counselor_app.ui.occupation.head import PaneHead, Room
from counselor_app.ui.occupation.page import Beside, Page
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.parts.news import tell
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.session.client import ClientView
    from counselor_app.ui.state.lookup import Lookup


class Pane(QObject):
    """The widgets of one occupation, which `Panes` puts into its grid.

    Pages are made when their tab is first shown.
    """

    tab_chosen = Signal(int)
    options_changed = Signal(int, object)
    open_occupation = Signal(str, bool)
    source_requested = Signal(object)
    source_left = Signal()
    place_wanted = Signal(str)
    place_removed = Signal(str)
    matches_wanted = Signal()
    rating_wanted = Signal()
    values_wanted = Signal()
    told_wanted = Signal(str)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self.theme = theme
        self.sheet: Sheet | None = None
        self.beside: Beside | None = None
        self.client: ClientView | None = None
        self.lookup: Lookup | None = None
        self._scant, self._client_view = False, False
        self.head = PaneHead([(page.title, page.short_title) for page in PAGES], theme, host)
        self.strip = ControlsBand(theme, host)
        self.stack = QStackedWidget(host)
        self.stack.setAccessibleName(theme.say(pgettext("part of the window", "Page")))
        self.note = NoteBand(theme, host)
        self._pages: dict[int, Page] = {}
        self._strips: dict[int, QWidget | None] = {}
        self.head.home = lambda: self.lookup.home if self.lookup is not None else ""
        self.head.tabs.currentChanged.connect(self._tab_changed)
        self.head.source_requested.connect(self.source_requested)
        self.head.source_left.connect(self.source_left)

    @property
    def tab(self) -> int:
        """Which tab is shown."""
        return self.head.tabs.currentIndex()

    def page(self) -> Page:
        """The page shown, made if need be."""
        return self._page(self.tab)

    def widgets(self) -> tuple[QWidget, ...]:
        """The pane's widgets from top to bottom."""
        return (self.head, self.head.bar, self.strip, self.stack, self.note)

    def set_room(self, room: Room) -> None:
        """Take how much height there is: head and note give way to the page where it is scant."""
        self.head.set_room(room)
        if (room == "scant") != self._scant:
            self._scant = room == "scant"
            for page in self._pages.values():
                page.set_note_inside(self._scant)
            self._show_note()

    def set_sheet(self, sheet: Sheet, beside: Beside | None) -> None:
        """Show an occupation; only the page in view is filled."""
        self.sheet, self.beside = sheet, beside
        self.head.set_sheet(sheet)
        self._show_page()

    def set_beside(self, beside: Beside | None) -> None:
        """Take what the other, linked pane shows now."""
        if beside != self.beside:
            self.beside = beside
            self._show_page()

    def set_client(self, client: ClientView | None) -> None:
        """Take another client, or none."""
        self.client = client
        self.head.set_client(client)
        self._show_page()

    def set_client_view(self, on: bool) -> None:
        """Hide what is the counselor's alone, while the client reads along."""
        self._client_view = on
        self.head.set_client_view(on)
        for page in self._pages.values():
            page.set_client_view(on)

    def set_tab(self, tab: int) -> None:
        """Show another tab without telling the linked pane."""
        self.head.options.setChecked(False)
        self.head.tabs.blockSignals(True)
        self.head.tabs.setCurrentIndex(tab)
        self.head.tabs.blockSignals(False)
        self._show_page()

    def options_of(self, tab: int) -> object | None:
        """What is chosen on a tab, None where it was never opened."""
        page = self._pages.get(tab)
        return page.options if page is not None else None

    def set_options(self, tab: int, options: object) -> None:
        """Take the linked pane's choice of sort, filter and the like."""
        self._page(tab).set_options(options)
        self._show_note()

    def has_strip(self) -> bool:
        """Whether the page in view has controls."""
        return self._strips.get(self.tab) is not None

    def _tab_changed(self, tab: int) -> None:
        self.head.options.setChecked(False)
        if self.sheet is not None:
            self._show_page()
            if not self.head.tabs.hasFocus():
                tell(self.stack, self.theme.say(PAGES[tab].title))
        self.tab_chosen.emit(tab)

    def _page(self, tab: int) -> Page:
        page = self._pages.get(tab)
        if page is None:
            page = PAGES[tab](self.theme)
            page.lookup = self.lookup
            page.note_inside, page.client_view = self._scant, self._client_view
            thin_bars(page, self.theme)
            self.theme.changed.connect(lambda page=page: thin_bars(page, self.theme))
            page.open_occupation.connect(self.open_occupation)
            page.source_requested.connect(self.source_requested)
            page.source_left.connect(self.source_left)
            page.place_wanted.connect(self.place_wanted)
            page.place_removed.connect(self.place_removed)
            page.matches_wanted.connect(self.matches_wanted)
            page.rating_wanted.connect(self.rating_wanted)
            page.values_wanted.connect(self.values_wanted)
            page.told_wanted.connect(self.told_wanted)
            page.options_changed.connect(lambda options: self._options(tab, options))
            strip = page.make_strip()
            if strip is not None:
                self.strip.add(strip)
            self._strips[tab], self._pages[tab] = strip, page
            self.stack.addWidget(page)
        return page

    def _options(self, tab: int, options: object) -> None:
        self._show_note()
        self.options_changed.emit(tab, options)

    def _show_page(self) -> None:
        if self.sheet is None:
            return
        page = self.page()
        self.stack.setCurrentWidget(page)
        for tab, strip in self._strips.items():
            if strip is not None:
                strip.setVisible(tab == self.tab)
        old = page.client is not self.client
        if old or page.sheet is not self.sheet or page.beside != self.beside:
            page.client = self.client
            page.set_sheet(self.sheet, self.beside)
        self._show_note()

    def _show_note(self) -> None:
        text = self.page().note()
        self.note.words.setText(text)
        self.note.setVisible(bool(text) and not self._scant)
