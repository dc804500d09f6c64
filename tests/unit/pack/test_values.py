"""Reading single cells: numbers, marks, codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.pack import values
from counselor_app.pack.places import area_code, area_kind, area_row, industry_code, industry_name


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_printed_number_reads_back(value: float) -> None:
    assert values.number(repr(value)) == value
    assert values.number(f"  {value!r} ") == value
    assert values.number(value) == value


@given(st.integers(-(10**12), 10**12))
def test_grouped_thousands_read_as_the_number(value: int) -> None:
    assert values.number(f"{value:,}") == value
    assert values.whole(f"{value:,}") == value


@given(st.text())
def test_text_is_a_number_or_refused_never_a_guess(text: str) -> None:
    try:
        value = values.number(text)
    except ValueError:
        return
    if value is None:
        assert text.strip() in ("", "n/a", "N/A")
    else:
        assert abs(value) < float("inf")


@pytest.mark.parametrize(
    "cell", ["nan", "inf", "-Infinity", "1_000", "1,00", "12a", "#", "--", True]
)
def test_what_is_no_number_is_refused(cell: object) -> None:
    with pytest.raises(ValueError, match="a number"):
        values.number(cell)


@pytest.mark.parametrize("cell", ["", " ", "n/a", "N/A", None])
def test_blank_and_na_are_missing(cell: object) -> None:
    assert values.number(cell) is None
    assert values.text(cell) == ""


@given(st.sampled_from(["*", "**", "#", "~"]), st.sampled_from(["", " ", "  "]))
def test_wage_marks_stay_marks(mark: str, blank: str) -> None:
    assert values.wage_value(blank + mark + blank) == mark
    assert values.whole_wage_value(mark + blank) == mark


def test_a_wage_above_the_cap_is_a_number() -> None:
    assert values.whole_wage_value("390370") == 390370
    assert values.whole_wage_value(390370.0) == 390370


def test_a_fraction_where_whole_dollars_belong_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number"):
        values.whole_wage_value("44770.5")


def test_none_is_a_value_in_the_projections_and_a_dash_is_missing() -> None:
    assert values.dashed_text("None") == "None"
    assert values.dashed_text("—") is None
    assert values.dashed_number("–") is None


@pytest.mark.parametrize("cell", ["43-4051", "43-4051.0", "434051.00", "nonsense", ""])
def test_only_whole_onet_codes_are_codes(cell: str) -> None:
    with pytest.raises(ValueError, match=r"43-4051\.00"):
        values.onet_code(cell)


@pytest.mark.parametrize("cell", ["13/2025", "8/2025", "2025-08"])
def test_only_months_are_dates(cell: str) -> None:
    with pytest.raises(ValueError, match="08/2025"):
        values.month(cell)


@pytest.mark.parametrize(
    ("published", "code", "kind"),
    [("99", "0000000", "national"), ("48", "4800000", "state"), ("1", "0100000", "state"),
     ("12420", "0012420", "metro"), ("0012420", "0012420", "metro"),
     ("100001", "0100001", "nonmetro"), ("4800000", "4800000", "state")],
)  # fmt: skip
def test_area_codes_become_seven_digits(published: str, code: str, kind: str) -> None:
    assert area_code(published) == code
    assert area_kind(code) == kind


def test_areas_say_which_states_they_lie_in() -> None:
    assert area_row("0028140", "Kansas City, MO-KS")[3:] == ("", "MO KS")
    assert area_row("4800000", "Texas")[3:] == ("TX", "TX")
    assert area_row("0100001", "Northwest Alabama nonmetropolitan area")[3:] == ("", "AL")
    assert area_row("0000000", "National")[1] == "United States"


@pytest.mark.parametrize(
    ("published", "code"), [("11", "11--12"), ("31-33", "31--34"), ("99", "99-100"),
                            ("31--34", "31--34"), ("999101", "999101")]
)  # fmt: skip
def test_sectors_have_one_code_in_both_layouts(published: str, code: str) -> None:
    assert industry_code(published, "sector") == code


def test_sector_names_lose_their_number() -> None:
    assert industry_name("Sectors 31, 32, and 33 - Manufacturing") == "Manufacturing"
    assert industry_name("Sector 22 - Utilities") == "Utilities"
    assert industry_name("Sectors 44 and 45 - Retail Trade") == "Retail Trade"
    assert industry_name("Logging") == "Logging"
