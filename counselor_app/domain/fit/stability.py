"""How often an occupation keeps its band under re-drawn scores."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counselor_app.domain.fit import tiers
from counselor_app.domain.fit.fit import CAREER_RETURNS, BandEdition, Match
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.tiers import DRAWS, GENERATOR, SEED
from counselor_app.domain.occupation.interests import InterestProfile

__all__ = ["DRAWS", "GENERATOR", "SEED", "Redraws", "Stability", "no_stability", "redraw"]


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


class Redraws(tiers.Redraws):
    """Re-drawn correlations, with the bands that they fall in."""

    __slots__ = ()

    def of(self, match: Match, edition: BandEdition = CAREER_RETURNS) -> Stability:
        """The stability of one occupation of the client's ranking, in that ranking's bands."""
        found = self.sure(match.code)
        ordered = sorted(self.correlations[:, self.columns[match.code]].tolist())
        bands: dict[str | None, int] = {}
        above = len(ordered)
        for name, lowest in edition.lowest:
            place = bisect_left(ordered, lowest)
            bands[name], above = above - place, place
        bands[None] = above
        return Stability(DRAWS, SEED, bands, bands[match.band], found.r, found.rank)


def no_stability(client: ClientScores) -> str | None:
    """Why nothing can be re-drawn for these scores; None when it can."""
    return client.instrument.error if client.instrument.sem is None else None


def redraw(client: ClientScores, profiles: Sequence[InterestProfile]) -> Redraws | None:
    """`counselor_app.domain.fit.tiers.redraw`, with bands."""
    found = tiers.redraw(client, profiles)
    return Redraws(found.columns, found.correlations, found.top) if found else None
