"""Joins the client to the window: chip, dialogs, panes and lists follow one state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.figures.wording import correlation_words
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.work_values import checked_order
from counselor_app.domain.session.client import Client, to_rate
from counselor_app.domain.session.inventory import Answers, FormKey
from counselor_app.store.listing import all_jobs_change_pct, area_pay, entry_education
from counselor_app.store.matching import important_demands
from counselor_app.store.reference import DamagedPackError
from counselor_app.ui.state.client import ClientState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from counselor_app.ui.caseload.desk import WorkspaceDesk
    from counselor_app.ui.counsel.inventory import InventoryScreen
    from counselor_app.ui.counsel.match_filters import MatchOptions
    from counselor_app.ui.counsel.matches import MatchData, MatchesPage
    from counselor_app.ui.shell.desk import Desk


class ClientDesk(QObject):
    """Carries out what the client chip offers.

    ``asked`` says that the inventory is opened, anew (True) or where it was paused; ``answered``
    carries the answers after each of them.
    """

    asked = Signal(bool)
    answered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self.window_, self.theme = desk, desk.window_, desk.theme
        self.state = ClientState(
            lambda: desk.pack.interest_profiles, lambda: important_demands(desk.pack), self
        )
        self.state.changed.connect(self._changed)
        self.state.failed.connect(self._failed)
        self.matches: MatchesPage | None = None
        self.inventory: InventoryScreen | None = None
        self._options: MatchOptions | None = None
        self.window_.header.client.clicked.connect(self._show_menu)
        self.window_.header.client.setEnabled(True)
        for pane in (desk.panes.first, desk.panes.second):
            pane.matches_wanted.connect(self.show_matches)
            pane.rating_wanted.connect(self.rate_skills)
            pane.values_wanted.connect(self.order_values)

    def set(self, client: Client) -> None:
        """Take a client, everywhere."""
        name = self.state.client.name
        if name and client.name != name:  # another's filters and ticks are not this one's
            self.hide_matches()
            self._options = None
        try:
            self.state.set(client)
        except DamagedPackError as error:
            self._desk.damaged.emit(str(error))

    def type_scores(self) -> None:
        """Type in the scores of an inventory taken elsewhere."""
        from counselor_app.ui.counsel.scores import ScoresDialog

        self._desk.popovers.close()
        dialog = ScoresDialog(self.state.client, self.theme, self.window_)
        dialog.typed.connect(self._scores_typed)
        dialog.open()

    def take_inventory(self, form: FormKey | None = None) -> None:
        """Ask the client: 60 items or 30 anew, or (None) go on where it was paused."""
        from counselor_app.client_texts import inventory_form
        from counselor_app.ui.counsel.inventory import InventoryScreen

        answers = self.state.client.answers
        fresh = form is not None or answers is None
        if form is not None or answers is None:
            answers = Answers(inventory_form(form or "long"))
        self._desk.popovers.close()
        screen = InventoryScreen(answers, self.state.client.name, self.theme, self.window_)
        self.inventory = screen
        screen.progressed.connect(self.answered)
        screen.kept.connect(self._keep_answers)
        screen.used.connect(self._use_scores)
        screen.cleared.connect(lambda: self._set_answers(None))
        screen.finished.connect(self._inventory_left)
        self.asked.emit(fresh)
        screen.open()

    def rate_skills(self) -> None:
        """Let the client rate themselves: on what the open occupation asks, else on all skills."""
        from counselor_app.client_texts import rating_questions
        from counselor_app.ui.counsel.rating import RatingScreen

        every, sheet = rating_questions(), self._desk.panes.pane.sheet
        wanted = [every[e] for e in to_rate(sheet) if e in every] if sheet else []
        heading = f"How well can {self.state.client.called} do what this job asks?"
        if not wanted:
            wanted = [question for element, question in every.items() if element[:3] == "2.A"
                      or element[:3] == "2.B"]  # fmt: skip
            heading = f"How well can {self.state.client.called} do this?"
        self._desk.popovers.close()
        screen = RatingScreen(wanted, self.state.client.levels, heading, self.theme, self.window_)
        screen.kept.connect(self._keep_levels)
        screen.open()

    def order_values(self) -> None:
        """Let the client put six work values in order."""
        from counselor_app.ui.counsel.values import ValuesDialog

        client = self.state.client
        self._desk.popovers.close()
        dialog = ValuesDialog(client.values, client.called, self.theme, self.window_)
        dialog.ordered.connect(self._keep_values)
        dialog.open()

    def show_matches(self) -> None:
        """All occupations ranked for the client, over the middle of the window."""
        if not self.state.view.ranking or self.matches is not None:
            return
        from counselor_app.ui.counsel.match_filters import MatchOptions
        from counselor_app.ui.counsel.matches import MatchesPage

        desk = self._desk
        desk.popovers.close()
        try:
            page = MatchesPage(
                self.state.view, self._match_data(), self._options or MatchOptions(),
                desk.shortlist, self.theme, self.window_,
            )  # fmt: skip
        except DamagedPackError as error:
            desk.damaged.emit(str(error))
            return
        self.window_.set_drawer(False)
        self.matches = page
        page.opened.connect(self._open_match)
        page.closed.connect(self.hide_matches)
        page.starred.connect(desk.toggle_listed)
        page.shortlisted.connect(self._shortlist)
        page.failed.connect(self.window_.say)
        page.compared.connect(desk.comparison.show)
        page.print_wanted.connect(desk.printing.show)
        page.rating_wanted.connect(self.rate_skills)
        page.options_changed.connect(self._keep_options)
        page.show()
        self.window_.arrange()
        page.list.setFocus()

    def hide_matches(self) -> bool:
        """Go back to the occupation; False when the list is not shown."""
        if self.matches is None:
            return False
        page, self.matches = self.matches, None
        page.hide()
        page.deleteLater()
        self.window_.arrange()
        return True

    @property
    def workspace(self) -> WorkspaceDesk:
        """The clients' file, where clients are kept."""
        return self._desk.workspace

    @property
    def kept(self) -> bool:
        """Whether the client is one of the clients' file, so that clearing is not needed."""
        session = self.workspace.session
        return session is not None and session.keeper is not None

    def listed(self) -> None:
        """The shortlist has changed."""
        if self.matches is not None:
            self.matches.set_listed(self._desk.shortlist)

    def clear(self) -> None:
        """Forget the client; until the message is closed this can be undone."""
        was = self.state.client
        if not was.known or self.kept:
            return
        self._options = None
        self.set(Client())
        self.window_.say(
            f"{was.titled} was cleared. Nothing of it is on the disk; after this"
            " message nothing is left of it.",
            ("Undo", partial(self._restore, was)),
            problem=False,
        )

    def dispose(self) -> None:
        """Let the window go on without a client."""
        self.state.changed.disconnect(self._changed)
        self.state.wait()
        self.hide_matches()
        header = self.window_.header
        header.client.clicked.disconnect(self._show_menu)
        header.client.setEnabled(False)
        header.client.show_client("", "")

    def _restore(self, client: Client) -> None:
        self.window_.unsay()
        self.set(client)

    def _scores_typed(self, name: str, scores: ClientScores) -> None:
        self.set(replace(self.state.client, name=name, scores=scores))

    def _show_menu(self) -> None:
        from counselor_app.ui.counsel.menu import show_menu

        self._desk.popovers.close()
        show_menu(self)

    def _keep_answers(self, answers: Answers) -> None:
        # An inventory left before its first answer leaves what was answered before.
        if answers.seen:
            self._set_answers(answers)

    def _set_answers(self, answers: Answers | None) -> None:
        self.set(replace(self.state.client, answers=answers))

    def _inventory_left(self) -> None:
        self.inventory = None
        self.window_.arrange()

    def _keep_levels(self, levels: Mapping[str, float]) -> None:
        if levels != self.state.client.levels:
            self.set(replace(self.state.client, levels=levels))

    def _keep_values(self, order: tuple[str, ...]) -> None:
        self.set(replace(self.state.client, values=checked_order(order)))

    def _use_scores(self, scores: ClientScores) -> None:
        self.set(replace(self.state.client, scores=scores))

    def _match_data(self) -> MatchData:
        from counselor_app.ui.counsel.matches import MatchData

        pack = self._desk.pack
        return MatchData(
            jobs={job.code: job for job in self._desk.jobs},
            education=entry_education(pack),
            places=self._desk.places.named(),
            pay=lambda area: area_pay(pack, area),
            all_jobs_change_pct=all_jobs_change_pct(pack),
            sources=(
                pack.source_of("interest", "onet"), pack.source_of("wage", "oews"),
                pack.source_of("projection", "ep"),
            ),
        )  # fmt: skip

    def _open_match(self, code: str, beside: bool) -> None:
        self._desk.open(code, beside)
        if not beside or len(self._desk.panes.panes) == 2:
            self.hide_matches()

    def _shortlist(self, codes: Sequence[str]) -> None:
        for code in codes:
            if code not in self._desk.shortlist:
                self._desk.toggle_listed(code)

    def _keep_options(self, options: MatchOptions) -> None:
        self._options = options

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DamagedPackError):
            raise error
        self._desk.damaged.emit(str(error))

    def _changed(self) -> None:
        desk, view = self._desk, self.state.view
        desk.popovers.close()
        self.window_.header.client.show_client(
            view.client.name, view.client.letters, ties=view.client.tied
        )
        desk.sidebar.set_fits(
            {code: correlation_words(match.r) for code, match in view.by_code.items()}
        )
        desk.panes.set_client(view if view.client.known else None)
        if self.matches is not None and view.ranking:
            self.matches.show_client(view)
        else:
            self.hide_matches()
