"""Exposure studies and regional price parities."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from counselor_app.domain.figures.ratings import placements
from counselor_app.language import _, pgettext
from counselor_app.pack.account import Account
from counselor_app.pack.places import NATION, area_code
from counselor_app.pack.tables import Column, Table
from counselor_app.pack.values import Cell, number, onet_code, soc_code, some_text, text

Link = tuple[str, str, str]
Values = dict[str, float]
Titles = dict[str, str]
"""What a study calls its own occupations, by its codes."""

_GPTS = {
    "gpts_alpha_model": ("gpt4_alpha", "dv_rating_alpha"),
    "gpts_beta_model": ("gpt4_beta", "dv_rating_beta"),
    "gpts_gamma_model": ("gpt4_gamma", "dv_rating_gamma"),
    "gpts_alpha_human": ("human_alpha", "human_rating_alpha"),
    "gpts_beta_human": ("human_beta", "human_rating_beta"),
    "gpts_gamma_human": ("human_gamma", "human_rating_gamma"),
}

NO_OCCUPATION = _("no crosswalk leads from the study's code to an occupation")


def some_number(cell: Cell) -> float:
    """A number that must be there."""
    value = number(cell)
    if value is None:
        raise ValueError(pgettext("expected", "a number"))
    return value


def study_rows(study: str, values: Values) -> list[tuple[Any, ...]]:
    """Rows of ``study_value`` with their place in the study, by code; no ``source_id``."""
    codes = sorted(values)
    places = placements([values[code] for code in codes])
    return [(study, code, values[code], *place) for code, place in zip(codes, places, strict=True)]


def read_frey_osborne(
    table: Table, account: Account, codes_of: Callable[[str, str], Iterable[str]]
) -> tuple[dict[str, Values], list[Link], Titles]:
    """Computerisation probability, SOC 2010; ``codes_of(study code, SOC 2018 codes)``."""
    values: Values = {}
    titles: Titles = {}
    links: list[Link] = []
    first: dict[str, int] = {}
    for row, code, value, socs, title in table.records(
        Column(("fo_code", "SOC code"), some_text),
        Column(("computerisation_probability", "Probability"), some_number),
        Column(("soc2018_codes",), text, optional=True),
        Column(("occupation", "Occupation"), text, optional=True),
    ):
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        titles |= {code: title} if title else {}
        _keep("frey_osborne", code, value, codes_of(code, socs), row, account, values, links)
    return {"frey_osborne": values}, links, titles


def read_aioe(
    table: Table, accounts: Mapping[str, Account], codes_of: Callable[[str, str], Iterable[str]]
) -> tuple[dict[str, Values], list[Link], Titles]:
    """AIOE 2021 and, in the same file, language-model AIOE 2023; SOC 2010."""
    titles: Titles = {}
    found: dict[str, Values] = {"aioe": {}, "aioe_lm": {}}
    links: list[Link] = []
    first: dict[str, int] = {}
    for row, code, aioe, language, title in table.records(
        Column(("soc2010_code", "SOC Code"), some_text),
        Column(("aioe",), number),
        Column(("aioe_language_modeling_2023", "Language Modeling AIOE"), number, optional=True),
        Column(("occupation", "Occupation Title"), text, optional=True),
    ):
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        titles |= {code: title} if title else {}
        for study, value in (("aioe", aioe), ("aioe_lm", language)):
            if value is not None:
                codes = codes_of(code, "")
                _keep(study, code, value, codes, row, accounts[study], found[study], links)
    return {study: values for study, values in found.items() if values}, links, titles


def read_gpts(
    table: Table, account: Account, known: Container[str]
) -> tuple[dict[str, Values], list[Link]]:
    """GPTs are GPTs: alpha, beta, gamma as a model and as people rated them; O*NET-SOC 2019."""
    found: dict[str, Values] = {study: {} for study in _GPTS}
    links: list[Link] = []
    first: dict[str, int] = {}
    for row, code, *rated in table.records(
        Column(("onetsoc2019_code", "O*NET-SOC Code"), onet_code),
        *[Column(names, number) for names in _GPTS.values()],
    ):
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        if code not in known:
            account.refuse(row, NO_OCCUPATION)
        for study, value in zip(_GPTS, rated, strict=True):
            if value is not None:
                found[study][code] = value
                if code in known:
                    links.append((code, study, code))
    account.fills("study_value", len({code for code, _row, _row in links}))
    account.fills("exposure", 0)
    return found, links


IN_USE = {
    "applicability": ("ai_applicability_score", "SOC Code"),
    "observed": ("observed_exposure", "occ_code"),
}
"""Studies of what people really ask an AI for, 0-1, SOC 2018: the columns of value and code."""


def read_in_use(
    study: str, table: Table, account: Account, codes_of: Callable[[str, str], Iterable[str]]
) -> tuple[dict[str, Values], list[Link], Titles]:
    """One of `IN_USE`; some codes are combined ones, as they are published."""
    value_name, code_name = IN_USE[study]
    values: Values = {}
    titles: Titles = {}
    links: list[Link] = []
    first: dict[str, int] = {}
    for row, code, title, value in table.records(
        Column((code_name,), soc_code), Column(("title",), text), Column((value_name,), some_share)
    ):
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        titles[code] = title
        _keep(study, code, value, codes_of(code, ""), row, account, values, links)
    return {study: values}, links, titles


def some_share(cell: Cell) -> float:
    """A number from 0 to 1 that must be there."""
    value = some_number(cell)
    if not 0 <= value <= 1:
        raise ValueError(_("a number from 0 to 1"))
    return value


def _keep(
    study: str, code: str, value: float, codes: Iterable[str], row: int, account: Account,
    values: Values, links: list[Link],
) -> None:  # fmt: skip
    """Every value counts in the study's own distribution, reached or not."""
    values[code] = value
    reached = [(one, study, code) for one in codes]
    links += reached
    if reached:
        account.fills("study_value", 1)
        account.fills("exposure", 0)
    else:
        account.refuse(row, NO_OCCUPATION)


def read_price_parities(table: Table, account: Account) -> list[tuple[str, int, float, str]]:
    """All-items price parities: (area, year, value, area name), a row for every year given."""
    years = [
        (int(match[1]), name)
        for name in table.header
        if (match := re.fullmatch(r"rpp_all_(\d{4})", name.lower()))
    ]
    if not years:
        table.places([Column(("rpp_all_YEAR",), number)])
    found = []
    state = Column(("geo_fips", "GeoFIPS"), text, optional=True)
    metro = Column(("oews_area_code",), text, optional=True)
    name_column = Column(("state", "name", "GeoName"), some_text)
    value_columns = [Column((name,), number) for _row, name in years]
    for _row, fips, area, name, *values in table.records(state, metro, name_column, *value_columns):
        code = area or _state(fips)
        if code is None:
            account.leave(_("no OEWS area of this code"))
            continue
        for (year, _row), value in zip(years, values, strict=True):
            if value is None:
                account.leave(_("no value is published"))
            else:
                found.append((code, year, value, name))
    return found


def _state(fips: str) -> str | None:
    """State key 48000 is OEWS area 4800000; 00000 is the nation."""
    if not re.fullmatch(r"\d{5}", fips):
        return None
    return NATION if fips == "00000" else area_code(fips[:2])
