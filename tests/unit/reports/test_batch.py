from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from counselor_app.errors import UserError
from counselor_app.reports import presses
from counselor_app.reports.batch import NotMade, Run, write_booklet, write_each
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Report
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)
CODES = ("43-4051.00", "55-1011.00", "25-2021.00")
Make = Callable[[str], Report]


@pytest.fixture
def make(pack: Pack) -> Make:
    return lambda code: profile_content(read_sheet(pack, code), made_on=DAY, version="0.0")


@pytest.fixture(scope="module")
def booklet(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("booklet") / "three.pdf"
    codes = (*CODES[:1], "99-9999.00", *CODES[1:])

    def made(code: str) -> Report:
        return profile_content(read_sheet(pack, code), made_on=DAY, version="0.0")

    found = write_booklet(Run(codes, made), target, name="Three jobs (1)", made_on=DAY)
    assert found is not None
    assert (found.reports, found.pages) == (3, 5)  # a job without figures takes one page
    assert [item.what for item in found.not_made] == ["99-9999.00"]
    assert found.summary == "3 reports, 5 pages, in three.pdf. 1 could not be made."
    assert [path.name for path in target.parent.iterdir()] == ["three.pdf"]
    return target.read_bytes()


def test_contents_name_the_page_of_every_report(booklet: bytes) -> None:
    reader = PdfReader(BytesIO(booklet))
    first = " ".join(reader.pages[0].extract_text().split())
    assert "3 reports on 5 pages." in first
    for title, page in (
        ("Customer Service Representatives", "1"), ("Elementary School Teachers", "4"),
    ):  # fmt: skip
        row = first[first.index(title) :]
        assert f" {page} " in row[:400]
    assert "99-9999.00: No occupation has the code" in first
    assert reader.page_labels == ["i", "1", "2", "3", "4", "5"]
    last = " ".join(reader.pages[5].extract_text().split())
    assert "Booklet page 5, page 2 of 2" in last


def test_links_of_the_contents_lead_to_the_reports(booklet: bytes) -> None:
    with pikepdf.open(BytesIO(booklet)) as document:
        pages = [page.objgen for page in document.pages]
        targets = [link.Dest[0].objgen for link in document.pages[0].obj.Annots]
        assert {*targets} == {pages[1], pages[3], pages[4]}
        assert all(str(link.Contents) for link in document.pages[0].obj.Annots)


def test_bookmarks_of_every_report_stay(booklet: bytes) -> None:
    reader = PdfReader(BytesIO(booklet))
    tops = [item for item in reader.outline if not isinstance(item, list)]
    assert [reader.get_destination_page_number(item) for item in tops] == [0, 1, 3, 4]
    assert tops[1]["/Title"] == "Customer Service Representatives"
    groups = [item for item in reader.outline if isinstance(item, list)]
    named = [item["/Title"] for item in groups[1]]
    assert named.index("Do next") < named.index("Pay") < named.index("Sources")


def test_booklet_is_one_tagged_document(booklet: bytes) -> None:
    with pikepdf.open(BytesIO(booklet)) as document:
        assert document.check_pdf_syntax() == []
        tree = document.Root.StructTreeRoot
        (whole,) = tree.K
        assert str(whole.S) == "/Document"
        assert [str(part.S) for part in whole.K] == ["/Part"] * 4
        assert all(part.P.objgen == whole.objgen for part in whole.K)
        parents = list(tree.ParentTree.Nums)
        keys = [int(key) for key in parents[::2]]
        assert keys == sorted(set(keys))
        for page in document.pages:
            row = parents[2 * keys.index(int(page.obj.StructParents)) + 1]
            assert all(tag.Pg.objgen == page.objgen for tag in row if "/Pg" in tag)
        names = [bytes(name) for name in list(tree.IDTree.Names)[::2]]
        assert names == sorted(set(names))
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Three jobs (1)"
            assert metadata["pdfuaid:part"] == "1"


def test_every_report_in_the_booklet_reads_as_it_does_alone(booklet: bytes, make: Make) -> None:
    from counselor_app.reports.typeset import report_pdf

    alone = PdfReader(BytesIO(report_pdf(make("43-4051.00")))).pages[0].extract_text()
    joined = PdfReader(BytesIO(booklet)).pages[1].extract_text()
    assert joined.replace("Booklet page 1, page 1 of 2", "Page 1 of 2") == alone


def test_a_file_each_named_by_code(make: Make, tmp_path: Path) -> None:
    target = tmp_path / "out"
    found = write_each(Run(("43-4051.00", "bad"), make), target, "csv")
    assert found is not None
    assert [path.name for path in target.iterdir()] == ["43-4051.00.csv"]
    assert found.not_made[0].what == "bad"
    assert "not an occupation code" in found.not_made[0].why


def test_one_report_that_cannot_be_set_does_not_cost_the_others(make: Make, tmp_path: Path) -> None:
    def some(code: str) -> Report:
        if code == CODES[1]:
            raise RuntimeError("a page that does not end")
        return make(code)

    found = write_booklet(Run(CODES, some), tmp_path / "b.pdf", name="B", made_on=DAY)
    assert found is not None
    assert found.not_made == (NotMade(CODES[1], "a page that does not end"),)
    assert len(PdfReader(tmp_path / "b.pdf").pages) == 5


def test_processes_print_the_same_booklet(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sets a report, its pages have their numbers, and one that fails is left out."""

    def some(code: str) -> Report:
        report = make(code)
        return replace(report, kind="compare") if code == "47-2111.00" else report

    run = Run((CODES[1], "47-2111.00", CODES[0], CODES[1], CODES[2]), some)
    alone, many = tmp_path / "alone.pdf", tmp_path / "many.pdf"
    assert write_booklet(run, alone, name="B", made_on=DAY)
    monkeypatch.setattr(presses, "_FEW", 2)
    monkeypatch.setattr(presses, "_BEFORE_NEW", 4)
    found = write_booklet(run, many, name="B", made_on=DAY)
    assert found is not None
    assert (found.reports, found.pages) == (4, 6)
    assert [item.what for item in found.not_made] == ["47-2111.00"]
    assert many.read_bytes() == alone.read_bytes()


@pytest.mark.parametrize("after", [0, 1, 2])
def test_cancelled_leaves_nothing(make: Make, tmp_path: Path, after: int) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    run = Run(CODES, make, cancelled=cancelled)
    assert write_booklet(run, tmp_path / "b.pdf", name="B", made_on=DAY) is None
    asked.clear()
    assert write_each(run, tmp_path / "each", "pdf") is None
    assert list(tmp_path.iterdir()) == []


def test_nothing_made_is_said_and_leaves_nothing(make: Make, tmp_path: Path) -> None:
    run = Run(("99-9999.00",), make, not_made=(NotMade("Line 2", "no code"),))
    with pytest.raises(UserError, match="No report could be made, so no file was written"):
        write_booklet(run, tmp_path / "b.pdf", name="B", made_on=DAY)
    with pytest.raises(UserError, match="No report could be made"):
        write_each(run, tmp_path / "each", "html")
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_a_folder_keeps_what_is_in_it(make: Make, tmp_path: Path) -> None:
    kept = tmp_path / "b.pdf"
    kept.mkdir()
    with pytest.raises(UserError, match=r"could not be written to .*b\.pdf"):
        write_booklet(Run(CODES[:1], make), kept, name="B", made_on=DAY)
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]
