"""The client's home: the one next step, what they like, jobs in play, the plan, today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.domain.session.likes import headline, likes
from counselor_app.domain.session.steps import (
    CLIENTS_NAMES,
    STEPS,
    SoFar,
    StepKey,
    next_step,
    next_words,
)
from counselor_app.language import Said, _, listed, ngettext, pgettext
from counselor_app.ui.charts.like_bars import LikeBars
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.session.parts import Beside, Box, NextBox, SessionPage, lined, primary
from counselor_app.ui.session.today_box import TodayBox

if TYPE_CHECKING:
    from counselor_app.domain.fit.instruments import ClientScores
    from counselor_app.ui.session.today_box import TodayLine
    from counselor_app.ui.style.theme import Theme


class JobLine(NamedTuple):
    """A job in play: its figures in a line, its pay to be quoted, and how it is marked."""

    code: str
    title: str
    said: str
    pay: str
    starred: bool
    ticked: bool


class StepLine(NamedTuple):
    """A next step of the plan."""

    uid: str
    text: str
    done: bool


class HomeView(NamedTuple):
    """What the home shows. ``whose`` is "Mia’s"; ``private`` counts the counselor's own notes."""

    name: str
    whose: str
    said: str
    so_far: SoFar
    scores: ClientScores | None
    jobs: tuple[JobLine, ...]
    plan: tuple[StepLine, ...]
    note: str
    private: int
    today: tuple[TodayLine, ...]
    also: tuple[tuple[str, Said, str], ...]
    """What else can be done: a key, its words, its state."""
    kept: bool
    client_view: bool


