"""How every kind of page is set, in English and Spanish: marks of print, sizes, notes, breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from records import note, record

from counselor_app.client_texts import item_texts, self_report_texts
from counselor_app.domain.record.handout import client_handout
from counselor_app.language import language
from counselor_app.reports.batch import Run, write_booklet
from counselor_app.reports.compare import compare_content
from counselor_app.reports.content import profile_content
from counselor_app.reports.handout import Copy, handout_content
from counselor_app.reports.parts import Report
from counselor_app.reports.record import record_content
from counselor_app.reports.typeset import report_pdf, typst_input
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from tests.pdf import test_fit_report as fits
from tests.pdf import test_result_sheet as results
from tests.pdf.typography import SMALLEST, Letter, is_note, letters, notes

if TYPE_CHECKING:
    from tests.pdf.conftest import Mark, Page

    Read = Callable[[bytes], list[Page]]
    Draw = Callable[[bytes], list[list[Mark]]]

DAY = date(2026, 11, 22)
TEXAS = ["4800000"]
# Much to say; figures of a group; pay by the hour; a military job; little known of it.
PROFILES = ("29-1141.04", "27-2011.00", "51-4072.00", "55-3016.00", "43-9199.00")
FOUR = ("29-2043.00", "31-2021.00", "29-1126.00", "27-2011.00")
SCORES = "21,29,11,32,12,15"
NOTE = "The nurse's day -- \"ask about the doctor's office\"."


def profile(pack: Pack, code: str) -> Report:
    return profile_content(read_sheet(pack, code, TEXAS), made_on=DAY, version="1")


def fit(pack: Pack, scores: str = SCORES, codes: tuple[str, ...] = ()) -> Report:
    return fits.report(pack, fits.seen(pack, scores), codes)


def comparison(pack: Pack) -> Report:
    sheets = [read_sheet(pack, code, [*TEXAS, "0600000"]) for code in FOUR]
    return compare_content(sheets, fits.seen(pack, SCORES), made_on=DAY, version="1")


def handout(pack: Pack, copy: Copy) -> Report:
    kept = record(notes=[note("n1", "client", NOTE, "29-1141.00")])
    sheets = [read_sheet(pack, code, TEXAS) for code in client_handout(kept).codes]
    return handout_content(
        kept, sheets, copy=copy, made_on=DAY, version="1", sources=pack.sources.values(),
        view=fits.seen(pack, SCORES),
    )  # fmt: skip


def whole_record(pack: Pack) -> Report:
    return record_content(
        record(), titles={}, elements={}, items=item_texts(), texts=self_report_texts(),
        made_on=DAY, version="1", sources=pack.sources.values(),
    )  # fmt: skip


KINDS: Mapping[str, Callable[[Pack], Report]] = {
    **{f"profile {code}": partial(profile, code=code) for code in PROFILES},
    "fit": fit,
    "fit of one": partial(fit, codes=("29-1141.00",)),
    "flat fit": partial(fit, scores="20,20,20,20,20,21"),
    "comparison": comparison,
    "handout": partial(handout, copy="client"),
    "counselor's copy": partial(handout, copy="counselor"),
    "result sheet": results.sheet,
    "full result sheet": partial(results.sheet, listed=6),
    "record": whole_record,
}


@dataclass(frozen=True)
class Set:
    """A report as it is set: its words as data, and each page's letters."""

    words: str
    pages: list[list[Letter]]

    @property
    def lines(self) -> Iterator[str]:
        for page in self.pages:
            yield from "".join(one.text for one in page).replace("\r", "").split("\n")


@pytest.fixture(scope="module", params=[(kind, code) for kind in KINDS for code in ("en", "es")],
                ids=" ".join)  # fmt: skip
def printed(request: pytest.FixtureRequest, pack: Pack) -> Set:
    kind, code = request.param
    content = replace(KINDS[kind](pack), language=language(code))
    return Set(typst_input(content, "letter"), list(letters(report_pdf(content))))


