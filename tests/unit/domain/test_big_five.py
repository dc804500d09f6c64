"""Big Five scores from elsewhere: typed in as a note, within their ends (METHODS 6)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.session.big_five import TRAITS, BigFiveNote, Kind, noted, score_words
from counselor_app.errors import UserError


@pytest.mark.parametrize(
    ("kind", "value", "ends", "turned", "kept"),
    [
        ("T", 62, None, True, 38),
        ("percentile", 35, None, False, 35),
        ("raw", 31, (12, 60), True, 41),
    ],
)
def test_scores_are_kept(
    kind: Kind, value: float, ends: tuple[float, float] | None, turned: bool, kept: float
) -> None:
    assert noted(kind, value, ends, turned=turned) == kept


@pytest.mark.parametrize(
    ("kind", "value", "ends", "said"),
    [
        ("raw", 70, (12, 60), "out of range; expected 12 to 60"),
        ("raw", float("nan"), (12, 60), "out of range"),
        ("percentile", 101, None, "expected 0 to 100"),
        ("raw", 20, None, "lowest and the highest"),
        ("raw", 20, (60, 12), "lowest and the highest"),
        ("stanine", 5, None, "no kind of score"),
    ],
)
def test_a_score_outside_its_ends_is_refused(
    kind: Kind, value: float, ends: tuple[float, float] | None, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        noted(kind, value, ends)


@given(st.floats(12, 60))
def test_turned_twice_is_the_same(value: float) -> None:
    once = noted("raw", value, (12, 60), turned=True)
    assert noted("raw", once, (12, 60), turned=True) == pytest.approx(value)


def test_a_note_says_what_was_typed_in_and_nothing_of_jobs() -> None:
    note = BigFiveNote("NEO", date(2026, 3, 1), "raw", {"emotional stability": 41}, (12, 60))
    assert [score_words(note, trait) for trait in TRAITS] == [*["not given"] * 4, "41 (12 to 60)"]
    t = BigFiveNote("NEO", date(2026, 3, 1), "T", {"openness": 38})
    assert score_words(t, "openness") == "T score 38"
    for wrong in (("", {}), ("NEO", {"neuroticism": 3}), ("NEO", {"openness": 300})):
        with pytest.raises(UserError):
            BigFiveNote(wrong[0], date(2026, 3, 1), "T", wrong[1])  # type: ignore[arg-type]
