"""The answers of a comparison: a row a question, a column an occupation."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counselor_app.domain.fit.compare import Cell, Comparison, Row
from counselor_app.language import joined
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.control import Line, follow_width
from counselor_app.ui.parts.figures_text import FiguresText
from counselor_app.ui.parts.text import Prose

_QUESTION, _COLUMN = 150, 170


class AnswersGrid(QWidget):
    """Titles on top, then the questions, each under a hairline with its note below."""

    def __init__(self, page: Page, found: Comparison) -> None:
        super().__init__()
        self._page, self._columns = page, len(found.occupations)
        px = page.theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(4))
        grid.setColumnMinimumWidth(0, px(_QUESTION))
        for column in range(1, self._columns + 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, px(_COLUMN))
        for column, (code, title) in enumerate(found.occupations, 1):
            grid.addWidget(page.job_link(code, title), 0, column)
        line = 1
        for row in found.rows:
            grid.addWidget(Line(page.theme), line, 0, 1, self._columns + 1)
            line += 1
            question = page.prose(row.question, role="row")
            question.setFont(page.theme.font("row", bold=True))
            grid.addWidget(question, line, 0)
            for column, (cell, (_, title)) in enumerate(
                zip(row.cells, found.occupations, strict=True), 1
            ):
                grid.addWidget(_cell(page, row, cell, title), line, column)
            if row.note:
                grid.addWidget(_note(page, row), line + 1, 1, 1, self._columns)
            line += 2
        follow_width(self)

    def minimumSizeHint(self) -> QSize:
        px = self._page.theme.px
        return QSize(px(_QUESTION) + self._columns * px(_COLUMN + 20), 0)


def stacked(page: Page, found: Comparison) -> QWidget:
    """The same one below another, where there is little room for the text."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(page.theme.px(8))
    for code, title in found.occupations:
        column.addWidget(page.job_link(code, title))
    for row in found.rows:
        column.addSpacing(page.theme.px(8))
        column.addWidget(page.heading(row.question))
        for cell, (_, title) in zip(row.cells, found.occupations, strict=True):
            column.addWidget(_cell(page, row, cell, title, label=title))
        if row.note:
            column.addWidget(_note(page, row))
    return whole


def _cell(page: Page, row: Row, cell: Cell, title: str, label: str = "") -> FiguresText:
    name = joined((row.question, title))
    return page.wired(
        FiguresText(cell.words, cell.figures, page.theme, name, label=label, role="row")
    )


def _note(page: Page, row: Row) -> Prose:
    return page.prose(row.note, role="caption", tone="text2")
