"""Where an occupation is: areas ranked by pay, employment and concentration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.provenance import Figure
from counselor_app.domain.wording import CAPPED

Measure = Literal["pay", "employment", "jobs_per_1000", "location_quotient"]
AreaKind = Literal["state", "metro", "nonmetro"]

MEASURES: dict[Measure, str] = {
    "pay": "median pay",
    "employment": "employees",
    "jobs_per_1000": "jobs per 1,000",
    "location_quotient": "share of all jobs, against the nation",
}
AREA_KINDS: dict[AreaKind, str] = {
    "state": "states and territories",
    "metro": "metropolitan areas",
    "nonmetro": "nonmetropolitan areas",
}


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """An area with the four figures it can be ranked by; ``pay`` is the median."""

    code: str
    name: str
    kind: str
    pay: Figure
    employment: Figure
    jobs_per_1000: Figure
    location_quotient: Figure

    def of(self, measure: Measure) -> Figure:
        """The figure of one measure."""
        found: Figure = getattr(self, measure)
        return found


@dataclass(frozen=True, slots=True)
class RankedArea:
    """An area in a ranking: 1 is the highest, equal values share a rank.

    ``rank`` is None where there is no number to rank (``area.of(measure).flag`` says why), and
    for a home of another kind than the areas ranked. ``of`` counts the areas with a number.
    """

    rank: int | None
    of: int
    area: AreaFigures
    home: bool


def rank_areas(
    areas: Sequence[AreaFigures], measure: Measure, home: AreaFigures | None = None
) -> tuple[RankedArea, ...]:
    """``areas`` ranked by ``measure``, the home area first whether or not it is one of them.

    After the home: pay at or above the cap, which has no number and no rank; then by value,
    equal ones by name; then the areas where nothing is published, by name. Ranks count the
    areas with a number only.
    """
    numbers = [(n, area) for area in areas if (n := area.of(measure).number) is not None]
    numbers.sort(key=lambda pair: (-pair[0], pair[1].name))
    rank, last = 0, None
    ranked: list[RankedArea] = []
    for place, (value, area) in enumerate(numbers, 1):
        if value != last:
            rank, last = place, value
        ranked.append(
            RankedArea(rank, len(numbers), area, home is not None and area.code == home.code)
        )
    rest = sorted((area for area in areas if area.of(measure).number is None), key=lambda a: a.name)
    others = [
        RankedArea(None, len(numbers), area, home is not None and area.code == home.code)
        for area in rest
    ]
    capped = [r for r in others if r.area.of(measure).flag == CAPPED]
    missing = [r for r in others if r.area.of(measure).flag != CAPPED]
    ordered = [*capped, *ranked, *missing]
    if home is None:
        return tuple(ordered)
    own = next((r for r in ordered if r.home), RankedArea(None, len(numbers), home, True))
    return (own, *(r for r in ordered if not r.home))
