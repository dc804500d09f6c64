"""Each data set is told once: by its files, with its own source, and nothing else gets one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.pack.build import build
from counselor_app.pack.datasets import COVERAGE, DATASETS, PARTS
from counselor_app.pack.files import walk
from counselor_app.pack.recognise import recognise
from counselor_app.paths import database

Query = Callable[..., list[tuple[Any, ...]]]
UNIONS = [["onetsoc2019_code", "union_members_percent"], [tiny.CLERK, 11.9]]


def test_a_table_that_nobody_knows_is_refused_by_name(tmp_path: Path) -> None:
    tiny.write_csv(tmp_path / "in" / "union_membership_2025.csv", UNIONS)

    with pytest.raises(
        UserError,
        match=r"Nothing given is an official table .* \(found union_membership_2025\.csv\)",
    ):
        build([tmp_path / "in"], tmp_path / "pack.sqlite")
    assert not (tmp_path / "pack.sqlite").exists()


def test_beside_known_tables_it_is_named_and_gets_no_source(
    tmp_path: Path, tiny_folder: Path, query: Query
) -> None:
    tiny.write_csv(tiny_folder / "union_membership_2025.csv", UNIONS)

    report = build([tiny_folder], tmp_path / "pack.sqlite")

    assert report.unrecognised == ("union_membership_2025.csv",)
    named = query(tmp_path / "pack.sqlite", "SELECT name FROM source_file")
    assert ("union_membership_2025.csv",) not in named
    assert query(tmp_path / "pack.sqlite", "SELECT label FROM source WHERE kind = 'rpp'") == []


def test_a_name_that_only_begins_like_a_known_table_is_a_stranger(tmp_path: Path) -> None:
    for name in ("skills_of_my_class.csv", "areas.csv", "occupations_i_like.csv", "rpp.csv"):
        tiny.write_csv(tmp_path / name, UNIONS)

    known, unused, strangers = recognise(walk([tmp_path]))

    assert (known, unused) == ([], [])
    assert len(strangers) == 4


def test_every_table_of_the_pack_with_a_source_is_filled_by_a_data_set() -> None:
    schema = sqlite3.connect(":memory:")
    schema.executescript((database() / "schema.sql").read_text(encoding="utf-8"))
    sourced = {
        table
        for (table,) in schema.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('answered',"
            " 'pay_note') UNION SELECT name FROM sqlite_temp_master WHERE type = 'table'"
        )
        if any(row[1] == "source_id" for row in schema.execute(f"PRAGMA table_info({table})"))
    }
    schema.close()

    filled = {part.table for part in PARTS}
    assert sourced - filled == {"source_file", "refusal", "plain_text", "handbook"}
    assert Counter(one.name for one in DATASETS).most_common(1)[0][1] == 1
    assert Counter(part.name for part in PARTS).most_common(1)[0][1] == 1
    assert all(one.words for one in DATASETS if one.parts)
    assert "skills" in COVERAGE
