"""Broken files: each refusal says which file, which row, what was found, what was expected."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny_releases as tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from counselor_app.errors import UserError
from counselor_app.pack import bounds, files, tables
from counselor_app.pack.build import build
from counselor_app.pack.values import text


def _refusal(given: Path, tmp_path: Path) -> str:
    """What the build says about it; neither a pack nor a part of one may be left."""
    target = tmp_path / "out" / "p.sqlite"
    with pytest.raises(UserError) as refused:
        build([given], target)
    assert not target.parent.exists() or list(target.parent.iterdir()) == []
    return str(refused.value)


def test_a_truncated_zip(tmp_path: Path) -> None:
    whole = tiny.write_zip(tmp_path / "db_30_1.zip", tiny.write_onet(tmp_path / "db_30_1"))
    broken = tmp_path / "cut" / "db_30_1.zip"
    broken.parent.mkdir()
    broken.write_bytes(whole.read_bytes()[:-200])

    assert "db_30_1.zip is not a complete zip file" in _refusal(broken, tmp_path)


def test_a_zip_with_a_flipped_byte(tmp_path: Path) -> None:
    path = tiny.write_zip(tmp_path / "db_30_1.zip", tiny.write_onet(tmp_path / "x", "csv"))
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("x/essential_skills.csv")
    data = bytearray(path.read_bytes())
    data[info.header_offset + 80] ^= 0xFF
    path.write_bytes(data)

    said = _refusal(path, tmp_path)
    assert "db_30_1.zip: essential_skills.csv cannot be read" in said


@pytest.mark.parametrize("cut", [10, 500, -100])
def test_a_truncated_spreadsheet(tmp_path: Path, cut: int) -> None:
    folder = tiny.write_onet(tmp_path / "30.1")
    path = folder / "Skills.xlsx"
    path.write_bytes(path.read_bytes()[:cut])

    assert "Skills.xlsx is not a complete spreadsheet" in _refusal(folder, tmp_path)


def test_a_truncated_gzip(tmp_path: Path) -> None:
    folder = tiny.write_oews_tables(tmp_path / "oews-2025")
    path = folder / "metro.csv.gz"
    path.write_bytes(path.read_bytes()[:-20])

    assert "metro.csv.gz, after row 0: cannot be unpacked" in _refusal(folder, tmp_path)


@pytest.mark.parametrize("layout", ["excel", "text", "csv"])
def test_a_missing_column(tmp_path: Path, layout: tiny.Layout) -> None:
    skills = [[*row[:6], *row[7:]] for row in tiny.onet_tables()["Skills"]]
    folder = tiny.write_onet(tmp_path / "30.1", layout, {"Skills": skills})

    said = _refusal(folder, tmp_path)
    assert "row 1: expected a column named 'Data Value'; found 'O*NET-SOC Code'" in said
    assert said.lower().startswith(("skills.", "essential_skills.csv"))


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("latin-1", "looks like Latin-1"), ("utf-16", "looks like UTF-16"),
     ("utf-16-le", "looks like UTF-16")],
)  # fmt: skip
def test_another_encoding(tmp_path: Path, encoding: str, words: str) -> None:
    folder = tiny.write_onet(tmp_path / "30.1", "text")
    path = folder / "Alternate Titles.txt"
    path.write_bytes(
        path.read_text(encoding="utf-8").replace("Call Taker", "Café Caller").encode(encoding)
    )

    said = _refusal(folder, tmp_path)
    assert said.startswith("Alternate Titles.txt")
    assert words in said
    assert "UTF-8" in said


@pytest.mark.parametrize("layout", ["excel", "text", "csv"])
@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [(6, "high", "a number"), (6, 9.5, "a value of scale IM, 1 to 5"),
     (0, "43-4051", "43-4051.00"), (13, "Aug 2025", "a month and year"),
     (11, "maybe", "Y, N or n/a"), (7, 8.5, "a whole number")],
)  # fmt: skip
def test_a_cell_that_cannot_be_right(
    tmp_path: Path, layout: tiny.Layout, column: int, value: object, expected: str
) -> None:
    skills = tiny.onet_tables()["Skills"]
    skills[3][column] = value
    folder = tiny.write_onet(tmp_path / "30.1", layout, {"Skills": skills})

    said = _refusal(folder, tmp_path)
    assert f"row 4, column {skills[0][column]!r}: found {str(value)!r}, expected" in said
    assert expected in said


@pytest.mark.parametrize(
    ("table", "what"),
    [("Skills", "43-4051.00, 2.A.1.b, IM"), ("Interests", "43-4051.00, 1.B.1.a"),
     ("Job Zones", "43-4051.00"), ("Related Occupations", "29-1141.01, Index 1"),
     ("Technology Skills", "43-4051.00, Quill Pen Pro, Pen software"),
     ("Task Statements", "43-4051.00, Task ID 77"),
     ("Occupation Data", "29-1141.00"),
     ("Education, Training, and Experience", "43-4051.00, RL, category 1")],
)  # fmt: skip
def test_a_key_given_twice(tmp_path: Path, table: str, what: str) -> None:
    made = tiny.onet_tables()
    rows = made[table]
    rows.append(rows[1])
    folder = tiny.write_onet(tmp_path / "30.1", "text", made)

    said = _refusal(folder, tmp_path)
    assert said.startswith(f"{table}.txt: rows 2 and {len(rows)} both give {what};")


def test_two_files_with_the_same_row(tmp_path: Path) -> None:
    folder = tiny.write_onet(tmp_path / "31.0", "csv", {"Skills": tiny.onet_tables()["Skills"]})
    (folder / "transferable_skills.csv").write_bytes((folder / "essential_skills.csv").read_bytes())

    assert "Two of the given files hold the same row" in _refusal(folder, tmp_path)


def test_a_text_that_was_cut_off(tmp_path: Path) -> None:
    folder = tiny.write_onet(tmp_path / "30.1", "text")
    path = folder / "Skills.txt"
    path.write_bytes(path.read_bytes()[:-30])

    assert "Skills.txt, row 7: found" in _refusal(folder, tmp_path)


def test_an_unclosed_quote(tmp_path: Path) -> None:
    folder = tiny.write_onet(tmp_path / "31.0", "csv")
    path = folder / "job_zones.csv"
    path.write_bytes(path.read_bytes() + b'"43-4051.00,')

    assert "job_zones.csv, after row" in _refusal(folder, tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    folder = tiny.write_onet(tmp_path / "30.1", "text")
    (folder / "Skills.txt").write_bytes(b"")

    assert "Skills.txt is empty" in _refusal(folder, tmp_path)


def test_files_of_another_agency_only(tmp_path: Path) -> None:
    folder = tmp_path / "census"
    tiny.write_csv(folder / "population.csv", [["state", "people"], ["Texas", 1]])

    said = _refusal(folder, tmp_path)
    assert (
        "Nothing given is an official table that the program knows (found population.csv)" in said
    )


def test_a_file_of_another_agency_beside_a_release_is_listed(tmp_path: Path) -> None:
    folder = tiny.write_onet(tmp_path / "30.1", "csv")
    tiny.write_csv(folder / "population.csv", [["state", "people"], ["Texas", 1]])
    report = build([folder], tmp_path / "p.sqlite")

    assert report.unrecognised == ("population.csv",)


def test_nothing_there(tmp_path: Path) -> None:
    assert "there is no such file or folder" in _refusal(tmp_path / "nowhere", tmp_path)


@pytest.mark.parametrize("write", [
    lambda folder: tiny.write_oews_tables(folder / "oews-2025"),
    lambda folder: tiny.write_onet(folder / "30.1"),
    lambda folder: tiny.write_zip(folder / "z.zip", tiny.write_onet(folder / "30.1", "csv")),
])  # fmt: skip
def test_a_bomb_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], Path]
) -> None:
    given = write(tmp_path / "given")
    monkeypatch.setattr(files, "MAX_BYTES", 300)
    monkeypatch.setattr(bounds, "MAX_BYTES", 300)

    assert "more than any official" in _refusal(given, tmp_path)


_CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\t"), min_size=0, max_size=9
).map(str.strip)


@settings(max_examples=40)
@given(st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=8), st.booleans())
def test_text_round_trips(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], tabs: bool
) -> None:
    path = tmp_path_factory.mktemp("t") / ("t.txt" if tabs else "t.csv.gz")
    if tabs:
        lines = ["a\tb", *("\t".join(row) for row in rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    else:
        tiny.write_csv(path, [["a", "b"], *rows])
    table = tables.read_table(next(files.walk([path])))
    found = list(
        table.records(tables.Column(("a",), text), tables.Column(("c",), text, optional=True))
    )

    assert found == [(n, text(a), "") for n, (a, _) in enumerate(rows, 2)]


def test_a_table_cut_off_in_its_last_cell_is_refused(tmp_path: Path) -> None:
    """Bug: the occupations of a truncated text file replaced a good pack."""
    folder = tiny.write_onet(tmp_path / "30.1", "text")
    path = folder / "Occupation Data.txt"
    path.write_bytes(path.read_bytes().rstrip()[:-3])

    assert "Occupation Data.txt: the last row has no line end" in _refusal(folder, tmp_path)


def test_a_file_that_is_no_pack_is_not_replaced(tiny_folder: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("precious", encoding="utf-8")
    with pytest.raises(UserError, match="not replaced"):
        build([tiny_folder], notes)
    assert notes.read_text(encoding="utf-8") == "precious"
