"""The rows of one column of the board: headings of tiers, cards, and what shows more of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from counselor_app.domain.fit.board import (
    FOLDED,
    SECTION_WORDS,
    SHOWN,
    Basis,
    Card,
    Column,
    Section,
    card_sentence,
)
from counselor_app.language import Said, _, joined, ngettext, pgettext

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class BoardState:
    """What is chosen and opened on the board, shared by its columns.

    ``more`` holds the sections that show every card, by column and name, ``open`` the codes of
    the cards whose twins are shown one by one. ``aside`` says that the cards are those set aside.
    """

    place: str = ""
    basis: Basis = "tier"
    starred: Collection[str] = ()
    ticked: Collection[str] = ()
    seen: Collection[str] = ()
    client_view: bool = False
    aside: bool = False
    more: set[tuple[str, str]] = field(default_factory=set)
    open: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (``section`` alone), a card (``twin`` where it is one of a family's, shown under
    it), or, with ``hidden``, what shows that many more cards.
    """

    section: Section
    card: Card | None = None
    twin: bool = False
    hidden: int = 0

    @property
    def words(self) -> Said | str:
        """A heading's words, or those of what shows more."""
        if self.hidden:
            n = self.hidden
            if self.section.name in FOLDED:
                return pgettext("cards that are folded", "Show {n}", n=n)
            return ngettext("Show {n} more", "Show {n} more", n, n=n)
        return SECTION_WORDS[self.section.name]


def rows_of(column: Column, state: BoardState) -> tuple[Row, ...]:
    """The rows of a column: of each section the first cards, and those that are starred or
    ticked; all of them once they were asked for.
    """
    found: list[Row] = []
    kept = {*state.starred, *state.ticked}
    for section in column.sections:
        found.append(Row(section))
        every = (column.schooling, section.name) in state.more or state.aside
        first = 0 if section.name in FOLDED else SHOWN
        hidden = 0
        for place, card in enumerate(section.cards):
            if not every and place >= first and (not kept or kept.isdisjoint(card.codes)):
                hidden += 1
                continue
            found.append(Row(section, card))
            if card.code in state.open and len(card.jobs) > 1:
                found += [Row(section, card.alone(n), True) for n in range(len(card.jobs))]
        if hidden:
            found.append(Row(section, hidden=hidden))
    return tuple(found)


class BoardModel(QAbstractListModel):
    """The rows of one column. ``say`` speaks the window's language."""

    def __init__(self, state: BoardState, say: Callable[[str], str]) -> None:
        super().__init__()
        self.state, self._say = state, say
        self.column: Column | None = None
        self.rows: tuple[Row, ...] = ()

    def show(self, column: Column | None) -> None:
        """Show another column, or the same one anew."""
        self.column = column
        rows = rows_of(column, self.state) if column else ()
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, code: str) -> int:
        """The row of a card by the code it opens; -1 where it is not shown."""
        return next(
            (n for n, row in enumerate(self.rows) if row.card and row.card.code == code), -1
        )

    def card(self, index: Index) -> Card | None:
        """The card of a row; None for a heading."""
        return self.rows[index.row()].card if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        if row.card or row.hidden:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._say(row.card.title if row.card else row.words)
        if role == Qt.ItemDataRole.ToolTipRole and row.card:
            return self._say(row.card.jobs[0].job.figures_note) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say(self._spoken(row))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.card:
            return self._say(_CLIENT_KEYS if self.state.client_view else _KEYS)
        return None

    def _spoken(self, row: Row) -> str:
        state, card = self.state, row.card
        if card is None:
            if row.hidden:
                return joined((SECTION_WORDS[row.section.name], row.words), ": ")
            n = row.section.count
            return ngettext(
                "{tier}: {n} job", "{tier}: {n} jobs", n, tier=SECTION_WORDS[row.section.name], n=n
            )
        return card_sentence(
            card, state.place, starred=card.code in state.starred, basis=state.basis,
            ticked=card.code in state.ticked and not state.client_view,
            seen=card.code in state.seen,
        )  # fmt: skip


SEEN = pgettext("a card", "seen")
_KEYS = _(
    "Enter opens, Space ticks to compare, Ctrl+S stars, Delete sets aside, Alt+Down shows the jobs"
    " of a family."
)
_CLIENT_KEYS = _("Enter opens, Ctrl+S stars, Delete sets aside.")
