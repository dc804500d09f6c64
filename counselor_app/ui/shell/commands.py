"""What each of the window's keys does; the menu and the buttons do the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from counselor_app.domain.figures.wording import vintages
from counselor_app.ui.shell.focus import step_region
from counselor_app.ui.shell.keys import KEYS

if TYPE_CHECKING:
    from counselor_app.ui.shell.desk import Desk


class Commands(QObject):
    """The commands that `keys.KEYS` names, and the shortcuts that give them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._window = desk, desk.window_
        self._shortcuts = [self._shortcut(key.keys, key.command) for key in KEYS if key.command]

    def set_keys(self, on: bool) -> None:
        """Let the window's keys work, or rest."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)

    def dispose(self) -> None:
        """Take the shortcuts out of the window."""
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()

    def go_to_search(self) -> None:
        """Put the cursor into the search field."""
        self._window.set_drawer(True)
        self._window.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.search.selectAll()

    def open_beside(self) -> None:
        """Open the chosen row beside; with none chosen, the next one opened goes beside."""
        desk, search = self._desk, self._window.search
        row = desk.sidebar.results.current_row()
        shown = {p.sheet.occupation.code for p in desk.panes.panes if p.sheet}
        in_list = search.hasFocus() or desk.sidebar.results.hasFocus()
        if row and row.kind == "job" and row.code not in shown and in_list:
            desk.open(row.code, beside=True)
        elif shown:
            self.next_beside()

    def next_beside(self) -> None:
        """Ask for the occupation to set beside the one that is open."""
        self._desk.arm_beside(True)
        self.go_to_search()

    def close_pane(self) -> None:
        """Close the active pane of two."""
        self._desk.panes.close_pane(self._desk.panes.active)

    def toggle_link(self) -> None:
        """Link or unlink the panes' tabs."""
        if len(self._desk.panes.panes) == 2:
            self._desk.panes.toggle_link()

    def go_to_tab(self, tab: int) -> None:
        """Show a tab, counted from 0, in place of the comparison too."""
        self._desk.comparison.close()
        self._desk.panes.set_tab(tab)

    def go_back(self) -> None:
        """Show the occupation that the active pane showed before."""
        self._desk.go_back()

    def back(self) -> None:
        """Esc: close what is open on top, else go back."""
        desk, window = self._desk, self._window
        if desk.popovers.shown is not None:
            desk.popovers.close()
        elif desk.beside_next:
            desk.arm_beside(False)
        elif desk.notes is not None and desk.notes.holds(window.focusWidget()):
            desk.workspace.toggle_notes()
        elif window.search.hasFocus() and window.search.text():
            window.search.clear()
        elif window.drawer_open:
            window.set_drawer(False)
        elif desk.comparison.back():
            return
        elif desk.clients.hide_matches():
            desk.panes.first.head.setFocus()
        elif not desk.sidebar.leave_folder():
            desk.go_back()

    def compare(self) -> None:
        """Compare what is open and on the shortlist on one page, or go back."""
        self._desk.comparison.toggle()

    def toggle_shortlist(self) -> None:
        """Put the active occupation on the shortlist or take it off."""
        sheet = self._desk.panes.pane.sheet
        if sheet is not None:
            self._desk.toggle_listed(sheet.occupation.code)

    def show_matches(self) -> None:
        """All occupations ranked for the client."""
        self._desk.clients.show_matches()

    def print_report(self) -> None:
        """Preview, print or save a report on what is open."""
        self._desk.printing.show()

    def show_clients(self) -> None:
        """The list of clients."""
        self._desk.workspace.show_clients()

    def toggle_notes(self) -> None:
        """Notes and next steps of the client."""
        self._desk.workspace.toggle_notes()

    def show_record(self) -> None:
        """What happened with the client, and when."""
        self._desk.workspace.show_record()

    def lock(self) -> None:
        """Cover the window."""
        self._desk.workspace.guard.lock()

    def show_sources(self) -> None:
        """List every source of the pack."""
        from counselor_app.ui.stewardship.sources import SourcesDialog

        self._desk.popovers.close()
        SourcesDialog(self._desk.pack, self._desk.theme, self._window).open()

    def show_keys(self) -> None:
        """List the keys."""
        from counselor_app.ui.shell.keyboard import KeyboardDialog

        KeyboardDialog(self._desk.theme, self._window).open()

    def new_data(self) -> None:
        """Bring new releases in, beside the data in use."""
        from counselor_app.ui.stewardship.update_data import UpdateDialog

        desk = self._desk
        desk.popovers.close()
        shown = [pane.sheet.occupation.code for pane in desk.panes.panes if pane.sheet]
        codes = tuple(dict.fromkeys((*desk.shortlist, *shown)))
        keys, in_view = desk.settings.trusted_keys, vintages(desk.pack.sources.values())
        UpdateDialog(desk.folder, codes, keys, in_view, desk.theme, self._window).open()

    def next_region(self) -> None:
        """F6."""
        step_region(self._window, 1)

    def previous_region(self) -> None:
        """Shift+F6."""
        step_region(self._window, -1)

    def larger(self) -> None:
        """Larger text."""
        self._scale(1)

    def smaller(self) -> None:
        """Smaller text."""
        self._scale(-1)

    def normal_size(self) -> None:
        """Text at 100 %."""
        self._scale(0)

    def quit(self) -> None:
        """Leave the program."""
        self._window.close()

    def _scale(self, steps: int) -> None:
        desk = self._desk
        desk.theme.step_scale(steps)
        desk.remember(desk.settings._replace(scale=desk.theme.scale))

    def _shortcut(self, keys: str, command: str) -> QShortcut:
        run: Callable[[], None]
        if command.startswith("tab_"):
            run = partial(self.go_to_tab, int(command.removeprefix("tab_")) - 1)
        else:
            run = getattr(self, command)
        shortcut = QShortcut(QKeySequence(keys), self._window)
        if keys == "Ctrl++":
            shortcut.setKeys([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        shortcut.activated.connect(run)
        return shortcut
