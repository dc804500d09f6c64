"""What a pack holds: releases, counts, coverage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from counselor_app.domain.provenance import Source
from counselor_app.store.reference import Pack

_RATED = "SELECT DISTINCT r.code FROM rating r JOIN element e ON e.id = r.element WHERE e.domain ="

# What a counselor misses when it is not there -> the occupations that have it.
_COVERAGE = {
    "skills": f"{_RATED} 'skill'",
    "abilities": f"{_RATED} 'ability'",
    "knowledge": f"{_RATED} 'knowledge'",
    "work activities": f"{_RATED} 'activity'",
    "work styles": f"{_RATED} 'style'",
    "work values": f"{_RATED} 'value'",
    "work context": f"{_RATED} 'context'",
    "interests": "SELECT code FROM interest",
    "education and training": "SELECT DISTINCT code FROM requirement",
    "a job zone": "SELECT code FROM job_zone",
    "other job titles": "SELECT DISTINCT code FROM job_title",
    "related occupations": "SELECT DISTINCT code FROM related",
    "software and technology": "SELECT DISTINCT code FROM tool",
    "official description": "SELECT code FROM occupation WHERE description IS NOT NULL",
    "official tasks": "SELECT DISTINCT code FROM task",
    "national pay": "SELECT o.code FROM occupation o JOIN wage w ON w.occ = o.oews_code"
    " AND w.area = '0000000' AND COALESCE(w.a_p50, w.h_p50) IS NOT NULL",
    "pay in a state": "SELECT code FROM occupation WHERE oews_code IN"
    " (SELECT occ FROM wage WHERE area LIKE '__00000' AND area <> '0000000')",
    "pay in a metropolitan area": "SELECT code FROM occupation WHERE oews_code IN"
    " (SELECT occ FROM wage WHERE area LIKE '00%' AND area <> '0000000')",
    "pay by industry": "SELECT code FROM occupation WHERE oews_code IN"
    " (SELECT occ FROM industry_wage)",
    "projections": "SELECT o.code FROM occupation o JOIN projection p ON p.occ = o.ep_code",
    "exposure studies": "SELECT DISTINCT code FROM exposure",
    "programs of study": "SELECT code FROM occupation WHERE soc IN (SELECT soc FROM program_soc)",
    "a career cluster": "SELECT DISTINCT code FROM cluster",
}

_COUNTED = (
    "occupation", "rating", "interest", "requirement", "job_zone", "job_title", "related", "tool",
    "task", "area", "industry", "wage", "industry_wage", "projection", "factor", "study_value",
    "exposure", "price_parity", "program", "program_soc", "cluster",
)  # fmt: skip


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
    (of,) = connection.execute("SELECT count(*) FROM occupation").fetchone()
    return tuple(
        Coverage(what, connection.execute(f"SELECT count(*) FROM ({query})").fetchone()[0], of)
        for what, query in _COVERAGE.items()
    )


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