class HomePage(SessionPage):
    """``step`` carries a step to open, ``job`` a code, ``visited`` a `Place`, ``other`` the key of
    what else is to be done, ``ticked`` a next step and whether it is done.
    """

    step = Signal(str)
    job = Signal(str)
    visited = Signal(object)
    other = Signal(str)
    ticked = Signal(str, str, bool)

    def __init__(self, view: HomeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Home of the client"), theme, parent)
        self._view = view
        self.go_on: Button | None = None
        self.restyle()

    def show_view(self, view: HomeView) -> None:
        """Show what has changed."""
        before, self._view = self._view, view
        if view._replace(today=before.today) != before:
            self.refill()
        elif view.today != before.today and not view.client_view:  # as after every step
            self._today.show_lines(view.today)

    def take_focus(self) -> None:
        """Give the keyboard to the next step."""
        if self.go_on is not None:
            self.go_on.setFocus()

    def fill(self, column: QVBoxLayout) -> None:
        view, theme = self._view, self.theme
        details: list[QWidget] = []
        self.go_on = None
        if view.kept and not view.client_view:
            details = [self._link(pgettext("button", "Change details…"), "details")]
        column.addWidget(self.head(view.name, view.said, details))
        after = next_step(view.so_far)
        if not view.client_view or after in ("interests", "matches", "compare"):
            column.addWidget(self._next())
        boxes = [self._likes(), self._jobs(), self._plan()]
        column.addWidget(Beside(boxes, theme, least=330))
        if not view.client_view:
            self._today = TodayBox(theme)
            self._today.visited.connect(self.visited)
            self._today.show_lines(view.today)
            rest = Beside([self._today, self._also()], theme, least=330, spans=(2, 1))
            column.addWidget(rest)

    def _link(self, words: str, key: str) -> LinkLabel:
        link = LinkLabel(words, self.theme)
        link.clicked.connect(partial(self.other.emit, key))
        return link

    def _go(self, words: str, key: StepKey, name: str) -> LinkLabel:
        link = LinkLabel(words, self.theme)
        link.setAccessibleName(self.theme.say(name))
        link.clicked.connect(partial(self.step.emit, key))
        return link

    def _next(self) -> QWidget:
        """What comes next, and the one button that leads there."""
        view, theme = self._view, self.theme
        after = next_step(view.so_far)
        buttons = []
        words = next_words(view.so_far)
        if view.client_view and after is not None:
            words = CLIENTS_NAMES[after]
        self.go_on = primary(words, theme)
        self.go_on.clicked.connect(partial(self.step.emit, after or "handout"))
        before = STEPS.index(after) - 1 if after else len(STEPS) - 2
        if before >= 0 and view.so_far.scored and not view.client_view:
            key = STEPS[before]
            other = Button(theme, _BACK_TO[key], look="outlined")
            other.clicked.connect(partial(self.step.emit, key))
            buttons.append(other)
        return NextBox(_next_title(view), _next_said(view), (*buttons, self.go_on), theme)

    def _likes(self) -> QWidget:
        view, theme = self._view, self.theme
        link = self._go(pgettext("link", "Open"), "interests", _("Open the interests"))
        title = _("What {name} likes", name=view.name)
        box = Box(_("What I like") if view.client_view else title, theme, link=link)
        if view.scores is None:
            none = _("No scores yet. Questions, typed scores or a kiosk’s code give them.")
            box.column.addWidget(Prose(none, theme, role="body", tone="text2"))
        else:
            box.column.addWidget(Prose(headline(view.scores, view.whose), theme, role="body"))
            if likes(view.scores):
                box.column.addWidget(LikeBars(view.scores, theme))
        box.column.addStretch(1)
        return box

    def _jobs(self) -> QWidget:
        view, theme = self._view, self.theme
        starred = sum(job.starred for job in view.jobs)
        ticked = sum(job.ticked for job in view.jobs)
        said = ""
        if view.jobs:
            said = _("{starred} starred, {ticked} ticked", starred=starred, ticked=ticked)
        link = self._go(pgettext("link", "Matches"), "matches", _("Open the matches"))
        title = pgettext("part of the home", "My jobs") if view.client_view else _("Jobs in play")
        box = Box(title, theme, said=said, link=link)
        if not view.jobs:
            none = _("None yet. A star or a tick beside a job brings it here.")
            box.column.addWidget(Prose(none, theme, role="body", tone="text2"))
        for job in view.jobs:
            words, names = QWidget(), LinkLabel(job.title, theme)
            names.clicked.connect(partial(self.job.emit, job.code))
            lines = QVBoxLayout(words)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(names)
            lines.addWidget(Prose(job.said, theme, role="caption", tone="text2"))
            marks = [m for m, on in (
                (pgettext("mark of a job", "starred"), job.starred),
                (pgettext("mark of a job", "ticked"), job.ticked),
            ) if on]  # fmt: skip
            mark = Prose(listed(marks), theme, role="caption", tone="text2", wrap=False)
            line = lined(theme, words, mark)
            self.offer_job((line,), job.code, job.pay)
            box.column.addWidget(line)
        box.column.addStretch(1)
        return box

    def _plan(self) -> QWidget:
        view, theme = self._view, self.theme
        link = self._go(pgettext("link", "Open"), "plan", _("Open the plan"))
        if view.client_view:
            box = Box(CLIENTS_NAMES["plan"], theme)
        else:
            box = Box(_("Plan so far"), theme, link=link)
        for step in view.plan:
            tick = Check(step.text, theme)
            tick.setChecked(step.done)
            tick.toggled.connect(partial(self.ticked.emit, step.uid, step.text))
            box.column.addWidget(tick)
        if not view.plan:
            none = _("No next step yet.")
            box.column.addWidget(Prose(none, theme, role="body", tone="text2"))
        note = view.note or _("No note for {name} yet.", name=view.name)
        if view.client_view and not view.note:
            note = _("No note yet.")
        tone = "text" if view.note else "text2"
        box.column.addWidget(Prose(note, theme, role="body", tone=tone))
        if not view.kept and not view.client_view:
            where = _("A plan is kept with a client of the clients’ file.")
            box.column.addWidget(Prose(where, theme, role="caption", tone="text2"))
        if view.private and not view.client_view:
            counted = ngettext(
                "{n} private note", "{n} private notes", view.private, n=view.private
            )
            show = self._go(pgettext("link", "Show"), "plan", _("Show private notes"))
            own = Box(counted, theme, look="private", link=show)
            never = _("Only you; never on a page for the client")
            own.column.addWidget(Prose(never, theme, role="caption", tone="text2"))
            box.column.addWidget(own)
        box.column.addStretch(1)
        return box

    def _also(self) -> QWidget:
        view, theme = self._view, self.theme
        box = Box(_("Also for {name}", name=view.name), theme)
        for key, words, state in view.also:
            said = Prose(state, theme, role="caption", tone="text2", wrap=False)
            box.column.addWidget(lined(theme, self._link(words, key), said))
        box.column.addStretch(1)
        return box


_BACK_TO: dict[StepKey, Said] = {
    "interests": _("Back to the interests"),
    "matches": _("Back to the matches"),
    "compare": _("Back to the comparison"),
    "plan": _("Back to the plan"),
    "handout": _("Back to the handout"),
}


def _next_title(view: HomeView) -> Said:
    so_far = view.so_far
    if so_far.paused and so_far.answers:
        left = so_far.answers[1] - so_far.answers[0]
        if not left:
            return _("Next: what came out of the questions")
        return ngettext("Next: the {n} question left", "Next: the {n} questions left", left, n=left)
    after = next_step(so_far)
    if after == "compare":
        return _("Next: set the {n} ticked jobs side by side", n=so_far.ticked)
    if after == "matches" and not so_far.scored and so_far.present:
        return _("Next: where the present job leads")
    return {
        "interests": _("Next: what {name} likes", name=view.name),
        "matches": _("Next: the jobs closest to these answers"),
        "plan": _("Next: write down what comes next"),
        "handout": _("Next: the handout to take home"),
        None: _("Done: the handout is made"),
    }[after]


def _next_said(view: HomeView) -> Said | str:
    after = next_step(view.so_far)
    if after == "compare":
        return listed(job.title for job in view.jobs if job.ticked)
    if after == "interests" and not view.so_far.paused:
        return _("Matches come after interests, or from a current job.")
    if after == "matches" and view.so_far.closest is not None:
        return ngettext(
            "{n} job is likely to be among the tenth of all jobs closest to these answers.",
            "{n} jobs are likely to be among the tenth of all jobs closest to these answers.",
            view.so_far.closest, n=view.so_far.closest,
        )  # fmt: skip
    return ""
