"""Job titles as text: how two spellings of one title are made equal.

Pure functions; the pack's builder and the search fold titles and queries with the same ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

NOISE = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"))

_WORD = re.compile("[a-z0-9]+")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_APOSTROPHES = re.compile("['’‘`´]")

# Spellings that sound alike, first match first; what remains is compared by edit distance.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:kn|gn|pn)", "n"),
        ("^ps", "s"),
        ("^wr", "r"),
        ("^wh", "w"),
        ("^x", "s"),
        ("(?:t|s|c)ian|(?:t|s|c)ion", "son"),
        ("ph", "f"),
        ("ght", "t"),
        ("mb", "m"),
        ("tch", "k"),
        ("ch|ck|q", "k"),
        ("sh|sc(?=[eiy])", "s"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("dg|g(?=[eiy])", "j"),
        ("z", "s"),
        ("x", "ks"),
        ("y", "i"),
        ("(?<=..)e$", ""),
        (r"(.)\1+", r"\1"),
    )
)


def plain(text: str) -> str:
    """Lower case without accents; not the same length as ``text``."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The words of a text: lower-case letters and digits, apostrophes and R.N.'s stops removed."""
    bare = _APOSTROPHES.sub("", plain(text))
    return _WORD.findall(_INITIALS.sub(lambda initials: initials[0].replace(".", ""), bare))


def stem(word: str) -> str:
    """A word without its plural: "nurses" and "nurse", "secretaries" and "secretary"."""
    if len(word) < 4:
        return word
    if word.endswith("men"):
        return word[:-2] + "an"
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def join(spelling: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    """Write as one word what some title writes as one: "health", "care" -> "healthcare".

    Args:
        spelling: Words as ``words`` gives them.
        known: Whether a stem is a word of the titles.
    """
    joined: list[str] = []
    position = 0
    while position < len(spelling):
        both = "".join(spelling[position : position + 2])
        if position + 1 < len(spelling) and len(both) > 4 and known(stem(both)):
            joined.append(both)
            position += 2
        else:
            joined.append(spelling[position])
            position += 1
    return joined


def content(spelling: Sequence[str]) -> list[str]:
    """The words that carry meaning: no "of" and "and", nothing from "except" on.

    A title such as "Dispatchers, Except Police" must not be found as a police job. Where
    nothing would be left, the words stay.
    """
    end = spelling.index("except") if "except" in spelling else len(spelling)
    return [word for word in spelling[:end] if word not in NOISE] or list(spelling)


def sound(word: str) -> str:
    """A key that words pronounced alike share: "plummer" and "plumber" are both "plumer"."""
    key = word
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key
