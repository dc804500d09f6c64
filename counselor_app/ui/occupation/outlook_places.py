"""Where the jobs are: the map of states, and areas of a kind ranked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.charts import Tile, tile_map
from counselor_app.domain.occupation.places import AreaKind, Measure
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import IndustryLevel
from counselor_app.language import _, pgettext
from counselor_app.ui.charts.tile_map import TileMapChart
from counselor_app.ui.occupation.outlook_ranking import RankingBlock
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.chooser import Chooser
from counselor_app.ui.parts.finding import strong
from counselor_app.ui.parts.fold import Folding
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.state.lookup import Lookup

MEASURES: tuple[tuple[str, Measure], ...] = (
    (pgettext("choice", "Share"), "location_quotient"),
    (pgettext("choice", "Number"), "employment"),
    (pgettext("choice", "Per 1,000"), "jobs_per_1000"),
    (pgettext("choice", "Pay"), "pay"),
)


@dataclass(frozen=True, slots=True)
class OutlookOptions:
    """What areas are ranked by and which kind; the state chosen ("" = none yet); the level of
    the industries."""

    measure: Measure = "location_quotient"
    state: str = ""
    kind: AreaKind = "state"
    level: IndustryLevel = "sector"


class PlacesBlock(QWidget):
    """The places of one occupation; changes in place, so that the focus stays.

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
        self.measures = Chooser(
            [words for words, _ in MEASURES], theme, pgettext("what is chosen", "Places by")
        )
        self.measures.chosen.connect(lambda i: self._choose(measure=MEASURES[i][1]))
        column.addWidget(self.measures)
        self._map = page.wired(TileMapChart(tile_map(sheet.states, options.measure), theme))
        self._map.state_chosen.connect(lambda state: self._choose(state=state))
        self._folding = Folding(self._map, self._no_room)
        column.addWidget(self._folding)
        self._sentence = Prose("", theme, role="body", rich=True)
        column.addWidget(self._sentence)
        self.ranking: RankingBlock | None = None
        self._column = column
        self.show_sheet(sheet, options)

    @property
    def map(self) -> TileMapChart:
        """The tiles."""
        return self._map

    def sentence(self) -> str:
        """What is said of the chosen state."""
        return self._sentence.text()

    def show_sheet(self, sheet: Sheet, options: OutlookOptions) -> None:
        """Show another occupation."""
        self._sheet = sheet
        self._show(options, remeasured=True)
        if self._page.lookup is not None:
            self._ranking(self._page.lookup)
            self._page.later(self._rank)

    def _rank(self) -> None:
        if self.ranking is not None:
            self.ranking.show_sheet(self._sheet, self._options.measure, self._options.kind)

    def show_options(self, options: OutlookOptions) -> None:
        """Show what is chosen here or in the linked pane."""
        before = self._options
        self._show(options, remeasured=options.measure != before.measure)
        ranked = (options.measure, options.kind)
        if self.ranking is not None and ranked != (before.measure, before.kind):
            self.ranking.show_sheet(self._sheet, *ranked)

    def _show(self, options: OutlookOptions, *, remeasured: bool) -> None:
        self._options = options
        self.measures.set_index(
            next(i for i, (_, m) in enumerate(MEASURES) if m == options.measure)
        )
        if remeasured:
            self._map.set_spec(tile_map(self._sheet.states, options.measure))
            self._folding.forget()
        self._map.set_state(self._state())
        tile = self._tile()
        self._sentence.setVisible(tile is not None)
        if tile is not None:
            name, _colon, rest = self._page.theme.say(tile.sentence).partition(": ")
            self._sentence.setText(f"{strong(name + ':')} {escape(rest)}")

    def _ranking(self, lookup: Lookup) -> RankingBlock:
        if self.ranking is None:
            self.ranking = RankingBlock(self._page, lookup)
            self.ranking.kind_chosen.connect(lambda kind: self._choose(kind=kind))
            self._column.addSpacing(self._page.theme.px(6))
            self._column.addWidget(self.ranking)
        return self.ranking

    def _no_room(self) -> QWidget:
        words = _("The map needs a wider page or smaller text. The table has every state.")
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
