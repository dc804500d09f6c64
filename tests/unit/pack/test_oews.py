"""Wages: plain tables and the agency's spreadsheets give the same rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.pack.build import build

Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    pack = tmp_path / "plain.sqlite"
    build([tiny.write_oews_tables(tmp_path / "oews-2025")], pack)
    return pack


def _agency(tmp_path: Path, name: str) -> Path:
    """The agency's file in a layout: workbook, CSV, or a workbook in a zip."""
    if name.endswith(".csv"):
        tiny.write_csv(tmp_path / name, tiny.agency_rows())
    else:
        tiny.write_agency_workbook(tmp_path / name)
    return tmp_path / name


@pytest.mark.parametrize(
    "name", ["all_data_M_2025.xlsx", "oesm25nat/national_M2025_dl.xlsx", "all_data_M_2025.csv"]
)
def test_the_agencys_own_file_gives_the_same_wages(
    tmp_path: Path, query: Query, plain: Path, name: str
) -> None:
    pack = tmp_path / "agency.sqlite"
    build([_agency(tmp_path / "given", name)], pack)

    for table in ("wage", "industry_wage", "industry", "published"):
        sql = f"SELECT * FROM {table} ORDER BY 1, 2"
        assert query(pack, sql) == query(plain, sql)
    assert query(pack, "SELECT * FROM area") == query(plain, "SELECT * FROM area")
    assert query(pack, "SELECT label FROM source WHERE kind = 'oews'") == [("OEWS May 2025",)]


def test_a_zipped_spreadsheet_gives_year_and_cap(tmp_path: Path, query: Query) -> None:
    folder = tmp_path / "oesm25nat"
    tiny.write_agency_workbook(folder / "national_M2025_dl.xlsx")
    pack = tmp_path / "p.sqlite"
    build([tiny.write_zip(tmp_path / "oesm25nat.zip", folder)], pack)

    assert query(pack, "SELECT key, value FROM meta WHERE key LIKE 'oews%' ORDER BY key") == [
        ("oews_cap_annual", "239200"), ("oews_cap_hourly", "115.00")]  # fmt: skip


def test_published_figures_and_marks(query: Query, plain: Path) -> None:
    assert query(
        plain, "SELECT employment, a_p10, a_p25, a_p50, a_p75, a_p90, h_p50, location_quotient,"
        " marks FROM wage WHERE occ = '43-4051' AND area = '0000000'"
    ) == [(2595750, 31750, 36870, 44770, 51780, 63590, 21.53, None, None)]  # fmt: skip
    assert query(plain, "SELECT a_p75, a_p90, location_quotient, marks FROM wage"
                 " WHERE area = '4800000'") == [(48300, None, 1.44, "a_p90=#")]  # fmt: skip
    assert query(plain, "SELECT employment, a_p50, marks FROM wage WHERE area = '0028140'") == [
        (None, 44770, "employment=**;emp_rse=**;jobs_per_1000=**;location_quotient=**")
    ]
    (marks,) = query(plain, "SELECT marks FROM wage WHERE area = '0010180'")[0]
    assert marks.split(";")[0] == "h_mean=*"
    assert len(marks.split(";")) == 13
    assert query(plain, "SELECT pay_basis, h_p50, a_p50, marks FROM wage"
                 " WHERE area = '0100001'") == [("annual_only", None, 44770, None)]  # fmt: skip


