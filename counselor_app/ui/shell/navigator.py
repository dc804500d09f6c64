"""Goes from place to place: the steps, home, Back and forward, the next job of a list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from counselor_app.domain.session.steps import CLIENTS_NAMES, NAMES, StepKey, steps
from counselor_app.language import Said, _, pgettext
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.shell.left import Left, come_back, left_by
from counselor_app.ui.state.history import Place, Visit
from counselor_app.ui.state.view import TABS

if TYPE_CHECKING:
    from counselor_app.ui.shell.parts import Parts
    from counselor_app.ui.shell.searching import Searching
    from counselor_app.ui.state.history import PageName

_LONGEST = 28
_STEP_OF: dict[str, StepKey] = {
    "interests": "interests", "moving": "matches", "matches": "matches", "compare": "compare",
    "plan": "plan", "handout": "handout",
}  # fmt: skip


class Navigator(QObject):
    """Writes down every place that is shown, whoever showed it, and leads back there.

    What opens a page calls `leave` first, so that how the present one stands is known. ``search``
    may lie over the page.
    """

    _arrived = Signal()

    def __init__(self, parts: Parts, search: Searching) -> None:
        super().__init__(parts)
        self._parts, self._history, self._search = parts, parts.history, search
        self._moving = False
        self._instead = False
        self._client = ("", False)
        self._came_from: StepKey | None = None
        self._arriving = False
        self._arrived.connect(self._arrive_once, Qt.ConnectionType.QueuedConnection)
        for changed in (parts.view.changed, parts.client.changed, parts.clients_file.kept_changed):
            changed.connect(self._arrive_soon)
        parts.history.changed.connect(self.tell)
        parts.window.beside_changed.connect(self.tell)
        search.leaving.connect(self.leave)
        search.changed.connect(self.tell)
        search.back.connect(self.back)

    @property
    def here(self) -> StepKey | None:
        """The step whose page is open; of a job, the step that it was opened from."""
        place = self._history.place
        if place is None or place.page in ("home", "start"):
            return None
        return _STEP_OF.get(place.page, self._came_from)

    def leave(self, focus: QWidget | None = None) -> None:
        """Something else is about to be shown: keep how the present place stands, and where the
        ``focus`` was on it.
        """
        if self._moving:
            return
        self._arrive_once()
        if self._search.open_now:
            if not self._search.words:
                return
            again = self._history.place is not None and self._history.place.page == "search"
            self._history.enter(Place("search", words=self._search.words), instead=again)
        if self._history.place is not None and self._history.place == self._shown():
            held = focus or self._parts.window.focusWidget()
            self._history.leave(left_by(self._regions(), held))

    def arrive(self) -> None:
        """Write down what is shown now."""
        self._arriving = False
        if self._moving:
            return
        parts = self._parts
        client = (parts.clients_file.uid, parts.session.known)
        if client != self._client:
            self._client = client
            self._began(known=client[1])
            return
        wanted: Literal["home", "start"] = "home" if parts.session.known else "start"
        over = parts.view.over
        if (over in ("home", "start") and over != wanted) or not (over or parts.view.codes):
            with self.unseen():
                parts.session.show(wanted)
        place = self._shown()
        if place.page in _STEP_OF:
            self._came_from = _STEP_OF[place.page]
        elif place.page in ("home", "start"):
            self._came_from = None
        self._history.enter(place, instead=self._instead)
        self._instead = False
        if place.page == "compare":
            parts.in_play.compare(place.codes)

    def _arrive_soon(self) -> None:
        """Once all that changes together has changed, and before it is painted."""
        if not self._arriving:
            self._arriving = True
            self._arrived.emit()

    def _arrive_once(self) -> None:
        if not self._arriving:
            return
        self.arrive()
        for pane in self._parts.jobs.panes.panes:  # else Back takes its place in a second frame
            if (layout := pane.head.layout()) is not None:
                layout.activate()

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """What is shown on the way is no visit."""
        was, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = was

    def pass_by(self) -> None:
        """What is shown now is on the way to something else, and no visit."""
        self._arriving = False

    def rest(self) -> None:
        """Write nothing down any more: the window lets its pack go."""
        self._moving = True

    def restart(self) -> None:
        """Begin the history anew at the client's home."""
        self._arriving = False
        parts = self._parts
        self._client = (parts.clients_file.uid, parts.session.known)
        self._began(known=parts.session.known)

    def back(self) -> None:
        """Alt+Left and the visible Back; from a search to the page under it."""
        place = self._history.place
        if not self._search.open_now or (place is not None and place.page == "search"):
            self._step(-1)
            return
        self._search.close()
        self._parts.window.focus_page()
        self._restore(self._history.visits[self._history.here])

    def forward(self) -> None:
        """Alt+Right."""
        self._step(1)

    def visit(self, place: Place) -> None:
        """Go to a place that was visited before."""
        self.leave()
        self._show(place)
        self.arrive()

    def open_step(self, step: StepKey) -> None:
        """Alt+1 to 5: a step's page, as it was left."""
        parts = self._parts
        if not parts.session.known:
            parts.window.say(
                _("The steps belong to a client. Start a session with a nickname first."),
                problem=False,
            )
            return
        parts.caseload.leave_plan()
        if step in ("interests", "plan", "handout"):
            parts.session.show(step)
        elif step == "matches":
            self._open_matches()
        else:
            self._open_compare()
        self.arrive()
        self.tell()

    def go_home(self) -> None:
        """Alt+0: the client's home; without a client the start."""
        self._parts.caseload.leave_plan()
        self._parts.session.show("home" if self._parts.session.known else "start")
        self.arrive()

    def step_in_list(self, by: int) -> None:
        """The job before or after in the list that the present one was opened from.

        It takes the present one's place in the history, so that one Back leaves the list.
        """
        codes, code = self._parts.view.in_list, self._parts.view.code
        if code not in codes:
            return
        wanted = codes.index(code) + by
        if 0 <= wanted < len(codes):
            self._instead = True
            self._parts.jobs.open(codes[wanted])
            self._instead = True  # for what is shown now
            self.arrive()

    def tell(self) -> None:
        """Show where Back leads, and how the steps stand."""
        parts, window = self._parts, self._parts.window
        before = self._history.before
        words = self._label(before) if before is not None else ""
        self._tell_search(before)
        panes = parts.jobs.panes
        over = window.over.findChildren(BackButton) if window.over is not None else []
        for button in (*over, panes.first.head.back, panes.second.head.back):
            button.lead_to(words)
            if not button.served:
                button.served = True
                button.clicked.connect(self.back)
        header = window.header
        so_far, client_view = parts.session.so_far(), parts.view.client_view
        if header.spine.show_steps(steps(so_far), self.here, client_view=client_view):
            window.arrange_bar()

    def _tell_search(self, before: Visit | None) -> None:
        """Name the page under the search, which its Back leads to."""
        wide, history = self._parts.sidebar.wide, self._history
        if wide is None or not self._search.open_now or not history.visits:
            return
        searched = history.place is not None and history.place.page == "search"
        under = before if searched else history.visits[history.here]
        for back in (wide.back, wide.preview.way_back.back):
            back.lead_to(self._label(under) if under is not None else "")

    def _began(self, *, known: bool) -> None:
        """Another client is shown, or none: the history begins at the home, or the start."""
        self._history.clear()
        self._parts.view.in_list = ()
        self._came_from = None
        self._history.enter(Place("home" if known else "start"))
        self.arrive()

    def _open_matches(self) -> None:
        parts = self._parts
        scores = parts.client.client.scores
        if scores is not None:
            parts.counsel.show_matches()
            return
        if parts.client.client.present is not None:
            parts.session.show("moving")
            return
        parts.window.say(_("Matches come after interests, or from a current job."), problem=False)
        self.leave()
        parts.session.show("interests")

    def _open_compare(self) -> None:
        parts = self._parts
        if parts.view.over != "compare":
            parts.comparison.begin(parts.in_play.ticked)

    def _step(self, by: int) -> None:
        self.leave()
        visit = self._history.step(by)
        if visit is None:
            return
        self._show(visit.place)
        self._restore(visit)

    def _restore(self, visit: Visit) -> None:
        """Bring what is shown now back to how it was left."""
        if isinstance(left := visit.left, Left):
            QTimer.singleShot(0, self, lambda: come_back(self._regions(), left))

    def _show(self, place: Place) -> None:
        """Show a place without writing it down."""
        parts = self._parts
        with self.unseen():
            if place.page == "search":
                if (before := self._history.before) is not None:
                    self._show(before.place)
                self._search.show_again(place.words)
                return
            if self._search.open_now:
                self._search.close()
                parts.window.focus_page()
            if place.page in ("start", "home", "interests", "moving", "plan", "handout"):
                parts.session.show(place.page)
            elif place.page == "matches":
                parts.counsel.show_matches()
            elif place.page == "compare":
                parts.comparison.show(place.codes)
            else:
                self._show_jobs(place)
        self._arrive_soon()

    def _show_jobs(self, place: Place) -> None:
        parts = self._parts
        parts.session.hide()
        parts.counsel.hide_matches()
        parts.comparison.hide()
        if parts.view.codes != place.codes:
            parts.jobs.panes.close_pane(1)
            parts.jobs.panes.use(0)
            for beside, code in enumerate(place.codes):
                parts.jobs.open(code, beside=beside == 1)
        if place.tab != parts.view.tab:
            parts.jobs.panes.set_tab(place.tab)
        parts.window.focus_page()

    def _shown(self) -> Place:
        view, place = self._parts.view, self._history.place
        if self._search.open_now and place is not None and place.page == "search":
            return place
        if view.over == "compare":
            return Place("compare", self._parts.comparison.codes())
        if view.over:
            page: PageName = view.over
            return Place(page)
        return Place("jobs", view.codes, view.tab)

    def _regions(self) -> list[QWidget]:
        window = self._parts.window
        if self._search.open_now:
            return [self._parts.sidebar]
        if window.over is not None:
            return [window.over]
        return [w for pane in self._parts.jobs.panes.panes for w in pane.widgets()]

    def _label(self, visit: Visit) -> Said | str:
        parts, place = self._parts, visit.place
        if place.page == "home":
            return parts.client.client.titled
        if place.page == "start":
            return pgettext("place", "Start")
        if place.page == "search":
            return _("Search for “{words}”", words=_cut(place.words))
        if place.page == "moving":
            return _("From the present job")
        if place.page != "jobs":
            names = CLIENTS_NAMES if parts.view.client_view else NAMES
            return names[_STEP_OF[place.page]]
        here = self._history.place
        if here is not None and here.page == "jobs" and here.codes == place.codes:
            return TABS[place.tab]
        title = parts.reference.titles.get(place.codes[0], "") if place.codes else ""
        title = parts.theme.say(title)  # before it is cut
        short = _cut(title)
        return _("{job} and another", job=short) if len(place.codes) > 1 else short


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
