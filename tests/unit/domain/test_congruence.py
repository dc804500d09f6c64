"""Holland codes against each other: Brown & Gore C, Iachan M, consistency (METHODS 1)."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.fit.congruence import (
    brown_gore_c,
    congruence,
    consistency,
    distance,
    iachan_m,
    iachan_m_max,
)
from counselor_app.domain.occupation.interests import LETTERS

# Hartmann, Heine & Ertl 2021, Table 2: person, C and M against the occupation RIA.
PUBLISHED = [
    ("RIA", 18, 28), ("RIS", 17, 27), ("RIC", 15, 27), ("RAS", 15, 24), ("REC", 9, 22),
    ("ISC", 8, 10), ("SEC", 0, 0),
]  # fmt: skip

codes = st.permutations(LETTERS).map(lambda letters: "".join(letters[:3]))


def slow_distance(one: str, other: str) -> int:
    """Walk both ways around the ring and count the steps."""
    ring, steps = LETTERS * 2, []
    for way in (ring, ring[::-1]):
        start = way.index(one)
        steps.append(way.index(other, start) - start)
    return min(steps)


def slow_m(person: str, occupation: str) -> int:
    table = {(0, 0): 22, (0, 1): 10, (0, 2): 4, (1, 0): 10, (1, 1): 5, (1, 2): 2,
             (2, 0): 4, (2, 1): 2, (2, 2): 1}  # fmt: skip
    return sum(
        table[i, j]
        for i, mine in enumerate(person)
        for j, its in enumerate(occupation)
        if mine == its
    )


@pytest.mark.parametrize(("person", "c", "m"), PUBLISHED)
def test_published_table(person: str, c: int, m: int) -> None:
    assert brown_gore_c(person, "RIA") == c
    assert iachan_m(person, "RIA") == m


@pytest.mark.parametrize(("occupation", "m"), [("RI", 27), ("R", 22)])
def test_a_short_code_has_no_c_and_a_lower_highest_m(occupation: str, m: int) -> None:
    found = congruence(["RIA"], occupation)
    assert found.c is None
    assert found.no_c is not None
    assert occupation in found.no_c
    assert (found.m, found.m_max) == ((m,), m)


def test_every_pair_of_codes_against_a_slow_count() -> None:
    everyone = ["".join(p) for p in permutations(LETTERS, 3)]
    for person in everyone[::7]:
        for occupation in everyone:
            steps = [slow_distance(*pair) for pair in zip(person, occupation, strict=True)]
            assert brown_gore_c(person, occupation) == sum(
                w * (3 - d) for w, d in zip((3, 2, 1), steps, strict=True)
            )
            assert iachan_m(person, occupation) == slow_m(person, occupation)


@given(codes, codes, st.integers(0, 5), st.booleans())
def test_ranges_symmetry_and_turning_the_hexagon(
    person: str, occupation: str, turn: int, mirrored: bool
) -> None:
    ring = LETTERS[turn:] + LETTERS[:turn]
    turned = str.maketrans(LETTERS, ring[::-1] if mirrored else ring)
    there, here = person.translate(turned), occupation.translate(turned)
    c, m = brown_gore_c(person, occupation), iachan_m(person, occupation)
    assert c is not None
    assert 0 <= c <= 18
    assert 0 <= m <= iachan_m_max(person, occupation) == 28
    assert (brown_gore_c(there, here), iachan_m(there, here)) == (c, m)
    assert (brown_gore_c(occupation, person), iachan_m(occupation, person)) == (c, m)
    assert (c == 18) == (m == 28) == (person == occupation)
    assert consistency(there) == consistency(person)


def test_consistency_names_neighbors_alternates_and_opposites() -> None:
    assert [consistency(code) for code in ("RI", "CRS", "RA", "CES", "RS", "IEC")] == [
        "high", "high", "medium", "high", "low", "low",
    ]  # fmt: skip
    assert consistency("R") is None
    assert max(distance(a, b) for a in LETTERS for b in LETTERS) == 3


def test_every_tied_ordering_is_carried_and_a_missing_code_says_why() -> None:
    found = congruence(["SCE", "CSE"], "CES")
    assert (found.c, found.m, found.first) == ((9, 15), (16, 26), (1, 3))
    without = congruence(["SCE"], "")
    assert (without.c, without.m, without.m_max, without.first) == (None, None, None, None)
    assert without.no_c
    assert without.no_code
