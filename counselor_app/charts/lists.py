"""Short lists of bars on one scale: what newcomers need, activities, conditions, interests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counselor_app.charts.bars import education_bars
from counselor_app.charts.interests import Hexagon
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import SCALE_ENDS, Rating, interval_95
from counselor_app.domain.figures.wording import NOT_RELEVANT, number, value_words
from counselor_app.domain.occupation.sheet import Requirement, Sheet
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.domain.occupation.ways import schooling_figures, schooling_marks
from counselor_app.language import _, joined, listed, lowered, pgettext

_ROUGH = _("≈ low precision")
_SCALES = {
    "importance 1-5": "IM",
    "context 1-5": "CX",
    "context 1-3": "CT",
}


@dataclass(frozen=True, slots=True)
class BarItem:
    """One bar. ``share`` (0 to 1 of the scale) is None where nothing is published.

    ``text`` is the printed value, ``note`` softer words after it, ``interval`` the ends of the
    95 % interval as shares. ``hatched`` marks low precision, ``strong`` a name in bold.
    """

    name: str
    share: float | None
    text: str
    note: str
    figure: Figure
    interval: tuple[float, float] | None = None
    hatched: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarItems:
    """A list of bars; ``full`` when the empty rest of the scale is drawn, too."""

    items: tuple[BarItem, ...]
    full: bool
    sentence: str


def education_items(requirements: Sequence[Requirement]) -> BarItems:
    """What percent of the people asked say a newcomer needs, most named first."""
    bars = education_bars(requirements)
    items = tuple(
        BarItem(
            row.name,
            None if row.value is None else row.value / 100,
            row.text,
            _ROUGH if row.low_precision else "",
            row.figure,
            (row.interval[0] / 100, row.interval[1] / 100) if row.interval else None,
            row.low_precision,
        )
        for row in bars.rows
    )
    return BarItems(items, full=False, sentence=bars.sentence)


def worker_items(sheet: Sheet) -> BarItems:
    """The schooling of workers aged 25 and over, a bar a level; marked where newcomers enter."""
    marks, found = schooling_marks(sheet), schooling_figures(sheet)
    items = tuple(
        BarItem(
            words, (figure.number or 0) / 100, value_words(figure), marks.get(figure.key, ""),
            figure, strong=figure.key in marks,
        )
        for words, figure in found
    )  # fmt: skip
    values = listed(joined((item.name, item.text)) for item in items)
    sentence = _("Schooling of workers aged 25 and over: {values}.", values=values)
    return BarItems(items, full=False, sentence=sentence)


def needed_items(named: Sequence[tuple[str, Requirement]]) -> BarItems:
    """The most named answer to each question ("Related experience"), as bars in percent."""
    items = tuple(
        replace(education_items((most,)).items[0], name=joined((name, lowered(most.words)), ": "))
        for name, most in named
    )
    words = listed(joined((item.name, item.text)) for item in items)
    sentence = _("Most named: {answers}.", answers=words)
    return BarItems(items, full=False, sentence=sentence)


def rating_items(ratings: Sequence[Rating], what: str) -> BarItems:
    """Ratings from 1 up, each on its own whole scale; ``what`` heads the sentence.

    A scale that ends lower than the others says so. Elements that the release calls not
    relevant are left out.
    """
    known = [r for r in ratings if NOT_RELEVANT not in (r.main.flag or "")]
    most = max((SCALE_ENDS[_SCALES[r.main.unit]][1] for r in known), default=5)
    items = tuple(_rating_item(r, most) for r in known)
    best = listed(joined((item.name, item.text, item.note)) for item in items[:3])
    sentence = (
        _("{elements}: {best}.", elements=what, best=best)
        if items
        else pgettext("chart", "{elements}: none.", elements=what)
    )
    return BarItems(items, full=True, sentence=sentence)


def interest_items(spec: Hexagon) -> BarItems:
    """The six interests, highest first, with their place in the job's code."""
    ordered = sorted(spec.corners, key=lambda c: (-(c.value or 0), spec.corners.index(c)))
    items = tuple(
        BarItem(
            corner.name,
            None if corner.value is None else spec.share(corner.value),
            corner.text,
            _("{nth} in the code", nth=ordinal(spec.code.index(corner.letter) + 1))
            if corner.in_code
            else "",
            corner.figure,
            strong=corner.in_code,
        )
        for corner in ordered
    )
    values = listed(joined((item.name, item.text)) for item in items)
    sentence = _("Interests, highest first: {values}.", values=values)
    return BarItems(items, full=True, sentence=sentence)


def _rating_item(rating: Rating, most: float) -> BarItem:
    figure = rating.main
    low, high = SCALE_ENDS[_SCALES[figure.unit]]
    return BarItem(
        rating.name,
        None if figure.number is None else _share(figure.number, low, high),
        value_words(figure),
        _ROUGH
        if rating.low_precision
        else ""
        if high == most
        else pgettext("after a rating", "of {high}", high=number(high)),
        figure,
        (_share(bounds[0], low, high), _share(bounds[1], low, high))
        if (bounds := interval_95(figure))
        else None,
        rating.low_precision,
    )


def _share(value: float, low: float, high: float) -> float:
    return min(max((value - low) / (high - low), 0.0), 1.0)
