"""Tiers, intervals and counts of re-drawn scores (METHODS 2), against numbers worked out apart."""

from __future__ import annotations

from math import sqrt
from random import Random
from statistics import NormalDist, correlation, variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counselor_app.domain.fit.fit import EDITIONS, fit, rank_occupations
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.fit.measurement import sems
from counselor_app.domain.fit.sureness import tier, tier_sentence
from counselor_app.domain.fit.tiers import (
    NOT_SINGLED_OUT,
    Placed,
    band_counts,
    by_tier,
    no_redraws,
    normals,
    reach_sentence,
    redraw,
    shrinkage,
    singled_out,
    tier_counts,
)
from counselor_app.domain.fit.words import sureness_sentence
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.store.reference import Pack


def scored(text: str, instrument: str = "ip-short") -> ClientScores:
    return parse_scores(text, INSTRUMENTS[instrument])


A, B = "8,14,10,22,25,33", "12,20,15,30,22,18"
REALISTIC, FAINT, SHORT = "32,24,15,15,15,15", "16,22,18,25,21,20", "4,7,5,11,12,16"
IDEAS = "15,32,24,15,15,15"


@pytest.mark.parametrize(
    ("text", "instrument", "s2", "rho", "sd"),
    [
        (A, "ip-short", 93.4667, 0.870508, 3.728754),
        (B, "ip-short", 39.1, 0.690455, 4.186801),
        (REALISTIC, "own-60", 51.4667, 0.764834, 3.978015),
        (FAINT, "ip-short", 9.8667, 0.05, 15.558406),
        (SHORT, "own-30", 21.3667, 0.716774, 2.905655),
    ],
)
def test_shrinkage(text: str, instrument: str, s2: float, rho: float, sd: float) -> None:
    client = scored(text, instrument)
    found = shrinkage(client.scores, sems(client) or ())
    assert found[:2] == pytest.approx((s2, rho), abs=1e-4)
    assert found.draw_sd == pytest.approx((sd,) * 6, abs=1e-4)


def test_shrinkage_of_scales_taken_in_proportion() -> None:
    scores = (8.0, 14, 10, 22, 25, 33)
    client = ClientScores(INSTRUMENTS["own-60"], scores, answered=(10, 8, 10, 10, 9, 10))
    found = shrinkage(scores, sems(client) or ())
    assert (round(found.s2, 4), round(found.rho, 6)) == (93.4667, 0.862714)
    expected = (3.745559, 4.187662, 3.745559, 3.745559, 3.948165, 3.745559)
    assert found.draw_sd == pytest.approx(expected, abs=1e-4)


def test_the_normal_numbers_are_the_same_on_every_machine() -> None:
    expected = (-0.382998, -1.16185, 1.328868, -0.580107, -0.140915, 0.155385)
    assert normals()[:6] == pytest.approx(expected, abs=1e-6)
    assert len(normals()) == 6000


