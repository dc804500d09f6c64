"""What a release does not bring stays, table by table and area by area."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import tiny_releases as tiny

from counselor_app.cli import main
from counselor_app.pack.current import in_use
from counselor_app.pack.present import open_present
from counselor_app.pack.update import discard, prepare
from counselor_app.pack.verify import verify

Query = Callable[..., list[tuple[object, ...]]]

NEW = 46_000


def _pay(rows: list[list[object]], folder: Path, name: str = "all_data_M_2026.xlsx") -> Path:
    """A wage file of May 2026 with some of the agency's rows, all with one new median."""
    header = tiny.agency_rows()[0]
    median = header.index("A_MEDIAN")
    changed = [[NEW if i == median else cell for i, cell in enumerate(row)] for row in rows]
    tiny.write_workbook(folder / "oesm26" / name, {"data": [header, *changed]})
    return folder


def _rows(**wanted: object) -> list[list[object]]:
    header = tiny.agency_rows()[0]
    return [
        row
        for row in tiny.agency_rows()[1:]
        if all(row[header.index(name)] == value for name, value in wanted.items())
    ]


def _state(query: Query, pack: Path) -> dict[tuple[object, object], tuple[object, object]]:
    """Median and release by occupation and area, or industry."""
    return {
        (occ, where): (median, release)
        for table, column in (("wage", "area"), ("industry_wage", "industry"))
        for occ, where, median, release in query(
            pack,
            f"SELECT occ, {column}, a_p50, s.release FROM {table} JOIN source s"
            " ON s.id = source_id",
        )
    }


@pytest.mark.parametrize(
    ("wanted", "changed"),
    [
        ({"AREA": "99", "NAICS": "000000"}, {"0000000"}),
        ({"AREA": "48"}, {"4800000"}),
        ({"AREA": "28140"}, {"0028140"}),
        ({"AREA": "0100001"}, {"0100001"}),
        ({"NAICS": "31-33"}, {"31--34"}),
        ({"I_GROUP": "4-digit"}, {"113300"}),
    ],
)
def test_pay_that_is_not_brought_stays_as_it_was(
    first: Path, tmp_path: Path, query: Query, wanted: dict[str, object], changed: set[str]
) -> None:
    before = _state(query, in_use(first).path)
    candidate = prepare([_pay(_rows(**wanted), tmp_path)], first)
    after = _state(query, candidate.path)
    assert after.keys() == before.keys()
    for key, old in before.items():
        if key[1] in changed:
            assert after[key] == (NEW, "May 2026")
        else:
            assert after[key] == old
    assert verify(candidate.path) == []
    files = query(candidate.path, "SELECT name FROM source_file WHERE tables LIKE '%wage%'")
    assert {"national.csv.gz", "metro.csv.gz", "all_data_M_2026.xlsx"} <= {n for (n,) in files}


def test_some_occupations_of_an_area_leave_the_others(
    first: Path, tmp_path: Path, query: Query
) -> None:
    before = _state(query, in_use(first).path)
    rows = _rows(AREA="99", NAICS="000000", OCC_CODE="43-4051")
    after = _state(query, prepare([_pay(rows, tmp_path)], first).path)
    assert after.pop(("43-4051", "0000000")) == (NEW, "May 2026")
    before.pop(("43-4051", "0000000"))
    assert after == before


def test_that_something_stayed_is_said(first: Path, tmp_path: Path) -> None:
    candidate = prepare([_pay(_rows(AREA="48"), tmp_path)], first)
    words = "Given in part; the rest stays as it is, with its own date: wages."
    assert words in candidate.remarks


def test_two_releases_of_pay_and_then_a_whole_one(
    first: Path, tmp_path: Path, stick: Path, query: Query
) -> None:
    """Nothing of the old vintage is left where a whole release came."""
    candidate = prepare([stick / "oews-2026"], first)
    assert not [said for said in candidate.remarks if said.startswith("Given in part")]
    after = _state(query, candidate.path)
    assert {release for _, release in after.values()} == {"May 2026"}


@pytest.mark.parametrize("kept", [tiny.CLERK, tiny.NURSE])
@pytest.mark.parametrize("table", ["Skills", "Job Zones", "Alternate Titles", "Occupation Data"])
def test_a_table_of_one_occupation_leaves_the_others(
    first: Path, tmp_path: Path, query: Query, table: str, kept: str
) -> None:
    rows = tiny.onet_tables()[table]
    few = [rows[0], *[row for row in rows[1:] if row[0] == kept]]
    tiny.write_onet(tmp_path / "db", "text", {table: few}, release="31.0")
    candidate = prepare([tmp_path / "db"], first)
    for counted in (
        "SELECT code FROM occupation",
        "SELECT DISTINCT code FROM job_title",
        "SELECT code FROM job_zone",
        "SELECT code, element, scale, value FROM rating",
        "SELECT code, description FROM occupation WHERE description IS NOT NULL",
    ):
        assert set(query(candidate.path, counted)) >= set(query(in_use(first).path, counted))
    discard(candidate)


