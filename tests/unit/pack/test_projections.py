"""The projections workbook, by the meaning of its columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.pack.build import build

Query = Callable[..., list[tuple[Any, ...]]]

_CLERK = (
    "SELECT base_year, target_year, base, projected, change, change_pct, self_employed_pct,"
    " openings, exits, transfers, openings_rank, openings_of, entry_education, experience,"
    " training FROM projection WHERE occ = '43-4051'"
)


@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize("base", [2024, 2025])
def test_any_decade_in_any_order_of_columns(
    tmp_path: Path, query: Query, base: int, shuffled: bool
) -> None:
    pack = tmp_path / "p.sqlite"
    build([tiny.write_projections(tmp_path / "occupation.xlsx", base, shuffled=shuffled)], pack)

    assert query(pack, _CLERK) == [
        (base, base + 10, 2814.0, 2660.3, -153.7, -5.5, None, 341.7, 154.2, 202.9, 1, 2,
         "High school diploma or equivalent", "None", "Short-term on-the-job training")
    ]  # fmt: skip
    assert query(pack, "SELECT key, release FROM source WHERE kind = 'ep'") == [
        (f"ep-{base}", f"{base}–{base - 1990}")
    ]


def test_all_occupations_are_kept_without_a_rank_and_groups_are_not(
    tmp_path: Path, query: Query
) -> None:
    pack = tmp_path / "p.sqlite"
    build([tiny.write_projections(tmp_path / "occupation.xlsx")], pack)

    assert query(pack, "SELECT occ, openings_rank, openings_of FROM projection") == [
        ("00-0000", None, None), ("29-1141", 2, 2), ("43-4051", 1, 2)]  # fmt: skip
    assert query(pack, "SELECT code, title FROM published WHERE program = 'ep'") == [
        ("00-0000", "Total, all occupations"),
        ("29-1141", "Registered nurses"),
        ("43-4051", "Customer service representatives"),
    ]


def test_factors_have_kind_and_direction(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    report = build([tiny.write_projections(tmp_path / "occupation.xlsx")], pack)

    assert query(pack, "SELECT occ, industry, kind, direction FROM factor ORDER BY id") == [
        ("43-4051", "Total, all industries", "productivity change, capital/labor substitution",
         "decreases"),
        ("29-1141", "Hospitals", "demand change", "increases"),
    ]  # fmt: skip
    assert report.files[0].refused == (
        ("the kind and direction of the factor cannot be told", 1, 4),
    )


def test_the_workbook_wins_over_its_tables_as_text(tmp_path: Path) -> None:
    tiny.write_projections(tmp_path / "given" / "occupation.xlsx")
    _write_table_1_2(tmp_path / "given" / "table_1_2_projections.csv")
    report = build([tmp_path / "given"], tmp_path / "p.sqlite")

    assert report.replaced[0][2] == "the workbook holds the same table"


def test_tables_as_text_are_read_where_no_workbook_is(tmp_path: Path, query: Query) -> None:
    pack = tmp_path / "p.sqlite"
    build([_write_table_1_2(tmp_path / "table_1_2_projections.csv")], pack)

    assert query(pack, "SELECT occ, base_year, base, experience, training FROM projection") == [
        ("43-4051", 2024, 2814.0, "None", None)
    ]


def _write_table_1_2(path: Path) -> Path:
    return tiny.write_csv(
        path,
        [["occ_code", "occ_title", "row_type", "emp_2024_thousands", "emp_2034_thousands",
          "change_thousands", "change_pct", "self_employed_pct_2024", "openings_annual_thousands",
          "typical_entry_education", "related_work_experience", "on_the_job_training"],
         ["43-4051", "Clerks", "Line item", 2814, 2660.3, -153.7, -5.5, 0.8, 341.7, "Diploma",
          "None", ""]],
    )  # fmt: skip


def _broken(tmp_path: Path, cell: str, value: object) -> Path:
    path = tiny.write_projections(tmp_path / "occupation.xlsx")
    book = openpyxl.load_workbook(path)
    book["Table 1.2"][cell] = value
    book.save(path)
    book.close()
    return path


def test_a_word_in_place_of_a_number_is_refused_with_its_place(tmp_path: Path) -> None:
    given = _broken(tmp_path, "E5", "many")

    with pytest.raises(
        UserError, match=r"sheet 'Table 1\.2', row 5, column 'Employment, 2034': found 'many'"
    ):
        build([given], tmp_path / "p.sqlite")


def test_a_renamed_column_is_refused(tmp_path: Path) -> None:
    given = _broken(tmp_path, "J2", "Vacancies")

    with pytest.raises(UserError, match="expected a column named 'openings'"):
        build([given], tmp_path / "p.sqlite")


def test_a_workbook_without_the_table_is_refused(tmp_path: Path) -> None:
    given = tiny.write_workbook(tmp_path / "occupation.xlsx", {"Other": [["a", "b"], [1, 2]]})

    with pytest.raises(UserError, match=r"no sheet has the columns of Table 1\.2"):
        build([given], tmp_path / "p.sqlite")
