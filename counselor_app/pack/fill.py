"""Fill a pack's tables from the chosen files, programme by programme."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from counselor_app.errors import UserError
from counselor_app.pack import crosswalks, oews, onet, projections, sources, studies
from counselor_app.pack.account import Account
from counselor_app.pack.crosswalks import NOT_PUBLISHED, Crosswalks
from counselor_app.pack.draft import insert
from counselor_app.pack.places import area_row
from counselor_app.pack.recognise import RATINGS
from counselor_app.pack.rest import not_brought
from counselor_app.pack.seed import Seed
from counselor_app.pack.work import Work

Rows = list[tuple[Any, ...]]

_KINDS = ("reported", "direct", "alternate")

OWN_TITLE = "same as the occupation's own title"
SAME_TITLE = "the occupation has this job title already"
GIVEN_ALREADY = "another file gives the same row"


def read_crosswalks(work: Work, maps: Crosswalks) -> None:
    """Replace the maps that the given files hold."""
    for table, kept in work.tables("soc"):
        maps.family = crosswalks.read_structure(table, kept)
    for table, kept in work.tables("onet_soc"):
        given = crosswalks.read_onet_soc(table, kept)
        maps.soc_of = {code: (soc, title) for code, (_, soc, title) in given.items()}
        maps.onet_titles = {code: title for code, (title, _, _) in given.items()}
    for table, kept in work.tables("published"):
        maps.published = crosswalks.read_published(table, kept)
    for table, kept in work.tables("soc2010"):
        maps.soc2010 = crosswalks.read_soc2010(table, kept)


def fill_occupations(work: Work, maps: Crosswalks, earlier: Seed | None = None) -> dict[str, str]:
    """The list of occupations, O*NET's own or else the crosswalk's: title by code.

    A list of less than half the occupations of ``earlier`` is taken as a part of them.
    """
    given = {code: (title, "") for code, title in maps.onet_titles.items()}
    release, account = sources.ONET_SOC, None
    for table, kept in work.tables("occupation"):
        given = onet.read_occupations(table, kept)
        release, account = kept.release, kept
    rows: Rows = []
    for row, (code, (title, description)) in enumerate(given.items(), 2):
        soc = maps.soc(code)
        if soc is None:
            if account is not None:
                account.refuse(row, crosswalks.NO_SOC, code)
                account.kept -= 1
            continue
        published = maps.published.get(soc[0], NOT_PUBLISHED)
        rows.append(
            (
                code, title, *soc, maps.family.get(code[:2], ""), published.oews_code,
                published.oews_match, published.ep_code, published.ep_match, description or None,
            )
        )  # fmt: skip
    work.insert("occupation", sorted(rows), release)
    titles = {row[0]: row[1] for row in rows}
    if earlier is None or account is None:
        return titles
    columns, lines = earlier.rows(next(p for p in earlier.parts if p.table == "occupation"))
    before = {line[0]: line for line in lines}
    at = len(columns) - 1  # the description stands before the source
    staying = [before[code] for code in sorted(not_brought(before, titles))]
    work.insert(
        "occupation",
        ((*(cell or None for cell in line[:at]), None, line[at]) for line in staying),
    )
    return titles | {line[0]: line[1] for line in staying}


def fill_onet(work: Work, titles: dict[str, str]) -> None:
    """Every O*NET table but the occupations and the job titles."""
    names: dict[str, str] = {}
    for domain in RATINGS:
        ratings: Rows = []
        for table, kept in work.tables(domain):
            new = onet.read_ratings(table, kept, titles, names)
            kept.notes += onet.rating_notes(domain, new, len(titles))
            ratings += [(*row, kept.release.id) for row in new]
        work.insert("rating", sorted(onet.placed(ratings), key=_key))
    for table, kept in work.tables("interest"):
        work.insert("interest", onet.read_interests(table, kept, titles), kept.release)
    for table, kept in work.tables("requirement"):
        rows = onet.read_requirements(table, kept, titles, names)
        work.insert("requirement", sorted(rows, key=_key), kept.release)
    for table, kept in work.tables("job_zone"):
        work.insert("job_zone", sorted(onet.read_job_zones(table, kept, titles)), kept.release)
    for table, kept in work.tables("related"):
        work.insert("related", sorted(onet.read_related(table, kept, titles)), kept.release)
    for table, kept in work.tables("tool"):
        work.insert("tool", sorted(onet.read_tools(table, kept, titles)), kept.release)
    for table, kept in work.tables("task"):
        work.insert("task", sorted(onet.read_tasks(table, kept, titles)), kept.release)
    described: dict[str, tuple[str, str]] = {}
    for table, kept in work.tables("element"):
        described = onet.read_elements(table, kept)
    fill_elements(work, names, described)


def _key(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return row[:4]


def fill_elements(work: Work, names: dict[str, str], described: dict[str, tuple[str, str]]) -> None:
    """The elements' names as their ratings give them, and what the content model says."""
    names = {element: name for element, (name, _) in described.items()} | names
    work.insert(
        "element",
        [
            (
                element, described.get(element, (name, ""))[0], onet.domain_of(element),
                described.get(element, (name, ""))[1] or None,
            )
            for element, name in sorted(names.items())
        ],
    )  # fmt: skip


