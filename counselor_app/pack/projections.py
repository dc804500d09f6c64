"""The employment projections workbook, whatever its decade: columns found by meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.pack.account import Account
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.tables import Batch, Column, Table, read_sheets, read_table
from counselor_app.pack.values import dashed_number, dashed_text, soc_code, some_text, text

# What a column means, by its name in lower case with underscores as blanks.
_MEANINGS = {
    "code": r"matrix (occupation )?code|^occ code",
    "title": r"matrix (occupation )?title|^occ title",
    "type": r"^(occupation|row) type",
    "change": r"^(employment )?change,? (numeric|thousands)",
    "change_pct": r"^(employment )?change,? (percent|pct)",
    "self_employed_pct": r"percent self employed|^self employed pct",
    "openings": r"openings",
    "entry_education": r"^typical (education|entry education)",
    "experience": r"work experience",
    "training": r"on.the.job training",
    "exits": r"^(labor force )?exits\b(?!.*rate)",
    "transfers": r"^(occupational )?transfers\b(?!.*rate)",
    "exit_rate": r"exit rate",
    "transfer_rate": r"transfer rate",
    "industry": r"industry title",
    "industry_code": r"industry code",
    "factor": r"^factors? ",
}
_EMPLOYMENT = re.compile(r"^emp(?:loyment,)? (\d{4})(?: thousands)?$")
_FACTOR = re.compile(r"(?P<kind>[^-–—]+?)\s*[-–—]+\s*share (?P<direction>increases|decreases)\b")
_NO_CHANGE = re.compile(r"(?P<kind>[^-–—]+?)\s*[-–—]+\s*(no change|share (is|remains) \w+)")

SEPARATIONS = {"openings", "exits", "transfers"}
FACTORS = {"industry", "industry_code", "factor"}
GROUP = _("group of occupations")
_HEADER_ROWS = 6


@dataclass(slots=True)
class Projections:
    """One edition: rows of ``projection`` by code, and of ``factor``; no ``source_id``."""

    base_year: int = 0
    target_year: int = 0
    titles: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    line_items: set[str] = field(default_factory=set)
    separations: dict[str, tuple[float | None, ...]] = field(default_factory=dict)
    """Exits and transfers a year, and the rate of each, by code."""
    factors: list[tuple[Any, ...]] = field(default_factory=list)

    def table_rows(self) -> list[tuple[Any, ...]]:
        """Rows in the order of the pack's columns, ``openings_rank`` computed, by code."""
        openings = sorted(
            row["openings"]
            for code, row in self.rows.items()
            if code in self.line_items and row["openings"] is not None
        )
        found = []
        for code, row in sorted(self.rows.items()):
            of: int | None = len(openings)
            rank: int | None = None
            if code in self.line_items and row["openings"] is not None:
                rank = 1 + sum(1 for other in openings if other > row["openings"])
            found.append(
                (
                    code, self.base_year, self.target_year, row["base"], row["projected"],
                    row["change"], row["change_pct"], row["self_employed_pct"], row["openings"],
                    *self.separations.get(code, (None,) * 4), rank, of if rank else None,
                    row["entry_education"], row["experience"], row["training"], None,
                )
            )  # fmt: skip
        return found


def read_workbook(file: ReleaseFile, account: Account, found: Projections) -> None:
    """Every table of the workbook that the pack uses.

    Raises:
        UserError: when the table of projections is not in it.
    """
    before = len(found.rows)
    for sheet, rows in read_sheets(file):
        table = _find_header(_("{file}, sheet {sheet}", file=file.name, sheet=repr(sheet)), rows)
        if table is not None:
            _read(table, account, found)
    if len(found.rows) == before:
        raise UserError(_(
            "{file}: no sheet has the columns of Table 1.2 (employment in two years, openings,"
            " typical education). Use the workbook as the agency publishes it.", file=file.name
        ))  # fmt: skip


def read_text(file: ReleaseFile, account: Account, found: Projections) -> None:
    """One of the tables 1.2, 1.10 and 1.12 as a text file."""
    table = read_table(file)
    if not _read(table, account, found):
        have = ", ".join(repr(name) for name in table.header)
        raise UserError(_(
            "{file}, row 1: expected the columns of table 1.2, 1.10 or 1.12 of the projections;"
            " found {have}. Use the file as published.", file=file.name, have=have
        ))  # fmt: skip


def _find_header(name: str, batches: Iterator[Batch]) -> Table | None:
    """The sheet as a table from its row of column names on; None when it has none."""
    first = next(batches, None)
    if first is None:
        return None
    rows, cells = first
    for place, row in enumerate(cells[:_HEADER_ROWS], 1):
        header = tuple(text(cell) for cell in row)
        if "code" in _meanings(header):
            return Table(name, header, chain([(rows[place:], cells[place:])], batches))
    return None


