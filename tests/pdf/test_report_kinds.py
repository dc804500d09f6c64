"""What every kind of report owes a screen reader and a printer, whoever it is about."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader
from records import record

from counselor_app.client_texts import item_texts, self_report_texts
from counselor_app.domain.record.handout import client_handout
from counselor_app.domain.session.client import Client, view
from counselor_app.reports.compare import compare_content
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.handout import handout_content
from counselor_app.reports.parts import Kind, Report
from counselor_app.reports.record import record_content
from counselor_app.reports.typeset import report_pdf, report_svg_pages
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page
    from tests.pdf.test_profile_tags import Tag

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
KINDS: tuple[Kind, ...] = ("fit", "compare", "handout", "record")
CODES = ("43-4051.00", "27-2011.00", "55-1011.00")


def contents(pack: Pack) -> Iterator[Report]:
    kept = record(CODES)
    found = view(Client(kept.name, kept.scores[0].scores), pack.interest_profiles)
    sheets = [read_sheet(pack, code, ["4800000"]) for code in CODES]
    sources = pack.sources.values()
    matches = match_list(pack, found.ranking)
    yield fit_report_content(found, sheets, matches, made_on=DAY, version="1.2", sources=sources)
    yield compare_content(sheets, found, made_on=DAY, version="1.2")
    assert set(CODES) <= set(client_handout(kept).codes)
    yield handout_content(
        kept, sheets, copy="client", made_on=DAY, version="1.2", sources=sources, view=found
    )
    yield record_content(
        kept, titles={}, elements={}, items=item_texts(), texts=self_report_texts(), made_on=DAY,
        version="1.2", sources=sources,
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(pack: Pack) -> dict[Kind, Report]:
    return {content.kind: content for content in contents(pack)}


@pytest.fixture(scope="module")
def printed(made: dict[Kind, Report]) -> dict[Kind, bytes]:
    return {kind: report_pdf(content) for kind, content in made.items()}


def tags(pdf: bytes) -> list[Tag]:
    from tests.pdf.test_profile_tags import tags

    return tags(pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_headings_tables_and_figures_are_tagged(printed: dict[Kind, bytes], kind: Kind) -> None:
    found = tags(printed[kind])
    kinds = [tag.kind for tag in found]
    headings = [int(name[1]) for name in kinds if name in ("H1", "H2", "H3", "H4")]
    assert headings[0] == 1
    assert headings.count(1) == 1
    for one, other in itertools.pairwise(headings):
        assert other <= one + 1
    starts = [i for i, name in enumerate(kinds) if name == "Table"]
    for start, end in itertools.pairwise([*starts, len(kinds)]):
        assert "TH" in kinds[start:end]
    assert all(len(tag.alt) > 20 for tag in found if tag.kind == "Figure")


@pytest.mark.parametrize("kind", KINDS)
def test_title_language_and_fonts(printed: dict[Kind, bytes], kind: Kind) -> None:
    with pikepdf.open(BytesIO(printed[kind])) as document:
        assert str(document.Root.Lang).startswith("en")
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert len(metadata["dc:title"]) > 10
        for page in document.pages:
            for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values():
                (inner,) = font.DescendantFonts
                assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())


@pytest.mark.parametrize("kind", KINDS)
def test_heads_feet_bookmarks_and_attribution(
    printed: dict[Kind, bytes], kind: Kind, read_back: Read
) -> None:
    pages = read_back(printed[kind])
    for place, page in enumerate(pages, 1):
        assert f"Page {place} of {len(pages)}" in page.flat
        assert "November 22, 2026" in page.flat
        assert "May 2025" in page.flat
        assert "O*NET" in page.flat
        assert len(page.flat) > 400
        # The client's page names neither program nor tables.
        if place > 1 or kind not in ("fit", "compare"):
            assert "Printed November 22, 2026" in page.flat
            assert "Counselor 1.2 · O*NET" in page.flat
            assert "OEWS May 2025" in page.flat
    text = " ".join(page.flat for page in pages)
    if kind != "record":
        assert "has not approved, endorsed, or tested these modifications." in text
        assert "by the U.S. Department of Labor, Employment and Training Administration" in text
    outline = PdfReader(BytesIO(printed[kind])).outline
    assert len(outline) > 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_content_gives_the_same_bytes_and_pages(
    made: dict[Kind, Report], printed: dict[Kind, bytes], kind: Kind, read_back: Read
) -> None:
    assert report_pdf(made[kind]) == printed[kind]
    pages = report_svg_pages(made[kind])
    assert len(pages) == len(read_back(printed[kind]))
    assert all(page.lstrip().startswith(b"<svg") for page in pages)


@pytest.mark.parametrize("kind", KINDS)
def test_a4_keeps_the_margins(made: dict[Kind, Report], kind: Kind, read_back: Read) -> None:
    for page in read_back(report_pdf(made[kind], "a4")):
        for letter, (left, bottom, right, top) in page.letters():
            assert left > 44, letter
            assert right < 595.28 - 44, letter
            assert bottom > 20, letter
            assert top < 841.89 - 20, letter
