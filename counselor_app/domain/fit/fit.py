"""How the interests of a client and of occupations agree: correlation, band, rank, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counselor_app.domain.figures.provenance import Placement
from counselor_app.domain.fit.congruence import Congruence, congruence
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.profile import client_codes, no_ranking
from counselor_app.domain.fit.sureness import Sureness, Tier
from counselor_app.domain.occupation.interests import LETTERS, InterestProfile, direction
from counselor_app.language import Said, _, pgettext

# Adding and taking away 4096 rounds r to a multiple of 2**-40, about 1e-12: what is below is
# floating-point noise and must not part occupations whose r is equal.
_GRID = 4096.0
_LEVEL = 1e-12

BANDS: dict[str, Said] = {
    "Best": pgettext("band of fit", "Best"),
    "Great": pgettext("band of fit", "Great"),
    "Good": pgettext("band of fit", "Good"),
    "Okay": pgettext("band of fit", "Okay"),
}
"""What the bands of all editions are called."""


@dataclass(frozen=True, slots=True)
class BandEdition:
    """One published edition of the bands of r: names and lowest r, the closest band first.

    The thresholds .729, .608 and .426 are the one-tailed critical r of six pairs (df 4) for
    p = .05, .10 and .20 (METHODS 1).
    """

    name: str
    year: int
    lowest: tuple[tuple[str, float], ...]

    @property
    def label(self) -> str:
        """ "Career Returns 2025"."""
        return f"{self.name} {self.year}"

    def band(self, r: float) -> str | None:
        """The band that r falls in, None below the last one."""
        for name, lowest in self.lowest:
            if r >= lowest:
                return name
        return None


CAREER_RETURNS = BandEdition(
    "Career Returns", 2025, (("Best", 0.729), ("Good", 0.608), ("Okay", 0.426))
)
GREGORY_LEWIS = BandEdition(
    "Gregory and Lewis", 2016, (("Best", 0.729), ("Great", 0.608), ("Good", 0.0))
)
EDITIONS: dict[int, BandEdition] = {e.year: e for e in (CAREER_RETURNS, GREGORY_LEWIS)}


class Match(NamedTuple):
    """One occupation in a client's ranking. A tuple: a thousand are made in a millisecond.

    ``rank`` starts at 1 and is shared by equal ``r`` (-1 to 1); ``band`` is None below the
    lowest band of the edition; ``letters`` is the occupation's own code.
    """

    rank: int
    code: str
    title: str
    letters: str
    r: float
    band: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """What one letter adds to r: the product of both standardised scores, a sixth of it each.

    The six products add up to r. ``person`` and ``occupation`` are the standardised scores
    over √6, so above or below 0 as the score is above or below that profile's own mean.
    """

    letter: str
    person: float
    occupation: float

    @property
    def product(self) -> float:
        """The part of r."""
        return self.person * self.occupation

    @property
    def words(self) -> Said:
        """ "high in both", "low in you, high in the job" ..., against each one's own mean."""
        if abs(self.person) < _LEVEL:
            return _("at your own average")
        if abs(self.occupation) < _LEVEL:
            return _("at the job's own average")
        if self.person > 0:
            return _("high in both") if self.occupation > 0 else _("high in you, low in the job")
        return _("low in you, high in the job") if self.occupation > 0 else _("low in both")


@dataclass(frozen=True, slots=True)
class FitResult:
    """A client's fit to one occupation (METHODS 1).

    ``occupation`` is None when the release gives it no interests. ``match`` is its line in the
    ranking, None without a correlation, and ``no_match`` then says why. ``place`` counts the
    occupations of lower and of equal r. ``parts`` come in R I A S E C order, empty without a
    correlation. ``sure`` is None where nothing is re-drawn: without a ranking or a known error.
    """

    client: ClientScores
    occupation: InterestProfile | None
    edition: BandEdition
    congruence: Congruence
    match: Match | None
    no_match: str | None
    place: Placement | None
    parts: tuple[Part, ...]
    sure: Sureness | None = None

    @property
    def tier(self) -> Tier | None:
        """How likely the occupation is among the closest tenth; None where nothing is re-drawn."""
        return self.sure.tier if self.sure else None


def rank_occupations(
    client: ClientScores,
    profiles: Iterable[InterestProfile],
    edition: BandEdition = CAREER_RETURNS,
) -> tuple[Match, ...]:
    """All occupations by their correlation with the client's six scores.

    Order: r descending at full precision, then title, then code; equal r share a rank. Empty
    where ``no_ranking`` gives a reason. Pearson r needs no rescaling of the scores.
    """
    own = None if no_ranking(client) else direction(client.scores)
    if own is None:
        return ()
    a, b, c, d, e, f = own
    found = [
        (
            _GRID - (a * x[0] + b * x[1] + c * x[2] + d * x[3] + e * x[4] + f * x[5] + _GRID),
            p.title,
            p.code,
            p.letters,
        )
        for p in profiles
        if (x := p.direction) is not None
    ]
    found.sort()
    matches = []
    rank, last = 0, 2.0
    bands = iter((*edition.lowest, (None, -2.0)))
    band, lowest = next(bands)
    for place, (minus_r, title, code, letters) in enumerate(found, 1):
        if minus_r != last:
            rank, last = place, minus_r
            while -minus_r < lowest:
                band, lowest = next(bands)
        matches.append(Match(rank, code, title, letters, -minus_r, band))
    return tuple(matches)


def banded(ranking: Iterable[Match], edition: BandEdition) -> tuple[Match, ...]:
    """The same ranking with the bands of another edition."""
    return tuple(match._replace(band=edition.band(match.r)) for match in ranking)


def parts(client: ClientScores, occupation: InterestProfile) -> tuple[Part, ...]:
    """What each letter adds to r, in R I A S E C order; empty when there is no r."""
    mine = None if no_ranking(client) else direction(client.scores)
    if mine is None or occupation.direction is None:
        return ()
    return tuple(map(Part, LETTERS, mine, occupation.direction))


def fit(
    client: ClientScores,
    occupation: InterestProfile | None,
    ranking: Sequence[Match],
    edition: BandEdition = CAREER_RETURNS,
    sure: Sureness | None = None,
) -> FitResult:
    """The client's fit to one occupation, given their ``rank_occupations`` of the same edition.

    ``occupation`` is None when the release gives it no interests; ``sure`` its re-draws.
    """
    agreement = congruence(client_codes(client), occupation.letters if occupation else "")
    own = next((m for m in ranking if occupation and m.code == occupation.code), None)
    if own is None or occupation is None:
        why = no_ranking(client) or (
            _("All six interests of this occupation are equal.")
            if occupation
            else _("The release gives no interests for this occupation.")
        )
        return FitResult(client, occupation, edition, agreement, None, why, None, ())
    place = Placement(
        sum(m.r < own.r for m in ranking), sum(m.r == own.r for m in ranking), len(ranking)
    )
    carried = parts(client, occupation)
    return FitResult(client, occupation, edition, agreement, own, None, place, carried, sure)
