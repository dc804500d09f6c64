"""Whether tiers and intervals hold what they say: simulated clients whose true scores are known.

    python tests/perf/calibration.py PACK [CLIENTS]

True scores are normal, with the means and correlations of six interests on a hexagon; observed
ones add the error of the form, in whole points within its ends. Flat profiles are left out.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np  # noqa: TID253  (a script of numbers, imported by nothing that starts)

from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores
from counselor_app.domain.fit.sureness import DRAWS, TIERS
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.store.reference import open_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float64
    from numpy.typing import NDArray

MEANS = (15.0, 20.0, 20.0, 22.0, 18.0, 15.0)
SD, RELIABILITY = 8.2, 0.82
OUTSIDE = DRAWS // 20


class Cell(NamedTuple):
    """One simulation: a form, correlations of adjacent, alternate, opposite letters, a seed."""

    name: str
    instrument: str
    correlations: tuple[float, float, float]
    seed: int


_SETS = (("A", (0.45, 0.30, 0.20)), ("B", (0.35, 0.10, -0.05)), ("C", (0.60, 0.50, 0.45)))
CELLS = tuple(
    Cell(f"{name}, {items}", form, correlations, 4101 + 3 * short + place)
    for short, (items, form) in enumerate(((60, "ip-short"), (30, "own-30")))
    for place, (name, correlations) in enumerate(_SETS)
)


@dataclass(slots=True)
class Found:
    """Counts over simulated clients; of "very likely" and "likely" jobs how many there were,
    what was predicted of them and how many truly are among the closest tenth.
    """

    clients: int = 0
    flat: int = 0
    none: int = 0
    r_inside: int = 0
    rank_inside: int = 0
    intervals: int = 0
    jobs: tuple[int, int] = (0, 0)
    predicted: tuple[float, float] = (0.0, 0.0)
    true: tuple[int, int] = (0, 0)

    def __add__(self, other: Found) -> Found:
        def both(one: tuple[float, float], more: tuple[float, float]) -> tuple[float, float]:
            return one[0] + more[0], one[1] + more[1]

        return Found(
            self.clients + other.clients, self.flat + other.flat, self.none + other.none,
            self.r_inside + other.r_inside, self.rank_inside + other.rank_inside,
            self.intervals + other.intervals,
            (self.jobs[0] + other.jobs[0], self.jobs[1] + other.jobs[1]),
            both(self.predicted, other.predicted),
            (self.true[0] + other.true[0], self.true[1] + other.true[1]),
        )  # fmt: skip

    @property
    def r_coverage(self) -> float:
        """Share of 90 % intervals of r that hold the true r."""
        return self.r_inside / self.intervals

    @property
    def rank_coverage(self) -> float:
        """Share of 90 % intervals of rank that hold the true rank."""
        return self.rank_inside / self.intervals

    def tier(self, place: int) -> tuple[float, float]:
        """Of "very likely" (0) or "likely" (1) jobs, the share predicted and the true one."""
        return self.predicted[place] / self.jobs[place], self.true[place] / self.jobs[place]


def covariance(cell: Cell) -> NDArray[float64]:
    """Of true scores on 0-40: the error's part of the variance left out."""
    steps = np.abs(np.subtract.outer(np.arange(6), np.arange(6)))
    apart = np.minimum(steps, 6 - steps)
    found: NDArray[float64] = np.array((1.0, *cell.correlations))[apart] * SD**2 * RELIABILITY
    return found


def ranks(correlations: NDArray[float64]) -> NDArray[np.int64]:
    """Rank of every job in every row, 1 the closest."""
    order = np.argsort(-correlations, axis=1)
    found = np.empty_like(order)
    np.put_along_axis(found, order, np.arange(1, order.shape[1] + 1)[None, :], axis=1)
    return found


def simulate(cell: Cell, profiles: Sequence[InterestProfile], clients: int) -> Found:
    """So many clients of one cell, against all occupations."""
    test = INSTRUMENTS[cell.instrument]
    assert test.sem is not None
    random = np.random.Generator(np.random.PCG64(cell.seed))
    scale = test.high / 40
    jobs = np.array([p.direction for p in profiles if p.direction is not None]).T
    closest = jobs.shape[1] // 10
    spread = covariance(cell)
    found = Found()
    bounds = [fewest for _, fewest in TIERS]
    for _ in range(clients):
        true = random.multivariate_normal(MEANS, spread, method="cholesky") * scale
        seen = np.clip(np.rint(true + random.normal(0, test.sem, 6)), test.low, test.high)
        redraws = redraw(ClientScores(test, tuple(seen.tolist())), profiles)
        if redraws is None:
            found += Found(clients=1, flat=1)
            continue
        own = true - true.mean()
        r = (own / np.sqrt((own * own).sum()) @ jobs)[None, :]
        rank = ranks(r)[0]
        edges = (OUTSIDE, DRAWS - 1 - OUTSIDE)
        low, high = np.partition(redraws.correlations, edges, axis=0)[list(edges)]
        first, last = np.partition(ranks(redraws.correlations), edges, axis=0)[list(edges)]
        top = np.array(list(redraws.top.values()))
        tiers = (top >= bounds[0], (top >= bounds[1]) & (top < bounds[0]))
        counts = [int(tier.sum()) for tier in tiers]
        shares = [float(top[tier].sum()) / DRAWS for tier in tiers]
        held = [int((rank[tier] <= closest).sum()) for tier in tiers]
        found += Found(
            clients=1,
            none=int(counts[0] == 0),
            r_inside=int(((r[0] >= low) & (r[0] <= high)).sum()),
            rank_inside=int(((rank >= first) & (rank <= last)).sum()),
            intervals=len(rank),
            jobs=(counts[0], counts[1]),
            predicted=(shares[0], shares[1]),
            true=(held[0], held[1]),
        )
    return found


def line(name: str, found: Found) -> str:
    """One row of the table."""
    very, likely = found.tier(0), found.tier(1)
    return (
        f"{name:8} flat {found.flat / found.clients:.2f}  r {found.r_coverage:.3f}"
        f"  rank {found.rank_coverage:.3f}  very likely {very[0]:.3f} true {very[1]:.3f}"
        f"  likely {likely[0]:.3f} true {likely[1]:.3f}"
        f"  none {found.none / (found.clients - found.flat):.2f}"
    )


def main() -> None:
    """Print the table: a cell a line, then all of them."""
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 1500
    with open_pack(Path(sys.argv[1])) as pack:
        every = Found()
        for cell in CELLS:
            found = simulate(cell, pack.interest_profiles, clients)
            every += found
            print(line(cell.name, found), flush=True)
        print(line("all", every))


if __name__ == "__main__":
    main()
