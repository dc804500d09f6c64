"""Two inventories of one client beside each other: six lines, each with both scores."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.figures.wording import number
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.record.over_time import OverTime
from counselor_app.language import _, joined


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One scale: ``before`` and ``after`` in points, ``text`` "20, then 31", and ``moved``: by
    more than the error (None: not known)."""

    name: str
    before: float
    after: float
    text: str
    moved: bool | None


@dataclass(frozen=True, slots=True)
class OverTimeChart:
    """The six scales, R I A S E C, from ``low`` to ``high`` points; ``sentence`` says them all."""

    lines: tuple[ChangeLine, ...]
    low: float
    high: float
    sentence: str


def over_time_chart(found: OverTime) -> OverTimeChart | None:
    """The chart; None where points cannot be compared."""
    if not found.changes:
        return None
    lines = tuple(
        ChangeLine(
            NAMES[change.letter], change.before, change.after,
            _("{before}, then {after}", before=_points(change.before), after=_points(change.after)),
            change.moved,
        )
        for change in found.changes
    )  # fmt: skip
    said = joined((_line_words(line) for line in lines), "; ")
    test = found.later.instrument
    return OverTimeChart(lines, test.low, test.high, _("{scores}.", scores=said))


def _line_words(line: ChangeLine) -> str:
    words = joined((line.name, line.text))
    return _("{scores}, more than error", scores=words) if line.moved else words


def _points(score: float) -> str:
    return number(score, 0 if score == int(score) else 1)
