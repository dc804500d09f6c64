"""Where the jobs are: the map or table of states, and the states on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.charts.spec import MapMeasure, Tile, natural_basis, tile_map
from counselor_app.domain.outlook_words import top_states
from counselor_app.domain.sheet import Sheet
from counselor_app.domain.wages import WageRow
from counselor_app.domain.wording import value_words
from counselor_app.ui.pages.base import Page
from counselor_app.ui.widgets.buttons import SegmentedControl
from counselor_app.ui.widgets.finding import strong
from counselor_app.ui.widgets.fold import Ends, Folding
from counselor_app.ui.widgets.table import Cell, Column
from counselor_app.ui.widgets.text import LinkLabel, Prose
from counselor_app.ui.widgets.tile_map import TileMapChart

MEASURES: tuple[tuple[str, MapMeasure], ...] = (
    ("Share", "share"),
    ("Number", "employment"),
    ("Pay", "pay"),
)
TOP = 5


@dataclass(frozen=True, slots=True)
class OutlookOptions:
    """Which measure of the states, which state is chosen ("" = none yet), map or table."""

    measure: MapMeasure = "share"
    state: str = ""
    table: bool = False


class PlacesBlock(QWidget):
    """The states of one occupation; changes in place, so that the focus stays.

    ``chosen`` carries the new options.
    """

    chosen = Signal(object)

    def __init__(self, page: Page, sheet: Sheet, options: OutlookOptions) -> None:
        super().__init__()
        self._page, self._sheet, self._options = page, sheet, options
        theme = page.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._measures = SegmentedControl(
            [words for words, _ in MEASURES], theme, "What the states show"
        )
        self._measures.chosen.connect(lambda i: self._choose(measure=MEASURES[i][1]))
        self._toggle = LinkLabel("Table", theme, role="row")
        self._toggle.clicked.connect(lambda: self._choose(table=not self._options.table))
        self._controls = Ends(self._measures, self._toggle, theme.px(8))
        column.addWidget(self._controls)
        spec = tile_map(sheet.states, options.measure)
        self._map = page.wired(TileMapChart(spec, theme))
        self._map.state_chosen.connect(lambda state: self._choose(state=state))
        self._folding = Folding(self._map, self._no_room)
        column.addWidget(self._folding)
        self._sentence = Prose("", theme, role="body", rich=True)
        column.addWidget(self._sentence)
        self._tables = QVBoxLayout()
        self._tables.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._tables)
        self._table: QWidget | None = None
        self.show_options(options)

    @property
    def map(self) -> TileMapChart:
        """The tiles."""
        return self._map

    def sentence(self) -> str:
        """What is said of the chosen state."""
        return self._sentence.text()

    def show_sheet(self, sheet: Sheet, options: OutlookOptions) -> None:
        """Show another occupation."""
        self._sheet, self._options = sheet, options
        self._map.set_spec(tile_map(sheet.states, options.measure))
        self._folding.forget()
        self._drop_table()
        self.show_options(options)

    def show_options(self, options: OutlookOptions) -> None:
        """Show what is chosen here or in the linked pane."""
        remeasured = options.measure != self._options.measure
        retabled = self._table is None or options.table != self._options.table
        self._options = options
        self._measures.set_index(
            next(i for i, (_, m) in enumerate(MEASURES) if m == options.measure)
        )
        if remeasured:
            self._map.set_spec(tile_map(self._sheet.states, options.measure))
            self._folding.forget()
        self._map.set_state(self._state())
        tile = self._tile()
        self._sentence.setVisible(tile is not None and not options.table)
        if tile is not None:
            name, _, rest = tile.sentence.partition(": ")
            self._sentence.setText(f"{strong(name + ':')} {escape(rest)}")
        self._folding.setVisible(not options.table)
        self._toggle.setText("Map" if options.table else "Table")
        self._toggle.setAccessibleName(
            "Show the states as a map" if options.table else "Show the states as a table"
        )
        self._controls.arrange()
        if remeasured or retabled:
            self._fill_table()

    def _no_room(self) -> QWidget:
        words = "The map needs a wider page or smaller text. The table has every state."
        return self._page.prose(words, role="caption", tone="text2")

    def _choose(self, **changes: object) -> None:
        self.chosen.emit(replace(self._options, **changes))  # type: ignore[arg-type]

    def _state(self) -> str:
        """The chosen state; else the first chosen place's, else the one on top."""
        tiles = {tile.postal: tile for tile in self._map.spec.tiles}
        if self._options.state in tiles:
            return self._options.state
        places = [row.place_code[:2] for row in self._sheet.places if row.kind == "state"]
        for tile in tiles.values():
            if places and tile.area[:2] == places[0]:
                return tile.postal
        known = [tile for tile in tiles.values() if tile.value is not None]
        return max(known, key=lambda tile: tile.value or 0).postal if known else ""

    def _tile(self) -> Tile | None:
        state = self._state()
        return next((tile for tile in self._map.spec.tiles if tile.postal == state), None)

    def _drop_table(self) -> None:
        if self._table is not None:
            self._tables.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None

    def _fill_table(self) -> None:
        self._drop_table()
        self._table = self._whole_table() if self._options.table else self._top_table()
        self._tables.addWidget(self._table)

    def _whole_table(self) -> Folding:
        key = self._key()
        known = top_states(self._sheet.states, key, most=len(self._sheet.states))
        rest = [row for row in self._sheet.states if row not in known]
        return self._make_table("State", [*known, *rest])

    def _top_table(self) -> QWidget:
        heads: dict[MapMeasure, str] = {
            "share": "Highest share",
            "employment": "Most employees",
            "pay": "Highest median pay",
        }
        rows = top_states(self._sheet.states, self._key(), TOP)
        if not rows:
            return self._page.prose("Not published for any state.", role="body")
        return self._make_table(heads[self._options.measure], rows)

    def _key(self) -> str:
        hourly = any(natural_basis(row) == "hourly" for row in self._sheet.states)
        pay = "wage.hourly.p50" if hourly else "wage.annual.p50"
        keys: dict[MapMeasure, str] = {
            "share": "location_quotient",
            "employment": "employment.oews",
            "pay": pay,
        }
        return keys[self._options.measure]

    def _make_table(self, title: str, rows: Sequence[WageRow]) -> Folding:
        hourly = any(natural_basis(row) == "hourly" for row in self._sheet.states)
        columns = (
            Column(title, stretch=True),
            Column("Share", True),
            Column("Employees", True),
            Column("Median an hour" if hourly else "Median pay", True),
        )
        lines = []
        for row in rows:
            share = row.figures["location_quotient"]
            pay = row.median("hourly" if hourly else "annual")
            lines.append(
                (
                    Cell(row.place),
                    Cell(_short(value_words(share)), share, f"Share of jobs, {row.place}"),
                    Cell(
                        _short(value_words(row.employment)),
                        row.employment,
                        f"Employees, {row.place}",
                    ),
                    Cell(_short(value_words(pay)), pay, f"Median pay, {row.place}"),
                )
            )
        name = f"{title}, by state"

        def below() -> QWidget:
            cells = []
            for place, *values in lines:
                cells.append((replace(place, bold=True), Cell("")))
                cells.extend((Cell(c.title), v) for c, v in zip(columns[1:], values, strict=True))
            return self._page.table((Column(title, stretch=True), Column("", True)), cells, name)

        return Folding(self._page.table(columns, lines, name), below)


def _short(words: str) -> str:
    """A missing value in two words, so that a column stays narrow."""
    if "not released" in words:
        return "not released"
    return "not published" if words.startswith("not published") else words
