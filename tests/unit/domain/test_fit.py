"""Ranking occupations for a client: correlation, bands, ranks, and what carries the fit."""

from __future__ import annotations

from math import sqrt
from statistics import correlation as slow_correlation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.fit.fit import (
    CAREER_RETURNS,
    GREGORY_LEWIS,
    fit,
    parts,
    rank_occupations,
)
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.fit.profile import describe
from counselor_app.domain.fit.words import (
    carrying_sentence,
    codes_sentence,
    fit_sentence,
    profile_sentence,
)
from counselor_app.domain.occupation.interests import InterestProfile

OCCUPATION = InterestProfile("43-0000.00", "Clerks", (1.0, 1.85, 1.0, 3.39, 4.47, 7.0), "CES")

sixes = st.lists(st.integers(0, 40), min_size=6, max_size=6)
interests = st.lists(st.integers(100, 700), min_size=6, max_size=6).map(
    lambda hundredths: tuple(h / 100 for h in hundredths)
)


def client(scores: list[int]) -> ClientScores:
    return ClientScores(INSTRUMENTS["ip-short"], tuple(map(float, scores)))


@pytest.mark.parametrize(
    ("text", "r"), [("8,14,10,22,25,33", 0.986828), ("12,20,15,30,22,18", 0.343296)]
)
def test_published_correlations(text: str, r: float) -> None:
    (match,) = rank_occupations(parse_scores(text), [OCCUPATION])
    assert match.r == pytest.approx(r, abs=1e-6)


@given(sixes, st.lists(interests, min_size=1, max_size=8))
def test_ranking_against_a_slow_one(scores: list[int], others: list[tuple[float, ...]]) -> None:
    profiles = [InterestProfile(f"{i:02}", f"Job {i % 3}", x, "R") for i, x in enumerate(others)]
    found = rank_occupations(client(scores), profiles)
    if len(set(scores)) == 1:
        assert found == ()
        return
    slow = {p.code: slow_correlation(scores, p.scores) for p in profiles if len(set(p.scores)) > 1}
    assert {m.code for m in found} == set(slow)
    for match in found:
        assert match.r == pytest.approx(slow[match.code], abs=1e-9)
        assert match.rank == 1 + sum(r > slow[match.code] + 1e-9 for r in slow.values())
        assert match.band == CAREER_RETURNS.band(match.r)
    assert list(found) == sorted(found, key=lambda m: (-m.r, m.title, m.code))


def test_equal_correlations_share_a_rank_and_stand_by_title() -> None:
    twice = tuple(2 * x + 3 for x in OCCUPATION.scores)
    third = tuple(x / 3 for x in OCCUPATION.scores)
    profiles = [
        InterestProfile("3", "Ushers", twice, "CES"),
        InterestProfile("2", "Actors", (7.0, 1.0, 1.0, 1.0, 1.0, 1.0), "R"),
        InterestProfile("1", "Bakers", third, "CES"),
        OCCUPATION,
    ]
    found = rank_occupations(parse_scores("12,20,15,30,22,18"), profiles)
    assert [(m.rank, m.title) for m in found] == [
        (1, "Bakers"), (1, "Clerks"), (1, "Ushers"), (4, "Actors"),
    ]  # fmt: skip


def test_both_editions_of_the_bands() -> None:
    named = {r: (CAREER_RETURNS.band(r), GREGORY_LEWIS.band(r)) for r in
             (1, 0.729, 0.7289, 0.608, 0.6079, 0.426, 0.4259, 0, -0.001)}  # fmt: skip
    assert named == {
        1: ("Best", "Best"), 0.729: ("Best", "Best"), 0.7289: ("Good", "Great"),
        0.608: ("Good", "Great"), 0.6079: ("Okay", "Good"), 0.426: ("Okay", "Good"),
        0.4259: (None, "Good"), 0: (None, "Good"), -0.001: (None, None),
    }  # fmt: skip
    assert (CAREER_RETURNS.label, GREGORY_LEWIS.label) == (
        "Career Returns 2025", "Gregory and Lewis 2016",
    )  # fmt: skip


