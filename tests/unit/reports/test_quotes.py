"""Typewriter's marks become those of type, wherever a text was written."""

from __future__ import annotations

import pytest

from counselor_app.reports.quotes import curled


@pytest.mark.parametrize(
    ("typed", "put"),
    [
        ("A doctor's office", "A doctor’s office"),
        ("the nurses' room, can't", "the nurses’ room, can’t"),
        ("Class of '26, the 1990's", "Class of ’26, the 1990’s"),
        ('She said "come in" twice', "She said “come in” twice"),
        ('("20"), "why not?"', "(“20”), “why not?”"),
        ("ask 'what next?' there", "ask ‘what next?’ there"),
        ("He is 5'10\" tall", "He is 5'10\" tall"),
        ("a visit -- soon", "a visit – soon"),
        ("62--63", "62–63"),
        ("Already “curly” and it’s so", "Already “curly” and it’s so"),
        ("", ""),
    ],
)
def test_marks_are_set_as_in_print(typed: str, put: str) -> None:
    assert curled(typed) == put
    assert curled(put) == put
