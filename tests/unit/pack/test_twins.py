"""Groups of near twins made from the shipped pack (METHODS 2)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from counselor_app.domain.fit.groups import Group, Twin, distance
from counselor_app.domain.fit.similarity import element_means
from counselor_app.pack.twins import occupations, twins


@pytest.fixture(scope="module")
def connection(seed_pack: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{seed_pack}?mode=ro", uri=True)


@pytest.fixture(scope="module")
def found(connection: sqlite3.Connection) -> tuple[Group, ...]:
    return twins(connection)


def test_how_many_groups_there_are(found: tuple[Group, ...]) -> None:
    sizes = [len(group.members) for group in found]
    several = [size for size in sizes if size > 1]
    assert (len(found), len(several), sum(several), max(sizes)) == (473, 194, 644, 18)
    assert sum(sizes) == len({code for group in found for code in group.members}) == 923


@pytest.mark.parametrize(
    ("code", "named_after", "members"),
    [
        ("29-1141.00", "29-1141.00", "29-1141.00 29-1141.01 29-1141.02 29-1141.03"),
        ("43-4051.00", "43-4051.00", "43-4011.00 43-4051.00 43-4131.00 43-4141.00"),
        ("41-2011.00", "41-2011.00", "41-2011.00 41-2012.00"),
        ("15-1252.00", "15-1252.00",
         "15-1211.00 15-1251.00 15-1252.00 15-1253.00 15-1254.00"),
        ("29-1171.00", "29-1171.00", "29-1071.00 29-1151.00 29-1171.00"),
        ("47-2111.00", "47-2031.00",
         "47-2031.00 47-2111.00 47-2152.00 47-2152.04 47-2211.00 47-2231.00"),
        ("25-2031.00", "25-2021.00",
         "25-2012.00 25-2021.00 25-2022.00 25-2031.00 25-2051.00 25-2056.00 25-2057.00"
         " 25-2058.00"),
        ("53-3032.00", "53-3032.00", "53-3032.00"),
    ],
)  # fmt: skip
def test_the_members_of_a_group(
    found: tuple[Group, ...], code: str, named_after: str, members: str
) -> None:
    (group,) = (group for group in found if code in group.members)
    assert group == Group(named_after, tuple(members.split()))


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("29-1141.00", "29-1141.03", 0.143121),
        ("29-1141.00", "29-1141.01", 0.479308),
        ("29-1141.00", "29-1171.00", None),
        ("43-4051.00", "43-4141.00", 0.359487),
        ("15-1252.00", "15-1251.00", 0.497233),
        ("25-2021.00", "25-2031.00", 0.305749),
        ("29-1141.00", "29-1214.00", None),
    ],
)
def test_distances(connection: sqlite3.Connection, one: str, other: str, far: float | None) -> None:
    by_code = {twin.code: twin for twin in occupations(connection)}
    means = element_means({c: t.importances for c, t in by_code.items() if t.importances})
    found = distance(by_code[one], by_code[other], means)
    assert found == (far if far is None else pytest.approx(far, abs=1e-6))
    assert found == distance(by_code[other], by_code[one], means)


def test_no_two_members_are_further_apart_than_twins_may_be(
    connection: sqlite3.Connection, found: tuple[Group, ...]
) -> None:
    by_code: dict[str, Twin] = {twin.code: twin for twin in occupations(connection)}
    means = element_means({c: t.importances for c, t in by_code.items() if t.importances})
    for group in found:
        assert group.named_after in group.members
        for one in group.members:
            for other in group.members:
                far = distance(by_code[one], by_code[other], means)
                assert far is not None
                assert far <= 1


def test_the_table_of_a_pack(connection: sqlite3.Connection, found: tuple[Group, ...]) -> None:
    rows = connection.execute("SELECT code, group_code FROM group_member ORDER BY code").fetchall()
    assert rows == sorted((code, g.named_after) for g in found for code in g.members)
