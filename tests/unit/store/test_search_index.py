"""Filling the search tables: the order of rows, and that the same input gives the same bytes."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from counselor_app.paths import database
from counselor_app.store.reference import Pack
from counselor_app.store.search import search
from counselor_app.store.search_index import fill_search

OCCUPATIONS = [
    ("11-1011.00", "Pot Throwers", 500),
    ("11-1012.00", "Pot Menders", 90_000),
    ("11-1019.00", "Pot Workers, All Other", 900_000),
    ("11-1021.00", "Kiln Keepers, Except Potters", None),
]
JOB_TITLES = [
    ("11-1011.00", "Potter", "reported", None, 70),
    ("11-1012.00", "Potter", "alternate", None, 2),
    ("11-1019.00", "Potter", "reported", None, 70),
    ("11-1012.00", "Certified Pot Mender (CPM)", "alternate", "CPM", 2),
    ("11-1021.00", "Fire Watcher", "direct", None, 20),
    ("11-1021.00", "Firewatcher Helper", "direct", None, 20),
]


def make(path: Path, shuffle: int = 0) -> Path:
    """A pack of invented occupations, filled."""
    occupations, job_titles = OCCUPATIONS[:], JOB_TITLES[:]
    random.Random(shuffle).shuffle(occupations)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript((database() / "schema.sql").read_text(encoding="utf-8"))
        connection.execute(
            "INSERT INTO source VALUES (1, 'made-up', 'onet', '', '', '', '', '', '', '', '')"
        )
        connection.execute("INSERT INTO area VALUES ('0000000', 'Nation', 'national', '', '')")
        for code, title, persons in occupations:
            connection.execute(
                "INSERT INTO occupation VALUES (?, ?, ?, ?, '', ?, 'exact', NULL, 'none', NULL, 1)",
                (code, title, code[:7], title, code[:7]),
            )
            connection.execute(
                "INSERT INTO wage (occ, area, employment, source_id) VALUES (?, '0000000', ?, 1)",
                (code[:7], persons),
            )
        connection.executemany(
            "INSERT INTO job_title (code, title, kind, short, weight, source_id)"
            " VALUES (?, ?, ?, ?, ?, 1)",
            job_titles,
        )
        fill_search(connection)
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pack]:
    path = make(tmp_path_factory.mktemp("small") / "pack.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        yield Pack(path, connection, {}, {})


def test_the_same_titles_give_the_same_rows(tmp_path: Path) -> None:
    dumps = []
    for number in (1, 2):
        path = make(tmp_path / f"{number}.sqlite", shuffle=number)
        with closing(sqlite3.connect(path)) as connection:
            dumps.append(
                [
                    connection.execute(f"SELECT * FROM {table}").fetchall()
                    for table in ("search_title", "search_word", "search_fts_data")
                ]
            )
    assert dumps[0] == dumps[1]


def test_common_occupations_come_first_and_all_other_last(small: Pack) -> None:
    assert [hit.title for hit in search(small, "pot")] == [
        "Pot Menders",
        "Pot Throwers",
        "Pot Workers, All Other",
    ]


def test_abbreviations_in_brackets_are_titles_of_their_own(small: Pack) -> None:
    hit = search(small, "cpm")[0]
    assert (hit.code, hit.matched, hit.others) == ("11-1012.00", "Certified Pot Mender (CPM)", 0)


def test_an_exception_is_no_title(small: Pack) -> None:
    assert "11-1021.00" not in [hit.code for hit in search(small, "potter")]
    assert search(small, "kiln keepers, except potters")[0].score == 100
    assert search(small, "kiln keepers, exc")[0].code == "11-1021.00"


def test_words_another_title_joins_are_found_either_way(small: Pack) -> None:
    for text in ("fire watcher", "firewatcher", "firewatch", "fire wat"):
        assert search(small, text)[0].code == "11-1021.00"


def test_one_spelling_that_matches_has_no_others(small: Pack) -> None:
    assert search(small, "thrower")[0].others == 0
    assert search(small, "mender")[0].others == 1