@pytest.mark.parametrize(("t", "lowest"), [(2.131847, 0.729), (1.533206, 0.608), (0.940965, 0.426)])
def test_the_thresholds_are_the_critical_correlations_of_six_pairs(t: float, lowest: float) -> None:
    assert t / sqrt(t * t + 4) == pytest.approx(lowest, abs=5e-4)
    assert lowest in dict(map(reversed, CAREER_RETURNS.lowest))  # type: ignore[arg-type]


@given(sixes, interests)
def test_the_six_parts_add_up_to_r(scores: list[int], other: tuple[float, ...]) -> None:
    occupation = InterestProfile("1", "Job", other, "R")
    carried = parts(client(scores), occupation)
    found = rank_occupations(client(scores), [occupation])
    assert bool(carried) == bool(found)
    if found:
        assert sum(p.product for p in carried) == pytest.approx(found[0].r, abs=1e-9)
        assert carrying_sentence(carried)
    for part, score, value in zip(carried, scores, other, strict=False):
        mine, its = score - sum(scores) / 6, value - sum(other) / 6
        if abs(mine) > 1e-6 and abs(its) > 1e-6:
            same = "both" in part.words
            assert same == (mine * its > 0)
            assert part.words.startswith("high") == (mine > 0)


@given(sixes, interests, st.integers(0, 5))
def test_turning_both_profiles_keeps_r(
    scores: list[int], other: tuple[float, ...], turn: int
) -> None:
    here = rank_occupations(client(scores), [InterestProfile("1", "Job", other, "R")])
    turned = InterestProfile("1", "Job", other[turn:] + other[:turn], "R")
    there = rank_occupations(client(scores[turn:] + scores[:turn]), [turned])
    assert len(here) == len(there)
    for one, same in zip(here, there, strict=True):
        assert same.r == pytest.approx(one.r, abs=1e-9)
        assert -1 - 1e-9 <= one.r <= 1 + 1e-9


def test_a_fit_tells_rank_place_and_codes() -> None:
    opposite = InterestProfile("2", "Opposite", tuple(8 - x for x in OCCUPATION.scores), "RIA")
    scores = parse_scores("8,14,10,22,25,33")
    ranking = rank_occupations(scores, [OCCUPATION, opposite])
    found = fit(scores, OCCUPATION, ranking)
    assert found.match == ranking[0]
    assert found.place is not None
    assert (found.place.below, found.place.equal, found.place.of) == (1, 1, 2)
    assert found.place.percentile == 75
    assert found.congruence.person_codes == ("CES", "CEI", "CSE", "ECS", "ECI")
    assert found.congruence.c == (18, 16, 15, 13, 11)
    assert fit_sentence(found).startswith(
        "Correlation .99, Best (Career Returns 2025); rank 1 of 2"
    )
    against = fit(scores, opposite, ranking)
    assert against.match is not None
    assert against.match.r == pytest.approx(-found.match.r)
    assert "below Okay" in fit_sentence(against)


def test_what_cannot_be_matched_says_why_and_is_never_zero() -> None:
    flat, code = parse_scores("20,20,20,20,20,20"), parse_scores("CES")
    for scores, why in ((flat, "Undifferentiated"), (code, "Holland code has no scores")):
        found = fit(scores, OCCUPATION, rank_occupations(scores, [OCCUPATION]))
        assert (found.match, found.place, found.parts) == (None, None, ())
        assert why in (found.no_match or "")
    assert fit(code, OCCUPATION, ()).congruence.c == (18,)
    unrated = fit(parse_scores("8,14,10,22,25,33"), None, ())
    assert "no interests" in (unrated.no_match or "")
    assert "no interest code" in codes_sentence(unrated.congruence)


def test_sentences_name_what_carries_and_what_costs() -> None:
    scores = parse_scores("40,10,10,10,10,30")
    sentence = carrying_sentence(parts(scores, OCCUPATION))
    assert sentence is not None
    assert "Conventional" in sentence.split(";")[0]
    assert "Realistic" in sentence.split(";")[1]
    assert "high in you, low in the job" in sentence
    profile = describe(scores)
    assert profile is not None
    assert "opposite" not in profile_sentence(profile)
    assert "30 points" in profile_sentence(profile)