@pytest.mark.parametrize(
    ("text", "instrument", "code", "r", "p", "name", "r_90", "rank_90"),
    [
        (A, "ip-short", "43-4051.00", 0.959135, 0.995, "very likely", (0.7822, 0.9797), (3, 61)),
        (A, "ip-short", "41-2011.00", 0.814277, 0.525, "likely", (0.5733, 0.9098), (30, 161)),
        (A, "ip-short", "13-2011.00", 0.869538, 0.719, "likely", (0.6626, 0.9466), (13, 144)),
        (A, "ip-short", "29-1141.00", 0.400753, 0.009, "less likely", (0.0961, 0.606), (162, 353)),
        (B, "ip-short", "29-1141.00", 0.549391, 0.223, "possible", (0.0171, 0.7926), (38, 272)),
        (B, "ip-short", "21-1012.00", 0.942601, 0.92, "very likely", (0.5096, 0.9558), (3, 120)),
        (B, "ip-short", "43-4051.00", 0.368236, 0.117, "possible", (-0.1216, 0.6938), (72, 341)),
        (REALISTIC, "own-60", "47-2111.00", 0.811847, 0.338, "possible", (0.4163, 0.9272),
         (42, 245)),
        (REALISTIC, "own-60", "17-2141.00", 0.807306, 0.396, "possible", (0.4391, 0.9298),
         (23, 315)),
        (IDEAS, "ip-short", "19-3041.00", 0.795277, 0.956, "very likely", (0.4067, 0.9144),
         (1, 84)),
        (FAINT, "ip-short", "29-1141.00", 0.621265, 0.117, "possible", (-0.6434, 0.7695),
         (49, 826)),
        (FAINT, "ip-short", "25-2031.00", 0.726096, 0.248, "possible", (-0.6524, 0.7949),
         (24, 890)),
        (SHORT, "own-30", "43-4051.00", 0.953811, 0.903, "very likely", (0.5591, 0.9681),
         (6, 128)),
        (SHORT, "own-30", "41-2011.00", 0.806262, 0.435, "possible", (0.366, 0.9203), (21, 216)),
        (SHORT, "own-30", "43-3031.00", 0.812442, 0.445, "possible", (0.3763, 0.917), (17, 226)),
    ],
)  # fmt: skip
def test_the_tier_of_one_job(
    pack: Pack, text: str, instrument: str, code: str, r: float, p: float, name: str,
    r_90: tuple[float, float], rank_90: tuple[int, int],
) -> None:  # fmt: skip
    client = scored(text, instrument)
    ranking = rank_occupations(client, pack.interest_profiles)
    redraws = redraw(client, pack.interest_profiles)
    assert redraws is not None
    found = redraws.sure(code)
    assert found is not None
    assert next(m for m in ranking if m.code == code).r == pytest.approx(r, abs=1e-6)
    assert found.tier == name
    assert found.p_top_tenth == pytest.approx(p, abs=0.003)
    assert found.r == pytest.approx(r_90, abs=0.003)
    assert found.rank == pytest.approx(rank_90, abs=1)


@pytest.mark.parametrize(
    ("text", "instrument", "counts"),
    [
        (A, "ip-short", (53, 32, 77, 761)),
        (B, "ip-short", (25, 51, 123, 724)),
        (REALISTIC, "own-60", (4, 47, 195, 677)),
        (IDEAS, "ip-short", (31, 46, 118, 728)),
        (FAINT, "ip-short", (0, 0, 397, 526)),
        (SHORT, "own-30", (24, 45, 130, 724)),
    ],
)
def test_how_many_jobs_each_tier_has(
    pack: Pack, text: str, instrument: str, counts: tuple[int, ...]
) -> None:
    client = scored(text, instrument)
    ranking = rank_occupations(client, pack.interest_profiles)
    placed = by_tier(ranking, redraw(client, pack.interest_profiles))
    assert tuple(tier_counts(placed).values()) == pytest.approx(counts, abs=2)
    order = list(tier_counts(placed))
    assert [(order.index(p.tier or "likely"), -p.match.r, p.match.title) for p in placed] == sorted(
        (order.index(p.tier or "likely"), -p.match.r, p.match.title) for p in placed
    )
    assert singled_out(placed) == (None if counts[0] else NOT_SINGLED_OUT)


def test_without_a_known_error_there_is_an_order_and_no_tier(pack: Pack) -> None:
    client = scored("10,20,15,30,40,45", "sds")
    ranking = rank_occupations(client, pack.interest_profiles)
    assert redraw(client, pack.interest_profiles) is None
    assert "no published measurement error" in (no_redraws(client) or "")
    placed = by_tier(ranking, None)
    assert [p.match for p in placed] == list(ranking)
    assert {(p.tier, p.p_top_tenth) for p in placed} == {(None, None)}
    assert singled_out(placed) is None
    clerks = next(m for m in ranking if m.code == "43-4051.00")
    assert clerks.r == pytest.approx(0.949603, abs=1e-6)


def test_a_flat_profile_has_no_tier(pack: Pack) -> None:
    client = scored("20,22,19,24,21,18")
    assert redraw(client, pack.interest_profiles) is None
    assert "any order would be chance" in (no_redraws(client) or "")
    assert by_tier(rank_occupations(client, pack.interest_profiles), None) == ()


