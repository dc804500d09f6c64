"""Pay bands: five percentiles a place, all places on one dollar axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counselor_app.charts.axis import Axis, Table, nice_axis
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import CAPPED, money, number, told, value_words
from counselor_app.domain.occupation.pay_words import counted, in_place
from counselor_app.domain.occupation.wages import (
    PERCENTILES,
    UNITS,
    Basis,
    WageRow,
    ordinal,
    percentile_of,
)
from counselor_app.language import Said, _, joined, listed, pgettext

FARTHEST = 1.5
"""A target past so many times the highest wage is told in words only: it would shrink the rest."""

_MEDIAN = pgettext("column", "Median")
MOST_STEPS = 6
CLOSER = 1.6
"""How much less each step of `zoomed` shows."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One percentile of a band: its wage, None where not published or at the cap."""

    percentile: int
    value: float | None
    text: str
    capped: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class BandRow:
    """One place's band.

    ``light`` runs from P10 to P90 and ``dark`` from P25 to P75, in dollars: None where an end
    is not published; an end of None is past the cap, drawn as an open arrow.
    ``words`` says what is missing, "" when all five percentiles are numbers. ``series``
    counts the places from 0, ``tint`` their colors; ``kind`` is the kind of area or "industry".
    ``target_words`` is where the chart's target wage stands here.
    """

    label: str
    sub: str
    kind: str
    series: int
    tint: int
    knots: tuple[Knot, ...]
    light: tuple[float, float | None] | None
    dark: tuple[float, float | None] | None
    words: str
    target_words: str

    def knot(self, percentile: int) -> Knot:
        """The knot at 10, 25, 50, 75 or 90."""
        return self.knots[PERCENTILES.index(percentile)]

    @property
    def open_end(self) -> bool:
        """The band goes on past the cap: draw an open arrow."""
        return any(knot.capped for knot in self.knots)


@dataclass(frozen=True, slots=True)
class BandChart:
    """Pay of one occupation in several places, in dollars a year or an hour.

    ``axis`` is None when no place publishes a number.
    """

    basis: Basis
    unit: str
    axis: Axis | None
    rows: tuple[BandRow, ...]
    target: float | None
    sentence: str
    table: Table

    @property
    def target_text(self) -> str:
        """The target as it is printed; "" without one."""
        return "" if self.target is None else _money(self.target, self.basis)


def natural_basis(row: WageRow) -> Basis:
    """A year, unless the occupation is published by the hour only."""
    return "hourly" if row.pay_basis == "hourly_only" else "annual"


def pay_range(rows: Iterable[WageRow], basis: Basis) -> tuple[float, float] | None:
    """The lowest and the highest published percentile, None when there is none.

    Where a band goes past the cap the range leaves room for its arrow.
    """
    figures = [row.percentile(p, basis) for row in rows for p in PERCENTILES]
    values = [value for f in figures if (value := f.number) is not None]
    if not values:
        return None
    caps = [f.low or max(values) for f in figures if _is_capped(f)]
    return min(values), max([*values, *(1.08 * cap for cap in caps)])


def zoomed(ends: tuple[float, float], steps: int, about: float | None) -> tuple[float, float]:
    """What of a `pay_range` a chart shows: 0 steps from $0, 1 the range, then ever less of it.

    ``about`` are the dollars that stay in the middle, as far as the range goes; its own middle
    when None.
    """
    low, high = ends
    if steps <= 0:
        return 0.0, high
    span = (high - low) / CLOSER ** (steps - 1)
    middle = (low + high) / 2 if about is None else about
    start = min(max(middle - span / 2, low), high - span)
    return start, start + span


def _is_capped(figure: Figure) -> bool:
    return figure.value is None and figure.flag == CAPPED


def pay_chart(
    rows: Sequence[WageRow],
    basis: Basis,
    *,
    target: float | None = None,
    shared_range: tuple[float, float] | None = None,
    most_ticks: int = 10,
    tints: Sequence[int] = (),
) -> BandChart:
    """The band chart of ``rows``; ``shared_range`` in dollars puts two panes on one scale.

    ``tints`` colors the rows otherwise than by their order (rows of several occupations).
    """
    bands = tuple(
        _band_row(row, i, tints[i] if tints else i, basis, target) for i, row in enumerate(rows)
    )
    ends = shared_range or pay_range(rows, basis)
    if ends and target is not None and target <= FARTHEST * ends[1]:
        ends = min(ends[0], target), max(ends[1], target)
    axis = nice_axis(*ends, _short_money, most_ticks) if ends else None
    unit = UNITS[basis]
    points = (_MEDIAN if p == 50 else ordinal(p) for p in PERCENTILES)
    header: tuple[str, ...] = (joined(("$", unit)), *points)
    cells: list[tuple[str, ...]] = [
        (row.label, *(knot.text for knot in row.knots)) for row in bands
    ]
    if target is not None:
        header = (*header, pgettext("column", "{target} is", target=_money(target, basis)))
        cells = [(*cell, row.target_words) for cell, row in zip(cells, bands, strict=True)]
    medians = [row.knot(50).figure for row in bands]
    if target is not None:
        sentence = told(_target_sentence(bands, _money(target, basis), unit), *medians)
    elif len({figure.group for figure in medians}) == 1:
        said = joined(_row_sentence(row, unit) for row in bands)
        sentence = told(said, *medians, named=True)
    else:  # places, or occupations, that are not all of one group
        sentence = joined(
            told(_row_sentence(row, unit), own, named=True)
            for row, own in zip(bands, medians, strict=True)
        )
    return BandChart(basis, unit, axis, bands, target, sentence, Table(header, tuple(cells)))


