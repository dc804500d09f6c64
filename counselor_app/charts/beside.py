"""What is drawn of two to four occupations beside one another: each row on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.pay_words import pay_basis
from counselor_app.domain.occupation.preparation import EDUCATION_SHORT
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.language import Said, _, capitalised, pgettext

SKILLS = 4
"""As many of the skills that matter most are drawn of each."""
_PERCENTILES = (10, 25, 50, 75, 90)


class Band(NamedTuple):
    """Pay at the 10th, 25th, 50th, 75th and 90th percentile as shares of the row's scale, and the
    first, the middle and the last as printed; a share is None where it is not published.
    """

    shares: tuple[float | None, ...]
    words: tuple[str, str, str]


class Change(NamedTuple):
    """Where the scale's zero is, where the change reaches and that of all jobs, as shares."""

    zero: float
    end: float
    everyone: float | None


class Level(NamedTuple):
    """A bar from 0: its share of the row's scale, its name and value as printed."""

    share: float
    name: str
    text: str


class Steps(NamedTuple):
    """Boxes of preparation filled of five, the figure they are, and the schooling in short."""

    filled: int
    figure: Figure
    text: str


Drawn = Band | Change | Steps | tuple[Level, ...] | None

HINTS: Mapping[str, Said] = {
    "pay.here": _("Mark: half earn more. Ends: the lowest and the highest tenth."),
    "pay.nation": _("Mark: half earn more. Ends: the lowest and the highest tenth."),
    "outlook": _("Line: all jobs together"),
    "openings": _("In the whole country"),
    "preparation": _("Boxes: preparation, 1 to 5"),
    "skills": _("Importance, 1 to 5"),
}


def beside(sheets: Sequence[Sheet], *, numbers: bool = True) -> dict[str, tuple[Drawn, ...]]:
    """By the row of a comparison what is drawn of each occupation, None where nothing can be.

    Without ``numbers`` skills go by everyday names, their bars unnumbered.
    """
    places = [sheet.places[0] for sheet in sheets if sheet.places]
    found: dict[str, tuple[Drawn, ...]] = {
        "pay.nation": _bands([sheet.nation for sheet in sheets]),
        "outlook": _changes(sheets),
        "openings": _openings(sheets),
        "preparation": tuple(map(_steps, sheets)),
        "skills": tuple(_skills(sheet, numbers=numbers) for sheet in sheets),
    }
    if len(places) == len(sheets):
        found["pay.here"] = _bands(places)
    return found


def _bands(rows: Sequence[WageRow]) -> tuple[Drawn, ...]:
    """Pay by the year; what is published by the hour or for a part of the year is not drawn."""
    fine = [row if row.full_year and pay_basis(row, "annual") == "annual" else None for row in rows]
    values = [[row.percentile(p, "annual") for p in _PERCENTILES] if row else [] for row in fine]
    most = max((f.number or 0.0 for figures in values for f in figures), default=0.0)
    return tuple(
        Band(
            tuple(None if f.number is None else f.number / most for f in figures),
            (value_words(figures[0]), value_words(figures[2]), value_words(figures[4])),
        )
        if figures and most and figures[2].number is not None
        else None
        for figures in values
    )


def _changes(sheets: Sequence[Sheet]) -> tuple[Drawn, ...]:
    everyone = sheets[0].outlook.all_jobs_change_pct.number
    known = [sheet.outlook.change_pct.number for sheet in sheets]
    ends = [0.0, *(n for n in (*known, everyone) if n is not None)]
    low, wide = min(ends), max(ends) - min(ends)
    if not wide:
        return (None,) * len(sheets)
    mark = None if everyone is None else (everyone - low) / wide
    return tuple(None if n is None else Change(-low / wide, (n - low) / wide, mark) for n in known)


def _openings(sheets: Sequence[Sheet]) -> tuple[Drawn, ...]:
    figures = [sheet.outlook.openings for sheet in sheets]
    most = max((f.number or 0.0 for f in figures), default=0.0)
    name = pgettext("bar", "Openings a year")
    return tuple(
        (Level(f.number / most, name, value_words(f)),) if most and f.number is not None else None
        for f in figures
    )


def _steps(sheet: Sheet) -> Drawn:
    zone, education = sheet.figures["job_zone"], sheet.outlook.education.value
    if zone.number is None:
        return None
    short = EDUCATION_SHORT.get(education, education) if isinstance(education, str) else ""
    return Steps(int(zone.number), zone, short)


def _skills(sheet: Sheet, *, numbers: bool) -> Drawn:
    rated = [one for one in sheet.ratings.get("skill", ()) if not one.low_precision]
    return tuple(
        Level(
            ((one.main.number or 1) - 1) / 4,
            one.name if numbers else capitalised(phrase(one.name)),
            f"{one.main.number:.2f}" if numbers else "",
        )
        for one in rated[:SKILLS]
        if one.main.number is not None
    ) or None  # fmt: skip
