"""Jobs by name, near twins of a card, and the student's own list: cards side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from counselor_app.domain.occupation.search import Hit, only_guesses
from counselor_app.kiosk.board import CardTile
from counselor_app.kiosk.facts import pay_in, place_row
from counselor_app.kiosk.jobs import Entry, Jobs
from counselor_app.kiosk.screen import Screen
from counselor_app.kiosk.widgets import BigButton
from counselor_app.language import Said, _, pgettext
from counselor_app.store.reference import DamagedPackError, Pack
from counselor_app.store.search import search
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.shell.search_field import SearchField
from counselor_app.ui.style.theme import Theme

MY_LIST = pgettext("heading", "My list")
ALIKE = _("Jobs much alike")
TRIES = (
    pgettext("something to look up", "animals"),
    pgettext("something to look up", "computers"),
    pgettext("something to look up", "cars"),
    pgettext("something to look up", "music"),
    pgettext("something to look up", "nurse"),
    pgettext("something to look up", "cooking"),
)
"""What to look up where nothing is called what was typed, or nothing has been typed."""
_EMPTY = _("Nothing is on your list yet. Touch the star of a job to put it here.")
_JOBS_OF_MINE = _("Jobs that you put on your list")
_WIDE, _FOUND = 360, 30


class Found(Screen):
    """``opened`` and ``starred`` carry a code, `damaged` says that the pack cannot be read."""

    opened = Signal(object)
    starred = Signal(str)
    back_wanted = Signal()
    damaged = Signal(object)

    def __init__(
        self, name: str, jobs: Jobs, place: str, theme: Theme, *, pack: Pack | None = None
    ) -> None:
        super().__init__(theme, name)
        self.jobs, self._place, self._pack = jobs, place, pack
        self.codes: Sequence[str] = ()
        self.listed: Sequence[str] = ()
        self.tiles: list[CardTile] = []
        self.tries: list[BigButton] = []
        self._said: Sequence[str] = ("",)
        self._tries = False
        self.back = self.button(pgettext("button", "Back"), "left")
        self.back.clicked.connect(self.back_wanted)
        self.search: SearchField | None = None
        if pack is not None:
            self.search = self._field()
            self.head.add(self.search)
        else:
            self.title(name)
        self.foot.add(self.back)
        theme.changed.connect(self.fill)
        self._across = 0

    def show_codes(self, codes: Sequence[str], said: Sequence[str], *, tries: bool = False) -> None:
        """Show these under a heading and lines; ``tries`` offers words to look up."""
        self.codes, self._said, self._tries = codes, said, tries
        self.fill()

    def row(self, _code: str) -> tuple[str, ...]:
        """The jobs that are shown."""
        return tuple(self.codes)

    def set_listed(self, listed: Sequence[str]) -> None:
        """Mark what is on the student's list."""
        self.listed = listed
        for tile in self.tiles:
            tile.show_listed(listed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_field()
        if self._columns() != self._across:
            self.fill()

    def fill(self) -> None:
        """Lay the cards out again."""
        theme = self.theme
        self.clear()
        self._size_field()
        self.tiles, self.tries = [], []
        heading, *more = self._said
        if self.codes:
            self.column.addLayout(place_row(heading, pay_in(self._place), theme))
        else:
            self.say(heading, "title2")
        for words in more:
            if words:
                self.say(words, "prose", "text2")
        if self._tries:
            row = FlowLayout(theme, (12, 10))
            for words in TRIES:
                button = self.button(words)
                # A word to look up is typed in the language that is spoken.
                button.clicked.connect(partial(self._try, theme.say(words)))
                row.addWidget(button)
                self.tries.append(button)
            self.column.addLayout(row)
        grid = QGridLayout()
        grid.setSpacing(theme.px(14))
        self._across = self._columns()
        for place, code in enumerate(self.codes):
            tile = CardTile(self.jobs.card(Entry((code,))), theme)
            tile.clicked.connect(partial(self.opened.emit, (code,)))
            tile.star.clicked.connect(partial(self.starred.emit, code))
            tile.show_listed(self.listed)
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            grid.addWidget(tile, *divmod(place, self._across))
            self.tiles.append(tile)
        for column in range(self._across):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        if self.codes:
            self.note()
        self.column.addStretch(1)

    def _columns(self) -> int:
        return min(max(self.width() // self.theme.px(_WIDE), 1), 3)

    def _field(self) -> SearchField:
        field = SearchField(self.theme)
        field.furnish()
        field.setPlaceholderText(self.theme.say(_("Type a job, like “nurse”")))
        field.setMaxLength(60)
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self.look_for)
        return field

    def _size_field(self) -> None:
        if self.search is not None:
            wide = min(self.theme.px(520), self.width() * 2 // 5)
            self.search.setFixedSize(wide, self.theme.px(60))

    def look_for(self, text: str) -> None:
        """Jobs by title, as it is typed."""
        if self._pack is None:
            return
        text = text.strip()
        try:
            hits = search(self._pack, text, _FOUND) if text else []
        except DamagedPackError as error:
            self.damaged.emit(str(error))
            return
        heading, *why = found_words(text, hits)
        if self.theme.tongue != "en":  # a reason that this language has no words for
            why = [words for words in why if self.theme.say(words) != words]
        self.show_codes(tuple(hit.code for hit in hits), (heading, *why), tries=not hits)

    def _try(self, words: str) -> None:
        if self.search is not None:
            self.search.setText(words)


def found_words(text: str, hits: Sequence[Hit]) -> tuple[Said | str, ...]:
    """What to say of a search: that nothing is called so, or how the first job came to it."""
    if not text:
        return (_("Type a job, or try one of these"),)
    if not hits:
        return (_("Nothing is called “{text}”. Try one of these, or fewer letters.", text=text),)
    if only_guesses(hits):
        return (_("Nothing is called “{text}”. Try one of these:", text=text),)
    return (f"“{text}”", hits[0].why)


def list_words(codes: Sequence[str]) -> tuple[Said | str, ...]:
    """What to say over the student's own list."""
    return (_JOBS_OF_MINE if codes else _EMPTY,)
