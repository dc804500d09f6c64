"""The readiness check before and after, and what a site may say of it (METHODS 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.client_texts import readiness_statements
from counselor_app.domain.session.readiness import (
    change,
    change_words,
    checked_answers,
    site_change,
)
from counselor_app.errors import UserError

answers = st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=5, max_size=5)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([0, 1, 0, 0, 2], [2, 1, 1, 2, 2], (3, 0, 2, "clearer")),
        ([2, 2, 2, 1, 2], [2, 3, 2, 1, 1], (1, 1, 3, "about the same")),
        ([3, 2, 2, 2, 2], [2, 1, 2, 2, 1], (0, 3, 2, "less clear")),
        ([1, None, 1, 0, 1], [2, 3, 2, 0, 1], (2, 0, 2, "clearer")),
        ([1, None, 1, None, 1], [2, 3, 2, 0, 3], (3, 0, 0, None)),
    ],
)
def test_what_moved(
    before: list[int | None], after: list[int | None], expected: tuple[int, int, int, str | None]
) -> None:
    found = change(before, after)
    assert found == expected
    words = change_words(found)
    assert words.lower().startswith(expected[3] or "too few")


@given(answers, answers)
def test_the_other_way_round_is_the_other_word(
    before: list[int | None], after: list[int | None]
) -> None:
    there, back = change(before, after), change(after, before)
    assert (there.up, there.down, there.same) == (back.down, back.up, back.same)
    turned = {"clearer": "less clear", "less clear": "clearer"}
    assert back.words == turned.get(there.words or "", there.words)


def test_a_site_says_nothing_of_fewer_than_twenty() -> None:
    changes = [0, 1, 1, 0, 2, 1, 0, -1, 1, 0, 1, 2, 0, 1, 0, 1, 1, 0, 3, 1, 0, 1]
    found = site_change(changes)
    assert found.n == 22
    assert found[1:] == pytest.approx((0.727, 0.418, 1.037), abs=0.001)
    assert site_change(changes[:19]) == (19, None, None, None)


def test_answers_are_five_from_0_to_3() -> None:
    assert checked_answers([0, 1, None, 3, 2]) == (0, 1, None, 3, 2)
    for wrong in ([0] * 4, [0] * 6, [0, 0, 0, 0, 4], [0, 0, 0, 0, True]):
        with pytest.raises(UserError, match="expected"):
            checked_answers(wrong)


def test_there_are_five_statements() -> None:
    assert len({statement.id for statement in readiness_statements()}) == 5
