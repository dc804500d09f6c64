"""Fill a pack's tables from the chosen files, a function a data set (`pack.datasets`).

They run in the order of the data sets: crosswalks, occupations, what is joined to them, areas,
what is joined to those.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection

from counselor_app.errors import UserError
from counselor_app.language import _, ngettext
from counselor_app.pack import crosswalks, oews, onet, projections, sources, studies, workers
from counselor_app.pack.account import Account
from counselor_app.pack.crosswalks import NOT_PUBLISHED
from counselor_app.pack.draft import insert
from counselor_app.pack.places import area_row
from counselor_app.pack.tables import Table
from counselor_app.pack.work import Row, Rows, Work

Fill = Callable[[Work], None]

_KINDS = ("reported", "direct", "alternate")

OWN_TITLE = _("same as the occupation's own title")
SAME_TITLE = _("the occupation has this job title already")
GIVEN_ALREADY = _("another file gives the same row")


def not_brought(before: Collection[str], brought: Collection[str]) -> set[str]:
    """Which of the codes in use a release leaves as they are: none when it brings nearly all.

    Of a list that lacks a tenth at the most (of a short one, two), those that lack were taken
    out by the agency; a shorter one is a part of the list.
    """
    lacking = set(before) - set(brought)
    few = max(len(before) // 10, min(2, (len(before) - 1) // 2))
    return set() if len(lacking) <= few else lacking


def table(name: str, read: onet.Reader) -> Fill:
    """Fills the pack table of a data set of the same name with what a reader makes of its files.

    The reader takes the codes of the pack's occupations, and leaves ``source_id`` out.
    """

    def fill(work: Work) -> None:
        for given, kept in work.tables(name):
            rows = sorted(read(given, kept, work.titles), key=_key)
            work.insert(name, rows, kept.release)

    return fill


def crosswalk(name: str, map_name: str, read: Callable[[Table, Account], object]) -> Fill:
    """Puts a crosswalk in the place of the program's own."""

    def fill(work: Work) -> None:
        for given, kept in work.tables(name):
            setattr(work.maps, map_name, read(given, kept))

    return fill


def structure(work: Work) -> None:
    """The SOC's groups: families of occupations, and the titles of narrower ones."""
    for given, kept in work.tables("soc"):
        work.maps.family, work.maps.groups = crosswalks.read_structure(given, kept)
        work.insert("published", (("soc", *one) for one in sorted(work.maps.groups.items())))


def onet_soc(work: Work) -> None:
    """The O*NET-SOC occupations and the SOC occupation of each."""
    for given, kept in work.tables("onet_soc"):
        found = crosswalks.read_onet_soc(given, kept)
        work.maps.soc_of = {code: (soc, title) for code, (_title, soc, title) in found.items()}
        work.maps.onet_titles = {code: title for code, (title, *_soc) in found.items()}


def occupations(work: Work) -> None:
    """The list of occupations, O*NET's own or else the crosswalk's.

    A list of less than half the occupations in use is taken as a part of them.
    """
    maps = work.maps
    given = {code: (title, "") for code, title in maps.onet_titles.items()}
    release, account = sources.ONET_SOC, None
    for found, kept in work.tables("occupation"):
        given = onet.read_occupations(found, kept)
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
    work.titles = {row[0]: row[1] for row in rows}
    if work.earlier is not None and account is not None:
        stay = sorted(not_brought(work.earlier, work.titles))
        work.insert("occupation", (work.earlier[code] for code in stay))
        work.titles |= {code: work.earlier[code][1] for code in stay}


def ratings(domain: str, words: str) -> Fill:
    """Fills ``rating`` with one domain; ``words`` name it in the release's note."""

    def fill(work: Work) -> None:
        for given, kept in work.tables(domain):
            both = set(onet.BOTH_SCALES) <= {name.lower() for name in given.header}
            known = given, kept, work.titles, work.elements
            new = onet.read_both_scales(*known) if both else onet.read_ratings(*known, domain)
            kept.notes += onet.rating_notes(domain, words, new, len(work.titles))
            work.insert("rating", sorted(new, key=_key), kept.release)

    return fill


def requirements(work: Work) -> None:
    """Education, training and experience."""
    for given, kept in work.tables("requirement"):
        needs: Rows = []
        rows = onet.read_requirements(given, kept, work.titles, work.elements, needs)
        work.insert("requirement", sorted(rows, key=_key), kept.release)
        work.insert("rating", sorted(needs, key=_key), kept.release)


def _key(row: Row) -> Row:
    return row[:4]


def elements(work: Work) -> None:
    """The elements' names as their ratings give them, and what the content model says."""
    described: dict[str, tuple[str, str]] = {}
    for given, kept in work.tables("element"):
        described = onet.read_elements(given, kept)
    names = {element: name for element, (name, _row) in described.items()} | work.elements
    rows = []
    for element, given_name in sorted(names.items()):
        name, description = described.get(element, (given_name, ""))
        rows.append((element, name, onet.domain_of(element), description or None))
    work.insert("element", rows)


def drop_unused_elements(connection: sqlite3.Connection) -> None:
    """Leave the elements that have ratings or requirements."""
    connection.execute(
        "DELETE FROM element WHERE id NOT IN"
        " (SELECT element FROM rating UNION SELECT element FROM requirement)"
    )


