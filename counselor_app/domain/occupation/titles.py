"""Job titles as text: how two spellings of one title are made equal.

Pure functions; the pack's builder and the search fold titles and queries with the same ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import filterfalse, pairwise

from counselor_app.language import Said, published

NOISE = frozenset(
    ("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with")
)

_ASKING = (
    "i im id want wanna like love would to be become becoming being job jobs career careers "
    "work working who how do does can you what is are am my get getting something thing stuff "
    "about some any please kind lot quiero ser un una el la los de con como trabajar trabajo "
    "trabajos gusta gustaria "
)
ASKING = frozenset(_ASKING.split())
"""Words around what is meant: "I want to be a nurse", "jobs with animals"."""

_WORD = re.compile("[a-z0-9]+")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_APOSTROPHES = re.compile("['’‘`´]")

# Spellings that sound alike, first match first; vowels come last, as one sound, because they
# are what people get wrong most.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:kn|gn|pn)", "n"),
        ("^ps", "s"),
        ("^wh", "w"),
        ("^x", "s"),
        ("(?:t|s|c)i(?:a|o)n", "son"),
        ("(?:t|c)ia", "sa"),
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
        ("(?<=..)e$", ""),
        ("[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


def shown_title(title: str) -> Said:
    """A published title as a page prints it: without the double hyphen of "Helpers--Carpenters"."""
    return published("title", title.replace("--", " of "))


_NAMES = frozenset(("English", "American", "Internet"))


def title_inside(title: str) -> Said:
    """A published title inside a sentence: in lower case, but for names and initials."""
    return published("title inside", _PART.sub(_lowered, shown_title(title)))


_PART = re.compile(r"[^ -]+")


def _lowered(found: re.Match[str]) -> str:
    """A word, or its part before or after a hyphen: "First-Line", but "X-Ray"."""
    part = found[0]
    kept = part in _NAMES or part[1:] != part[1:].lower() or len(part) == 1
    return part if kept else part.lower()


def plain(text: str) -> str:
    """Lower case without accents; not the same length as ``text``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, decomposed))


def words(text: str) -> list[str]:
    """The words of a text: lower-case letters and digits, apostrophes and R.N.'s stops removed."""
    bare = _APOSTROPHES.sub("", plain(text))
    if "." in bare:
        bare = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), bare)
    return _WORD.findall(bare)


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


def joined(spelling: Sequence[str]) -> list[str]:
    """Each two neighbours written as one word: "health", "care" -> "healthcare"."""
    return [first + second for first, second in pairwise(spelling)]


def content(spelling: Sequence[str]) -> list[str]:
    """The words that carry meaning: no "of" and "and", nothing from "except" on.

    A title such as "Dispatchers, Except Police" must not be found as a police job. Where
    nothing would be left, the words stay.
    """
    end = spelling.index("except") if "except" in spelling else len(spelling)
    return [word for word in spelling[:end] if word not in NOISE] or list(spelling)


def meant(spelling: Sequence[str]) -> list[str]:
    """The words that carry meaning in what a person asks for; all where nothing would be left."""
    return [word for word in content(spelling) if word not in ASKING] or content(spelling)


def sound(word: str) -> str:
    """A key that words pronounced alike share: "plummer" and "plumber" are both "plamar"."""
    key = word
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key
