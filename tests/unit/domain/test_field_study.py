"""Scale scores, pairs of near-synonyms, and the order of the hexagon (METHODS 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.hexagon import PREDICTIONS, hexagon_order
from counselor_app.domain.session.inconsistency import inconsistency
from counselor_app.domain.session.inventory import Answers, FormKey, score

CIRCLE = [
    [1.0, 0.45, 0.3, 0.2, 0.3, 0.45], [0.45, 1.0, 0.45, 0.3, 0.2, 0.3],
    [0.3, 0.45, 1.0, 0.45, 0.3, 0.2], [0.2, 0.3, 0.45, 1.0, 0.45, 0.3],
    [0.3, 0.2, 0.3, 0.45, 1.0, 0.45], [0.45, 0.3, 0.2, 0.3, 0.45, 1.0],
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "answers", "points"),
    [
        ("long", [4, 3, 4, 2, 3, 1, 4, 0, 2, 3], 26.0),
        ("long", [4, 3, 4, 2, 3, 1, 4, 0, None, None], 26.25),
        ("long", [4, 3, 4, 2, 3, 1, 4, None, None, None], None),
        ("short", [4, 3, None, 2, 3], 15.0),
        ("short", [4, None, None, 2, 3], None),
    ],
)
def test_a_scale_is_a_sum_or_taken_in_proportion(
    key: FormKey, answers: list[int | None], points: float | None
) -> None:
    form = inventory_form(key)
    items = [item.id for item in form.items if item.scale == "R"]
    given_ = {i: a for i, a in zip(items, answers, strict=True) if a is not None}
    assert score(Answers(form, given_)).scales[0].score == points


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(4, 4), (0, 1), (3, 2), (2, 2), (4, 3), (1, 1)], (6, 0, False)),
        ([(4, 1), (0, 1), (3, 0), (2, 2), (4, 3), (1, 1)], (6, 2, True)),
        ([(4, 0), (0, 1), (3, 2), (2, 2), (4, 3), (1, 1)], (6, 1, False)),
        ([(4, 0), (0, 4), (None, 2), (2, None), (4, None), (1, 1)], (3, 2, None)),
    ],
)
def test_pairs_that_disagree(
    pairs: list[tuple[int | None, int | None]], expected: tuple[int, int, bool | None]
) -> None:
    assert inconsistency(pairs) == expected


def test_the_order_of_the_hexagon() -> None:
    found = hexagon_order(CIRCLE)
    assert (found, found.correspondence) == ((72, 0), 1.0)
    bent = [row[:] for row in CIRCLE]
    bent[0][3] = bent[3][0] = 0.4
    bent[1][2] = bent[2][1] = 0.25
    found = hexagon_order(bent)
    assert found == (59, 13)
    assert found.correspondence == pytest.approx(0.6389, abs=1e-4)


@given(st.lists(st.floats(-1, 1), min_size=15, max_size=15), st.integers(0, 5))
def test_the_order_does_not_depend_on_where_the_hexagon_begins(
    values: list[float], turn: int
) -> None:
    table = [[1.0] * 6 for _ in range(6)]
    rest = iter(values)
    for one in range(6):
        for other in range(one):
            table[one][other] = table[other][one] = next(rest)
    turned = [[table[(i + turn) % 6][(j + turn) % 6] for j in range(6)] for i in range(6)]
    found = hexagon_order(table)
    assert found == hexagon_order(turned)
    assert found.met + found.violated <= PREDICTIONS
