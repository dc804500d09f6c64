"""Six values in the client's order, beside what the job gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.ratings import Rating
from counselor_app.domain.fit.work_values import (
    VALUES,
    beside,
    beside_sentence,
    checked_order,
    moved,
    place_words,
)
from counselor_app.errors import UserError
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

SIX = tuple(value.element for value in VALUES)
ONET = Source("o", "onet", "", "", "", "O*NET", "", "", "", "")


def rated(**values: float) -> tuple[Rating, ...]:
    names = {value.name: value.element for value in VALUES}
    return tuple(
        Rating(names[name], name, "value",
               Figure(f"rating.{name}.extent", value, "extent 1-7", ONET, "2008"), None, None, None)
        for name, value in values.items()
    )  # fmt: skip


JOB = rated(Achievement=5.33, Independence=5.33, Recognition=4.67, Relationships=6.33, Support=6.0)


@given(st.permutations(SIX), st.integers(0, 5), st.integers(-9, 9))
def test_moving_one_keeps_the_others_in_their_order(order: list[str], place: int, by: int) -> None:
    after = moved(order, place, by)
    assert sorted(after) == sorted(SIX)
    assert after.index(order[place]) == min(max(place + by, 0), 5)
    assert [e for e in after if e != order[place]] == [e for e in order if e != order[place]]


def test_without_an_order_the_jobs_highest_comes_first_and_ties_share_a_place() -> None:
    rows = beside((), JOB)
    assert [(row.value.name, row.place) for row in rows] == [
        ("Relationships", 1), ("Support", 2), ("Achievement", 3), ("Independence", 3),
        ("Recognition", 5),
    ]  # fmt: skip
    assert all(row.own is None for row in rows)
    assert beside_sentence(rows, "RF-14") is None


def test_the_clients_order_leads_and_says_what_is_shared() -> None:
    rows = beside(SIX, JOB)
    assert [row.own for row in rows] == [1, 2, 3, 4, 5]
    assert beside_sentence(rows, "RF-14") == (
        "Two of the first three of RF-14 are among those this job meets most: Achievement and"
        " Independence."
    )
    none = beside(SIX, rated(Achievement=1, Independence=1, Recognition=1, Relationships=7,
                             Support=6, **{"Working Conditions": 5}))  # fmt: skip
    assert "None of the first three" in (beside_sentence(none, "RF-14") or "")


@pytest.mark.parametrize("order", [SIX[:5], (*SIX[:5], SIX[0]), (*SIX, "1.B.2.z")])
def test_an_order_that_is_not_of_all_six_is_refused(order: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="each of the six once"):
        checked_order(order)
    assert checked_order(()) == ()
    assert checked_order(SIX) == SIX


def test_places_are_words() -> None:
    assert [place_words(p) for p in (1, 2, 6)] == ["highest", "2nd highest", "lowest"]


def test_the_six_are_the_packs_and_dated(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1141")
    found = sheet.ratings["value"]
    assert {(r.element, r.name) for r in found} == {(v.element, v.name) for v in VALUES}
    assert {r.main.vintage for r in found} == {"June 2008"}
