"""Cost of living: what a wage buys where it is earned (BEA regional price parities)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import CAPPED, money, percent, told, value_words, whose
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.wages import WageRow

OLDEST = 3
"""A parity may be this many years older than the wage, and none newer (METHODS 4)."""

NO_PARITY = "no price level is known for this place"
ALIKE = 0.0005
"""Prices within this share of the nation's count as the nation's: 0.0 % when printed."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class PriceParities:
    """Price levels of one year, nation = 100: places are compared within one year only.

    ``year`` is None, and every place without a parity, where no year is near enough to the
    wage's; ``missing`` then says so. ``by_area`` is keyed by OEWS area code.
    """

    year: int | None
    source: Source
    by_area: Mapping[str, Figure]
    missing: str

    def of(self, row: WageRow) -> Figure:
        """The price level where ``row`` is; without a value its flag says why."""
        found = self.by_area.get(row.place_code)
        if found is not None:
            return found
        flag = self.missing
        if row.kind == "industry":
            flag = "an industry has no price level of its own"
        vintage = "" if self.year is None else str(self.year)
        return Figure(
            "price_parity", None, "nation = 100", self.source, vintage, flag=flag, area=row.place
        )


def parity_source(parity: Figure) -> str:
    """ "BEA regional price parities 2023"; the year of the prices too where it is another."""
    label = parity.source.label
    return label if parity.vintage in label else f"{label}, prices of {parity.vintage}"


def release_year(source: Source) -> int | None:
    """The year of a release: 2025 of "May 2025"; None where it names none."""
    found = _YEAR.search(source.release)
    return int(found[0]) if found else None


def parity_year(years: Iterable[int], wage_year: int) -> int | None:
    """The newest year at or before the wage's and at most three years older (METHODS 4)."""
    return max((y for y in years if wage_year - OLDEST <= y <= wage_year), default=None)


def real_wage(nominal: float, parity: float) -> float:
    """nominal / (parity / 100): the wage at the nation's average prices (METHODS 4)."""
    return nominal / (parity / 100)


def real_figure(wage: Figure, parity: Figure) -> Figure:
    """``wage`` at the nation's average prices; keyed "wage.real. ..." after the wage's key.

    Whole dollars a year, cents an hour. Without a value the flag says which part is missing.
    """
    key = wage.key.replace("wage.", "wage.real.", 1)
    if wage.number is None:
        return replace(wage, key=key, low=None, se=None)
    if parity.number is None:
        return replace(wage, key=key, value=None, low=None, se=None, flag=parity.flag)
    real = real_wage(wage.number, parity.number)
    value = round(real, 2) if wage.unit == "dollars an hour" else round(real)
    about = (
        f"{value_words(wage)} at the nation's average prices: {parity_source(parity)}, where the"
        f" nation is 100 and {in_place(wage.area)} is {parity.number:.1f}."
    )
    if wage.group:
        about = f"{about} Published for {whose(wage)}."
    return replace(wage, key=key, value=value, low=None, se=None, about=about)


def real_sentence(row: WageRow, wage: Figure, parity: Figure) -> str:
    """ "$40,420 in Texas buys what $41,600 buys on average", with source and year, or why not.

    What it buys is rounded to $100 a year, 10 cents an hour: parities are estimates.
    """
    place = in_place(row.place)
    if wage.number is None and wage.flag == CAPPED:
        return f"Prices in {place}: the median pay is {value_words(wage)}, no number to compare."
    if wage.number is None:
        return f"Prices in {place}: no pay to compare, {value_words(wage)}."
    if parity.number is None:
        return f"Prices in {place}: {parity.flag}."
    source = parity_source(parity)
    if abs(parity.number / 100 - 1) < ALIKE:
        said = f"Pay in {place} needs no adjusting: prices are the average ({source})."
        return told(said, wage)
    hourly = wage.unit == "dollars an hour"
    real = real_wage(wage.number, parity.number)
    buys = money(round(real, 1) if hourly else round(real, -2), hourly=hourly)
    unit = " an hour" if hourly else ""
    above = parity.number > 100
    apart = percent(abs(parity.number - 100))
    return told(
        f"{value_words(wage)}{unit} in {place} buys what {buys} buys on average in the nation:"
        f" prices there are {apart} {'above' if above else 'below'} average ({source}).",
        wage,
    )