def job_titles(work: Work) -> None:
    """Reported, direct-match and alternate titles, each spelling once an occupation.

    A title given in several of these ways is kept as the first of them, its weights added up.
    Of kinds that no file gives, those in use stay; of the others, those of occupations that are
    not brought.
    """
    readers: dict[str, Callable[[Table, Account], Rows]] = {
        "reported": lambda given, kept: onet.read_titles(given, kept, work.titles, "reported"),
        "direct": lambda given, kept: crosswalks.read_direct_titles(given, kept, work.titles),
        "alternate": lambda given, kept: onet.read_titles(given, kept, work.titles, "alternate"),
    }
    found: list[tuple[Row, Account | None]] = []
    for kind, read in readers.items():
        for given, kept in work.tables(kind):
            found += [((*row, kept.release.id), kept) for row in read(given, kept)]
    others, earlier = work.titles_in_use(work.titles)
    for kind in _KINDS:
        before = [row for row in earlier if row[2] == kind]
        brought = {row[0] for row, _row in found if row[2] == kind}
        stay = not_brought({row[0] for row in before}, brought)
        others = others + [row for row in before if row[0] in stay]
    found += [(row, None) for row in others]
    found.sort(key=lambda item: _KINDS.index(item[0][2]))
    own = {(code, title.casefold()) for code, title in work.titles.items()}
    merged: dict[tuple[str, str], Row] = {}
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


def pay(work: Work) -> None:
    """Areas, industries, published titles and wages."""
    wages = oews.Wages()
    known = {one.oews_code for one in work.maps.published.values() if one.oews_code}
    for name, read in (
        ("oews_area", oews.read_areas), ("oews_industry", oews.read_industries),
        ("oews_occupation", oews.read_titles), ("oews_footnote", oews.read_footnotes),
    ):  # fmt: skip
        for given, kept in work.tables(name):
            read(given, kept, wages)
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
                    ngettext(
                        "{file}: {n} row is not used: {reason}. Nothing else of pay is in what was"
                        " given.",
                        "{file}: {n} rows are not used: {reason}. Nothing else of pay is in what"
                        " was given.",
                        kept.left[reason],
                        file=kept.name,
                        n=f"{kept.left[reason]:,}",
                        reason=reason,
                    )
                )


def _insert_new(work: Work, table: str, rows: Rows, kept: Account) -> None:
    new = work.insert_new(table, sorted(rows, key=lambda row: row[:2]), kept.release)
    if new < len(rows):
        kept.left[GIVEN_ALREADY] += len(rows) - new
        kept.kept -= len(rows) - new


def outlook(work: Work) -> None:
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


def price_parities(work: Work) -> None:
    """Regional price parities of areas that have wages (of all when no wages are given)."""
    known = {code for (code,) in work.connection.execute("SELECT code FROM area")}
    areas: dict[str, str] = {}
    for given, kept in work.tables("rpp"):
        found = studies.read_price_parities(given, kept)
        if kept.release.number == (0,) and found:
            kept.release = sources.price_parities(max(row[1] for row in found))
        rows = []
        for area, year, value, name in found:
            if known and area not in known:
                kept.leave(_("the area has no wages in this pack"))
            else:
                areas.setdefault(area, name)
                rows.append((area, year, value))
        new = work.insert_new("price_parity", sorted(rows), kept.release)
        kept.fills("price_parity", new)
        if new < len(rows):
            kept.left[GIVEN_ALREADY] += len(rows) - new
    if not known:
        work.insert("area", [area_row(code, areas[code]) for code in sorted(areas)])


def programs(work: Work) -> None:
    """Programs of study, and the occupations they lead to."""
    cips: set[str] = set()
    for given, kept in work.tables("program"):
        rows = crosswalks.read_programs(given, kept)
        cips = {row[0] for row in rows}
        work.insert("program", rows, kept.release)
    socs = {soc for soc, _row in work.maps.soc_of.values()}
    for given, kept in work.tables("program_soc"):
        work.insert("program_soc", crosswalks.read_program_socs(given, kept, socs, cips))


def provenance(work: Work) -> None:
    """Sources, files and refusals of what was read."""
    notes: dict[int, tuple[sources.Release, list[str]]] = {}
    for kept in work.accounts:
        notes.setdefault(kept.release.id, (kept.release, []))[1].extend(kept.notes)
    work.insert(
        "source",
        (sources.row(one, *more) for _row, (one, more) in sorted(notes.items())),
    )
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


def measures(name: str, read: workers.Reader) -> Fill:
    """Fills ``worker`` with what a reader makes of the files of a data set."""

    def fill(work: Work) -> None:
        for file, kept in work.files(name):
            rows, release = read(file, kept, work.maps)
            kept.release = release
            work.insert("worker", sorted(rows, key=_key), release)

    return fill


def clusters(work: Work) -> None:
    """Career clusters: the sixteen by O*NET occupation, the fourteen by SOC occupation."""
    for given, kept in work.tables("cluster"):
        work.insert("cluster", crosswalks.read_clusters(given, kept, work.titles), kept.release)
    for given, kept in work.tables("cluster_soc"):
        found = crosswalks.read_soc_clusters(given, kept)
        rows = set()
        for code in work.titles:
            soc = (work.maps.soc(code) or ("",))[0]
            one = work.maps.published.get(soc, NOT_PUBLISHED)
            known = next((c for c in (soc, one.oews_code, one.ep_code) if c in found), None)
            rows |= {(code, *pair) for pair in found.get(known or "", ())}
        kept.fills("cluster", len(rows))
        work.insert("cluster", sorted(rows), kept.release)
