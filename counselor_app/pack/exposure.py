"""Fill a pack's tables with exposure studies: their values, and whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from counselor_app.pack import sources, studies
from counselor_app.pack.account import Account
from counselor_app.pack.crosswalks import NOT_PUBLISHED
from counselor_app.pack.work import Work


def exposure(work: Work) -> None:
    """Exposure studies and which occupations their codes stand for."""
    by_soc: dict[str, list[str]] = {}
    published: dict[str, list[str]] = {}
    for code in sorted(work.titles):
        soc = work.maps.soc(code)
        if soc is not None:
            by_soc.setdefault(soc[0], []).append(code)
            one = work.maps.published.get(soc[0], NOT_PUBLISHED)
            for combined in {one.oews_code, one.ep_code} - {None, soc[0]}:
                published.setdefault(str(combined), []).append(code)

    def codes_of(study_code: str, given: str) -> Iterable[str]:
        socs = given.split(";") if given else work.maps.soc2010.get(study_code, (study_code,))
        return [code for soc in socs for code in by_soc.get(soc.strip(), ())]

    def codes_now(study_code: str, _given: str) -> Iterable[str]:
        return by_soc.get(study_code) or published.get(study_code, [])

    links: list[studies.Link] = []
    for given, kept in work.tables("frey_osborne"):
        values, new, named = studies.read_frey_osborne(given, kept, codes_of)
        links += new
        _insert_studies(work, values, {"frey_osborne": kept})
        _insert_titles(work, "frey_osborne", named)
    for given, kept in work.tables("aioe"):
        language = replace(kept, release=sources.AIOE_LM, tables=[], left=Counter(), refused={})
        work.accounts.append(language)
        accounts = {"aioe": kept, "aioe_lm": language}
        values, new, named = studies.read_aioe(given, accounts, codes_of)
        links += new
        _insert_studies(work, values, accounts)
        _insert_titles(work, "aioe", named)
    for given, kept in work.tables("gpts"):
        values, new = studies.read_gpts(given, kept, work.titles)
        links += new
        _insert_studies(work, values, dict.fromkeys(values, kept))
    for study in studies.IN_USE:
        for given, kept in work.tables(study):
            values, new, named = studies.read_in_use(study, given, kept, codes_now)
            links += new
            _insert_studies(work, values, {study: kept})
            _insert_titles(work, study, named)
    work.insert("exposure", sorted(set(links)))


def _insert_studies(
    work: Work, values: dict[str, studies.Values], accounts: dict[str, Account]
) -> None:
    for study, found in values.items():
        work.insert("study_value", studies.study_rows(study, found), accounts[study].release)


def _insert_titles(work: Work, study: str, titles: studies.Titles) -> None:
    """What the study calls its older occupations: their values are told under these names."""
    work.insert("published", ((study, code, titles[code]) for code in sorted(titles)))
