"""A client's fit to one job: how close, which letters carry it, how sure, which letters tie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit.fit import BandEdition, FitResult, Match, Part
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import tied
from counselor_app.domain.fit.profile import ordered
from counselor_app.domain.fit.stability import Stability
from counselor_app.domain.fit.words import (
    band_words,
    carrying_sentence,
    fit_sentence,
    part_words,
    stability_sentence,
)
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.language import _, capitalised, joined, pgettext


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the strip, ``low`` to ``high`` on r; ``own`` when the job lies in it."""

    name: str
    low: float
    high: float
    own: bool


@dataclass(frozen=True, slots=True)
class CloseStrip:
    """Every occupation's r as a tick, this one's as a diamond with its re-draws.

    The scale runs from 0, or from -1 where the job or its re-draws lie below 0; ``hidden``
    counts the occupations left of it.
    """

    low: float
    values: tuple[float, ...]
    hidden: int
    value: float
    text: str
    interval: tuple[float, float] | None
    bands: tuple[Band, ...]
    figure: Figure
    sentence: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """What one letter adds to r."""

    name: str
    product: float
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class PartBars:
    """The six letters, largest part first; the parts add up to r (``total``)."""

    rows: tuple[PartRow, ...]
    total: str
    figure: Figure
    sentence: str


@dataclass(frozen=True, slots=True)
class SureBar:
    """In how many re-draws the job falls in each band, closest first; ``own`` is the present."""

    segments: tuple[tuple[str, int], ...]
    own: int
    draws: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """The client's six scores on their scale, lowest first, and the letters that tie.

    ``groups`` are the ends of each widest set of scores within the error of a difference.
    """

    low: float
    high: float
    ticks: tuple[int, ...]
    points: tuple[tuple[str, float], ...]
    groups: tuple[tuple[float, float], ...]
    sentence: str


def close_strip(
    found: FitResult, ranking: Sequence[Match], stability: Stability | None, figure: Figure
) -> CloseStrip | None:
    """The strip of one job; None without a correlation."""
    match = found.match
    if match is None:
        return None
    interval = stability.r if stability else None
    low = 0.0 if min(match.r, *(interval or (match.r,))) >= 0 else -1.0
    text: str = correlation_words(match.r)
    if interval:
        first, last = (correlation_words(end) for end in interval)
        text = _("{r}; nine of ten re-draws, {first} to {last}", r=text, first=first, last=last)
    return CloseStrip(
        low=low,
        values=tuple(m.r for m in ranking if m.r >= low),
        hidden=sum(m.r < low for m in ranking),
        value=match.r,
        text=text,
        interval=interval,
        bands=_bands(found.edition, low, match.band),
        figure=figure,
        sentence=fit_sentence(found),
    )


def part_bars(found: FitResult, figure: Figure) -> PartBars | None:
    """The parts of r; None without a correlation."""
    match = found.match
    if match is None:
        return None
    parts: list[Part] = sorted(found.parts, key=lambda part: -part.product)
    rows = tuple(PartRow(NAMES[p.letter], p.product, part_words(p.product), p.words) for p in parts)
    sentence = carrying_sentence(found.parts) or ""
    return PartBars(rows, correlation_words(match.r), figure, sentence)


def sure_bar(found: FitResult, stability: Stability) -> SureBar:
    """How the re-draws fall into the bands."""
    names = [name for name, _lowest in found.edition.lowest] + [None]
    segments = tuple(
        (capitalised(band_words(name, found.edition)), stability.bands[name]) for name in names
    )
    own = names.index(found.match.band if found.match else None)
    return SureBar(segments, own, stability.draws, stability_sentence(stability, found))


def score_line(client: ClientScores) -> ScoreLine | None:
    """The client's scores on one line; None for a bare code."""
    scores, instrument = client.scores, client.instrument
    if not scores:
        return None
    rising = ordered(scores)[::-1]
    groups: list[tuple[float, float]] = []
    for place, one in enumerate(rising):
        within = [scores[x] for x in rising[place:] if x == one or tied(client, x, one)]
        if within[-1] > within[0] and (not groups or within[-1] > groups[-1][1]):
            groups.append((within[0], within[-1]))
    named = joined((joined((NAMES[LETTERS[x]], number(scores[x]))) for x in ordered(scores)), ", ")
    ends = {"low": f"{instrument.low:g}", "high": f"{instrument.high:g}"}
    return ScoreLine(
        instrument.low,
        instrument.high,
        _ticks(instrument.low, instrument.high),
        tuple((LETTERS[x], scores[x]) for x in rising),
        tuple(groups),
        _("{scores}, on a scale from {low} to {high}.", scores=named, **ends),
    )


def _ticks(low: float, high: float) -> tuple[int, ...]:
    """Multiples of 5, 10 or 20 within a scale."""
    step = 5 if high - low <= 20 else 10 if high - low <= 50 else 20
    return tuple(value for value in range(0, int(high) + 1, step) if value >= low)


def _bands(edition: BandEdition, low: float, own: str | None) -> tuple[Band, ...]:
    found = []
    high = 1.0
    for name, lowest in edition.lowest:
        found.append(Band(name, max(lowest, low), high, name == own))
        high = lowest
    if high > low:
        found.append(Band(pgettext("band", "Below"), low, high, own is None))
    return tuple(reversed(found))
