"""What a student reads off the first page in ten seconds, and how much there is to read.

A program that knows the page's text alone finds the answers; they are the pack's own. Schooling,
experience and training are put into years here, and not by the program.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from job_text_checks import grade

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Facts, Items, Prose, words
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
TEXAS = "4800000"
# Of the whole page: headings, scales, the form to fill in and the line of sources are counted too.
MOST_WORDS, MOST_NUMBERS, GRADE = 390, 45, 8.0
NOT_OURS = ("student-sources", "gathered", "own-sheets")  # published titles

# Published entry -> how the page says it, and years of school after high school.
SCHOOL: dict[str, tuple[str, float, float | None]] = {
    "No formal educational credential": ("no diploma asked for", 0, 0),
    "High school diploma or equivalent": ("a high school diploma", 0, 0),
    "Some college, no degree": ("some college", 0, 2),
    "Postsecondary nondegree award": ("a certificate", 0, 2),
    "Associate's degree": ("2 years of college", 2, 2),
    "Bachelor's degree": ("4 years of college", 4, 4),
    "Master's degree": ("4 + 2 years of college", 6, 6),
    "Doctoral or professional degree": ("4 + 3 or more years of college", 7, None),
}
FURTHER: dict[str, tuple[str, float, float | None]] = {
    "Less than 5 years": ("Work in a related job less than 5 years", 0, 5),
    "5 years or more": ("Work in a related job 5 years or more", 5, None),
    "Short-term on-the-job training": ("Training on the job up to a month, paid", 0, 1 / 12),
    "Moderate-term on-the-job training": ("Training on the job 1 to 12 months, paid", 1 / 12, 1),
    "Long-term on-the-job training": ("Training on the job over a year, paid", 1, None),
    "Apprenticeship": ("a paid apprenticeship", 0, None),
    "Internship/residency": ("an internship or residency", 0, None),
}


def first_page(sheet: Sheet, paper: Paper = "letter") -> bytes:
    """The student's page as it stands before the counselor's, which has the license's text."""
    content = profile_content(sheet, made_on=DAY, version="1", sections=frozenset({"student"}))
    return report_pdf(replace(content, attribution=""), paper)


def drawn_codes(pack: Pack, count: int) -> list[str]:
    """Civilian occupations, drawn the same each time; of the others a page asks a recruiter."""
    codes = [c for (c,) in pack.connection.execute("SELECT code FROM occupation ORDER BY code")]
    return random.Random(f"ten seconds {count}").sample(
        [code for code in codes if not code.startswith("55-")], count
    )


@dataclass(frozen=True)
class Answers:
    """What the text of page 1 answers; "" where it does not."""

    do: str
    like: str
    pay: str
    jobs: str
    way: str
    years: str


def between(text: str, start: str, *ends: str) -> str:
    """What stands after some words and before the next heading."""
    found = re.search(f"{start}(.*?)(?={'|'.join(ends)}|$)", text)
    return found[1].strip() if found else ""


def read_off(text: str) -> Answers:
    """The answers of a page, from its text in reading order."""
    way = between(text, "Getting in: ", "It helps to be good at", "It suits people who",
                  "Jobs close to this one", "Kinds of this job", "Do next")  # fmt: skip
    pay = re.search(r"Pay in [^$]*(\$\d[\d,.]*\d(?: or more)?)", text)
    years = re.search(
        r"(?:About [\d to]+|Up to \d+|Less than a|\d+) years?(?: or more)? after high school\."
        "|You can start right after",
        way,
    )
    return Answers(
        do=between(text, "What you would do ", "You may like", "Pay in "),
        like=between(text, "You may like ", "What is hard", "Pay in "),
        pay=pay[1] if pay else "",
        jobs=between(text, "Jobs in ", "Outlook"),
        way=way,
        years=years[0] if years else "",
    )


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def wage(figure: Figure) -> str:
    if figure.number is None:
        return ""
    return (
        f"${figure.number:,.2f}" if figure.unit == "dollars an hour" else f"${figure.number:,.0f}"
    )


def pay_of(sheet: Sheet) -> str:
    """The median of the place, or else of the nation; by the hour where no year is published."""
    for row in (sheet.places[0], sheet.nation):
        median = row.median("hourly" if row.pay_basis == "hourly_only" else "annual")
        if median.number is not None:
            return wage(median)
        if median.flag == CAPPED and median.low is not None:
            return f"${median.low:,.0f} or more"
    return ""


def jobs_of(sheet: Sheet) -> str:
    for row in (sheet.places[0], sheet.nation):
        if row.employment.number is not None:
            return f"{row.employment.number:,.0f}"
    return "not"


