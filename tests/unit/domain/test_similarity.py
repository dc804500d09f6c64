"""How alike two occupations are, and how much more one asks (METHODS 3)."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counselor_app.domain.fit.similarity import (
    Demand,
    centred_cosine,
    element_means,
    most_similar,
    shortfall,
)

ELEMENTS = "abcde"
profiles = st.lists(
    st.lists(st.integers(100, 500), min_size=5, max_size=5), min_size=3, max_size=6
).map(
    lambda rows: {
        str(job): {e: v / 100 for e, v in zip(ELEMENTS, row, strict=True)}
        for job, row in enumerate(rows)
    }
)
demand = st.builds(
    Demand,
    st.sampled_from(ELEMENTS),
    st.floats(1, 5),
    st.one_of(st.none(), st.floats(0, 7)),
    st.one_of(st.none(), st.floats(0, 1)),
    st.booleans(),
)
asked = st.dictionaries(st.sampled_from(ELEMENTS), demand, max_size=5)


def slow_cosine(one: str, other: str, everyone: dict[str, dict[str, float]]) -> float:
    """On the standardised 0-100 scores, every step written out."""
    scores = {
        job: [100 * (profile[e] - 1) / 4 for e in ELEMENTS] for job, profile in everyone.items()
    }
    means = [sum(s[i] for s in scores.values()) / len(scores) for i in range(5)]
    a = [x - m for x, m in zip(scores[one], means, strict=True)]
    b = [x - m for x, m in zip(scores[other], means, strict=True)]
    return sum(x * y for x, y in zip(a, b, strict=True)) / sqrt(
        sum(x * x for x in a) * sum(y * y for y in b)
    )


@given(profiles)
def test_order_and_value_against_a_slow_oracle(everyone: dict[str, dict[str, float]]) -> None:
    means = element_means(everyone)
    spread = {job: sum((p[e] - means[e]) ** 2 for e in ELEMENTS) for job, p in everyone.items()}
    assume(min(spread.values()) > 1e-6)
    found = most_similar("0", everyone, {job: f"Job {job}" for job in everyone})
    assert {s.code for s in found} == set(everyone) - {"0"}
    for similar in found:
        slow = slow_cosine("0", similar.code, everyone)
        assert similar.similarity == pytest.approx(slow, abs=1e-8)
        assert -1 - 1e-9 <= similar.similarity <= 1 + 1e-9
        back = centred_cosine(everyone[similar.code], everyone["0"], means)
        assert back == pytest.approx(similar.similarity, abs=1e-9)
        assert similar.rank == 1 + sum(s.similarity > similar.similarity for s in found)
    assert list(found) == sorted(found, key=lambda s: (-s.similarity, s.title, s.code))


def test_elements_that_one_lacks_are_left_out_and_nothing_shared_is_no_number() -> None:
    means = {"a": 3.0, "b": 3.0, "c": 3.0}
    one, other = {"a": 4.0, "b": 2.0, "c": 5.0}, {"a": 4.0, "b": 2.0}
    assert centred_cosine(one, other, means) == pytest.approx(1)
    assert centred_cosine({"a": 4.0}, {"b": 4.0}, means) is None
    assert centred_cosine({"a": 3.0}, {"a": 4.0}, means) is None
    assert most_similar("x", {"y": one}, {"y": "Y"}) == ()


def test_a_shortfall_by_hand() -> None:
    there = {
        "a": Demand("Writing", 4.0, 5.0, 0.1, False),
        "b": Demand("Speaking", 3.0, 4.0, 0.5, True),
        "c": Demand("Repairing", 2.9, 6.0, 0.1, False),
        "d": Demand("Biology", 5.0, 6.0, None, False),
        "e": Demand("Programming", 3.5, 3.0, 0.1, False),
        "f": Demand("Driving", 4.5, None, None, False),
    }
    here = {
        "a": Demand("Writing", 3.0, 3.0, 0.1, False),
        "b": Demand("Speaking", 3.0, 3.5, 0.5, False),
        "c": Demand("Repairing", 3.0, 1.0, 0.1, False),
        "d": Demand("Biology", 2.0, 5.0, 0.1, False),
        "e": Demand("Programming", 1.0, None, None, False),
    }
    found = shortfall(there, here)
    assert found.index == pytest.approx((4 * 2 + 3 * 0.5 + 5 * 1) / (4 * 5 + 3 * 4 + 5 * 6))
    assert [(g.name, g.real, g.low_precision) for g in found.gaps] == [
        ("Writing", True, False), ("Biology", None, False), ("Speaking", False, True),
    ]  # fmt: skip
    assert [g.name for g in found.real_gaps] == ["Writing"]
    assert found.not_compared == ("Programming",)


def test_a_gap_must_exceed_the_error_of_both_ratings() -> None:
    bound = 1.645 * sqrt(0.3**2 + 0.4**2)
    for gap, real in ((bound - 1e-6, False), (bound + 1e-6, True)):
        there = {"a": Demand("Writing", 4.0, 2.0 + gap, 0.3, False)}
        here = {"a": Demand("Writing", 4.0, 2.0, 0.4, False)}
        assert shortfall(there, here).gaps[0].real is real


@given(asked, asked)
def test_a_shortfall_is_one_sided_and_between_0_and_1(
    there: dict[str, Demand], here: dict[str, Demand]
) -> None:
    found = shortfall(there, here)
    assert shortfall(there, there).index in (0, None)
    if found.index is None:
        assert found.gaps == ()
        return
    assert 0 <= found.index <= 1
    assert all(g.gap > 0 and g.importance >= 3 for g in found.gaps)
    weights = [g.importance * g.gap for g in found.gaps]
    assert weights == sorted(weights, reverse=True)
    assert len(found.not_compared) + len(found.gaps) <= len(there)


def test_nothing_to_compare_is_no_number() -> None:
    assert shortfall({}, {}).index is None
