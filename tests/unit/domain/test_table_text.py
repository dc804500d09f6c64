"""A table in another program holds what the window showed, and runs nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.figures.table_text import csv_text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_formula_becomes_text(start: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_text(["a"], [[f"{start}1+1"]]), newline="")))
    assert rows[1] == [f"'{start}1+1"]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert csv_text(["a", "b", "c"], [[-0.3, None, "x, y"]]) == 'a,b,c\r\n-0.3,,"x, y"\r\n'


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0")), min_size=1)
)
def test_every_text_comes_back(cells: list[str]) -> None:
    (row,) = list(csv.reader(io.StringIO(csv_text(["h"], [cells]), newline="")))[1:]
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]
