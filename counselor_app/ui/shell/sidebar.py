"""The left side: search results, or ways to browse while nothing is typed, and the shortlist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counselor_app.domain.occupation.days import FILTER_NOTES, FILTERS, DayFacts, count, passes
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.search import NO_CLOSE_MATCH, Hit, only_guesses
from counselor_app.language import _, joined, ngettext, pgettext
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.context_menu import job_entries, pop_up
from counselor_app.ui.parts.control import Line
from counselor_app.ui.parts.filter_chip import FilterChip
from counselor_app.ui.parts.fold import Ends
from counselor_app.ui.parts.news import tell
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.shell.results import RowView
from counselor_app.ui.shell.rows import BROWSES, Browse, Row, browse_rows, job_row, result_rows
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

LIMIT = 50
BROWSE_BY = pgettext("heading", "Browse by")
_SHORTLIST_SHOWN = 5
_IN_SESSION = 820
_LONGEST_SAID = 60
_NOTE, _BROWSE = "note", "browse"


class Sidebar(QFrame):
    """Lists of occupations. ``find`` answers a query with hits, best first; ``days`` gives what is
    known of licenses and days by occupation. ``note_wanted`` carries words that no job is called
    by, to be kept for the client.

    ``opened`` carries a code and whether to open it beside the present occupation; ``starred``
    one to put on the shortlist or take off, ``put_aside`` one that is not for the client, which
    is offered while ``with_client``.
    """

    look = "left"

    opened = Signal(str, bool)
    unlisted = Signal(str)
    starred = Signal(str)
    put_aside = Signal(str)
    with_client = False
    note_wanted = Signal(str)
    browsing = Signal(str)

    def __init__(
        self,
        jobs: Sequence[OccupationRow],
        find: Callable[[str], Sequence[Hit]],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        days: Callable[[], Mapping[str, DayFacts]] = dict,
    ) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme, self._find, self._days = theme, find, days
        self._jobs = {job.code: job for job in jobs}
        self._query, self._hits = "", tuple[Hit, ...]()
        self._expanded: frozenset[str] = frozenset()
        self._folder: str | None = None
        self._plain: Callable[[str], tuple[str, ...]] | None = None
        self._client_view = False
        self._narrowed, self._where = 0, ""
        self.setAccessibleName(theme.say(pgettext("region", "Occupations")))
        self.heading = Prose("", theme, role="row", bold=True)
        self.browse = ChoiceButton([title for _key, title in BROWSES], theme, BROWSE_BY)
        names = [_("Any days, license or not"), *FILTERS.values()]
        self.day = FilterChip(names, theme, _("Days and license"))
        self.counted = Prose("", theme, role="caption", tone="text2")
        self.results = RowView(theme, pgettext("list", "Occupations found"))
        self.shortlist_heading = Prose("", theme, role="row", bold=True)
        self.shortlist = RowView(theme, pgettext("list", "Shortlist"), full=False)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(self.heading)
        self._top.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addWidget(self.counted)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self.results, 1)
        self._line = Line(theme)
        self._layout.addWidget(self._line)
        self._bottom = QVBoxLayout()
        self.compare = LinkLabel(pgettext("link", "Compare"), theme)
        self.compare.setAccessibleName(_("Compare the shortlist (Ctrl+Shift+C)"))
        self._shortlist_head = Ends(self.shortlist_heading, self.compare, 0)
        self._bottom.addWidget(self._shortlist_head)
        self._layout.addLayout(self._bottom)
        self._layout.addWidget(self.shortlist)
        self._connect()
        theme.changed.connect(self.restyle)
        self.set_shortlist(())
        self.restyle()
        self.search("")

    def _connect(self) -> None:
        self.browse.chosen.connect(self._browsed)
        self.day.chosen.connect(self._narrow)
        self.results.opened.connect(self.opened)
        self.results.folder_opened.connect(self._open_folder)
        self.results.folder_closed.connect(self.leave_folder)
        self.results.group_expanded.connect(self._expand)
        self.shortlist.opened.connect(self.opened)
        self.shortlist.removed.connect(self.unlisted)
        for view in (self.results, self.shortlist):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._offer, view))

    def search(self, text: str) -> None:
        """Show what ``text`` finds, or the ways to browse when it is empty."""
        self._query = text.strip()
        self._hits = tuple(self._find(self._query)) if self._query else ()
        self._expanded = frozenset()
        if not self._query:
            self._show_browse()
            return
        for part in (self.browse, self.day):
            part.hide()
        self.counted.setText(self._where)
        self.counted.setVisible(bool(self._where))
        rows = result_rows(self._hits, self._jobs, self._query)
        if self._plain is not None and (not self._hits or only_guesses(self._hits)):
            rows = (*self._ways_on(), *rows)
        number = len(self._hits)
        found = ngettext(
            "{n} job matches “{words}”", "{n} jobs match “{words}”", number,
            n=number, words=self._words,
        )  # fmt: skip
        if number == LIMIT:
            found = _("The {n} best matches for “{words}”", n=LIMIT, words=self._words)
        if only_guesses(self._hits):
            found = NO_CLOSE_MATCH
        words = found if number else self._nothing()
        self.heading.setText(words)
        self._show(rows, choose_first=True)
        if (first := self.results.current_row()) is not None:
            words = joined((words, _("Enter opens {job}.", job=first.title)), ". ")
        tell(self, self.theme.say(words))

    def set_session(
        self, plain: Callable[[str], tuple[str, ...]] | None, where: str, *, client_view: bool
    ) -> None:
        """In a session the list is wide, and ``plain`` gives a job's facts in words.

        ``where`` says where pay is read. The client browses by kind of work alone: the other ways
        are the field's.
        """
        self._plain, self._client_view, self._where = plain, client_view, where
        if client_view:
            self.browse.set_index(0)
            self._folder = None
        self.restyle()
        self.search(self._query)

    def leave_folder(self) -> bool:
        """Go back from a folder to the list of folders; False when none is open."""
        if self._query or self._folder is None:
            return False
        left, self._folder = self._folder, None
        self._show_browse()
        rows = self.results.row_model.rows()
        place = next((i for i, row in enumerate(rows) if row.key == left), 0)
        self.results.setCurrentIndex(self.results.row_model.index(place))
        return True

    def show_browse(self, browse: Browse) -> None:
        """Show the list of occupations in another order, nothing being searched."""
        self.browse.set_index([key for key, _title in BROWSES].index(browse))
        self._folder = None
        if not self._query:
            self._show_browse()

    def set_shortlist(self, codes: Sequence[str]) -> None:
        """Show the shortlist; it takes no room while empty."""
        self.shortlist.set_rows([job_row(self._jobs[c]) for c in codes], choose_first=False)
        self.shortlist_heading.setText(pgettext("heading", "Shortlist {n}", n=len(codes)))
        for widget in (self._line, self.shortlist, self.shortlist_heading, self._shortlist_head):
            widget.setVisible(bool(codes))
        self.compare.setVisible(len(codes) > 1)
        self._shortlist_head.arrange()
        self._size_shortlist()

    def set_fits(self, fits: Mapping[str, str]) -> None:
        """Print the client's fit with each occupation, or nothing."""
        self.results.set_fits(fits)
        self.shortlist.set_fits(fits)

    def set_open(self, badges: Mapping[str, str]) -> None:
        """Mark the occupations that are open, each with its pane's number."""
        self.results.set_badges(badges)
        self.shortlist.set_badges(badges)
        self._size_shortlist()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._top.setContentsMargins(px(20), px(16), px(12), px(8))
        self._top.setSpacing(px(10))
        self._bottom.setContentsMargins(px(20), px(10), px(12), px(4))
        self._layout.setContentsMargins(0, 0, 1, px(6))
        palette = self.palette()
        for view in (self.results, self.shortlist):
            palette.setColor(view.backgroundRole(), self.theme.tokens.window)
            palette.setColor(palette.ColorRole.Base, self.theme.tokens.window)
            view.setPalette(palette)
            thin_bars(view, self.theme)
        self._size_shortlist()
        self.update()

    def wanted_width(self) -> int:
        """316 pixels at 100 % text, in a session 780; grows less once text is large."""
        if self._plain is not None:
            return min(self.theme.px(_IN_SESSION), self.window().width())
        return min(self.theme.px(316), 316 + round((self.theme.scale - 1) * 200))

    def _show(self, rows: Sequence[Row], *, choose_first: bool) -> None:
        plain = self._plain
        if plain is not None:
            rows = [
                replace(row, facts=plain(row.code)) if row.kind == "job" else row for row in rows
            ]
        self.results.set_rows(rows, choose_first=choose_first)

    def _offer(self, view: RowView, point: QPoint) -> None:
        """The menu of a row: the one that was pointed at is the current one by now."""
        row = view.current_row()
        if row is None or row.kind != "job":
            return
        code = row.code
        listed = {one.code for one in self.shortlist.row_model.rows()}
        aside = partial(self.put_aside.emit, code) if self.with_client else None
        entries = job_entries(
            partial(self.opened.emit, code), partial(self.starred.emit, code), aside,
            starred=code in listed,
        )  # fmt: skip
        pop_up(view, self.theme, view.viewport().mapToGlobal(point), entries)

    @property
    def _words(self) -> str:
        """The query as a heading has room for it."""
        short = len(self._query) <= _LONGEST_SAID
        return self._query if short else f"{self._query[:_LONGEST_SAID].rstrip()}…"

    def _ways_on(self) -> tuple[Row, ...]:
        """What to do where no job is called so."""
        keep = _("Keep “{words}” as a note, to look up together", words=self._words)
        if self._client_view:
            keep = _("Keep “{words}” for my plan", words=self._words)
        look = _("Look through the kinds of work")
        return Row("more", look, key=_BROWSE), Row("more", keep, key=_NOTE)

    def _nothing(self) -> str:
        return _("No job matches “{words}”. Try another word for it, or fewer letters.",
                 words=self._words)  # fmt: skip

    def _show_browse(self) -> None:
        self.heading.setText(BROWSE_BY)
        self.browse.setVisible(not self._client_view)
        self.day.show()
        browse = BROWSES[self.browse.index()][0]
        rows = browse_rows(self._filtered(), browse, self._folder, self.theme.order)
        self._show(rows, choose_first=False)

    def _filtered(self) -> Sequence[OccupationRow]:
        """The jobs that the filter on days and licenses lets through, which are counted."""
        everyone, place = tuple(self._jobs.values()), self._narrowed
        self.counted.setVisible(place > 0)
        if not place:
            return everyone
        day, known = tuple(FILTERS)[place - 1], self._days()
        self.counted.setText(
            self.theme.say(count(day, (known.get(j.code) for j in everyone)).words)
        )
        self.day.setToolTip(self.theme.say(FILTER_NOTES[day]))
        return [job for job in everyone if passes(day, known.get(job.code))]

    def _narrow(self, place: int) -> None:
        self._narrowed = place
        self._show_browse()

    def _browsed(self) -> None:
        self._folder = None
        self._show_browse()

    def _open_folder(self, key: str) -> None:
        self._folder = key
        self._show_browse()
        self.results.step(2, from_top=True)

    def _expand(self, group: str) -> None:
        if group == _NOTE:
            self.note_wanted.emit(self._query)
            return
        if group == _BROWSE:
            self.browsing.emit("family")
            return
        now = self.results.currentIndex().row()
        self._expanded |= {group}
        rows = result_rows(self._hits, self._jobs, self._query, self._expanded)
        self._show(rows, choose_first=False)
        self.results.setCurrentIndex(self.results.row_model.index(now))

    def _size_shortlist(self) -> None:
        rows = min(self.shortlist.row_model.rowCount(), _SHORTLIST_SHOWN)
        heights = (self.shortlist.sizeHintForRow(row) for row in range(rows))
        self.shortlist.setFixedHeight(sum(heights) + 4)