def test_the_edges_of_the_tiers() -> None:
    assert [tier(n) for n in (800, 799, 500, 499, 100, 99)] == [
        "very likely", "likely", "likely", "possible", "possible", "less likely",
    ]  # fmt: skip
    assert "very likely to be among the tenth" in tier_sentence(tier(1000))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (A, (127, 55, 62)),
        (B, (55, 34, 71)),
        (REALISTIC, (244, 122, 90)),
        (IDEAS, (5, 16, 37)),
        ("15,15,32,24,15,15", (13, 8, 28)),
        ("15,15,15,15,32,24", (105, 53, 44)),
    ],
)
def test_how_many_jobs_reach_each_band(pack: Pack, text: str, counts: tuple[int, ...]) -> None:
    ranking = rank_occupations(scored(text), pack.interest_profiles)
    assert tuple(band_counts(ranking, EDITIONS[2025]).values()) == counts
    assert reach_sentence(ranking, EDITIONS[2025]) == (
        f"{counts[0]} of 923 jobs reach Best with your scores."
    )


_RANDOM = Random(7)
JOBS = [
    InterestProfile(f"{n:02}", f"Job {n % 4}", tuple(_RANDOM.uniform(1, 7) for _ in range(6)), "")
    for n in range(30)
]


@settings(max_examples=12)
@given(
    st.lists(st.integers(0, 40), min_size=6, max_size=6),
    st.lists(st.integers(8, 10), min_size=6, max_size=6),
)
def test_every_tier_against_a_slow_oracle(scores: list[int], answered: list[int]) -> None:
    """Each draw ranked one at a time, shrunk as mean + rho (x − mean) with error rho SEM²."""
    client = ClientScores(
        INSTRUMENTS["own-60"], tuple(map(float, scores)), answered=tuple(answered)
    )
    redraws, ranking = redraw(client, JOBS), rank_occupations(client, JOBS)
    assert (redraws is None) == (not ranking)
    if redraws is None:
        return
    squares = [8.2**2 * 0.18 * 10 / n for n in answered]
    rho = max(0.05, 1 - sum(squares) / 6 / variance(scores))
    mean = sum(scores) / 6
    uniform, normal = Random(20251), NormalDist()
    rows = []
    for _ in range(1000):
        drawn = [
            mean + rho * (x - mean) + sqrt(rho * square) * normal.inv_cdf(uniform.random())
            for x, square in zip(scores, squares, strict=True)
        ]
        rows.append([correlation(drawn, job.scores) for job in JOBS])
    for place, job in enumerate(JOBS):
        ranks = sorted(1 + sum(r > row[place] + 1e-9 for r in row) for row in rows)
        values = sorted(row[place] for row in rows)
        found = redraws.sure(job.code)
        assert found is not None
        assert found.top == sum(rank <= 3 for rank in ranks)
        assert found.rank == (ranks[50], ranks[949])
        assert found.r == pytest.approx((values[50], values[949]), abs=1e-9)
    placed = by_tier(ranking, redraws)
    assert sum(p.top or 0 for p in placed) == 3000
    assert {p.match for p in placed} == set(ranking)


def test_a_job_without_interests_has_no_tier() -> None:
    redraws = redraw(scored(A), JOBS)
    assert redraws is not None
    assert redraws.sure("55-1011.00") is None


def test_the_sentence_on_sureness_prints_the_counts(pack: Pack) -> None:
    client = scored(A)
    ranking = rank_occupations(client, pack.interest_profiles)
    redraws = redraw(client, pack.interest_profiles)
    assert redraws is not None
    job = next(p for p in pack.interest_profiles if p.code == "43-4051.00")
    found = fit(client, job, ranking, sure=redraws.sure(job.code))
    assert found.tier == "very likely"
    assert sureness_sentence(found) == (
        "Among the 92 closest of 923 in 995 of 1,000 re-draws of the scores within their error;"
        " nine of ten between .78 and .98, rank 3 to 61."
    )
    assert sureness_sentence(fit(client, job, ranking)) is None


def test_a_line_gives_its_share_of_draws() -> None:
    match = rank_occupations(scored(A), JOBS)[0]
    assert Placed(match, 250, tier(250)).p_top_tenth == 0.25
