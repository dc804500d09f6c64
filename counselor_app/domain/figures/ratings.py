"""O*NET ratings: what an occupation asks for, and how that stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.provenance import Figure, Placement

Domain = Literal[
    "skill", "ability", "knowledge", "activity", "style", "value", "context", "area"
]  # fmt: skip

DOMAINS: tuple[Domain, ...] = ("skill", "ability", "knowledge", "activity", "style")

# Lowest and highest point of each O*NET scale.
SCALE_ENDS: dict[str, tuple[float, float]] = {
    "IM": (1, 5),
    "LV": (0, 7),
    "WI": (-3, 3),
    "EX": (1, 7),
    "CX": (1, 5),
    "CT": (1, 3),
    "OI": (1, 7),
}

DISTINCTIVE = 90.0
"""Percentile from which an element is called distinctive [convention]."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One element of an occupation: its main figure, its level, its place among occupations.

    ``main`` is importance 1-5 (skills, abilities, knowledge, activities, older work styles),
    impact -3..3 (work styles since 30.1) or interest 1-7 (specific interest areas). ``level``
    (0-7) is None where the element has none; its ``value`` is None where the level does not
    apply, with the reason in ``flag``.
    """

    element: str
    name: str
    domain: Domain
    main: Figure
    level: Figure | None
    place: Placement | None
    distinct_rank: int | None = None

    @property
    def low_precision(self) -> bool:
        """The release recommends not to rely on the main figure."""
        return bool(self.main.flag and "low precision" in self.main.flag)


def placements(values: Sequence[float]) -> list[tuple[int, int, int]]:
    """For each value how many are strictly below, how many equal (itself included), of all."""
    counts = Counter(values)
    below = 0
    places = {}
    for value in sorted(counts):
        places[value] = (below, counts[value], len(values))
        below += counts[value]
    return [places[value] for value in values]


def interval_95(figure: Figure) -> tuple[float, float] | None:
    """The published 95 % bounds, else value ± 1.96 SE; None where neither exists (METHODS 3).

    An SE of 0 (all raters agreed) gives no interval to draw.
    """
    value = figure.number
    if value is None:
        return None
    if figure.low is not None and figure.high is not None:
        return (figure.low, figure.high) if figure.high > figure.low else None
    if figure.se:
        return value - 1.96 * figure.se, value + 1.96 * figure.se
    return None
