"""Which passphrases are refused, and how hard the others are said to be to guess."""

from __future__ import annotations

import pytest

from counselor_app.domain.record.passphrase import strength, strength_words, too_common

FIRST_TRIED = (
    "password", "12345678", "aaaaaaaa", "Password1", "P@ssw0rd", "passw0rd!", "trustno1",
    "1q2w3e4r", "1qaz2wsx", "qwertyuiop", "asdfghjkl", "iloveyou", "sunshine1", "19870412",
    "87654321", "abcd1234", "abc12345", "letmein123", "welcome2026", "abcabcabc", "counselor1",
    "school2026", "xyxyxyxy", "zaq12wsx", "admin123", "basketball", "password password",
    "Summer2026!", "qwerty123", "00000000", "abcdefgh", "correct horse battery staple", "",
)  # fmt: skip


@pytest.mark.parametrize("text", FIRST_TRIED)
def test_what_anybody_tries_first_is_refused(text: str) -> None:
    assert too_common(text)
    assert too_common(f" {text} ")


@pytest.mark.parametrize(
    "text",
    ["three plain words", "blue lamp river", "caf\u00e9 au lait", "xk4qz9vb", "kX9#mQ2$vL",
     "marmalade lighthouse seventeen"],
)  # fmt: skip
def test_words_that_do_not_belong_together_are_taken(text: str) -> None:
    assert not too_common(text)


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
