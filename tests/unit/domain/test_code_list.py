"""Occupations for a bare Holland code (METHODS 2)."""

from __future__ import annotations

import pytest

from counselor_app.domain.fit.code_list import by_code
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.store.reference import Pack


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("CES", [("43-3011.00", 28), ("13-1141.00", 28), ("41-2021.00", 28), ("43-4031.00", 28),
                 ("43-4041.00", 28)]),
        ("RIA", [("17-1012.00", 28), ("17-2021.00", 27), ("19-4012.00", 27), ("17-3027.01", 27),
                 ("17-2141.02", 27)]),
    ],
)  # fmt: skip
def test_the_first_jobs_for_a_code(pack: Pack, letters: str, first: list[tuple[str, int]]) -> None:
    found = by_code(letters, pack.interest_profiles)
    assert [(one.code, one.m) for one in found[:5]] == first
    assert [(-one.m, one.title, one.code) for one in found] == sorted(
        (-one.m, one.title, one.code) for one in found
    )
    assert len(found) == sum(bool(p.letters) for p in pack.interest_profiles)


def test_a_job_without_a_code_is_not_listed_and_a_short_one_says_its_highest() -> None:
    six = (1.0, 2, 3, 4, 5, 6)
    jobs = [InterestProfile("1", "A", six, ""), InterestProfile("2", "B", six, "C")]
    (found,) = by_code("CES", jobs)
    assert (found.code, found.m, found.m_max) == ("2", 22, 22)
