"""Which letters the shipped typefaces can print: a report must not fail on a typed name."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from counselor_app.language import Said, _, joined
from counselor_app.paths import resources

UNPRINTABLE = "?"
_NAMED = 12  # letters named in a warning
JOINERS = "\u200c\u200d"


def printable(text: str) -> str:
    """``text`` in letters that the shipped typefaces have.

    The faces of the reports come first, then those for names in other scripts. A letter that none
    has is taken apart into plainer ones where that is possible ("ﬁ" is "fi"), else it becomes a
    question mark; control marks become spaces. A mark stays where the face of the letter before
    it has it too: no line can be set with half a letter in one face.
    """
    if text.isascii() and text.isprintable():
        return text
    found: list[str] = []
    face = _letters()
    for letter in unicodedata.normalize("NFC", text):
        if letter in JOINERS or unicodedata.category(letter) in ("Mn", "Mc"):
            if ord(letter) in face:
                found.append(letter)
            continue
        face = next((own for own in _faces(letter) if ord(letter) in own), _letters())
        found.append(letter if ord(letter) in face else _printable(letter))
    return "".join(found)


def lacks_letters(text: str) -> bool:
    """Whether printing ``text`` loses a letter."""
    return printable(text).count(UNPRINTABLE) > text.count(UNPRINTABLE)


def lost_words(texts: Iterable[str]) -> str:
    """A sentence on the letters of all these texts that cannot be printed; "" where all can."""
    lost = {letter for text in texts if lacks_letters(text) for letter in lost_letters(text)}
    if not lost:
        return ""
    named = sorted(lost)[:_NAMED]
    letters: Said = joined(named)
    if len(lost) > _NAMED:
        letters = _("{letters} and {n} more", letters=letters, n=len(lost) - _NAMED)
    return _(
        "Not all of this can be printed: no typeface that ships with the program has {letters}. On"
        " paper and in a PDF each is a question mark.",
        letters=letters,
    )


def lost_letters(text: str) -> list[str]:
    """The letters of a text that print as a question mark."""
    typed = unicodedata.normalize("NFC", text)
    return [each for each in typed if each != UNPRINTABLE and printable(each) == UNPRINTABLE]


def _faces(letter: str) -> tuple[frozenset[int], ...]:
    """The letters of each face that may have this one; most need the first alone."""
    return (_letters(),) if ord(letter) in _letters() else _name_faces()


@cache
def _printable(letter: str) -> str:
    if letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    if kind == "Zs":
        return letter  # a space needs no glyph
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    if kind == "Cf":  # marks of direction and variation
        return ""
    plainer = unicodedata.normalize("NFKD", letter)
    known = "".join(part for part in plainer if ord(part) in _letters())
    return known if plainer != letter and known else UNPRINTABLE


@cache
def _letters() -> frozenset[int]:
    """The code points that all the faces of the reports have."""
    fonts = sorted((resources() / "fonts").glob("*.ttf"))
    return frozenset.intersection(*(frozenset(_cmap(font.read_bytes())) for font in fonts))


@cache
def _name_faces() -> tuple[frozenset[int], ...]:
    """The code points of each face for names in other scripts (`resources/fonts/names`)."""
    fonts = sorted((resources() / "fonts" / "names").glob("*.?tf"))
    return tuple(frozenset(_cmap(font.read_bytes())) for font in fonts)


def _cmap(font: bytes) -> Iterator[int]:
    """Code points of a TrueType font's Unicode table of format 4 (OpenType, cmap)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * i) for i in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for i in range(count):
        (offset,) = struct.unpack_from(">L", font, start + 8 + 8 * i)
        (format_,) = struct.unpack_from(">H", font, start + offset)
        if format_ == 4:
            yield from _segments(font, start + offset)


def _segments(font: bytes, table: int) -> Iterator[int]:
    (double,) = struct.unpack_from(">H", font, table + 6)
    shape = f">{double // 2}H"
    ends = struct.unpack_from(shape, font, table + 14)
    starts = struct.unpack_from(shape, font, table + 16 + double)
    deltas = struct.unpack_from(shape, font, table + 16 + 2 * double)
    offsets = struct.unpack_from(shape, font, table + 16 + 3 * double)
    for i, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for letter in range(first, last + 1):
            if letter == 0xFFFF:
                continue
            glyph = letter
            if offsets[i]:
                place = table + 16 + 3 * double + 2 * i + offsets[i] + 2 * (letter - first)
                (glyph,) = struct.unpack_from(">H", font, place)
                if glyph == 0:
                    continue
            if (glyph + deltas[i]) & 0xFFFF:
                yield letter
