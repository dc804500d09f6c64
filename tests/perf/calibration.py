"""Whether tiers and intervals hold what they say: simulated clients whose true scores are known.

    python tests/perf/calibration.py PACK [CLIENTS [CELL ...]]

True scores are normal, with the means and correlations of six interests on a hexagon; observed
ones add the error of the form, in whole points within its ends. Flat profiles are left out. A cell
is named as in the table ("C, 30"). In brackets is the standard error over clients: a client's jobs
stand or fall together, so that 60 clients leave .023 on the coverage of r (it came out at .862).

Measured on the shipped pack, O*NET 30.3, coverage of r and of rank:
A, 60, 1,500 clients: .900 (.004), .908 (.003); "very likely" .922, true .925 (.004).
B, 60, 400 clients: .901 (.007), .913 (.006); "very likely" .928, true .930 (.007).
C, 60, 400 clients: .893 (.007), .903 (.006); "very likely" .918, true .926 (.008).
B, 30, 400 clients: .880 (.008), .899 (.006); "very likely" .913, true .914 (.009).
C, 30, 1,000 clients: .882 (.005), .900 (.004); "very likely" .896, true .902 (.008).
"""

from __future__ import annotations

import sys
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

    from counselor_app.domain.fit.tiers import Redraws

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


class Client(NamedTuple):
    """What became of one simulated client: the parts of all shares, 0 where the profile is flat.

    ``r_inside`` and ``rank_inside`` count the ``intervals`` that hold the true value; of "very
    likely" and "likely" jobs there is how many, what was predicted of them and how many truly are
    among the closest tenth.
    """

    flat: int = 0
    none: int = 0
    intervals: int = 0
    r_inside: int = 0
    rank_inside: int = 0
    very: int = 0
    very_predicted: float = 0.0
    very_true: int = 0
    likely: int = 0
    likely_predicted: float = 0.0
    likely_true: int = 0


class Share(NamedTuple):
    """A share over clients, and its standard error."""

    value: float
    se: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.se:.3f})"


def share(clients: Sequence[Client], part: str, whole: str) -> Share:
    """The sum of one field over the sum of another.

    What one client's jobs have in common makes them stand or fall together, so that the error is
    that of a ratio of sums over clients (linearised), not over jobs.
    """
    parts, wholes = (np.array([getattr(c, name) for c in clients]) for name in (part, whole))
    value = parts.sum() / wholes.sum()
    error = np.sqrt(np.square(parts - value * wholes).sum() * len(clients) / (len(clients) - 1))
    return Share(float(value), float(error / wholes.sum()))


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


def simulate(cell: Cell, profiles: Sequence[InterestProfile], clients: int) -> list[Client]:
    """So many clients of one cell, against all occupations."""
    test = INSTRUMENTS[cell.instrument]
    assert test.sem is not None
    random = np.random.Generator(np.random.PCG64(cell.seed))
    scale = test.high / 40
    jobs = np.array([p.direction for p in profiles if p.direction is not None]).T
    spread = covariance(cell)
    found = []
    for _ in range(clients):
        true = random.multivariate_normal(MEANS, spread, method="cholesky") * scale
        seen = np.clip(np.rint(true + random.normal(0, test.sem, 6)), test.low, test.high)
        redraws = redraw(ClientScores(test, tuple(seen.tolist())), profiles)
        own = true - true.mean()
        r = own / np.sqrt((own * own).sum()) @ jobs
        found.append(Client(flat=1) if redraws is None else client(redraws, r))
    return found


def client(redraws: Redraws, r: NDArray[float64]) -> Client:
    """What the re-draws say of a client against the true correlations ``r``."""
    rank = ranks(r[None, :])[0]
    closest = len(r) // 10
    edges = (OUTSIDE, DRAWS - 1 - OUTSIDE)
    low, high = np.partition(redraws.correlations, edges, axis=0)[list(edges)]
    first, last = np.partition(ranks(redraws.correlations), edges, axis=0)[list(edges)]
    top = np.array(list(redraws.top.values()))
    bounds = [fewest for _, fewest in TIERS]
    tiers = (top >= bounds[0], (top >= bounds[1]) & (top < bounds[0]))
    jobs = [int(tier.sum()) for tier in tiers]
    predicted = [float(top[tier].sum()) / DRAWS for tier in tiers]
    held = [int((rank[tier] <= closest).sum()) for tier in tiers]
    return Client(
        0, int(jobs[0] == 0), len(r),
        int(((r >= low) & (r <= high)).sum()), int(((rank >= first) & (rank <= last)).sum()),
        jobs[0], predicted[0], held[0], jobs[1], predicted[1], held[1],
    )  # fmt: skip


def line(name: str, found: Sequence[Client]) -> str:
    """One row of the table, the standard error in brackets."""
    counted = [one for one in found if not one.flat]
    shares = (
        ("r", share(counted, "r_inside", "intervals")),
        ("rank", share(counted, "rank_inside", "intervals")),
        ("very likely", share(counted, "very_predicted", "very")),
        ("true", share(counted, "very_true", "very")),
        ("likely", share(counted, "likely_predicted", "likely")),
        ("true", share(counted, "likely_true", "likely")),
    )
    flat, none = 1 - len(counted) / len(found), sum(one.none for one in counted) / len(counted)
    told = "  ".join(f"{what} {share_}" for what, share_ in shares)
    return f"{name:6} clients {len(found)}  flat {flat:.2f}  {told}  none {none:.2f}"


def main() -> None:
    """Print the table: a cell a line, then all of them."""
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 1500
    with open_pack(Path(sys.argv[1])) as pack:
        every: list[Client] = []
        for cell in CELLS:
            if not sys.argv[3:] or cell.name in sys.argv[3:]:
                found = simulate(cell, pack.interest_profiles, clients)
                every += found
                print(line(cell.name, found), flush=True)
        print(line("all", every))


if __name__ == "__main__":
    main()
