"""How sure a fit is: how often a job is among the closest tenth under re-drawn scores.

The scores at hand carry one error already, so they are shrunk towards their mean before another
is drawn: rho = max(.05, 1 − SEM² / s²) of the variance s² of the six. Drawing x + N(0, SEM² / rho)
gives the same correlations as N(mean + rho (x − mean), rho SEM²) (METHODS 2, convention; the
shares of jobs and intervals that hold were simulated).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import sqrt
from random import Random
from statistics import NormalDist, fmean, variance
from typing import TYPE_CHECKING, NamedTuple

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.fit import BANDS, BandEdition, Match
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import sems
from counselor_app.domain.fit.profile import no_ranking
from counselor_app.domain.fit.sureness import DRAWS, TIERS, Sureness, Tier, tier
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.language import Said, _

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

SEED = 20_251
GENERATOR = "Mersenne Twister (MT19937) through the inverse normal distribution"
"""Python's own generator, the same numbers on every machine and in every version."""

NOT_SINGLED_OUT = _(
    "These scores do not single out a few jobs: no job is very likely to be among the tenth closest"
    " to these interests."
)
_LEAST_RHO = 0.05
_OUTSIDE = DRAWS // 20  # re-draws left out at either end of a 90 % interval
_NOISE = 1e-12
_ROWS = 40  # draws at a time: small enough for one core and its cache


class Placed(NamedTuple):
    """A match in its tier; ``top`` (draws of 1,000) and ``tier`` None where no SEM is known."""

    match: Match
    top: int | None
    tier: Tier | None

    @property
    def p_top_tenth(self) -> float | None:
        """Share of draws among the closest tenth, 0 to 1."""
        return None if self.top is None else self.top / DRAWS


class Shrinkage(NamedTuple):
    """Variance of the six scores (n − 1), what is kept of it, and the SD to draw with."""

    s2: float
    rho: float
    draw_sd: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Redraws:
    """Re-drawn correlations of a client with every occupation: a row a draw, a column each.

    ``top`` counts, by code, the draws in which an occupation is among the closest tenth.
    """

    columns: Mapping[str, int]
    correlations: NDArray[float64]
    top: Mapping[str, int]

    @cached_property
    def likely(self) -> int:
        """How many occupations are likely, or very likely, to be among the closest tenth."""
        fewest = dict(TIERS)["likely"]
        return sum(top >= fewest for top in self.top.values())

    def sure(self, code: str) -> Sureness | None:
        """How sure the place of one occupation is; None for one without interests."""
        if code not in self.columns:
            return None
        import numpy as np

        own = self.correlations[:, self.columns[code]]
        ranks = 1 + np.count_nonzero(self.correlations > own[:, None] + _NOISE, axis=1)
        ordered, places = sorted(own.tolist()), sorted(ranks.tolist())
        return Sureness(
            (ordered[_OUTSIDE], ordered[-1 - _OUTSIDE]),
            (places[_OUTSIDE], places[-1 - _OUTSIDE]),
            self.top[code],
        )

    def ahead(self, one: str, other: str) -> int:
        """In how many draws the occupation ``one`` (a code) fits more closely than ``other``."""
        columns = (self.correlations[:, self.columns[code]] for code in (one, other))
        return int((next(columns) > next(columns) + _NOISE).sum())


@cache
def normals() -> tuple[float, ...]:
    """The standard normal numbers of every client: six a draw, in R I A S E C order."""
    uniform, normal = Random(SEED), NormalDist()
    return tuple(normal.inv_cdf(uniform.random()) for __ in range(DRAWS * 6))


def shrinkage(scores: Sequence[float], errors: Sequence[float]) -> Shrinkage:
    """How far six scores with these SEMs are shrunk; SEM² is averaged over the scales."""
    s2 = variance(scores)
    share = 1 - fmean(error**2 for error in errors) / s2 if s2 else 0.0
    rho = max(_LEAST_RHO, share)
    return Shrinkage(s2, rho, tuple(error / sqrt(rho) for error in errors))


def no_redraws(client: ClientScores) -> str | None:
    """Why nothing can be re-drawn for these scores; None when it can."""
    return no_ranking(client) or (client.instrument.error if sems(client) is None else None)


def redraw(client: ClientScores, profiles: Iterable[InterestProfile]) -> Redraws | None:
    """1,000 seeded re-draws of the client's scores against all occupations, shrunk first.

    Every client gets the same normal numbers, so that the same scores give the same counts. None
    when ``no_redraws`` gives a reason.
    """
    errors = None if no_ranking(client) else sems(client)
    compared = [p for p in profiles if p.direction is not None]
    if errors is None or not compared:
        return None
    import numpy as np

    spread = np.array(shrinkage(client.scores, errors).draw_sd)
    drawn = np.array(client.scores) + spread * np.array(normals()).reshape(DRAWS, 6)
    drawn -= drawn.mean(axis=1, keepdims=True)
    drawn /= np.sqrt((drawn * drawn).sum(axis=1, keepdims=True))
    jobs = np.array([p.direction for p in compared]).T
    # Ranked among the closest tenth: no more are closer than there are others in it.
    last = len(compared) - max(1, len(compared) // 10)
    found, counts = np.empty((DRAWS, len(compared))), np.zeros(len(compared), dtype=int)
    for start in range(0, DRAWS, _ROWS):
        rows = drawn[start : start + _ROWS] @ jobs
        bar = np.partition(rows, last, axis=1)[:, last]
        counts += (rows >= bar[:, None] - _NOISE).sum(axis=0)
        found[start : start + _ROWS] = rows
    top = counts.tolist()
    codes = [p.code for p in compared]
    columns = {code: place for place, code in enumerate(codes)}
    return Redraws(columns, found, dict(zip(codes, top, strict=True)))


def by_tier(ranking: Iterable[Match], redraws: Redraws | None) -> tuple[Placed, ...]:
    """A ranking in its tiers, the surest first, and within one by r, title, code.

    Without re-draws the order is that of the ranking, and there are no tiers.
    """
    if redraws is None:
        return tuple(Placed(match, None, None) for match in ranking)
    placed = [Placed(m, top := redraws.top[m.code], tier(top)) for m in ranking]
    order = {name: place for place, (name, __) in enumerate(TIERS)}
    return tuple(sorted(placed, key=lambda p: order[p.tier] if p.tier else 0))


def tier_counts(placed: Iterable[Placed]) -> dict[Tier, int]:
    """How many occupations are in each tier, the surest first."""
    counts = {name: 0 for name, __ in TIERS}
    for one in placed:
        if one.tier:
            counts[one.tier] += 1
    return counts


def band_counts(ranking: Iterable[Match], edition: BandEdition) -> dict[str, int]:
    """How many occupations are in each band of an edition, the closest first."""
    counts = {name: 0 for name, __ in edition.lowest}
    for match in ranking:
        if (name := edition.band(match.r)) is not None:
            counts[name] += 1
    return counts


def singled_out(placed: Sequence[Placed]) -> Said | None:
    """That the scores single out no few jobs; None where some are very likely, or no tier is."""
    tiers = {one.tier for one in placed}
    return None if not tiers or tiers & {None, "very likely"} else NOT_SINGLED_OUT


def reach_sentence(ranking: Sequence[Match], edition: BandEdition) -> Said:
    """How many jobs reach the closest band: a band alone singles out nothing."""
    name, __ = edition.lowest[0]
    reached = band_counts(ranking, edition)[name]
    return _(
        "{n} of {of} jobs reach {band} with your scores.",
        n=number(reached), of=number(len(ranking)), band=BANDS[name],
    )  # fmt: skip
