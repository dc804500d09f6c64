"""What one does with an open pack: find, open, put beside, list, ask for sources."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from counselor_app.domain.figures.wording import vintages
from counselor_app.domain.occupation.search import Hit
from counselor_app.errors import UserError
from counselor_app.settings import Settings, save
from counselor_app.store.listing import occupations
from counselor_app.store.reference import DamagedPackError, Pack
from counselor_app.store.search import search
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.caseload.desk import WorkspaceDesk
from counselor_app.ui.counsel.desk import ClientDesk
from counselor_app.ui.occupation.compare_desk import CompareDesk
from counselor_app.ui.occupation.lookup import Lookup
from counselor_app.ui.occupation.panes import PANE_WIDTH, Panes
from counselor_app.ui.occupation.place_desk import PlaceDesk
from counselor_app.ui.printing.desk import PrintDesk
from counselor_app.ui.shell.commands import Commands
from counselor_app.ui.shell.popovers import Popovers
from counselor_app.ui.shell.sidebar import LIMIT, Sidebar

if TYPE_CHECKING:
    from counselor_app.domain.occupation.plain_words import Wording
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.caseload.notes import NotesPane
    from counselor_app.ui.occupation.pane import Pane
    from counselor_app.ui.shell.window import MainWindow

_KEPT_SHEETS = 12


class Desk(QObject):
    """Joins pack, sidebar and panes in a window; ``commands`` are what its keys do.

    ``damaged`` says that the pack cannot be read on; the window's owner offers to rebuild it.
    """

    damaged = Signal(str)
    shortlist_changed = Signal()

    def __init__(
        self, pack: Pack, window: MainWindow, settings: Settings, folder: Path,
        clients_file: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.pack, self.window_, self.settings = pack, window, settings
        self.folder = folder
        self.theme = window.theme
        self.popovers = Popovers(
            self.theme, window, self._about, lambda figure: self.lookup.meaning(figure)
        )
        self.shortlist: list[str] = []
        self._sheets: OrderedDict[str, Sheet] = OrderedDict()
        self.beside_next = False
        self.jobs = occupations(pack)
        self.titles = {job.code: job.title for job in self.jobs}
        self.sidebar = Sidebar(self.jobs, self._find, self.theme, window)
        self.panes = Panes(self.theme, window)
        self.panes.hide()
        self.places = PlaceDesk(self)
        self.lookup = Lookup(pack, self.places.home, self.damaged.emit)
        self.lookup.words = cast("Wording", settings.words)
        self.clients = ClientDesk(self)
        self.comparison = CompareDesk(self)
        self.printing = PrintDesk(self)
        self.workspace = WorkspaceDesk(self, clients_file)
        self.commands = Commands(self)
        self._connect()
        window.footer.set_vintages(vintages(pack.sources.values()))
        window.header.places.setEnabled(True)
        typed = window.search.text()
        if typed:
            self.sidebar.search(typed)

    def open(self, code: str, beside: bool = False) -> None:
        """Show an occupation in the active pane, or in the second one."""
        self.popovers.close()
        self.comparison.close()
        self.window_.set_drawer(False)
        beside = beside or self.beside_next
        self.arm_beside(False)
        first = self.panes.first
        place = (
            1
            if beside and first.sheet is not None
            else min(self.panes.active, len(self.panes.panes) - 1)
        )
        pane = (self.panes.first, self.panes.second)[place]
        if pane.sheet is not None and pane.sheet.occupation.code == code:
            return
        sheet = self.sheet(code)
        if sheet is None:
            return
        if pane.sheet is not None:
            pane.history.append(pane.sheet.occupation.code)
        self._show(sheet, place)

    def sheet(self, code: str) -> Sheet | None:
        """An occupation with the chosen places; None (and the error bar) when it cannot be read."""
        found = self._sheets.get(code)
        if found is None:
            try:
                found = read_sheet(self.pack, code, self.places.shown())
            except UserError as error:
                self.window_.say(str(error))
                return None
            except DamagedPackError as error:
                self.damaged.emit(str(error))
                return None
            self._sheets[code] = found
            if len(self._sheets) > _KEPT_SHEETS:
                self._sheets.popitem(last=False)
        return found

    def go_back(self) -> None:
        """Show the occupation that the active pane showed before."""
        history = self.panes.pane.history
        if history and (sheet := self.sheet(history.pop())):
            self._show(sheet, self.panes.place_of(self.panes.pane))

    def forget(self) -> None:
        """Read occupations from the pack again when they are next opened."""
        self._sheets.clear()

    def wanted_width(self) -> int:
        """The width that the open panes need at this text size."""
        if self.panes.first.sheet is None:
            return self.theme.px(240)
        return len(self.panes.panes) * min(self.theme.px(PANE_WIDTH), PANE_WIDTH + 160)

    def dispose(self) -> None:
        """Take the sidebar, the panes and the shortcuts out of the window; close the pack."""
        self.popovers.close()
        self.workspace.dispose()
        self.clients.dispose()
        self.comparison.dispose()
        self.commands.dispose()
        for part in (self.sidebar, self.panes):
            part.setParent(None)
            part.deleteLater()
        self.pack.close()
        self.deleteLater()

    def set_places(self, places: Sequence[str]) -> None:
        """Choose the places that pay is shown for, here and in reports, and remember them."""
        self.remember(self.settings._replace(places=tuple(places)))
        self.forget()
        for place, pane in enumerate(self.panes.panes):
            if pane.sheet is not None:
                sheet = self.sheet(pane.sheet.occupation.code)
                if sheet is not None:
                    self._show(sheet, place)
        self.comparison.refresh()

    @property
    def over(self) -> QWidget | None:
        """The page that lies over the panes: the comparison, or the client's matches."""
        return self.comparison.page or self.clients.matches

    @property
    def notes(self) -> NotesPane | None:
        """The notes beside the panes, while they are shown."""
        return self.workspace.notes.pane if self.workspace.notes else None

    @property
    def cover(self) -> QWidget | None:
        """What covers the whole window: it is locked, or being closed."""
        return self.workspace.guard.cover

    def remember(self, settings: Settings) -> None:
        """Keep the settings, and say so when they cannot be written."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save(settings, self.folder)
        except UserError as error:
            self.window_.say(str(error))

    def toggle_listed(self, code: str) -> None:
        """Put an occupation on the shortlist or take it off."""
        if code in self.shortlist:
            self.shortlist.remove(code)
        else:
            self.shortlist.append(code)
        self._show_shortlist()
        self.shortlist_changed.emit()

    def set_shortlist(self, codes: Sequence[str]) -> None:
        """Show another client's shortlist."""
        self.shortlist[:] = codes
        self._show_shortlist()

    def clear_panes(self) -> None:
        """Close every occupation and what lies over them."""
        self.popovers.close()
        self.comparison.close()
        self.clients.hide_matches()
        self.panes.clear()

    def arm_beside(self, armed: bool) -> None:
        """Let the next occupation that is opened go beside the present one, or not."""
        self.beside_next = armed
        field = self.window_.search
        field.setPlaceholderText("Search a job to set beside" if armed else field.accessibleName())

    def _connect(self) -> None:
        window, field = self.window_, self.window_.search
        field.textChanged.connect(self._typed)
        field.focused.connect(partial(window.set_drawer, True))
        window.header.list.clicked.connect(lambda: window.set_drawer(not window.drawer_open))
        field.moved.connect(self.sidebar.results.step)
        field.entered.connect(lambda ctrl: self.sidebar.results.act(beside=ctrl))
        self.sidebar.opened.connect(self.open)
        self.sidebar.unlisted.connect(self.toggle_listed)
        self.sidebar.compare.clicked.connect(lambda: self.comparison.show())
        for pane in (self.panes.first, self.panes.second):
            pane.open_occupation.connect(self.open)
            pane.source_requested.connect(self.popovers.request)
            pane.source_left.connect(self.popovers.pointer_left)
            pane.place_wanted.connect(self.places.choose)
            pane.lookup = self.lookup
            pane.place_removed.connect(self.places.remove)
            pane.head.starred.connect(partial(self._star, pane))
            pane.head.beside_wanted.connect(self.commands.next_beside)
        self.panes.changed.connect(self._panes_changed)
        window.footer.sources_wanted.connect(self.commands.show_sources)
        window.header.print.clicked.connect(self.commands.print_report)
        window.header.places.clicked.connect(lambda: self.places.choose_areas())
        window.header.menu.clicked.connect(self._show_menu)
        self.popovers.all_sources.connect(self.commands.show_sources)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _find(self, text: str) -> Sequence[Hit]:
        try:
            return search(self.pack, text, LIMIT)
        except DamagedPackError as error:
            self.damaged.emit(str(error))
            return ()

    def _typed(self, text: str) -> None:
        if text:
            self.window_.set_drawer(True)
        self.sidebar.search(text)

    def _show(self, sheet: Sheet, place: int) -> None:
        self.panes.show()
        self.panes.show_sheet(sheet, place)
        self.window_.arrange()

    def _panes_changed(self) -> None:
        shown = [p.sheet.occupation.code for p in self.panes.panes if p.sheet]
        two = len(shown) == 2
        self.sidebar.set_open(
            {code: str(place + 1) for place, code in enumerate(shown)} if two else {}
        )
        for pane in self.panes.panes:
            if pane.sheet:
                pane.head.set_listed(pane.sheet.occupation.code in self.shortlist)
        self.window_.header.print.setEnabled(bool(shown))
        named = "  |  ".join(self.titles[code] for code in shown)
        self.window_.setWindowTitle(f"{named} – Counselor" if named else "Counselor")
        self.window_.arrange()

    def _show_shortlist(self) -> None:
        self.sidebar.set_shortlist(self.shortlist)
        self.clients.listed()
        self._panes_changed()

    def _star(self, pane: Pane) -> None:
        if pane.sheet is not None:
            self.toggle_listed(pane.sheet.occupation.code)

    def _show_menu(self) -> None:
        from counselor_app.ui.shell.menu import show_menu

        show_menu(self)

    def _about(self, widget: QWidget) -> str:
        pane = self.panes.pane_of(widget)
        return pane.sheet.occupation.title if pane and pane.sheet else ""

    def _focus_moved(self, _: object, now: object) -> None:
        if isinstance(now, QWidget):
            pane = self.panes.pane_of(now)
            if pane is not None:
                self.panes.active = self.panes.place_of(pane)
