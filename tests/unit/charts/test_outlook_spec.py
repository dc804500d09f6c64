from __future__ import annotations

import pytest

from counselor_app.charts import employment_bars, openings_steps, strips, tile_map
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


def test_outlook_is_told_whole(pack: Pack) -> None:
    chart = employment_bars(read_sheet(pack, "43-4051").outlook)
    assert chart is not None
    assert chart.sentence == ("2,814,000 jobs fall by 153,700 by 2034; 341,700 openings a year.")
    assert chart.change_text == "−153,700 (−5.5%)"


def test_openings_are_the_sum_of_their_steps(pack: Pack) -> None:
    chart = openings_steps(read_sheet(pack, "43-4051").outlook)
    assert chart is not None
    exits, transfers, change, openings = chart.steps
    assert (exits.text, transfers.text) == ("154,200", "202,900")
    assert (change.kind, change.text) == ("decline", "−15,400")
    assert change.end == pytest.approx(openings.end, rel=0.01)
    assert openings.text == "341,700"


def test_military_jobs_have_no_outlook_chart(pack: Pack) -> None:
    outlook = read_sheet(pack, "55-1011").outlook
    assert employment_bars(outlook) is None
    assert openings_steps(outlook) is None


def test_studies_stand_side_by_side_each_on_its_own_scale(pack: Pack) -> None:
    chart = strips(read_sheet(pack, "43-4051").exposure)
    assert chart is not None
    texts = {row.study: row.text for row in chart.rows}
    assert texts["frey_osborne"] == "0.55"
    assert texts["aioe"] == "0.96"
    aioe = next(row for row in chart.rows if row.study == "aioe")
    assert aioe.sentence == f"AIOE 2021: 0.96, higher than {aioe.more_than} of 100 jobs."
    assert list(aioe.values) == sorted(aioe.values)


def test_study_with_several_values_shows_the_range_and_no_rank(pack: Pack) -> None:
    codes = [code for (code,) in pack.connection.execute(
        "SELECT e.code FROM exposure e JOIN study_value v USING (study, study_code)"
        " WHERE e.study = 'frey_osborne' GROUP BY e.code HAVING COUNT(DISTINCT v.value) > 1"
    )]  # fmt: skip
    assert codes
    chart = strips(read_sheet(pack, codes[0]).exposure)
    assert chart is not None
    row = next(row for row in chart.rows if row.study == "frey_osborne")
    assert row.span is not None
    assert row.span[0] < row.span[1]
    assert (row.value, row.percentile) == (None, None)


def test_map_has_every_state_once_and_says_what_is_missing(pack: Pack) -> None:
    states = read_sheet(pack, "43-4051").states
    chart = tile_map(states, "location_quotient")
    places = [(tile.row, tile.column) for tile in chart.tiles]
    assert len(places) == len(set(places))
    assert {"TX", "DC", "AK", "HI", "PR"} <= {tile.postal for tile in chart.tiles}
    texas = next(tile for tile in chart.tiles if tile.postal == "TX")
    assert (texas.text, texas.shade) == ("1.44", 4)
    assert texas.sentence == ("Texas: 337,170 jobs, 1.44 times the nation’s share, median $40,420.")
    assert "highest Arizona 1.61" in chart.sentence


def test_tile_without_a_figure_has_no_class(pack: Pack) -> None:
    chart = tile_map(read_sheet(pack, "29-1211").states, "pay")
    unknown = [tile for tile in chart.tiles if tile.value is None]
    assert unknown
    assert all(tile.shade is None and tile.text == "–" for tile in unknown)
    words = {row[0]: row[1] for row in chart.table.rows}
    assert all(not words[tile.name][:1].isdigit() for tile in unknown)


def test_five_classes_cut_employment_into_fifths(pack: Pack) -> None:
    chart = tile_map(read_sheet(pack, "43-4051").states, "employment")
    shades = [tile.shade for tile in chart.tiles if tile.shade is not None]
    assert len(chart.breaks) == 4
    assert {shades.count(shade) for shade in range(5)} <= {10, 11, 12}
