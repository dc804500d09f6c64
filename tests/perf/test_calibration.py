"""Tiers and intervals hold what they say, over simulated clients of every cell (METHODS 2)."""

from __future__ import annotations

from perf.calibration import CELLS, Client, line, share, simulate

from counselor_app.store.reference import Pack


def test_intervals_cover_and_very_likely_is_as_likely_as_said(pack: Pack) -> None:
    found: list[Client] = []
    for cell in CELLS:
        found += simulate(cell, pack.interest_profiles, 40)
    told = line("all", found)
    assert share(found, "r_inside", "intervals").value >= 0.88, told
    assert share(found, "rank_inside", "intervals").value >= 0.88, told
    predicted, true = (share(found, part, "very").value for part in ("very_predicted", "very_true"))
    assert abs(predicted - true) <= 0.03, told
