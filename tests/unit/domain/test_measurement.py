"""Error of scores, ties and flat profiles (METHODS 2)."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.fit.fit import parts, rank_occupations
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.fit.measurement import (
    flat,
    flat_kind,
    flat_words,
    prorated_sem,
    sems,
    tie_bound,
    tied,
    within,
)
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.errors import UserError

JOB = InterestProfile("1", "Clerks", (1.0, 1.85, 1.0, 3.39, 4.47, 7.0), "CES")


def scored(instrument: str, *scores: float, answered: tuple[int, ...] = ()) -> ClientScores:
    return ClientScores(INSTRUMENTS[instrument], scores, answered=answered)


@pytest.mark.parametrize(
    ("instrument", "sem"),
    [
        ("ip-short", 3.478965),
        ("own-60", 3.478965),
        ("ip-mini", 2.46),
        ("own-30", 2.46),
        ("sds", None),
        ("strong", None),
        ("holland", None),
    ],
)
def test_the_error_of_every_form(instrument: str, sem: float | None) -> None:
    found = INSTRUMENTS[instrument].sem
    assert found == (sem if sem is None else pytest.approx(sem, abs=1e-6))


@pytest.mark.parametrize(
    ("instrument", "answered", "of", "sem"),
    [("own-60", 8, 10, 3.889602), ("own-60", 9, 10, 3.667151), ("own-30", 4, 5, 2.750364)],
)
def test_the_error_of_a_prorated_scale(instrument: str, answered: int, of: int, sem: float) -> None:
    one = INSTRUMENTS[instrument]
    assert one.sem is not None
    assert prorated_sem(one.sem, answered, of) == pytest.approx(sem, abs=1e-6)
    client = scored(instrument, 1, 2, 3, 4, 5, 20, answered=(answered, of, of, of, of, of))
    found = sems(client)
    assert found is not None
    assert found[0] == pytest.approx(sem, abs=1e-6)
    assert found[1] == one.sem


def test_the_bound_of_a_tie() -> None:
    for key, answered, bound in (
        ("ip-short", 10, 8.0934), ("own-30", 5, 5.7229), ("own-60", 8, None),
    ):  # fmt: skip
        client = scored(key, *range(6), answered=(answered,) * 6)
        errors = sems(client)
        assert errors is not None
        if bound is not None:
            assert tie_bound(errors[0], errors[1]) == pytest.approx(bound, abs=1e-4)
    one = INSTRUMENTS["own-60"].sem
    assert one is not None
    assert tie_bound(prorated_sem(one, 8, 10), one) == pytest.approx(8.5843, abs=1e-4)


@pytest.mark.parametrize(
    ("instrument", "difference", "tie"),
    [
        ("own-30", 5, True),
        ("own-30", 6, False),
        ("ip-mini", 5, True),
        ("ip-short", 8, True),
        ("ip-short", 9, False),
    ],
)
def test_ties(instrument: str, difference: int, tie: bool) -> None:
    client = scored(instrument, 0, difference, 0, 0, 0, 20)
    assert tied(client, 0, 1) is tied(client, 1, 0) is tie
    assert within(client, difference, 0, 1) is tie


FLAT = [
    ("20,22,19,24,21,18", "ip-short", True),
    ("20,22,16,24,21,18", "ip-short", True),
    ("20,22,15,24,21,18", "ip-short", False),
    ("8,9,10,12,13,11", "own-30", True),
    ("7,9,10,12,13,11", "own-30", False),
    ("30,30,30,30,30,30", "sds", True),
    ("30,31,30,30,30,30", "sds", False),
    ("20,20,20,20,20,21", "ip-short", True),
]


@pytest.mark.parametrize(("text", "instrument", "is_flat"), FLAT)
def test_a_flat_profile_has_no_order_at_all(text: str, instrument: str, is_flat: bool) -> None:
    client = parse_scores(text, INSTRUMENTS[instrument])
    assert flat(client) is is_flat
    assert bool(rank_occupations(client, [JOB])) is not is_flat
    assert bool(parts(client, JOB)) is not is_flat


@pytest.mark.parametrize(
    ("scores", "kind", "words"),
    [
        ((30, 32, 29, 31, 28, 30), "many", "Many kinds of work appeal to you."),
        ((9, 10, 8, 11, 9, 10), "few", "Few kinds of work"),
        ((20, 22, 19, 24, 21, 18), "mixed", "spread evenly"),
    ],
)
def test_what_a_flat_profile_says(scores: tuple[float, ...], kind: str, words: str) -> None:
    client = scored("ip-short", *scores)
    assert flat_kind(client) == kind
    assert words in flat_words(client)
    assert "any order would be chance" in flat_words(client)


@given(
    st.lists(st.integers(0, 40), min_size=6, max_size=6),
    st.lists(st.integers(8, 10), min_size=6, max_size=6),
)
def test_flatness_against_the_bound_written_out(scores: list[int], answered: list[int]) -> None:
    client = scored("own-60", *scores, answered=tuple(answered))
    sem = 8.2 * sqrt(1 - 0.82)
    bounds = [
        1.645 * sqrt(sem**2 * 10 / answered[i] + sem**2 * 10 / answered[j])
        for i in range(6)
        for j in range(6)
        if scores[i] == max(scores) and scores[j] == min(scores)
    ]
    assert flat(client) == (max(scores) - min(scores) <= max(bounds))


def test_answers_behind_scores_are_six_counts_within_the_form() -> None:
    for answered in ((10,), (10, 10, 10, 10, 10, 11), (10, 10, 10, 10, 10, 0)):
        with pytest.raises(UserError, match="six counts from 1 to 10"):
            scored("own-60", *range(6), answered=answered)
