"""A client's fit to one job: both profiles, which letters carry it, which letters tie."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit.fit import FitResult, Part
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import tied
from counselor_app.domain.fit.profile import ordered
from counselor_app.domain.fit.words import carrying_sentence, part_words
from counselor_app.domain.occupation.interests import LETTERS, NAMES, PLAIN_NAMES
from counselor_app.language import Said, _, joined


@dataclass(frozen=True, slots=True)
class PairRow:
    """One interest: both shares of their scales (0 to 1), the client's score as printed, words."""

    name: str
    client: float
    job: float
    client_text: str
    job_text: str
    words: str


@dataclass(frozen=True, slots=True)
class PairBars:
    """The client's six scores over the job's six interests, the client's highest first."""

    rows: tuple[PairRow, ...]
    client_ends: str
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


def pair_bars(found: FitResult, figure: Figure) -> PairBars | None:
    """Both profiles interest by interest; None where the two cannot be compared."""
    test, job, scores = found.client.instrument, found.occupation, found.client.scores
    if job is None or not found.parts:
        return None
    rows = []
    for place in ordered(scores):
        part, value = found.parts[place], job.scores[place]
        rows.append(
            PairRow(
                name=PLAIN_NAMES[part.letter],
                client=(scores[place] - test.low) / (test.high - test.low),
                job=(value - 1) / 6,
                client_text=f"{scores[place]:.3g}",
                job_text=f"{value:.1f}",
                words=_pair_words(part),
            )
        )
    named = joined(
        (_("{interest}: {score}, this job {value}, {words}", interest=row.name,
           score=row.client_text, value=row.job_text, words=row.words) for row in rows), "; ",
    )  # fmt: skip
    ends = _("{low} to {high}", low=f"{test.low:g}", high=f"{test.high:g}")
    said = _("Scores from {ends} over the job’s interests from 1 to 7. {rows}.",
             ends=ends, rows=named)  # fmt: skip
    return PairBars(tuple(rows), ends, figure, said)


def _pair_words(part: Part) -> Said:
    """ "high in both", "more in the job" ..., against each one's own mean."""
    if part.product >= 0:
        return part.words
    return _("more in the job") if part.occupation > 0 else _("more in the answers")


def part_bars(found: FitResult, figure: Figure) -> PartBars | None:
    """The parts of r; None without a correlation."""
    match = found.match
    if match is None:
        return None
    parts: list[Part] = sorted(found.parts, key=lambda part: -part.product)
    rows = tuple(PartRow(NAMES[p.letter], p.product, part_words(p.product), p.words) for p in parts)
    sentence = carrying_sentence(found.parts) or ""
    return PartBars(rows, correlation_words(match.r), figure, sentence)


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
