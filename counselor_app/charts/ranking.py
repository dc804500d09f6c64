"""A client's scores as bars with their ties, and where all occupations lie on r."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit.fit import BANDS, BandEdition, Match
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import tied as within_error
from counselor_app.domain.fit.profile import ordered
from counselor_app.domain.occupation.interests import LETTERS, NAMES, PLAIN_NAMES
from counselor_app.language import _, joined, listed, pgettext

NINE_IN_TEN = 1.645
_BINS_IN_TOP_BAND = 5


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """One score; ``interval`` is score ± 1.645 SEM within the scale, None without a SEM."""

    letter: str
    name: str
    value: float
    text: str
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Tie:
    """The rows ``first`` to ``last`` are within error; ``lane`` keeps brackets apart."""

    first: int
    last: int
    lane: int


@dataclass(frozen=True, slots=True)
class ScoreBars:
    """Six scores, highest first, on the instrument's scale, and the widest sets that tie."""

    low: float
    high: float
    rows: tuple[ScoreBar, ...]
    ties: tuple[Tie, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class OwnCorner:
    """One of the six interests; ``in_code`` when it is one of the client's first three.

    Of six equal scores none is.
    """

    letter: str
    in_code: bool


@dataclass(frozen=True, slots=True)
class OwnShape:
    """A client's hexagon without a job's (``drawn`` is None), in the instrument's points."""

    low: float
    high: float
    corners: tuple[OwnCorner, ...]
    client: tuple[float, ...]
    sentence: str
    drawn: None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """How many occupations have an r from ``low`` to ``high``; ``top`` in the closest band."""

    low: float
    high: float
    count: int
    top: bool


@dataclass(frozen=True, slots=True)
class RankSpread:
    """All occupations on r, -1 to 1: the closest band begins at ``edge``, this job at ``value``."""

    bins: tuple[Bin, ...]
    edge: float
    edge_text: str
    value: float | None
    sentence: str


def score_bars(client: ClientScores, *, plain: bool = False) -> ScoreBars | None:
    """The six scores with their ties; None for a bare code.

    ``plain`` has them in the client's words: no error, no ties.
    """
    scores, test = client.scores, client.instrument
    if not scores:
        return None
    order = ordered(scores)
    error = None if test.sem is None or plain else NINE_IN_TEN * test.sem
    names = PLAIN_NAMES if plain else NAMES

    def bar(place: int) -> ScoreBar:
        value, letter = scores[place], LETTERS[place]
        interval = error and (max(test.low, value - error), min(test.high, value + error))
        return ScoreBar(letter, names[letter], value, f"{value:.3g}", interval or None)

    rows = tuple(bar(place) for place in order)
    ties = () if plain else _ties(client, order)
    low, high = f"{test.low:g}", f"{test.high:g}"
    sentence = _(
        "Scores from {low} to {high}: {scores}.",
        low=low, high=high,
        scores=listed(joined((row.name, row.text)) for row in rows),
    )  # fmt: skip
    tied = joined(
        (
            pgettext(
                "scores",
                "{interests} tie",
                interests=listed(row.name for row in rows[tie.first : tie.last + 1]),
            )
            for tie in ties
        ),
        "; ",
    )
    whole = joined((sentence, _("{ties}.", ties=tied) if tied else ""))
    return ScoreBars(test.low, test.high, rows, ties, whole)


def own_shape(client: ClientScores) -> OwnShape | None:
    """The client's six scores on the hexagon; None for a bare code."""
    bars = score_bars(client)
    if bars is None:
        return None
    alike = bars.rows[0].value == bars.rows[-1].value
    first = set() if alike else {row.letter for row in bars.rows[:3]}
    corners = tuple(OwnCorner(letter, letter in first) for letter in LETTERS)
    return OwnShape(bars.low, bars.high, corners, client.scores, bars.sentence)


def _ties(client: ClientScores, falling: Sequence[int]) -> tuple[Tie, ...]:
    """The widest runs of interests within error of their first, each in the first free lane."""
    found: list[Tie] = []
    for first, top in enumerate(falling):
        last = max(
            i for i, one in enumerate(falling) if i <= first or within_error(client, top, one)
        )
        if last == first or (found and last <= found[-1].last):
            continue
        busy = {other.lane for other in found if other.last >= first}
        lane = next(lane for lane in range(len(falling)) if lane not in busy)
        found.append(Tie(first, last, lane))
    return tuple(found)


def rank_spread(
    ranking: Sequence[Match], edition: BandEdition, match: Match | None = None
) -> RankSpread | None:
    """How all occupations lie on r; None where nothing is ranked.

    The bins part the closest band into five, so that none lies on both sides of its edge.
    """
    if not ranking:
        return None
    name, edge = edition.lowest[0]
    width = (1 - edge) / _BINS_IN_TOP_BAND
    count = int(2 / width) + 1
    counts = [0] * count
    for one in ranking:
        # From the edge upwards belongs to the band, as `BandEdition.band` has it.
        place = _BINS_IN_TOP_BAND - 1 - int((one.r - edge) // width)
        counts[min(count - 1, max(0, place))] += 1
    bins = tuple(
        Bin(max(-1.0, 1 - width * (i + 1)), 1 - width * i, n, i < _BINS_IN_TOP_BAND)
        for i, n in enumerate(counts)
    )
    best = sum(one.r >= edge for one in ranking)
    places = {"all": number(len(ranking)), "n": number(best), "band": BANDS[name]}
    if match is None:
        said = _("Of {all} occupations {n} are in the {band} band.", **places)
    else:
        said = _(
            "Of {all} occupations {n} are in the {band} band; this one has r {r}, rank {rank}.",
            **places, r=correlation_words(match.r), rank=match.rank,
        )  # fmt: skip
    lowest = f"{edge:.3f}".removeprefix("0")
    edge_text = _("{band} from {r}", band=BANDS[name], r=lowest)
    return RankSpread(bins, edge, edge_text, match.r if match else None, said)
