"""O*NET ratings: scales, intervals, places among occupations (METHODS 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.figures.provenance import Figure, Placement, Source
from counselor_app.domain.figures.ratings import interval_95, placements

SOURCE = Source("onet-30.1", "onet", "O*NET", "USDOL/ETA", "30.1", "O*NET 30.1", "", "CC", "", "")


def rating(value: float, **more: float) -> Figure:
    return Figure("rating.x.importance", value, "importance 1-5", SOURCE, "2022", **more)  # type: ignore[arg-type]


def test_published_bounds_win_over_the_standard_error() -> None:
    assert interval_95(rating(4.5, se=0.1, low=4.2, high=4.7)) == (4.2, 4.7)
    assert interval_95(rating(4.5, se=0.1)) == pytest.approx((4.304, 4.696))


def test_agreement_of_all_raters_draws_no_interval() -> None:
    assert interval_95(rating(4.0, se=0.0)) is None
    assert interval_95(rating(4.0)) is None


def test_percentile_counts_half_of_the_equal_ones_and_more_than_only_those_below() -> None:
    place = Placement(below=80, equal=10, of=100)
    assert place.percentile == 85
    assert place.more_than == 80


@given(st.lists(st.floats(1, 5), min_size=1, max_size=60))
def test_placements_count_every_occupation_once(values: list[float]) -> None:
    for value, (below, equal, of) in zip(values, placements(values), strict=True):
        assert of == len(values)
        assert below == sum(v < value for v in values)
        assert equal == sum(v == value for v in values)
