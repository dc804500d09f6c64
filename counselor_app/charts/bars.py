"""Bars of ratings and of shares, with their 95 % intervals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from counselor_app.charts.axis import Table
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import SCALE_ENDS, Domain, Rating, interval_95
from counselor_app.domain.figures.wording import (
    LOW_PRECISION,
    NOT_RELEVANT,
    number,
    percent,
    told,
    value_words,
)
from counselor_app.domain.occupation.sheet import IndustryShare, Requirement
from counselor_app.language import Said, _, joined, listed, lowered, pgettext

DOMAIN_LETTERS: dict[Domain, str] = {
    "skill": "S",
    "ability": "A",
    "knowledge": "K",
    "activity": "W",
    "style": "P",
    "value": "V",
    "context": "C",
    "area": "I",
}
NOT_RANKED = pgettext("cell", "not ranked")
DOMAIN_NAMES: dict[Domain, str] = {
    "skill": pgettext("kind of element", "skill"),
    "ability": pgettext("kind of element", "ability"),
    "knowledge": pgettext("kind of element", "knowledge"),
    "activity": pgettext("kind of element", "work activity"),
    "style": pgettext("kind of element", "work style"),
    "value": pgettext("kind of element", "work value"),
    "context": pgettext("kind of element", "work context"),
    "area": _("specific interest area"),
}


@dataclass(frozen=True)
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
    figure: Figure
    level: Figure | None

    @cached_property
    def sentence(self) -> Said:
        """The bar in words; made where it is asked for, since a page shows a part of 182."""
        return _bar_sentence(self)


@dataclass(frozen=True)
class RankedBars:
    """Rated elements on one scale; bars start at ``origin``, ``ends`` are the scale's words."""

    low: float
    high: float
    origin: float
    ends: tuple[str, str]
    rows: tuple[Bar, ...]

    @property
    def impact(self) -> bool:
        """Whether it is the impact of work styles, else the importance of an element."""
        return self.ends == _IMPACT_ENDS

    @cached_property
    def sentence(self) -> Said:
        """The chart in a sentence."""
        if not self.rows:
            return pgettext("chart", "Not rated.")
        measure = _("impact, from −3 to +3") if self.impact else _("importance, from 1 to 5")
        best = listed(joined((row.name, row.text)) for row in self.rows[:3])
        return _(
            "Highest of {n} by {measure}: {best}.", n=len(self.rows), measure=measure, best=best
        )

    @cached_property
    def table(self) -> Table:
        """The figures of the bars."""
        header = (
            pgettext("column", "Name"),
            pgettext("column", "Impact") if self.impact else pgettext("column", "Importance"),
            pgettext("column", "Level"),
            _("Higher than, of 100 jobs"),
        )
        cells = tuple(
            (
                row.name,
                _cautioned(row.text) if row.low_precision else row.text,
                _level_cell(row),
                NOT_RANKED if row.more_than is None else str(row.more_than),
            )
            for row in self.rows
        )
        return Table(header, cells)


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


_IMPACT_ENDS = (_("−3 gets in the way"), _("+3 helps most"))
_IMPORTANCE_ENDS = (_("1 not important"), pgettext("end of a scale", "5 extremely"))


def ranked_bars(ratings: Sequence[Rating]) -> RankedBars:
    """The bars of ``ratings`` in the given order, which must all be on one scale."""
    impact = any(r.main.unit == "impact -3..3" for r in ratings)
    low, high = SCALE_ENDS["WI" if impact else "IM"]
    ends = _IMPACT_ENDS if impact else _IMPORTANCE_ENDS
    rows = tuple(_bar(r) for r in ratings if r.main.number is not None)
    return RankedBars(low, high, 0.0 if impact else low, ends, rows)


