"""OEWS rows as figures: wages, employment, concentration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from counselor_app.domain.figures.provenance import Figure, Source, Unit
from counselor_app.domain.figures.wording import CAPPED, NOT_IN_PACK, NOT_PUBLISHED
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.pay_words import NOT_RELEASED
from counselor_app.domain.occupation.sheet import IndustryShare
from counselor_app.domain.occupation.wages import (
    BASIS_NOTES,
    NATION,
    NATION_NAME,
    IndustryLevel,
    WageRow,
)
from counselor_app.errors import UserError
from counselor_app.language import _, joined, pgettext, published
from counselor_app.store.reference import Pack

ALL_OCCUPATIONS = "00-0000"
INDUSTRY_CODE_LENGTH = 6
NO_AREA_ROW = _("not published for this area")
NO_INDUSTRY_ROW = _("not published for this industry")
NO_OEWS = _("not published for this occupation")

_NOT_OF_THE_NATION = _("not published for the nation as a whole")
_NOT_BY_INDUSTRY = _("not published by industry")
_NO_TOTAL = _("employment in the nation not released")

WAGES = (
    "h_mean", "a_mean", "h_p10", "h_p25", "h_p50", "h_p75", "h_p90",
    "a_p10", "a_p25", "a_p50", "a_p75", "a_p90",
)  # fmt: skip
_MEDIANS = ("h_p50", "a_p50")
_COLUMNS = ("employment", "emp_rse", "mean_rse", *WAGES, "pay_basis", "marks", "source_id")
_SELECT = ", ".join(f"w.{name}" for name in _COLUMNS)
_KEYS = {
    column: f"wage.{'hourly' if column[0] == 'h' else 'annual'}.{column[2:]}" for column in WAGES
}

# What overlaps other industries of the same level: all of government beside the sectors of
# schools, hospitals and the post; schools and hospitals by owner beside their kinds.
OVERLAPPING = (
    "999101", "999201", "999301", "611002", "611003", "611005", "622002", "622003", "622005",
)  # fmt: skip


def marks_of(text: str | None) -> dict[str, str]:
    """Column -> mark, from the pack's "a_p90=#;employment=**"."""
    return dict(pair.split("=", 1) for pair in text.split(";")) if text else {}


def wage_flag(column: str, mark: str | None, pay_basis: str | None) -> str:
    """Why the wage in ``column`` ("a_p50") is missing, in words."""
    if mark == "#":
        return CAPPED
    if mark:
        return _("wage not released")
    if pay_basis == "annual_only" and column[0] == "h":
        return _("published by the year only")
    if pay_basis == "hourly_only" and column[0] == "a":
        return _("published by the hour only")
    return NOT_PUBLISHED


def _row_figures(
    pack: Pack, values: Sequence[object], occupation: Occupation, area: str, wages: Sequence[str]
) -> tuple[dict[str, Figure], str | None]:
    row = dict(zip(_COLUMNS, values, strict=True))
    about, group = about_wage(occupation), occupation.wage_group
    source_id = row["source_id"]
    assert isinstance(source_id, int)
    source = pack.sources[source_id]
    pay_basis = row["pay_basis"]
    assert pay_basis is None or isinstance(pay_basis, str)
    marks = marks_of(str(row["marks"]) if row["marks"] else None)
    figures: dict[str, Figure] = {}
    note = BASIS_NOTES.get(pay_basis or "")
    pay_about = joined((about, note)) if note else about
    for column in wages:
        value = row[column]
        unit: Unit = "dollars an hour" if column[0] == "h" else "dollars a year"
        flag, low, se = None, None, None
        if value is None:
            flag = wage_flag(column, marks.get(column), pay_basis)
            if flag == CAPPED:
                low = stated_cap(pack, column, row)
        assert value is None or isinstance(value, (int, float))
        if column.endswith("mean") and value is not None and isinstance(row["mean_rse"], float):
            se = value * row["mean_rse"] / 100
        key = _KEYS[column]
        figures[key] = Figure(
            key, value, unit, source, source.release, se=se, low=low, flag=flag,
            about=pay_about, area=area, group=group,
        )  # fmt: skip
    employment, rse = row["employment"], row["emp_rse"]
    assert employment is None or isinstance(employment, int)
    figures["employment.oews"] = Figure(
        "employment.oews", employment, "persons", source, source.release,
        se=employment * rse / 100 if employment is not None and isinstance(rse, float) else None,
        flag=None if employment is not None else _("employment not released"),
        about=about, area=area, group=group,
    )  # fmt: skip
    return figures, pay_basis


