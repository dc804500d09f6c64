from __future__ import annotations

from dataclasses import replace

from counselor_app.charts import education_bars, hexagon, industry_bars, point, ranked_bars
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


def test_rating_says_importance_level_and_rank(pack: Pack) -> None:
    rated = read_sheet(pack, "29-1141").ratings["knowledge"]
    bar = next(b for b in ranked_bars(rated).rows if b.name == "Psychology")
    assert (bar.letter, bar.text, bar.level_text) == ("K", "4.58", "6.08")
    assert bar.more_than is not None
    assert bar.sentence == (
        "Psychology, knowledge: importance 4.58 of 5, level 6.08 of 7, more important here than"
        f" in {bar.more_than} of 100 jobs."
    )


def test_interval_never_leaves_the_scale(pack: Pack) -> None:
    for code in ("29-1141", "43-4051", "27-2011"):
        for group in read_sheet(pack, code).ratings.values():
            chart = ranked_bars(group)
            for bar in chart.rows:
                if bar.interval:
                    assert chart.low <= bar.interval[0] <= bar.interval[1] <= chart.high


def test_work_styles_start_at_zero_and_carry_their_sign(pack: Pack) -> None:
    chart = ranked_bars(read_sheet(pack, "43-4051").ratings["style"])
    assert (chart.low, chart.origin, chart.high) == (-3, 0, 3)
    texts = {bar.name: bar.text for bar in chart.rows}
    assert texts["Dependability"] == "+2.41"
    assert texts["Leadership Orientation"] == "−0.38"


def test_level_that_does_not_apply_is_said_in_words(pack: Pack) -> None:
    rated = read_sheet(pack, "43-4051").ratings["skill"][0]
    assert rated.level is not None
    unneeded = replace(rated, level=replace(rated.level, flag="not relevant"))
    bar = ranked_bars([unneeded]).rows[0]
    assert bar.level_text == "not relevant"
    assert "level not relevant," in bar.sentence


def test_education_is_ordered_by_how_many_name_it(pack: Pack) -> None:
    chart = education_bars(read_sheet(pack, "43-4051").requirements["RL"])
    values = [row.value for row in chart.rows if row.value is not None]
    assert values == sorted(values, reverse=True)
    assert chart.rows[0].name == "High school diploma"
    assert chart.sentence.startswith("Of 26 people asked, ")


def test_low_precision_is_marked(pack: Pack) -> None:
    asked = read_sheet(pack, "29-1141").requirements["RL"]
    flagged = {r.words for r in asked if "low precision" in (r.figure.flag or "")}
    marked = {row.name for row in education_bars(asked).rows if row.low_precision}
    assert marked == flagged


def test_sectors_never_pass_the_whole(pack: Pack) -> None:
    for code in ("43-4051", "25-2021", "29-1141"):
        chart = industry_bars(read_sheet(pack, code).industries)
        assert sum(row.value or 0 for row in chart.rows) <= 100.5


def test_hexagon_has_realistic_on_top_and_goes_clockwise(pack: Pack) -> None:
    chart = hexagon(read_sheet(pack, "43-4051").interests)
    assert [c.letter for c in chart.corners] == list("RIASEC")
    assert [c.letter for c in chart.corners if c.in_code] == ["S", "E", "C"]
    assert chart.drawn == (1.97, 1.63, 1.0, 3.77, 5.08, 6.32)
    assert (chart.share(1.0), chart.share(7.0)) == (0, 1)
    top, right = point(0, 1), point(1, 1)
    assert top == (0, -1)
    assert right[0] > 0 > right[1]
    assert chart.sentence.startswith("Interests: code C-E-S; ")


def test_hexagon_without_ratings_draws_nothing(pack: Pack) -> None:
    chart = hexagon(read_sheet(pack, "43-9199").interests)
    assert chart.drawn is None
    assert "not rated for this occupation" in chart.sentence
