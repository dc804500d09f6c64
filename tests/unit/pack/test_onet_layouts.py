"""One reader for the three layouts: the same figures come out of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.language import language
from counselor_app.pack.build import BuildReport, as_text, build

Query = Callable[..., list[tuple[Any, ...]]]

_TABLES = ("occupation", "rating", "interest", "requirement", "job_zone", "job_title", "related",
           "tool", "task")  # fmt: skip


def _contents(query: Query, pack: Path) -> dict[str, list[tuple[Any, ...]]]:
    found = {table: query(pack, f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in _TABLES}
    found["job_title"] = query(pack, "SELECT code, title, kind, short, weight FROM job_title"
                               " WHERE kind <> 'direct' ORDER BY 1, 2")  # fmt: skip
    return found


@pytest.mark.parametrize("layout", ["text", "csv"])
def test_every_layout_gives_the_same_pack(
    tmp_path: Path, query: Query, layout: tiny.Layout
) -> None:
    excel = tmp_path / "excel.sqlite"
    build([tiny.write_onet(tmp_path / "a")], excel)
    other = tmp_path / "other.sqlite"
    build([tiny.write_onet(tmp_path / "b", layout)], other)

    assert _contents(query, other) == _contents(query, excel)


def test_figures_reach_the_pack_as_published(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    build([tiny.write_onet(tmp_path / "onet", "csv")], pack)

    assert query(
        pack,
        "SELECT value, n, se, low, high, suppress, not_relevant, date, rater, below,"
        " equal, of FROM rating WHERE code = ? AND element = '2.A.1.b' AND scale = 'IM'",
        tiny.CLERK,
    ) == [(4.12, 8, 0.25, 2.5, 3.5, 0, 0, "08/2025", "Analyst", 1, 2, 3)]
    assert query(
        pack,
        "SELECT value, n, se, low, high, suppress, not_relevant FROM rating"
        " WHERE code = ? ORDER BY scale",
        tiny.ACUTE,
    ) == [(3.75, None, None, None, None, 1, 0), (0.0, 8, 0.25, 2.5, 3.5, 0, 1)]
    assert query(pack, "SELECT r, i, a, s, e, c, letters, date, rater FROM interest") == [
        (1.97, 1.63, 1.0, 3.77, 5.08, 6.32, "CE", "02/2026", "Machine Learning")
    ]
    assert query(pack, "SELECT scale, category, percent FROM requirement") == [
        ("RL", 1, 0.0),
        ("RL", 2, 62.5),
        ("RL", 3, 37.5),
    ]
    assert query(pack, "SELECT code, zone FROM job_zone") == [(tiny.NURSE, 4), (tiny.CLERK, 2)]
    assert query(pack, "SELECT code, name, kind, hot, in_demand FROM tool") == [
        (tiny.CLERK, "Quill Pen Pro", "Pen software", 1, 0)
    ]
    assert query(pack, "SELECT core, n, text FROM task") == [(1, 40, "An invented task.")]
    assert query(pack, "SELECT description FROM element WHERE id = '2.A.1.b'") == [
        ("An invented explanation.",)]  # fmt: skip


def test_a_title_is_kept_once_and_the_reported_spelling_wins(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    build([tiny.write_onet(tmp_path / "onet")], pack)

    assert query(
        pack,
        "SELECT title, kind, short, weight FROM job_title WHERE code = ? AND kind <> 'direct'"
        " ORDER BY weight DESC",
        tiny.CLERK,
    ) == [("call taker", "reported", None, 64), ("Client Helper (CH)", "alternate", "CH", 2)]


def test_occupations_join_through_the_programs_own_crosswalk(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    report = build([tiny.write_onet(tmp_path / "onet")], pack)

    assert query(pack, "SELECT code, soc, family, oews_code, ep_code FROM occupation") == [
        (tiny.NURSE, "29-1141", "Healthcare Practitioners and Technical", "29-1141", "29-1141"),
        (tiny.ACUTE, "29-1141", "Healthcare Practitioners and Technical", "29-1141", "29-1141"),
        (tiny.CLERK, "43-4051", "Office and Administrative Support", "43-4051", "43-4051"),
    ]
    assert "codes that stand for each other" in report.kept_from_program
    assert "From the program's own data\n  codes that stand" in as_text(report)
    pseudo = as_text(report, language("pseudo"))
    assert [line for line in pseudo.splitlines() if " rows " in line or " kept" in line] == []


def test_release_comes_from_the_read_me_beside_the_table(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    build([tiny.write_onet(tmp_path / "a folder", release="29.3", month="May 2025")], pack)

    assert query(pack, "SELECT key, label, released, licence FROM source WHERE kind = 'onet'") == [
        ("onet-29.3", "O*NET 29.3", "May 2025", "CC BY 4.0")
    ]


@pytest.mark.parametrize(
    ("name", "label"), [("db_31_0_csv", "O*NET 31.0"), ("30.2", "O*NET 30.2"),
                        ("somewhere", "O*NET (release not stated)")]
)  # fmt: skip
def test_release_comes_from_the_folder_or_zip_name(
    tmp_path: Path, query: Query, name: str, label: str
) -> None:
    folder = tiny.write_onet(tmp_path / "x" / name, "csv")
    (folder / "Read Me.txt").unlink()
    pack = tmp_path / "p.sqlite"
    build([tiny.write_zip(tmp_path / "download.zip", folder)], pack)

    assert query(pack, "SELECT label FROM source WHERE kind = 'onet'") == [(label,)]


def _two_releases(tmp_path: Path) -> tuple[Path, BuildReport]:
    tables = tiny.onet_tables()
    newer = {"Interests": [[*tables["Interests"][0]], *tables["Interests"][1:7]]}
    for row, value in zip(newer["Interests"][1:], (2, 2, 2, 2, 2, 2), strict=True):
        row[6] = value
    tiny.write_onet(tmp_path / "r" / "30.1")
    tiny.write_onet(tmp_path / "r" / "30.2", "text", newer, release="30.2", month="February 2026")
    pack = tmp_path / "p.sqlite"
    return pack, build([tmp_path / "r"], pack)


def test_each_table_comes_from_the_newest_release_that_has_it(tmp_path: Path, query: Query) -> None:
    pack, report = _two_releases(tmp_path)

    assert query(pack, "SELECT i.r, i.letters, s.label FROM interest i JOIN source s"
                 " ON s.id = i.source_id") == [(2.0, "", "O*NET 30.2")]  # fmt: skip
    assert query(
        pack, "SELECT DISTINCT s.label FROM rating r JOIN source s ON s.id = r.source_id"
    ) == [("O*NET 30.1",)]
    assert report.replaced == (("Interests.xlsx", "O*NET 30.1", "a newer release is given"),)
    assert "Interests.xlsx (O*NET 30.1): a newer release is given" in as_text(report)


@pytest.mark.parametrize("left_out", sorted(tiny.onet_tables()))
@pytest.mark.parametrize("layout", ["excel", "csv"])
def test_any_table_may_be_missing(tmp_path: Path, layout: tiny.Layout, left_out: str) -> None:
    tables = tiny.onet_tables()
    del tables[left_out]
    pack = tmp_path / "p.sqlite"
    report = build([tiny.write_onet(tmp_path / "onet", layout, tables)], pack)

    assert pack.is_file()
    assert all(file.name.rpartition(".")[0] != left_out for file in report.files)


def test_what_is_absent_is_said(tmp_path: Path) -> None:
    tables = {"Job Zones": tiny.onet_tables()["Job Zones"]}
    report = build([tiny.write_onet(tmp_path / "onet", "csv", tables)], tmp_path / "p.sqlite")

    absent = next(line for line in as_text(report).splitlines() if "Not in this pack" in line)
    assert "skills" in absent
    assert "national pay" in absent
    assert "a job zone" not in absent


def test_a_code_that_no_crosswalk_knows_is_refused_and_the_build_goes_on(
    tmp_path: Path, query: Query
) -> None:
    tables = tiny.onet_tables()
    tables["Skills"].append([*tables["Skills"][1]])
    tables["Skills"][-1][0] = "99-1234.00"
    tables["Occupation Data"].append(["99-1234.00", "Nobody", "Nothing."])
    pack = tmp_path / "p.sqlite"
    build([tiny.write_onet(tmp_path / "onet", tables=tables)], pack)

    assert query(pack, "SELECT file, row, rows, reason FROM refusal ORDER BY file") == [
        ("Occupation Data.xlsx", 5, 1, "no crosswalk knows the occupation code (99-1234.00)"),
        ("Skills.xlsx", 8, 1, "the code is not in this pack's list of occupations (99-1234.00)"),
    ]
    assert query(pack, "SELECT rows_kept, rows_refused FROM source_file WHERE name = 'Skills.xlsx'"
                 ) == [(6, 1)]  # fmt: skip


def test_related_occupations_after_one_that_is_not_known_are_kept(
    tmp_path: Path, query: Query
) -> None:
    tables = tiny.onet_tables()
    header, known = tables["Related Occupations"]
    strange = [[*known], [*known]]
    strange[0][2], strange[0][5] = "99-1234.00", 2
    strange[1][0] = "99-1234.00"
    after = [tiny.CLERK, tiny.TITLES[tiny.CLERK], tiny.NURSE, tiny.TITLES[tiny.NURSE],
             "Supplemental", 1]  # fmt: skip
    tables["Related Occupations"] = [header, strange[0], known, strange[1], after]
    pack = tmp_path / "p.sqlite"
    build([tiny.write_onet(tmp_path / "onet", tables=tables)], pack)

    assert query(pack, "SELECT code, other, tier, rank FROM related ORDER BY code") == [
        (tiny.ACUTE, tiny.NURSE, "Primary-Short", 1),
        (tiny.CLERK, tiny.NURSE, "Supplemental", 1),
    ]
    assert query(pack, "SELECT row, rows FROM refusal WHERE file LIKE 'Related%'") == [(2, 2)]


def test_a_table_of_unknown_codes_only_refuses_the_build(tmp_path: Path) -> None:
    tables = tiny.onet_tables()
    for row in tables["Job Zones"][1:]:
        row[0] = "99-1234.00"

    with pytest.raises(UserError, match=r"Job Zones\.xlsx: none of its rows .* row 2"):
        build([tiny.write_onet(tmp_path / "onet", tables=tables)], tmp_path / "p.sqlite")