def stated_cap(pack: Pack, column: str, row: Mapping[str, object]) -> float | None:
    """The cap the release states, unless this row itself shows wages above it."""
    stated = pack.meta.get("oews_cap_hourly" if column[0] == "h" else "oews_cap_annual")
    if not stated:
        return None
    cap = float(stated)
    shown = [
        value
        for name in WAGES
        if name[0] == column[0] and isinstance(value := row[name], (int, float))
    ]
    return cap if max(shown, default=0) <= cap else None


def _missing(source: Source, flag: str, area: str) -> dict[str, Figure]:
    keys: dict[str, Unit] = {
        key: "dollars an hour" if column[0] == "h" else "dollars a year"
        for column, key in _KEYS.items()
    }
    keys["employment.oews"] = "persons"
    keys["jobs_per_1000"] = "jobs per 1,000"
    keys["location_quotient"] = "ratio to the nation"
    return {
        key: Figure(key, None, unit, source, source.release, flag=flag, area=area)
        for key, unit in keys.items()
    }


@lru_cache(16)
def about_wage(occupation: Occupation) -> str:
    """What a wage of this occupation covers, and with which others it is shared."""
    words = [_("Employees only; the self-employed are not counted.")]
    group = joined((occupation.oews_title, f"({occupation.oews_code})"))
    if occupation.oews_match != "exact":
        words.append(
            _(
                "Published only for {occupation}, several occupations taken together.",
                occupation=group,
            )
        )
    if occupation.shares:
        n = len(occupation.shares) + 1
        words.append(
            _(
                "{n} O*NET occupations share this figure, published for {occupation}.",
                n=n, occupation=group,
            )
            if occupation.oews_match == "exact"
            else _("{n} O*NET occupations share this figure.", n=n)
        )  # fmt: skip
    return joined(words)


def wage_rows(pack: Pack, occupation: Occupation, places: Sequence[str]) -> tuple[WageRow, ...]:
    """One row a place, in the order asked for: any mix of nation, areas and industries.

    An area has a seven-digit OEWS code, an industry (of the nation) one of six characters.

    Raises:
        UserError: when a code is unknown.
    """
    return tuple(
        _industry_row(pack, occupation, place)
        if len(place) == INDUSTRY_CODE_LENGTH
        else _area_row(pack, occupation, place)
        for place in places
    )


def _area_row(pack: Pack, occupation: Occupation, area: str) -> WageRow:
    found = pack.connection.execute(
        "SELECT name, kind FROM area WHERE code = ?", (area,)
    ).fetchone()
    if found is None:
        if area != NATION:
            raise UserError(
                _(
                    "{typed} is not an area code of this pack; expected a seven-digit OEWS code,"
                    " such as 4800000 for Texas.",
                    typed=repr(area),
                )
            )
        found = (NATION_NAME, "national")
    name, kind = (NATION_NAME, found[1]) if area == NATION else found
    row = pack.connection.execute(
        f"SELECT {_SELECT}, w.jobs_per_1000, w.location_quotient FROM wage w"
        " WHERE w.occ = ? AND w.area = ?",
        (occupation.oews_code, area),
    ).fetchone()
    if row is None:
        return _missing_row(pack, occupation, WageRow(name, area, kind, {}, None), NO_AREA_ROW)
    return _as_row(pack, name, area, kind, row, occupation)


def _industry_row(pack: Pack, occupation: Occupation, industry: str) -> WageRow:
    found = pack.connection.execute(
        "SELECT name FROM industry WHERE code = ?", (industry,)
    ).fetchone()
    if found is None:
        raise UserError(
            _(
                "{typed} is not an industry code of this pack; expected one of six characters,"
                " such as 622100 or 62--63. List them with: counselor-app industries CODE",
                typed=repr(industry),
            )
        )
    row = pack.connection.execute(
        f"SELECT {_SELECT}, NULL, NULL FROM industry_wage w WHERE w.occ = ? AND w.industry = ?",
        (occupation.oews_code, industry),
    ).fetchone()
    name = published("industry", found[0])
    if row is None:
        empty = WageRow(name, industry, "industry", {}, None)
        return _missing_row(pack, occupation, empty, NO_INDUSTRY_ROW)
    return _as_row(pack, name, industry, "industry", row, occupation)


def _missing_row(pack: Pack, occupation: Occupation, empty: WageRow, flag: str) -> WageRow:
    oews = pack.kind("oews")
    why = NOT_IN_PACK if not oews.key else flag if occupation.oews_code else NO_OEWS
    return replace(empty, figures=_missing(oews, why, empty.place))


