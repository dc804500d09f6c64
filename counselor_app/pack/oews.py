"""Wages and employment: the agency's spreadsheets, and the same tables under plain names."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from counselor_app.language import Said, _, pgettext
from counselor_app.pack.account import Account
from counselor_app.pack.crosswalks import NO_SOC
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.places import NATION, area_code, area_row, industry_code, industry_name
from counselor_app.pack.tables import WORKBOOKS, Column, Table, plain, read_sheets, read_table
from counselor_app.pack.values import (
    some_text,
    text,
    true,
    wage_value,
    whole_wage_value,
)

ALL_OCCUPATIONS = "00-0000"

LEVELS = {
    "ownership": "ownership",
    "cross-industry, ownership": "ownership",
    "sector": "sector",
    "3-digit": "3-digit",
    "4-digit": "4-digit",
    "5-digit": "5/6-digit",
    "6-digit": "5/6-digit",
    "5/6-digit": "5/6-digit",
}

_WHOLE = "1235"
_OWNERS = {"57": "53", "58": "523", "59": "51"}
"""Owners behind the agency's codes for mixed ones: 1 federal, 2 state, 3 local, 5 private."""

BY_OWNER = _("one ownership of an industry; the industry as a whole is used")
NO_WHOLE = _(
    "an industry by ownership, and no given file has it as a whole; give that one too"
    " (without 'owner' in its name)"
)
PLACE_BY_OWNER = _("a place by ownership; all ownerships together are used")
LEVEL_TWICE = _("an industry that is given at a broader level too; that one is used")
SAID = frozenset({BY_OWNER, NO_WHOLE, PLACE_BY_OWNER, LEVEL_TWICE})
"""Why rows with pay are left out, where whoever brings a release may ask where they are."""

_DISPLAY_LEVELS = {"0": "total", "1": "ownership", "2": "sector", "3": "3-digit",
                   "4": "4-digit", "5": "5/6-digit"}  # fmt: skip
_CAP = re.compile(r"\$([\d,.]*\d) per hour or \$([\d,]*\d) per year")

_NAMES = (
    "employment", "emp_rse", "h_mean", "a_mean", "mean_rse", "h_p10", "h_p25", "h_p50", "h_p75",
    "h_p90", "a_p10", "a_p25", "a_p50", "a_p75", "a_p90", "jobs_per_1000", "location_quotient",
)  # fmt: skip
_AGENCY_NAMES = {
    "employment": "TOT_EMP", "emp_rse": "EMP_PRSE", "mean_rse": "MEAN_PRSE", "h_p10": "H_PCT10",
    "h_p25": "H_PCT25", "h_p50": "H_MEDIAN", "h_p75": "H_PCT75", "h_p90": "H_PCT90",
    "a_p10": "A_PCT10", "a_p25": "A_PCT25", "a_p50": "A_MEDIAN", "a_p75": "A_PCT75",
    "a_p90": "A_PCT90", "jobs_per_1000": "JOBS_1000", "location_quotient": "LOC_QUOTIENT",
}  # fmt: skip
_PLACES_ONLY = ("jobs_per_1000", "location_quotient")


def _figure(name: str) -> Column:
    names = (_AGENCY_NAMES.get(name, name.upper()), name)
    if name == "employment" or name.startswith("a_"):
        return Column(names, whole_wage_value, plain=r"\d+")
    return Column(names, wage_value, name in _PLACES_ONLY, r"\d+(?:\.\d+)?")


_FIGURES = tuple(map(_figure, _NAMES))


def _area(cell: object) -> str:
    """The area's seven-digit code; a table without areas is of the nation."""
    published = text(cell)
    return area_code(published) if published else NATION


_GROUP = Column(("O_GROUP", "OCC_GROUP", "occ_level"), some_text)
_COLUMNS = (
    Column(("OCC_CODE",), some_text),
    Column(("OCC_TITLE",), text, optional=True),
    Column(("AREA", "area_code"), _area, optional=True),
    Column(("AREA_TITLE", "AREA_NAME"), text, optional=True),
    Column(("NAICS", "industry_code"), text, optional=True),
    Column(("NAICS_TITLE", "industry_name"), text, optional=True),
    Column(("I_GROUP", "industry_level"), text, optional=True),
    Column(("OWN_CODE",), text, optional=True),
    Column(("pay_basis",), text, optional=True),
    Column(("ANNUAL",), true, optional=True),
    Column(("HOURLY",), true, optional=True),
)


