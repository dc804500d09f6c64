"""Numbers as typed: what is read, and what is refused with what it may mean."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.figures.amounts import parse_dollars, parse_number
from counselor_app.errors import UserError


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("50000", 50_000), ("$50,000", 50_000), (" $ 24.50 ", 24.5), ("1,234,567.89", 1_234_567.89),
        ("50 000", 50_000), ("50\u202f000", 50_000), ("＄５０，０００", 50_000), ("21.5", 21.5),
        ("\ufeff21.53", 21.53), ("0.01", 0.01), ("٥٠", 50), ("007", 7),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_type_it(text: str, amount: float) -> None:
    assert parse_dollars(text) == amount


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("21,53", "it may mean 21.53 or 2,153"),
        ("44.770,50", "it may mean 44,770.50 or 4,477,050"),
        ("44.770", "it may mean 44,770 or 44.770"),
        ("50,00", "it may mean 50.00 or 5,000"),
        ("5,0000", "it may mean 50,000 or 5.0000"),
        ("1.234.567", "it may mean 1,234,567"),
        ("12,34,567", "it may mean 1,234,567"),
        ("1,234,56", "it may mean 123,456"),
        ("1'234", "it may mean 1,234 or 1.234"),
        ("50 00", "it may mean 50.00 or 5,000"),
        ("1,234.567,8", "it may mean"),
        ("50,", "it may mean 50"),
        ("50.", "it may mean 50"),
    ],
)
def test_a_grouping_that_does_not_add_up_is_refused_with_what_it_may_mean(
    text: str, meant: str
) -> None:
    with pytest.raises(UserError, match=re.escape(meant)) as refused:
        parse_dollars(text)
    assert f"“{text}” is no amount in dollars" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", "$", "fifty", "50k", "5e4", "1_000", "0x10", "nan", "inf", "-3", "+3", "$-3", ".5", "1..2",
     ",5", "$$5", "5$", "12.345", "9" * 50, "50,000\x1b[31m", "1/2", "²", "50 USD"],
)  # fmt: skip
def test_what_is_no_amount_is_refused_in_one_line_without_escapes(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_dollars(text)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("text", "value"),
    [("15", 15), ("12.345", 12.345), ("-2.5", -2.5), ("1,000", 1000), (".5", 0.5)],
)
def test_a_number_that_is_no_money_may_have_a_sign_and_any_decimals(
    text: str, value: float
) -> None:
    assert parse_number(text) == value


@given(st.text(alphabet="0123456789,. '", min_size=1, max_size=14))
def test_whatever_is_read_is_what_is_written_without_its_groups(text: str) -> None:
    """Never another number: groups of three by one sign, or the amount is refused."""
    try:
        amount = parse_dollars(text)
    except UserError:
        return
    digits, _, cents = text.strip().partition(".")
    groups = re.split(r"[, ]+", digits)
    assert amount == float(f"{''.join(groups)}.{cents or 0}")
    assert len(groups) == 1 or (len(groups[0]) <= 3 and {len(g) for g in groups[1:]} == {3})
