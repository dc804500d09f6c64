"""A client's own wage: what is taken for an amount, and when its unit may be changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.occupation.target import (
    HIGHEST,
    Target,
    parse_target,
    target_in,
    target_note,
)
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.errors import UserError


def row(pay_basis: str | None) -> WageRow:
    return WageRow("United States", "0000000", "national", {}, pay_basis)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("50000", 50_000), ("$50,000", 50_000), (" $ 24.50 ", 24.5), ("1,234,567.89", 1_234_567.89)],
)
def test_an_amount_is_read_as_people_type_it(text: str, amount: float) -> None:
    assert parse_target(text, "annual") == Target(amount, "annual")


def test_nothing_typed_is_no_target() -> None:
    assert parse_target("  ", "annual") is None
    assert parse_target("$", "hourly") is None


@pytest.mark.parametrize("text", ["fifty", "-3", "0", "0.00", "nan", "inf", "10000000", "50.000,5"])
def test_what_is_no_amount_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match=r"is no amount in dollars.*; type one such as 24\.50"):
        parse_target(text, "hourly")


@given(st.floats(min_value=0.01, max_value=HIGHEST, exclude_max=True))
def test_a_year_is_2080_hours_there_and_back(amount: float) -> None:
    hourly = target_in(Target(amount, "annual"), row(None), "hourly")
    assert hourly is not None
    assert target_in(Target(hourly, "hourly"), row(None), "annual") == pytest.approx(amount)


def test_a_job_published_one_way_takes_no_target_of_the_other() -> None:
    actor = row("hourly_only")
    assert target_in(Target(52_000, "annual"), actor, "hourly") is None
    assert target_in(Target(25, "hourly"), actor, "hourly") == 25
    assert target_note(Target(52_000, "annual"), actor, "hourly") == (
        "$52,000 a year is not set beside this pay: it is published by the hour only, and a year"
        " of this work is not 2,080 hours."
    )
    assert target_note(Target(25, "hourly"), row(None), "annual") == (
        "$25.00 an hour is counted at 2,080 hours a year."
    )
    assert target_note(Target(25, "hourly"), row(None), "hourly") == ""
