"""What a release does not bring of a table it brings: that stays, with its own source and date.

A full release replaces: a job that it no longer lists under a metropolitan area is gone from
there. A release in part (the nation alone, one state, some occupations) takes nothing away.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from counselor_app.pack.dataset import Part
from counselor_app.pack.fill import not_brought
from counselor_app.pack.seed import Seed, load
from counselor_app.pack.work import Row, Steps

Stays = Callable[[Row], bool]

_TOTAL = "00-0000"


def keep(
    connection: sqlite3.Connection, program: Seed, parts: Iterable[Part], steps: Steps
) -> tuple[set[int], list[Part]]:
    """Add to a pack what its files did not bring of these parts.

    Returns the ids of their sources, and the parts of which something was added.
    """
    used: set[int] = set()
    stayed: list[Part] = []
    for part in parts:
        stays = _stays(connection, program, part)
        if stays is None:
            continue
        before = connection.total_changes
        load(connection, program, [part], steps, partly=True, stays=stays)
        if part.join != "list" and connection.total_changes > before:
            stayed.append(part)
        used |= _sources(connection, part.table)
    return used, stayed


def named(connection: sqlite3.Connection) -> set[int]:
    """The ids of the sources of occupations and job titles, which are merged as they are read."""
    return _sources(connection, "occupation") | _sources(connection, "job_title")


def _sources(connection: sqlite3.Connection, table: str) -> set[int]:
    names = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    if ("source_id",) not in names:
        return set()
    return {one for (one,) in connection.execute(f"SELECT DISTINCT source_id FROM {table}")}


def _stays(connection: sqlite3.Connection, program: Seed, part: Part) -> Stays | None:
    """Which rows of a part stay; None when none does."""
    if part.join == "list":
        return lambda _row: True
    if part.join == "ratings":
        return _ratings(connection, program, part)
    if part.join == "scales":
        return _requirements(connection, program, part)
    if part.join == "whole":
        return None
    occ = "occ" if part.join == "totals" else part.unit
    names, rows = program.some(part, part.unit, occ)
    place = names.index(part.unit)
    held = defaultdict[Any, set[Any]](set)
    for unit, occupation in rows:  # read once
        held[unit].add(occupation)
    before = set(held)
    brought = _brought(connection, part, part.unit)
    if part.join == "nearly":
        units = not_brought(before, brought)
    elif part.join == "totals":
        units = before - _totals(connection, part, held)
    else:
        units = before - brought
    return (lambda row: row[place] in units) if units else None


def _totals(connection: sqlite3.Connection, part: Part, held: Mapping[str, set[str]]) -> set[str]:
    """Areas (or industries) that a release brings whole, of those that ``held`` occupations.

    They come with the row of all occupations, and with nearly all that they held: a release of a
    few occupations takes no other's pay away.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, occ in connection.execute(f"SELECT {part.unit}, occ FROM {part.table}"):
        found[code].add(occ)
    return {
        code
        for code, occs in found.items()
        if _TOTAL in occs and not not_brought(held.get(code, set()), occs)
    }


def _requirements(connection: sqlite3.Connection, program: Seed, part: Part) -> Stays | None:
    """Schooling and training are asked apart since O*NET 30.3: a scale not brought stays."""
    names, rows = program.some(part, "code", "scale")
    code, scale = names.index("code"), names.index("scale")
    codes = not_brought({row[0] for row in rows}, _brought(connection, part, "code"))
    scales = _brought(connection, part, "scale")
    return lambda row: row[code] in codes or row[scale] not in scales


def _ratings(connection: sqlite3.Connection, program: Seed, part: Part) -> Stays | None:
    """Occupations, elements and scales that are not brought stay.

    Where no element of before is brought, the agency asks something else now (work styles of
    O*NET 30.0): the old ones go. Skills are in two files since 30.3, by the first part of the id.
    """
    key = ("code", "element", "scale")
    names, rows = program.some(part, *key)
    places = [names.index(name) for name in key]
    before = [set[str]() for _ in key]
    for row in rows:
        for values, value in zip(before, row, strict=True):
            values.add(value)
    codes, elements, scales = (_brought(connection, part, name) for name in key)
    old_codes = not_brought(before[0], codes)
    same = before[1] & elements
    old_elements = not_brought(before[1], elements) if same or not elements else set[str]()
    if part.group == "skill" and elements:
        halves = {element[:3] for element in elements}
        old_elements |= {element for element in before[1] if element[:3] not in halves}
    if not (old_codes or old_elements or (same and before[2] - scales)):
        return None

    def stays(row: Row) -> bool:
        code, element, scale = (row[place] for place in places)
        return (
            code in old_codes
            or element in old_elements
            or (element in same and scale not in scales)
        )

    return stays


def _brought(connection: sqlite3.Connection, part: Part, column: str) -> set[str]:
    found = connection.execute(f"SELECT DISTINCT {column} FROM {part.table} WHERE {part.where}")
    return {str(value) for (value,) in found}
