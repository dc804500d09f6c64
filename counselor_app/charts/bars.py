"""Bars of ratings and of shares, with their 95 % intervals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counselor_app.charts.axis import Table
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import SCALE_ENDS, Domain, Rating, interval_95
from counselor_app.domain.figures.wording import (
    LOW_PRECISION,
    NOT_RELEVANT,
    listed,
    lowered,
    told,
    value_words,
)
from counselor_app.domain.occupation.sheet import IndustryShare, Requirement

DOMAIN_LETTERS: dict[Domain, str] = {
    "skill": "S",
    "ability": "A",
    "knowledge": "K",
    "activity": "W",
    "style": "P",
    "value": "V",
    "context": "C",
}
DOMAIN_NAMES: dict[Domain, str] = {
    "skill": "skill",
    "ability": "ability",
    "knowledge": "knowledge",
    "activity": "work activity",
    "style": "work style",
    "value": "work value",
    "context": "work context",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One element: value on the chart's scale, its interval and its place among occupations.

    ``percentile`` is the mid-rank percentile, ``more_than`` how many of 100 occupations are
    strictly lower; None where the release rates no others. ``level_text`` is "" for elements
    without a level.
    """

    element: str
    name: str
    domain: Domain
    letter: str
    value: float
    text: str
    interval: tuple[float, float] | None
    low_precision: bool
    level_text: str
    percentile: float | None
    more_than: int | None
    sentence: str
    figure: Figure
    level: Figure | None


@dataclass(frozen=True, slots=True)
class RankedBars:
    """Rated elements on one scale; bars start at ``origin``, ``ends`` are the scale's words."""

    low: float
    high: float
    origin: float
    ends: tuple[str, str]
    rows: tuple[Bar, ...]
    sentence: str
    table: Table


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One share in percent; ``value`` is None where it is not released."""

    name: str
    sub: str
    value: float | None
    text: str
    interval: tuple[float, float] | None
    low_precision: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class ShareBars:
    """Shares of one whole in percent, on a scale from 0 to ``high``."""

    high: float
    rows: tuple[ShareBar, ...]
    sentence: str
    table: Table


def ranked_bars(ratings: Sequence[Rating]) -> RankedBars:
    """The bars of ``ratings`` in the given order, which must all be on one scale."""
    impact = any(r.main.unit == "impact -3..3" for r in ratings)
    low, high = SCALE_ENDS["WI" if impact else "IM"]
    ends = ("−3 gets in the way", "+3 helps most") if impact else ("1 not important", "5 extremely")
    rows = tuple(_bar(r) for r in ratings if r.main.number is not None)
    best = [f"{row.name} {row.text}" for row in rows[:3]]
    measure = "impact, from −3 to +3" if impact else "importance, from 1 to 5"
    sentence = f"Highest of {len(rows)} by {measure}: {listed(best)}." if rows else "Not rated."
    header = ("Name", "Impact" if impact else "Importance", "Level", "Higher than, of 100 jobs")
    cells = tuple(
        (
            row.name,
            row.text + (" (low precision)" if row.low_precision else ""),
            _level_cell(row),
            "not ranked" if row.more_than is None else str(row.more_than),
        )
        for row in rows
    )
    return RankedBars(low, high, 0.0 if impact else low, ends, rows, sentence, Table(header, cells))


def education_bars(requirements: Iterable[Requirement]) -> ShareBars:
    """What percent of the people asked say a newcomer needs, most named first."""
    rows = tuple(
        ShareBar(
            r.words,
            "",
            r.figure.number,
            value_words(r.figure),
            _within(interval_95(r.figure), 0, 100),
            "low precision" in (r.figure.flag or ""),
            r.figure,
        )
        for r in sorted(requirements, key=lambda r: (-(r.figure.number or 0), r.category))
    )
    asked = max((r.figure.n or 0 for r in rows), default=0)
    people = f"Of {asked:,} people asked" if asked else "Of the people asked"
    named = [f"{r.text} name {lowered(r.name)}" for r in rows[:3] if r.value]
    sentence = f"{people}, {listed(named)}." if named else "Not in this pack."
    cells = tuple((r.name, r.text, _interval_words(r.interval)) for r in rows)
    return ShareBars(100.0, rows, sentence, Table(("Needed", "Percent", "95 % interval"), cells))


def industry_bars(industries: Iterable[IndustryShare]) -> ShareBars:
    """Each sector's share of the occupation's employees and its median pay, largest first."""
    ordered = sorted(industries, key=lambda i: -(i.share.number or -1.0))
    rows = tuple(
        ShareBar(
            i.wages.place,
            _median_words(i),
            i.share.number,
            value_words(i.share),
            None,
            False,
            i.share,
        )
        for i in ordered
    )
    values = [r.value for r in rows if r.value is not None]
    named = [f"{r.name} {r.text}" for r in rows[:3] if r.value is not None]
    sentence = f"Share of employees: {listed(named)}." if named else "Not published by industry."
    cells = tuple((r.name, r.text, r.sub) for r in rows)
    header = ("Industry", "Share of employees", "Median pay")
    sentence = told(sentence, *(row.figure for row in rows))
    return ShareBars(max(values, default=100.0), rows, sentence, Table(header, cells))


def _bar(rating: Rating) -> Bar:
    figure, place = rating.main, rating.place
    value = figure.number
    assert value is not None  # rows without a value are left out by the caller
    text = value_words(figure)
    level_text = _level_words(rating.level)
    scale = "WI" if figure.unit == "impact -3..3" else "IM"
    impact = scale == "WI"
    said = f"{rating.name}, {DOMAIN_NAMES[rating.domain]}: "
    said += f"impact {text} on a scale from −3 to +3" if impact else f"importance {text} of 5"
    if rating.level:
        said += f", level {level_text}" + (" of 7" if level_text[:1].isdigit() else "")
        if LOW_PRECISION in (rating.level.flag or ""):
            said += f" ({LOW_PRECISION})"
    if place:
        said += f", {'higher' if impact else 'more important'} here than in "
        said += f"{place.more_than} of 100 jobs"
    if rating.low_precision:
        said += ", low precision"
    return Bar(
        element=rating.element,
        name=rating.name,
        domain=rating.domain,
        letter=DOMAIN_LETTERS[rating.domain],
        value=value,
        text=text,
        interval=_within(interval_95(figure), *SCALE_ENDS[scale]),
        low_precision=rating.low_precision,
        level_text=level_text,
        percentile=place.percentile if place else None,
        more_than=place.more_than if place else None,
        sentence=said + ".",
        figure=figure,
        level=rating.level,
    )


def _level_cell(bar: Bar) -> str:
    """The level in a table, with the release's caution."""
    rough = bar.level is not None and LOW_PRECISION in (bar.level.flag or "")
    return (bar.level_text or "no level") + (f" ({LOW_PRECISION})" if rough else "")


def _level_words(level: Figure | None) -> str:
    if level is None:
        return ""
    return NOT_RELEVANT if NOT_RELEVANT in (level.flag or "") else value_words(level)


def _within(
    interval: tuple[float, float] | None, low: float, high: float
) -> tuple[float, float] | None:
    """The part of an interval that lies on the scale."""
    return (max(low, interval[0]), min(high, interval[1])) if interval else None


def _interval_words(interval: tuple[float, float] | None) -> str:
    return f"{interval[0]:.0f} to {interval[1]:.0f}%" if interval else "none published"


def _median_words(share: IndustryShare) -> str:
    if share.wages.pay_basis == "hourly_only":
        return value_words(share.wages.median("hourly"))
    return value_words(share.wages.median("annual"))
