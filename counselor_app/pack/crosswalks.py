"""Which code stands for which: O*NET-SOC, SOC 2018 and 2010, the codes OEWS and EP publish."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from counselor_app.language import _
from counselor_app.pack.account import Account
from counselor_app.pack.tables import Column, Table, plain
from counselor_app.pack.values import (
    Cell,
    onet_code,
    soc_code,
    some_text,
    some_whole,
    text,
    true,
)

NO_SOC = _("no crosswalk knows the occupation code")
DIRECT_WEIGHT = 20
"""SOC direct-match titles stand between single-source alternates and reported titles."""


@dataclass(frozen=True, slots=True)
class Published:
    """The codes under which OEWS and EP publish one SOC occupation; None where they do not."""

    oews_code: str | None
    oews_match: str
    ep_code: str | None
    ep_match: str


NOT_PUBLISHED = Published(None, "none", None, "none")


@dataclass(slots=True)
class Crosswalks:
    """The maps that joins go through."""

    soc_of: dict[str, tuple[str, str]] = field(default_factory=dict)
    """O*NET-SOC code -> SOC 2018 code and title."""
    onet_titles: dict[str, str] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)
    """First two digits -> major group title without " Occupations"."""
    published: dict[str, Published] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    """Titles of SOC 2018 groups narrower than the major ones, by code."""
    soc2010: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """SOC 2010 code -> SOC 2018 codes."""

    def soc(self, code: str) -> tuple[str, str] | None:
        """SOC 2018 code and title of an O*NET-SOC code; None when no crosswalk knows it."""
        if code in self.soc_of:
            return self.soc_of[code]
        return next((soc for soc in self.soc_of.values() if soc[0] == code[:7]), None)


def read_structure(table: Table, account: Account) -> tuple[dict[str, str], dict[str, str]]:
    """SOC structure: family titles by the first two digits, and titles of narrower groups."""
    found = {}
    groups = {}
    for _row, code, level, title in table.records(
        Column(("soc_code",), soc_code), Column(("level",), text), Column(("title",), some_text)
    ):
        if level == "major":
            found[code[:2]] = title.removesuffix(" Occupations")
        elif level in ("broad", "minor"):
            groups[code] = title
        else:
            account.leave(_("only groups are used"))
    account.fills("occupation", len(found))
    account.fills("published", len(groups))
    return found, groups


def read_onet_soc(table: Table, account: Account) -> dict[str, tuple[str, str, str]]:
    """O*NET-SOC 2019 -> its title, SOC 2018 code and SOC title."""
    found: dict[str, tuple[str, str, str]] = {}
    first: dict[str, int] = {}
    for row, code, title, soc, soc_title in table.records(
        Column(("onetsoc2019_code", "O*NET-SOC 2019 Code"), onet_code),
        Column(("onetsoc2019_title", "O*NET-SOC 2019 Title"), some_text),
        Column(("soc2018_code", "2018 SOC Code"), soc_code),
        Column(("soc2018_title", "2018 SOC Title"), some_text),
    ):
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        found[code] = (title, soc, soc_title)
    account.fills("occupation", len(found))
    return found


def read_published(table: Table, account: Account) -> dict[str, Published]:
    """SOC 2018 -> the codes OEWS and EP publish it under."""
    found: dict[str, Published] = {}
    first: dict[str, int] = {}
    for row, soc, oews, oews_match, ep, ep_match in table.records(
        Column(("soc2018_code",), soc_code),
        Column(("oews_code",), text),
        Column(("oews_match",), some_text),
        Column(("ep_code",), text),
        Column(("ep_match",), some_text),
    ):
        if first.setdefault(soc, row) != row:
            table.twice(first[soc], row, soc)
        found[soc] = Published(oews or None, oews_match, ep or None, ep_match)
    account.fills("occupation", len(found))
    return found


def read_soc2010(table: Table, account: Account) -> dict[str, tuple[str, ...]]:
    """SOC 2010 -> SOC 2018, one to many."""
    found: dict[str, list[str]] = {}
    for _row, old, new in table.records(
        Column(("soc2010_code", "2010 SOC Code"), soc_code),
        Column(("soc2018_code", "2018 SOC Code"), soc_code),
    ):
        found.setdefault(old, []).append(new)
    account.fills("exposure", sum(map(len, found.values())))
    return {old: tuple(sorted(set(new))) for old, new in found.items()}


def read_direct_titles(table: Table, account: Account, codes: Container[str]) -> list[Any]:
    """SOC direct-match titles, given to the SOC's own O*NET occupation ('.00')."""
    found = []
    for row, soc, title in table.records(
        Column(("soc_code", "2018 SOC Code"), soc_code),
        Column(("direct_match_title", "2018 SOC Direct Match Title"), some_text),
    ):
        code = f"{soc}.00"
        if code not in codes:
            account.refuse(row, NO_SOC, code)
        else:
            found.append((code, title, "direct", None, DIRECT_WEIGHT))
    account.fills("job_title", len(found))
    return found


