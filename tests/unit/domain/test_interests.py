"""Interest profiles: the correlation of METHODS 1 and what is most alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.occupation.interests import InterestProfile, correlation, most_alike

OCCUPATION = (1.0, 1.85, 1.0, 3.39, 4.47, 7.0)


@pytest.mark.parametrize(
    ("person", "r"),
    [((8, 14, 10, 22, 25, 33), 0.986828), ((12, 20, 15, 30, 22, 18), 0.343296)],
)
def test_profile_correlation(person: tuple[float, ...], r: float) -> None:
    assert correlation(person, OCCUPATION) == pytest.approx(r, abs=1e-6)


def test_a_flat_profile_has_no_correlation_rather_than_zero() -> None:
    assert correlation((20,) * 6, OCCUPATION) is None


def test_most_alike_leaves_out_itself_and_breaks_ties_by_title() -> None:
    profiles = [
        InterestProfile("1", "Own", OCCUPATION, "CES"),
        InterestProfile("2", "Zebra keeper", tuple(2 * x for x in OCCUPATION), "CES"),
        InterestProfile("3", "Actor", tuple(3 * x for x in OCCUPATION), "CES"),
        InterestProfile("4", "Opposite", tuple(8 - x for x in OCCUPATION), "RIA"),
        InterestProfile("5", "Flat", (3.0,) * 6, ""),
    ]
    found = most_alike("1", profiles)
    assert [f.title for f in found] == ["Actor", "Zebra keeper", "Opposite"]
    assert found[0].correlation == pytest.approx(1.0)


def test_an_occupation_without_interests_is_like_nothing() -> None:
    assert most_alike("9", [InterestProfile("1", "Own", OCCUPATION, "CES")]) == ()


scores = st.lists(st.floats(1, 7), min_size=6, max_size=6)


@given(scores, scores, st.floats(0.5, 20), st.floats(-10, 10))
def test_correlation_does_not_depend_on_the_scale(
    one: list[float], other: list[float], factor: float, shift: float
) -> None:
    r = correlation(one, other)
    moved = correlation([x * factor + shift for x in one], other)
    if r is not None and moved is not None and max(one) - min(one) > 0.1:
        assert moved == pytest.approx(r, abs=1e-6)
        assert -1 - 1e-9 <= r <= 1 + 1e-9
