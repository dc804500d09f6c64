"""Search by the keystroke, beside a plain ranked FTS5 prefix query over the same titles.

Read the two medians as a ratio: ``pytest tests/perf --benchmark-enable``.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from counselor_app.domain.occupation.titles import words
from counselor_app.store.reference import Pack
from counselor_app.store.search import prepare, search

_TABLE = Path(__file__).parents[1] / "unit" / "store" / "search_queries.csv"


@pytest.fixture(scope="module")
def keystrokes() -> list[str]:
    """Every beginning of the queries people type, each once."""
    with _TABLE.open() as table:
        queries = [row["query"] for row in csv.DictReader(table)]
    return sorted({query[:end] for query in queries for end in range(1, len(query) + 1)})


@pytest.fixture(scope="module")
def plain(pack: Pack) -> Iterator[sqlite3.Connection]:
    """All titles in an FTS5 table of its own, ranked by FTS5 itself."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE plain USING fts5(title, prefix='1 2 3')")
        connection.executemany(
            "INSERT INTO plain VALUES (?)",
            pack.connection.execute("SELECT title FROM search_title ORDER BY id"),
        )
        yield connection


@pytest.mark.benchmark(group="keystroke")
def test_floor_plain_ranked_prefix_query(
    benchmark: BenchmarkFixture, plain: sqlite3.Connection, keystrokes: list[str]
) -> None:
    asked = [" ".join(f'"{word}"' for word in words(text)) + "*" for text in keystrokes]

    def run() -> int:
        statement = "SELECT title FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 50"
        return sum(len(plain.execute(statement, (text,)).fetchall()) for text in asked)

    assert benchmark.pedantic(run, rounds=2) > 0


@pytest.mark.benchmark(group="keystroke")
def test_search(benchmark: BenchmarkFixture, pack: Pack, keystrokes: list[str]) -> None:
    prepare(pack)
    found = benchmark.pedantic(
        lambda: sum(bool(search(pack, text)) for text in keystrokes), rounds=2
    )
    assert found >= 0.97 * len(keystrokes)
