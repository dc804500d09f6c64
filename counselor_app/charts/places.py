"""States and territories as a grid of equal tiles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counselor_app.charts.axis import Table
from counselor_app.charts.pay import natural_basis
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import money, number, told, value_words
from counselor_app.domain.occupation.places import Measure
from counselor_app.domain.occupation.wages import UNITS, WageRow
from counselor_app.language import Said, _, joined, pgettext

CLASSES = 5

# State number (the first two digits of an OEWS state code): postal code, row, column.
_GRID: dict[str, tuple[str, int, int]] = {
    "02": ("AK", 0, 0), "23": ("ME", 0, 10),
    "50": ("VT", 1, 9), "33": ("NH", 1, 10),
    "53": ("WA", 2, 0), "16": ("ID", 2, 1), "30": ("MT", 2, 2), "38": ("ND", 2, 3),
    "27": ("MN", 2, 4), "17": ("IL", 2, 5), "55": ("WI", 2, 6), "26": ("MI", 2, 7),
    "36": ("NY", 2, 8), "44": ("RI", 2, 9), "25": ("MA", 2, 10),
    "41": ("OR", 3, 0), "32": ("NV", 3, 1), "56": ("WY", 3, 2), "46": ("SD", 3, 3),
    "19": ("IA", 3, 4), "18": ("IN", 3, 5), "39": ("OH", 3, 6), "42": ("PA", 3, 7),
    "34": ("NJ", 3, 8), "09": ("CT", 3, 9),
    "06": ("CA", 4, 0), "49": ("UT", 4, 1), "08": ("CO", 4, 2), "31": ("NE", 4, 3),
    "29": ("MO", 4, 4), "21": ("KY", 4, 5), "54": ("WV", 4, 6), "51": ("VA", 4, 7),
    "24": ("MD", 4, 8), "10": ("DE", 4, 9),
    "04": ("AZ", 5, 1), "35": ("NM", 5, 2), "20": ("KS", 5, 3), "05": ("AR", 5, 4),
    "47": ("TN", 5, 5), "37": ("NC", 5, 6), "45": ("SC", 5, 7), "11": ("DC", 5, 8),
    "40": ("OK", 6, 3), "22": ("LA", 6, 4), "28": ("MS", 6, 5), "01": ("AL", 6, 6),
    "13": ("GA", 6, 7), "78": ("VI", 6, 10),
    "15": ("HI", 7, 0), "66": ("GU", 7, 1), "48": ("TX", 7, 3), "12": ("FL", 7, 8),
    "72": ("PR", 7, 10),
}  # fmt: skip
_TERRITORIES = {"66", "72", "78"}

# Below 1 the occupation is rarer than in the nation; the comparison is the point, so these
# breaks are fixed. Employment and pay are cut into fifths of the places that publish them.
_SHARE_BREAKS = (0.6, 0.8, 1.0, 1.2)


@dataclass(frozen=True, slots=True)
class Tile:
    """A state: its place in the grid, its value and its class 0-4, None when not published."""

    postal: str
    name: str
    area: str
    row: int
    column: int
    value: float | None
    text: str
    shade: int | None
    sentence: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class TileMap:
    """One measure over the states; ``breaks`` are the lower ends of classes 1 to 4."""

    measure: Measure
    title: str
    rows: int
    columns: int
    tiles: tuple[Tile, ...]
    breaks: tuple[float, ...]
    break_texts: tuple[str, ...]
    sentence: str
    table: Table


_TITLES: dict[Measure, Said] = {
    "location_quotient": _("Share of all jobs, against the nation (1.00 = same)"),
    "employment": pgettext("measure", "Employees"),
    "jobs_per_1000": _("Jobs of every 1,000"),
    "pay": _("Median pay a year"),
}
_PAY_BY_THE_HOUR = _("Median pay an hour")


def tile_map(states: Sequence[WageRow], measure: Measure) -> TileMap:
    """The states by location quotient, employees, jobs per 1,000 or median pay.

    Territories appear only where the release has a row for them.
    """
    hourly = any(natural_basis(row) == "hourly" for row in states)
    figures = [(row, _figure(row, measure, hourly)) for row in states]
    values = sorted(v for _row, f in figures if (v := f.number) is not None)
    breaks = _SHARE_BREAKS if measure == "location_quotient" else _fifths(values)
    short, full = _printers(measure, hourly)
    tiles = []
    for row, figure in figures:
        state = row.place_code[:2]
        value = figure.number
        if state not in _GRID or (state in _TERRITORIES and value is None):
            continue
        postal, down, across = _GRID[state]
        tiles.append(
            Tile(
                postal=postal,
                name=row.place,
                area=row.place_code,
                row=down,
                column=across,
                value=value,
                text=short(value) if value is not None else "–",
                shade=bisect_right(breaks, value) if value is not None else None,
                sentence=_place_sentence(row, hourly),
                figure=figure,
            )
        )
    title = _PAY_BY_THE_HOUR if measure == "pay" and hourly else _TITLES[measure]
    ranked = sorted((t for t in tiles if t.value is not None), key=lambda t: -(t.value or 0))
    if ranked:
        top, low = ranked[0], ranked[-1]
        highest = joined((top.name, full(top.value or 0)))
        lowest = joined((low.name, full(low.value or 0)))
        sentence = _(
            "{measure}: highest {highest}, lowest {lowest}.",
            measure=title, highest=highest, lowest=lowest,
        )  # fmt: skip
        if low is top:
            sentence = _("{measure}: highest {highest}.", measure=title, highest=highest)
    else:
        sentence = _("{measure}: not published for any state.", measure=title)
    cells = tuple(
        (t.name, full(t.value) if t.value is not None else value_words(t.figure))
        for t in (*ranked, *(t for t in tiles if t.value is None))
    )
    return TileMap(
        measure=measure,
        title=title,
        rows=8,
        columns=11,
        tiles=tuple(tiles),
        breaks=breaks,
        break_texts=tuple((full if measure == "pay" and hourly else short)(b) for b in breaks),
        sentence=told(sentence, *(figure for _row, figure in figures)),
        table=Table((pgettext("column", "State"), title), cells),
    )


def _figure(row: WageRow, measure: Measure, hourly: bool) -> Figure:
    if measure == "employment":
        return row.employment
    if measure == "pay":
        return row.median("hourly" if hourly else "annual")
    return row.figures[measure]


def _printers(
    measure: Measure, hourly: bool
) -> tuple[Callable[[float], str], Callable[[float], str]]:
    """How a value is printed in a tile (three or four characters) and in full."""
    if measure == "location_quotient":
        return (lambda v: f"{v:.2f}"), (lambda v: f"{v:.2f}")
    if measure == "jobs_per_1000":
        return (lambda v: f"{v:.1f}" if v >= 1 else f"{v:.2f}"), (lambda v: number(v, 2))
    if measure == "employment":
        return _compact, number
    if hourly:
        return (lambda v: f"${v:.0f}"), (lambda v: money(v, hourly=True))
    return (lambda v: f"${v / 1000:.0f}k"), money


def _compact(value: float) -> str:
    if value >= 1_000_000:
        return f"{value / 1_000_000:.1f}m"
    if value >= 10_000:
        return f"{value / 1000:.0f}k"
    return f"{value / 1000:.1f}k" if value >= 1000 else f"{value:.0f}"


def _fifths(values: Sequence[float]) -> tuple[float, ...]:
    """The breaks between fifths of the values; fewer where values repeat."""
    if len(values) < CLASSES:
        return ()
    cuts = (values[len(values) * i // CLASSES] for i in range(1, CLASSES))
    return tuple(dict.fromkeys(cuts))


def _place_sentence(row: WageRow, hourly: bool) -> str:
    employed, share = row.employment, row.figures["location_quotient"]
    pay = row.median("hourly" if hourly else "annual")
    if employed.number is None and pay.number is None and employed.flag == pay.flag:
        return _("{place}: {figures}.", place=row.place, figures=value_words(pay))
    parts = [
        pgettext("of a place", "{n} jobs", n=number(employed.number))
        if employed.number is not None
        else _("number of jobs {why}", why=value_words(employed))
    ]
    if share.number is not None:
        parts.append(_("{times} times the nation’s share", times=number(share.number, 2)))
    median = value_words(pay)
    if hourly and pay.number is not None:
        median = joined((median, UNITS["hourly"]))
    parts.append(pgettext("of a place", "median {pay}", pay=median))
    said = _("{place}: {figures}.", place=row.place, figures=joined(parts, ", "))
    return told(said, employed, share, pay, named=True)
