"""Printed profiles, read back: eight occupations that between them hold every odd case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pypdfium2
import pytest

from counselor_app.domain.sheet import Sheet
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
