"""What the kiosk shows of a job is what its sheet prints: every line, and figure by figure."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pypdfium2
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counselor_app.domain.figures.wording import money
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.kiosk.config import KioskConfig
from counselor_app.kiosk.job_page import JobPage
from counselor_app.kiosk.pictures import PayPicture, YearsPicture
from counselor_app.kiosk.widgets import TYPES, Tile
from counselor_app.language import Language, language
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Items, words
from counselor_app.reports.sections.student import student_sections
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.listing import area_code
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.style.theme import Theme

JOBS = (
    "33-2011.00",  # a certificate and training; pay everywhere
    "29-1141.04",  # a group's figures
    "27-2011.00",  # by the hour alone
    "29-1215.00",  # long schooling, pay capped
    "47-2111.00",  # an apprenticeship
    "39-5012.00",  # half work for themselves
    "43-4051.00",  # shrinking, still hiring
    "25-2021.00",  # by the year alone
    "53-7061.00",  # nothing asked
    "27-1014.00",  # few in most places
    "19-1041.00",  # a doctorate's years
    "55-3016.00",  # nothing published
)
FIGURE = re.compile(r"\$?\d[\d,.]*\d%?|\$?\d%?")
EVERY = bool(os.environ.get("COUNSELOR_RELEASES"))
DAY = date(2026, 11, 22)
SCALES = {
    *(f"${n}" for n in range(0, 401, 25)), *(str(n) for n in range(2, 13, 2)), "1", "22", "2026",
}  # fmt: skip
"""The marks of pay and of years, the number of the page and the day of printing."""


def plain(text: str) -> str:
    """Without what setting does to a text: lines, curly signs, spaces."""
    marks = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-"})
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).translate(marks).split())


def shown(page: JobPage) -> Iterator[str]:
    """All that stands on the page: words, and what its two pictures draw."""
    body = page.area.widget()
    assert body is not None
    for tile in body.findChildren(Tile):
        title, facts = (label.text() for label in tile.findChildren(QLabel))
        yield title
        yield from (fact.split(": ", 1)[1] for fact in facts.split(" · "))
    for label in body.findChildren(QLabel):
        if not isinstance(label.parent(), Tile):
            yield label.text()
    for pay in body.findChildren(PayPicture):
        hourly = pay._spec.basis == "hourly"
        for at, line in enumerate(pay._spec.lines):
            yield page.theme.say(line.place)
            band = not at and not line.measure and line.high is not None
            values = (line.low, line.high) if band else (line.median,)
            yield from (money(one, hourly=hourly) for one in values if one is not None)
    for way in body.findChildren(YearsPicture):
        for part in way._way.stretches:
            yield from (page.theme.say(part.head), page.theme.say(part.words))


def printed(sheet: Sheet, spoken: Language) -> str:
    report = profile_content(
        sheet, made_on=DAY, version="1", sections=("student",), language=spoken
    )
    pdf = pypdfium2.PdfDocument(report_pdf(report))
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return plain(str(text))


def figures(text: str) -> set[str]:
    return {found.rstrip(".,") for found in FIGURE.findall(text)}


def may_miss(sheet: Sheet, spoken: Language) -> set[str]:
    """The kinds of a job, of which paper leaves out what it has no room for."""
    kinds = [one for one in student_sections(sheet) if one.id == "kinds"]
    items = [part for one in kinds for part in one.parts if isinstance(part, Items)]
    return {plain(spoken.say(words(text))) for part in items for text in part.items[1:]}


@pytest.mark.parametrize("place", ["Texas", ""])
@pytest.mark.parametrize("code", ["en", "es"])
def test_the_sheet_says_what_the_screen_says(
    qtbot: QtBot, pack: Pack, code: str, place: str
) -> None:
    """Every job in both languages, each time with a home area or without."""
    spoken = language(code)
    page = JobPage(KioskConfig(pin=""), Theme("light", language=spoken, types=TYPES))
    qtbot.addWidget(page)
    for job in JOBS if EVERY else JOBS[(code == "es") == bool(place) :: 2]:
        sheet = read_sheet(pack, job, (area_code(pack, place),) if place else ())
        page.show_sheet(sheet, listed=False, tier=None, because="", surprise=False)
        paper = printed(sheet, spoken)
        lines = [plain(line) for line in shown(page)]
        missed = {line for line in lines if line not in paper} - may_miss(sheet, spoken)
        assert missed == set(), job
        only_printed = figures(paper) - figures(" ".join(lines)) - SCALES
        assert only_printed == set(), job
