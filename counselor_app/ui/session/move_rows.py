"""The jobs that a present job leads to, in sections, and what carries over to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.fit.moving import (
    Element,
    Growth,
    MoveRow,
    MoveSection,
    Moving,
    bodily_words,
    change_words,
    employed_words,
    learn_words,
    openings_words,
    passes,
)
from counselor_app.domain.fit.transition import (
    OWN_OCCUPATION,
    SECTION_WORDS,
    carries_words,
    carry_sentence,
    pay_words,
)
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.language import Said, _, capitalised, joined, ngettext, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.control import Line
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.level_bar import ShareBar
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.domain.fit.transition import SectionName
    from counselor_app.ui.style.theme import Theme

FIRST = 8
"""Jobs of a section before "show more"."""
_INDENT = 4  # where the words of a link begin
_LEVELS = 7
_NAMED = 5
_COLUMNS = 6


@dataclass
class Sections:
    """Which jobs are wanted: by filters, and the sections that are shown whole or folded out."""

    pays_more: bool = False
    growth: Growth = "any"
    whole: set[SectionName] = field(default_factory=set)
    open: set[SectionName] = field(default_factory=set)
    further: int = 0


class MoveRows(QWidget):
    """``shown`` carries the code of a job whose details are wanted, ``more`` that a section is to
    be shown whole.
    """

    shown = Signal(str)
    opened = Signal(str, bool)
    ticked = Signal(str)
    starred = Signal(str)
    more = Signal()

    def __init__(self, moving: Moving, wanted: Sections, theme: Theme, *, wide: bool) -> None:
        super().__init__()
        self.theme, self._moving, self._wanted, self._wide = theme, moving, wanted, wide
        self.rows: list[MoveRow] = []
        self.links: dict[str, LinkLabel] = {}
        self.checks: dict[str, Check] = {}
        self.stars: dict[str, Button] = {}
        self._details: dict[str, LinkLabel] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self.cells: dict[str, list[QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(3))
        for column, share in enumerate((0, 7, 5, 4, 4, 4, 0) if wide else (0, 1, 0)):
            self._grid.setColumnStretch(column, share)
        self._last = _COLUMNS if wide else 2
        self._at = 0
        if wide:
            self._add_heads()
        for section in moving.sections:
            self._add_section(section)

    def mark(self, ticked: Sequence[str], starred: Sequence[str], shown: str) -> None:
        """Show what is ticked, starred, and whose details are shown."""
        for code, check in self.checks.items():
            check.blockSignals(True)
            check.setChecked(code in ticked)
            check.blockSignals(False)
        for code, star in self.stars.items():
            star.set_icon("starred" if code in starred else "star")
        for code, link in self._details.items():
            link.setAccessibleDescription(
                pgettext("state of details", "shown") if code == shown else ""
            )

    def put_detail(self, code: str, detail: QWidget | None) -> None:
        """Show details under a job; None under none."""
        for other, place in self._places.items():
            while (item := place.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            if other == code and detail is not None:
                place.addWidget(detail)

    def _add(self, widget: QWidget, column: int = 0, across: int = 0) -> None:
        self._grid.addWidget(widget, self._at, column, 1, across or self._last + 1 - column)

    def _add_section(self, section: MoveSection) -> None:
        theme, wanted = self.theme, self._wanted
        passing = [
            row for row in section.rows
            if passes(row, pays_more=wanted.pays_more, growth=wanted.growth)
        ]  # fmt: skip
        if not section.rows:
            return
        head = FlowLayout(theme, (10, 2))
        line = QWidget()
        line.setLayout(head)
        line.setContentsMargins(0, theme.px(8), 0, 0)
        head.addWidget(Prose(SECTION_WORDS[section.name], theme, role="heading", wrap=False))
        head.addWidget(
            Prose(_section_said(section, len(passing)), theme, role="caption", tone="text2",
                  wrap=False)
        )  # fmt: skip
        folded = section.name == "less schooling" and section.name not in wanted.open
        if section.name == "less schooling":
            words = pgettext("link", "Show them") if folded else pgettext("link", "Hide them")
            link = LinkLabel(words, theme)
            link.clicked.connect(partial(self._fold, section.name))
            head.addWidget(link)
        self._add(line)
        self._at += 1
        if folded:
            return
        if section.name == "own occupation":
            self._add(Prose(OWN_OCCUPATION, theme, role="caption", tone="text2"))
            self._at += 1
        whole = section.name in wanted.whole
        for row in passing if whole else passing[:FIRST]:
            self._add_row(row)
        left = len(passing) - FIRST
        if left > 0 and not whole:
            words = ngettext("Show {n} more", "Show {n} more", left, n=left)
            link = LinkLabel(words, theme)
            link.clicked.connect(partial(self._show_whole, section.name))
            self._add(link)
            self._at += 1

    def _add_heads(self) -> None:
        place = self._moving.place
        heads = (
            pgettext("column", "Job, and what is to learn"),
            pgettext("column", "Not to learn anew"),
            pgettext("column", "Pay change"),
            _("Outlook; in {place}", place=in_place(place)),
            pgettext("column", "Schooling; openings"),
        )
        for column, words in enumerate(heads, 1):
            said = Prose(words, self.theme, role="caption", tone="text2")
            said.setContentsMargins(_INDENT if column < 3 else 0, 0, 0, 0)
            self._add(said, column, 1)
        self._at += 1

    def _show_whole(self, name: SectionName) -> None:
        self._wanted.whole.add(name)
        self.more.emit()

    def _fold(self, name: SectionName) -> None:
        self._wanted.open ^= {name}
        self.more.emit()

    def _add_row(self, row: MoveRow) -> None:
        theme, card, code = self.theme, row.card, row.code
        self.rows.append(row)
        self._add(Line(theme))
        self._at += 1
        check = Check("", theme)
        check.setAccessibleName(_("Tick to compare: {title}", title=card.title))
        check.toggled.connect(lambda _on: self.ticked.emit(code))
        self._add(check, 0, 1)
        words, lines = QWidget(), QVBoxLayout()
        words.setLayout(lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        title = LinkLabel(card.title, theme, role="body")
        title.clicked.connect(lambda: self.opened.emit(code, False))
        lines.addWidget(title)
        learn = Prose(learn_words(row.carried), theme, role="caption", tone="text2")
        learn.setContentsMargins(_INDENT, 0, 0, 0)
        lines.addWidget(learn)
        self._add(words, 1, 1)
        name = pgettext("button", "Star: {title}", title=card.title)
        star = Button(theme, icon="star", name=name)
        star.clicked.connect(lambda: self.starred.emit(code))
        pay = _pair(change_words(row), _there(row, self._moving.place), theme)
        outlook = _pair(card.outlook_words, employed_words(row, self._moving.place), theme)
        school = _pair(card.schooling_words, openings_words(row), theme)
        facts: list[QWidget] = [self._carries(row), pay, outlook, school]
        if self._wide:
            for column, widget in enumerate(facts, 2):
                self._add(widget, column, 1)
            self._add(star, _COLUMNS, 1)
        else:
            self._add(star, 2, 1)
            self._at += 1
            under, flow = QWidget(), FlowLayout(theme, (18, 4))
            under.setLayout(flow)
            for widget in facts:
                flow.addWidget(widget)
            self._add(under, 1)
        self.cells[code] = [check, words, star, *facts]
        self._at += 1
        below, place = QWidget(), QVBoxLayout()
        below.setLayout(place)
        place.setContentsMargins(0, 0, 0, 0)
        self._add(below, 1)
        self._at += 1
        self.links[code], self.checks[code], self.stars[code] = title, check, star
        self._places[code] = place

    def _carries(self, row: MoveRow) -> QWidget:
        """The share that is not to learn as a bar, and in words that lead to the details."""
        theme, found = self.theme, row.found
        told = found.compared - found.no_claim
        cell, column = QWidget(), QVBoxLayout()
        cell.setLayout(column)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(0)
        words = carries_words(found)
        if found.carries is not None:
            words = _("{words}: {n} of {of}", words=words, n=told - found.to_learn, of=told)
        link = LinkLabel(words, theme)
        link.setAccessibleName(
            _("{words}. What carries over to {title}", words=words, title=row.card.title)
        )
        link.clicked.connect(lambda: self.shown.emit(row.code))
        if found.carries is not None:
            kept = told - found.to_learn
            said = _("{n} of {of} things not to learn anew", n=kept, of=told)
            column.addWidget(ShareBar(kept / told, said, theme))
        column.addWidget(link)
        self._details[row.code] = link
        return cell


class MoveDetail(QFrame):
    """What carries over to one job and what is to learn there; the ways to open it."""

    look = "window"
    opened = Signal(str, bool)

    def __init__(self, row: MoveRow, theme: Theme, *, client_view: bool) -> None:
        super().__init__()
        dress(self, theme)
        self.setAutoFillBackground(False)
        self.setAccessibleName(theme.say(_("What carries over to the job")))
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(8))
        column.addWidget(Prose(row.card.title, theme, role="fact2"))
        if row.card.summary:
            column.addWidget(Prose(row.card.summary, theme, role="row", tone="text2"))
        column.addWidget(Prose(carry_sentence(row.found), theme, role="body"))
        ends = _("bar: now; mark: asked there, 0 to 7")
        if row.carried.over:
            column.addLayout(_head(_("What carries over"), ends, theme))
            column.addLayout(_levels(row.carried.over, theme, client_view=client_view))
        column.addLayout(_head(_("What is to learn"), _("clear of the ratings’ error"), theme))
        if row.carried.to_learn:
            column.addLayout(_levels(row.carried.to_learn, theme, client_view=client_view))
        else:
            column.addWidget(Prose(_("Nothing is clearly higher there."), theme, role="row"))
        if bodily := bodily_words(row.carried):
            column.addWidget(Prose(bodily, theme, role="caption", tone="text2"))
        if row.pay is not None:
            said = _("Median pay: {change}.", change=pay_words(row.pay))
            column.addWidget(Prose(said, theme, role="row"))
        buttons = FlowLayout(theme, (10, 8))
        opener = Button(theme, _("Open the job"), icon="forward", look="primary")
        opener.trailing = True
        opener.clicked.connect(lambda: self.opened.emit(row.code, False))
        beside = Button(theme, _("Beside the present job"), look="outlined")
        beside.clicked.connect(lambda: self.opened.emit(row.code, True))
        buttons.addWidget(opener)
        buttons.addWidget(beside)
        column.addSpacing(px(6))
        column.addLayout(buttons)
        column.addStretch(1)


def _head(title: str, said: str, theme: Theme) -> FlowLayout:
    row = FlowLayout(theme, (8, 2))
    row.addWidget(Prose(title, theme, role="heading", wrap=False))
    row.addWidget(Prose(said, theme, role="caption", tone="text2", wrap=False))
    return row


def _levels(found: Sequence[Element], theme: Theme, *, client_view: bool) -> QGridLayout:
    """Bars of the first few elements, each with both levels; the rest as their number."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(10))
    grid.setVerticalSpacing(theme.px(2))
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 4)
    for line, one in enumerate(found[:_NAMED]):
        name = capitalised(phrase(one.name)) if client_view else one.name
        grid.addWidget(Prose(name, theme, role="row"), line, 0)
        said = _("{here} for {there}", here=f"{one.here:.1f}", there=f"{one.there:.1f}")
        spoken = _("{name}: {here} now, {there} asked there, of 7", name=name,
                   here=f"{one.here:.1f}", there=f"{one.there:.1f}")  # fmt: skip
        bar = ShareBar(one.here / _LEVELS, spoken, theme, thick=12, mark=one.there / _LEVELS)
        grid.addWidget(bar, line, 1)
        if not client_view:
            grid.addWidget(Prose(said, theme, role="caption", tone="text2", wrap=False), line, 2)
    left = len(found) - _NAMED
    if left > 0:
        words = ngettext("and {n} more", "and {n} more", left, n=left)
        grid.addWidget(Prose(words, theme, role="caption", tone="text2"), _NAMED, 0, 1, 3)
    return grid


def _pair(first: str, second: str, theme: Theme) -> QWidget:
    cell, column = QWidget(), QVBoxLayout()
    cell.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Prose(first, theme, role="row", bold=True))
    column.addWidget(Prose(second, theme, role="caption", tone="text2"))
    column.addStretch(1)
    return cell


def _there(row: MoveRow, place: str) -> Said:
    if row.pay is not None and row.pay.national:
        return _("in the nation; {pay} in {place}", pay=row.card.pay_words, place=in_place(place))
    return _("{pay} in {place}", pay=row.card.pay_words, place=in_place(place))


def _section_said(section: MoveSection, passing: int) -> Said | str:
    if section.nearest:
        return _("fewer than five are much alike, so the nearest are shown")
    hidden = len(section.rows) - passing
    shown = ngettext("{n} job much alike, what is most alike first",
                     "{n} jobs much alike, what is most alike first",
                     passing, n=passing)  # fmt: skip
    if section.name == "own occupation":
        shown = ngettext("{n} job", "{n} jobs", passing, n=passing)
    if hidden:
        left = ngettext("{n} hidden by the filters", "{n} hidden by the filters", hidden, n=hidden)
        return joined((shown, left), "; ")
    return shown
