"""Whether correlations of six scales keep the order of the hexagon (Hubert and Arabie 1987)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from counselor_app.domain.fit.congruence import distance
from counselor_app.domain.occupation.interests import LETTERS


class Order(NamedTuple):
    """Order predictions that hold and those that do not, of 72; ties count as neither."""

    met: int
    violated: int

    @property
    def correspondence(self) -> float:
        """Correspondence index, (met − violated) / 72: 1 all hold, 0 as many as not."""
        return (self.met - self.violated) / PREDICTIONS


PREDICTIONS = 72


def hexagon_order(correlations: Sequence[Sequence[float]]) -> Order:
    """How many of the predictions hold: neighbors correlate more than letters two apart, those
    more than opposites. ``correlations`` are in R I A S E C order.
    """
    by_distance: dict[int, list[float]] = {1: [], 2: [], 3: []}
    for one, other in combinations(range(6), 2):
        by_distance[distance(LETTERS[one], LETTERS[other])].append(correlations[one][other])
    compared = [
        (near, far)
        for nearer, further in combinations(sorted(by_distance), 2)
        for near in by_distance[nearer]
        for far in by_distance[further]
    ]
    return Order(
        sum(near > far for near, far in compared), sum(near < far for near, far in compared)
    )
