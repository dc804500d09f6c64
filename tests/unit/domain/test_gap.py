"""The skill gap of METHODS 3: what counts, what is noise, and what to build first."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.client_texts import rating_questions
from counselor_app.domain.fit.gap import (
    OverallGap,
    gap_sentence,
    overall_gaps,
    overall_words,
    skill_gap,
)
from counselor_app.domain.fit.similarity import Demand
from counselor_app.domain.session.self_rating import with_level
from counselor_app.errors import UserError
from counselor_app.store.matching import demands
from counselor_app.store.reference import Pack

ASKED = {
    "a": Demand("Speaking", 4.0, 4.0, 0.5, False),
    "b": Demand("Writing", 3.0, 3.0, 0.4, False),
    "c": Demand("Science", 2.9, 6.0, 0.1, False),
    "d": Demand("Repairing", 3.5, None, None, False),
    "e": Demand("Sales", 5.0, 5.0, None, True),
    "f": Demand("Reading", 3.2, 4.0, 0.2, False),
}


def test_the_index_by_hand() -> None:
    gap = skill_gap(ASKED, {"a": 3.0, "b": 1.5, "c": 0.0, "d": 0.0, "e": 4.0, "f": 6.0})
    # 4 x 1 + 3 x 1.5 + 5 x 1 over 4 x 4 + 3 x 3 + 5 x 5 + 3.2 x 4; science matters too little.
    assert gap.index == pytest.approx(13.5 / 62.8)
    assert [(g.name, g.gap, g.real) for g in gap.gaps] == [
        ("Sales", 1.0, None),
        ("Writing", 1.5, True),
        ("Speaking", 1.0, True),
    ]
    assert gap.met == ("Reading",)
    assert gap.no_level == ("Repairing",)
    assert gap.not_rated == ()


def test_what_to_build_first_goes_by_importance_times_gap_and_only_by_real_gaps() -> None:
    gap = skill_gap(ASKED, {"a": 3.2, "b": 1.5, "e": 0.0, "f": 3.5})
    # 1.645 x .5 = .8225 hides a gap of .8; 1.645 x .2 = .329 does not hide .5.
    assert [g.name for g in gap.build_first] == ["Writing", "Reading"]
    assert [g.name for g in gap.within_error] == ["Speaking"]
    assert [g.name for g in gap.no_claim] == ["Sales"]


def test_a_gap_of_exactly_the_error_is_no_gap() -> None:
    asked = {"a": Demand("Speaking", 4.0, 4.0, 2.0, False)}
    assert skill_gap(asked, {"a": 4.0 - 1.645 * 2.0}).gaps[0].real is False


def test_what_the_client_did_not_rate_is_named_and_never_taken_as_zero() -> None:
    gap = skill_gap(ASKED, {"f": 4.0})
    assert gap.index == 0
    assert gap.not_rated == ("Sales", "Speaking", "Writing")
    assert skill_gap(ASKED, {}).index is None


def test_sentences_say_the_counts() -> None:
    gap = skill_gap(ASKED, {"a": 3.2, "b": 1.5, "e": 4.0, "f": 6.0})
    assert gap_sentence(gap) == (
        "Level met on 1 of 4 that matter in this job and are rated; clearly below it on 1; too"
        " close to call on 1; below it with no published error to judge by on 1."
        " To build first: Writing."
    )
    assert gap_sentence(skill_gap(ASKED, {"f": 4.0})) == (
        "Level met on 1 of 1 that matter in this job and are rated."
    )
    assert gap_sentence(skill_gap(ASKED, {})).startswith("Nothing can be compared yet")


level = st.floats(0, 7).map(lambda x: round(x, 2))
demand = st.builds(
    Demand,
    st.text("abc", min_size=1, max_size=3),
    st.floats(1, 5).map(lambda x: round(x, 2)),
    st.none() | level,
    st.none() | st.floats(0, 1).map(lambda x: round(x, 2)),
    st.booleans(),
)
asked_of = st.dictionaries(st.sampled_from("abcdefgh"), demand)
rated_as = st.dictionaries(st.sampled_from("abcdefgh"), level)


@given(asked_of, rated_as)
def test_the_index_agrees_with_the_definition_in_exact_numbers(
    asked: dict[str, Demand], rated: dict[str, float]
) -> None:
    missing = total = Fraction(0)
    for element, d in asked.items():
        if d.importance >= 3 and d.level is not None and element in rated:
            weight, target = Fraction(d.importance), Fraction(d.level)
            missing += weight * max(Fraction(0), target - Fraction(rated[element]))
            total += weight * target
    found = skill_gap(asked, rated)
    if found.index is None:
        assert total == 0
        return
    assert found.index == pytest.approx(float(missing / total), abs=1e-12)
    assert 0 <= found.index <= 1 + 1e-12


@given(asked_of, rated_as)
def test_every_element_that_matters_is_told_once(
    asked: dict[str, Demand], rated: dict[str, float]
) -> None:
    gap = skill_gap(asked, rated)
    told = [*gap.met, *(g.name for g in gap.gaps), *gap.not_rated, *gap.no_level]
    assert sorted(told) == sorted(d.name for d in asked.values() if d.importance >= 3)
    assert {*gap.build_first, *gap.within_error, *gap.no_claim} == set(gap.gaps)
    weights = [g.importance * g.gap for g in gap.gaps]
    assert weights == sorted(weights, reverse=True)


@given(asked_of, rated_as, st.floats(0, 3))
def test_learning_never_widens_the_gap(
    asked: dict[str, Demand], rated: dict[str, float], more: float
) -> None:
    before = skill_gap(asked, rated).index
    after = skill_gap(asked, {e: min(7.0, x + more) for e, x in rated.items()}).index
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after <= before + 1e-12


def test_against_a_real_occupation(pack: Pack) -> None:
    asked = demands(pack, "43-4051.00")
    able = skill_gap(asked, dict.fromkeys(rating_questions(), 7.0))
    assert (able.index, able.gaps, able.not_rated) == (0.0, (), ())
    new = skill_gap(asked, dict.fromkeys(rating_questions(), 0.0))
    assert new.index == pytest.approx(1.0)
    assert not new.met
    assert "Active Listening" in {g.name for g in new.build_first}


@pytest.mark.parametrize("value", [-0.1, 7.5, float("nan"), float("inf")])
def test_a_level_off_the_scale_is_refused(value: float) -> None:
    with pytest.raises(UserError, match="expected 0"):
        with_level({}, "2.A.1.a", value)


def test_a_rating_taken_back_is_not_a_zero() -> None:
    rated = with_level(with_level({}, "a", 3), "b", 0)
    assert rated == {"a": 3, "b": 0}


def test_the_gap_to_every_occupation_is_said_where_enough_is_rated() -> None:
    assert overall_words(OverallGap(0.081, 20, 20)) == "8.1%"
    assert overall_words(OverallGap(0.0, 20, 20)) == "0.0%"
    assert overall_words(OverallGap(0.081, 1, 20)) == "too few rated"
    assert overall_words(OverallGap(0.081, 1, 1)) == "too few rated"
    assert overall_words(OverallGap(None, 0, 5)) == "too few rated"
    assert overall_words(None) == "nothing to compare"


def test_what_is_compared_is_counted_of_what_matters() -> None:
    found = overall_gaps({"x": ASKED}, {"a": 3.0, "b": 3.5, "c": 0.0})["x"]
    # Speaking and writing are rated; sales and reading are not; science matters too little and
    # repairing has no level.
    assert (found.compared, found.of) == (2, 4)
    assert found.index == pytest.approx(4.0 / (16.0 + 9.0))