def _as_row(
    pack: Pack,
    name: str,
    area: str,
    kind: str,
    row: Sequence[object],
    occupation: Occupation,
    wages: Sequence[str] = WAGES,
) -> WageRow:
    """A selected row with jobs per 1,000 and location quotient as its last two columns."""
    figures, basis = _row_figures(pack, row[:-2], occupation, name, wages)
    employed = figures["employment.oews"]
    source = employed.source
    pairs: tuple[tuple[str, Unit, object], ...] = (
        ("jobs_per_1000", "jobs per 1,000", row[-2]),
        ("location_quotient", "ratio to the nation", row[-1]),
    )
    for key, unit, value in pairs:
        assert value is None or isinstance(value, (int, float))
        if area == NATION:
            flag: str | None = _NOT_OF_THE_NATION
        elif kind == "industry":
            flag = _NOT_BY_INDUSTRY
        else:
            flag = None if value is not None else NOT_RELEASED
        figures[key] = Figure(
            key, value, unit, source, source.release, flag=flag, about=employed.about, area=name,
            group=employed.group,
        )  # fmt: skip
    return WageRow(name, area, kind, figures, basis)


def all_occupations(pack: Pack, area: str = NATION) -> WageRow:
    """The row of all occupations together in an area, the nation's without one."""
    title = pgettext("row", "All occupations")
    whole = Occupation(
        ALL_OCCUPATIONS, title, ALL_OCCUPATIONS, title, "", ALL_OCCUPATIONS, title, "exact",
        ALL_OCCUPATIONS, title, "exact",
    )  # fmt: skip
    return _area_row(pack, whole, area)


def states(pack: Pack, occupation: Occupation) -> tuple[WageRow, ...]:
    """Every state and territory that OEWS covers, by name; missing rows say so.

    Of the wages, the medians only: a map needs no more, and 54 rows are read at each opening.
    """
    if occupation.oews_code is None:
        return ()
    paid = paid_in_areas(
        pack, occupation, (*_COLUMNS, "jobs_per_1000", "location_quotient"), "a.kind = 'state'"
    )
    areas = pack.connection.execute(
        "SELECT name, code, kind FROM area WHERE kind = 'state' ORDER BY name"
    )
    oews = pack.kind("oews")
    return tuple(
        _as_row(pack, name, code, kind, paid[code], occupation, _MEDIANS)
        if code in paid
        else WageRow(name, code, kind, _missing(oews, NO_AREA_ROW, name), None)
        for name, code, kind in areas
    )


def paid_in_areas(
    pack: Pack, occupation: Occupation, columns: Iterable[str], where: str, *values: str | None
) -> dict[str, tuple[Any, ...]]:
    """These columns of an occupation's wages by area, of areas ``a`` of which ``where`` is true."""
    rows = pack.connection.execute(
        f"SELECT w.area, {', '.join(f'w.{name}' for name in columns)} FROM area a"
        f" CROSS JOIN wage w ON w.area = a.code WHERE ({where}) AND w.occ = ?",
        (*values, occupation.oews_code),
    )
    return {area: tuple(found) for area, *found in rows}


def industry_shares(
    pack: Pack, occupation: Occupation, nation: WageRow, level: IndustryLevel = "sector"
) -> tuple[tuple[IndustryShare, ...], float | None]:
    """Industries of one level by employment, most first, and the percent in none of them.

    Levels are never mixed, and what overlaps others of its level is left out, or the shares
    would pass 100 percent. The second value is None where nothing is published by industry.
    """
    marks = ", ".join("?" for _ in OVERLAPPING)
    rows = pack.connection.execute(
        f"SELECT i.name, i.code, {_SELECT} FROM industry_wage w JOIN industry i"
        f" ON i.code = w.industry WHERE w.occ = ? AND i.level = ?"
        f" AND i.code NOT IN ({marks}) ORDER BY w.employment DESC, i.name",
        (occupation.oews_code, level, *OVERLAPPING),
    ).fetchall()
    total = nation.employment.number
    shares = []
    for title, code, *values in rows:
        name = published("industry", title)
        figures, basis = _row_figures(pack, values, occupation, name, _MEDIANS)
        employment = figures["employment.oews"]
        share = None
        if employment.number is not None and total:
            share = 100 * employment.number / total
        flag = employment.flag or (None if total else _NO_TOTAL)
        figure = replace(employment, key="share", value=share, unit="percent", se=None, flag=flag)
        shares.append(IndustryShare(WageRow(name, code, "industry", figures, basis), figure))
    known = sum(s.share.number or 0 for s in shares)
    return tuple(shares), max(0.0, round(100 - known, 1)) if shares and total else None
