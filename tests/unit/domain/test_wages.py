"""Where a wage stands between published percentiles: numbers of METHODS 4."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.occupation.wages import PERCENTILES, ordinal, percentile_of

KNOTS: dict[int, float | None] = {10: 30000, 25: 36000, 50: 44000, 75: 56000, 90: 72000}


def test_between_knots_the_normal_score_is_linear_in_the_log_of_the_wage() -> None:
    assert percentile_of(50000, KNOTS).percentile == pytest.approx(63.9652, abs=1e-4)


def test_a_published_percentile_is_exact() -> None:
    place = percentile_of(44000, KNOTS)
    assert place.percentile == 50.0
    assert place.words == "50th"


@pytest.mark.parametrize(("wage", "words"), [(29999, "below the 10th"), (72001, "above the 90th")])
def test_outside_the_knots_it_is_words_never_a_number(wage: float, words: str) -> None:
    place = percentile_of(wage, KNOTS)
    assert place.percentile is None
    assert place.words == words


def test_a_plateau_gives_the_interval_and_a_withheld_knot_ends_the_scale() -> None:
    knots: dict[int, float | None] = {10: 30000, 25: 36000, 50: 36000, 75: 56000, 90: None}
    assert percentile_of(36000, knots).between == (25, 50)
    assert percentile_of(60000, knots).words == "above the 75th"


def test_nothing_published_says_so() -> None:
    assert percentile_of(1, dict.fromkeys(PERCENTILES)).words == "no percentiles are published"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (63, "63rd"), (90, "90th")],
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


wages = st.integers(min_value=15_000, max_value=400_000)


@given(st.lists(wages, min_size=5, max_size=5).map(sorted), st.lists(wages, min_size=2))
def test_a_higher_wage_never_has_a_lower_percentile(knots: list[int], tried: list[int]) -> None:
    published: dict[int, float | None] = dict(zip(PERCENTILES, knots, strict=True))
    places = [percentile_of(wage, published) for wage in sorted(tried)]
    numbers = [p.percentile for p in places if p.percentile is not None]
    assert all(a <= b + 1e-9 for a, b in pairwise(numbers))
    assert all(10 - 1e-9 <= n <= 90 + 1e-9 for n in numbers)
