"""Which kind of outlook it is, and the sentence that tells it whole."""

from __future__ import annotations

import pytest

from counselor_app.domain.occupation.outlook import outlook_case


@pytest.mark.parametrize(
    ("change", "openings", "case"),
    [
        (-5.5, 341_700, "shrinking, still hiring"),
        (-22.1, 0, "shrinking"),
        (0.0, 100, "steady"),
        (4.9, 189_100, "growing"),
        (40.1, 30_000, "growing fast"),
        (None, None, "unknown"),
    ],
)
def test_cases(change: float | None, openings: float | None, case: str) -> None:
    assert outlook_case(change, openings, all_jobs_pct=3.1) == case
