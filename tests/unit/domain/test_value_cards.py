"""Value cards in piles, beside a job (METHODS 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.client_texts import value_card_texts
from counselor_app.domain.fit.work_values import BY_ELEMENT
from counselor_app.domain.session.value_cards import (
    MOST_MUSTS,
    PILES,
    Card,
    Pile,
    Piles,
    Weight,
    checked,
    remark,
    to_ask,
    weight,
    weights,
)
from counselor_app.errors import UserError

CARDS = value_card_texts()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("must", "must", "matters"),
        ("must", "nice", "matters"),
        ("must", "not", "some"),
        ("nice", "nice", "some"),
        ("not", "nice", "some"),
        ("not", "not", "not now"),
        ("must", None, None),
    ],
)
def test_two_cards_make_a_value(first: Pile, second: Pile | None, expected: str | None) -> None:
    assert weight(first, second) == weight(second, first) == expected


@pytest.mark.parametrize(
    ("own", "place", "said"),
    [
        ("matters", 2, "job meets it"),
        ("matters", 4, "no remark"),
        ("matters", 5, "talk about it"),
        ("some", 6, "no remark"),
        ("not now", 1, "no remark"),
        (None, 1, "no remark"),
    ],
)
def test_a_value_beside_a_job(own: Weight | None, place: int, said: str) -> None:
    assert remark(own, place) == said


def test_there_are_two_cards_for_each_value_and_four_without_job_data() -> None:
    assert len(CARDS) == 16
    assert {card.value for card in CARDS} == {*BY_ELEMENT, ""}
    assert [card.id for card in CARDS if not card.value] == ["hours", "place", "health", "meaning"]
    with pytest.raises(UserError, match="not whole"):
        checked(CARDS[1:])


@given(st.lists(st.tuples(st.sampled_from(CARDS), st.sampled_from((*PILES, None))), max_size=40))
def test_moving_cards_loses_none_and_never_fills_the_first_pile_over(
    moves: list[tuple[Card, Pile | None]],
) -> None:
    piles = Piles()
    placed: dict[str, Pile] = {}
    for card, pile in moves:
        name = card.id
        others = sum(where == "must" for one, where in placed.items() if one != name)
        if pile == "must" and others == MOST_MUSTS:
            with pytest.raises(UserError, match="Move one away"):
                piles.moved(name, pile)
            continue
        piles = piles.moved(name, pile)
        placed.pop(name, None)
        if pile is not None:
            placed[name] = pile
    assert piles.placed == placed
    assert sum(len(piles.pile(pile)) for pile in PILES) == len(placed)
    points = {"must": 2, "nice": 1, "not": 0}
    for value, found in weights(piles, CARDS).items():
        both = [placed.get(card.id) for card in CARDS if card.value == value]
        total = sum(points[pile] for pile in both if pile)
        expected = None
        if None not in both:
            expected = "matters" if total >= 3 else "some" if total else "not now"
        assert found == expected


def test_cards_of_a_newer_version_are_kept() -> None:
    piles = Piles({"pets": "must", "hours": "nice", "health": "must"}, edition="2")
    assert piles.unknown(CARDS) == ("pets",)
    assert piles.moved("place", "not").placed["pets"] == "must"
    assert [card.id for card in to_ask(piles, CARDS)] == ["health", "hours"]
    with pytest.raises(UserError, match="no pile of cards"):
        Piles({"hours": "maybe"})  # type: ignore[dict-item]
