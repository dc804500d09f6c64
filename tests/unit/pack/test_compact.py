"""The form in which a pack keeps its large tables gives back what was put in, to the last bit."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from counselor_app.pack.compact import compact
from counselor_app.paths import database

_NURSE, _PILOT, _TEXAS, _NATION = "29-1141.00", "53-2011.00", "4800000", "0000000"


@pytest.fixture
def draft() -> Iterator[sqlite3.Connection]:
    """The tables of a pack with two occupations, two areas, an industry and an element."""
    connection = sqlite3.connect(":memory:")
    connection.executescript((database() / "schema.sql").read_text(encoding="utf-8"))
    connection.executemany(
        "INSERT INTO occupation VALUES (?, '', '', '', '', NULL, 'none', NULL, 'none', NULL, 1)",
        [(_NURSE,), (_PILOT,)],
    )
    connection.executemany(
        "INSERT INTO area VALUES (?, '', 'state', '', '')", [(_NATION,), (_TEXAS,)]
    )
    connection.execute("INSERT INTO industry VALUES ('62--63', 'Health care', 'sector')")
    connection.execute("INSERT INTO element VALUES ('2.A.1.a', 'Reading', 'skill', NULL)")
    yield connection
    connection.close()


def _filled(connection: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _read(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """What a table holds, with the kind of every number."""
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4").fetchall()
    return [tuple(map(repr, row)) for row in rows]


def _pay(occ: str, area: str, hours: list[float | None], years: list[int | None]) -> list[Any]:
    return [occ, area, 3_390, 0.4, hours[0], years[0], 1.9, *hours[1:], *years[1:]]


@pytest.fixture
def wages(draft: sqlite3.Connection) -> sqlite3.Connection:
    """Wages as published, rounded and not; by the hour or year only; withheld; finer than cents."""
    none: list[Any] = [None] * 6
    hours: list[float | None] = [25.02, 17.6, 19.84, 23.6, 29.97, 47.5]
    years: list[int | None] = [52_030, 36_610, 41_270, 49_080, 62_330, 98_801]
    finer: list[float | None] = [25.025, 1e9, 0.004, 23.6, -3.14, 1 / 3]
    rows = [
        [*_pay("00-0000", _NATION, hours, years), None, None, None, None, 1],
        [*_pay("00-0000", _TEXAS, finer, years), 1.234, 0.56, None, "a_p90=#", 1],
        [*_pay("53-2011", _NATION, none, years), 0.0021, 12.345, "annual_only", None, 1],
        [*_pay("53-2011", _TEXAS, hours, none), 1000.0, 1.0, "hourly_only", "a_mean=*", 2],
    ]
    _filled(draft, "wage", [tuple(row) for row in rows])
    draft.execute("UPDATE wage SET employment = NULL, emp_rse = NULL WHERE area = '4800000'")
    by_industry = [*_pay("00-0000", "62--63", hours, years), None, None, 1]
    _filled(draft, "industry_wage", [tuple(by_industry)])
    return draft


def test_wages_come_back_as_they_were(wages: sqlite3.Connection) -> None:
    before = {table: _read(wages, table) for table in ("wage", "industry_wage")}
    compact(wages)
    assert {table: _read(wages, table) for table in before} == before
    assert [len(rows) for rows in before.values()] == [4, 1]


def test_a_wage_is_kept_in_cents_and_what_the_year_adds(wages: sqlite3.Connection) -> None:
    compact(wages)
    row = wages.execute(
        "SELECT h_p25, a_p25, a_p90 FROM kept_wage w JOIN code o ON o.no = w.occ"
        " JOIN code a ON a.no = w.area WHERE o.code = '00-0000' AND a.code = ?", (_NATION,)
    )  # fmt: skip
    # 2,080 times $19.84 is $41,267, published as $41,270; $47.50 would be $98,800.
    assert row.fetchone() == (1_984, 0, 1)


def test_ratings_come_back_as_they_were_with_their_places(draft: sqlite3.Connection) -> None:
    draws = random.Random(5)
    values = [0.0, 4.25, -1.42, 2.675, 1 / 3, 7.0, round(draws.uniform(0, 7), 2)]
    ratings = [
        (code, "2.A.1.a", scale, value, n, se, low, 7.0, 0, 1, date, "Analyst", source)
        for code, scale, value, n, se, low, date, source in (
            (_NURSE, "IM", values[0], 8, 0.1637, 3.9292, "08/2023", 1),
            (_NURSE, "LV", values[1], None, None, None, "", 1),
            (_NURSE, "WI", values[2], 8, 0.00005, 1e-9, "08/2023", 2),
            (_PILOT, "IM", values[3], 8, values[4], values[5], "08/2024", 1),
            (_PILOT, "LV", values[6], 8, 0.1, 3.0, "08/2024", 1),
        )
    ]
    places = {"0.0": (0, 1, 2), "2.675": (1, 1, 2), "4.25": (0, 1, 2), "-1.42": (0, 1, 1)}
    needs = [
        (_PILOT, "2.A.1.a", "RL", category, 100 / category, 27, 5.3962, None, 33.7379, 1,
         "08/2023", "Incumbent", 1)
        for category in (1, 3, 8)
    ]  # fmt: skip
    _filled(draft, "rating", ratings)
    _filled(draft, "requirement", needs)
    before = {table: _read(draft, table) for table in ("rating", "requirement")}
    compact(draft)
    after = {table: _read(draft, table) for table in before}
    placed = after["rating"]
    after["rating"] = [(*row[:12], row[15]) for row in placed]
    assert after == before
    assert [len(rows) for rows in before.values()] == [5, 3]
    found = {row[3]: tuple(map(int, row[12:15])) for row in placed}
    assert found == {**places, repr(values[6]): (1, 1, 2)}


def test_equal_ratings_share_their_place(draft: sqlite3.Connection) -> None:
    others = ["53-2021.00", "53-2022.00"]
    draft.executemany(
        "INSERT INTO occupation VALUES (?, '', '', '', '', NULL, 'none', NULL, 'none', NULL, 1)",
        [(code,) for code in others],
    )
    values = dict(zip([_NURSE, _PILOT, *others], [3.1, 2.9, 3.1, 4.0], strict=True))
    _filled(draft, "rating", [
        (code, "2.A.1.a", "IM", value, *[None] * 4, 0, 0, "", "", 1)
        for code, value in values.items()
    ])  # fmt: skip
    compact(draft)
    found = draft.execute('SELECT code, below, equal, "of" FROM rating ORDER BY code').fetchall()
    assert found == [
        (_NURSE, 1, 2, 4), (_PILOT, 0, 1, 4), (others[0], 1, 2, 4), (others[1], 3, 1, 4)
    ]  # fmt: skip


def test_a_row_of_what_is_not_there_is_no_pack(wages: sqlite3.Connection) -> None:
    wages.execute("DELETE FROM area WHERE code = '4800000'")
    with pytest.raises(AssertionError, match="wage"):
        compact(wages)


def test_a_rating_of_no_occupation_is_no_pack(draft: sqlite3.Connection) -> None:
    row = ("11-1011.00", "2.A.1.a", "IM", 1.0, 1, None, None, None, 0, 0, "", "", 1)
    _filled(draft, "rating", [row])
    with pytest.raises(AssertionError, match="rating"):
        compact(draft)
