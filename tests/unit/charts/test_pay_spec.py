from __future__ import annotations

from dataclasses import replace

from counselor_app.charts import natural_basis, pay_chart, pay_range
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

TEXAS = "4800000"


def marked(row: WageRow, flag: str, *percentiles: int, cap: float | None = None) -> WageRow:
    """``row`` with annual percentiles withheld or capped, as a release marks them."""
    changed = {
        f"wage.annual.p{p}": replace(
            row.figures[f"wage.annual.p{p}"], value=None, flag=flag, low=cap
        )
        for p in percentiles
    }
    return replace(row, figures={**row.figures, **changed})


def test_band_holds_the_published_percentiles_of_each_place(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051", [TEXAS])
    chart = pay_chart(sheet.wages, "annual")
    nation, texas = chart.rows
    assert [k.value for k in nation.knots] == [31_750, 36_870, 44_770, 51_780, 63_590]
    assert (texas.label, texas.sub) == ("Texas", "337,170 employees")
    assert texas.dark == (35_420, 48_300)
    assert nation.light == (31_750, 63_590)
    assert chart.axis is not None
    assert chart.axis.low <= 29_320
    assert "Texas: median $40,420 a year" in chart.sentence
    assert chart.table.rows[0] == (
        "United States", "$31,750", "$36,870", "$44,770", "$51,780", "$63,590",
    )  # fmt: skip


def test_target_wage_is_placed_in_every_place(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051", [TEXAS, "0600000"])
    chart = pay_chart(sheet.wages, "annual", target=50_000)
    assert chart.sentence == (
        "$50,000 a year is at the 70th percentile in the United States, the 78th in Texas, the"
        " 51st in California."
    )
    assert [row[-1] for row in chart.table.rows] == ["70th", "78th", "51st"]


def test_two_panes_share_one_scale(pack: Pack) -> None:
    sheets = [read_sheet(pack, code) for code in ("43-4051", "29-1141")]
    ranges = [pay_range(sheet.wages, "annual") for sheet in sheets]
    low = min(r[0] for r in ranges if r)
    high = max(r[1] for r in ranges if r)
    axes = [pay_chart(sheet.wages, "annual", shared_range=(low, high)).axis for sheet in sheets]
    assert axes[0] == axes[1]


def test_capped_wage_is_an_open_end_in_words_and_never_a_point(pack: Pack) -> None:
    nation = read_sheet(pack, "43-4051").nation
    chart = pay_chart([marked(nation, CAPPED, 90, cap=239_200)], "annual")
    (row,) = chart.rows
    assert row.open_end
    assert row.light == (31_750, None)
    assert row.knot(90).value is None
    assert row.knot(90).text == "$239,200 or more"
    assert "one in ten earns $239,200 or more" in chart.sentence
    assert chart.axis is not None
    assert chart.axis.high > 239_200


def test_cap_that_the_release_does_not_state_is_not_printed(pack: Pack) -> None:
    nation = read_sheet(pack, "43-4051").nation
    (row,) = pay_chart([marked(nation, CAPPED, 90)], "annual").rows
    assert row.open_end
    assert row.words == f"90th: {CAPPED}"


def test_withheld_wage_draws_no_band_and_is_said_once(pack: Pack) -> None:
    nation = read_sheet(pack, "43-4051").nation
    withheld = marked(nation, "wage not released", 10, 25, 50, 75, 90)
    chart = pay_chart([withheld], "annual")
    (row,) = chart.rows
    assert (row.light, row.dark, row.words) == (None, None, "wage not released")
    assert chart.axis is None
    assert chart.sentence == "United States: pay wage not released."
    assert "0" not in chart.table.rows[0][1:]


def test_place_without_a_row_says_so(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1211", ["0600000"])
    missing = [row for row in sheet.places if row.median().value is None]
    assert missing, "California publishes no row for anesthesiologists"
    row = pay_chart(sheet.wages, "annual").rows[1]
    assert row.words == "not published for this area"


def test_actors_are_paid_by_the_hour(pack: Pack) -> None:
    nation = read_sheet(pack, "27-2011").nation
    assert natural_basis(nation) == "hourly"
    chart = pay_chart([nation], "hourly")
    assert chart.unit == "an hour"
    assert all("." in text for text in chart.table.rows[0][1:])


def test_a_target_below_all_places_is_said_once_and_one_far_above_does_not_stretch(
    pack: Pack,
) -> None:
    sheet = read_sheet(pack, "29-1141", ["4800000", "0600000"])
    chart = pay_chart(sheet.wages, "annual", target=50_000)
    whose = "Registered Nurses, 4 more specific jobs among them: "
    said = "$50,000 a year is below the 10th percentile in all three places."
    assert chart.sentence == whose + said
    far = pay_chart(sheet.wages, "annual", target=900_000)
    assert far.axis == pay_chart(sheet.wages, "annual").axis
    said = "$900,000 a year is above the 90th percentile in all three places."
    assert far.sentence == whose + said


def test_a_place_without_pay_is_left_out_of_the_standings_and_named(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1022", ["6600000"])
    chart = pay_chart(sheet.wages, "annual", target=300_000)
    assert chart.sentence.endswith("No percentiles are published for Guam.")
    assert "percentile in the United States." in chart.sentence
