"""Joins the parts of a window that shows a pack: signals, commands, header and sidebar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from counselor_app.domain.figures.wording import vintages
from counselor_app.domain.record.record import Looked
from counselor_app.domain.session.present import HomeArea
from counselor_app.language import _, pgettext
from counselor_app.machine import NOTHING_SET, Machine
from counselor_app.settings import Settings
from counselor_app.store.reference import Pack
from counselor_app.ui.occupation.salary_strip import SalaryOptions
from counselor_app.ui.printing.desk import AskedPay
from counselor_app.ui.shell import client_menu
from counselor_app.ui.shell.dividers import Dividers
from counselor_app.ui.shell.heads import Heads
from counselor_app.ui.shell.key_commands import KeyCommands
from counselor_app.ui.shell.menu import show_menu
from counselor_app.ui.shell.navigator import Navigator
from counselor_app.ui.shell.parts import Parts
from counselor_app.ui.shell.searching import Searching
from counselor_app.ui.shell.taken_off import remove_place
from counselor_app.ui.shell.ways import leads_to
from counselor_app.ui.state.standing import RESUMED
from counselor_app.ui.state.view import TABS

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Position
    from counselor_app.ui.occupation.compare_page import ComparePage
    from counselor_app.ui.occupation.panes import Panes
    from counselor_app.ui.session.desk import PageKey
    from counselor_app.ui.shell.window import MainWindow

_SALARY = TABS.index("Salary")
_PAGES: tuple[PageKey, ...] = ("home", "interests", "moving", "plan", "handout")


class Desk(Parts):
    """The parts, joined; ``keys`` are what the window's keys do.

    ``damaged`` says that the pack cannot be read on; the window's owner offers to rebuild it.
    ``speaking`` asks for the window in another language, by its code; ``leaving`` is set once what
    is open has been taken out for that.
    """

    damaged = Signal(str)
    speaking = Signal(str)
    leaving = False

    def __init__(
        self, pack: Pack, window: MainWindow, settings: Settings, folder: Path,
        clients_file: Path | None = None, machine: Machine = NOTHING_SET,
    ) -> None:  # fmt: skip
        super().__init__(pack, window, settings, folder, clients_file, machine)
        self.search = Searching(self)
        self.navigator = Navigator(self, self.search)
        self.keys = KeyCommands(self, self.navigator, self.search)
        self.heads = Heads(self, self.navigator, self.keys)
        self._join_models()
        self._join_features()
        self._join_window()
        self.dividers = Dividers(self, self.keys)
        typed = window.search.text()
        if typed:
            self.sidebar.search(typed)
        self.navigator.arrive()

    @property
    def tongue(self) -> str:
        """The code of the language to speak now: the client's while they read along."""
        own = self.theme.own
        return self.client.client.reads(own) if self.view.client_view else own

    def speak(self) -> None:
        """Ask for the window in the language to speak now, if that is another."""
        if not self.leaving and self.tongue != self.theme.tongue:
            self.speaking.emit(self.tongue)

    @property
    def panes(self) -> Panes:
        """The widget in the middle of the window."""
        return self.jobs.panes

    def wanted_width(self) -> int:
        """The width that the middle needs at this text size."""
        return self.jobs.wanted_width()

    def may_close(self) -> bool:
        """Whether the window can close now."""
        return self.caseload.guard.may_close()

    def dispose(self) -> None:
        """Take every part out of the window; close the pack."""
        self.navigator.rest()
        self.popovers.close()
        self.caseload.dispose()
        for feature in (self.counsel, self.comparison, self.session):
            feature.dispose()
        self.window.lay_over(None)
        for joined in (self.keys, self.dividers):
            joined.dispose()
        self.window.header.rest()
        for part in (self.sidebar, self.panes):
            part.setParent(None)
            part.deleteLater()
        self.reference.pack.close()
        self.deleteLater()

    def go_to(self, position: Position) -> None:
        """Bring the window to where a session stopped."""
        self.close_jobs()
        self.navigator.restart()
        codes = [code for code in position.codes if code in self.reference.titles]
        with self.navigator.unseen():
            for place, code in enumerate(codes[:2]):
                self.jobs.open(code, beside=place == 1)
            if codes and position.tab in TABS:
                self.panes.set_tab(TABS.index(position.tab))
            if position.page == "matches":
                self.counsel.show_matches()
            elif position.page == "compare":
                self.comparison.show(position.compared)
            for page in _PAGES:
                if position.page == page:
                    self.session.show(page)
        self.navigator.arrive()
        if position.page in RESUMED:
            self.counsel.ask_on(position.page)
        answers = self.client.client.answers
        if position.page == "inventory" and answers is not None and answers.next_item:
            self.counsel.take_inventory()

    def close_jobs(self) -> None:
        """Close every occupation and what lies over them."""
        self.comparison.hide()
        self.counsel.hide_matches()
        self.session.hide()
        self.jobs.clear()

    # What the parts tell one another.

    def _join_models(self) -> None:
        window = self.window
        self.reference.damaged.connect(self.damaged)
        self.reference.unknown.connect(window.say)
        self.preferences.unsaved.connect(window.say)
        self.client.failed.connect(self._client_failed)
        self.client.changed.connect(self._client_changed)
        self.client.changed.connect(self._follow_home)
        self.choose_places.owner = lambda: self.client.client.name
        self.choose_places.clients_home.connect(self._keep_home)
        self.shortlist.changed.connect(self._listed)
        self.view.changed.connect(self._view_changed)
        self.clients_file.kept_changed.connect(self._show_kept)
        self.view.client_view_changed.connect(self._turned)

    def _join_features(self) -> None:
        commands, printing = self.commands, self.printing
        commands.open_job.connect(self._open)
        commands.open_pair.connect(self._open_pair)
        commands.close_jobs.connect(self.close_jobs)
        commands.use_first_pane.connect(lambda: self.panes.use(0))
        commands.go_to.connect(self.go_to)
        commands.compare.connect(self.comparison.begin)
        commands.put_aside.connect(self.counsel.put_aside)
        commands.print_view.connect(printing.show)
        commands.speak.connect(self.speak)
        commands.print_handout.connect(lambda copy: printing.show("handout", copy))
        for feature in (self.jobs, self.comparison, self.counsel, self.session):
            feature.opening.connect(self.navigator.leave)
        self.jobs.opening.connect(self.comparison.hide)
        self.jobs.opening.connect(self.session.hide)
        self.jobs.armed.connect(self._armed)
        self.comparison.opening.connect(self.counsel.hide_matches)
        self.comparison.opening.connect(self.session.hide)
        self.comparison.opened.connect(self._comparing)
        self.comparison.print_wanted.connect(partial(self.printing.show, "compare"))
        self.comparison.plan_wanted.connect(partial(self.commands.open_step.emit, "plan"))
        self.counsel.opening.connect(self.comparison.hide)
        self.counsel.opening.connect(self.session.hide)
        self.session.opening.connect(self.comparison.hide)
        self.session.opening.connect(self.counsel.hide_matches)
        self._join_session()
        printing.compared = self.comparison.codes
        printing.asked_pay = self._asked_pay
        printing.record = self.clients_file.record
        printing.holds_client = lambda: self.clients_file.holds_client
        printing.made.connect(self.clients_file.report_made)
        printing.places_wanted.connect(self.choose_places.choose_areas)
        for pane in (self.panes.first, self.panes.second):
            pane.open_occupation.connect(self.jobs.open)
            pane.source_requested.connect(self.popovers.request)
            pane.source_left.connect(self.popovers.pointer_left)
            pane.place_wanted.connect(self.choose_places.choose)
            pane.place_removed.connect(partial(remove_place, self))
            pane.matches_wanted.connect(self.counsel.show_matches)
            pane.rating_wanted.connect(self.counsel.rate_skills)
            pane.values_wanted.connect(self.counsel.order_values)
            pane.told_wanted.connect(self.counsel.told.ask)

    def _join_session(self) -> None:
        commands, navigator = self.commands, self.navigator
        commands.open_step.connect(navigator.open_step)
        commands.visit.connect(navigator.visit)
        commands.open_client.connect(self.caseload.open_client)
        commands.show_clients.connect(self.caseload.clients_for)
        commands.begin.connect(self.session.begin)
        commands.choose_home.connect(self.choose_places.choose_home)
        self.session.wanted.connect(self._wanted)
        self.session.changed.connect(navigator.tell)
        self.counsel.scored.connect(lambda: self.session.show("interests"))

    def _join_window(self) -> None:
        window, header = self.window, self.window.header
        self.sidebar.opened.connect(self._open)
        self.panes.changed.connect(self._view_changed)
        window.footer.set_vintages(vintages(self.reference.sources))
        window.footer.sources_wanted.connect(self.keys.show_sources)
        self.popovers.all_sources.connect(self.keys.show_sources)
        header.serve()
        header.spine.chosen.connect(self.navigator.open_step)
        header.switch.turned.connect(self.view.set_client_view)
        for button, run in (
            (header.list, lambda: window.set_drawer(not window.drawer_open)),
            (header.client, self._show_client_menu),
            (header.print, self.keys.print_report),
            (header.menu, lambda: show_menu(self, self.keys)),
        ):
            button.clicked.connect(run)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _open(self, code: str, beside: bool) -> None:
        """Open an occupation asked for by a list or the notes; a list makes way for it."""
        listed = self.search.codes if self.search.open_now else self.counsel.in_list(code)
        if listed:
            self.view.in_list = listed
        self.jobs.open(code, beside)
        if self.window.header.session:
            self.window.search.clear()
        if not beside or len(self.view.codes) == 2:
            self.counsel.hide_matches()
        if not self.window.sidebar_shown:
            self.window.focus_page()  # what was chosen from has gone

    def _open_pair(self, first: str, second: str) -> None:
        """Open two occupations side by side; Back leads to where they were asked for."""
        self._open(first, False)
        self.navigator.pass_by()
        self._open(second, True)

    def _comparing(self, page: ComparePage) -> None:
        page.open_occupation.connect(self._open)
        page.source_requested.connect(self.popovers.request)
        page.source_left.connect(self.popovers.pointer_left)

    def _armed(self, armed: bool) -> None:
        field = self.window.search
        words = _("Search a job to set beside") if armed else field.accessibleName()
        field.setPlaceholderText(self.theme.say(words))

    def _asked_pay(self) -> AskedPay:
        chosen = self.panes.pane.options_of(_SALARY)
        options = chosen if isinstance(chosen, SalaryOptions) else SalaryOptions()
        return AskedPay(options.target, prices=options.prices)

    def _focus_moved(self, _: object, now: object) -> None:
        self.jobs.focus_moved(now)
        self.search.focus_moved(now)

    def _show_client_menu(self) -> None:
        self.popovers.close()
        menu = client_menu.make_menu(self.counsel, self.caseload, self.window)
        client_menu.show_menu(self.window.header.client, menu)

    # What the window shows of them.

    def _listed(self) -> None:
        self.sidebar.set_shortlist(self.shortlist.codes)
        self.search.mark()
        self._view_changed()

    def _wanted(self, key: str) -> None:
        """What a page of the session leads to."""
        self.navigator.arrive()  # a client who was just added begins at home
        leads_to(self, self.navigator, self.search.browse)[key]()

    def _turned(self, client_view: bool) -> None:
        """The client reads along, or no longer: what is the counselor's alone goes, or comes."""
        self.popovers.close()
        self.window.set_drawer(False)
        if client_view:
            self.caseload.leave_plan()
            self.window.unsay()
        self.panes.set_client_view(client_view)
        self._client_changed()
        self._view_changed()
        search = self.window.search
        if self.window.focusWidget() is search and not search.text():
            self.window.focus_page()  # what had the focus is not for who reads now
        self.speak()

    def _view_changed(self) -> None:
        shown = self.view.codes
        two = len(shown) == 2
        self.sidebar.set_open(
            {code: str(place + 1) for place, code in enumerate(shown)} if two else {}
        )
        over = self.view.over
        if len(shown) and not over:
            for code in shown:
                self.in_play.look(Looked(code, datetime.now(UTC)))
        self.window.header.print.setEnabled(bool(self.printing.can_print()))
        self.heads.show()
        titles = self.reference.titles
        named = "  |  ".join(self.theme.say(titles[code]) for code in shown)
        self.window.setWindowTitle(f"{named} – Counselor" if named else "Counselor")
        self.window.arrange()

    def _client_changed(self) -> None:
        view = self.client.view
        self.window.header.client.show_client(view.client.name, known=self.session.known)
        self.sidebar.with_client = self.session.known
        self.sidebar.set_fits({} if self.view.client_view else view.near_words)
        self.panes.set_client(view if view.client.known else None)
        self._show_kept()
        if self.view.client_view:
            self.speak()

    def _follow_home(self) -> None:
        home = self.client.client.home
        self.places.follow(home.code if home else "")

    def _keep_home(self, code: str) -> None:
        """The area is the client's own: it is kept with them."""
        name = next((area.name for area in self.places.areas if area.code == code), "")
        home = HomeArea(code, name) if code else None
        self.client.set(replace(self.client.client, home=home))

    def _client_failed(self, error: Exception) -> None:
        from counselor_app.store.reference import DamagedPackError

        if not isinstance(error, DamagedPackError):
            raise error
        self.damaged.emit(str(error))

    def _show_kept(self) -> None:
        file, header = self.clients_file, self.window.header
        header.client.set_kept(
            kept=file.holds_client,
            unsaved=pgettext("state of a client", "not saved")
            if file.holds_client and file.trouble
            else "",
        )
        known = self.session.known
        if not known and self.view.client_view:
            self.view.set_client_view(False)
        header.show_session(known, client_view=self.view.client_view)
        header.client.show_client(self.client.client.name, known=known)
        self.search.tell()
        self.heads.show()
        self.window.arrange()
