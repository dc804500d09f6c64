"""What new data changes: sentences to read at a glance, then every change in tables."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.language import _, joined, pgettext
from counselor_app.pack.changes_words import figure_rows, headline, other_lines
from counselor_app.pack.update import Candidate
from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

SHOWN = 300
_FIGURE_COLUMNS = (
    Column(pgettext("column", "Figure"), stretch=True),
    Column(pgettext("column", "Before"), right=True),
    Column(pgettext("column", "After"), right=True),
    Column(pgettext("column", "The difference")),
)  # fmt: skip
_OTHER_COLUMNS = (
    Column(pgettext("column", "What")),
    Column(pgettext("column", "Change"), stretch=True),
)


class ChangesView(QWidget):
    """Sentences, the shortlisted occupations' figures, all other changes."""

    def __init__(self, candidate: Candidate, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        changes = candidate.changes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.px(12), 0)
        self._column.setSpacing(theme.px(8))
        for sentence in headline(changes):
            self._column.addWidget(Prose(sentence, theme, role="body"))
        self.tables: list[DataTable] = []
        for occupation, figures in figure_rows(changes).items():
            name = joined((occupation.title, f"({occupation.code})"))
            self._add(name, _FIGURE_COLUMNS, [tuple(map(Cell, row)) for row in figures])
        lines = other_lines(changes)
        if lines:
            self._add(
                pgettext("heading", "Everything else"),
                _OTHER_COLUMNS,
                [tuple(map(Cell, row)) for row in lines[:SHOWN]],
            )
        if len(lines) > SHOWN:
            more = _("and {n} more; save the list to have all of them.",
                     n=number(len(lines) - SHOWN))  # fmt: skip
            self._column.addWidget(Prose(more, theme, role="row", tone="text2"))
        if candidate.remarks:
            self._heading(_("Given and not used"))
            for remark in candidate.remarks:
                self._column.addWidget(Prose(remark, theme, role="row"))
        self._column.addStretch(1)

    def _heading(self, words: str) -> None:
        self._column.addSpacing(self.theme.px(8))
        self._column.addWidget(Prose(words, self.theme, role="heading"))

    def _add(self, name: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> None:
        self._heading(name)
        table = DataTable(columns, rows, self.theme, name)
        self.tables.append(table)
        self._column.addWidget(table)
