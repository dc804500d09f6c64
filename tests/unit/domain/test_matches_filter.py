"""Filters compose, keep the ranking's order, and say what lies just outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.fit.fit import Match
from counselor_app.domain.fit.gap import OverallGap
from counselor_app.domain.fit.match_table import filter_words
from counselor_app.domain.fit.matches_filter import (
    EDUCATION,
    Candidate,
    Filters,
    candidates,
    count_words,
    filtered,
)
from counselor_app.domain.occupation.days import DayFacts
from counselor_app.domain.occupation.listing import OccupationRow

ALL_JOBS = 3.1


def one(rank: int, **values: object) -> Candidate:
    given = {
        "job_zone": 3, "change_pct": 4.0, "openings": 2000.0, "family": "Legal", "pay": 50_000.0,
        "education": EDUCATION[1],
    } | values  # fmt: skip
    pay, education = given.pop("pay"), given.pop("education")
    code = f"11-{rank:04}.00"
    job = OccupationRow(
        code=code, title=f"Job {rank}", soc=code[:7], letters="R", pay=None, pay_words="",
        employment=None, **given,  # type: ignore[arg-type]
    )  # fmt: skip
    match = Match(rank, code, job.title, "R", 1 - rank / 100, None)
    return Candidate(job, pay, str(pay), education, match=match)  # type: ignore[arg-type]


def ranks(people: list[Candidate], filters: Filters) -> list[int]:
    return [row.match.rank for row in filtered(people, filters, ALL_JOBS).rows]


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), [1, 2, 3, 4]),
        (Filters(zone=2), [2]),
        (Filters(education=0), [3]),
        (Filters(pay=60_000), [4]),
        (Filters(growth="grows"), [1, 2, 4]),
        (Filters(growth="faster"), [1, 4]),
        (Filters(openings=2000), [1, 3, 4]),
        (Filters(family="Legal"), [1, 2, 3]),
        (Filters(family="Legal", growth="grows", openings=2000), [1]),
    ],
)
def test_each_filter_asks_its_own_question(filters: Filters, kept: list[int]) -> None:
    people = [
        one(1),
        one(2, job_zone=2, change_pct=3.1, openings=1999.0),
        one(3, change_pct=0.0, education=EDUCATION[0]),
        one(4, pay=60_000.0, family="Sales"),
    ]
    assert ranks(people, filters) == kept


def test_what_is_not_published_meets_no_filter_and_is_counted() -> None:
    people = [one(1), one(2, pay=None), one(3, change_pct=None), one(4, openings=None)]
    found = filtered(people, Filters(pay=40_000), ALL_JOBS)
    assert [row.match.rank for row in found.rows] == [1, 3, 4]
    assert count_words(found, 4) == (
        "3 of 4 occupations; 1 more without a full year's pay published there."
    )
    assert "projection" in filtered(people, Filters(growth="grows"), ALL_JOBS).beside[0]


def test_those_just_under_a_floor_are_counted_only_if_all_else_fits() -> None:
    people = [
        one(1, pay=60_000.0), one(2, pay=57_000.0), one(3, pay=56_999.0),
        one(4, pay=59_000.0, job_zone=5),
    ]  # fmt: skip
    found = filtered(people, Filters(pay=60_000, zone=4), ALL_JOBS)
    assert [row.match.rank for row in found.rows] == [1]
    assert found.beside == ("1 more just under your pay floor",)


def test_a_gap_filter_needs_enough_ratings_and_shows_what_is_just_over_it() -> None:
    gaps = (
        OverallGap(0.08, 15, 40), OverallGap(0.115, 15, 40), OverallGap(0.13, 15, 40),
        OverallGap(0.0, 4, 10), OverallGap(0.0, 9, 40), None,
    )  # fmt: skip
    people = [replace(one(rank), gap=gap) for rank, gap in enumerate(gaps, 1)]
    found = filtered(people, Filters(gap=0.10), ALL_JOBS)
    assert [row.match.rank for row in found.rows] == [1]
    assert count_words(found, 6) == (
        "1 of 6 occupations; 1 more just over your skill gap and 3 more that too few of the"
        " client's ratings can be compared with."
    )
    assert [row.match.rank for row in filtered(people, Filters(), ALL_JOBS).rows] == [*range(1, 7)]


def test_candidates_keep_the_rankings_order_and_ties() -> None:
    people = [one(1), replace(one(2), match=one(2).match._replace(rank=1))]
    jobs = {row.job.code: row.job for row in people}
    ranking = [row.match for row in people]
    made = candidates(ranking, jobs, {people[0].job.code: (1.0, "$1")}, {})
    assert [row.match for row in made] == ranking
    assert [row.pay_words for row in made] == ["$1", "not published"]


@given(
    zones=st.lists(st.sampled_from([None, 1, 2, 3, 4, 5]), max_size=30),
    most=st.integers(1, 5),
    floor=st.floats(0, 100_000),
)
def test_two_filters_keep_what_both_keep(zones: list[int | None], most: int, floor: float) -> None:
    people = [one(i, job_zone=zone, pay=i * 3_000.0) for i, zone in enumerate(zones)]
    both = set(ranks(people, Filters(zone=most, pay=floor)))
    assert both == set(ranks(people, Filters(zone=most))) & set(ranks(people, Filters(pay=floor)))


def test_filters_on_days_keep_what_is_not_said_apart() -> None:
    told = {"full_time": "yes", "nights": "often"}
    known = (DayFacts("everywhere", told), DayFacts("voluntary", {"full_time": "yes"}), None)
    people = [replace(one(rank), days=days) for rank, days in enumerate(known, 1)]
    found = filtered(people, Filters(days=("no_nights",)), ALL_JOBS)
    assert found.rows == (people[1],)
    assert found.beside == ("1 more where it is not said: no nights",)
    asked = Filters(days=("licence", "no_nights"), zone=5)
    assert filtered(people, asked, ALL_JOBS).rows == ()
    assert asked.without("licence") == Filters(days=("no_nights",), zone=5)
    assert filter_words(asked) == "job zone 5 or less; needs a license; no nights"
