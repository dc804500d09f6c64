"""The official releases themselves, where they are at hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counselor_app.pack.build import BuildReport, as_text, build
from counselor_app.pack.verify import verify

Query = Callable[..., list[tuple[Any, ...]]]
Built = tuple[Path, BuildReport]


@pytest.fixture(scope="module")
def full(all_releases: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Built:
    target = tmp_path_factory.mktemp("full") / "full.sqlite"
    return target, build(all_releases, target)


def test_the_shipped_data_is_the_releases_less_their_sentences(
    full: Built, seed_pack: Path
) -> None:
    connection = sqlite3.connect(f"file:{seed_pack}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute("ATTACH ? AS full", (f"file:{full[0]}?mode=ro&immutable=1",))
        for (table,) in connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'search_fts%' AND name NOT IN ('meta', 'task')"
        ).fetchall():
            columns = ", ".join(
                name
                for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
                if name not in ("description", "text")
            )
            where = "WHERE name <> 'Task Statements.txt'" if table == "source_file" else ""
            for one, other in (("main", "full"), ("full", "main")):
                (different,) = connection.execute(
                    f"SELECT count(*) FROM (SELECT {columns} FROM {one}.{table} {where}"
                    f" EXCEPT SELECT {columns} FROM {other}.{table})"
                ).fetchone()
                assert different == 0, f"{different} rows of {table} are in {one} only"
    finally:
        connection.close()


def test_official_texts_come_with_an_imported_release(full: Built, query: Query) -> None:
    assert query(full[0], "SELECT count(description) FROM occupation") == [(1016,)]
    assert query(full[0], "SELECT count(*), count(DISTINCT code) FROM task") == [(18796, 923)]
    assert query(full[0], "SELECT count(text) FROM factor") == [(998,)]


def test_every_row_of_every_file_is_accounted_for(full: Built, query: Query) -> None:
    assert query(
        full[0],
        "SELECT name, rows_kept, rows_left, rows_refused FROM source_file WHERE name IN"
        " ('Essential Skills.txt', 'metro.csv.gz', 'national_industry.csv.gz', 'aioe_2021.csv')"
        " ORDER BY name, source_id",
    ) == [
        ("Essential Skills.txt", 17880, 0, 0),
        ("aioe_2021.csv", 773, 0, 1),
        ("aioe_2021.csv", 773, 0, 1),
        ("metro.csv.gz", 186704, 11583, 0),
        ("national_industry.csv.gz", 82205, 51168, 0),
    ]


def test_superseded_tables_are_named(full: Built) -> None:
    text = as_text(full[1])

    assert "Work Styles.txt (O*NET 29.1): a newer release is given" in text
    assert "Work Activities.xlsx (O*NET 30.1): another file holds the levels too" in text
    assert "Interests.xlsx (O*NET 30.1): a newer release is given" in text
    assert "Work context in part: 8 elements for 450 of 1,016 occupations" in text
    assert full[1].unrecognised == ()


def test_the_pack_verifies(full: Built) -> None:
    assert verify(full[0]) == []


def test_the_classic_text_release_alone_builds(
    releases: Path, tmp_path: Path, query: Query
) -> None:
    pack = tmp_path / "p.sqlite"
    build([releases / "onet" / "29.1_text"], pack)

    assert query(pack, "SELECT DISTINCT label FROM source WHERE kind = 'onet'") == [("O*NET 29.1",)]
    assert query(pack, "SELECT DISTINCT r.scale FROM rating r JOIN element e ON e.id = r.element"
                 " WHERE e.domain = 'style'") == [("IM",)]  # fmt: skip
    assert query(pack, "SELECT count(*) FROM occupation") == [(1016,)]
