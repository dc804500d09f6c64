"""How alike two occupations are in what they ask for, and how much more one of them asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

IMPORTANT = 3.0
"""Importance (1-5) from which an element counts in a gap (METHODS 3, convention)."""

Importances = Mapping[str, float]
"""Importance (1-5) of skills, abilities and knowledge, by element."""


class Demand(NamedTuple):
    """What an occupation asks of one element: importance 1-5, level 0-7 and its SE.

    ``level`` is None where it is not relevant or not rated, ``se`` where none is published.
    ``low_precision``: the release advises not to rely on the level.
    """

    name: str
    importance: float
    level: float | None
    se: float | None
    low_precision: bool


@dataclass(frozen=True, slots=True)
class LevelGap:
    """One element that an occupation asks at a higher level (0-7) than another does.

    ``real`` tells a gap beyond the error of both ratings, 1.645 √(SE² + SE²), from one within
    it; None where a rating has no published SE, so that nothing can be said.
    """

    element: str
    name: str
    importance: float
    here: float
    there: float
    real: bool | None
    low_precision: bool

    @property
    def gap(self) -> float:
        """Levels to make up."""
        return self.there - self.here


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How much more level an occupation asks than another gives (METHODS 3, convention).

    ``index`` is sum IM max(0, there - here) / sum IM there over the elements of importance 3
    or more there, 0 (none) to 1; None when no element can be compared. ``gaps`` come by
    importance times gap, largest first. ``not_compared`` names the elements that matter there
    and whose level is not relevant or not rated here: they are in no sum.
    """

    index: float | None
    gaps: tuple[LevelGap, ...]
    not_compared: tuple[str, ...]

    @property
    def real_gaps(self) -> tuple[LevelGap, ...]:
        """The gaps beyond the error of both ratings."""
        return tuple(gap for gap in self.gaps if gap.real)


class SimilarOccupation(NamedTuple):
    """An occupation and its similarity (-1 to 1) to another; equal ones share a ``rank``."""

    rank: int
    code: str
    title: str
    similarity: float


def centred_cosine(one: Importances, other: Importances, means: Importances) -> float | None:
    """Cosine of two importance profiles less each element's mean (METHODS 3, convention).

    The standardised score 100 (O - 1) / 4 gives the same cosine as importance itself, once
    centred. Elements that either lacks are left out; None when nothing is left or one has no
    spread.
    """
    dot = a2 = b2 = 0.0
    for element, mean in means.items():
        if element in one and element in other:
            a, b = one[element] - mean, other[element] - mean
            dot += a * b
            a2 += a * a
            b2 += b * b
    return dot / sqrt(a2 * b2) if a2 and b2 else None


def element_means(importances: Mapping[str, Importances]) -> dict[str, float]:
    """Each element's mean importance over the occupations that have it."""
    values: dict[str, list[float]] = {}
    for profile in importances.values():
        for element, importance in profile.items():
            values.setdefault(element, []).append(importance)
    return {element: sum(found) / len(found) for element, found in sorted(values.items())}


def most_similar(
    code: str, importances: Mapping[str, Importances], titles: Mapping[str, str]
) -> tuple[SimilarOccupation, ...]:
    """Every other occupation by similarity to ``code``, then title, then code.

    Empty when ``code`` has no ratings. Cosine ignores level: show it with ``shortfall``.
    """
    own = importances.get(code)
    if own is None:
        return ()
    means = element_means(importances)
    found = sorted(
        (-round(cosine, 12), titles[other], other)
        for other, profile in importances.items()
        if other != code and (cosine := centred_cosine(own, profile, means)) is not None
    )
    similar: list[SimilarOccupation] = []
    for place, (minus, title, other) in enumerate(found, 1):
        rank = similar[-1].rank if similar and similar[-1].similarity == -minus else place
        similar.append(SimilarOccupation(rank, other, title, -minus))
    return tuple(similar)


def shortfall(there: Mapping[str, Demand], here: Mapping[str, Demand]) -> Shortfall:
    """How much more level the occupation ``there`` asks than the one ``here``: one-sided.

    Levels that are not relevant or not rated are left out of both sums and named.
    """
    above = asked = 0.0
    gaps: list[LevelGap] = []
    not_compared: list[tuple[float, str]] = []
    for element, demand in there.items():
        level = demand.level
        if demand.importance < IMPORTANT or level is None:
            continue
        own = here.get(element)
        if own is None or own.level is None:
            not_compared.append((-demand.importance, demand.name))
            continue
        asked += demand.importance * level
        missing = level - own.level
        if missing <= 0:
            continue
        above += demand.importance * missing
        error = (
            None if own.se is None or demand.se is None else 1.645 * sqrt(own.se**2 + demand.se**2)
        )
        gaps.append(
            LevelGap(
                element, demand.name, demand.importance, own.level, level,
                None if error is None else missing > error,
                demand.low_precision or own.low_precision,
            )
        )  # fmt: skip
    gaps.sort(key=lambda gap: (-gap.importance * gap.gap, gap.name))
    return Shortfall(
        above / asked if asked else None,
        tuple(gaps),
        tuple(name for _, name in sorted(not_compared)),
    )
