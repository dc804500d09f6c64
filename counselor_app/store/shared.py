"""Occupations as they are published, and those whose wage or projection is a group's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.language import published

OCCUPATION = (
    "SELECT o.code, o.title, o.soc, o.soc_title, o.family, o.oews_code,"
    " COALESCE(w.title, o.soc_title), o.oews_match, o.ep_code,"
    " COALESCE(p.title, o.soc_title), o.ep_match FROM occupation o"
    " LEFT JOIN published w ON w.program = 'oews' AND w.code = o.oews_code"
    " LEFT JOIN published p ON p.program = 'ep' AND p.code = o.ep_code"
)
"""Rows for `named`."""


def named(row: tuple[Any, ...], shares: Iterable[tuple[str, str]]) -> Occupation:
    """An occupation whose titles another language can say; ``shares``: code and title of those
    behind the same published wage.
    """
    code, title, soc, soc_title, family, oews, oews_title, oews_match, ep, ep_title, ep_match = row
    return Occupation(
        code, published("title", title), soc, published("title", soc_title),
        published("family", family),
        oews, published("title", oews_title), oews_match,
        ep, published("title", ep_title), ep_match,
        tuple((other, published("title", words)) for other, words in shares),
    )  # fmt: skip


def shared_occupations(connection: sqlite3.Connection) -> dict[str, Occupation]:
    """Every occupation whose published wage or projection is a group's, by code."""
    rows = connection.execute(OCCUPATION).fetchall()
    members: dict[str, list[tuple[str, str]]] = {}
    for code, title, _soc, _soc_title, _family, oews, *_ in rows:
        members.setdefault(oews, []).append((code, title))
    found = {}
    for row in rows:
        code, oews, matches = row[0], row[5], (row[7], row[10])
        if matches == ("exact", "exact") and (oews is None or len(members[oews]) == 1):
            continue  # as most are
        others = (one for one in members[oews] if oews is not None and one[0] != code)
        whole = named(row, others)
        if whole.wage_group or whole.outlook_group:
            found[code] = whole
    return found
