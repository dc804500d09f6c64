"""Every table on paper has heads of its columns and of its rows, found by their scope."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client, view
from counselor_app.reports.compare import compare_content
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.typeset import profile_pdf, report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)
NURSES, CLERKS = "29-1141.00", "43-4051.00"


def elements(node: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """The structure elements of a kind, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == kind:
            yield node
        yield from elements(node.get("/K", pikepdf.Array()), kind)


def scope(cell: pikepdf.Object) -> str:
    """ "Row" or "Column" of a head, "" of a plain cell."""
    (table,) = [one for one in cell.A if one.O == "/Table"]
    assert cell.S == "/TH" or "/Headers" not in table  # else a reader looks no further
    return str(table.get("/Scope", "")).removeprefix("/")


def rows_of(pdf: bytes) -> list[list[list[str]]]:
    """Of each table the scopes of its cells, a list a row; what spans several is left out."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            [
                [scope(cell) for cell in row.K if cell.S in ("/TH", "/TD")]
                for row in elements(table.K, "/TR")
                if not any("/ColSpan" in one for cell in row.K for one in cell.A)
            ]
            for table in elements(document.Root.StructTreeRoot, "/Table")
        ]


@pytest.fixture(scope="module")
def pages(pack: Pack) -> dict[str, bytes]:
    """A profile, a fit report and a comparison."""
    seen = view(Client("", parse_scores("12,20,9,33,24,28")), pack.interest_profiles, None)
    sheets = [read_sheet(pack, code) for code in (NURSES, CLERKS)]
    matches = match_list(pack, seen.ranking, seen.redraws)
    sources = pack.sources.values()
    fit = fit_report_content(seen, sheets, matches, made_on=DAY, version="1", sources=sources)
    return {
        "profile": profile_pdf(sheets[0], made_on=DAY),
        "fit": report_pdf(fit),
        "compare": report_pdf(compare_content(sheets, seen, made_on=DAY, version="1")),
    }


@pytest.mark.parametrize("kind", ["profile", "fit", "compare"])
def test_tables_have_heads_of_rows_and_columns(pages: dict[str, bytes], kind: str) -> None:
    tables = rows_of(pages[kind])
    assert tables
    for first, *others in tables:
        assert {*first} == {"Column"}
        assert others
        for row in others:
            heads = 2 if kind == "fit" and len(first) == 5 else 1
            whole = len(row) == len(first)  # else a cell of the row before reaches into it
            assert not whole or row == ["Row"] * heads + [""] * (len(row) - heads)
            assert whole or "Row" not in row
