"""Tiers and intervals hold what they say, over simulated clients of every cell (METHODS 2)."""

from __future__ import annotations

from perf.calibration import CELLS, Found, line, simulate

from counselor_app.store.reference import Pack


def test_intervals_cover_and_very_likely_is_as_likely_as_said(pack: Pack) -> None:
    found = Found()
    for cell in CELLS:
        found += simulate(cell, pack.interest_profiles, 40)
    predicted, true = found.tier(0)
    assert found.r_coverage >= 0.88, line("all", found)
    assert found.rank_coverage >= 0.88, line("all", found)
    assert abs(predicted - true) <= 0.03, line("all", found)
