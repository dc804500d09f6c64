"""Lists of occupations as spreadsheets and people write them: nothing is left out in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counselor_app.errors import UserError
from counselor_app.reports.code_list import read_codes

CLERK, NURSE, DEV = "43-4051.00", "29-1141.00", "15-1252.00"
KNOWN = frozenset(
    {CLERK, NURSE, DEV, "11-1011.00", "11-2021.00", "11-3021.00", "11-9199.01", "29-1141.01"}
)


def read(tmp_path: Path, text: str | bytes) -> tuple[list[str], list[tuple[str, str]]]:
    path = tmp_path / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    codes, left_out = read_codes(path, KNOWN)
    return codes, [(item.what, item.why) for item in left_out]


@pytest.mark.parametrize(
    "field",
    [
        "43-4051", "43-4051.00", "434051", "43405100", "434051.0", "43–4051", "43—4051",
        "43‐4051", "43\u20114051", "43−4051", "43 - 4051", "43-4051\u200b", "\u200e43-4051",
        "４３-４０５１", "４３－４０５１", '="43-4051"', '"=""43-4051"""', "'43-4051",
        " 43-4051\u00a0",
        "43-4051 Customer Service Representatives", "Customer Service Representatives (43-4051)",
        "43-4051: Representatives", "434051 Representatives", "SOC 43-4051", '"43-4051"',
        "[43-4051]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "code\n", "SOC Code\n"])
