"""The session's own pages: which is shown, and what they show."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.occupation.preparation import EDUCATION_SHORT
from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.record.progress import so_far as so_far_of
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.steps import SoFar
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.ui.session.home import HomePage, HomeView, JobLine, StepLine
from counselor_app.ui.session.interests import InterestsPage, InterestsView
from counselor_app.ui.session.job_menu import JobMenu, pay_told
from counselor_app.ui.session.moves import Moves
from counselor_app.ui.session.moving import MovingPage
from counselor_app.ui.session.plan_desk import PlanDesk
from counselor_app.ui.session.plan_page import PlanPage
from counselor_app.ui.session.start import ClientLook, StartPage, StartView
from counselor_app.ui.session.today import day_words, moment, today_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counselor_app.domain.record.record import Record
    from counselor_app.ui.session.parts import SessionPage
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.history import History
    from counselor_app.ui.state.places import Places

PageKey = Literal["start", "home", "interests", "moving", "plan", "handout"]
_RECENT = 5
_FIRST_PERSON = pgettext("owner of what follows", "My")


class SessionDesk(QObject):
    """Lays the start, the client's home and the interests over the middle of the window.

    ``opening`` comes before one of them lies over what is shown; ``changed`` follows whatever the
    session's steps say of the client. ``wanted`` carries what a page leads to, by key.
    ``way`` is what the start tells somebody new.
    """

    opening = Signal()
    changed = Signal()
    wanted = Signal(str)

    def __init__(self, file: ClientsFile, places: Places, history: History, plan: PlanDesk) -> None:
        super().__init__(file.host)
        self.plan = plan
        self.way: tuple[str, ...] = ()
        self._file, self._models, self._places = file, file.models, places
        self._history, self._host = history, file.host
        self.page: SessionPage | None = None
        self._key: PageKey = "start"
        self._pages: dict[PageKey, SessionPage] = {}
        self._pay: dict[str, Mapping[str, tuple[float | None, str]]] = {}
        places.changed.connect(self._pay.clear)
        self._record: Record | None = None
        self._menu = JobMenu(file.models)
        self._moves = Moves(file.models, places, self._later)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        models = file.models
        for signal in (
            models.client.changed, models.client.answered, models.shortlist.changed,
            models.in_play.changed, models.view.client_view_changed, places.changed,
            file.kept_changed, file.noted, history.changed,
        ):  # fmt: skip
            signal.connect(self._later)

    @property
    def known(self) -> bool:
        """Whether there is a client."""
        return self._models.client.client.known or self._file.holds_client

    def so_far(self) -> SoFar:
        """How far the session has come."""
        view, play = self._models.client.view, self._models.in_play
        client, closest = view.client, view.redraws.likely if view.redraws is not None else None
        found = so_far_of(self._record, closest=closest) if self._record else SoFar()
        answers = client.answers
        return replace(
            found,
            scored=client.scores is not None,
            present=client.present is not None,
            closest=closest,
            answers=(answers.seen, len(answers.form.items)) if answers else None,
            left_out=len(answers.skipped) if answers else 0,
            ticked=len(play.ticked),
            compared=len(play.compared),
            compared_anew=not set(play.ticked) <= set(play.compared),
        )

    def show(self, key: PageKey) -> None:
        """Lay a page over the middle."""
        if self.page is not None and self.page is self._pages.get(key):
            self._turn(key)
            return
        self._host.settle_popover()
        self.opening.emit()
        self._take_away()
        self._read()
        self._key = key
        if key not in self._pages:
            self._pages[key] = self._made(key)
            self._pages[key].entries_of = self._menu.entries
        page = self.page = self._pages[key]
        self._fill(page)
        page.show()
        self._host.set_drawer(False)
        self._host.lay_over(page)
        self._models.view.lay_over(key)
        self._focus(page)

    def begin(self) -> None:
        """Put the cursor where the client's nickname is typed, where the start is shown."""
        if isinstance(self.page, StartPage):
            self.refresh()
            self.page.name.setFocus()

    def hide(self) -> bool:
        """Take the page away; False when none is shown."""
        if self.page is None:
            return False
        self._take_away()
        self._host.lay_over(None)
        self._models.view.lay_over("")
        return True

    def refresh(self) -> None:
        """Show what has changed."""
        self._soon.stop()
        self._read()
        if self.page is not None:
            self._fill(self.page)
        self.changed.emit()

    def dispose(self) -> None:
        """Take the page out of the window."""
        self._soon.stop()
        self._moves.wait()
        self.plan.wait()
        self._take_away()
        for page in set(self._pages.values()):
            page.deleteLater()
        self._pages.clear()

    def _fill(self, page: SessionPage) -> None:
        if isinstance(page, HomePage):
            page.show_view(self._home())
        elif isinstance(page, InterestsPage):
            page.show_view(self._interests())
        elif isinstance(page, StartPage):
            page.show_view(self._start())
        elif isinstance(page, MovingPage):
            page.show_view(self._moves.view())
        elif isinstance(page, PlanPage):
            self.plan.show(self._record, large=self._key == "handout")

    def _later(self) -> None:
        self._soon.start()

    def _take_away(self) -> None:
        if self.page is not None:
            if isinstance(self.page, PlanPage):
                self.plan.settle()
            focus = self._host.focusWidget()
            if focus is not None and self.page.isAncestorOf(focus):
                self._host.setFocus()  # else Qt looks for the next one, page by page
            self.page.hide()
            self.page = None

    def _read(self) -> None:
        """What is kept of the client; as it was, where it cannot be read now."""
        session = self._file.session
        try:
            self._record = session.record() if session is not None else None
        except UserError as error:
            self._host.say(str(error))

    def _made(self, key: PageKey) -> SessionPage:
        theme, commands = self._host.theme, self._models.commands
        if key == "start":
            start = StartPage(self._start(), theme, self._host)
            start.begun.connect(self._begin)
            start.went_on.connect(commands.open_client)
            start.home_wanted.connect(commands.choose_home)
            start.clients_wanted.connect(
                lambda: commands.show_clients.emit(bool(start.name.text().strip()))
            )
            start.help_wanted.connect(commands.help)
            start.way_known.connect(commands.way_known)
            return start
        if key == "interests":
            interests = InterestsPage(self._interests(), theme, self._host)
            interests.wanted.connect(self.wanted)
            return interests
        if key == "moving":
            return self._moves.made()
        if key in ("plan", "handout"):
            return self._made_plan()
        home = HomePage(self._home(), theme, self._host)
        home.step.connect(commands.open_step)
        home.job.connect(lambda code: commands.open_job.emit(code, False))
        home.visited.connect(commands.visit)
        home.other.connect(self.wanted)
        home.ticked.connect(self._tick)
        return home

    def _made_plan(self) -> PlanPage:
        """One page for both steps: what is typed in one is seen in the other."""
        page = self.plan.made(self._record, large=self._key == "handout")
        page.keep_wanted.connect(lambda: self.wanted.emit("keep"))
        self._pages["plan"] = self._pages["handout"] = page
        return page

    def _turn(self, key: PageKey) -> None:
        """From the plan to the handout, or back: the same page, laid out otherwise."""
        if key != self._key:
            self.opening.emit()
            self._key = key
            self._models.view.lay_over(key)
            self.refresh()

    def _focus(self, page: SessionPage) -> None:
        if self._host.overlay() is not None:
            return  # a cover keeps the keyboard
        if isinstance(page, StartPage):
            self._host.focus_search()  # letters search wherever one is
        else:
            page.take_focus()

    def _tick(self, uid: str, text: str, done: bool) -> None:
        if self._file.session is not None:
            self._file.session.tick_step(uid, text, done=done)

    def _begin(self, name: str, way: str) -> None:
        """Start a session under a name; kept jobs go along."""
        page, session = self.page, self._file.session
        if not isinstance(page, StartPage):
            return
        if not name:
            page.set_trouble(_("Type a nickname or a file number first."))
            return
        try:
            if session is not None:
                session.add(name, Client(), self._models.shortlist.codes)
            else:
                self._models.client.set(Client(name))
        except UserError as error:
            page.set_trouble(str(error))
            return
        self._host.unsay()
        self.wanted.emit(f"begin {way}")

    # What the pages show.

    def _start(self) -> StartView:
        file, now = self._file, datetime.now().astimezone()
        home = dict(self._places.named()).get(self._places.home, "")
        kept = file.kept
        if kept is None:
            state: Literal["open", "closed", "none", "never"] = "never"
            if file.offered:
                state = "closed" if file.exists else "none"
            return StartView(home, state, 0, (), self.way)
        try:
            lines = kept.clients()
            recent = tuple(
                ClientLook(one.uid, one.name, day_words(one.last or one.created, now),
                           so_far_of(kept.record(one.uid)))
                for one in lines[:_RECENT]
            )  # fmt: skip
        except UserError as error:
            self._host.say(str(error))
            return StartView(home, "open", 0, (), self.way)
        return StartView(home, "open", len(lines), recent, self.way)

    def _home(self) -> HomeView:
        models, record = self._models, self._record
        client, so_far = models.client.client, self.so_far()
        notes = record.notes if record else ()
        own = [note for note in notes if note.reader == "client"]
        return HomeView(
            name=client.titled,
            whose=_FIRST_PERSON if models.view.client_view else client.whose,
            said=self._said(record),
            so_far=so_far,
            scores=client.scores,
            jobs=self._jobs(),
            plan=tuple(
                StepLine(step.uid, step.text, step.done is not None)
                for step in (record.steps if record else ())
            ),
            note=own[-1].text if own else "",
            private=len(notes) - len(own),
            today=today_lines(self._history.visits, models.in_play.looked, record,
                              models.reference.titles),
            also=self._also(client, record),
            kept=self._file.holds_client,
            client_view=models.view.client_view,
        )  # fmt: skip

    def _said(self, record: Record | None) -> Said | str:
        place = dict(self._places.named()).get(self._places.home, "")
        home = _("Pay at home: {place}", place=place) if place else _("Pay of the whole nation")
        met = record.open_session if record else None
        if self._models.view.client_view or met is None:
            return home
        began = _("Session begun {when}", when=moment(met.started))
        return joined((began, home), " · ")

    def _jobs(self) -> tuple[JobLine, ...]:
        models, play = self._models, self._models.in_play
        codes = dict.fromkeys((*models.shortlist.codes, *play.ticked))
        if not codes:
            return ()
        titles, education = models.reference.titles, models.reference.education
        home = self._places.home or NATION
        if home not in self._pay:
            self._pay[home] = models.reference.pay(home)
        pay, jobs = self._pay[home], {job.code: job for job in models.reference.jobs}
        place = dict(self._places.named()).get(home, "")
        found = []
        for code in codes:
            words = [pay[code][1]] if code in pay else []
            told = pay_told(jobs[code], words[0], place) if words else ""
            if (entry := education.get(code)) is not None:
                words.append(EDUCATION_SHORT.get(entry, entry))
            found.append(
                JobLine(code, titles[code], joined(words, " · "), told,
                        code in models.shortlist.codes, code in play.ticked)
            )  # fmt: skip
        return tuple(found)

    def _also(self, client: Client, record: Record | None) -> tuple[tuple[str, Said, str], ...]:
        not_yet, done = pgettext("state of a task", "not started"), pgettext("state", "done")
        found: list[tuple[str, Said, str]] = [
            ("rating", _("Rate own skills"), done if client.levels else not_yet),
            ("values", _("Order what matters at work"), done if client.values else not_yet),
            (
                "job",
                _("Start from a current job"),
                client.present.title
                if client.present
                else pgettext("state of a task", "find the job"),
            ),
        ]
        if record is not None:
            n = max(len(record.sessions) - 1, 0)
            earlier = ngettext("{n} session", "{n} sessions", n, n=n)
            found.append(("record", _("Record and earlier sessions"), earlier))
        return tuple(found)

    def _interests(self) -> InterestsView:
        client = self._models.client.client
        return InterestsView(
            name=client.called,
            whose=client.whose if client.name else pgettext("begins a sentence", "The client’s"),
            scores=client.scores,
            so_far=self.so_far(),
            taken=_taken(client.scores),
            first_person=_FIRST_PERSON,
            client_view=self._models.view.client_view,
            areas=self._liked_areas(client),
        )

    def _liked_areas(self, client: Client) -> tuple[str, ...] | None:
        """None where no job is rated on areas."""
        if not self._models.reference.has_areas:
            return None
        return client.areas.words if client.areas is not None else ()


def _taken(scores: ClientScores | None) -> Said | str:
    if scores is None:
        return ""
    if scores.date is None:
        return scores.instrument.name
    day = day_words(scores.date, datetime.now().astimezone())
    return joined((scores.instrument.name, day), ", ")
