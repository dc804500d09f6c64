"""The list that finds occupations: what a search finds, or ways to browse, and the shortlist.

It stands at the left; in a session it is a page of its own while one searches.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.occupation.days import FILTER_NOTES, FILTERS, DayFacts, count, passes
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.search import Hit, only_guesses
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.context_menu import job_entries, pop_up
from counselor_app.ui.parts.control import Line
from counselor_app.ui.parts.filter_chip import FilterChip
from counselor_app.ui.parts.fold import Ends
from counselor_app.ui.parts.news import tell
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.shell.results import RowView
from counselor_app.ui.shell.rows import (
    BROWSES,
    WAYS,
    Browse,
    Row,
    browse_rows,
    found_words,
    hidden_words,
    job_row,
    lost_words,
    result_rows,
    slips,
    ways_on,
)
from counselor_app.ui.shell.wide import Wide
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.ui.shell.plain_jobs import PlainJobs

BROWSE_BY = pgettext("heading", "Browse by")
_SHORTLIST_SHOWN = 5
_LONGEST_SAID = 60
T = TypeVar("T", Hit, OccupationRow)


class Sidebar(QFrame):
    """Lists of occupations. ``find`` answers a query with hits, best first; ``days`` gives what is
    known of licenses and days by occupation. ``way_chosen`` carries the key of a way on and the
    words that no job is called by.

    ``opened`` carries a code and whether to open it beside the present occupation; ``starred``
    one to put on the shortlist or take off, ``put_aside`` one that is not for the client, which
    is offered while ``with_client``. In a session ``wide`` holds what stands around the list,
    which `widened` says is there.
    """

    look = "left"
    wide: Wide | None = None

    opened = Signal(str, bool)
    unlisted = Signal(str)
    starred = Signal(str)
    put_aside = Signal(str)
    with_client = False
    way_chosen = Signal(str, str)
    widened = Signal()

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
        self._plain: PlainJobs | None = None
        self._client_view, self._called = False, ""
        self._narrowed = 0
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
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading, 1)
        self._top.addLayout(self._head)
        self._top.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addWidget(self.counted)
        self._layout.addLayout(self._top)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.results, 1)
        self._layout.addLayout(self._middle, 1)
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
        if self.wide is not None and self._query:
            self.wide.order_of(self._query)
        if not self._query:
            self._show_browse()
            return
        for part in (self.browse, self.day):
            part.hide()
        self._show_found()

    def _show_found(self) -> None:
        """What the query finds, of which in a session the filters let some through."""
        hits = self._passing(self._hits)
        hidden = len(self._hits) - len(hits)
        rows = self._rows(hits)
        lost = self._plain is not None and (not self._hits or only_guesses(self._hits))
        if lost:
            called = "" if self._client_view else self._called
            rows = (*ways_on(self._words, len(self._jobs), called=called), *slips(rows))
        if self.wide is not None:
            self.wide.offer_filters(not lost, found=bool(hits) and not lost)
        self._count(lost_words(len(self._jobs)) if lost else hidden_words(hidden))
        words = found_words(self._hits, len(hits), self._words, lost=lost)
        self.heading.setText(words)
        self._show(rows, choose_first=True)
        if (first := self.results.current_row()) is not None:
            words = joined((words, _("Enter opens {job}.", job=first.title)), ". ")
        tell(self, self.theme.say(words))

    def set_session(self, plain: PlainJobs | None, called: str, *, client_view: bool) -> None:
        """In a session the list is a page, and ``plain`` gives a job's facts in words.

        ``called`` is the client. The client browses by kind of work alone: the other ways are the
        field's.
        """
        self._plain, self._client_view, self._called = plain, client_view, called
        if client_view:
            self.browse.set_index(0)
            self._folder = None
        if plain is not None:
            self._widen(plain)
        self.look = "left" if plain is None else "surface"
        self.heading.set_role("row" if plain is None else "title2")
        self.counted.set_role("caption" if plain is None else "body")
        if self.wide is not None:
            self.wide.set_on(plain is not None, client_view=client_view)
        self.set_shortlist([row.code for row in self.shortlist.row_model.rows()])
        self.restyle()
        self.search(self._query)

    def set_marks(self, starred: Collection[str], ticked: Collection[str]) -> None:
        """Say in a session what is starred, and what is ticked to compare."""
        self.results.set_starred(starred if self._plain is not None else None)
        if self.wide is not None:
            self.wide.set_marks(starred, ticked, "" if self._client_view else self._called)

    def _widen(self, plain: PlainJobs) -> None:
        """What a session has around the list; made once there is one."""
        if self.wide is not None:
            self.wide.take(plain)
            return
        families = sorted({job.family for job in self._jobs.values()}, key=self.theme.order)
        self.wide = wide = Wide(self.theme, plain, families, self.results)
        wide.lay_into(self._head, self._top, self._middle)
        wide.filtered.connect(self._filter)
        self.widened.emit()

    def _filter(self) -> None:
        """Another place or other filters."""
        if self.wide is not None and self._plain is not None:
            self._plain = self.wide.plain
        if self._query:
            self._show_found()
        else:
            self._show_browse()

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
        shown = bool(codes) and self._plain is None  # in a session they have stars
        for widget in (self._line, self.shortlist, self.shortlist_heading, self._shortlist_head):
            widget.setVisible(shown)
        self.compare.setVisible(len(codes) > 1 and shown)
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
        beside = self._plain is None  # the panes; else it is a page
        self._bottom.setContentsMargins(px(20), px(10 * beside), px(12), px(4 * beside))
        self._layout.setContentsMargins(0, 0, int(beside), px(6 * beside))
        palette = self.palette()
        for view in (self.results, self.shortlist):
            ground = self.theme.tokens.window if beside else self.theme.tokens.surface
            palette.setColor(view.backgroundRole(), ground)
            palette.setColor(palette.ColorRole.Base, ground)
            view.setPalette(palette)
            thin_bars(view, self.theme)
        self._size_shortlist()
        self.update()

    def wanted_width(self) -> int:
        """316 pixels at 100 % text, in a session the window's; grows less once text is large."""
        if self._plain is not None:
            return self.window().width()
        return min(self.theme.px(316), 316 + round((self.theme.scale - 1) * 200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.wide is not None:
            self.wide.fit(self.width(), self.height())

    def _show(self, rows: Sequence[Row], *, choose_first: bool) -> None:
        if (plain := self._plain) is not None:
            rows = [plain.told(row) if row.kind == "job" else row for row in rows]
        self.results.set_rows(rows, choose_first=choose_first)

    def _rows(self, hits: Sequence[Hit]) -> tuple[Row, ...]:
        """Hits as they are asked for: in groups, or in the order that is chosen in a session."""
        ordered: str = ""
        if self.wide is not None and self._plain is not None:
            hits, ordered = self.wide.ordered(hits)
        return result_rows(hits, self._jobs, self._query, self._expanded, ordered=ordered)

    def _passing(self, of: Sequence[T]) -> Sequence[T]:
        """What the filters of a session let through of hits or jobs."""
        return self.wide.passing(of) if self.wide is not None and self._plain is not None else of

    def _count(self, words: str) -> None:
        self.counted.setText(words)
        self.counted.setVisible(bool(words))

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

    def _show_browse(self) -> None:
        self.heading.setText(BROWSE_BY)
        if self.wide is not None:
            self.wide.offer_filters(True, found=False)
        self.browse.setVisible(not self._client_view)
        self.day.setVisible(self._plain is None)
        browse = BROWSES[self.browse.index()][0]
        rows = browse_rows(self._filtered(), browse, self._folder, self.theme.order)
        self._show(rows, choose_first=False)

    def _filtered(self) -> Sequence[OccupationRow]:
        """The jobs that the filter on days and licenses lets through, which are counted."""
        everyone, place = tuple(self._jobs.values()), self._narrowed
        if self._plain is not None:
            passing = self._passing(everyone)
            self._count(hidden_words(len(everyone) - len(passing)))
            return passing
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
        if group in WAYS:
            self.way_chosen.emit(group, self._query)
            return
        now = self.results.currentIndex().row()
        self._expanded |= {group}
        self._show(self._rows(self._passing(self._hits)), choose_first=False)
        self.results.setCurrentIndex(self.results.row_model.index(now))

    def _size_shortlist(self) -> None:
        rows = min(self.shortlist.row_model.rowCount(), _SHORTLIST_SHOWN)
        heights = (self.shortlist.sizeHintForRow(row) for row in range(rows))
        self.shortlist.setFixedHeight(sum(heights) + 4)
