"""What six scores say of themselves: codes and ties, differentiation, the Prediger plane."""

from __future__ import annotations

from itertools import permutations
from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.fit.instruments import (
    INSTRUMENTS,
    OWN_LONG,
    ClientScores,
    parse_scores,
)
from counselor_app.domain.fit.profile import (
    caution,
    describe,
    no_ranking,
    prediger,
    tied_codes,
)
from counselor_app.domain.occupation.interests import LETTERS

sixes = st.lists(st.integers(0, 40), min_size=6, max_size=6)


def slow_codes(scores: list[int], tie: float) -> set[str]:
    """First three letters of every order in which no letter follows one clearly below it."""
    return {
        "".join(order[:3])
        for order in permutations(LETTERS)
        if all(
            scores[LETTERS.index(later)] - scores[LETTERS.index(earlier)] <= tie
            for place, earlier in enumerate(order)
            for later in order[place + 1 :]
        )
    }


def test_the_published_descriptors() -> None:
    profile = describe(parse_scores("8,14,10,22,25,33"))
    assert profile is not None
    assert profile.iachan_l1 == 6.75
    assert profile.spread == 25
    assert profile.sd == pytest.approx(8.825468, abs=5e-7)
    assert profile.elevation == 112
    assert profile.codes[0] == "CES"


@pytest.mark.parametrize(("difference", "tie"), [(8, True), (9, False)])
def test_eight_of_forty_is_a_tie_and_nine_is_none(difference: int, tie: bool) -> None:
    profile = describe(parse_scores(f"0,0,0,0,{40 - difference},40"))
    assert profile is not None
    assert ("CE" in (profile.ties or ())) == tie
    assert ("ECR" in profile.codes) == tie


@pytest.mark.parametrize(("difference", "tie"), [(5, True), (6, False)])
def test_five_of_twenty_is_a_tie_and_six_is_none(difference: int, tie: bool) -> None:
    client = ClientScores(INSTRUMENTS["ip-mini"], (0, 0, 0, 0, 20 - difference, 20))
    profile = describe(client)
    assert profile is not None
    assert ("CE" in (profile.ties or ())) == tie


def test_decimals_eight_points_apart_are_a_tie() -> None:
    assert 16.1 - 8.1 > 8
    profile = describe(parse_scores("16.1,8.1,31,31,31,40"))
    assert profile is not None
    assert profile.ties == ("AS", "AE", "SE", "RI")


@given(sixes, st.sampled_from([0, 4, 8]))
def test_tied_codes_against_all_720_orders(scores: list[int], tie: int) -> None:
    found = tied_codes(scores, lambda one, other: abs(scores[one] - scores[other]) <= tie)
    assert set(found) == slow_codes(scores, tie)
    assert len(found) == len(set(found))
    best = sorted(range(6), key=lambda i: (-scores[i], i))[:3]
    assert found[0] == "".join(LETTERS[i] for i in best)


@given(sixes, st.integers(0, 5))
def test_turning_the_hexagon_turns_the_plane(scores: list[int], turn: int) -> None:
    here, there = prediger(scores), prediger(scores[-turn:] + scores[:-turn])
    assert (here is None) == (there is None) == (len(set(scores)) == 1)
    if here is None or there is None:
        return
    size = hypot(here.things_people, here.data_ideas)
    assert hypot(there.things_people, there.data_ideas) == pytest.approx(size, abs=1e-9)
    if size > 1e-3:
        # One letter on is one sixth of a turn, from things towards ideas.
        angle = atan2(-here.data_ideas, here.things_people) + turn * pi / 3
        moved = atan2(-there.data_ideas, there.things_people)
        assert (moved - angle + pi) % (2 * pi) == pytest.approx(pi, abs=1e-6)


def test_the_ends_of_the_prediger_plane() -> None:
    things, people = prediger((9, 5, 1, 0, 1, 5)), prediger((0, 1, 5, 9, 5, 1))
    data, ideas = prediger((3, 0, 0, 3, 9, 9)), prediger((3, 9, 9, 3, 0, 0))
    assert things is not None
    assert people is not None
    assert data is not None
    assert ideas is not None
    assert things.things_people > 4 > -4 > people.things_people
    assert data.data_ideas > 4 > -4 > ideas.data_ideas
    assert abs(data.things_people) < 1e-9


@given(sixes, st.floats(0.25, 5), st.floats(-20, 20))
def test_the_plane_does_not_depend_on_the_scale(
    scores: list[int], factor: float, shift: float
) -> None:
    here, there = prediger(scores), prediger([x * factor + shift for x in scores])
    if here is not None and there is not None:
        assert there.things_people == pytest.approx(here.things_people, abs=1e-6)
        assert there.data_ideas == pytest.approx(here.data_ideas, abs=1e-6)


@given(sixes)
def test_differentiation_stays_within_the_range(scores: list[int]) -> None:
    profile = describe(parse_scores(",".join(map(str, scores))))
    assert profile is not None
    assert 0 <= profile.iachan_l1 <= profile.spread / 2 + 1e-9
    assert set(profile.consistency_possible) <= {"high", "medium", "low"}
    if profile.consistency is not None:
        assert profile.consistency in profile.consistency_possible


def test_equal_scores_leave_the_code_open_even_without_a_published_error() -> None:
    profile = describe(ClientScores(INSTRUMENTS["sds"], (10, 30, 10, 10, 10, 30)))
    assert profile is not None
    assert {code[:2] for code in profile.codes} == {"IC", "CI"}
    assert profile.ties is None
    flat = describe(ClientScores(INSTRUMENTS["sds"], (10,) * 6))
    assert flat is not None
    assert flat.consistency is None
    assert flat.plane is None
    assert len(flat.codes) == 120


def test_scores_within_error_are_not_ranked_at_all_and_it_says_so() -> None:
    close, apart = parse_scores("18,14,20,22,19,20"), parse_scores("18,13,20,22,19,20")
    assert "within error of each other, so any order would be chance" in (no_ranking(close) or "")
    assert caution(close) is None
    assert no_ranking(apart) is caution(apart) is None
    assert no_ranking(parse_scores("CES")) is not None
    assert describe(parse_scores("CES")) is None
    equal = ClientScores(INSTRUMENTS["sds"], (30.0,) * 6)
    assert "all six scores are equal" in (no_ranking(equal) or "")


def test_letters_left_out_of_in_part_tie_over_more_points() -> None:
    """Prorated from 8 of 10, two scales have a bound of 8.58 (METHODS 2)."""
    whole = ClientScores(OWN_LONG, (5, 5, 5, 5, 31.5, 40))
    part = ClientScores(OWN_LONG, whole.scores, answered=(8, 8, 8, 8, 8, 8))
    one, other = describe(whole), describe(part)
    assert one is not None
    assert other is not None
    assert "CE" not in (one.ties or ())
    assert "CE" in (other.ties or ())
    assert set(one.codes) < set(other.codes)
