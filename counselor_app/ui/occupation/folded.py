"""Tables of jobs that fold into one column of cells where the pane is narrow for the text."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.fold import Folding
from counselor_app.ui.parts.table import Cell, Column, DataTable


def folding_table(
    page: Page, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], name: str
) -> Folding:
    """A table whose first column heads the row; folded, each row's cells stand under it."""

    def narrow() -> DataTable:
        stacked: list[tuple[Cell, Cell]] = []
        for head, *cells in rows:
            stacked.append((head, Cell("")))
            stacked += (
                (Cell(column.title, tone="text2"), cell)
                for column, cell in zip(columns[1:], cells, strict=True)
            )
        return page.table((Column("", stretch=True), Column("", right=True)), stacked, name)

    return Folding(page.sorted_table(columns, rows, name), narrow)