def test_a_code_is_understood_as_it_comes(tmp_path: Path, field: str, head: str) -> None:
    assert read(tmp_path, f"{head}{field}\n29-1141\n") == ([CLERK, NURSE], [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("43–4051\n29-1141\n", [CLERK, NURSE]),  # the first line is a code
        ("434051\n", [CLERK]),
        ("StudentID,Name,Code\n151252,Client A,29-1141\n", [NURSE]),
        ("151252,Client A,29-1141\n434051,Client B,11-1011\n", [NURSE, "11-1011.00"]),
        ("Date,Code\n20260915,29-1141\n", [NURSE]),
        ("Zip code,Occupation code\n43405,29-1141\n", [NURSE]),
        ("Client code,Job\nA17,29-1141\n", [NURSE]),
        ("Title;Code\r\nClerks;43-4051\r\n\r\n;\r\nClerks again;434051\r\n", [CLERK]),
        ("Title\tCode\r\nClerks, all\t43-4051\r\n", [CLERK]),
        ("sep=;\nCode;Title\n43-4051;Clerks, all\n", [CLERK]),
        ("O*NET-SOC 2019 Code,O*NET-SOC 2019 Title\n29-1141.01,x\n", ["29-1141.01"]),
        ("Related,Code\n43-4051,29-1141\n", [NURSE]),
        ('Code,Title\n43-4051,"Clerks,\nall of them"\n', [CLERK]),
        ("43-4051\r29-1141\r", [CLERK, NURSE]),
        ("43-4051,5'10\"\n29-1141,x\n", [CLERK, NURSE]),
    ],
)
def test_the_code_is_in_its_column(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert read(tmp_path, text) == (codes, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp437"])
def test_any_encoding_of_a_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    text = "Code;Note\r\n43-4051;café\r\n".encode(encoding)
    assert read(tmp_path, text) == ([CLERK], [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Nov-21", "a spreadsheet has turned 11-2021 (or 11-3021) into a date"),
        ("21-Nov", "is a date, no code"),
        ("Nov 2021", "a spreadsheet has turned 11-2021 into a date"),
        ("2021-11-01", "a spreadsheet has turned 11-2021 into a date"),
        ("11/1/2021", "a spreadsheet has turned 11-2021 into a date"),
        ("01.11.2021", "a spreadsheet has turned 11-2021 into a date"),
        ("1-Nov-21", "a spreadsheet has turned 11-2021"),
        ("Dec-21", "“Dec-21” is a date, no code"),
        ("4.34E+05", "a number that a spreadsheet has rounded"),
        ("99-9999", "no occupation has the code 99-9999"),
        ("43-405", "no code like 43-4051 in “43-405”"),
        ("123-43-4051", "no code like 43-4051"),
        ("43-40511", "no code like 43-4051"),
        ("Bakers", "no code like 43-4051 in “Bakers”"),
        ("\x1b[31mBakers\u202e", "in “\\u001b[31mBakers”"),
        ("43-4051 29-1141", "only 43-4051.00 is taken; 29-1141.00 too stand"),
        ("43-4051,29-1141,15-1252", "only 43-4051.00 is taken; 15-1252.00 and 29-1141.00"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_is_left_out_is_said_with_its_line(
    tmp_path: Path, line: str, why: str, first: bool
) -> None:
    _, left_out = read(tmp_path, f"{line}\n11-1011\n" if first else f"11-1011\n\n{line}\n")
    ((where, said),) = left_out
    assert where == ("Line 1" if first else "Line 3")
    for words in why.replace("15-1252.00 and 29-1141.00", "29-1141.00 and 15-1252.00").split("\n"):
        assert words in said


@pytest.mark.parametrize("text", ["StudentID,Name\n151252,Client A\n", "Student,No\nA,434051\n"])
def test_a_students_number_is_never_a_code(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match="stands where a code does not"):
        read(tmp_path, text)


def test_a_students_number_does_not_stand_in_for_a_code_that_is_missing(tmp_path: Path) -> None:
    codes, left_out = read(tmp_path, "151252,Client A,29-1141\n434051,Client B,\n")
    assert codes == [NURSE]
    assert left_out[0][0] == "Line 2"


@pytest.mark.parametrize(
    "text",
    [
        'code,title\n43-4051,"Rep\n29-1141,Nurse\n15-1252,Dev\n',
        'code,title\n43-4051,"Rep\n29-1141,Nurse"\n15-1252,Dev\n',
        'code,title\n43-4051,"Rep\n29-1141,"Nurse"\n15-1252,Dev\n',
        '"43-4051\n29-1141\n',
        '43-4051,"a"b\n29-1141\n',
    ],
)
def test_a_quotation_mark_left_open_is_an_error_that_names_its_line(
    tmp_path: Path, text: str
) -> None:
    line = 1 if "code" not in text else 2
    with pytest.raises(UserError, match=rf"list\.csv, line {line}: a quotation mark is opened"):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no occupation code"),
        (b"Title\nBakers\n", "Line 2: no code like 43-4051 in “Bakers”"),
        (b"PK\x03\x04rest", "not a text file"),
        (b"4\x003\x00", "not a text file"),
        (b"x" * 1_000_001, "too long"),
        (b"x" * 200_000, "a quotation mark|holds no occupation code"),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read(tmp_path, content)
    with pytest.raises(UserError, match="could not be read"):
        read_codes(tmp_path / "missing.csv", KNOWN)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", Path("/dev/zero"), tmp_path):
        with pytest.raises(UserError, match="it is not a file"):
            read_codes(path, KNOWN)


@given(
    st.lists(
        st.sampled_from(
            ["43-4051", "29–1141", "151252", "Bakers", "Nov-21", "99-9999", "", '"', ",", "code",
             "2026-09-15", "43-4051 x", "434051.0", "\u200b", ";", "\t"]
        ),
        min_size=1, max_size=6,
    )
)  # fmt: skip
@example(['"', "Bakers", '"', "43-4051"])
def test_every_line_gives_a_code_or_is_told_or_is_blank_or_the_heading(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("lists") / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        codes, left_out = read_codes(path, KNOWN)
    except UserError:
        return
    assert set(codes) <= KNOWN
    told = {item.what for item in left_out}
    first = next(place for place, line in enumerate(lines, 1) if line.strip(',;\t\u200b"'))
    opened = 0
    for place, line in enumerate(lines, start=1):
        if line == '"':  # what stands between two of them is one field, told by where it begins
            opened = 0 if opened else place
        known_to_be_none = line in ("Bakers", "Nov-21", "99-9999", "2026-09-15", "code")
        if known_to_be_none and not (place == first and line == "code"):
            assert f"Line {opened or place}" in told
