"""What each of the window's keys does; the menu and the buttons do the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from counselor_app.domain.figures.wording import vintages
from counselor_app.domain.session.steps import STEPS, StepKey
from counselor_app.language import _
from counselor_app.ui.parts.news import tell
from counselor_app.ui.shell.focus import step_region
from counselor_app.ui.shell.keys import COUNSELORS, KEYS

if TYPE_CHECKING:
    from counselor_app.ui.shell.navigator import Navigator
    from counselor_app.ui.shell.parts import Parts
    from counselor_app.ui.shell.searching import Searching


class KeyCommands(QObject):
    """The commands that `keys.KEYS` names, and the shortcuts that give them; ``divider_moved``
    carries -1 for the left and 1 for the right."""

    divider_moved = Signal(int)

    def __init__(self, parts: Parts, navigator: Navigator, search: Searching) -> None:
        super().__init__(parts)
        self._navigator, self._search = navigator, search
        self._parts, self._window = parts, parts.window
        self._window.help_wanted.connect(self.show_help)
        parts.commands.help.connect(self.show_help)
        parts.commands.way_known.connect(self._welcomed)
        self._window.covered.connect(lambda covered: self.set_keys(not covered))
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
        self._search.go_to_field()

    def open_beside(self) -> None:
        """Open the chosen row beside; with none chosen, the next one opened goes beside."""
        results, shown = self._parts.sidebar.results, self._parts.view.codes
        row = results.current_row()
        in_list = self._window.search.hasFocus() or results.hasFocus()
        if row and row.kind == "job" and row.code not in shown and in_list:
            self._parts.jobs.open(row.code, beside=True)
        elif shown:
            self.next_beside()

    def next_beside(self) -> None:
        """Ask for the occupation to set beside the one that is open."""
        self._parts.jobs.arm_beside(True)
        self.go_to_search()

    def close_pane(self) -> None:
        """Close the active pane of two."""
        panes = self._parts.jobs.panes
        panes.close_pane(panes.active)

    def toggle_link(self) -> None:
        """Link or unlink the panes' tabs."""
        panes = self._parts.jobs.panes
        if len(panes.panes) == 2:
            panes.toggle_link()

    def divider_left(self) -> None:
        """The divider beside what has the focus, to the left."""
        self.divider_moved.emit(-1)

    def divider_right(self) -> None:
        """The divider beside what has the focus, to the right."""
        self.divider_moved.emit(1)

    def go_to_tab(self, tab: int) -> None:
        """Show a tab, counted from 0, of what is open, whatever page lies over it."""
        parts = self._parts
        panes = parts.jobs.panes
        if not parts.view.codes:
            return
        self._navigator.leave()
        parts.comparison.hide()
        parts.counsel.hide_matches()
        parts.session.hide()
        panes.set_tab(tab)

    def go_back(self) -> None:
        """Alt+Left: the place before."""
        self._navigator.back()

    def go_forward(self) -> None:
        """Alt+Right: the place that Back came from."""
        self._navigator.forward()

    def job_before(self) -> None:
        """The job before in the list that the open one was chosen from."""
        self._navigator.step_in_list(-1)

    def job_after(self) -> None:
        """The job after in the list that the open one was chosen from."""
        self._navigator.step_in_list(1)

    def go_to_step(self, step: StepKey) -> None:
        """A step of the session."""
        self._navigator.open_step(step)

    def go_home(self) -> None:
        """The client's home; without a client the start."""
        self._navigator.go_home()

    def turn_to_client(self) -> None:
        """Turn the screen to the client, or back to the counselor."""
        if self._parts.session.known:
            self._parts.view.set_client_view(not self._parts.view.client_view)

    def undo(self) -> None:
        """Take back what the message offers to undo."""
        self._window.undo()

    def close_top(self) -> None:
        """Esc: close what lies on top; it never changes the page."""
        parts, window = self._parts, self._window
        notes = parts.caseload.notes
        if parts.popovers.shown is not None:
            parts.popovers.close()
        elif parts.jobs.beside_next:
            parts.jobs.arm_beside(False)
        elif notes is not None and notes.pane and notes.pane.holds(window.focusWidget()):
            notes.toggle()
        elif self._search.open_now:
            self._navigator.back()
        elif window.search.hasFocus() and window.search.text():
            window.search.clear()
        elif window.drawer_open:
            window.set_drawer(False)
        elif window.search.hasFocus() and window.header.session:
            window.focus_page()
        else:
            parts.sidebar.leave_folder()

    def compare(self) -> None:
        """Compare what is ticked, or what is open and on the shortlist; again, go back."""
        parts = self._parts
        if parts.view.over != "compare":
            parts.comparison.begin(parts.in_play.ticked)
        elif parts.history.before is not None:
            self._navigator.back()
        else:
            parts.comparison.close()

    def toggle_shortlist(self) -> None:
        """Put the active occupation on the shortlist or take it off; in a search, the chosen."""
        code, shortlist = self._parts.view.code, self._parts.shortlist
        if self._search.star_current():
            return
        if code:
            shortlist.toggle(code)
            job = self._parts.reference.titles[code]
            on = _("{job} is on the shortlist.", job=job)
            off = _("{job} is off the shortlist.", job=job)
            tell(self._window, self._window.theme.say(on if code in shortlist else off))

    def show_matches(self) -> None:
        """All occupations ranked for the client."""
        if self._parts.session.known:
            self._navigator.open_step("matches")

    def print_report(self) -> None:
        """Preview, print or save what is on the screen."""
        notes = self._parts.caseload.notes
        self._parts.printing.show("handout" if notes is not None and notes.in_hand else "")

    def show_clients(self) -> None:
        """The list of clients."""
        self._parts.caseload.show_clients()

    def toggle_notes(self) -> None:
        """Notes and next steps of the client."""
        self._parts.caseload.toggle_notes()

    def show_record(self) -> None:
        """What happened with the client, and when."""
        self._parts.caseload.show_record()

    def lock(self) -> None:
        """Cover the window."""
        self._parts.caseload.guard.lock()

    def show_sources(self) -> None:
        """List every source of the pack."""
        from counselor_app.ui.stewardship.sources import SourcesDialog

        self._parts.popovers.close()
        SourcesDialog(self._parts.reference.pack, self._parts.theme, self._window).open()

    def show_keys(self) -> None:
        """List the keys."""
        from counselor_app.ui.shell.keyboard import KeyboardDialog

        KeyboardDialog(self._parts.theme, self._window).open()

    def show_help(self) -> None:
        """F1, where no figure has the focus."""
        from counselor_app.ui.shell.help import HelpDialog

        if self._window.cover is None:
            self._parts.popovers.close()
            above = QApplication.activeModalWidget() or self._window
            HelpDialog(self._parts.theme, above).open()

    def _welcomed(self) -> None:
        """The way through the program is known: the start tells it no more."""
        kept, session = self._parts.preferences, self._parts.session
        kept.remember(kept.settings._replace(welcomed=True))
        session.way = ()
        self._window.focus_search()
        session.refresh()

    def new_data(self) -> None:
        """Bring new releases in, beside the data in use."""
        from counselor_app.ui.stewardship.update_data import UpdateDialog

        parts, kept = self._parts, self._parts.preferences
        parts.popovers.close()
        codes = tuple(dict.fromkeys((*parts.shortlist.codes, *parts.view.codes)))
        keys, in_view = kept.settings.trusted_keys, vintages(parts.reference.sources)
        UpdateDialog(kept.folder, codes, keys, in_view, parts.theme, self._window).open()

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

    def _for_counselor(self, run: Callable[[], None]) -> None:
        """Do it, unless the client reads along."""
        if not self._parts.view.client_view:
            run()

    def _scale(self, steps: int) -> None:
        theme, kept = self._parts.theme, self._parts.preferences
        theme.step_scale(steps)
        kept.remember(kept.settings._replace(scale=theme.scale))

    def _shortcut(self, keys: str, command: str) -> QShortcut:
        run: Callable[[], None]
        if command.startswith("tab_"):
            run = partial(self.go_to_tab, int(command.removeprefix("tab_")) - 1)
        elif command.startswith("step_"):
            run = partial(self.go_to_step, STEPS[int(command.removeprefix("step_")) - 1])
        else:
            run = getattr(self, command)
        if command in COUNSELORS:
            run = partial(self._for_counselor, run)
        shortcut = QShortcut(QKeySequence(keys), self._window)
        if keys == "Ctrl++":
            shortcut.setKeys([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        shortcut.activated.connect(run)
        return shortcut