def read_programs(table: Table, account: Account) -> list[Any]:
    """CIP 2020 programs of study with six digits: (cip, title)."""
    found: dict[str, str] = {}
    for _row, cip, title, action in table.records(
        Column(("cip_code", "CIPCode"), some_text),
        Column(("title", "CIPTitle"), some_text),
        Column(("action_vs_2010", "Action"), text, optional=True),
    ):
        if len(cip) != 7:
            account.leave(_("a group of programs"))
        elif action in ("Deleted", "Moved from"):
            account.leave(_("no longer a program in CIP 2020"))
        else:
            found[cip] = title.rstrip(".")
    account.fills("program", len(found))
    return sorted(found.items())


def read_program_socs(
    table: Table, account: Account, socs: Container[str], cips: Container[str]
) -> list[Any]:
    """CIP 2020 programs that lead to a SOC: (soc, cip)."""
    found = set()
    for row, cip, soc in table.records(
        Column(("cip2020_code", "CIP2020Code"), some_text),
        Column(("soc2018_code", "SOC2018Code"), soc_code),
    ):
        if soc == "99-9999" or cip == "99.9999":
            account.leave(_("no match, says the crosswalk"))
        elif soc not in socs:
            account.refuse(row, NO_SOC, soc)
        elif cip not in cips:
            account.refuse(row, _("the program's code is not in CIP 2020"), cip)
        else:
            found.add((soc, cip))
    account.fills("program_soc", len(found))
    return sorted(found)


def read_clusters(table: Table, account: Account, codes: Container[str]) -> list[Any]:
    """Career clusters and pathways: (code, cluster, pathway)."""
    found = set()
    for row, code, cluster, pathway in table.records(
        Column(("onetsoc2019_code", "O*NET-SOC 2019 Code", "O*NET-SOC Code"), onet_code),
        Column(("career_cluster", "Career Cluster"), some_text),
        Column(("career_pathway", "Career Pathway"), some_text),
    ):
        if code not in codes:
            account.refuse(row, NO_SOC, code)
        else:
            found.add((code, cluster, pathway))
    account.fills("cluster", len(found))
    return sorted(found)


CLUSTERS = (
    "Advanced Manufacturing", "Agriculture", "Arts, Entertainment, & Design", "Construction",
    "Digital Technology", "Education", "Energy & Natural Resources", "Financial Services",
    "Healthcare & Human Services", "Hospitality, Events, & Tourism",
    "Management & Entrepreneurship", "Marketing & Sales", "Public Service & Safety",
    "Supply Chain & Transportation",
)  # fmt: skip
"""The fourteen clusters of 2024-25."""
_BY_WORDS = {plain(name.replace("&", "and")): name for name in CLUSTERS}


def read_soc_clusters(table: Table, account: Account) -> dict[str, list[tuple[str, str]]]:
    """The fourteen clusters and their sub-clusters by SOC code, as given.

    A name with another "and" or comma is the same; any other is none of the fourteen, refused.
    A sub-cluster is one however it is capitalised; the first spelling counts.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    spelled: dict[str, str] = {}
    for row, soc, cluster, narrower in table.records(
        Column(("SOC Code",), soc_code), Column(("Career Cluster",), some_text),
        Column(("Sub-Cluster", "Subcluster"), some_text),
    ):  # fmt: skip
        known = _BY_WORDS.get(plain(cluster.replace("&", "and")))
        if known is None:
            account.refuse(row, _("the cluster is none of the fourteen of 2024–25"), cluster)
        else:
            narrower = spelled.setdefault(narrower.casefold(), narrower)
            found.setdefault(soc, []).append((known, narrower))
    return found


def _hours(cell: Cell) -> tuple[int, ...]:
    """ "3100; 3000; 4800": the hours of each term listed."""
    return tuple(some_whole(part) for part in text(cell).split(";") if part.strip())


def read_apprenticeships(table: Table, account: Account, codes: Container[str]) -> list[Any]:
    """Occupations with a registered apprenticeship listed: (code, fewest, most hours of a term).

    That none is listed is not checked by anyone, so it is left out.
    """
    found = []
    first: dict[str, int] = {}
    for row, code, listed, hours in table.records(
        Column(("onet_soc_code", "O*NET-SOC Code"), onet_code),
        Column(("is_apprenticeable",), true),
        Column(("rapids_term_hours",), _hours, optional=True),
    ):
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        if not listed:
            account.leave(_("none is listed, which is not checked"))
        elif code not in codes:
            account.refuse(row, NO_SOC, code)
        else:
            found.append((code, min(hours, default=None), max(hours, default=None)))
    account.fills("apprenticeship", len(found))
    return sorted(found)
