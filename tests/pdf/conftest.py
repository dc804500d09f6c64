"""Printed profiles, read back: eight occupations that between them hold every odd case."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.typeset import profile_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

# Plain, annual only, hourly only, very high pay, combined code, shared parent, no wages at
# all, a group without ratings.
CODES = (
    "43-4051.00",
    "25-2021.00",
    "27-2011.00",
    "29-1211.00",
    "13-1021.00",
    "29-1141.01",
    "55-1011.00",
    "43-9199.00",
)


@dataclass(frozen=True)
class Page:
    """A page's text in reading order, and each letter's box (left, bottom, right, top)."""

    text: str
    boxes: tuple[tuple[float, float, float, float], ...]

    @property
    def flat(self) -> str:
        return " ".join(self.text.split())

    def letters(self) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        for letter, box in zip(self.text, self.boxes, strict=True):
            if letter.strip():
                yield letter, box

    def top_of(self, place: int) -> float:
        return self.boxes[place][3]

    def within(self, left: float, bottom: float, right: float, top: float) -> str:
        """The text whose letters have their middle in a rectangle, lines joined by a blank."""
        found = ""
        for letter, box in zip(self.text, self.boxes, strict=True):
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            if letter.isspace() or (left <= x <= right and bottom <= y <= top):
                found += letter
        return " ".join(found.split())

    def box_of(self, words: str, start: int = 0) -> tuple[float, float, float, float]:
        """The rectangle around the first place from ``start`` on where some words stand."""
        place = self.text.index(words, start)
        boxes = self.boxes[place : place + len(words)]
        left, bottom, right, top = zip(*boxes, strict=True)
        return min(left), min(bottom), max(right), max(top)


@dataclass(frozen=True)
class Mark:
    """Something drawn: its box, and what fills it (None for a line)."""

    left: float
    bottom: float
    right: float
    top: float
    fill: tuple[int, int, int] | None

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


def drawn(pdf: bytes) -> list[list[Mark]]:
    """What is drawn on each page, in the order of drawing."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for number in range(len(document)):
            page, marks = document[number], []
            for item in page.get_objects(max_depth=5):
                if item.type == pdfium.FPDF_PAGEOBJ_PATH:
                    filled, stroked = ctypes.c_int(), ctypes.c_int()
                    pdfium.FPDFPath_GetDrawMode(item, filled, stroked)
                    color = [ctypes.c_uint() for _ in range(4)]
                    pdfium.FPDFPageObj_GetFillColor(item, *color)
                    red, green, blue, _ = (part.value for part in color)
                    fill = (red, green, blue) if filled.value else None
                    marks.append(Mark(*item.get_bounds(), fill))
            pages.append(marks)
            page.close()
        return pages
    finally:
        document.close()


def read(pdf: bytes) -> list[Page]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for number in range(len(document)):
            page = document[number]
            content = page.get_textpage()
            # One letter a place: the range call may fold several code units together.
            count = content.count_chars()
            letters = [content.get_text_range(i, 1) or " " for i in range(count)]
            boxes = tuple(content.get_charbox(i) for i in range(count))
            pages.append(Page("".join(letter[0] for letter in letters), boxes))
            content.close()
            page.close()
        return pages
    finally:
        document.close()


@dataclass(frozen=True)
class Printed:
    """A sheet, its PDF and what is on its pages."""

    sheet: Sheet
    pdf: bytes
    pages: list[Page]


@pytest.fixture(scope="module", params=CODES)
def printed(request: pytest.FixtureRequest, pack: Pack) -> Printed:
    sheet = read_sheet(pack, request.param, ["4800000"])
    pdf = profile_pdf(sheet, made_on=date(2026, 11, 22))
    return Printed(sheet, pdf, read(pdf))


@pytest.fixture(scope="session")
def read_back() -> Callable[[bytes], list[Page]]:
    return read


@pytest.fixture(scope="session")
def drawn_back() -> Callable[[bytes], list[list[Mark]]]:
    return drawn
