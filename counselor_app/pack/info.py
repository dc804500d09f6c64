"""What a pack holds: releases, counts, coverage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from counselor_app.domain.figures.provenance import Source
from counselor_app.pack.datasets import COVERAGE, PARTS
from counselor_app.store.reference import Pack

_COUNTED = tuple(dict.fromkeys((*(part.table for part in PARTS), "plain_text")))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of all occupations have something."""

    what: str
    occupations: int
    of: int


@dataclass(frozen=True, slots=True)
class Info:
    """Releases, rows by table, coverage and digest of a pack."""

    sources: tuple[Source, ...]
    rows: dict[str, int]
    coverage: tuple[Coverage, ...]
    digest: str


def read_info(pack: Pack) -> Info:
    """What the pack holds."""
    return Info(
        tuple(pack.sources.values()),
        {
            table: pack.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in _COUNTED
        },
        read_coverage(pack.connection),
        pack.meta.get("digest", ""),
    )


def read_coverage(connection: sqlite3.Connection) -> tuple[Coverage, ...]:
    """How many occupations have each kind of data."""
    counts = ", ".join(f"SUM({test})" for test in COVERAGE.values())
    of, *found = connection.execute(f"SELECT COUNT(*), {counts} FROM occupation o").fetchone()
    return tuple(
        Coverage(what, count or 0, of) for what, count in zip(COVERAGE, found, strict=True)
    )


def read_covered(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """The codes of the occupations that have each kind of data."""
    tests = ", ".join(COVERAGE.values())
    found: dict[str, list[str]] = {what: [] for what in COVERAGE}
    for code, *marks in connection.execute(f"SELECT o.code, {tests} FROM occupation o"):
        for what, mark in zip(COVERAGE, marks, strict=True):
            if mark:
                found[what].append(code)
    return {what: frozenset(codes) for what, codes in found.items()}


def as_dict(info: Info) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "digest": info.digest,
        "sources": [asdict(source) for source in info.sources],
        "rows": info.rows,
        "coverage": [asdict(one) for one in info.coverage],
    }


def as_text(info: Info) -> str:
    """The same for a person."""
    lines = ["Releases"]
    for source in info.sources:
        when = f", {source.released}" if source.released not in ("", source.release) else ""
        lines.append(f"  {source.label}{when}: {source.publisher}. {source.licence}.")
        if source.note:
            lines.append(f"    {source.note}")
    lines += ["", "Occupations", *coverage_lines(info.coverage), "", "Rows"]
    lines += [f"  {table:<16}{count:>9,}" for table, count in info.rows.items()]
    lines += ["", f"Digest {info.digest}"]
    return "\n".join(lines)


def coverage_lines(coverage: Iterable[Coverage]) -> list[str]:
    """Lines such as "894 of 1,016 have skills", and what is not there at all."""
    lines = [f"  {one.occupations:,} of {one.of:,} have {one.what}" for one in coverage
             if one.occupations]  # fmt: skip
    absent = [one.what for one in coverage if not one.occupations]
    if absent:
        lines.append(f"  Not in this pack: {', '.join(absent)}.")
    return lines
