"""How hard a passphrase is to guess, in words."""

from __future__ import annotations

from math import log2
from typing import Literal

from counselor_app.language import Said, _, pgettext

Strength = Literal["none", "short", "weak", "fair", "strong"]

_WORD_BITS = 11.0
"""A word of everyday language, drawn from some 2,000 (Diceware's reasoning, a smaller list)."""
_REFUSED, _FAIR, _STRONG = 20.0, 33.0, 44.0
_USUAL = ("password", "passphrase", "counselor", "school", "letmein", "welcome", "qwerty", "12345",
          "abcde", "11111", "clients")  # fmt: skip
_FIRST_TRIED = (
    *_USUAL,
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "trustno1",
    "dragon",
    "monkey",
    "master",
    "shadow",
    "michael",
    "jordan",
    "batman",
    "pokemon",
    "starwars",
    "whatever",
    "computer",
    "internet",
    "administrator",
    "admin",
    "guidance",
    "student",
    "teacher",
    "secret",
    "changeme",
    "default",
    "freedom",
    "mustang",
    "liverpool",
    "charlie",
    "jennifer",
    "michelle",
    "summer",
    "winter",
    "spring",
    "autumn",
    "january",
    "qazwsx",
    "qwertz",
    "azerty",
    "asdfgh",
    "asdf",
    "zxcvbn",
    "zaqwsx",
    "qweasd",
    "abcd",
    "abc",
    "qwer",
    "1q2w3e4r",
    "q2w3e4r",
    "1qaz",
    "2wsx",
    "zaq1",
    "hello",
    "career",
    "highschool",
)
"""What is tried before anything else, also with digits behind it and with 0 for o, 1 for i."""
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_FAMOUS = frozenset(("correct", "horse", "battery", "staple"))
"""The example that everybody copies."""
_WORDS: dict[Strength, Said] = {
    "weak": _("Weak: easy to guess. Add words that do not belong together."),
    "fair": _("Fair. One more word makes it strong."),
    "strong": pgettext("passphrase", "Strong."),
}


def strength(passphrase: str, shortest: int) -> Strength:
    """How hard to guess, estimated low: a word is worth 11 bits, whatever its letters.

    Letters, digits and signs outside words count as drawn from an alphabet of their kinds;
    repeated words and the most usual ones count nothing.
    """
    text = passphrase.strip()
    if not text:
        return "none"
    if len(text) < shortest:
        return "short"
    bits = _bits(text)
    return "strong" if bits >= _STRONG else "fair" if bits >= _FAIR else "weak"


def too_common(passphrase: str) -> bool:
    """Whether it is among the first that anybody tries: a word, a row of keys, a date, repeats."""
    text = passphrase.strip().casefold()
    if not text or _bits(text) < _REFUSED:
        return True
    for plain in (text, text.translate(_LOOKALIKES)):
        for word in sorted(_FIRST_TRIED, key=len, reverse=True):
            plain = plain.replace(word, "")
        if sum(c.isalpha() for c in plain) < 4 and " " not in text:
            return True
    unit = (text + text).index(text, 1)  # the length of what it repeats
    return unit < len(text) and _bits(text[:unit]) < _REFUSED


def strength_words(passphrase: str, shortest: int) -> str:
    """The same as a line to show while it is typed; "" before anything is."""
    found = strength(passphrase, shortest)
    if found == "short":
        return _("Too short: {shortest} characters are the fewest.", shortest=shortest)
    return _WORDS.get(found, "")


def _bits(text: str) -> float:
    parts = {part.casefold() for part in text.split()}
    if parts >= _FAMOUS:
        parts -= _FAMOUS
    return sum(_part_bits(part) for part in parts)


def _part_bits(part: str) -> float:
    for usual in _USUAL:
        part = part.replace(usual, "")
    if part.isalpha():
        # Letters alone are taken for one word each seven, not for letters drawn by chance.
        return _WORD_BITS * max(1, round(len(part) / 7)) if len(set(part)) > 2 else 0.0
    kinds = 26 * any(c.isalpha() for c in part) + 10 * any(c.isdigit() for c in part)
    kinds += 20 * any(not c.isalnum() for c in part)
    return len(set(part)) * log2(kinds) * 0.7 if kinds else 0.0
