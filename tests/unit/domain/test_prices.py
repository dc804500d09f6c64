"""What a wage buys where it is earned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.prices import (
    PriceParities,
    parity_year,
    real_figure,
    real_sentence,
    real_wage,
    release_year,
)
from counselor_app.domain.occupation.wages import WageRow

OEWS = Source("oews-2025", "oews", "OEWS", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")
RPP = Source("rpp-2023", "rpp", "RPP", "BEA", "2023", "BEA parities 2023", "", "", "", "")
WAGE = Figure("wage.annual.p50", 40420, "dollars a year", OEWS, "May 2025", area="Texas")
PARITY = Figure("price_parity", 97.175, "nation = 100", RPP, "2023", area="Texas")
TEXAS = WageRow("Texas", "4800000", "state", {"wage.annual.p50": WAGE}, None)


@pytest.mark.parametrize(("parity", "real"), [(105.0, 142.9), (120.0, 125.0)])
def test_a_real_wage_is_the_nominal_one_at_average_prices(parity: float, real: float) -> None:
    assert round(real_wage(150, parity), 1) == real


@pytest.mark.parametrize(
    ("years", "wage_year", "chosen"),
    [
        ((2022, 2023), 2025, 2023),
        ((2023, 2024, 2026), 2025, 2024),
        ((2022,), 2025, 2022),
        ((2021,), 2025, None),
        ((2026,), 2025, None),
        ((2025,), 2025, 2025),
        ((), 2025, None),
    ],
)
def test_the_newest_year_not_after_the_wage_and_at_most_three_older(
    years: tuple[int, ...], wage_year: int, chosen: int | None
) -> None:
    assert parity_year(years, wage_year) == chosen


def test_the_year_of_a_release() -> None:
    assert release_year(OEWS) == 2025
    assert release_year(replace(OEWS, release="undated")) is None


def test_the_sentence_says_place_both_amounts_source_and_year() -> None:
    said = real_sentence(TEXAS, WAGE, PARITY)
    assert said.startswith("$40,420 in Texas buys what $41,600 buys on average")
    assert "2.8% below average (BEA parities 2023)" in said


def test_prices_of_another_year_than_the_release_say_so() -> None:
    assert "parities 2023, prices of 2022" in real_sentence(
        TEXAS, WAGE, replace(PARITY, vintage="2022")
    )


def test_an_hourly_wage_is_told_by_the_hour() -> None:
    hourly = replace(WAGE, key="wage.hourly.p50", value=19.44, unit="dollars an hour")
    assert real_sentence(TEXAS, hourly, PARITY).startswith(
        "$19.44 an hour in Texas buys what $20.00 buys"
    )
    assert real_figure(hourly, PARITY).value == 20.01


def test_the_figure_keeps_its_source_and_says_what_it_was_made_of() -> None:
    real = real_figure(WAGE, PARITY)
    assert (real.key, real.value, real.source) == ("wage.real.annual.p50", 41595, OEWS)
    assert "$40,420" in (real.about or "")
    assert "Texas is 97.2" in (real.about or "")


def test_without_a_price_level_there_are_words_and_no_number() -> None:
    none = PriceParities(2023, RPP, {}, "no price level is known for this place").of(TEXAS)
    real = real_figure(WAGE, none)
    assert real.value is None
    assert real.flag == "no price level is known for this place"
    assert real_sentence(TEXAS, WAGE, none) == (
        "Prices in Texas: no price level is known for this place."
    )


def test_a_capped_wage_is_never_turned_into_a_real_one() -> None:
    capped = replace(WAGE, value=None, flag=CAPPED, low=239200.0)
    real = real_figure(capped, PARITY)
    assert (real.value, real.low, real.flag) == (None, None, CAPPED)
    assert "$239,200 or more" in real_sentence(TEXAS, capped, PARITY)
    assert "buys" not in real_sentence(TEXAS, capped, PARITY)
