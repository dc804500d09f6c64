"""The client's jobs as a board, or as a list for the counselor, with filters that compose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.fit.board import FOLDED, Column, Placing, board
from counselor_app.domain.fit.fit import EDITIONS, BandEdition
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.matches_filter import (
    Candidate,
    Filtered,
    Unranked,
    count_words,
    filtered,
    hides_most,
)
from counselor_app.domain.session.client import ClientView
from counselor_app.language import _, pgettext
from counselor_app.ui.counsel.board import Board
from counselor_app.ui.counsel.board_rows import BoardState
from counselor_app.ui.counsel.match_columns import columns
from counselor_app.ui.counsel.match_data import (
    RANKED,
    Marks,
    MatchData,
    everyone,
    match_table,
    printed_words,
    standing,
)
from counselor_app.ui.counsel.match_filters import FilterBar, MatchOptions, Only
from counselor_app.ui.counsel.match_head import (
    HeadGround,
    MatchHead,
    Nothing,
    counted,
    what_is_left,
)
from counselor_app.ui.counsel.match_list import MatchRows
from counselor_app.ui.counsel.match_side import BESIDE, Narrowing
from counselor_app.ui.counsel.match_tray import Tray
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class MatchesPage(QFrame):
    """The client's jobs over the middle of the window.

    ``put_aside`` and ``brought_back`` carry codes, ``undone`` asks to take back the last of
    them; ``ticked`` and ``starred`` carry a code.
    """

    look = "window"

    opened = Signal(str, bool)
    starred = Signal(str)
    ticked = Signal(str)
    put_aside = Signal(object)
    brought_back = Signal(object)
    undone = Signal()
    shortlisted = Signal(object)
    compared = Signal(object)
    save_wanted = Signal()
    print_wanted = Signal()
    rating_wanted = Signal()
    values_wanted = Signal()
    questions_wanted = Signal()
    options_changed = Signal(object)

    def __init__(
        self,
        view: ClientView,
        data: MatchData,
        options: MatchOptions,
        marks: Marks,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        client_view: bool = False,
    ) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme, self._data, self.marks = theme, data, marks
        self.setAccessibleName(theme.say(pgettext("page", "Matches")))
        self.state = BoardState(client_view=client_view)
        self.head = MatchHead(theme)
        families = sorted({job.family for job in data.jobs.values()}, key=theme.order)
        self.filters = FilterBar(options, data.places, families, theme)
        self.narrowing = Narrowing(self.filters, theme)
        self.board = Board(theme, self.state, self.narrowing)
        self.list = MatchRows(theme, self.state)
        self.nothing = Nothing(theme)
        self.tray = Tray(theme)
        self._everyone: tuple[Unranked, ...] = ()
        self._found: Filtered[Unranked] = Filtered((), ())
        self._placing: Placing | None = None
        self.columns: tuple[Column, ...] = ()
        self._titles = {code: job.title for code, job in data.jobs.items()}
        self._read_for, self._open = "", 0
        self._lay_out()
        self._connect()
        theme.changed.connect(self.restyle)
        self.restyle()
        self.show_client(view)

    @property
    def edition(self) -> BandEdition:
        """Whose bands are shown."""
        return EDITIONS[self.filters.options.bands]

    @property
    def placing(self) -> Placing | None:
        """By what the jobs stand in sections; None while that is being worked out."""
        return self._placing

    @property
    def on_board(self) -> bool:
        """Whether the jobs stand as a board."""
        return self.filters.options.board or self.state.client_view

    @property
    def ranked(self) -> bool:
        """Whether the jobs have an order of closeness that a list can print."""
        return self._placing is not None and self._placing.basis in RANKED

    def take(
        self, view: ClientView, data: MatchData, options: MatchOptions, marks: Marks, *,
        client_view: bool,
    ) -> None:  # fmt: skip
        """Be shown again, with what has changed meanwhile."""
        kept = self.marks.kept != marks.kept  # what is starred or ticked stands among the first
        self.marks = marks
        moved = (*data.places, options) != (*self._data.places, self.filters.options)
        if moved:
            self._data = data
            self.filters.set_places(data.places, options.place)
        if moved or view is not self._view:
            self.show_client(view)
        elif kept:
            self._filter()
        self._mark()
        self.set_client_view(client_view)

    def show_client(self, view: ClientView) -> None:
        """Show another client's jobs, or the same anew."""
        self._view = view
        own = view.client.areas
        liked = bool(own and own.present and self._data.areas)
        self.filters.set_offered(rated=bool(view.client.levels), liked=liked)
        self.filters.set_client_view(self.state.client_view)
        self._read()

    def set_client_view(self, on: bool) -> None:
        """Leave what is the counselor's alone, and speak to the client."""
        if on != self.state.client_view:
            self.state.client_view = on
            self.filters.set_client_view(on)
            for column in self.board.lists:
                column.restyle()
            self._show()

    def set_marks(self, marks: Marks) -> None:
        """Take what is starred, set aside, ticked and seen."""
        before, self.marks = self.marks, marks
        only = self.filters.options.only
        refilter = before.aside != marks.aside or (only == "ticked") or (only == "shortlist")
        self._mark()
        if refilter:
            self._filter()
        else:
            self.board.refresh()
            self.list.viewport().update()
            self._say()

    def rows(self) -> tuple[Unranked, ...]:
        """The jobs that pass, in the order in which they stand on the board."""
        return self._found.rows

    def chosen(self) -> tuple[str, ...]:
        """What would be compared: what is ticked, or starred while the client reads along."""
        return self.marks.starred if self.state.client_view else self.marks.ticked

    def printed(self, matches: MatchList) -> MatchList:
        """``matches`` with what is shown here, and the words for it."""
        options = self.filters.options
        words = printed_words(options.filters, options.only, len(self.marks.aside))
        shown = tuple(one for one in self.rows() if isinstance(one, Candidate))
        return replace(matches, rows=shown, filters=words)

    def csv(self) -> str:
        """What is shown, as CSV."""
        if self._placing is None:
            return ""
        shown = self.rows() if self.filters.options.board else self.list.match_model.rows
        return match_table(shown, self._placing, self.edition, self.theme)

    def take_focus(self) -> None:
        """Give the keyboard to the jobs."""
        if self.on_board:
            self.board.take_focus()
        else:
            self.list.setFocus()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._top.setContentsMargins(px(28), px(10), px(20), px(8))
        self._top.setSpacing(px(8))
        self._row.setContentsMargins(px(28), px(6), px(8), 0)
        self._row.setSpacing(px(20))
        self._body.setSpacing(px(4))
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Z and ctrl:
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Head and chips on a ground of their own, the jobs under them, the tray at the foot."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top, body = HeadGround(self.theme), QWidget()
        self._top, self._row, self._body = QVBoxLayout(top), QHBoxLayout(body), QVBoxLayout()
        self._top.addWidget(self.head)
        self._row.addLayout(self._body, 1)
        self._body.addWidget(self.head.notes)
        self._body.addWidget(self.nothing)
        self._body.addWidget(self.board, 1)
        self._body.addWidget(self.list, 1)
        column.addWidget(top)
        column.addWidget(body, 1)
        column.addWidget(self.tray)

    def _connect(self) -> None:
        head, filters, tray = self.head, self.filters, self.tray
        head.look_chosen.connect(self._choose_look)
        head.aside.toggled.connect(self._show_aside)
        head.sure.toggled.connect(lambda on: self._choose(replace(filters.options, sure=on)))
        head.sought.textChanged.connect(lambda _text: self._show())
        head.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.csv()))
        head.save.clicked.connect(self.save_wanted)
        head.print.clicked.connect(self.print_wanted)
        head.put.clicked.connect(
            lambda: self.shortlisted.emit([one.job.code for one in self.rows()])
        )
        head.fold.toggled.connect(self._arrange)
        filters.changed.connect(self._changed)
        filters.rating_wanted.connect(self.rating_wanted)
        tray.compared.connect(self.compared)
        tray.taken.connect(self.ticked)
        self.nothing.wanted.connect(self._choose)
        self.nothing.ask.clicked.connect(self.questions_wanted)
        self.nothing.values.clicked.connect(self.values_wanted)
        self.nothing.rate.clicked.connect(self.rating_wanted)
        for part in (self.board, self.list):
            part.opened.connect(self.opened)
            part.ticked.connect(self.ticked)
            part.starred.connect(self.starred)
            part.undone.connect(self.undone)
        self.board.put_aside.connect(self._set_aside)
        self.list.put_aside.connect(lambda code: self._set_aside((code,)))

    def _arrange(self) -> None:
        """In a low window the chips fold away; a client's stand beside the jobs in a wide one."""
        low = self.height() < self.theme.px(540) or self.width() < self.theme.px(760)
        client, width = self.state.client_view, self.width()
        narrow = width < self.theme.px(760 if client else 1100)
        self.head.arrange(narrow=narrow, terse=low and client)
        self.head.fold.setVisible(low and not client)
        shown = not low or self.head.fold.isChecked()
        self.filters.setVisible(shown and not (low and client))
        beside = client and not low and width >= self.theme.px(BESIDE)
        self.narrowing.stand(beside, self._row if beside else self._top)
        self.tray.setVisible(not low or bool(self.chosen()))

    def _changed(self, options: MatchOptions) -> None:
        if options.place == self._read_for:
            self._filter()
        else:
            self._read()
        self.options_changed.emit(options)

    def _choose(self, options: MatchOptions) -> None:
        """Take options that are chosen outside the chips."""
        self.filters.show_options(options)
        self._changed(options)

    def _choose_look(self, place: int) -> None:
        self._choose(replace(self.filters.options, board=place == 0))
        self.take_focus()

    def _show_aside(self, on: bool) -> None:
        wanted: Only = "aside" if on else "all"
        if (self.filters.options.only == "aside") != on:
            self._choose(replace(self.filters.options, only=wanted))

    def _read(self) -> None:
        data, view, place = self._data, self._view, self.filters.options.place
        self._read_for = place
        self._placing, self._everyone = everyone(view, data, place)
        self.filters.everyone = self._everyone
        self.state.place = next(name for code, name in data.places if code == place)
        self._mark()
        self._filter()

    def _mark(self) -> None:
        state, marks, options = self.state, self.marks, self.filters.options
        state.starred, state.ticked = frozenset(marks.starred), frozenset(marks.ticked)
        state.seen, state.aside = marks.seen, options.only == "aside"

    def _filter(self) -> None:
        data, options, marks = self._data, self.filters.options, self.marks
        self._mark()
        people = standing(self._everyone, options.only, marks)
        section = self._placing.section if self._placing is not None else {}
        if people is self._everyone and self._placing is not None:
            self._open = sum(name not in FOLDED for name in section.values())
        else:
            self._open = sum(section[one.job.code] not in FOLDED for one in people)
        self._found = filtered(people, options.filters, data.all_jobs_change_pct)
        self._show()

    def _show(self) -> None:
        """Draw what passes, as a board or a list."""
        options, placing, rows = self.filters.options, self._placing, self._found.rows
        as_board = self.on_board
        if placing is not None:
            self.state.basis = placing.basis
        if placing is not None and as_board:
            change = self._data.all_jobs_change_pct or 0.0
            self.columns = board(rows, placing, self._data.families, change)
            if rows:
                self.board.show_columns(self.columns)
        elif placing is not None and rows:
            sought = self.head.sought.text().casefold().strip()
            rated, liked = self._view.gaps is not None, self.filters.liked
            shown = columns(placing, self.state.place, self.edition,
                            sure=options.sure, rated=rated, liked=liked)  # fmt: skip
            self.list.show_rows(
                [one for one in rows if sought in one.job.title.casefold()], shown, placing
            )
        there = placing is not None and bool(rows)
        self.narrowing.set_listed(not as_board)
        self.board.setVisible(there and as_board)
        self.list.setVisible(there and not as_board)
        self._say()

    def _say(self) -> None:
        """The words over the jobs, and the tray under them."""
        options, view, found, marks = self.filters.options, self._view, self._found, self.marks
        client, placing = self.state.client_view, self._placing
        self.head.tell(
            options, placing, client_view=client, aside=len(marks.aside),
            found=len(found.rows), in_use=self.filters.in_use,
        )  # fmt: skip
        self.head.notes.tell(
            view, placing, self.edition, self._data.sources, client_view=client,
            sure=options.sure,
        )  # fmt: skip
        if placing is None:
            words = _("Working out the tiers …")
        elif options.board or client:
            called = "" if client else view.client.called
            words = counted(self.columns, placing.basis, called, self._open, found.beside)
        else:
            words = count_words(found, len(self._everyone))
        self.head.count.setText(self.theme.say(words))
        self.head.trouble.setText(self.theme.say(self.filters.trouble))
        self.head.trouble.setVisible(bool(self.filters.trouble))
        without = hides_most(found, options.filters)
        left = what_is_left(found.rows, self.columns if self.on_board else ())
        self.nothing.tell(view, options, placing, client_view=client, left=left, without=without)
        self.tray.show_codes(self.chosen(), self._titles, client_view=client)
        self._arrange()

    def _set_aside(self, codes: Sequence[str]) -> None:
        wanted = self.brought_back if self.state.aside else self.put_aside
        wanted.emit(tuple(codes))
