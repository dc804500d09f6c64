"""A table whose columns sort: by a click on a title, or from the menu of a cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Figure
from counselor_app.language import _
from counselor_app.ui.parts.context_menu import Entry
from counselor_app.ui.parts.table import Cell, Column, DataTable, Index
from counselor_app.ui.style.theme import Theme

AS_IT_WAS = -1
_ARROW = 16


class SortedTable(DataTable):
    """Rows stand as they were given until a column sorts them; what is not known comes last."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], theme: Theme, name: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(columns, rows, theme, name, parent)
        self._given = self._rows
        self.sorted_by = (AS_IT_WAS, False)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(AS_IT_WAS, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._clicked)

    def sort_by(self, column: int, *, backwards: bool = False) -> None:
        """Sort by a column, or with `AS_IT_WAS` by none; the same cell stays the current one."""
        now = self.currentIndex()
        row = self._rows[now.row()] if now.isValid() else None
        self.sorted_by = (column, backwards)
        rows = self._given
        if column != AS_IT_WAS:
            known = [r for r in rows if self._key(r[column]) is not None]
            known.sort(key=lambda r: self._key(r[column]) or (0, 0.0, ""), reverse=backwards)
            rows = (*known, *(r for r in rows if self._key(r[column]) is None))
        self.show_rows(rows)
        way = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, way)
        if row is not None:
            place = next(n for n, one in enumerate(rows) if one is row)
            self.setCurrentIndex(self.model().index(place, now.column()))

    def _key(self, cell: Cell) -> tuple[int, float, str] | None:
        """What a cell is sorted by: a number where it has one, else its words."""
        number = cell.order
        if isinstance(cell.figure, Figure) and number is None and not cell.job:
            value = cell.figure.value
            if not isinstance(value, (int, float)):
                return None
            number = float(value)
        if number is not None:
            return (0, number, "")
        return (1, 0.0, self.theme.order(cell.text)) if cell.text else None

    def _clicked(self, column: int) -> None:
        """Once up, once down, then as it was."""
        was, backwards = self.sorted_by
        if was == column and backwards:
            self.sort_by(AS_IT_WAS)
        else:
            self.sort_by(column, backwards=was == column)

    def _entries(self, index: Index) -> list[Entry]:
        column, (was, backwards) = index.column(), self.sorted_by
        again = was == column and not backwards
        words = _("Sort the other way round") if again else _("Sort by this column")
        found = [
            *super()._entries(index),
            Entry(words, partial(self.sort_by, column, backwards=again)),
        ]
        if was != AS_IT_WAS:
            found.append(
                Entry(_("Back to the order of the page"), partial(self.sort_by, AS_IT_WAS))
            )
        return found

    def _measure(self) -> list[int]:
        room = self.theme.px(_ARROW)
        pairs = zip(super()._measure(), self.columns, strict=True)
        return [width + room if column.title else width for width, column in pairs]
