"""Searching in the window: the field, the list that it fills, and in a session the page it makes.

In a session the search lies over the page that one is on. It becomes a place of the history once
something is opened from it, so that Back leads there again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from counselor_app.domain.occupation.wages import NATION
from counselor_app.language import _
from counselor_app.ui.shell.plain_jobs import PlainJobs
from counselor_app.ui.shell.rows import BROWSE, NOTE
from counselor_app.ui.shell.taken_off import take_off_shortlist

if TYPE_CHECKING:
    from counselor_app.ui.shell.parts import Parts
    from counselor_app.ui.shell.rows import Browse


class Searching(QObject):
    """Joins the field and the list of occupations to the rest of the window.

    ``leaving`` comes before the search lies over a page, with what had the keyboard there.
    """

    leaving = Signal(object)
    changed = Signal()
    back = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._window, self._sidebar = parts.window, parts.sidebar
        self._told: tuple[object, ...] = ()
        self._was: QWidget | None = None
        field, sidebar = self._window.search, self._sidebar
        field.textChanged.connect(self._typed)
        field.focused.connect(self.open)
        field.moved.connect(sidebar.results.step)
        field.entered.connect(lambda ctrl: sidebar.results.act(beside=ctrl))
        sidebar.starred.connect(parts.shortlist.toggle)
        sidebar.unlisted.connect(partial(take_off_shortlist, parts))
        sidebar.put_aside.connect(lambda code: parts.counsel.put_aside((code,)))
        sidebar.way_chosen.connect(self._go_on)
        sidebar.compare.clicked.connect(lambda: parts.comparison.show())
        sidebar.results.star_wanted.connect(parts.shortlist.toggle)
        sidebar.results.tick_wanted.connect(parts.in_play.toggle)
        sidebar.results.removed.connect(self._aside)
        sidebar.widened.connect(self._widened)
        parts.in_play.changed.connect(self.mark)
        parts.places.changed.connect(self.tell)

    # The page of a session.

    @property
    def open_now(self) -> bool:
        """Whether the search lies over the page of a session."""
        return self._window.header.session and self._window.drawer_open

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._window.search.text().strip()

    @property
    def codes(self) -> tuple[str, ...]:
        """The occupations that are listed."""
        rows = self._sidebar.results.row_model.rows()
        return tuple(row.code for row in rows if row.kind == "job")

    def open(self) -> None:
        """Bring the list into sight, over the page where it has no place of its own."""
        if self._window.header.session and not self._window.drawer_open:
            self.leaving.emit(self._was)
            self._window.search.setFocus()  # before what has it is covered
        self._window.set_drawer(True)
        self.changed.emit()

    def close(self) -> None:
        """Take the search away from the page under it."""
        window = self._window
        window.search.clear()
        window.set_drawer(False)

    def show_again(self, words: str) -> None:
        """Search as before, coming back to it."""
        self._window.search.setFocus()
        self._window.search.setText(words)
        self.open()

    def go_to_field(self) -> None:
        """Put the cursor into the field, all of it chosen; the list comes with it."""
        self._window.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.search.selectAll()
        self.open()

    def browse(self, browse: Browse) -> None:
        """Show the list of occupations in another order."""
        self._window.search.clear()
        self._sidebar.show_browse(browse)
        self.open()
        self._sidebar.results.setFocus()

    def star_current(self) -> bool:
        """Star the occupation that is chosen in an open search; False where none is."""
        row = self._sidebar.results.current_row() if self.open_now else None
        if row is None or row.kind != "job":
            return False
        self._parts.shortlist.toggle(row.code)
        return True

    def focus_moved(self, now: object) -> None:
        """Where one was on the page is known when the search is left; elsewhere it goes away."""
        window = self._window
        if not isinstance(now, QWidget) or not window.isAncestorOf(now):
            return
        searching = now is window.search or self._sidebar.isAncestorOf(now)
        saying = window.bar is not None and window.bar.isAncestorOf(now)
        if not searching and not saying and not window.header.isAncestorOf(now):
            self._was = now
            window.set_drawer(False)
        if window.header.search_bare:
            window.arrange()

    # What the list says.

    def tell(self) -> None:
        """Say anew where a session, who reads along, the client or the home area has changed."""
        parts = self._parts
        known, home = parts.session.known, parts.places.home or NATION
        client, places = parts.client.client, tuple(parts.places.named())
        tiered = parts.client.view.redraws is not None
        told = (known, parts.view.client_view, home, places, client.called, bool(client.levels),
                tiered)  # fmt: skip
        if told != self._told:
            self._told = told
            plain = None
            if known:
                plain = PlainJobs(parts.reference, places, home, lambda: parts.client.view)
            self._sidebar.set_session(plain, client.called, client_view=parts.view.client_view)
            self.mark()

    def _typed(self, text: str) -> None:
        if text:
            self.open()
        self._sidebar.search(text)

    def _widened(self) -> None:
        """The parts of a session are there for the first time."""
        wide, parts = self._sidebar.wide, self._parts
        assert wide is not None
        for back in (wide.back, wide.preview.way_back.back):
            back.clicked.connect(self.back)
        wide.preview.opened.connect(lambda code: self._sidebar.opened.emit(code, False))
        wide.preview.starred.connect(parts.shortlist.toggle)
        wide.preview.ticked.connect(parts.in_play.toggle)
        wide.filters.rating_wanted.connect(parts.counsel.rate_skills)

    def mark(self) -> None:
        """Take what is starred and ticked now."""
        parts = self._parts
        self._sidebar.set_marks(frozenset(parts.shortlist.codes), frozenset(parts.in_play.ticked))

    def _aside(self, code: str) -> None:
        if code and self._parts.session.known:
            self._parts.counsel.put_aside((code,))

    def _go_on(self, way: str, words: str) -> None:
        """One of the ways on where nothing is found."""
        if way == NOTE:
            self._keep(words)
        elif way == BROWSE:
            self.browse("family")
        else:
            self.go_to_field()

    def _keep(self, words: str) -> None:
        """Keep what was typed, and no job is called by, as a note for the client."""
        parts, session = self._parts, self._parts.clients_file.session
        if session is None or session.keeper is None:
            parts.window.say(_("Notes are kept with a client of the file."), problem=False)
            return
        note = parts.theme.say(_("Look up together: {words}", words=words))
        if session.save_note(None, note, "client"):
            self.back.emit()
            parts.window.say(_("“{words}” is in the plan.", words=words), problem=False)