def _meanings(header: tuple[str, ...]) -> dict[str, int]:
    places: dict[str, int] = {}
    for index, name in enumerate(header):
        words = name.lower().replace("_", " ")
        for meaning, pattern in _MEANINGS.items():
            if re.search(pattern, words):
                places.setdefault(meaning, index)
    return places


def _read(table: Table, account: Account, found: Projections) -> bool:
    """Read a table when it is one of those in use; say whether it was."""
    meanings = _meanings(table.header)
    have = set(meanings)
    if have >= FACTORS:
        _read_factors(_coded(table, meanings), account, found, meanings)
    elif have >= SEPARATIONS:
        _read_separations(_coded(table, meanings), account, found, meanings)
    elif have & {"entry_education", "experience", "training"}:
        _read_projections(_coded(table, meanings), account, found, meanings)
    else:
        return False
    return True


def _coded(table: Table, meanings: dict[str, int]) -> Table:
    """The table without its foot: rows that have a code."""
    return table.only(_column(table, meanings, "code", text), bool)


def _column(table: Table, meanings: dict[str, int], meaning: str, parse: Any) -> Column:
    if meaning not in meanings:
        return Column((meaning.replace("_", " "),), parse)
    return Column((table.header[meanings[meaning]],), parse)


def _read_projections(
    table: Table, account: Account, found: Projections, meanings: dict[str, int]
) -> None:
    years = sorted(
        (int(match[1]), index)
        for index, name in enumerate(table.header)
        if (match := _EMPLOYMENT.match(name.lower().replace("_", " ")))
    )
    if len(years) != 2:
        raise UserError(_(
            "{table}, row of column names: expected 'Employment, YEAR' for two years; found"
            " {found}. Use the file as published.", table=table.name, found=len(years)
        ))  # fmt: skip
    (found.base_year, base), (found.target_year, target) = years
    fields = ("change", "change_pct", "self_employed_pct", "openings")
    words = ("entry_education", "experience", "training")
    first: dict[str, int] = {}
    for row, code, title, kind, *values in table.records(
        _column(table, meanings, "code", soc_code),
        _column(table, meanings, "title", some_text),
        _column(table, meanings, "type", text),
        Column((table.header[base],), dashed_number),
        Column((table.header[target],), dashed_number),
        *[_column(table, meanings, name, dashed_number) for name in fields],
        *[_column(table, meanings, name, dashed_text) for name in words],
    ):
        if kind == "Summary" and code != "00-0000":
            account.leave(GROUP)
            continue
        if first.setdefault(code, row) != row:
            table.twice(first[code], row, code)
        found.titles[code] = re.sub(r"\[\d+\]$", "", title)
        if code != "00-0000":
            found.line_items.add(code)
        names = ("base", "projected", *fields, *words)
        found.rows[code] = dict(zip(names, values, strict=True))
    account.fills("projection", len(first))


def _read_separations(
    table: Table, account: Account, found: Projections, meanings: dict[str, int]
) -> None:
    kept = 0
    rates = [
        replace(_column(table, meanings, name, dashed_number), optional=True)
        for name in ("exit_rate", "transfer_rate")
    ]
    for _row, code, kind, *separations in table.records(
        _column(table, meanings, "code", soc_code),
        _column(table, meanings, "type", text),
        _column(table, meanings, "exits", dashed_number),
        _column(table, meanings, "transfers", dashed_number),
        *rates,
    ):
        if kind == "Summary" and code != "00-0000":
            account.leave(GROUP)
            continue
        found.separations[code] = tuple(separations)
        kept += 1
    account.fills("projection", kept)


def _read_factors(
    table: Table, account: Account, found: Projections, meanings: dict[str, int]
) -> None:
    kept = 0
    for row, code, industry, industry_code, words in table.records(
        _column(table, meanings, "code", soc_code),
        _column(table, meanings, "industry", some_text),
        _column(table, meanings, "industry_code", some_text),
        _column(table, meanings, "factor", some_text),
    ):
        match = _FACTOR.match(words) or _NO_CHANGE.match(words)
        if match is None:
            account.refuse(row, _("the kind and direction of the factor cannot be told"))
            continue
        direction = match.groupdict().get("direction") or "no change"
        kind = match["kind"].strip().lower()
        found.factors.append((code, industry_code, industry, kind, direction, words))
        kept += 1
    account.fills("factor", kept)
