"""Ties among a client's scores: every pair within error stands under one bracket, no other."""

from __future__ import annotations

from itertools import combinations

import pytest

from counselor_app.charts.ranking import score_bars
from counselor_app.domain.fit.instruments import OWN_LONG, ClientScores


@pytest.mark.parametrize(
    "scores",
    [
        (40, 20, 19, 5, 4, 3),  # the first alone
        (40, 39, 20, 19, 3, 2),
        (33, 25, 22, 14, 10, 8),
        (40, 30, 20, 10, 0, 0),
        (20, 20, 20, 20, 20, 20),
        (8, 14, 10, 22, 25, 33),
    ],
)
def test_brackets_hold_every_tie_and_nothing_else(scores: tuple[float, ...]) -> None:
    bars = score_bars(ClientScores(OWN_LONG, tuple(map(float, scores))))
    assert bars is not None
    assert OWN_LONG.tie is not None
    values = [row.value for row in bars.rows]
    assert values == sorted(values, reverse=True)
    held = {pair for tie in bars.ties for pair in combinations(range(tie.first, tie.last + 1), 2)}
    within = {
        (one, other)
        for one, other in combinations(range(6), 2)
        if values[one] - values[other] <= OWN_LONG.tie
    }
    assert held == within
    for one, other in combinations(bars.ties, 2):
        apart = one.last < other.first or other.last < one.first
        assert apart or one.lane != other.lane
