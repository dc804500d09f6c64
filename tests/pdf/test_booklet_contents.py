"""A booklet opens with one row a job, by the schooling that it takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import value_words
from counselor_app.reports.batch import Run, write_booklet
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Report
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
TEXAS = "4800000"


def test_each_job_has_its_row_with_pay_outlook_and_page(
    pack: Pack, tmp_path: Path, read_back: Read
) -> None:
    codes = ("29-1141.00", "47-2111.00", "29-2061.00", "27-2011.00", "55-3016.00")

    def make(code: str) -> Report:
        return profile_content(read_sheet(pack, code, [TEXAS]), made_on=DAY, version="0")

    target = tmp_path / "booklet.pdf"
    made = write_booklet(Run(codes, make), target, name="Jobs", made_on=DAY)
    assert made is not None
    assert made.pages == 9  # a military job has one page
    first, *pages = read_back(target.read_bytes())
    text = first.flat
    order = [
        "Little schooling needed", "Electricians", "Some schooling needed",
        "Licensed Practical and Licensed Vocational Nurses", "Actors", "A lot of schooling needed",
        "Registered Nurses", "Schooling not published", "Infantry",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    for place, code in enumerate(codes):
        sheet = read_sheet(pack, code, [TEXAS])
        number = 2 * place + 1
        assert sheet.occupation.title in pages[number - 1].flat
        median = sheet.places[0].median("hourly" if code == "27-2011.00" else "annual")
        row = text[text.index(sheet.occupation.title) :]
        said = value_words(median) if median.number is not None else "not published"
        assert 0 <= row.find(said) < row.find(f" {number} ") < 400