def _band_row(row: WageRow, series: int, tint: int, basis: Basis, target: float | None) -> BandRow:
    knots = []
    for p in PERCENTILES:
        figure = row.percentile(p, basis)
        knots.append(
            Knot(
                p,
                figure.number,
                value_words(figure),
                _is_capped(figure),
                figure,
            )
        )
    employed = row.employment.number
    sub = _employment_words(row)
    if employed is not None:
        sub = pgettext("of a place", "{n} employees", n=number(employed))
    place = None
    if target is not None:
        place = percentile_of(target, {k.percentile: k.value for k in knots})
    return BandRow(
        label=row.place,
        sub=sub,
        kind=row.kind,
        series=series,
        tint=tint,
        knots=tuple(knots),
        light=_band(knots[0], knots[4]),
        dark=_band(knots[1], knots[3]),
        words=_words(knots),
        target_words=place.words if place else "",
    )


def _band(start: Knot, end: Knot) -> tuple[float, float | None] | None:
    if start.value is None or (end.value is None and not end.capped):
        return None
    return start.value, end.value


def _employment_words(row: WageRow) -> str:
    words = row.employment.flag or ""
    return "" if words == row.median().flag else words


def _words(knots: Sequence[Knot]) -> str:
    """What is not a number, in words: the same word once for the whole row."""
    missing = [knot for knot in knots if knot.value is None]
    if not missing:
        return ""
    reasons = dict.fromkeys(knot.text for knot in missing)
    if len(missing) == len(knots) and len(reasons) == 1:
        text = missing[0].text
        return _("all five points: {wage}", wage=text) if missing[0].capped else text
    parts: list[str] = []
    for reason in reasons:
        names = [
            pgettext("point of pay", "median")
            if knot.percentile == 50
            else ordinal(knot.percentile)
            for knot in missing
            if knot.text == reason
        ]
        parts.append(joined((listed(names), reason), ": "))
    return joined(parts, "; ")


def _row_sentence(row: BandRow, unit: str) -> Said:
    middle = row.knot(50)
    if row.words and all(knot.value is None for knot in row.knots):
        return _("{place}: pay {why}.", place=row.label, why=row.words)
    low, high = row.knot(25), row.knot(75)
    said = [_("median {pay} {unit}", pay=middle.text, unit=unit)]
    if low.value is not None and high.value is not None:
        said.append(_("half earn between {low} and {high}", low=low.text, high=high.text))
    ends = row.knot(10), row.knot(90)
    if ends[0].value is not None:
        said.append(_("one in ten earns less than {pay}", pay=ends[0].text))
    if ends[1].value is not None:
        said.append(_("one in ten more than {pay}", pay=ends[1].text))
    elif ends[1].capped:
        said.append(_("one in ten earns {pay}", pay=ends[1].text))
    return _("{place}: {parts}.", place=row.label, parts=joined(said, ", "))


def _target_sentence(rows: Sequence[BandRow], target: str, unit: str) -> str:
    known = [row for row in rows if any(knot.value is not None for knot in row.knots)]
    missing = [in_place(row.label) for row in rows if row not in known]
    said: list[str] = []
    if known:
        standings = _standings(known)
        said.append(_("{target} {unit} is {places}.", target=target, unit=unit, places=standings))
    if missing:
        said.append(_("No percentiles are published for {places}.", places=listed(missing)))
    return joined(said)


def _standings(rows: Sequence[BandRow]) -> str:
    """ "at the 70th percentile in the United States, the 78th in Texas"."""
    words = {row.target_words for row in rows}
    if len(rows) > 1 and len(words) == 1 and not rows[0].target_words[:1].isdigit():
        return _(
            "{standing} percentile in all {n} places",
            standing=rows[0].target_words, n=counted(len(rows)),
        )  # fmt: skip
    places: list[Said] = []
    for i, row in enumerate(rows):
        said, place = row.target_words, in_place(row.label)
        if said[:1].isdigit():
            ranked = any(r.target_words[:1].isdigit() for r in rows[:i])
            places.append(
                _("the {nth} in {place}", nth=said, place=place)
                if ranked
                else _("at the {nth} percentile in {place}", nth=said, place=place)
            )
        elif i == 0:
            places.append(_("{standing} percentile in {place}", standing=said, place=place))
        else:
            places.append(_("{standing} in {place}", standing=said, place=place))
    return joined(places, ", ")


def _money(value: float, basis: Basis) -> str:
    return money(value) if basis == "annual" else money(value, hourly=True)


def _short_money(value: float) -> str:
    """An axis label: "$45k", "$1.2m" would be too coarse below a thousand, so "$22.50"."""
    if value >= 1000:
        return f"${value / 1000:,.10g}k"
    return f"${value:,.2f}" if value % 1 else f"${value:,.0f}"
