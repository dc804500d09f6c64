"""What a pack holds: releases, counts, coverage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import reduce
from typing import Any

from counselor_app.domain.figures.provenance import Source
from counselor_app.language import ENGLISH, Language, _, joined, pgettext
from counselor_app.pack.datasets import COVERAGE, PARTS
from counselor_app.store.reference import Pack
from counselor_app.store.translations import readers

_COUNTED = tuple(dict.fromkeys((*(part.table for part in PARTS), "plain_text")))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of all occupations have something."""

    what: str
    occupations: int
    of: int


@dataclass(frozen=True, slots=True)
class Info:
    """Releases, rows by table, coverage and digest of a pack; who has read other languages."""

    sources: tuple[Source, ...]
    rows: dict[str, int]
    coverage: tuple[Coverage, ...]
    digest: str
    readers: tuple[str, ...] = ()


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
        readers(pack),
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


def as_text(info: Info, language: Language = ENGLISH) -> str:
    """The same for a person."""
    lines: list[str] = [pgettext("heading", "Releases")]
    for source in info.sources:
        when = source.label
        if source.released not in ("", source.release):
            when = _("{release}, {when}", release=source.label, when=source.released)
        lines.append(_(
            "  {release}: {publisher}. {licence}.", release=when, publisher=source.publisher,
            licence=source.licence,
        ))  # fmt: skip
        if source.note:
            lines.append(joined(("    ", source.note), ""))
    lines += ["", pgettext("heading", "Occupations"), *coverage_lines(info.coverage)]
    if info.readers:
        lines += ["", pgettext("heading", "Languages")]
        lines += [joined(("  ", one), "") for one in info.readers]
    lines += ["", pgettext("heading", "Rows")]
    lines += [f"  {table:<16}{count:>9,}" for table, count in info.rows.items()]
    lines += ["", pgettext("new data", "Digest {digest}", digest=info.digest)]
    return "\n".join(map(language.say, lines))


def coverage_lines(coverage: Iterable[Coverage]) -> list[str]:
    """Lines such as "894 of 1,016 have skills", and what is not there at all."""
    lines: list[str] = [
        _("  {n} of {all} have {what}", n=f"{one.occupations:,}", all=f"{one.of:,}", what=one.what)
        for one in coverage
        if one.occupations
    ]
    absent = [one.what for one in coverage if not one.occupations]
    if absent:
        lines.append(_("  Not in this pack: {what}.", what=in_a_row(absent)))
    return lines


def in_a_row(items: Iterable[str]) -> str:
    """``a, b, c``."""
    return reduce(lambda one, two: _("{one}, {two}", one=one, two=two), items)
