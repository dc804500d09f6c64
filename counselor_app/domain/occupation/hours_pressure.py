"""Hours, pressure and control, each on its own: what people in a job say of its days (METHODS 7).

Each is the mean of a few O*NET Work Context elements, equally weighted, on 0 to 100. What weighs on
people (long or uneven hours, pressure) is reversed, so that more is easier in all three. They are
never put together: hours do not make up for pressure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, NamedTuple

from counselor_app.domain.figures.provenance import Figure, Placement
from counselor_app.domain.figures.ratings import SCALE_ENDS, Rating
from counselor_app.domain.figures.wording import LOW_PRECISION, number
from counselor_app.language import Said, _, joined, pgettext

Block = Literal["time", "pressure", "control"]

BLOCKS: Mapping[Block, tuple[str, ...]] = {
    # Duration of the typical work week, work schedules.
    "time": ("4.C.3.d.8", "4.C.3.d.4"),
    # Time pressure, conflict situations, unpleasant or angry people, consequence of error,
    # level of competition.
    "pressure": ("4.C.3.d.1", "4.C.1.d.1", "4.C.1.d.2", "4.C.3.a.1", "4.C.3.c.1"),
    # Freedom to make decisions; to determine tasks, priorities and goals.
    "control": ("4.C.3.a.4", "4.C.3.b.8"),
}
"""The Work Context elements of each block."""
REVERSED: frozenset[Block] = frozenset({"time", "pressure"})
ELEMENTS = tuple(element for block in BLOCKS.values() for element in block)
SCALES = ("CX", "CT")
"""The scales of the elements' means: 1-5, and 1-3 for schedules and the week."""

LABELS: Mapping[Block, Said] = {
    "time": pgettext("days", "Short, steady hours"),
    "pressure": pgettext("days", "Little pressure"),
    "control": pgettext("days", "A say in the work"),
}
TITLE = _("Hours and pressure")
NO_CONTEXT = _("What people say of hours, pressure and freedom at work is not in this pack.")
NOT_ASKED = _("Too little is known of hours, pressure and freedom at work in this job.")
ABOUT = _(
    "Three answers from people in the job, 0 to 100, where more is easier: short and steady hours,"
    " little pressure, freedom to decide. They make no one score."
)


def why_no_conditions(pack_lacks_them: bool) -> Said:
    """Why there is no block: the pack does not hold what is asked, or this job's answers."""
    return NO_CONTEXT if pack_lacks_them else NOT_ASKED


class Mean(NamedTuple):
    """An element's mean over those asked, on the scale that it was asked on."""

    value: float
    se: float | None
    scale: str


class Score(NamedTuple):
    """0 to 100 with its standard error (None where one of the items has none)."""

    value: float
    se: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block's score stands among all jobs that have one: mid-rank percentiles."""

    percentile: float
    interval: tuple[float, float] | None
    of: int


@dataclass(frozen=True, slots=True)
class Condition:
    """One block of one occupation."""

    block: Block
    figure: Figure
    standing: Standing

    @property
    def words(self) -> Said:
        """ "38 of 100 (33 to 43); percentile 22 of 873 jobs (15 to 30)"."""
        value, place = (number(one) for one in (self.figure.number or 0, self.standing.percentile))
        jobs = number(self.standing.of)
        if self.standing.interval is None:
            return _("{value} of 100; percentile {place} among {n} jobs",
                     value=value, place=place, n=jobs)  # fmt: skip
        low, high, least, most = (
            number(one or 0) for one in (self.figure.low, self.figure.high, *self.standing.interval)
        )
        return _(
            "{value} of 100 ({low} to {high}); percentile {place} among {n} jobs ({least} to"
            " {most})",
            value=value, low=low, high=high, place=place, n=jobs, least=least, most=most,
        )  # fmt: skip


def enough(block: Block, elements: Iterable[str]) -> bool:
    """Whether these elements are at least two thirds of a block's items."""
    return 3 * len(set(BLOCKS[block]) & set(elements)) >= 2 * len(BLOCKS[block])


def score(block: Block, means: Mapping[str, Mean]) -> Score | None:
    """The block's score of the means by element; None under two thirds of its items."""
    if not enough(block, means):
        return None
    known = [means[element] for element in BLOCKS[block] if element in means]
    spans = [SCALE_ENDS[one.scale] for one in known]
    value = sum(
        100 * (one.value - low) / (high - low)
        for one, (low, high) in zip(known, spans, strict=True)
    ) / len(known)
    errors = [one.se for one in known if one.se is not None]
    se = None
    if len(errors) == len(known):
        parts = (
            100 * error / (high - low) / len(known)
            for error, (low, high) in zip(errors, spans, strict=True)
        )
        se = sqrt(sum(part * part for part in parts))
    return Score(100 - value if block in REVERSED else value, se)


def standing(
    value: float, bounds: tuple[float, float] | None, everyone: Sequence[float]
) -> Standing:
    """The place of a score, and of the ends of its interval, among those of all occupations."""

    def percentile(at: float) -> float:
        below = sum(one < at for one in everyone)
        return Placement(below, sum(one == at for one in everyone), len(everyone)).percentile

    ends = bounds and (percentile(bounds[0]), percentile(bounds[1]))
    return Standing(percentile(value), ends, len(everyone))


def conditions(
    ratings: Iterable[Rating], everyone: Mapping[Block, Sequence[float]]
) -> tuple[Condition, ...]:
    """The blocks of an occupation of which enough is known; ``everyone``: all jobs' scores."""
    rated = {one.element: one for one in ratings if one.element in ELEMENTS}
    means = {
        element: Mean(one.main.number, one.main.se, _SCALE_OF[one.main.unit])
        for element, one in rated.items()
        if one.main.number is not None
    }
    found = []
    for block, elements in BLOCKS.items():
        if (scored := score(block, means)) is None:
            continue
        figures = [rated[element].main for element in elements if element in means]
        value, bounds = scored.value, None
        if scored.se is not None:
            margin = 1.96 * scored.se
            bounds = max(0.0, value - margin), min(100.0, value + margin)
        figure = _figure(block, scored, bounds, figures)
        found.append(Condition(block, figure, standing(value, bounds, everyone[block])))
    return tuple(found)


def _figure(
    block: Block, scored: Score, bounds: tuple[float, float] | None, figures: Sequence[Figure]
) -> Figure:
    """The score as a figure: the fewest asked, the dates of its items, low precision if of one."""
    low, high = bounds or (None, None)
    asked = [one.n for one in figures if one.n is not None]
    rough = any(LOW_PRECISION in (one.flag or "") for one in figures)
    return Figure(
        f"conditions.{block}", scored.value, "score 0-100", figures[0].source,
        joined(dict.fromkeys(one.vintage for one in figures), ", "),
        min(asked, default=None), scored.se, low, high, LOW_PRECISION if rough else None,
        about=ABOUT, rater=figures[0].rater,
    )  # fmt: skip


_SCALE_OF = {"context 1-5": "CX", "context 1-3": "CT"}
