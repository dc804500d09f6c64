"""What a screen reader and a viewer find in the PDF: tags, text equivalents, bookmarks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pypdf import PdfReader

if TYPE_CHECKING:
    from tests.pdf.conftest import Printed


@dataclass(frozen=True)
class Tag:
    """A structure element: its kind without the slash, its text equivalent."""

    kind: str
    alt: str


def tags(pdf: bytes) -> list[Tag]:
    """The structure tree in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_walk(document.Root.StructTreeRoot))


def _walk(node: pikepdf.Object) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield Tag(str(node.S).removeprefix("/"), str(node.get("/Alt", "")))
        if "/K" in node:
            yield from _walk(node.K)


def test_tags_tell_the_page_in_order(printed: Printed) -> None:
    found = tags(printed.pdf)
    kinds = [tag.kind for tag in found]
    assert kinds.count("H1") == 1
    assert kinds.index("H1") < kinds.index("H2")
    assert not {"H4", "H5", "H6"} & set(kinds)
    figures = [tag for tag in found if tag.kind == "Figure"]
    assert bool(figures) != printed.sheet.occupation.code.startswith("55-")
    assert all(len(tag.alt) > 20 for tag in figures)
    if printed.sheet.nation.median().number is not None:
        median = f"{printed.sheet.nation.median().number:,.0f}"
        assert any(f"U.S.: half earn more than ${median}" in tag.alt for tag in figures)


def test_tables_have_headers(printed: Printed) -> None:
    kinds = [tag.kind for tag in tags(printed.pdf)]
    starts = [i for i, kind in enumerate(kinds) if kind == "Table"]
    for start, end in itertools.pairwise([*starts, len(kinds)]):
        assert "TH" in kinds[start:end]


def test_accessible_metadata(printed: Printed) -> None:
    title = f"{printed.sheet.occupation.title}: occupation profile"
    with pikepdf.open(BytesIO(printed.pdf)) as document:
        assert str(document.Root.Lang).startswith("en")
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == title
        for page in document.pages:
            assert str(page.obj.get("/Tabs", "/S")) == "/S"


def test_fonts_travel_with_the_file(printed: Printed) -> None:
    with pikepdf.open(BytesIO(printed.pdf)) as document:
        fonts = [
            font
            for page in document.pages
            for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()
        ]
        assert fonts
        for font in fonts:
            (inner,) = font.DescendantFonts
            descriptor = inner.FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "SourceS" in str(font.BaseFont)


def test_no_letter_is_missing_from_the_fonts(printed: Printed) -> None:
    for page in printed.pages:
        assert "\ufffd" not in page.text
        assert "\x00" not in page.text


def test_bookmarks_lead_to_every_block(printed: Printed) -> None:
    outline = PdfReader(BytesIO(printed.pdf)).outline
    names = [str(item["/Title"]) for group in outline if isinstance(group, list) for item in group]
    assert outline[0]["/Title"] == printed.sheet.occupation.title  # type: ignore[call-overload]
    if printed.sheet.occupation.code.startswith("55-"):
        assert names[1:] == [
            "Ask a recruiter, and write the answer down",
            "Civilian jobs with work that is alike",
            "Do next",
        ]
        return
    # The student's blocks in their order, then the counselor's.
    student, counselor = names[: names.index("Pay")], names[names.index("Pay") :]
    heads = ["Pay in ", "Jobs in ", "Outlook", "Getting in: "]
    ours = printed.sheet.words
    if ours is not None and ours.does:
        heads = ["What you would do", "You may like", "What is hard", *heads]
    at = [next(i for i, name in enumerate(student) if name.startswith(head)) for head in heads]
    assert at == sorted(at)
    assert student[-1] == "Do next"
    assert counselor[:2] == ["Pay", "Outlook"]
    assert {"Getting in", "Interests", "What it takes, most important first"} <= {*counselor}
    assert counselor[-1] == "Sources"
