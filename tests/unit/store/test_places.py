"""Price levels, ranked areas, industries and mixed places, on the shipped figures."""

from __future__ import annotations

import pytest

from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.industries import shares_sentence
from counselor_app.domain.occupation.places import Measure
from counselor_app.domain.occupation.prices import real_sentence
from counselor_app.domain.occupation.wages import INDUSTRY_LEVELS, NATION, IndustryLevel
from counselor_app.errors import UserError
from counselor_app.store.places import ranked_areas
from counselor_app.store.prices import price_parities
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_occupation
from counselor_app.store.wages import industry_shares, wage_rows

TEXAS, CLEVELAND = "4800000", "0017410"


def test_texas_pay_at_average_prices(pack: Pack) -> None:
    (row,) = wage_rows(pack, read_occupation(pack, "43-4051"), [TEXAS])
    parity = price_parities(pack, 2025).of(row)
    assert (parity.value, parity.vintage, parity.source.kind) == (97.175, "2023", "rpp")
    assert real_sentence(row, row.median(), parity).startswith(
        "$40,420 in Texas buys what $41,600 buys on average"
    )


@pytest.mark.parametrize(
    ("wage_year", "year", "texas"), [(2025, 2023, 97.175), (2022, 2022, 97.447), (2027, None, None)]
)
def test_all_places_are_of_one_year(
    pack: Pack, wage_year: int, year: int | None, texas: float | None
) -> None:
    parities = price_parities(pack, wage_year)
    assert parities.year == year
    assert {f.vintage for f in parities.by_area.values()} <= {str(year)}
    (row,) = wage_rows(pack, read_occupation(pack, "43-4051"), [TEXAS])
    found = parities.of(row)
    assert found.value == texas
    assert found.flag is not None or texas is not None


@pytest.mark.parametrize("place", [CLEVELAND, "7200000", "524000"])
def test_places_without_a_price_level_say_so(pack: Pack, place: str) -> None:
    (row,) = wage_rows(pack, read_occupation(pack, "43-4051"), [place])
    parity = price_parities(pack, 2025).of(row)
    assert parity.value is None
    assert "price level" in (parity.flag or "")


@pytest.mark.parametrize("measure", ["pay", "employment", "jobs_per_1000", "location_quotient"])
@pytest.mark.parametrize(("kind", "count"), [("state", 54), ("metro", 393), ("nonmetro", 135)])
def test_every_area_of_a_kind_is_listed_once_and_in_order(
    pack: Pack, measure: Measure, kind: str, count: int
) -> None:
    occupation = read_occupation(pack, "43-4051")
    ranked = ranked_areas(pack, occupation, measure, kind)  # type: ignore[arg-type]
    assert len({r.area.code for r in ranked}) == count == len(ranked)
    values = [n for r in ranked if (n := r.area.of(measure).number) is not None]
    assert values == sorted(values, reverse=True)
    assert all(r.area.of(measure).flag for r in ranked if r.rank is None)
    assert all(r.rank == 1 + sum(v > r.area.of(measure).number for v in values) for r in ranked
               if r.rank is not None)  # fmt: skip


def test_a_rank_says_what_the_release_says(pack: Pack) -> None:
    ranked = ranked_areas(pack, read_occupation(pack, "43-4051"), "employment", "state", TEXAS)
    assert (ranked[0].area.name, ranked[0].home) == ("Texas", True)
    assert ranked[0].area.of("employment").value == 337170
    assert ranked[0].area.of("location_quotient").value == 1.44
    counted = pack.connection.execute(
        "SELECT COUNT(*) FROM wage JOIN area ON area.code = wage.area"
        " WHERE occ = '43-4051' AND kind = 'state' AND employment > 337170"
    ).fetchone()[0]
    assert ranked[0].rank == counted + 1


def test_an_area_without_a_row_is_not_published_never_zero(pack: Pack) -> None:
    ranked = ranked_areas(pack, read_occupation(pack, "29-1022"), "employment", "metro")
    last = ranked[-1].area.of("employment")
    assert last.value is None
    assert last.flag == "not published for this area"
    assert ranked[-1].rank is None


def test_capped_medians_come_first_in_words(pack: Pack) -> None:
    ranked = ranked_areas(pack, read_occupation(pack, "29-1151"), "pay", "metro")
    capped = [r for r in ranked if r.area.of("pay").flag == CAPPED]
    assert capped == list(ranked[: len(capped)])
    assert capped
    assert all(r.rank is None and r.area.of("pay").low == 239200 for r in capped)


def test_an_occupation_paid_by_the_hour_is_ranked_by_the_hour(pack: Pack) -> None:
    ranked = ranked_areas(pack, read_occupation(pack, "27-2011"), "pay", "state")
    assert ranked[0].area.of("pay").unit == "dollars an hour"
    assert ranked[0].rank == 1


def test_the_military_is_listed_with_words_only(pack: Pack) -> None:
    ranked = ranked_areas(pack, read_occupation(pack, "55-1011"), "pay", "state")
    assert {r.area.of("pay").flag for r in ranked} == {"not published for this occupation"}


@pytest.mark.parametrize("home", [NATION, "Texas"])
def test_an_unknown_home_is_an_error_in_words(pack: Pack, home: str) -> None:
    with pytest.raises(UserError, match="seven-digit"):
        ranked_areas(pack, read_occupation(pack, "43-4051"), "pay", "state", home)


def test_one_function_gives_any_mix_of_places(pack: Pack) -> None:
    rows = wage_rows(pack, read_occupation(pack, "43-4051"), [TEXAS, "524000", NATION, "52--53"])
    assert [row.kind for row in rows] == ["state", "industry", "national", "industry"]
    assert [row.median().value for row in rows[:3]] == [40420, 46730, 44770]
    assert rows[1].employment.value == 292830
    assert rows[1].figures["location_quotient"].flag == "not published by industry"


def test_an_industry_without_the_occupation_has_words(pack: Pack) -> None:
    (row,) = wage_rows(pack, read_occupation(pack, "29-1141"), ["113300"])
    assert row.median().flag == "not published for this industry"
    with pytest.raises(UserError, match="industry code"):
        wage_rows(pack, read_occupation(pack, "29-1141"), ["999999"])


@pytest.mark.parametrize("level", INDUSTRY_LEVELS)
def test_shares_of_one_level_never_pass_the_whole(pack: Pack, level: IndustryLevel) -> None:
    levels = dict(pack.connection.execute("SELECT code, level FROM industry"))
    for code in ("43-4051", "25-2021", "25-1031", "29-1141", "33-3051", "11-1011", "45-2092"):
        occupation = read_occupation(pack, code)
        (nation,) = wage_rows(pack, occupation, [NATION])
        shares, missing = industry_shares(pack, occupation, nation, level)
        assert {levels[part.wages.place_code] for part in shares} == {level}
        total = sum(part.share.number or 0 for part in shares)
        assert total < 100.5, code
        assert missing == pytest.approx(max(0, 100 - total), abs=0.06), code
        assert all(part.share.flag for part in shares if part.share.value is None)


def test_what_the_shares_leave_out_is_said(pack: Pack) -> None:
    occupation = read_occupation(pack, "43-4051")
    (nation,) = wage_rows(pack, occupation, [NATION])
    whole = shares_sentence(*industry_shares(pack, occupation, nation, "sector"), "sector")
    part = shares_sentence(*industry_shares(pack, occupation, nation, "4-digit"), "4-digit")
    assert whole == "The sectors add up to all employees."
    assert "10.0% are in industries of four digits whose numbers are not released" in part
    assert shares_sentence((), None, "sector").startswith("Nothing is published by sectors")
