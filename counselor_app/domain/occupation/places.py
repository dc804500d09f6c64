"""Where an occupation is: areas ranked by pay, employment and concentration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.provenance import Figure, Group, Source, Unit
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.wages import Basis
from counselor_app.language import Said, _, pgettext

Measure = Literal["pay", "employment", "jobs_per_1000", "location_quotient"]
AreaKind = Literal["state", "metro", "nonmetro"]

MEASURES: dict[Measure, str] = {
    "pay": pgettext("measure", "median pay"),
    "employment": pgettext("measure", "employees"),
    "jobs_per_1000": _("jobs per 1,000"),
    "location_quotient": _("share of all jobs, against the nation"),
}
_PLACES: dict[Measure, int] = {measure: place for place, measure in enumerate(MEASURES)}
AREA_KINDS: dict[AreaKind, str] = {
    "state": _("states and territories"),
    "metro": pgettext("kinds of areas", "metropolitan areas"),
    "nonmetro": pgettext("kinds of areas", "nonmetropolitan areas"),
}


# Key, unit, and what is said where a row lacks the number; of pay the row says itself.
_FIGURES: dict[Measure, tuple[str, Unit, Said]] = {
    "employment": ("employment.oews", "persons", _("employment not released")),
    "jobs_per_1000": ("jobs_per_1000", "jobs per 1,000", _("jobs per 1,000 not released")),
    "location_quotient": (
        "location_quotient",
        "ratio to the nation",
        _("share of jobs not released"),
    ),
}


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """An area with the four figures it can be ranked by, made when they are asked for.

    ``values`` are in the order of ``MEASURES``: the median by ``basis``, employees, jobs per
    1,000, location quotient. ``pay_flag`` says why there is no median, ``row_flag`` why there
    is nothing at all; ``pay_low`` is the cap of a capped median, ``employed_rse`` percent.
    """

    code: str
    name: str
    kind: str
    values: tuple[float | None, float | None, float | None, float | None]
    source: Source
    basis: Basis = "annual"
    row_flag: str | None = None
    pay_flag: str | None = None
    pay_low: float | None = None
    employed_rse: float | None = None
    about: str | None = None
    group: Group | None = None

    def value(self, measure: Measure) -> float | None:
        """The number of one measure, None where nothing is published."""
        return self.values[_PLACES[measure]]

    def of(self, measure: Measure) -> Figure:
        """The figure of one measure."""
        value = self.value(measure)
        se, low = None, None
        if measure == "pay":
            key = f"wage.{self.basis}.p50"
            unit: Unit = "dollars an hour" if self.basis == "hourly" else "dollars a year"
            why, low = self.pay_flag, self.pay_low
        else:
            key, unit, why = _FIGURES[measure]
            if measure == "employment" and value is not None and self.employed_rse is not None:
                se = value * self.employed_rse / 100
        flag = None if value is not None else self.row_flag or why
        return Figure(
            key, value, unit, self.source, self.source.release, se=se, low=low, flag=flag,
            about=self.about, area=self.name, group=self.group if flag is None else None,
        )  # fmt: skip


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


def named(areas: Sequence[RankedArea], text: str) -> tuple[RankedArea, ...]:
    """Those whose names hold words that begin with every word of ``text``; all for no text."""
    words = _words(text)
    return tuple(
        ranked
        for ranked in areas
        if all(any(own.startswith(word) for own in _words(ranked.area.name)) for word in words)
    )


def _words(text: str) -> list[str]:
    return text.casefold().replace(",", " ").replace("-", " ").split()


def rank_areas(
    areas: Sequence[AreaFigures], measure: Measure, home: AreaFigures | None = None
) -> tuple[RankedArea, ...]:
    """``areas`` ranked by ``measure``, the home area first whether or not it is one of them.

    After the home: pay at or above the cap, which has no number and no rank; then by value,
    equal ones by name; then the areas where nothing is published, by name. Ranks count the
    areas with a number only.
    """
    numbers = [(n, area) for area in areas if (n := area.value(measure)) is not None]
    numbers.sort(key=lambda pair: (-pair[0], pair[1].name))
    rank, last = 0, None
    ranked: list[RankedArea] = []
    for place, (value, area) in enumerate(numbers, 1):
        if value != last:
            rank, last = place, value
        ranked.append(
            RankedArea(rank, len(numbers), area, home is not None and area.code == home.code)
        )
    rest = sorted((area for area in areas if area.value(measure) is None), key=lambda a: a.name)
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
