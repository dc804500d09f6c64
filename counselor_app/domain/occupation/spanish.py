"""Spanish words as they are searched: without accents, gender and plural, and as they sound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counselor_app.domain.occupation import titles

_SMALL_WORDS = "a al con de del e el en la las lo los o para por the u un una unas unos y "
_SMALL = frozenset(_SMALL_WORDS.split())
_ASKING_WORDS = (
    "busco como cual de del el en es estudiar gusta gustaria la las los me mi para persona "
    "personas quiero que quien quienes ser soy sobre trabaja trabajador trabajadora "
    "trabajadores trabajan trabajar trabajo trabajos un una "
)
_ASKING = frozenset(_ASKING_WORDS.split())
"""Words around what is meant: "quiero ser enfermera", "trabajo de chofer"."""

_PLURAL = re.compile(r"(?<=[^aeious])es$|(?<=[aeiou])s$")
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ch", "1"),
        (r"ll", "y"),
        (r"qu(?=[ei])", "k"),
        (r"g(?=[ei])", "j"),
        (r"gu(?=[ei])", "g"),
        (r"c(?=[ei])", "s"),
        (r"[ckq]", "k"),
        (r"ph", "f"),
        (r"h", ""),
        (r"[zx]", "s"),
        (r"[vw]", "b"),
        (r"y$", "i"),
        (r"n(?=[bp])", "m"),
        (r"(.)\1+", r"\1"),
    )
)


def stem(word: str) -> str:
    """A folded word without plural and gender: "conductores", "enfermera", "jefas"."""
    if len(word) < 4:
        return word
    bare = word[:-3] + "z" if word.endswith("ces") else _PLURAL.sub("", word)
    return bare[:-1] if len(bare) > 3 and bare[-1] in "aoe" else bare


def words(text: str) -> list[str]:
    """The stems that carry meaning, nothing from "excepto" on; all where nothing would be left."""
    return [stem(word) for word in content(text)]


def content(text: str) -> list[str]:
    """The folded words that carry meaning, as they are written."""
    found = titles.words(text)
    end = found.index("excepto") if "excepto" in found[1:] else len(found)
    return _without(_SMALL, found[:end])


def meant(text: str) -> list[str]:
    """The folded words that carry meaning in what a person asks for."""
    return _without(_ASKING, content(text))


def sound(word: str) -> str:
    """A key that words pronounced alike share: "vombero" and "bombero", "sapatero", "zapatero"."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def _without(small: frozenset[str], found: Sequence[str]) -> list[str]:
    return [word for word in found if word not in small] or list(found)
