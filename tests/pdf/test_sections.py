"""Profiles with sections left out: nothing overflows, no page is blank, none is added.

``COUNSELOR_SECTIONS=1000`` draws a thousand occupations and choices.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from counselor_app.reports.branding import Branding
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Bars, Report, Section
from counselor_app.reports.sections import SECTIONS, all_sections
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
NAMES = [section.id for section in SECTIONS["profile"]]
MANY = 9
NAMED = Branding("Lincoln High School, Career Center", "Room 114, Monday to Friday, 8 to 4")


def heads(section: Section) -> list[str]:
    """Its title, but for skills and abilities: each has its own column, and title."""
    columns = [part.name for part in section.parts if isinstance(part, Bars)]
    return columns if section.id == "skills" and columns else [section.title.split(":")[0]]


def problems(content: Report, pages: list[Page], paper: Paper) -> list[str]:
    """What is wrong with the pages of a profile with sections left out."""
    width, height = SIZES[paper]
    found = [] if 1 <= len(pages) <= 2 else [f"{len(pages)} pages"]
    for number, page in enumerate(pages, 1):
        letters = [box for _, box in page.letters()]
        body = [box for box in letters if 46 < box[1] < height - 56]
        if len(body) < 200:
            found.append(f"page {number} is nearly blank")
        for left, bottom, right, top in letters:
            if left < 44 or right > width - 44 or bottom < 18 or top > height - 16:
                found.append(f"page {number}: text outside the margins")
                break
        if f"Page {number} of {len(pages)}" not in page.flat and "page" not in page.flat:
            found.append(f"page {number} has no number")
    text = " ".join(page.flat for page in pages)
    may_go = {"key-figures", "student-sources"}
    # The days, the tasks and the tools give way where nearly everything is on the second page.
    if sum(one.group != "student" for one in content.sections) > MANY:
        may_go |= {"days", "activities", "tools"}
    titles = [title for one in content.sections if one.id not in may_go for title in heads(one)]
    letters = "".join(filter(str.isalnum, text))  # a line may break at a hyphen
    found += [
        f"{title} is missing"
        for title in titles
        if "".join(filter(str.isalnum, title)) not in letters
    ]
    if "Sources" not in pages[-1].flat:
        found.append("no sources on the last page")
    return found


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_any_choice_of_sections_fits(pack: Pack, read_back: Read, paper: Paper) -> None:
    count = int(os.environ.get("COUNSELOR_SECTIONS", "24")) // 2
    draw = random.Random(f"sections {paper}")
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    codes += ["55-1011.00", "29-1141.01", "13-1021.00"] * (count // 12)
    wrong = {}
    for _ in range(count):
        code = draw.choice(codes)
        chosen = frozenset(draw.sample(NAMES, draw.randint(0, len(NAMES) - 1)))
        places = draw.sample(["4800000", "0600000", "0031080"], draw.randint(0, 3))
        content = profile_content(
            read_sheet(pack, code, places), made_on=DAY, version="0", sections=chosen
        )
        pages = read_back(report_pdf(content, paper, draw.choice([NAMED, Branding()])))
        found = problems(content, pages, paper)
        if found:
            wrong[code, *sorted(chosen)] = found
    assert wrong == {}


def test_leaving_a_section_out_never_adds_a_page(pack: Pack, read_back: Read) -> None:
    sheet = read_sheet(pack, "43-4051", ["4800000"])
    counts = []
    for kept in range(len(NAMES), -1, -1):
        chosen = frozenset(NAMES[:kept])
        content = profile_content(sheet, made_on=DAY, version="0", sections=chosen)
        counts.append(len(read_back(report_pdf(content))))
    assert counts[0] == 2
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 1


def test_notes_and_attribution_of_left_out_sections_vanish(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    whole = profile_content(sheet, made_on=DAY, version="0")
    chosen = all_sections("profile") - {"student", "skills", "exposure"}
    less = profile_content(sheet, made_on=DAY, version="0", sections=chosen)
    full = " ".join(note.full for note in whole.notes)
    rest = " ".join(note.full for note in less.notes)
    assert "O*NET 30.0 Abilities" in full
    assert "Abilities" not in rest
    assert "own scale" not in rest
    assert "30.0" in whole.attribution
    assert "30.0" in less.attribution  # the activities are of it too
    none = profile_content(sheet, made_on=DAY, version="0", sections=chosen - {"activities"})
    assert "30.0" not in none.attribution
    numbers = [note.number for note in less.notes]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_schools_name_stands_on_every_page(pack: Pack, read_back: Read) -> None:
    content = profile_content(read_sheet(pack, "43-4051"), made_on=DAY, version="0")
    for page in read_back(report_pdf(content, branding=NAMED)):
        assert NAMED.name in page.flat
        assert NAMED.footer in page.flat
    assert report_pdf(content) == report_pdf(content, branding=Branding())


@pytest.mark.parametrize("code", ["25-2056.00", "25-3041.00"])
def test_many_jobs_paid_by_the_year_cost_no_block(pack: Pack, read_back: Read, code: str) -> None:
    """Their names took five lines under three related jobs, and what raters say gave way."""
    content = profile_content(read_sheet(pack, code, ["4800000"]), made_on=DAY, version="1")
    pages = read_back(report_pdf(content))
    assert problems(content, pages, "letter") == []
    assert re.search(r"and \d+ others: pay by the year only", pages[1].flat)
