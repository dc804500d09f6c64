"""Wages (OEWS): what a place or an industry pays, and where a wage stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from statistics import NormalDist
from typing import Literal

from counselor_app.domain.figures.provenance import Figure
from counselor_app.language import Said, _, pgettext

PERCENTILES = (10, 25, 50, 75, 90)
Basis = Literal["annual", "hourly"]
IndustryLevel = Literal["sector", "3-digit", "4-digit"]
INDUSTRY_LEVELS: tuple[IndustryLevel, ...] = ("sector", "3-digit", "4-digit")
NATION = "0000000"
NATION_NAME = pgettext("place", "United States")
UNITS: dict[Basis, Said] = {
    "annual": pgettext("unit of pay", "a year"),
    "hourly": pgettext("unit of pay", "an hour"),
}
HOURS_A_YEAR = 2080
BASIS_NOTES = {
    "annual_only": _(
        "Pay by the year only: this work is mostly not full time all year round (a"
        " school pays for a school year), so it is not compared with pay for a full year."
    ),
    "hourly_only": _(
        "Pay by the hour only: this work is mostly not full time all year round, so no"
        " yearly pay is given."
    ),
}
"""What OEWS says of occupations that it publishes by the year or by the hour only (footnote 4)."""
BASIS_SHORT = {
    "annual_only": _("(by the year only)"),
    "hourly_only": _("(by the hour only)"),
}
"""The same behind an amount."""


@dataclass(frozen=True, slots=True)
class WageRow:
    """OEWS wages and employment of one occupation in one area or industry.

    ``figures`` holds every wage key of ``counselor-app show`` (``wage.annual.p10`` ...), and
    ``employment.oews``, ``location_quotient``, ``jobs_per_1000`` where they apply.
    ``place`` is the area's or industry's name, ``place_code`` its OEWS code.
    """

    place: str
    place_code: str
    kind: str
    figures: Mapping[str, Figure]
    pay_basis: str | None

    def percentile(self, p: int, basis: Basis) -> Figure:
        """The wage at percentile ``p`` (10, 25, 50, 75 or 90), a year or an hour."""
        return self.figures[f"wage.{basis}.p{p}"]

    def median(self, basis: Basis = "annual") -> Figure:
        """The median wage, a year or an hour."""
        return self.percentile(50, basis)

    @property
    def full_year(self) -> bool:
        """Yearly pay is that of full-time work all year round: it can be compared."""
        return self.pay_basis is None

    @property
    def employment(self) -> Figure:
        """Employees, OEWS (the self-employed are not counted)."""
        return self.figures["employment.oews"]


@dataclass(frozen=True, slots=True)
class WagePlace:
    """Where a wage stands: a percentile, an interval on a plateau, or words outside the knots."""

    percentile: float | None
    between: tuple[int, int] | None
    words: str


def ordinal(number: int) -> Said:
    """1 -> "1st", 12 -> "12th", 63 -> "63rd"."""
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    if last == 1:
        return pgettext("ordinal", "{n}st", n=number)
    if last == 2:
        return pgettext("ordinal", "{n}nd", n=number)
    if last == 3:
        return pgettext("ordinal", "{n}rd", n=number)
    return pgettext("ordinal", "{n}th", n=number)


def percentile_of(wage: float, knots: Mapping[int, float | None]) -> WagePlace:
    """Where ``wage`` stands between published percentiles (METHODS 4, convention).

    Between knots the normal score is linear in the log of the wage: exact at the knots,
    monotone. Outside the published knots the answer is words, never a number; on a plateau
    of equal knots it is the interval.
    """
    known = [(p, w) for p in PERCENTILES if (w := knots.get(p)) is not None]
    if not known:
        return WagePlace(None, None, _("no percentiles are published"))
    if wage < known[0][1]:
        return WagePlace(None, None, _("below the {percentile}", percentile=ordinal(known[0][0])))
    if wage > known[-1][1]:
        return WagePlace(None, None, _("above the {percentile}", percentile=ordinal(known[-1][0])))
    same = [p for p, w in known if w == wage]
    if len(same) > 1:
        ends = ordinal(same[0]), ordinal(same[-1])
        words = _("between the {first} and the {last}", first=ends[0], last=ends[1])
        return WagePlace(None, (same[0], same[-1]), words)
    if same:
        return WagePlace(float(same[0]), None, ordinal(same[0]))
    normal = NormalDist()
    upper = next(i for i, (_, w) in enumerate(known) if w > wage)
    (p1, w1), (p2, w2) = known[upper - 1], known[upper]
    share = log(wage / w1) / log(w2 / w1)
    z1, z2 = normal.inv_cdf(p1 / 100), normal.inv_cdf(p2 / 100)
    percentile = 100 * normal.cdf(z1 + share * (z2 - z1))
    return WagePlace(percentile, None, ordinal(round(percentile)))


def standing(wage: float, row: WageRow, basis: Basis) -> WagePlace:
    """Where a wage stands among what ``row`` publishes, a year or an hour."""
    return percentile_of(wage, {p: row.percentile(p, basis).number for p in PERCENTILES})
