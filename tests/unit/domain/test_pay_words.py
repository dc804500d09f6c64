"""Pay in words: units, places, margins and shared wages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.pay_words import (
    cell_words,
    margin_apart,
    only_basis_words,
    pay_basis,
    pay_sentences,
    place_words,
    places_title,
    shared_wage,
    with_margin,
)
from counselor_app.domain.occupation.wages import PERCENTILES, WageRow

OEWS = Source("oews", "oews", "Wages", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")


def row(
    place: str = "United States",
    annual: tuple[float | None, ...] = (31750, 36870, 44770, 51780, 63590),
    hourly: tuple[float | None, ...] = (15.26, 17.73, 21.53, 24.9, 30.57),
    flag: str = "wage not released",
    basis: str | None = None,
) -> WageRow:
    figures = {
        f"wage.{unit}.p{p}": Figure(
            f"wage.{unit}.p{p}", wage,
            "dollars a year" if unit == "annual" else "dollars an hour",
            OEWS, "May 2025", flag=None if wage is not None else flag,
        )
        for unit, wages in (("annual", annual), ("hourly", hourly))
        for p, wage in zip(PERCENTILES, wages, strict=True)
    }  # fmt: skip
    return WageRow(place, "0000000", "national", figures, basis)


NONE = (None,) * 5


def test_a_single_published_unit_wins_over_the_choice() -> None:
    assert pay_basis(row(), "hourly") == "hourly"
    assert pay_basis(row(basis="annual_only"), "hourly") == "annual"
    assert pay_basis(row(basis="hourly_only"), "annual") == "hourly"
    assert only_basis_words(row()) is None
    assert "year only" in str(only_basis_words(row(basis="annual_only")))
    assert "hour only" in str(only_basis_words(row(basis="hourly_only")))


def test_titles_count_the_places() -> None:
    assert places_title([row()]) == "Pay in the United States"
    assert places_title([row("Texas")]) == "Pay in Texas"
    assert places_title([row(), row("Texas"), row("Guam")]) == "Pay in three places"
    assert places_title([row()] * 12) == "Pay in 12 places"


def test_the_finding_and_the_medians() -> None:
    texas = row("Texas", (29320, 35420, 40420, 48300, 59590))
    finding, medians = pay_sentences([row(), texas], "annual")
    assert finding == "Half of them earn between $36,870 and $51,780 a year in the United States."
    assert medians == "The median is $44,770 in the United States and $40,420 in Texas."
    finding, _ = pay_sentences([row()], "hourly")
    assert finding == "Half of them earn between $17.73 and $24.90 an hour in the United States."


def test_a_place_without_pay_is_left_out_of_the_medians() -> None:
    _, medians = pay_sentences([row(), row("Guam", NONE, NONE)], "annual")
    assert "Guam" not in medians


def test_nothing_is_said_where_nothing_is_published() -> None:
    assert pay_sentences([row(annual=NONE, hourly=NONE)], "annual") == ("", "")


def test_margins_are_1_645_standard_errors() -> None:
    mean = Figure("wage.annual.mean", 46590, "dollars a year", OEWS, "May 2025", se=93.18)
    assert with_margin(mean) == "$46,590 ± 153"
    assert margin_apart("$46,590 ± 153") == ("$46,590", "± 153")
    assert with_margin(replace(mean, se=None)) == "$46,590"
    assert margin_apart("$46,590") == ("$46,590", "")
    hourly = Figure("wage.hourly.mean", 58.29, "dollars an hour", OEWS, "May 2025", se=4.894)
    assert with_margin(hourly) == "$58.29 ± 8.05"


def test_a_row_without_pay_says_why_beside_its_name_once() -> None:
    guam = row("Guam", NONE, NONE, "not published for this area")
    assert place_words(guam, "annual") == "Guam: not published for this area"
    assert cell_words(guam, guam.median()) == "–"
    assert place_words(row(), "annual") == "United States"


def test_a_missing_cell_beside_numbers_is_a_word() -> None:
    part = row(annual=(31750, 36870, 44770, 51780, None))
    assert cell_words(part, part.percentile(90, "annual")) == "not released"


@pytest.mark.parametrize(
    ("low", "words"), [(239200.0, "$239,200 or more"), (None, "above the cap")]
)
def test_a_capped_cell_names_the_cap_only_if_stated(low: float | None, words: str) -> None:
    figure = Figure(
        "wage.annual.p90", None, "dollars a year", OEWS, "May 2025", flag=CAPPED, low=low
    )
    assert cell_words(row(), figure) == words


def occupation(match: str, shares: int) -> Occupation:
    others = tuple((f"29-1141.0{i}", f"Nurses {i}") for i in range(1, shares + 1))
    return Occupation(
        "29-1141.00", "Registered Nurses", "29-1141", "Registered Nurses", "Healthcare",
        "29-1141", "Registered Nurses", match, "29-1141", "Registered nurses", "exact", others,
    )  # fmt: skip


def test_a_shared_wage_says_with_whom() -> None:
    assert shared_wage(occupation("exact", 0)) is None
    said = shared_wage(occupation("exact", 4))
    assert said is not None
    assert "Registered Nurses (29-1141)" in said
    assert "Nurses 1, Nurses 2 and 2 more" in said
    combined = shared_wage(occupation("broad", 1))
    assert combined is not None
    assert "only together with others" in combined
    assert shared_wage(replace(occupation("none", 0), oews_code=None)) is None
