"""What the client likes: six named bars with plain sentences, or what helps where there are none.

Questions, typed scores and a kiosk's code all end here. A Holland code alone and nearly level
answers put no job before another; their pages say so and lead on another way.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import flat
from counselor_app.domain.fit.profile import caution, code_words, describe
from counselor_app.domain.fit.words import profile_sentence, ties_sentence
from counselor_app.domain.occupation.interests import NAMES, PLAIN_NAMES
from counselor_app.domain.session.areas import SOURCE, areas_to_talk
from counselor_app.domain.session.inventory import NOT_VALIDATED
from counselor_app.domain.session.likes import ABOUT, headline, to_ask
from counselor_app.domain.session.steps import SoFar
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.ui.charts.like_bars import LikeRows
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.session.parts import Beside, Box, SessionPage, primary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counselor_app.ui.style.theme import Theme

_NARROW = 620


class InterestsView(NamedTuple):
    """What the page shows. ``taken`` says with what the scores were taken, and when; ``areas`` are
    those that the client likes, None where no job is rated on areas.
    """

    name: str
    whose: str
    scores: ClientScores | None
    so_far: SoFar
    taken: Said | str
    first_person: str
    client_view: bool
    areas: tuple[str, ...] | None = None


class InterestsPage(SessionPage):
    """``wanted`` carries the key of what is to be done: a step, "questions", "again", "short",
    "scores", "values", "areas", "rating", "job", "openings", "family".
    """

    wanted = Signal(str)

    def __init__(self, view: InterestsView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(pgettext("page", "Interests"), theme, parent)
        self._view, self._sure = view, False
        self._is_narrow = False
        self.on: Button | None = None
        self.restyle()

    def show_view(self, view: InterestsView) -> None:
        """Show what has changed."""
        if view != self._view:
            self._view = view
            self.refill()

    def take_focus(self) -> None:
        """Give the keyboard to the button that leads on."""
        if self.on is not None:
            self.on.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow() != self._is_narrow:
            self.refill()

    def fill(self, column: QVBoxLayout) -> None:
        view = self._view
        self._is_narrow = self._narrow()
        title = _("What I like") if view.client_view else _("What {name} likes", name=view.name)
        column.addWidget(self.head(title, view.taken, self._actions()))
        if view.scores is None:
            self._ask(column)
        elif not view.scores.scores:
            self._code_alone(column, view.scores)
        elif flat(view.scores):
            self._level(column, view.scores)
        else:
            self._scored(column, view.scores)

    def _narrow(self) -> bool:
        return self.width() < self.theme.px(_NARROW)

    def _actions(self) -> list[QWidget]:
        view = self._view
        if view.scores is None or view.client_view:
            return []
        return [
            self._button(pgettext("button", "Answer again"), "again"),
            self._button(pgettext("button", "Change scores"), "scores"),
        ]  # fmt: skip

    def _button(self, words: str, key: str) -> Button:
        button = Button(self.theme, words, look="outlined")
        button.clicked.connect(partial(self.wanted.emit, key))
        return button

    def _primary(self, words: str, key: str) -> Button:
        button = self.on = primary(words, self.theme)
        button.clicked.connect(partial(self.wanted.emit, key))
        return button

    def _say(self, words: str, *, tone: str = "text") -> Prose:
        return Prose(words, self.theme, role="prose", tone=tone)

    def _ask(self, column: QVBoxLayout) -> None:
        """No scores yet: the ways to them, and one that goes on where questions were left."""
        view, theme = self._view, self.theme
        paused = view.so_far.paused
        title = _("Sixty short questions say what {name} likes", name=view.name)
        if paused and view.so_far.answers:
            of = view.so_far.answers[1]
            title = _("{n} of {of} answered", n=view.so_far.answered, of=of)
        box = Box(title, theme, look="next")
        row = FlowLayout(theme, (12, 8))
        if paused:
            row.addWidget(self._primary(pgettext("button", "Go on"), "questions"))
            row.addWidget(self._button(pgettext("button", "Start over"), "again"))
        else:
            row.addWidget(self._primary(_("Answer 60 questions"), "again"))
            row.addWidget(self._button(_("Answer 30 questions"), "short"))
        box.column.addWidget(self._say(NOT_VALIDATED, tone="text2"))
        box.column.addLayout(row)
        other = Box(_("Scores from elsewhere"), theme)
        other.column.addWidget(
            self._say(_("Six scores from paper, a Holland code, or a code from the kiosk."))
        )
        ways = FlowLayout(theme, (12, 8))
        ways.addWidget(self._button(pgettext("button", "Type scores"), "scores"))
        ways.addWidget(self._button(_("Enter a kiosk code"), "code"))
        other.column.addLayout(ways)
        column.addWidget(Beside([box, other], theme, least=400, most=2))

    def _scored(self, column: QVBoxLayout, scores: ClientScores) -> None:
        view, theme = self._view, self.theme
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(12))
        whose = view.first_person if view.client_view else view.whose
        lines.addWidget(Prose(headline(scores, whose), theme, role="fact2"))
        if (said := caution(scores)) is not None and not view.client_view:
            lines.addWidget(Prose(said, theme, role="row", tone="text2"))
        lines.addWidget(
            LikeRows(scores, theme, official=not view.client_view, narrow=self._narrow())
        )
        lines.addStretch(1)
        column.addWidget(Beside([left, self._right(scores)], theme, least=340, spans=(2, 1)))

    def _right(self, scores: ClientScores) -> QWidget:
        view, theme = self._view, self.theme
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        box = Box(_("Next: the jobs closest to these answers"), theme, look="next")
        if view.so_far.closest is not None:
            n = view.so_far.closest
            box.column.addWidget(self._say(ngettext(
                "{n} job is likely to be among the tenth of all jobs closest to these answers.",
                "{n} jobs are likely to be among the tenth of all jobs closest to these answers.",
                n, n=n,
            )))  # fmt: skip
        words = _("See the matches")
        if view.client_view:
            words = _("See jobs like me")
        row = FlowLayout(theme)
        row.addWidget(self._primary(words, "matches"))
        box.column.addLayout(row)
        column.addWidget(box)
        if not view.client_view:
            asked = Box(_("What to ask {name}", name=view.name), theme)
            for question in to_ask(scores):
                asked.column.addWidget(Prose(question, theme, role="body"))
            if view.areas is None and (areas := areas_to_talk(scores)):
                for line in areas:
                    asked.column.addWidget(Prose(line, theme, role="row"))
                asked.column.addWidget(Prose(SOURCE, theme, role="caption", tone="text2"))
            column.addWidget(asked)
        if view.areas is not None:
            column.addWidget(self._liked(view.areas))
        column.addWidget(self._how_sure(scores))
        column.addStretch(1)
        return right

    def _liked(self, areas: Sequence[str]) -> QWidget:
        """The areas that the client likes, and the way to choose them."""
        box = Box(pgettext("title", "Interest areas"), self.theme)
        none = _("No areas are chosen yet.")
        box.column.addWidget(self._say(joined(areas, "; ") if areas else none))
        row = FlowLayout(self.theme)
        row.addWidget(self._button(pgettext("button", "Choose areas…"), "areas"))
        box.column.addLayout(row)
        return box

    def _how_sure(self, scores: ClientScores) -> QWidget:
        """Closed, a sentence; opened by the counselor, the statistics."""
        view, theme = self._view, self.theme
        box = Box(_("A conversation, not a verdict"), theme)
        limits = _("Interests say what a person may enjoy, and nothing about ability.")
        box.column.addWidget(Prose(limits, theme, role="row", tone="text2"))
        if view.client_view:
            return box
        open_words = _("How sure is this?") if not self._sure else _("Hide how sure this is")
        link = LinkLabel(open_words, theme)
        link.clicked.connect(self._toggle_sure)
        box.column.addWidget(link)
        if self._sure:
            for said in sure_lines(scores):
                box.column.addWidget(Prose(said, theme, role="row"))
        return box

    def _toggle_sure(self) -> None:
        self._sure = not self._sure
        self.refill()

    def _level(self, column: QVBoxLayout, scores: ClientScores) -> None:
        """Nearly level answers: any order of jobs would be chance, so none is shown."""
        view, theme = self._view, self.theme
        whose = view.first_person if view.client_view else view.whose
        column.addWidget(Prose(headline(scores, whose), theme, role="fact2"))
        column.addWidget(self._say(_(
            "The six scores are too close to tell apart, so any order of jobs would be chance."
            " That says nothing bad: it happens to careful people too."
        )))  # fmt: skip
        helps = Box(_("What helps now"), theme, look="next")
        row = FlowLayout(theme, (12, 8))
        row.addWidget(self._primary(_("Jobs with the most openings"), "openings"))
        row.addWidget(self._button(_("Order what matters at work"), "values"))
        row.addWidget(self._button(_("Rate own skills"), "rating"))
        row.addWidget(self._button(_("Start from a current job"), "job"))
        if view.so_far.answers and view.so_far.answers[1] < 60:  # the short form
            row.addWidget(self._button(_("Answer all 60 questions"), "again"))
        helps.column.addLayout(row)
        bars = LikeRows(scores, theme, official=not view.client_view, narrow=self._narrow())
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(helps)
        lines.addWidget(self._how_sure(scores))
        lines.addStretch(1)
        column.addWidget(Beside([bars, right], theme, least=340, spans=(2, 1)))

    def _code_alone(self, column: QVBoxLayout, scores: ClientScores) -> None:
        """Letters without scores: no bars, and jobs with the same letters."""
        view, theme = self._view, self.theme
        whose = view.first_person if view.client_view else view.whose
        column.addWidget(Prose(headline(scores, whose), theme, role="fact2"))
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(10))
        for letter in scores.letters:
            name = PLAIN_NAMES[letter]
            box = Box(name, theme, said="" if view.client_view else NAMES[letter])
            box.column.addWidget(Prose(ABOUT[letter], theme, role="body", tone="text2"))
            lines.addWidget(box)
        lines.addStretch(1)
        helps = Box(_("What helps now"), theme, look="next")
        helps.column.addWidget(self._say(_(
            "A code has letters and no scores: it says what comes first, not how far. Six scores"
            " or the questions bring the closest jobs."
        )))  # fmt: skip
        row = FlowLayout(theme, (12, 8))
        row.addWidget(self._primary(_("Browse jobs by interests"), "letters"))
        row.addWidget(self._button(_("Answer 60 questions"), "again"))
        row.addWidget(self._button(_("Type six scores"), "scores"))
        helps.column.addLayout(row)
        helps.column.addStretch(1)
        column.addWidget(Beside([left, helps], theme, least=340, most=2))


def sure_lines(scores: ClientScores) -> list[Said | str]:
    """What is known of the scores' error, and what follows from it, for the counselor."""
    own = describe(scores)
    if own is None:
        return [scores.instrument.error]
    return [
        scores.instrument.error,
        ties_sentence(own.ties, scores.instrument),
        _("Holland code: {code}.", code=code_words(scores)),
        profile_sentence(own),
    ]