def test_marks_are_those_of_print(printed: Set) -> None:
    """Curly quotation marks and apostrophes, dashes; nobody reads "5 more in the program"."""
    for line in printed.lines:
        assert re.search(r"(?<!\d)['\"]|--", line) is None, line
        assert "in the program" not in line


def test_nothing_is_smaller_than_can_be_read(printed: Set) -> None:
    for page in printed.pages:
        small = {
            one.text: one.size
            for one in page
            if 0 < one.size < SMALLEST - 0.01 and one.text not in ",0123456789"
        }
        assert small == {}


def test_a_note_s_number_stays_with_what_it_marks(printed: Set) -> None:
    """It is raised beside it, on its line; headings and findings carry none."""
    for page in printed.pages:
        for before, letter in notes(page):
            assert before is not None, f"{letter} is parted"
            assert is_note(before, letter), (before, letter)
            assert not before.heads, f"a heading ends in {before.text}{letter.text}"


def test_no_word_is_broken_at_the_end_of_a_line(printed: Set) -> None:
    whole = json.loads(printed.words)
    words = " ".join(texts(whole))
    lines = list(printed.lines)
    for line, following in pairwise(lines):
        broken = re.search(r"(\w+)[-\x02\xad\ufffe]\s*$", line)
        begins = re.match(r"\s*(\w+)", following)
        if broken and begins:
            assert f"{broken[1]}-{begins[1]}" in words, (line, following)


def texts(value: object) -> Iterator[str]:
    """Every text in what the template reads."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_booklet_s_contents_are_set_as_the_rest(pack: Pack, tmp_path: Path, code: str) -> None:
    def make(job: str) -> Report:
        return replace(profile(pack, job), language=language(code))

    target = tmp_path / "booklet.pdf"
    assert write_booklet(Run(PROFILES, make), target, name="Ms. Vega's jobs", made_on=DAY)
    first = next(letters(target.read_bytes()))
    text = "".join(one.text for one in first)
    assert "Vega’s jobs" in text
    assert re.search(r"(?<!\d)['\"]|--", text) is None
    assert min(one.size for one in first if one.size) >= SMALLEST - 0.01


@pytest.mark.parametrize("job", ["43-4051.00", "29-1211.00", "27-2011.00", "47-2111.00"])
def test_no_line_of_a_scale_runs_through_a_number(
    pack: Pack, read_back: Read, drawn_back: Draw, job: str
) -> None:
    """What lies under a label is covered first."""
    pdf = report_pdf(profile(pack, job))
    page, marks = read_back(pdf)[0], drawn_back(pdf)[0]
    scale = [(place, one) for place, one in enumerate(marks)
             if one.width < 1.2 and one.top - one.bottom > 30]  # fmt: skip
    assert len(scale) >= 5
    for letter, (left, bottom, right, top) in page.letters():
        for place, line in scale:
            crossed = left < line.x < right and line.bottom < (bottom + top) / 2 < line.top
            covered = any(
                one.fill == (255, 255, 255) and one.left <= line.x <= one.right
                and one.bottom <= bottom and one.top >= top
                for one in marks[place + 1 :]
            )  # fmt: skip
            assert covered or not crossed, letter


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("job", ["43-4051.00", "47-2111.00"])
def test_lines_of_the_student_s_page_stand_apart(pack: Pack, code: str, job: str) -> None:
    """In 10.5 points some 14 from line to line where words allow it, and never less than 12."""
    page = next(letters(report_pdf(replace(profile(pack, job), language=language(code)))))
    body = [one for one in page if one.face == "SourceSansPro-Regular" and one.size < 11]
    size = max(one.size for one in body)
    assert size >= 10
    lines = sorted({round(one.y, 1) for one in body if one.size == size and one.x < 70})
    apart = [b - a for a, b in pairwise(lines)]
    assert min(apart) >= 12
    assert sum(one < 14.6 for one in apart) >= 4
