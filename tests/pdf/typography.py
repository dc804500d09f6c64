"""Each letter of a PDF with its face and size, in the order of reading."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

SMALLEST = 7.5
"""Points; only the number of a note may be smaller."""
_TOUCHES = 4.0  # points


@dataclass(frozen=True)
class Letter:
    """A letter as printed: its face ("SourceSansPro-Regular"), size and place in points.

    It stands at ``x`` on the line ``y`` and ends at ``right``.
    """

    text: str
    face: str
    size: float
    x: float
    y: float
    right: float

    @property
    def heads(self) -> bool:
        """Whether it is set as headings and findings are."""
        return self.face == "SourceSerifPro-Semibold"


def letters(pdf: bytes) -> Iterator[list[Letter]]:
    """The letters of each page; spaces and ends of lines are letters of size 0."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            content = page.get_textpage()
            yield [_letter(content, place) for place in range(content.count_chars())]
            content.close()
            page.close()
    finally:
        document.close()


def _letter(content: pypdfium2.PdfTextPage, place: int) -> Letter:
    text = content.get_text_range(place, 1) or " "
    if text.isspace():
        return Letter(text, "", 0, 0, 0, 0)
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(content.raw, place, name, 80, flags)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(content.raw, place, x, y)
    face = name.value.decode().partition("+")[2]
    size, right = pdfium.FPDFText_GetFontSize(content.raw, place), content.get_charbox(place)[2]
    return Letter(text, face, size, x.value, y.value, right)


def notes(page: list[Letter]) -> Iterator[tuple[Letter | None, Letter]]:
    """The first digit of each note's number, after the letter that it touches or None."""
    before: Letter | None = None
    for letter in (one for one in page if one.size):
        near = before is not None and 0 <= letter.x - before.right + 1 < _TOUCHES
        goes_on = near and before is not None and before.size == letter.size
        if letter.text.isdigit() and letter.size < SMALLEST - 0.01 and not goes_on:
            yield before if near else None, letter
        before = letter


def is_note(before: Letter, letter: Letter) -> bool:
    """Whether a small digit is raised over what it marks."""
    return letter.y > before.y + 1 and letter.size < 0.8 * before.size
