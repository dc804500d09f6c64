"""How often a band holds when scores are drawn again within their error (METHODS 1)."""

from __future__ import annotations

from math import sqrt
from random import Random
from statistics import NormalDist, correlation, fmean, pstdev, variance

import pytest

from counselor_app.domain.fit.fit import (
    CAREER_RETURNS,
    GREGORY_LEWIS,
    BandEdition,
    fit,
    rank_occupations,
)
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.fit.stability import DRAWS, SEED, no_stability, redraw
from counselor_app.domain.fit.words import stability_sentence
from counselor_app.domain.occupation.interests import InterestProfile

PROFILES = [
    InterestProfile("1", "Clerks", (1.0, 1.85, 1.0, 3.39, 4.47, 7.0), "CES"),
    InterestProfile("2", "Nurses", (3.2, 5.1, 1.4, 6.9, 2.1, 3.8), "SIC"),
    InterestProfile("3", "Bakers", (6.8, 2.0, 3.6, 1.5, 3.0, 4.1), "RC"),
    InterestProfile("4", "Twins", (2.0, 3.70, 2.0, 6.78, 8.94, 14.0), "CES"),
    InterestProfile("5", "Flat", (3.0,) * 6, ""),
]


def slow_draws(client: ClientScores) -> list[list[float]]:
    """The correlations of every draw, one at a time, without numpy (METHODS 2)."""
    uniform, normal = Random(SEED), NormalDist()
    sem = client.instrument.sem
    assert sem is not None
    sem /= sqrt(max(0.05, 1 - sem**2 / variance(client.scores)))
    return [
        [
            correlation(drawn, p.scores)
            for drawn in ([x + sem * normal.inv_cdf(uniform.random()) for x in client.scores],)
            for p in PROFILES[:4]
        ]
        for _ in range(DRAWS)
    ]


@pytest.mark.parametrize("edition", [CAREER_RETURNS, GREGORY_LEWIS])
@pytest.mark.parametrize("scores", ["12,20,15,30,22,18", "8,14,10,22,25,33", "18,19,18,21,22,29"])
def test_every_count_against_a_slow_oracle(scores: str, edition: BandEdition) -> None:
    client = parse_scores(scores)
    redraws, slow = redraw(client, PROFILES), slow_draws(client)
    assert redraws is not None
    for match in rank_occupations(client, PROFILES, edition):
        found, column = redraws.of(match, edition), int(match.code) - 1
        values = sorted(row[column] for row in slow)
        for band in found.bands:
            assert found.bands[band] == sum(edition.band(r) == band for r in values)
        assert found.stays == found.bands[match.band]
        assert sum(found.bands.values()) == found.draws == DRAWS
        assert found.r == pytest.approx((values[50], values[949]), abs=1e-9)
        ranks = sorted(1 + sum(r > row[column] + 1e-9 for r in row) for row in slow)
        assert found.rank == (ranks[50], ranks[949])


def test_the_draws_are_the_same_each_time_and_a_pinned_one_on_every_machine() -> None:
    client = parse_scores("12,20,15,30,22,18")
    match = rank_occupations(client, PROFILES)[1]
    first, second = redraw(client, PROFILES), redraw(client, PROFILES)
    assert first is not None
    assert second is not None
    assert first.of(match) == second.of(match)
    found = first.of(match)
    assert (found.seed, match.title) == (20251, "Clerks")
    assert found.bands == {"Best": 26, "Good": 70, "Okay": 239, None: 665}


def test_the_drawn_errors_have_the_instruments_error() -> None:
    uniform, normal = Random(SEED), NormalDist()
    errors = [normal.inv_cdf(uniform.random()) for _ in range(DRAWS * 6)]
    assert fmean(errors) == pytest.approx(0, abs=0.04)
    assert pstdev(errors) == pytest.approx(1, abs=0.03)


def test_clearer_scores_are_steadier() -> None:
    steady = {}
    for scores in ("0,0,0,15,25,40", "16,19,18,21,22,25"):
        client = parse_scores(scores)
        redraws, ranking = redraw(client, PROFILES), rank_occupations(client, PROFILES)
        assert redraws is not None
        steady[scores] = redraws.of(next(m for m in ranking if m.title == "Clerks")).stays
    clear, close = steady.values()
    assert clear == DRAWS
    assert close < 0.95 * DRAWS


def test_without_a_published_error_nothing_is_drawn_and_it_says_so() -> None:
    for key, scores, letters in (("sds", (2.0, 10, 10, 20, 30, 50), ""), ("holland", (), "CES")):
        client = ClientScores(INSTRUMENTS[key], scores, letters=letters)
        assert redraw(client, PROFILES) is None
        assert no_stability(client)
    assert no_stability(parse_scores("8,14,10,22,25,33")) is None
    assert redraw(parse_scores("20,20,20,20,20,20"), PROFILES) is None


def test_the_sentence_prints_the_counts() -> None:
    client = parse_scores("8,14,10,22,25,33")
    ranking = rank_occupations(client, PROFILES)
    found = fit(client, PROFILES[0], ranking)
    redraws = redraw(client, PROFILES)
    assert redraws is not None
    assert found.match is not None
    stability = redraws.of(found.match)
    sentence = stability_sentence(stability, found)
    assert sentence.startswith(f"Best in {stability.stays:,} of 1,000 re-draws")
    assert f"rank {stability.rank[0]} to {stability.rank[1]}" in sentence