def drop_unused_elements(connection: sqlite3.Connection) -> None:
    """Leave the elements that have ratings or requirements."""
    connection.execute(
        "DELETE FROM element WHERE id NOT IN"
        " (SELECT element FROM rating UNION SELECT element FROM requirement)"
    )


def fill_job_titles(work: Work, titles: dict[str, str], others: Rows, earlier: Rows) -> None:
    """Reported, direct-match and alternate titles, each spelling once an occupation.

    A title given in several of these ways is kept as the first of them, its weights added up.
    ``others`` are pack rows of kinds that no file gives, ``earlier`` of those that are given:
    they stay for occupations that are not brought.
    """
    found: list[tuple[tuple[Any, ...], Account | None]] = []
    for table, kept in work.tables("reported"):
        rows = onet.read_titles(table, kept, titles, "reported")
        found += [((*row, kept.release.id), kept) for row in rows]
    for table, kept in work.tables("direct"):
        rows = crosswalks.read_direct_titles(table, kept, titles)
        found += [((*row, kept.release.id), kept) for row in rows]
    for table, kept in work.tables("alternate"):
        rows = onet.read_titles(table, kept, titles, "alternate")
        found += [((*row, kept.release.id), kept) for row in rows]
    for kind in _KINDS:
        before = [row for row in earlier if row[2] == kind]
        brought = {row[0] for row, _ in found if row[2] == kind}
        stay = not_brought({row[0] for row in before}, brought)
        others = others + [row for row in before if row[0] in stay]
    found += [(row, None) for row in others]
    found.sort(key=lambda item: _KINDS.index(item[0][2]))
    own = {(code, title.casefold()) for code, title in titles.items()}
    merged: dict[tuple[str, str], tuple[Any, ...]] = {}
    for row, account in found:
        key = (row[0], row[1].casefold())
        first = merged.get(key)
        if key not in own and first is None:
            merged[key] = row
            continue
        if first is not None:
            code, title, kind, short, weight, source_id = first
            merged[key] = (code, title, kind, short or row[3], weight + row[4], source_id)
        if account is not None:
            account.leave(SAME_TITLE if first else OWN_TITLE)
            account.kept -= 1
    insert_titles(work.connection, list(merged.values()))


def insert_titles(connection: sqlite3.Connection, titles: Rows) -> None:
    """Job titles, numbered by occupation, the weightiest first."""
    rows = sorted(titles, key=lambda row: (row[0], -row[4], row[1]))
    insert(connection, "job_title", ((number, *row) for number, row in enumerate(rows, 1)))


