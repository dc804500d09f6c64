"""The answers of a comparison: a row a question, a column an occupation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counselor_app.charts.beside import HINTS, Drawn
from counselor_app.domain.fit.comparison import Cell, Comparison, Row
from counselor_app.domain.fit.sureness import Tier
from counselor_app.language import joined
from counselor_app.ui.charts.beside_bars import drawing
from counselor_app.ui.charts.fit_charts import TierDots
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.control import Line, follow_width
from counselor_app.ui.parts.figures_text import FiguresText
from counselor_app.ui.parts.source import SourceWidget
from counselor_app.ui.parts.text import Prose

_QUESTION, _COLUMN = 150, 170


class Look(NamedTuple):
    """What is drawn by row and occupation, and each one's tier; ``plain``: for the client."""

    drawn: Mapping[str, tuple[Drawn, ...]]
    tiers: tuple[Tier | None, ...]
    plain: bool


class AnswersGrid(QWidget):
    """Titles on top, then the questions, each under a hairline with its note below."""

    def __init__(self, page: Page, found: Comparison, heads: Sequence[QWidget], look: Look) -> None:
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
        for column, head in enumerate(heads, 1):
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignTop)
        line = 1
        for row in found.rows:
            grid.addWidget(Line(page.theme), line, 0, 1, self._columns + 1)
            line += 1
            grid.addWidget(_question(page, row), line, 0)
            for column, (cell, (_, title)) in enumerate(
                zip(row.cells, found.occupations, strict=True), 1
            ):
                grid.addWidget(_cell(page, row, cell, title, look, column - 1), line, column)
            if row.note and not (look.plain and row.key in ("interests", "fit")):
                grid.addWidget(_note(page, row), line + 1, 1, 1, self._columns)
            line += 2
        follow_width(self)

    def minimumSizeHint(self) -> QSize:
        px = self._page.theme.px
        return QSize(px(_QUESTION) + self._columns * px(_COLUMN + 20), 0)


def stacked(page: Page, found: Comparison, heads: Sequence[QWidget], look: Look) -> QWidget:
    """The same one below another, where there is little room for the text."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(page.theme.px(8))
    for head in heads:
        column.addWidget(head)
    for row in found.rows:
        column.addSpacing(page.theme.px(8))
        column.addWidget(page.heading(row.question))
        for place, (cell, (_, title)) in enumerate(zip(row.cells, found.occupations, strict=True)):
            column.addWidget(_cell(page, row, cell, title, look, place, label=title))
        if row.note and not (look.plain and row.key in ("interests", "fit")):
            column.addWidget(_note(page, row))
    return whole


def _question(page: Page, row: Row) -> QWidget:
    """The question, and under it how what is drawn is read."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(page.theme.px(2))
    column.addWidget(Prose(row.question, page.theme, role="row", bold=True))
    if row.key in HINTS:
        column.addWidget(page.prose(HINTS[row.key], role="caption", tone="text2"))
    column.addStretch(1)
    return whole


def _cell(
    page: Page, row: Row, cell: Cell, title: str, look: Look, place: int, label: str = ""
) -> QWidget:
    """What is drawn of an occupation, over what is said of it."""
    name = joined((row.question, title))
    text = page.wired(
        FiguresText(cell.words, cell.figures, page.theme, name, label=label, role="row")
    )
    drawn = look.drawn.get(row.key, ())
    picture = drawing(drawn[place], name, page.theme) if drawn else None
    if row.key == "fit" and (tier := look.tiers[place]) is not None:
        picture = TierDots(tier, page.theme)
    if picture is None:
        return text
    if isinstance(picture, SourceWidget):
        page.wired(picture)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, page.theme.px(4))
    column.setSpacing(page.theme.px(3))
    column.addWidget(picture)
    column.addWidget(text)
    column.addStretch(1)
    return whole


def _note(page: Page, row: Row) -> Prose:
    return page.prose(row.note, role="caption", tone="text2")
