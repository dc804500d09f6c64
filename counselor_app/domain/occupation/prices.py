"""Cost of living: what a wage buys where it is earned (BEA regional price parities)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import (
    CAPPED,
    money,
    number,
    percent,
    told,
    value_words,
    whose,
)
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.wages import UNITS, WageRow
from counselor_app.language import _, joined

OLDEST = 3
"""A parity may be this many years older than the wage, and none newer (METHODS 4)."""

NO_PARITY = _("no price level is known for this place")
NO_INDUSTRY_PARITY = _("an industry has no price level of its own")
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
            flag = NO_INDUSTRY_PARITY
        vintage = "" if self.year is None else str(self.year)
        return Figure(
            "price_parity", None, "nation = 100", self.source, vintage, flag=flag, area=row.place
        )


def parity_source(parity: Figure) -> str:
    """ "BEA regional price parities 2023"; the year of the prices too where it is another."""
    label = parity.source.label
    if parity.vintage in label:
        return label
    return _("{source}, prices of {year}", source=label, year=parity.vintage)


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
    about: str = _(
        "{pay} at the nation's average prices: {source}, where the nation is 100 and {place} is"
        " {parity}.",
        pay=value_words(wage), source=parity_source(parity), place=in_place(wage.area),
        parity=number(parity.number, 1),
    )  # fmt: skip
    if wage.group:
        about = joined((about, _("Published for {group}.", group=whose(wage))))
    return replace(wage, key=key, value=value, low=None, se=None, about=about)


def real_sentence(row: WageRow, wage: Figure, parity: Figure) -> str:
    """ "$40,420 in Texas buys what $41,600 buys on average", with source and year, or why not.

    What it buys is rounded to $100 a year, 10 cents an hour: parities are estimates.
    """
    place = in_place(row.place)
    if wage.number is None and wage.flag == CAPPED:
        return _(
            "Prices in {place}: the median pay is {pay}, no number to compare.",
            place=place, pay=value_words(wage),
        )  # fmt: skip
    if wage.number is None:
        return _("Prices in {place}: no pay to compare, {why}.", place=place, why=value_words(wage))
    if parity.number is None:
        return _("Prices in {place}: {why}.", place=place, why=parity.flag or "")
    source = parity_source(parity)
    if abs(parity.number / 100 - 1) < ALIKE:
        said = _(
            "Pay in {place} needs no adjusting: prices are the average ({source}).",
            place=place, source=source,
        )  # fmt: skip
        return told(said, wage)
    hourly = wage.unit == "dollars an hour"
    real = real_wage(wage.number, parity.number)
    buys = money(round(real, 1) if hourly else round(real, -2), hourly=hourly)
    pay = value_words(wage)
    if hourly:
        pay = joined((pay, UNITS["hourly"]))
    places = {
        "pay": pay, "place": place, "buys": buys, "source": source,
        "apart": percent(abs(parity.number - 100)),
    }  # fmt: skip
    if parity.number > 100:
        said = _(
            "{pay} in {place} buys what {buys} buys on average in the nation: prices there are"
            " {apart} above average ({source}).",
            **places,
        )
    else:
        said = _(
            "{pay} in {place} buys what {buys} buys on average in the nation: prices there are"
            " {apart} below average ({source}).",
            **places,
        )
    return told(said, wage)