def fill_oews(work: Work, maps: Crosswalks) -> None:
    """Areas, industries, published titles and wages."""
    wages = oews.Wages()
    known = {one.oews_code for one in maps.published.values() if one.oews_code}
    for table, kept in work.tables("oews_area"):
        oews.read_areas(table, kept, wages)
    for table, kept in work.tables("oews_industry"):
        oews.read_industries(table, kept, wages)
    for table, kept in work.tables("oews_occupation"):
        oews.read_titles(table, kept, wages)
    for table, kept in work.tables("oews_footnote"):
        oews.read_footnotes(table, kept, wages)
    for file, kept in work.files("oews"):
        _insert_new(work, "wage", oews.read_wages(file, kept, wages, known), kept)
        wages.cap = wages.cap or oews.read_cap(file)
    if not work.has("oews"):
        return
    for one in oews.whole_industries(wages):
        _insert_new(work, "industry_wage", one.rows, one.account)
    _refuse_parts(work)
    work.insert("area", wages.area_rows())
    work.insert("industry", ((c, *wages.industries[c]) for c in sorted(wages.industries)))
    work.insert("published", (("oews", c, wages.titles[c]) for c in sorted(wages.titles)))
    if wages.cap:
        pairs = zip(("oews_cap_hourly", "oews_cap_annual"), wages.cap, strict=True)
        work.insert("meta", pairs)


def _refuse_parts(work: Work) -> None:
    """Raises UserError when all that the wage files bring is of single ownerships."""
    files = [kept for kept in work.accounts if kept.release.kind == "oews"]
    if not any({"wage", "industry_wage"} & set(kept.tables) for kept in files):
        for kept in files:
            if reason := next((why for why in kept.left if why in oews.SAID), ""):
                raise UserError(
                    f"{kept.name}: {kept.left[reason]:,} rows are not used: {reason}. Nothing else"
                    " of pay is in what was given."
                )


def _insert_new(work: Work, table: str, rows: Rows, kept: Account) -> None:
    new = work.insert_new(table, sorted(rows, key=lambda row: row[:2]), kept.release)
    if new < len(rows):
        kept.left[GIVEN_ALREADY] += len(rows) - new
        kept.kept -= len(rows) - new


def fill_projections(work: Work) -> None:
    """Projections, separations, factors of the newest decade given."""
    accounts = []
    found = projections.Projections()
    for file, kept in work.files("ep_workbook"):
        projections.read_workbook(file, kept, found)
        accounts.append(kept)
    for file, kept in work.files("ep_table"):
        projections.read_text(file, kept, found)
        accounts.append(kept)
    if not accounts:
        return
    release = sources.projections(found.base_year, found.target_year)
    for kept in accounts:
        kept.release = release
    work.insert("projection", found.table_rows(), release)
    factors = [row for row in found.factors if row[0] in found.rows]
    work.insert("factor", ((n, *row) for n, row in enumerate(factors, 1)), release)
    work.insert("published", (("ep", code, found.titles[code]) for code in sorted(found.titles)))


def fill_studies(work: Work, maps: Crosswalks, titles: dict[str, str]) -> None:
    """Exposure studies and which occupations their codes stand for."""
    by_soc: dict[str, list[str]] = {}
    for code in sorted(titles):
        soc = maps.soc(code)
        if soc is not None:
            by_soc.setdefault(soc[0], []).append(code)

    def codes_of(study_code: str, given: str) -> Iterable[str]:
        socs = given.split(";") if given else maps.soc2010.get(study_code, (study_code,))
        return [code for soc in socs for code in by_soc.get(soc.strip(), ())]

    links: list[studies.Link] = []
    for table, kept in work.tables("frey_osborne"):
        values, new, named = studies.read_frey_osborne(table, kept, codes_of)
        links += new
        _insert_studies(work, values, {"frey_osborne": kept})
        _insert_titles(work, "frey_osborne", named)
    for table, kept in work.tables("aioe"):
        language = replace(kept, release=sources.AIOE_LM, tables=[], left=Counter(), refused={})
        work.accounts.append(language)
        accounts = {"aioe": kept, "aioe_lm": language}
        values, new, named = studies.read_aioe(table, accounts, codes_of)
        links += new
        _insert_studies(work, values, accounts)
        _insert_titles(work, "aioe", named)
    for table, kept in work.tables("gpts"):
        values, new = studies.read_gpts(table, kept, titles)
        links += new
        _insert_studies(work, values, dict.fromkeys(values, kept))
    work.insert("exposure", sorted(set(links)))