def test_groups_and_industries_that_are_not_used_are_counted(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    report = build([_agency(tmp_path / "given", "all_data_M_2025.csv")], pack)

    assert dict(report.files[0].left) == {
        "major group of occupations": 1,
        "by industry: 4-digit, ownership, not used": 1,
    }
    assert query(pack, "SELECT rows_kept, rows_left FROM source_file"
                 " WHERE name LIKE 'all_data%'") == [(8, 2)]  # fmt: skip


def test_a_row_in_two_files_is_kept_once(tmp_path: Path, query: Query, plain: Path) -> None:
    given = tmp_path / "given"
    _agency(given, "all_data_M_2025.csv")
    _agency(given, "national_M2025_dl.csv")
    pack = tmp_path / "p.sqlite"
    report = build([given], pack)

    assert query(pack, "SELECT count(*) FROM wage") == query(plain, "SELECT count(*) FROM wage")
    assert dict(report.files[1].left)["another file gives the same row"] == 8


def test_only_the_newest_year_is_used(tmp_path: Path, query: Query) -> None:
    given = tmp_path / "given"
    _agency(given, "all_data_M_2025.csv")
    _agency(given, "all_data_M_2024.csv")
    pack = tmp_path / "p.sqlite"
    report = build([given], pack)

    assert report.replaced == (
        ("all_data_M_2024.csv", "OEWS May 2024", "a newer release is given"),
    )
    assert query(pack, "SELECT key FROM source WHERE kind = 'oews'") == [("oews-2025",)]


def _changed(tmp_path: Path, row: int, column: str, value: object) -> Path:
    rows = tiny.agency_rows()
    rows[row][rows[0].index(column)] = value
    return tiny.write_csv(tmp_path / "all_data_M_2025.csv", rows)


def test_a_wage_that_is_no_number_is_refused_with_its_place(tmp_path: Path) -> None:
    given = _changed(tmp_path, 2, "A_MEDIAN", "44,77O")

    with pytest.raises(
        UserError, match=r"all_data_M_2025\.csv, row 3, column 'A_MEDIAN': found '44,77O'"
    ):
        build([given], tmp_path / "p.sqlite")


def test_a_row_given_twice_is_refused_with_both_rows(tmp_path: Path) -> None:
    rows = tiny.agency_rows()
    given = tiny.write_csv(tmp_path / "all_data_M_2025.csv", [*rows, rows[1]])

    with pytest.raises(UserError, match=r"rows 2 and 12 both give 43-4051 in 0000000"):
        build([given], tmp_path / "p.sqlite")


def test_an_occupation_that_no_crosswalk_knows_is_refused_alone(
    tmp_path: Path, query: Query
) -> None:
    pack = tmp_path / "p.sqlite"
    report = build([_changed(tmp_path, 1, "OCC_CODE", "99-1234")], pack)

    assert report.files[0].refused == (("no crosswalk knows the occupation code (99-1234)", 1, 2),)
    assert query(pack, "SELECT count(*) FROM wage") == [(5,)]


def test_a_renamed_column_is_named_with_what_is_there(tmp_path: Path) -> None:
    rows = tiny.agency_rows()
    rows[0] = ["PAY" if name == "A_MEDIAN" else name for name in rows[0]]
    given = tiny.write_csv(tmp_path / "all_data_M_2025.csv", rows)

    with pytest.raises(UserError, match=r"expected a column named 'A_MEDIAN'; found .*'PAY'"):
        build([given], tmp_path / "p.sqlite")


def _industry_rows(*kinds: tuple[str, str, str, int]) -> list[list[object]]:
    """The agency's header and a row each of (NAICS, level, ownership, median)."""
    header, row = tiny.agency_rows()[0], tiny.agency_rows()[1]
    rows: list[list[object]] = [header]
    for naics, level, owner, median in kinds:
        new = [*row]
        for name, cell in (
            ("NAICS", naics),
            ("NAICS_TITLE", f"Industry {naics}"),
            ("I_GROUP", level),
            ("OWN_CODE", owner),
            ("A_MEDIAN", median),
        ):
            new[header.index(name)] = cell
        rows.append(new)
    return rows


WHOLE = ("622000", "3-digit", "1235", 50_000)
PARTS = (
    ("622000", "3-digit", "2", 41_000),
    ("622000", "3-digit", "3", 42_000),
    ("622000", "3-digit", "5", 43_000),
)
HOSPITALS = ("622000", "3-digit", 50_000)
MEDIANS = (
    "SELECT industry, level, a_p50 FROM industry_wage JOIN industry i ON i.code = industry"
    " ORDER BY industry"
)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"nat3d_M2026_dl": (WHOLE,), "nat3d_owner_M2026_dl": PARTS}, [HOSPITALS]),
        (
            {"nat3d_owner_M2026_dl": PARTS, "nat4d_M2026_dl": (WHOLE,)},
            [("622000", "3-digit", 50_000)],
        ),
        ({"all_data_M_2026": (*PARTS, WHOLE)}, [("622000", "3-digit", 50_000)]),
        ({"all_data_M_2026": (WHOLE, *PARTS[::-1])}, [("622000", "3-digit", 50_000)]),
        (
            {"all_data_M_2026": (WHOLE, ("561000", "3-digit", "5", 30_000))},
            [("561000", "3-digit", 30_000), ("622000", "3-digit", 50_000)],
        ),
        (
            {"nat3d_M2026_dl": (("622000", "3-digit", "58", 49_000), *PARTS)},
            [("622000", "3-digit", 49_000)],
        ),
        (
            {
                "nat3d_M2026_dl": (("561000", "3-digit", "5", 30_000),),
                "nat3d_owner_M2026_dl": (*PARTS, ("561000", "3-digit", "5", 30_000)),
            },
            [("561000", "3-digit", 30_000)],
        ),
        (
            {"all_data_M_2026": (("327000", "4-digit", "5", 2), ("327000", "3-digit", "5", 1))},
            [("327000", "3-digit", 1)],
        ),
        (
            {
                "nat4d_M2026_dl": (("327000", "4-digit", "5", 2),),
                "nat3d_M2026_dl": (("327000", "3-digit", "5", 1),),
            },
            [("327000", "3-digit", 1)],
        ),
        (
            {"all_data_M_2026": (WHOLE, ("000000", "cross-industry, ownership", "5", 7))},
            [("622000", "3-digit", 50_000)],
        ),
        (
            {"all_data_M_2026": (("000001", "cross-industry, ownership", "5", 8), WHOLE)},
            [("000001", "ownership", 8), ("622000", "3-digit", 50_000)],
        ),
    ],
)
def test_an_industry_is_read_as_a_whole_and_at_its_broadest_level(
    files: dict[str, tuple[tuple[str, str, str, int], ...]], found: list[tuple[str, str, int]],
    kind: str, tmp_path: Path, query: Query,
) -> None:  # fmt: skip
    for name, kinds in files.items():
        rows = _industry_rows(*kinds)
        if kind == "csv":
            tiny.write_csv(tmp_path / "in" / f"{name}.csv", rows)
        else:
            tiny.write_workbook(tmp_path / "in" / f"{name}.xlsx", {"data": rows})
    pack = tmp_path / "p.sqlite"
    report = build([tmp_path / "in"], pack)

    assert query(pack, MEDIANS) == found
    kept = sum(file.kept for file in report.files)
    left = sum(rows for file in report.files for _, rows in file.left)
    assert kept + left == sum(map(len, files.values()))
    assert query(pack, "SELECT count(*) FROM wage") == [(0,)]


def test_single_ownerships_alone_are_refused_with_what_would_help(tmp_path: Path) -> None:
    tiny.write_workbook(
        tmp_path / "in" / "nat3d_owner_M2026_dl.xlsx", {"data": _industry_rows(*PARTS)}
    )
    with pytest.raises(UserError, match=r"3 rows are not used: .*give that one too"):
        build([tmp_path / "in"], tmp_path / "p.sqlite")