@dataclass(frozen=True, slots=True)
class Slice:
    """The rows of one file on one industry, at one level and of one ownership."""

    industry: str
    level: str
    owner: str
    name: str
    parted: bool
    """The file is of single ownerships, so this one need not be the whole industry."""
    account: Account
    rows: list[tuple[Any, ...]]


@dataclass(slots=True)
class Wages:
    """What the files of one release add up to, besides the wage rows themselves."""

    areas: dict[str, str] = field(default_factory=dict)
    industries: dict[str, tuple[str, str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    cap: tuple[str, str] | None = None
    """The published cap, (hourly, annual), when the files state it."""
    slices: list[Slice] = field(default_factory=list)
    """Rows by industry of all files: which of them are used shows when all are read."""

    def area_rows(self) -> list[tuple[str, str, str, str, str]]:
        """The pack's area rows, by code."""
        return [area_row(code, self.areas[code]) for code in sorted(self.areas)]


@cache
def _by_industry(level: str) -> Said:
    named = level or pgettext("level", "no level given")
    return _("by industry: {level}, not used", level=named)


@cache
def _group(level: str) -> Said:
    return _("{level} group of occupations", level=level)


def read_areas(table: Table, account: Account, wages: Wages) -> None:
    """Area names by code."""
    for _row, code, name in table.records(
        Column(("area_code", "AREA"), _area), Column(("area_name", "AREA_TITLE"), some_text)
    ):
        wages.areas[code] = name
    account.fills("area", len(wages.areas))


def read_industries(table: Table, account: Account, wages: Wages) -> None:
    """Industry names and levels by code."""
    for _row, code, name, level in table.records(
        Column(("industry_code", "NAICS"), some_text),
        Column(("industry_name", "NAICS_TITLE"), some_text),
        Column(("display_level",), text),
    ):
        if _DISPLAY_LEVELS.get(level) == "total":
            account.leave(_("the national total over all industries is in the national table"))
        elif level not in _DISPLAY_LEVELS:
            account.leave(_("level {level} is not used", level=level))
        else:
            wages.industries[code] = (industry_name(name), _DISPLAY_LEVELS[level])
    account.fills("industry", len(wages.industries))


def read_titles(table: Table, account: Account, wages: Wages) -> None:
    """Titles of published occupations by code."""
    kept = 0
    for _row, code, title, level in table.records(
        Column(("occ_code",), some_text),
        Column(("occ_title",), some_text),
        Column(("occ_level", "O_GROUP"), text),
    ):
        if level in ("detailed", "total"):
            wages.titles[code] = title
            kept += 1
        else:
            account.leave(_group(level))
    account.fills("published", kept)


def read_footnotes(table: Table, account: Account, wages: Wages) -> None:
    """The cap that the mark # stands for."""
    for _row, note in table.records(Column(("footnote_text",), text)):
        found = _CAP.search(note)
        if found:
            wages.cap = (found[1].replace(",", ""), found[2].replace(",", ""))
            account.fills("meta", 1)
        else:
            account.leave(_("explanation without a figure"))


def read_cap(file: ReleaseFile) -> tuple[str, str] | None:
    """The cap as a workbook's own sheet of field descriptions states it."""
    if file.kind not in WORKBOOKS:
        return None
    for _row, batches in read_sheets(file, start=1):
        for row in (row for _row, cells in batches for row in cells):
            found = next((m for cell in row if (m := _CAP.search(str(cell)))), None)
            if found:
                return found[1].replace(",", ""), found[2].replace(",", "")
    return None


def read_wages(
    file: ReleaseFile, account: Account, wages: Wages, known: Container[str]
) -> list[tuple[Any, ...]]:
    """Rows for ``wage``, ``source_id`` left out; those by industry are added to ``wages``.

    A row's key is its area, industry, ownership, level and occupation. ``known`` are the codes
    that the crosswalk says OEWS publishes.
    """

    def wanted(group: str) -> bool:
        if group in ("detailed", "total"):
            return True
        account.leave(_group(group))
        return False

    table = read_table(file).only(_GROUP, wanted)
    parted = "owner" in plain(file.stem)
    local: list[tuple[Any, ...]] = []
    found: dict[tuple[str, str, str], Slice] = {}
    first: dict[tuple[str, ...], int] = {}
    for (
        row, occ, title, place, area_title, naics, naics_title, group, owner, pay_basis, annual,
        hourly, values,
    ) in table.records(*_COLUMNS, figures=_FIGURES):  # fmt: skip
        if occ not in known and occ != ALL_OCCUPATIONS:
            account.refuse(row, NO_SOC, occ)
            continue
        if not pay_basis:
            pay_basis = "annual_only" if annual else "hourly_only" if hourly else None
        owner = owner or _WHOLE
        cross = naics in ("", "000000") or group == "cross-industry"
        if not cross and (place != NATION or group not in LEVELS):
            account.leave(_by_industry(group))
            continue
        if cross and owner != _WHOLE:
            account.leave(PLACE_BY_OWNER)
            continue
        if title:
            wages.titles.setdefault(occ, title)
        marks, values = _marks(values) if str in map(type, values) else (None, values)
        key: tuple[str, ...] = (occ, place)
        if cross:
            if area_title:
                wages.areas.setdefault(place, area_title)
            local.append((occ, place, *values, pay_basis, marks))
        else:
            industry = industry_code(naics, group)
            key = (occ, industry, LEVELS[group], owner)
            part = found.get(key[1:])
            if part is None:
                name = industry_name(naics_title)
                part = found[key[1:]] = Slice(*key[1:], name, parted, account, [])
            part.rows.append((occ, industry, *values[:-2], pay_basis, marks))
        if first.setdefault(key, row) != row:
            told = _("{occupation} in {industry}", occupation=occ, industry=key[1])
            table.twice(first[key], row, told)
    if local:
        account.fills("wage", len(local))
    wages.slices += found.values()
    return local


def whole_industries(wages: Wages) -> list[Slice]:
    """The slices that are used: of each industry the broadest level, and there all owners.

    Their names and levels go into ``wages.industries``; what is left out is told to the accounts
    of the files.
    """
    whole = {
        key: _widest({one.owner for one in slices if not one.parted or one.owner == _WHOLE})
        for key, slices in _grouped(wages.slices).items()
    }
    order = list(dict.fromkeys(LEVELS.values()))
    broadest: dict[str, str] = {}
    for (industry, level), owner in whole.items():
        if owner:
            chosen = broadest.setdefault(industry, level)
            broadest[industry] = min(chosen, level, key=order.index)
    used = []
    for one in wages.slices:
        owner = whole[one.industry, one.level]
        if one.owner == owner and one.level == broadest[one.industry]:
            if one.name:
                wages.industries.setdefault(one.industry, (one.name, one.level))
            one.account.fills("industry_wage", len(one.rows))
            used.append(one)
        else:
            reason = NO_WHOLE if not owner else BY_OWNER if one.owner != owner else LEVEL_TWICE
            one.account.left[reason] += len(one.rows)
    return used


def _grouped(slices: Iterable[Slice]) -> dict[tuple[str, str], list[Slice]]:
    found: dict[tuple[str, str], list[Slice]] = {}
    for one in slices:
        found.setdefault((one.industry, one.level), []).append(one)
    return found


def _widest(owners: Collection[str]) -> str:
    """The code of the ownership that holds all the others, "" when none does."""
    sets = {code: set(_OWNERS.get(code, code)) for code in sorted(owners)}
    everybody = set().union(*sets.values())
    return next((code for code, held in sets.items() if held == everybody), "")


def _marks(values: Sequence[object]) -> tuple[str, tuple[object, ...]]:
    """'column=mark' pairs in column order, and the values without the marks."""
    pairs = zip(_NAMES, values, strict=True)
    marks = ";".join(f"{name}={value}" for name, value in pairs if isinstance(value, str))
    return marks, tuple(None if isinstance(value, str) else value for value in values)
