"""Where a student looks around: by what they like, by kind of work, by how long they study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.occupation.listing import YEAR_ONLY_MARK
from counselor_app.kiosk.cards import CardGrid
from counselor_app.kiosk.jobs import (
    GROUP,
    ORDERS,
    STUDY,
    STUDY_MEANS,
    Choice,
    Jobs,
    Order,
    Study,
    page_of,
    under_cards,
)
from counselor_app.kiosk.widgets import BigButton, RowButton, finger_scrolling, row_of
from counselor_app.language import _, capitalised, joined, ngettext, pgettext
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_WAYS: tuple[tuple[Literal["like", "family"], str], ...] = (
    ("like", pgettext("way to choose", "I like…")),
    ("family", _("Kind of work")),
)
_COLUMN = 280


class Explore(QFrame):
    """The ways to choose on the left, the cards on the right.

    ``order_wanted`` asks whoever has the screen to let the student choose an order.
    """

    look = "window"

    opened = Signal(str)
    starred = Signal(str)
    source_requested = Signal(object)
    source_left = Signal()
    order_wanted = Signal()

    def __init__(self, jobs: Jobs, about: str, place: str, theme: Theme) -> None:
        super().__init__()
        dress(self, theme)
        self.jobs, self.theme = jobs, theme
        self.choice = Choice()
        self.listed: Sequence[str] = ()
        self._place = place
        self._by: Literal["like", "family"] = "like"
        self._page = 0
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(14), px(24), px(12))
        row.setSpacing(px(24))
        row.addWidget(self._make_ways(about))
        body = QWidget()
        right = QVBoxLayout(body)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(10))
        top = FlowLayout(theme, (12, 6))
        self.heading = Prose("", theme, role="fact2", wrap=False)
        self.count = Prose("", theme, role="prose", tone="text2", wrap=False)
        self.order = BigButton(theme, ORDERS["openings"], icon="down")
        self.order.clicked.connect(self.order_wanted)
        for part in (self.heading, self.count, self.order):
            top.addWidget(part)
        right.addLayout(top)
        self.grid = CardGrid(theme, jobs.sources)
        self.grid.opened.connect(self.opened)
        self.grid.starred.connect(self.starred)
        self.grid.source_requested.connect(self.source_requested)
        self.grid.source_left.connect(self.source_left)
        self.grid.resized.connect(self.refresh)
        right.addWidget(self.grid, 1)
        self.nothing = Prose("", theme, role="prose")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right.addWidget(self.nothing, 1)
        self.back = BigButton(
            theme, pgettext("button", "Back"), icon="back", name=_("The jobs before")
        )
        self.pages = Prose("", theme, role="prose", tone="text2", wrap=False)
        self.pages.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = BigButton(theme, pgettext("button", "More jobs"), icon="down")
        self.back.clicked.connect(lambda: self._turn(-1))
        self.more.clicked.connect(lambda: self._turn(1))
        self.group = _Aside(GROUP, theme, role="caption", tone="text2")
        foot = FlowLayout(theme, (12, 6))
        self.schooling = _Aside("", theme, role="caption", tone="text2")
        for part in (self.back, self.pages, self.more, self.group, self.schooling):
            foot.addWidget(part)
        right.addLayout(foot)
        row.addWidget(_scrolled(body, pgettext("list", "Jobs"), theme), 1)
        self.show_choice(self.choice)

    def show_choice(self, choice: Choice) -> None:
        """Show the first page of another choice."""
        self.choice, self._page = choice, 0
        self._show_ways()
        self.refresh()

    def set_listed(self, listed: Sequence[str]) -> None:
        """Mark what is on the student's list."""
        self.listed = listed
        self.refresh()

    def refresh(self) -> None:
        """Show the present page again, with as many cards as there is room for."""
        found = self.jobs.shown(self.choice)
        cards, self._page, pages = page_of(found, self._page, self.grid.room)
        self.grid.show_cards(cards, self.listed)
        self.grid.setVisible(bool(cards))
        self.nothing.setVisible(not cards)
        self.nothing.setText(self._nothing())
        self.heading.setText(self._title())
        jobs = ngettext("{n} job. Pay: {place}", "{n} jobs. Pay: {place}", len(found),
                        n=number(len(found)), place=self._place)  # fmt: skip
        self.count.setText(joined((self.choice.why, jobs)))
        ordered = self.choice.order
        self.order.setVisible(ordered is not None and len(found) > 1)
        if ordered is not None:
            self.order.say(ORDERS[ordered])
        self.pages.setText(_("Page {n} of {all}", n=self._page + 1, all=pages))
        self.back.setEnabled(self._page > 0)
        self.more.setEnabled(self._page + 1 < pages)
        for part in (self.back, self.pages, self.more):
            part.setVisible(pages > 1)
        self.group.setVisible(any(card.group for card in cards))
        marked = any(YEAR_ONLY_MARK in card.pay_words[0] for card in cards)
        self.schooling.setText(under_cards(year_only=marked))

    def set_order(self, order: Order) -> None:
        """Show the cards in another order."""
        self.show_choice(replace(self.choice, order=order))

    def orders(self) -> list[Order]:
        """The orders there are to choose from."""
        return [order for order in ORDERS if order != "fit" or self.jobs.matches]

    def _make_ways(self, about: str) -> QWidget:
        theme, px = self.theme, self.theme.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, px(12), 0)
        column.setSpacing(px(8))
        self.ways = [RowButton(theme, words, soft=True) for _by, words in _WAYS]
        for (by, _words), button in zip(_WAYS, self.ways, strict=True):
            button.clicked.connect(partial(self._choose_way, by))
        column.addLayout(row_of(theme, *self.ways, gap=8))
        self.likes = {key: RowButton(theme, words) for key, words in PLAIN_NAMES.items()}
        self.families = {family: RowButton(theme, family) for family in self.jobs.families}
        for key, button in self.likes.items():
            button.clicked.connect(partial(self._choose, "like", key))
            column.addWidget(button)
        for key, button in self.families.items():
            button.clicked.connect(partial(self._choose, "family", key))
            column.addWidget(button)
        column.addSpacing(px(4))
        column.addWidget(Prose(_("I want to study…"), theme, role="prose", bold=True))
        self.study = {key: RowButton(theme, words, soft=True) for key, words in STUDY.items()}
        for key, button in self.study.items():
            how, meaning = STUDY[key], STUDY_MEANS[key]
            name = (
                _("Study: {how}. {meaning}", how=how, meaning=meaning)
                if meaning
                else pgettext("choice", "Study: {how}", how=how)
            )
            button.setAccessibleName(theme.say(name))
            button.clicked.connect(partial(self._choose, "study", key))
        column.addLayout(row_of(theme, *self.study.values(), gap=8))
        self.study_means = Prose("", theme, role="caption", tone="text2")
        column.addWidget(self.study_means)
        column.addStretch(1)
        column.addWidget(Prose(about, theme, role="caption", tone="text3"))
        area = _scrolled(body, _("Ways to choose"), theme)
        area.setFixedWidth(px(_COLUMN) + 12)
        theme.changed.connect(partial(self._resize_ways, area))
        area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        return area

    def _resize_ways(self, area: QScrollArea) -> None:
        area.setFixedWidth(self.theme.px(_COLUMN) + 12)
        self.refresh()

    def _show_ways(self) -> None:
        """Mark what is chosen, and count what is behind each button."""
        choice = self.choice
        if choice.like or choice.family:
            self._by = "family" if choice.family else "like"
        for (by, _words), way in zip(_WAYS, self.ways, strict=True):
            way.setChecked(by == self._by)
        for by, buttons, chosen in (
            ("like", self.likes, choice.like),
            ("family", self.families, choice.family),
        ):
            counts = self.jobs.counts(choice, "like" if by == "like" else "family")
            for key, button in buttons.items():
                button.setVisible(by == self._by)
                button.set_count(counts[key])
                button.setChecked(key == chosen)
        for study, button in self.study.items():
            button.setChecked(study == choice.study)
        self.study_means.setText(capitalised(STUDY_MEANS[choice.study]))
        self.study_means.setVisible(bool(STUDY_MEANS[choice.study]))

    def _choose_way(self, by: Literal["like", "family"]) -> None:
        self._by = by
        self.show_choice(replace(self.choice, like="", family="", only=None, title="",
                                 why="", order=self.choice.order or "openings"))  # fmt: skip

    def _choose(self, what: Literal["like", "family", "study"], key: str) -> None:
        order = self.choice.order or "openings"
        if what == "study":
            self.show_choice(replace(self.choice, study=cast(Study, key)))
        else:
            like, family = (key, "") if what == "like" else ("", key)
            self.show_choice(Choice(like, family, self.choice.study, order))

    def _turn(self, step: int) -> None:
        self._page += step
        self.refresh()

    def _title(self) -> str:
        choice = self.choice
        every = pgettext("heading", "All jobs")
        return choice.title or PLAIN_NAMES.get(choice.like, choice.family) or every

    def _nothing(self) -> str:
        if self.choice.only is None:
            return _("No job fits all of this. Try another choice on the left.")
        if self.choice.study != "any":
            return _("None of these asks for so little schooling. Choose “{any}” on the left.",
                     any=STUDY["any"])  # fmt: skip
        if self.choice.title == MY_LIST:
            return _("Nothing is on your list yet. Touch the star of a job to put it here.")
        return _("No job has that name. Try another word, or fewer letters.")


MY_LIST = pgettext("heading", "My list")


class _Aside(Prose):
    """Words beside buttons: in one line where there is room, else they wrap."""

    def sizeHint(self) -> QSize:
        return self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text()) + QSize(2, 0)


def _scrolled(body: QWidget, name: str, theme: Theme) -> QScrollArea:
    """``body`` where it has all the room it needs, at any text size."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(theme.say(name))
    area.viewport().setAutoFillBackground(False)
    area.setWidget(body)
    body.setAutoFillBackground(False)
    finger_scrolling(area, theme)
    return area
