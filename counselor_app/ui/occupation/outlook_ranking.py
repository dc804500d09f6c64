"""Areas of one kind ranked by one measure, the home area first; found by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import NOT_PUBLISHED, number, told, value_words
from counselor_app.domain.occupation.pay_words import NOT_RELEASED
from counselor_app.domain.occupation.places import AREA_KINDS, AreaKind, Measure, RankedArea, named
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.chooser import Chooser
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.table import Cell, Column
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.parts.text_field import FindField
from counselor_app.ui.state.lookup import Lookup

KINDS: tuple[tuple[str, AreaKind], ...] = (
    (pgettext("choice", "States"), "state"),
    (pgettext("choice", "Metros"), "metro"),
    (pgettext("choice", "Other areas"), "nonmetro"),
)
TOP = 8
STEP = 50


class RankingBlock(QWidget):
    """A table of the first areas, more on demand; ``kind_chosen`` asks for another kind."""

    kind_chosen = Signal(str)

    def __init__(self, page: Page, lookup: Lookup) -> None:
        super().__init__()
        self._page, self._lookup = page, lookup
        self._ranked: tuple[RankedArea, ...] = ()
        self._measure: Measure = "location_quotient"
        self._asked, self._shown = ("", ""), TOP
        theme = page.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        controls = FlowLayout(theme, (10, 6))
        self.kinds = Chooser([words for words, _ in KINDS], theme, _("Kind of area"))
        self.kinds.chosen.connect(lambda i: self.kind_chosen.emit(KINDS[i][1]))
        self.field = FindField(_("Find an area"), theme)
        self.field.textChanged.connect(self._find)
        controls.addWidget(self.kinds)
        controls.addWidget(self.field)
        column.addLayout(controls)
        self._tables = QVBoxLayout()
        self._tables.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._tables)
        self._table: QWidget | None = None
        links = FlowLayout(theme, (14, 2))
        self.more = LinkLabel("", theme)
        self.more.clicked.connect(self._more)
        self.home = LinkLabel("", theme)
        self.home.clicked.connect(lambda: page.place_wanted.emit("home"))
        links.addWidget(self.more)
        links.addWidget(self.home)
        column.addLayout(links)
        self.said = Prose("", theme, role="caption", tone="text2")
        column.addWidget(self.said)

    def show_sheet(self, sheet: Sheet, measure: Measure, kind: AreaKind) -> None:
        """Rank the areas of a kind for an occupation."""
        asked = (sheet.occupation.code, str(kind))
        if asked != self._asked:
            self._asked, self._shown = asked, TOP
        self._measure = measure
        self._ranked = self._lookup.areas(sheet, measure, kind)
        self.kinds.set_index(next(i for i, (_, k) in enumerate(KINDS) if k == kind))
        known = next((r.of for r in self._ranked), 0)
        every = sum(r.area.kind == kind for r in self._ranked)
        said = _(
            "{n} of {all} {areas} have a number to rank.",
            n=number(known), all=number(every), areas=AREA_KINDS[kind],
        )  # fmt: skip
        self.said.setText(told(said, *(ranked.area.of(measure) for ranked in self._ranked)))
        own = next((r.area.name for r in self._ranked if r.home), "")
        self.home.setText(
            _("Home: {place}. Change…", place=own) if own else _("Set the home area…")
        )
        self.home.setAccessibleName(self.home.text())
        self.home.updateGeometry()
        self._fill()

    def _find(self) -> None:
        self._shown = TOP
        self._fill()

    def _more(self) -> None:
        self._shown += STEP
        self._fill()
        self.field.setFocus()

    def _fill(self) -> None:
        found = named(self._ranked, self.field.text())
        if self._table is not None:
            self._tables.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = self._made(found[: self._shown]) if found else self._none()
        self._tables.addWidget(self._table)
        left = len(found) - self._shown
        self.more.setVisible(left > 0)
        self.more.setText(_("Show {n} more of {all}", n=min(left, STEP), all=len(found)))
        self.more.setAccessibleName(self.more.text())
        self.more.updateGeometry()

    def _none(self) -> QWidget:
        return self._page.prose(_("No area of that name among these."), role="body")

    def _made(self, rows: tuple[RankedArea, ...]) -> QWidget:
        hourly = any(ranked.area.basis == "hourly" for ranked in rows)
        pay = _("Median an hour") if hourly else pgettext("column", "Median pay")
        titles: dict[Measure, str] = {
            "pay": pay,
            "employment": pgettext("column", "Employees"),
            "jobs_per_1000": pgettext("column", "Per 1,000"),
            "location_quotient": pgettext("column", "Share"),
        }
        second: Measure = "employment" if self._measure == "pay" else "pay"
        columns = (
            Column("", stretch=True), Column(titles[self._measure], right=True),
            Column(titles[second], right=True),
        )  # fmt: skip
        lines = []
        for ranked in rows:
            area = ranked.area
            place = f"{ranked.rank}." if ranked.rank is not None else ""
            home = pgettext("after an area", "(home)") if ranked.home else ""
            words = joined((place, area.name, home))
            cells = [_cell(titles[m], area.of(m), area.name) for m in (self._measure, second)]
            lines.append((Cell(words, bold=ranked.home), *cells))
        return folding_table(
            self._page, columns, lines, _("Areas by {measure}", measure=titles[self._measure])
        )


def _cell(title: str, figure: Figure, area: str) -> Cell:
    words = value_words(figure)
    if "not released" in words:
        words = NOT_RELEASED
    elif words.startswith("not published"):
        words = NOT_PUBLISHED
    return Cell(words, figure, joined((title, area), ", "))
