"""Which letters the shipped typefaces can print: a report must not fail on a typed name."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

from counselor_app.paths import resources

UNPRINTABLE = "?"


def printable(text: str) -> str:
    """``text`` in letters that every shipped typeface has.

    A letter that none has is taken apart into plainer ones where that is possible ("ﬁ" is
    "fi"), else it becomes a question mark; control marks become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_printable, unicodedata.normalize("NFC", text)))


def lacks_letters(text: str) -> bool:
    """Whether printing ``text`` loses a letter."""
    return printable(text).count(UNPRINTABLE) > text.count(UNPRINTABLE)


@cache
def _printable(letter: str) -> str:
    if letter == "\n" or ord(letter) in _letters():
        return letter
    kind = unicodedata.category(letter)
    if kind == "Zs":
        return letter  # a space needs no glyph
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    if kind in ("Cf", "Mn"):  # joiners, marks of direction, variation and accent
        return ""
    plainer = unicodedata.normalize("NFKD", letter)
    known = "".join(part for part in plainer if ord(part) in _letters())
    return known if plainer != letter and known else UNPRINTABLE


@cache
def _letters() -> frozenset[int]:
    """The code points that all the shipped typefaces have."""
    fonts = sorted((resources() / "fonts").glob("*.ttf"))
    return frozenset.intersection(*(frozenset(_cmap(font.read_bytes())) for font in fonts))


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