def education_bars(requirements: Iterable[Requirement]) -> ShareBars:
    """What percent of the people asked say a newcomer needs, most named first."""
    rows = tuple(
        ShareBar(
            r.words,
            "",
            r.figure.number,
            value_words(r.figure),
            _within(interval_95(r.figure), 0, 100),
            LOW_PRECISION in (r.figure.flag or ""),
            r.figure,
        )
        for r in sorted(requirements, key=lambda r: (-(r.figure.number or 0), r.category))
    )
    asked = max((r.figure.n or 0 for r in rows), default=0)
    named = [
        _("{share} name {answer}", share=r.text, answer=lowered(r.name))
        for r in rows[:3]
        if r.value
    ]
    if not named:
        sentence = _("Not in this pack.")
    elif asked:
        sentence = _("Of {n} people asked, {answers}.", n=number(asked), answers=listed(named))
    else:
        sentence = _("Of the people asked, {answers}.", answers=listed(named))
    cells = tuple((r.name, r.text, _interval_words(r.interval)) for r in rows)
    header = (
        pgettext("column", "Needed"),
        pgettext("column", "Percent"),
        _("95 % interval"),
    )
    return ShareBars(100.0, rows, sentence, Table(header, cells))


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
    named = [joined((r.name, r.text)) for r in rows[:3] if r.value is not None]
    said = _("Not published by industry.")
    if named:
        said = _("Share of employees: {shares}.", shares=listed(named))
    cells = tuple((r.name, r.text, r.sub) for r in rows)
    header = (
        pgettext("column", "Industry"),
        _("Share of employees"),
        pgettext("column", "Median pay"),
    )
    sentence = told(said, *(row.figure for row in rows))
    return ShareBars(max(values, default=100.0), rows, sentence, Table(header, cells))


def _bar(rating: Rating) -> Bar:
    figure, place = rating.main, rating.place
    value = figure.number
    assert value is not None  # rows without a value are left out by the caller
    scale = "WI" if figure.unit == "impact -3..3" else "IM"
    return Bar(
        element=rating.element,
        name=rating.name,
        domain=rating.domain,
        letter=DOMAIN_LETTERS[rating.domain],
        value=value,
        text=value_words(figure),
        interval=_within(interval_95(figure), *SCALE_ENDS[scale]),
        low_precision=rating.low_precision,
        level_text=_level_words(rating.level),
        percentile=place.percentile if place else None,
        more_than=place.more_than if place else None,
        figure=figure,
        level=rating.level,
    )


def _bar_sentence(bar: Bar) -> Said:
    impact = bar.figure.unit == "impact -3..3"
    said: list[str] = [
        _("impact {value} on a scale from −3 to +3", value=bar.text)
        if impact
        else _("importance {value} of 5", value=bar.text)
    ]
    if bar.level:
        level = pgettext("of an element", "level {value}", value=bar.level_text)
        if bar.level.number is not None and bar.level_text != NOT_RELEVANT:
            level = _("level {value} of 7", value=bar.level_text)
        rough = LOW_PRECISION in (bar.level.flag or "")
        said.append(_cautioned(level) if rough else level)
    if bar.more_than is not None:
        n = bar.more_than
        said.append(
            _("higher here than in {n} of 100 jobs", n=n)
            if impact
            else _("more important here than in {n} of 100 jobs", n=n)
        )
    if bar.low_precision:
        said.append(LOW_PRECISION)
    return _(
        "{element}, {kind}: {figures}.",
        element=bar.name, kind=DOMAIN_NAMES[bar.domain], figures=joined(said, ", "),
    )  # fmt: skip


def _cautioned(text: str) -> Said:
    return joined((text, pgettext("after a figure", "(low precision)")))


def _level_cell(bar: Bar) -> str:
    """The level in a table, with the release's caution."""
    rough = bar.level is not None and LOW_PRECISION in (bar.level.flag or "")
    text = bar.level_text or pgettext("cell", "no level")
    return _cautioned(text) if rough else text


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
    if not interval:
        return pgettext("cell", "none published")
    low, high = interval
    return _("{low} to {high}", low=number(low), high=percent(high, 0))


def _median_words(share: IndustryShare) -> str:
    if share.wages.pay_basis == "hourly_only":
        return value_words(share.wages.median("hourly"))
    return value_words(share.wages.median("annual"))