def test_half_of_the_skills_leaves_the_other_half_and_ranks_over_both(
    first: Path, tmp_path: Path, query: Query
) -> None:
    """Since O*NET 30.3 skills come in two files."""
    tables = {"Skills": tiny.onet_tables()["Skills"]}
    tiny.write_onet(tmp_path / "db", "csv", tables, release="31.0")
    (tmp_path / "db" / "essential_skills.csv").unlink()
    ratings = "SELECT element, code, scale, value, below, equal, of FROM rating ORDER BY 1, 2, 3"
    candidate = prepare([tmp_path / "db"], first)
    assert query(candidate.path, ratings) == query(in_use(first).path, ratings)
    dated = query(
        candidate.path,
        "SELECT DISTINCT element, release FROM rating JOIN source s ON s.id = source_id",
    )
    assert set(dated) == {("2.A.1.b", "30.1"), ("2.B.1.a", "31.0")}


def test_importance_alone_leaves_the_levels(first: Path, tmp_path: Path, query: Query) -> None:
    rows = tiny.onet_tables()["Skills"]
    scale = rows[0].index("Scale ID")
    few = [rows[0], *[row for row in rows[1:] if row[scale] == "IM"]]
    tiny.write_onet(tmp_path / "db", "text", {"Skills": few}, release="31.0")
    levels = "SELECT code, element, value, source_id FROM rating WHERE scale = 'LV'"
    candidate = prepare([tmp_path / "db"], first)
    assert query(candidate.path, levels) == query(in_use(first).path, levels) != []


def test_keep_rest_keeps_of_the_shipped_data_what_is_not_given(
    tmp_path: Path, seed_pack: Path, query: Query, capsys: pytest.CaptureFixture[str]
) -> None:
    """``data build --keep-rest`` on the command line, with pay of the nation alone."""
    stick = _pay(_rows(AREA="99", NAICS="000000"), tmp_path / "stick")
    made = tmp_path / "made.sqlite"
    assert main(["data", "build", str(stick), "-o", str(made), "--keep-rest"]) == 0
    assert "where the files bring nothing\n  wages" in capsys.readouterr().out
    for counted in ("wage", "industry_wage", "occupation", "projection", "rating"):
        sql = f"SELECT count(*) FROM {counted}"
        assert query(made, sql) == query(seed_pack, sql)
    clerks = (
        "SELECT a_p50, release FROM wage JOIN source s ON s.id = source_id"
        " WHERE occ = '43-4051' AND area = ?"
    )
    assert query(made, clerks, "0000000") == [(NEW, "May 2026")]
    assert query(made, clerks, "4800000") == [(40420, "May 2025")]
    bare = tmp_path / "bare.sqlite"
    assert main(["data", "build", str(stick), "-o", str(bare)]) == 0
    assert query(bare, "SELECT count(*) FROM rating") == [(0,)]


def test_older_on_the_command_line_takes_an_older_release(
    first: Path, tmp_path: Path, query: Query, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("COUNSELOR_DATA", str(first))
    tables = {"Job Zones": tiny.onet_tables()["Job Zones"]}
    tables["Job Zones"][1][2] = 3
    tiny.write_onet(tmp_path / "old", "text", tables, release="29.0")
    command = ["data", "update", str(tmp_path / "old"), "--yes"]
    zone = "SELECT zone FROM job_zone WHERE code = ?"
    assert main(command) == 2
    assert "is older than the data in use" in capsys.readouterr().err
    assert query(in_use(first).path, zone, tiny.CLERK) == [(2,)]
    assert main([*command, "--older"]) == 0
    assert query(in_use(first).path, zone, tiny.CLERK) == [(3,)]


def test_a_release_in_part_keeps_its_files_named(first: Path, tmp_path: Path) -> None:
    """Every source that a row of a pack names is in it, so that it can be printed."""
    candidate = prepare([_pay(_rows(AREA="48"), tmp_path)], first)
    with open_present(candidate.path) as pack:
        assert {row["label"] for row in pack.manifest["source"]} >= {
            "OEWS May 2025", "OEWS May 2026", "O*NET 30.1",
        }  # fmt: skip
