"""A workbook is as large as an official one when it is read, or it is refused before."""

from __future__ import annotations

from pathlib import Path

import hostile_books as hostile
import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.pack import bounds
from counselor_app.pack.bounds import check_size
from counselor_app.pack.files import ReleaseFile, walk
from counselor_app.pack.tables import read_sheets, read_table


def _file(folder: Path, kind: str, content: bytes) -> ReleaseFile:
    path = folder / f"Skills.{kind}"
    path.write_bytes(content)
    return next(iter(walk([path])))


@pytest.mark.parametrize(
    ("kind", "content"),
    [pytest.param(kind, content, id=what[:60]) for what, kind, content in hostile.bombs()],
)
def test_a_few_bytes_that_would_be_billions_of_cells_are_refused(
    kind: str, content: bytes, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as refused:
        read_table(_file(tmp_path, kind, content))
    assert f"Skills.{kind}" in str(refused.value)
    assert "Give the file as the agency publishes it." in str(refused.value)


@pytest.mark.parametrize("text", [b"<c>", b"<a>", b'<c r="A1"/>'])
def test_a_part_of_a_gigabyte_is_not_unpacked_to_its_end(text: bytes, tmp_path: Path) -> None:
    file = _file(tmp_path, "xlsx", hostile.a_gigabyte(text, megabytes=66))
    with pytest.raises(UserError, match="not read"):
        check_size(file)


def test_a_size_that_is_not_what_the_archive_says_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_BYTES", 100_000)
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    book = hostile.xlsx(row + " " * 200_000)
    lying = hostile.with_false_size(book, "xl/worksheets/sheet1.xml", 10)
    with pytest.raises(UserError, match="unpacks to more than 100,000 bytes"):
        check_size(_file(tmp_path, "xlsx", lying))


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"\xd0\xcf\x11\xe0" * 200, b"x" * 5000])
@pytest.mark.parametrize("kind", ["xls", "xlsb", "xlsx", "xlsm", "ods"])
def test_what_is_no_workbook_is_refused_in_words(kind: str, content: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=rf"^Skills\.{kind} "):
        read_table(_file(tmp_path, kind, content))


def test_workbooks_as_programs_write_them_are_read(tmp_path: Path) -> None:
    book = tiny.write_workbook(tmp_path / "a.xlsx", {"a": [["x", 1], ["", ""], ["y", 2]]})
    bare = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 5000
    padded = hostile.row(
        hostile.cell(2) + '<table:table-cell table:number-columns-repeated="16382"/>'
    ) + hostile.row('<table:table-cell table:number-columns-repeated="16384"/>', 1_048_575)
    for kind, content, rows in (
        ("xlsx", book.read_bytes(), 2),
        ("xlsx", hostile.xlsx(bare), 5000),
        ("ods", hostile.ods(padded), 1),
    ):
        _, batches = next(read_sheets(_file(tmp_path, kind, content)))
        assert sum(len(cells) for _, cells in batches) == rows
