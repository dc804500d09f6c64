"""What stands over the client's jobs: title and count, board or list, notes, and empty states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.board import Basis, Column, Placing, shown_words
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.gap import ABOUT_ENOUGH
from counselor_app.domain.fit.matches_filter import IN_LIKED, Filters, Unranked
from counselor_app.domain.fit.measurement import flat_words
from counselor_app.domain.fit.profile import caution
from counselor_app.domain.fit.sureness import ABOUT_TIERS
from counselor_app.domain.fit.tiers import NOT_SINGLED_OUT, reach_sentence
from counselor_app.domain.fit.words import NOT_A_VERDICT, edition_words
from counselor_app.domain.occupation.days import FILTERS as DAY_FILTERS
from counselor_app.domain.occupation.listing import YEAR_ONLY
from counselor_app.domain.session.client import ClientView
from counselor_app.language import Said, _, joined, listed, ngettext, pgettext
from counselor_app.ui.counsel.match_filters import MatchOptions
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import FindField
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

Left = Literal["some", "folded", "none"]
"""Whether the filters leave jobs, only those in sections that are folded, or none."""
STARRED_AT_MOST = 20
"""Jobs that are starred by one press."""
SHARED = _("* published for the group of jobs that is named")
COMPARING = _("Comparing the client’s ratings with every occupation …")
ONLY_LETTERS = _(
    "A code alone has no scores: jobs with the same letters, equal ones by title. Without scores"
    " no job can be called closer than that."
)
_FILTER_NAMES: dict[str, Said] = {
    "zone": pgettext("filter", "Preparation"),
    "education": pgettext("filter", "Schooling"),
    "pay": _("Least pay a year"),
    "growth": pgettext("filter", "Outlook"),
    "openings": pgettext("filter", "Openings"),
    "family": _("Kind of work"),
    "gap": pgettext("column", "Skill gap"),
    "areas": IN_LIKED,
    **{str(day): name for day, name in DAY_FILTERS.items()},
}


def what_is_left(rows: Sequence[Unranked], columns: Sequence[Column]) -> Left:
    """Whether the filters leave jobs; ``columns`` are those of the board, none of the list."""
    if not rows:
        return "none"
    return "folded" if columns and not any(column.count for column in columns) else "some"


def counted(
    columns: Sequence[Column], basis: Basis, called: str, open_jobs: int, beside: Sequence[str]
) -> Said:
    """The sentence over the board: what it shows of ``open_jobs``, what is hidden, just missed."""
    left_out = open_jobs - sum(column.count for column in columns)
    shown, hidden = shown_words(columns, basis, called, left_out)
    said = [shown, *([hidden] if hidden else [])]
    if beside:
        said.append(_("{beside}.", beside=listed(beside)))
    return joined(said)


class HeadGround(QFrame):
    """The ground of what stands over the jobs."""

    look = "plain head"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        dress(self, theme)


class MatchHead(QWidget):
    """Title, count and what to do with the whole list; ``look_chosen`` is 0 board, 1 list."""

    look_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        say = theme.say
        self.notes = Notes(theme)
        self.back = BackButton(theme)
        self.title = Prose("", theme, role="title2", wrap=False)
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.count = Prose("", theme, role="body", tone="text2")
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.trouble = Status("", theme, role="body", tone="client_text")
        self.fold = Button(theme, pgettext("button", "Filters"), icon="choices", look="outlined")
        self.fold.setCheckable(True)
        self.sought = FindField(say(_("Find in the list")), theme)
        self.put = Button(theme, pgettext("button", "Star all"), icon="star", role="row")
        self.sure = Button(theme, _("How sure is this?"), icon="notice", role="row")
        self.sure.setCheckable(True)
        self.copy = Button(theme, pgettext("button", "Copy table"), icon="copy", role="row")
        self.save = Button(theme, pgettext("button", "Save table…"), role="row")
        self.print = Button(theme, pgettext("button", "Print list…"), icon="print", role="row")
        self.aside = Button(theme, "", look="flat", role="row")
        self.aside.setCheckable(True)
        self.look = SegmentedControl(
            (pgettext("look of the matches", "Board"), pgettext("look of the matches", "List")),
            theme, say(_("Board or list")),
        )  # fmt: skip
        self.look.chosen.connect(self.look_chosen)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._top = top = QHBoxLayout()
        top.setSpacing(10)
        for left in (self.back, self.title, self.fold):
            top.addWidget(left)
        self._room = QWidget()
        self._beside = QVBoxLayout(self._room)
        self._beside.setContentsMargins(4, 0, 4, 0)
        top.addWidget(self._room, 1)
        for right in (self.sure, self.aside, self.look):
            top.addWidget(right)
        self.tools = QWidget()
        tools = FlowLayout(theme, (6, 4))
        self.tools.setLayout(tools)
        for tool in (self.sought, self.put, self.copy, self.save, self.print):
            tools.addWidget(tool)
        column.addLayout(top)
        for under in (self.count, self.trouble, self.tools):
            column.addWidget(under)

    def tell(
        self, options: MatchOptions, placing: Placing | None, *, client_view: bool, aside: int,
        found: int, in_use: int,
    ) -> None:  # fmt: skip
        """Say whose jobs these are, and offer what fits them."""
        say, listed = self.theme.say, not options.board and not client_view
        title = _("Jobs close to what I like") if client_view else pgettext("page", "Matches")
        self.title.setText(say(title))
        ranked = placing is not None and placing.basis in ("tier", "rank")
        self.tools.setVisible(listed)
        self.print.setVisible(ranked)
        self.sure.setVisible(ranked and not client_view)
        for button in (self.copy, self.save, self.print):
            button.setEnabled(bool(found))
        self.sure.setChecked(options.sure)
        few = 0 < found <= STARRED_AT_MOST
        self.put.setEnabled(few)
        most = _("Filter down to {n} or fewer first", n=STARRED_AT_MOST)
        self.put.setToolTip("" if few else say(most))
        self.back.setMinimumHeight(48 if client_view else 0)
        self.look.setVisible(not client_view)
        self.look.set_index(0 if options.board else 1)
        self.aside.setVisible(bool(aside) or options.only == "aside")
        self.aside.setChecked(options.only == "aside")
        words = (
            _("Jobs I set aside: {n}", n=number(aside)) if client_view
            else ngettext("{n} set aside", "{n} set aside", aside, n=number(aside))
        )  # fmt: skip
        self.aside.setMinimumHeight(48 if client_view else 0)
        _say(self.aside, say(words))
        filters = (
            pgettext("button", "Filters: {n}", n=in_use)
            if in_use
            else pgettext("button", "Filters")
        )
        _say(self.fold, say(filters))

    def arrange(self, *, narrow: bool, terse: bool) -> None:
        """With little room buttons show their signs alone, and the count goes under the title;
        ``terse`` leaves it out.
        """
        self.count.setVisible(not terse)
        for button in (self.copy, self.put, self.print, self.sure):
            button.set_bare(narrow)
        px = self.theme.px
        self.back.set_bare(narrow and (self.theme.scale > 1.75 or self.width() < px(760)))
        place = self._column if narrow else self._beside
        if place.indexOf(self.count) < 0:
            self._beside.removeWidget(self.count)
            self._column.removeWidget(self.count)
            place.insertWidget(1 if narrow else 0, self.count)


def _say(button: Button, words: str) -> None:
    """Put other words on a button: the same ones would lay the page out again."""
    if button.text() != words:
        button.setText(words)
        button.setAccessibleName(words)
        button.restyle()


class Notes(QWidget):
    """What must be said before the jobs, and, under "How sure is this?", from what they come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        column = QVBoxLayout(self)
        column.setSpacing(2)
        self.said = Status("", theme, role="body", tone="client_text")
        self.about = Prose("", theme, role="caption", tone="text2")
        column.addWidget(self.said)
        column.addWidget(self.about)

    def tell(
        self, view: ClientView, placing: Placing | None, edition: BandEdition,
        sources: Sequence[Source], *, client_view: bool, sure: bool,
    ) -> None:  # fmt: skip
        """Say it for these jobs."""
        said: list[str] = []
        scores = view.client.scores
        if placing is not None and scores is not None:
            if placing.basis == "openings":
                said.append(flat_words(scores))
            elif placing.basis == "letters":
                said.append(ONLY_LETTERS)
            elif (warned := caution(scores)) is not None:
                said.append(warned)
            elif placing.basis == "tier" and "very likely" not in placing.section.values():
                said.append(NOT_SINGLED_OUT)
        if view.client.levels and view.gaps is None:
            said.append(COMPARING)
        self.said.setText(self.theme.say(joined(said)))
        self.said.setVisible(bool(said) and not client_view)
        about = _about(view, placing, edition, sources, sure=sure)
        self.about.setText(self.theme.say(about))
        self.about.setVisible(bool(about) and not client_view)
        self.setVisible(not client_view and (bool(said) or bool(about)))


