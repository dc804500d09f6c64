"""The ranked list of everything an occupation is rated on: its order, its filter, its scales."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from counselor_app.charts.bars import DOMAIN_LETTERS, Bar, ranked_bars
from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.ratings import DISTINCTIVE, Domain, Rating
from counselor_app.domain.figures.wording import NOT_RATED, NOT_RELEVANT
from counselor_app.language import _, joined, pgettext

Sort = Literal["importance", "level", "distinctive", "name"]
Ratings = Mapping[Domain, Sequence[Rating]]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line; ``bar`` is None where only the occupation that leads the order is rated."""

    element: str
    name: str
    letter: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Lines on one scale from ``low`` to ``high``; bars start at ``origin``."""

    impact: bool
    low: float
    high: float
    origin: float
    ends: tuple[str, str]
    rows: tuple[ListRow, ...]

    @property
    def levels(self) -> bool:
        """Whether any of its elements has a level."""
        return any(row.bar and row.bar.level for row in self.rows)


def percentile_text(bar: Bar) -> str:
    """The distinctiveness percentile rounded down, so that 89.9 is not printed as 90."""
    return "" if bar.percentile is None else str(int(bar.percentile))


def is_distinctive(bar: Bar) -> bool:
    """Whether the distinctiveness percentile is 90 or more (METHODS 3, convention)."""
    return bar.percentile is not None and bar.percentile >= DISTINCTIVE


def row_sentence(row: ListRow) -> str:
    """The line as a screen reader speaks it."""
    if row.bar is None:
        return _("{element}: {why}.", element=row.name, why=NOT_RATED)
    n = percentile_text(row.bar)
    return joined((row.bar.sentence, pgettext("chart", "Percentile {n}.", n=n) if n else ""))


def rated_list(
    ratings: Ratings,
    domains: Sequence[Domain],
    sort: Sort = "importance",
    find: str = "",
    leader: Ratings | None = None,
) -> tuple[ListGroup, ...]:
    """The lines of ``domains`` in order, at most one group a scale.

    Importance (1 to 5) comes first, the impact of work styles (-3 to +3) after it: the two are
    never ranked together. ``find`` keeps the elements whose name, or our words for it, hold
    all its words. With a ``leader`` the order is the leader's and its elements come first, so
    that two occupations' lines stay level.
    """
    own = {r.element: r for d in domains for r in ratings.get(d, ()) if r.main.number is not None}
    theirs = [r for d in domains for r in (leader or {}).get(d, ()) if r.main.number is not None]
    wanted = find.casefold().split()
    groups = []
    for impact in (False, True):
        led = sorted((r for r in theirs if _impact(r) == impact), key=_KEYS[sort])
        seen = {r.element for r in led}
        mine = sorted(
            (r for r in own.values() if _impact(r) == impact and r.element not in seen),
            key=_KEYS[sort],
        )
        lines = [r for r in (*led, *mine) if _matches(r.name, wanted)]
        rated = [own[r.element] for r in lines if r.element in own]
        if not lines:
            continue
        spec = ranked_bars(rated or lines)
        bars = {bar.element: bar for bar in spec.rows if bar.element in own}
        rows = tuple(
            ListRow(r.element, r.name, DOMAIN_LETTERS[r.domain], bars.get(r.element)) for r in lines
        )
        groups.append(ListGroup(impact, spec.low, spec.high, spec.origin, spec.ends, rows))
    return tuple(groups)


def _impact(rating: Rating) -> bool:
    return rating.main.unit == "impact -3..3"


def _matches(name: str, wanted: Sequence[str]) -> bool:
    text = f"{name} {phrase(name)}".casefold()
    return all(word in text for word in wanted)


def _by_importance(rating: Rating) -> tuple[float, str]:
    return -(rating.main.number or 0), rating.name


def _by_level(rating: Rating) -> tuple[float, float, str]:
    level = rating.level
    known = (
        level is not None and NOT_RELEVANT not in (level.flag or "") and level.number is not None
    )
    return -(level.number or 0) if level and known else inf, *_by_importance(rating)


def _by_distinctive(rating: Rating) -> tuple[float, float, str]:
    place = rating.place
    return -place.percentile if place else inf, *_by_importance(rating)


def _by_name(rating: Rating) -> tuple[str]:
    return (rating.name,)


_KEYS: Mapping[Sort, Callable[[Rating], tuple[float | str, ...]]] = {
    "importance": _by_importance,
    "level": _by_level,
    "distinctive": _by_distinctive,
    "name": _by_name,
}
