"""How hard a passphrase is to guess is estimated low, at every border."""

from __future__ import annotations

import pytest

from counselor_app.domain.passphrase import strength, strength_words


@pytest.mark.parametrize(
    ("typed", "shortest", "found"),
    [
        ("", 8, "none"),
        ("   ", 8, "none"),
        ("abcdefg", 8, "short"),
        ("  abcdefg  ", 8, "short"),
        ("lampriver", 9, "weak"),
        ("blue lamp", 8, "weak"),
        ("blue lamp river", 8, "fair"),
        ("blue lamp lamp lamp", 8, "weak"),
        ("blue lamp river eleven", 8, "strong"),
        ("correct horse battery staple blue lamp river", 8, "fair"),
        ("correct horse lamp river", 8, "strong"),
    ],
)
def test_it_is_said_how_hard_it_is_to_guess(typed: str, shortest: int, found: str) -> None:
    assert strength(typed, shortest) == found


def test_every_answer_is_told_in_words() -> None:
    assert strength_words("", 8) == ""
    assert strength_words("abc", 8) == "Too short: 8 characters are the fewest."
    assert strength_words("blue lamp", 8).startswith("Weak: easy to guess.")
    assert strength_words("blue lamp river", 8).startswith("Fair.")
    assert strength_words("blue lamp river eleven", 8) == "Strong."
