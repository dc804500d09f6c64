"""Where the jobs are: the map of states, areas ranked, the home area first."""

from __future__ import annotations

import pytest
from outlook_pages import TEXAS, prose, shown
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import settle

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.places import Measure
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.occupation.outlook import OutlookPage
from counselor_app.ui.occupation.outlook_places import OutlookOptions
from counselor_app.ui.occupation.outlook_ranking import RankingBlock
from counselor_app.ui.parts.source import SourceRequest
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


@pytest.mark.parametrize(
    ("measure", "key"),
    [
        ("location_quotient", "location_quotient"),
        ("jobs_per_1000", "jobs_per_1000"),
        ("employment", "employment.oews"),
        ("pay", "wage.annual.p50"),
    ],
)
def test_every_tile_is_the_states_figure(
    qtbot: QtBot, theme: Theme, pack: Pack, measure: Measure, key: str
) -> None:
    sheet = read_sheet(pack, "43-4051", [TEXAS])
    page = shown(qtbot, theme, sheet)
    page.choose(OutlookOptions(measure=measure))
    assert page._places is not None
    tiles = {tile.area: tile for tile in page._places.map.spec.tiles}
    assert len(tiles) >= 51
    for row in sheet.states:
        if row.place_code in tiles:
            assert tiles[row.place_code].figure == row.figures[key]
            assert tiles[row.place_code].value == row.figures[key].number


def test_the_map_is_walked_by_key_and_speaks(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    block = page._places
    assert block is not None
    assert "Texas:" in block.sentence()
    assert "337,170 jobs" in block.sentence()
    assert "1.44 times" in block.sentence()
    told: list[object] = []
    page.options_changed.connect(told.append)
    qtbot.keyClick(block.map, Qt.Key.Key_Up)
    assert page.options.state == "OK"
    assert "Oklahoma:" in block.sentence()
    assert block.map.accessibleName().startswith("Oklahoma: ")
    assert told[-1] == OutlookOptions(state="OK")
    asked: list[SourceRequest] = []
    page.source_requested.connect(asked.append)
    block.map.grab()
    block.map._chosen = block.map._index("OK")
    qtbot.keyClick(block.map, Qt.Key.Key_F1)
    assert isinstance(asked[0].mark.subject, Figure)
    assert asked[0].mark.subject.area == "Oklahoma"


def test_every_tile_is_reached_by_arrow_keys(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    assert page._places is not None
    chart = page._places.map
    reached = {"TX"}
    waiting = ["TX"]
    arrows = ((0, 1), (0, -1), (1, 0), (-1, 0))
    while waiting:
        here = waiting.pop()
        for down, across in arrows:
            chart.set_state(here)
            chart._go(down, across)
            if chart._state not in reached:
                reached.add(chart._state)
                waiting.append(chart._state)
    assert reached == {tile.postal for tile in chart.spec.tiles}


def ranking(page: OutlookPage) -> RankingBlock:
    block = page._places
    assert block is not None
    assert block.ranking is not None
    return block.ranking


def ranked(page: OutlookPage) -> list[tuple[str, ...]]:
    """The rows of the ranked table, as printed."""
    tables = [t for t in ranking(page).findChildren(DataTable) if t.isVisible()]
    model = tables[-1].model()
    return [
        tuple(
            tables[-1].cell(model.index(row, column)).text for column in range(model.columnCount())
        )
        for row in range(model.rowCount())
    ]


def test_the_linked_pane_follows_without_losing_the_focus(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = shown(qtbot, theme, sheet, lookup=lookup)
    block = page._places
    page.set_options(OutlookOptions(measure="employment", state="CA", kind="metro"))
    settle()
    assert page._places is block
    assert "California:" in page._places.sentence()  # type: ignore[union-attr]
    first = lookup.areas(sheet, "employment", "metro")[0]
    employed = first.area.of("employment")
    pay = first.area.of("pay")
    assert ranked(page)[0] == (f"1. {first.area.name}", value_words(employed), value_words(pay))


def test_states_are_ranked_by_each_measure_with_their_figures(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    assert ranked(page)[:3] == [
        ("1. Arizona", "1.61", "$45,690"),
        ("2. Utah", "1.54", "$43,140"),
        ("3. Texas", "1.44", "$40,420"),
    ]
    assert "54 of 54 states and territories" in ranking(page).said.text()
    page.choose(OutlookOptions(measure="pay"))
    settle()
    values = [row[1] for row in ranked(page)]
    assert values == sorted(values, reverse=True)
    ranking(page).more.click()
    settle()
    assert len(ranked(page)) == 54
    assert not ranking(page).more.isVisible()


def test_the_home_area_comes_first_in_every_kind(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    lookup = Lookup(pack, "0017410", pytest.fail)
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    assert ranked(page)[0][0] == "Cleveland, OH (home)"
    assert ranked(page)[1][0] == "1. Arizona"
    page.choose(OutlookOptions(kind="metro"))
    settle()
    assert ranked(page)[0][0].endswith(". Cleveland, OH (home)")
    asked: list[str] = []
    page.place_wanted.connect(asked.append)
    ranking(page).home.click()
    assert asked == ["home"]


def test_areas_are_found_by_name(qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    page.choose(OutlookOptions(kind="metro", measure="pay"))
    ranking(page).field.setText("worth dal")
    settle()
    rows = ranked(page)
    assert len(rows) == 1
    assert "Dallas-Fort Worth-Arlington, TX" in rows[0][0]
    ranking(page).field.setText("atlantis")
    settle()
    assert "No area of that name" in prose(page)


def test_missing_states_are_words_and_dashed_tiles(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    sheet = read_sheet(pack, "27-2011")
    page = shown(qtbot, theme, sheet)
    assert page._places is not None
    missing = [tile for tile in page._places.map.spec.tiles if tile.value is None]
    assert missing
    assert all(tile.shade is None and tile.text == "–" for tile in missing)
    page.choose(OutlookOptions(state=missing[0].postal))
    assert "not published for this area" in page._places.sentence()
