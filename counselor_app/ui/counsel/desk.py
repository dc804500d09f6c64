"""The steps of a session: questions, typed scores, ratings, values, matches."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.fit.board import set_aside_words
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.work_values import checked_order
from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.session.client import Client, to_rate
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inventory import Answers, FormKey
from counselor_app.language import _, pgettext
from counselor_app.ui.counsel.neighbours import among
from counselor_app.ui.counsel.self_reports import SelfReports, clients_theme
from counselor_app.ui.parts.undo import offer_undo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counselor_app.ui.counsel.client_jobs import ClientJobs
    from counselor_app.ui.counsel.inventory import InventoryScreen
    from counselor_app.ui.counsel.match_data import MatchData
    from counselor_app.ui.counsel.match_filters import MatchOptions
    from counselor_app.ui.counsel.matches import MatchesPage
    from counselor_app.ui.parts.host import Host
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.state.commands import Commands
    from counselor_app.ui.state.places import Places
    from counselor_app.ui.state.reference import Reference
    from counselor_app.ui.state.view import ShownMatches, View
    from counselor_app.ui.style.theme import Theme


class CounselDesk(QObject):
    """Carries out the steps; each changes the one `ClientState`.

    ``opening`` comes before the matches lie over what is shown; ``scored`` follows scores that
    were typed in or given by questions.
    """

    opening = Signal()
    scored = Signal()

    def __init__(
        self, reference: Reference, client: ClientState, jobs: ClientJobs, places: Places,
        view: View, commands: Commands, host: Host,
    ) -> None:  # fmt: skip
        super().__init__(host)
        self._reference, self.state, self._jobs = reference, client, jobs
        self._back: list[tuple[str, ...]] = []
        self._places, self._view, self._commands, self._host = places, view, commands, host
        self.matches: MatchesPage | None = None
        """The page of matches while it is shown."""
        self._kept: MatchesPage | None = None
        self.inventory: InventoryScreen | None = None
        self._options: MatchOptions | None = None
        self._of = client.client.name
        self.told = SelfReports(client, host)
        view.matches = self._shown
        client.changed.connect(self._changed)
        for changed in (jobs.shortlist.changed, jobs.aside.changed, jobs.in_play.changed):
            changed.connect(self._marked)
        view.client_view_changed.connect(self._turned)

    @property
    def _clients_theme(self) -> Theme:
        """That of a screen which the client fills in: it is in the client's language."""
        return clients_theme(self._host.theme, self.state.client)

    def type_scores(self, *, code: bool = False) -> None:
        """Type in the scores of an inventory taken elsewhere, or the ``code`` of a kiosk."""
        from counselor_app.ui.counsel.scores import ScoresDialog

        self._host.settle_popover()
        dialog = ScoresDialog(self.state.client, self._host.theme, self._host)
        dialog.typed.connect(self._scores_typed)
        dialog.open()
        if code:
            dialog.kiosk.setFocus()

    def take_inventory(self, form: FormKey | None = None) -> None:
        """Ask the client: 60 items or 30 anew, or (None) go on where it was paused.

        Where questions are paused, or their scores not taken, others are begun only if meant.
        """
        client = self.state.client
        answers, no_scores = client.answers, client.scores is None
        if form and answers and answers.seen and (answers.next_item or no_scores):
            self._ask_before_another(answers, form)
        else:
            self._take(form)

    def _ask_before_another(self, answers: Answers, form: FormKey) -> None:
        from counselor_app.ui.parts.choice_dialog import ChoiceDialog

        of, go_on = len(answers.form.items), _("Go on at question {n}", n=answers.seen + 1)
        if answers.next_item is None:
            go_on = _("See the inventory’s result again")
        lines = (
            _("{n} of {of} questions are answered. Another inventory begins at its first question;"
              " these answers are no longer gone on with.", n=len(answers.given), of=of),
        )  # fmt: skip
        ways = (
            (go_on, self._take),
            (pgettext("button", "Start over"), partial(self._take, form)),
        )
        title = _("Questions are under way")
        ChoiceDialog(title, lines, ways, self._host.theme, self._host).open()

    def join_study(self) -> None:
        """Ask whether the client takes part in the field study; then the 60 questions."""
        from counselor_app.ui.counsel.study import StudyDialog

        theme = self._clients_theme
        self._host.settle_popover()
        dialog = StudyDialog("es" if theme.tongue == "es" else "en", theme, self._host)
        dialog.agreed.connect(lambda consent: self._take("long", consent))
        dialog.open()

    def leave_study(self) -> None:
        """Take the client's answers out of the field study; they stay the client's own."""
        answers = self.state.client.answers
        if answers is not None:
            self._set_answers(replace(answers, consent=None))
            words = _("The answers are out of the field study. They stay in the record.")
            self._host.say(words, problem=False)

    def _take(self, form: FormKey | None = None, consent: Consent | None = None) -> None:
        from counselor_app.client_texts import inventory_form
        from counselor_app.ui.counsel.inventory import InventoryScreen

        answers, theme = self.state.client.answers, self._clients_theme
        fresh = form is not None or answers is None
        if form is not None or answers is None:
            asked = inventory_form(form or "long", language=theme.tongue)
            answers = Answers(asked, consent=consent)
        self._host.settle_popover()
        screen = InventoryScreen(answers, self.state.client.name, theme, self._host)
        self.inventory = screen
        screen.progressed.connect(self.state.answer)
        screen.kept.connect(self._keep_answers)
        screen.used.connect(self._use_scores)
        screen.cleared.connect(self._clear_answers)
        screen.finished.connect(self._inventory_left)
        self.state.ask(answers, fresh=fresh)
        screen.open()

    def rate_skills(self) -> None:
        """Let the client rate themselves: on what the open occupation asks, else on all skills."""
        from counselor_app.client_texts import rating_questions
        from counselor_app.ui.counsel.rating import rating_screen

        code = self._view.code
        every = rating_questions(language=self._clients_theme.tongue)
        sheet = self._reference.sheet(code) if code else None
        wanted = [every[e] for e in to_rate(sheet) if e in every] if sheet else []
        who = self.state.client.called
        heading = _("How well can {client} do what this job asks?", client=who)
        if not wanted:
            wanted = [question for element, question in every.items() if element[:3] == "2.A"
                      or element[:3] == "2.B"]  # fmt: skip
            heading = _("How well can {client} do this?", client=who)
        self._host.settle_popover()
        screen = rating_screen(
            wanted, self.state.client.levels, heading, self._clients_theme, self._host
        )
        screen.progressed.connect(lambda levels: self.state.tell(levels=levels))
        screen.kept.connect(self._keep_levels)
        screen.open()

    def ask_on(self, part: str) -> None:
        """Go on with the screen that asks for a part of the client: "levels", "styles", "cards"."""
        if part == "levels":
            self.rate_skills()
        else:
            self.told.ask(part)

    def order_values(self) -> None:
        """Let the client put six work values in order."""
        from counselor_app.ui.counsel.values import ValuesDialog

        client = self.state.client
        self._host.settle_popover()
        dialog = ValuesDialog(client.values, client.called, self._clients_theme, self._host)
        dialog.ordered.connect(self._keep_values)
        dialog.open()

    def show_matches(self) -> None:
        """All occupations ranked for the client, over the middle of the window."""
        if self.state.client.scores is None or self.matches is not None:
            return
        host = self._host
        data = self._reference.guarded(self._match_data)
        if data is None:
            return
        host.settle_popover()
        page = self._page(data)
        self.opening.emit()
        host.set_drawer(False)
        self.matches = page
        page.show()
        host.lay_over(page)
        self._view.lay_over("matches")
        page.take_focus()

    def _page(self, data: MatchData) -> MatchesPage:
        """The page as it was left, with what has changed since; a new one for another client."""
        from counselor_app.ui.counsel.match_filters import MatchOptions

        options = self._options or MatchOptions(place=self._home(data))
        if self._kept is None:
            self._kept = self._made(data, options)
        else:
            self._kept.take(
                self.state.view, data, options, self._jobs.marks(),
                client_view=self._view.client_view,
            )  # fmt: skip
        return self._kept

    def _made(self, data: MatchData, options: MatchOptions) -> MatchesPage:
        from counselor_app.ui.counsel.match_data import save_table
        from counselor_app.ui.counsel.matches import MatchesPage

        host, commands = self._host, self._commands
        page = MatchesPage(
            self.state.view, data, options, self._jobs.marks(), host.theme, host,
            client_view=self._view.client_view,
        )  # fmt: skip
        page.opened.connect(commands.open_job)
        page.starred.connect(self._jobs.shortlist.toggle)
        page.shortlisted.connect(self._jobs.shortlist.add)
        page.ticked.connect(self._jobs.in_play.toggle)
        page.put_aside.connect(self.put_aside)
        page.brought_back.connect(self._bring_back)
        page.undone.connect(self._undo_aside)
        page.values_wanted.connect(self.order_values)
        page.questions_wanted.connect(lambda: self.take_inventory("long"))
        page.save_wanted.connect(lambda: save_table(host, page.csv(), self.state.client.name))
        page.compared.connect(commands.compare)
        page.print_wanted.connect(commands.print_view)
        page.rating_wanted.connect(self.rate_skills)
        page.options_changed.connect(self._keep_options)
        return page

    def _drop(self) -> None:
        """Let the page of matches go, shown or not."""
        self.hide_matches()
        if self._kept is not None:
            self._kept.deleteLater()
            self._kept = None

    def hide_matches(self) -> bool:
        """Go back to the occupation; False when the list is not shown."""
        if self.matches is None:
            return False
        page, self.matches = self.matches, None
        focus = self._host.focusWidget()
        if focus is not None and page.isAncestorOf(focus):
            self._host.setFocus()  # else Qt looks for the next one, page by page
        page.hide()
        self._host.lay_over(None)
        self._view.lay_over("")
        return True

    def clear(self) -> None:
        """Forget the client; until the message is closed this can be undone."""
        was = self.state.client
        if not was.known:
            return
        self._options = None
        self.state.set(Client())
        said = _("{client} was cleared. Nothing of it is on the disk; after this message nothing is"
                 " left of it.", client=was.titled)  # fmt: skip
        offer_undo(self._host, said, partial(self.state.set, was))

    def dispose(self) -> None:
        """Let the window go on without a client."""
        self.state.wait()
        self._drop()

    def _scores_typed(self, name: str, scores: ClientScores) -> None:
        self.state.set(replace(self.state.client, name=name, scores=scores))
        self.scored.emit()

    def _keep_answers(self, answers: Answers) -> None:
        # An inventory left before its first answer leaves what was answered before.
        if answers.seen:
            self._set_answers(answers)

    def _set_answers(self, answers: Answers | None) -> None:
        self.state.set(replace(self.state.client, answers=answers))

    def _clear_answers(self, was: Answers) -> None:
        self._set_answers(None)
        said = _("The answers to the questions were cleared.")
        offer_undo(self._host, said, partial(self._set_answers, was))

    def _inventory_left(self) -> None:
        self.inventory = None
        self.state.ask(None)

    def _keep_levels(self, levels: Mapping[str, float]) -> None:
        if levels != self.state.client.levels:
            self.state.set(replace(self.state.client, levels=levels))
        self.state.tell()

    def _keep_values(self, order: tuple[str, ...]) -> None:
        self.state.set(replace(self.state.client, values=checked_order(order)))

    def _use_scores(self, scores: ClientScores) -> None:
        self.state.set(replace(self.state.client, scores=scores))
        self.scored.emit()

    def _match_data(self) -> MatchData:
        from counselor_app.ui.counsel.match_data import MatchData

        reference = self._reference
        return MatchData(
            jobs={job.code: job for job in reference.jobs},
            education=reference.education,
            places=self._places.named(),
            pay=reference.pay,
            all_jobs_change_pct=reference.all_jobs_change_pct,
            sources=reference.match_sources,
            profiles=reference.profiles(),
            families=reference.families,
            days=reference.days,
            areas=reference.areas,
        )

    def _keep_options(self, options: MatchOptions) -> None:
        self._options = options

    def _home(self, data: MatchData) -> str:
        """Where pay is read first: at home, else in the nation."""
        home = self._places.home
        return home if home in dict(data.places) else NATION

    def _marked(self) -> None:
        if self.matches is not None:
            self.matches.set_marks(self._jobs.marks())

    def _turned(self, on: bool) -> None:
        if self.matches is not None:
            self.matches.set_client_view(on)

    def in_list(self, code: str) -> tuple[str, ...]:
        """The jobs among which one stands on the page over the panes; none where on none."""
        return among(self.matches, code) if self.matches is not None else ()

    def put_aside(self, codes: tuple[str, ...]) -> None:
        """Set jobs aside as not for this client; until the message is closed with Undo there."""
        self._back.append(codes)
        self._jobs.aside.add(codes)
        titles = [self._reference.titles[code] for code in codes]
        self._host.say(
            self._host.theme.say(set_aside_words(titles)),
            (self._host.theme.say(pgettext("button", "Undo")), self._undo_aside), problem=False,
        )  # fmt: skip

    def _bring_back(self, codes: tuple[str, ...]) -> None:
        self._jobs.aside.set(one for one in self._jobs.aside.codes if one not in codes)

    def _undo_aside(self) -> None:
        if self._back:
            self._host.unsay()
            codes = self._back.pop()
            self._bring_back(codes)
            if self.matches is not None:
                self.matches.board.choose(codes[0])
                self.matches.take_focus()

    def _shown(self) -> ShownMatches | None:
        from counselor_app.ui.state.view import ShownMatches

        page = self.matches
        if page is None or not page.ranked:
            return None
        return ShownMatches(page.filters.options.place, page.edition, page.printed)

    def _changed(self) -> None:
        view = self.state.view
        self._host.settle_popover()
        name, self._of = self._of, view.client.name
        if name and self._of != name:  # another's filters and ticks are not this one's
            self._options = None
            self._back.clear()
            self._drop()
            if not self._jobs.kept():
                self._jobs.clear()
        if view.client.scores is None:
            self._drop()
        elif self.matches is not None:
            self.matches.show_client(view)