def _about(
    view: ClientView, placing: Placing | None, edition: BandEdition, sources: Sequence[Source],
    *, sure: bool,
) -> str:  # fmt: skip
    if not sure or placing is None or placing.basis not in ("tier", "rank"):
        return ""
    labels = joined(dict.fromkeys(source.label for source in sources), "; ")
    said: list[str] = [ABOUT_TIERS] if placing.basis == "tier" else []
    said += [
        reach_sentence(view.ranking, edition),
        pgettext("note", "Bands: {edition}.", edition=edition_words(edition)),
        _("{sources}.", sources=labels),
        _("{sentence}.", sentence=SHARED),
        _("{sentence}.", sentence=YEAR_ONLY),
    ]
    if view.gaps is not None:
        said.append(ABOUT_ENOUGH)
    return joined((*said, NOT_A_VERDICT))


class Nothing(QWidget):
    """What to do where no job is left, or where the scores put none before another.

    ``wanted`` carries options without the filter that hides most.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._without = MatchOptions()
        flow = FlowLayout(theme, (12, 6))
        self.setLayout(flow)
        self.words = Prose("", theme, role="body", bold=True)
        self.off = Button(theme, "", look="outlined")
        self.off.clicked.connect(lambda: self.wanted.emit(self._without))
        self.values = Button(theme, _("Sort what matters"), look="outlined")
        self.rate = Button(theme, pgettext("button", "Rate skills"), look="outlined")
        self.ask = Button(theme, _("Ask all 60 questions"), look="outlined")
        for widget in (self.words, self.off, self.ask, self.values, self.rate):
            flow.addWidget(widget)

    def tell(
        self, view: ClientView, options: MatchOptions, placing: Placing | None, *,
        client_view: bool, left: Left, without: tuple[str, int, Filters] | None,
    ) -> None:  # fmt: skip
        """Say what is wrong and offer the way out; hide where there are jobs in an order."""
        say = self.theme.say
        flat = placing is not None and placing.basis == "openings" and not client_view
        none = placing is not None and left != "some" and (left == "none" or without is not None)
        self.setVisible(flat or none)
        self.words.setVisible(none)
        self.off.setVisible(none)
        short = view.client.scores is not None and view.client.scores.instrument.key == "own-30"
        self.ask.setVisible(flat and not none and short)
        self.values.setVisible(flat and not none and not view.client.values)
        self.rate.setVisible(flat and not none and not view.client.levels)
        if not none:
            return
        if without is not None:
            name, n, filters = without
            self._without = replace(options, filters=filters)
            most = ngettext(
                "{filter} hides the most: {n} job.", "{filter} hides the most: {n} jobs.",
                n, filter=_FILTER_NAMES[name], n=number(n),
            )  # fmt: skip
            self.words.setText(say(joined((_NONE_LEFT[left], most))))
            self.off.setText(say(_("Take off: {filter}", filter=_FILTER_NAMES[name])))
        else:
            self._without = replace(options, only="all")
            self.words.setText(say(_NO_SUCH[options.only]))
            self.off.setText(say(_("Show all jobs")))
        self.off.setAccessibleName(self.off.text())
        self.off.restyle()


_NONE_LEFT: dict[Left, Said] = {
    "none": _("No job is left."),
    "folded": _("Only jobs that are less close are left."),
}
_NO_SUCH: dict[str, Said] = {
    "all": _("All jobs are set aside."),
    "ticked": _("No job is ticked."),
    "shortlist": _("No job is starred."),
    "aside": _("No job is set aside."),
}
