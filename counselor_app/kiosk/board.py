"""Jobs in three columns by how much school they ask for, near twins on one card."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.fit.sureness import Tier
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.kiosk.facts import (
    Dots,
    StarButton,
    facts_row,
    interests_row,
    pay_in,
    place_row,
    signed,
)
from counselor_app.kiosk.jobs import COLUMNS, Card, Entry, Jobs, facts_words
from counselor_app.kiosk.screen import Screen
from counselor_app.kiosk.widgets import TARGET, Aside, Tile
from counselor_app.language import Said, _, lowered, ngettext, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

CLOSE: dict[Tier, Said] = {
    "very likely": _("Very likely a close match"),
    "likely": _("Likely a close match"),
    "possible": _("Perhaps a close match"),
}
"""What a tier means to a student."""
_MORE, _LEAST = 6, 2
_NARROW = 760


class Board(Screen):
    """``opened`` carries the codes of a card: one job, or near twins; ``starred`` a code."""

    opened = Signal(object)
    starred = Signal(str)
    back_wanted = Signal()

    def __init__(
        self, name: str, heading: str, columns: Sequence[Sequence[Entry]], jobs: Jobs,
        liked: Sequence[str], place: str, clears: str, theme: Theme,
    ) -> None:  # fmt: skip
        super().__init__(theme, name)
        self._columns, self._jobs, self._liked = columns, jobs, liked
        self._heading, self._place = heading, place
        self.listed: Sequence[str] = ()
        self._asked = [0, 0, 0]  # cards that "See more" was touched for, a column
        self.tiles: list[CardTile] = []
        self.more: list[Button] = []
        self.title(name)
        self.back = self.button(pgettext("button", "Back"), "left")
        self.back.clicked.connect(self.back_wanted)
        self.foot.add(self.back)
        self.foot.add_right(Aside(clears, theme))
        theme.changed.connect(self.fill)
        self._size = self._room = (0, 0)

    def set_listed(self, listed: Sequence[str]) -> None:
        """Mark what is on the student's list."""
        self.listed = listed
        for tile in self.tiles:
            tile.show_listed(listed)

    def row(self, code: str) -> tuple[str, ...]:
        """The jobs of the column that one is in, those alone on a card."""
        for column in self._columns:
            codes = tuple(entry.codes[0] for entry in column if len(entry.codes) == 1)
            if code in codes:
                return codes
        return ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = (self.width(), self.height())
        if size != self._size:
            self._size = size
            self.lay_out()
            self.fill()

    def fill(self) -> None:
        """Lay the cards out again."""
        at = self.area.verticalScrollBar().value()
        theme, px = self.theme, self.theme.px
        self.clear()
        self.column.setContentsMargins(px(32), px(8), px(32), px(8))
        self.column.setSpacing(px(8))
        self.tiles, self.more = [], []
        self.column.addLayout(place_row(self._heading, pay_in(self._place), theme))
        # One under the other where three would be too narrow for their words.
        wide = self.width() >= px(_NARROW)
        row = QHBoxLayout() if wide else QVBoxLayout()
        row.setSpacing(px(14))
        edges, bar = self.column.contentsMargins(), self.area.verticalScrollBar().sizeHint().width()
        # Of what scrolls, not of its viewport: that is resized once it is shown.
        across = self.area.width() - bar - edges.left() - edges.right() - 2 * row.spacing()
        over = self.column.totalSizeHint().height()
        if self.column.hasHeightForWidth():
            over = self.column.totalHeightForWidth(self.width())
        down = self.area.height() - over - self.column.spacing()
        self._room = (across // 3, down if wide else 0)
        for place in range(3):
            row.addWidget(self._column(place), 1)
        self.column.addLayout(row, 1)
        self.note()
        self.area.verticalScrollBar().setValue(at)

    def _column(self, place: int) -> QWidget:
        theme, px = self.theme, self.theme.px
        panel = _Panel(theme)
        panel.setMinimumHeight(self._room[1])  # what the cards are from stands below the fold
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(10), px(6), px(10), px(8))
        column.setSpacing(px(6))
        name, means = COLUMNS[place]
        top = FlowLayout(theme, (10, 0))
        title, beside = Prose(name, theme, role="heading", wrap=False), Aside(means, theme)
        top.addWidget(title)
        wide = title.sizeHint().width() + beside.sizeHint().width() + px(10)
        if not self._room[1] or wide <= self._room[0] - px(20):
            top.addWidget(beside)  # else it would take a line from the cards
        column.addLayout(top)
        entries = self._columns[place]
        shown = self._cards(place, column)
        if not entries:
            none = _("None of the jobs here is close to your answers.")
            column.addWidget(Prose(none, theme, role="row", tone="text2"))
        column.addStretch(1)
        if (rest := len(entries) - shown) > 0:
            words = ngettext("See {n} more", "See {n} more", rest, n=rest)
            more = self.button(words, "down")
            more.trailing = True
            more.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            more.clicked.connect(partial(self._show_more, place, shown))
            column.addWidget(more)
            self.more.append(more)
        return panel

    def _cards(self, place: int, column: QVBoxLayout) -> int:
        """Put cards into a column: those that were asked for, else as many as leave the button
        under them in sight; how many.
        """
        entries, asked = self._columns[place], self._asked[place]
        wide, down = self._room
        edges, gap = column.contentsMargins(), column.spacing()
        wide -= edges.left() + edges.right()
        down -= column.totalHeightForWidth(wide) + 2 * gap + self.theme.px(TARGET)
        tier: Tier | None = None
        for at, entry in enumerate(entries):
            tile = CardTile(self._jobs.card(entry, self._liked), self.theme)
            row = None
            if entry.tier and entry.tier != tier:
                row = _tier_row(entry.tier, self.theme)
                down -= row.sizeHint().height() + gap
            down -= tile.column.totalHeightForWidth(wide) + gap
            if at >= (asked or _LEAST) and (asked or down < 0):
                return at
            if row is not None:
                column.addLayout(row)
            tier = entry.tier
            tile.clicked.connect(partial(self.opened.emit, entry.codes))
            tile.star.clicked.connect(partial(self.starred.emit, entry.codes[0]))
            tile.show_listed(self.listed)
            column.addWidget(tile)
            self.tiles.append(tile)
        return len(entries)

    def _show_more(self, place: int, shown: int) -> None:
        self._asked[place] = shown + _MORE
        self.fill()


