"""How sure a fit is: the same ranking under re-drawn scores, within measurement error.

A re-draw adds N(0, SEM²) to each raw score. The scores at hand already carry one error, so
re-drawn correlations run a little lower than r: this shows how far they may move, it is no
confidence interval of a true value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import NormalDist
from typing import TYPE_CHECKING

from counselor_app.domain.fit.fit import CAREER_RETURNS, BandEdition, Match
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.occupation.interests import InterestProfile, direction

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

DRAWS = 1000
SEED = 20_251
GENERATOR = "Mersenne Twister (MT19937) through the inverse normal distribution"
"""Python's own generator, the same numbers on every machine and in every version."""

_OUTSIDE = DRAWS // 20  # re-draws left out at either end of a 90 % interval
_NOISE = 1e-12


@dataclass(frozen=True, slots=True)
class Stability:
    """Of ``draws`` re-drawn rankings: how often an occupation falls in each band, r and rank.

    ``bands`` counts draws for each band of the edition, the closest first, and under None for
    below the last. ``stays`` is the count of its present band. ``r`` and ``rank`` hold the
    lowest and highest of the middle nine in ten draws.
    """

    draws: int
    seed: int
    bands: Mapping[str | None, int]
    stays: int
    r: tuple[float, float]
    rank: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Redraws:
    """Re-drawn correlations of a client with every occupation: a row a draw, a column each."""

    columns: Mapping[str, int]
    correlations: NDArray[float64]

    def of(self, match: Match, edition: BandEdition = CAREER_RETURNS) -> Stability:
        """The stability of one occupation of the client's ranking, in that ranking's bands."""
        own = self.correlations[:, self.columns[match.code]]
        ranks = 1 + (self.correlations > own[:, None] + _NOISE).sum(axis=1)
        ordered, places = sorted(own.tolist()), sorted(ranks.tolist())
        bands: dict[str | None, int] = {}
        above = len(ordered)
        for name, lowest in edition.lowest:
            place = bisect_left(ordered, lowest)
            bands[name], above = above - place, place
        bands[None] = above
        return Stability(
            draws=len(ordered),
            seed=SEED,
            bands=bands,
            stays=bands[match.band],
            r=(ordered[_OUTSIDE], ordered[-1 - _OUTSIDE]),
            rank=(places[_OUTSIDE], places[-1 - _OUTSIDE]),
        )

    def ahead(self, one: str, other: str) -> int:
        """In how many draws the occupation ``one`` (a code) fits more closely than ``other``."""
        columns = (self.correlations[:, self.columns[code]] for code in (one, other))
        return int((next(columns) > next(columns) + _NOISE).sum())


def no_stability(client: ClientScores) -> str | None:
    """Why nothing can be re-drawn for these scores; None when it can."""
    return client.instrument.error if client.instrument.sem is None else None


def redraw(client: ClientScores, profiles: Sequence[InterestProfile]) -> Redraws | None:
    """1,000 seeded re-draws of the client's scores against all occupations.

    Every client gets the same normal numbers, scaled by the instrument's SEM, so that the
    same scores give the same counts. None when ``no_stability`` gives a reason, or the
    scores have no variance.
    """
    sem = client.instrument.sem
    if sem is None or direction(client.scores) is None:
        return None
    import numpy as np

    compared = [p for p in profiles if p.direction is not None]
    jobs = np.array([p.direction for p in compared]).T
    uniform, normal = Random(SEED), NormalDist()
    errors = [normal.inv_cdf(uniform.random()) for _ in range(DRAWS * 6)]
    drawn = np.array(client.scores) + sem * np.array(errors).reshape(DRAWS, 6)
    drawn -= drawn.mean(axis=1, keepdims=True)
    drawn /= np.sqrt((drawn * drawn).sum(axis=1, keepdims=True))
    return Redraws({p.code: place for place, p in enumerate(compared)}, drawn @ jobs)