def _insert_studies(
    work: Work, values: dict[str, studies.Values], accounts: dict[str, Account]
) -> None:
    for study, found in values.items():
        work.insert("study_value", studies.study_rows(study, found), accounts[study].release)


def _insert_titles(work: Work, study: str, titles: studies.Titles) -> None:
    """What the study calls its older occupations: their values are told under these names."""
    work.insert("published", ((study, code, titles[code]) for code in sorted(titles)))


def fill_price_parities(work: Work) -> None:
    """Regional price parities of areas that have wages (of all when no wages are given)."""
    known = {code for (code,) in work.connection.execute("SELECT code FROM area")}
    areas: dict[str, str] = {}
    for table, kept in work.tables("rpp"):
        given = studies.read_price_parities(table, kept)
        if kept.release.number == (0,) and given:
            kept.release = sources.price_parities(max(year for _, year, _, _ in given))
        rows = []
        for area, year, value, name in given:
            if known and area not in known:
                kept.leave("the area has no wages in this pack")
            else:
                areas.setdefault(area, name)
                rows.append((area, year, value))
        new = work.insert_new("price_parity", sorted(rows), kept.release)
        kept.fills("price_parity", new)
        if new < len(rows):
            kept.left[GIVEN_ALREADY] += len(rows) - new
    if not known:
        work.insert("area", [area_row(code, areas[code]) for code in sorted(areas)])


def fill_programs(work: Work, maps: Crosswalks, titles: dict[str, str]) -> None:
    """Programs of study and career clusters."""
    cips: set[str] = set()
    for table, kept in work.tables("program"):
        rows = crosswalks.read_programs(table, kept)
        cips = {row[0] for row in rows}
        work.insert("program", rows, kept.release)
    socs = {soc for soc, _ in maps.soc_of.values()}
    for table, kept in work.tables("program_soc"):
        work.insert("program_soc", crosswalks.read_program_socs(table, kept, socs, cips))
    for table, kept in work.tables("cluster"):
        work.insert("cluster", crosswalks.read_clusters(table, kept, titles), kept.release)


def fill_provenance(work: Work) -> None:
    """Sources, files and refusals of what was read."""
    notes: dict[int, tuple[sources.Release, list[str]]] = {}
    for kept in work.accounts:
        notes.setdefault(kept.release.id, (kept.release, []))[1].extend(kept.notes)
    work.insert(
        "source",
        (
            (
                one.id, one.key, one.kind, one.programme, one.publisher, one.release, one.label,
                one.released, one.licence, one.url, " ".join(filter(None, (one.note, *more))),
            )
            for _, (one, more) in sorted(notes.items())
        ),
    )  # fmt: skip
    accounts = sorted(work.accounts, key=lambda kept: (kept.release.id, kept.name))
    work.insert(
        "source_file",
        (
            (
                kept.release.id, kept.name, ",".join(kept.tables), kept.sha256, kept.bytes,
                kept.kept, sum(kept.left.values()), kept.rows_refused,
            )
            for kept in accounts
        ),
    )  # fmt: skip
    refusals = [
        (kept.release.id, kept.name, refused.first_row, refused.rows, kept.why(reason))
        for kept in accounts
        for reason, refused in sorted(kept.refused.items())
    ]
    work.insert("refusal", ((number, *row) for number, row in enumerate(refusals, 1)))