def wrong_way(sheet: Sheet, found: Answers) -> str:
    """What is wrong with the way in and its years, "" for nothing."""
    outlook = sheet.outlook
    if (entry := str(outlook.education.value)) not in SCHOOL:
        return "" if not found.way else f"a way in that nothing is published of: {found.way}"
    said, low, high = SCHOOL[entry]
    if said not in found.way:
        return f"{said} is not in {found.way}"
    named = found.way
    if re.search(r"For (?:all|the whole group)\b.*: ", named):
        # The raters of the job itself overrule its group: theirs is the first step.
        low, high = next((at, to) for words, at, to in sorted(
            SCHOOL.values(), key=lambda one: -len(one[0])) if named.startswith(words))  # fmt: skip
    ends = [(low, high)]
    for value in (str(outlook.experience.value), str(outlook.training.value)):
        if value in FURTHER:
            step, at, to = FURTHER[value]
            listed = sheet.apprenticeship
            if value == "Apprenticeship" and listed and listed.hours_low and listed.hours_high:
                at, to = listed.hours_low / 2080, listed.hours_high / 2080
                if listed.hours_low == listed.hours_high:  # one program of many, and no end
                    to = None
            if step not in named:
                return f"{step} is not in {named}"
            ends.append((at, to))
    least = round(sum(at for at, _ in ends))
    most = None if any(to is None for _, to in ends) else sum(to or 0 for _, to in ends)
    numbers = [int(one) for one in re.findall(r"\d+", found.years)]
    if most is None:
        wanted = [least] if least else []
    elif most < 1 or round(most) == 0:
        wanted = []
    else:
        wanted = [round(most)] if least in (0, round(most)) else [least, round(most)]
    return "" if numbers == wanted else f"{found.years!r} says {numbers}, not {wanted}"


def test_ten_seconds_are_enough(pack: Pack, read_back: Read) -> None:
    """What would I do, would I like it, pay here, jobs here, how do I get in, how many years."""
    wrong: dict[str, list[str]] = {}
    for code in drawn_codes(pack, 30):
        sheet = read_sheet(pack, code, [TEXAS])
        text = read_back(first_page(sheet))[0].flat
        found, ours = read_off(text), sheet.words
        problems = []
        if ours and ours.does:
            whole = letters("".join(ours.does))
            if not found.do or not whole.startswith(letters(found.do)):
                problems.append(f"what one would do is {found.do!r}")
        elif ours and letters(ours.summary) not in letters(text):
            problems.append("it does not say what the work is")
        if ours and letters(ours.like) != letters(found.like):
            problems.append(f"what one may like is {found.like!r}")
        if found.pay != pay_of(sheet):
            problems.append(f"pay is {found.pay!r}, not {pay_of(sheet)!r}")
        if jobs_of(sheet) not in found.jobs:
            problems.append(f"jobs are {found.jobs!r}, not {jobs_of(sheet)!r}")
        if bad := wrong_way(sheet, found):
            problems.append(bad)
        if problems:
            wrong[code] = problems
    assert wrong == {}


def sentences_of(sheet: Sheet) -> str:
    """The sentences of page 1 but for its line of sources; a line of a list is one."""
    content = profile_content(sheet, made_on=DAY, version="1")
    said = [words(content.lead[0].texts[0])]
    for section in content.sections:
        if section.group != "student" or section.id in NOT_OURS:
            continue
        for part in section.parts:
            if isinstance(part, Prose):
                said.append(" ".join(map(words, part.texts)))
            elif isinstance(part, Items):
                said += map(words, part.items)
            elif isinstance(part, Facts) and section.id == "do-next":
                said += [f"{fact.label} {words(fact.text)}" for fact in part.facts]
    return " ".join(one if one[-1] in ".?!:" else f"{one}." for one in said)


@pytest.fixture(scope="module")
def forty(pack: Pack, read_back: Read) -> dict[str, str]:
    """The text of the first page of forty drawn jobs, line by line."""
    return {
        code: read_back(first_page(read_sheet(pack, code, [TEXAS])))[0].text
        for code in drawn_codes(pack, 40)
    }


def test_the_first_page_is_short(forty: dict[str, str]) -> None:
    """Words and numbers of the whole page: headings, scales, the line of sources and all."""
    long = {}
    for code, text in forty.items():
        said = len(re.findall(r"(?<!\w)[A-Za-z][\w'’-]*", text))
        numbers = len(re.findall(r"\d[\d,.]*", text))
        if said > MOST_WORDS or numbers > MOST_NUMBERS:
            long[code] = (said, numbers)
    assert long == {}


def test_the_first_page_reads_at_grade_8(pack: Pack) -> None:
    """Every sentence of it that is ours; titles of occupations and places are published so."""
    hard = {}
    for code in drawn_codes(pack, 40):
        reached = grade(sentences_of(read_sheet(pack, code, [TEXAS])))
        if reached > GRADE:
            hard[code] = reached
    assert hard == {}