class _Panel(QFrame):
    """The ground of a column."""

    look = "track"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)


class CardTile(Tile):
    """A job or near twins on a card, with a star for a job alone."""

    def __init__(self, card: Card, theme: Theme) -> None:
        several = len(card.codes) > 1
        super().__init__(theme, facts_words(card), pad=12)
        self.card = card
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        title = Prose(card.title, theme, role="heading")
        words.addWidget(title)
        row = interests_row(card.letters, theme)
        if several:
            n = len(card.codes)
            said = ngettext("{n} job", "{n} jobs", n, n=n)
            row.addWidget(signed(said, "forward", theme, tone="accent", trailing=True))
        words.addLayout(row)
        words.addLayout(facts_row(card.pay, card.school, card.outlook, card.trend, theme))
        if card.group:
            words.addWidget(Prose(card.group, theme, role="caption", tone="text2"))
        words.addStretch(1)
        self.hold(words)
        self.star = StarButton(card.title, theme, self)
        self.star.setVisible(not several)
        if not several:
            # The star lies in the corner; the title leaves it its place.
            title.setContentsMargins(0, 0, TARGET - theme.px(12), 0)

    def show_listed(self, listed: Sequence[str]) -> None:
        """Fill the star of what is on the list."""
        self.star.show_listed(on=self.card.codes[0] in listed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.star.move(self.width() - TARGET, 0)


def _tier_row(tier: Tier, theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(Dots(tier, theme))
    row.addWidget(Prose(CLOSE[tier], theme, role="row", bold=True), 1)
    return row


def heading_words(letters: Sequence[str]) -> Said:
    """ "Jobs that go with making and fixing, and helping people": two interests, one or none."""
    named = [lowered(PLAIN_NAMES[letter]) for letter in letters]
    if not named:
        return _("Jobs that go with your answers")
    if len(named) == 1:
        return _("Jobs that go with {interest}", interest=named[0])
    return _("Jobs that go with {first}, and {second}", first=named[0], second=named[1])
