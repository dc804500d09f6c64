"""Every profile set and read back, by hand: pages, margins, gaps, words, numbers, grade of page 1.

``PYTHONPATH=.:tests nice python tests/all_profiles.py PACK LOG`` takes an hour or two for both
papers, one and three places; ``--paper``, ``--places``, ``--spanish`` and ``--every`` do a part of
it, ``--first`` sets the student's page alone. A line of LOG is a profile and what is wrong with it;
what stands there is not done again.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from job_text_checks import grade
from pdf.conftest import Page, read
from pdf.test_sections import SIZES, problems
from pdf.test_ten_seconds import DAY, GRADE, MOST_NUMBERS, MOST_WORDS, first_page, sentences_of

from counselor_app.domain.occupation.military import is_military
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import ENGLISH, language
from counselor_app.reports.content import profile_content
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.reference import Pack, open_pack
from counselor_app.store.sheet import read_sheet

PLACES = {1: ["4800000"], 3: ["0019100", "4800000", "0600000"]}
"""The first of three has a long name: Dallas-Fort Worth-Arlington, TX."""
EMPTY = 0.3
"""Of a page's height without a letter: more is a hole."""


@dataclass(frozen=True, slots=True)
class Task:
    """One profile to look at."""

    pack: Path
    code: str
    places: int
    paper: Paper
    first: bool
    spanish: bool

    @property
    def name(self) -> str:
        asked = ("first",) * self.first + ("spanish",) * self.spanish
        return " ".join((self.code, str(self.places), self.paper, *asked))


_opened = cache(open_pack)


def hole(page: Page, paper: Paper) -> float:
    """The highest stretch of a page without a letter, as a share of its height."""
    tops = sorted((box[3], box[1]) for _, box in page.letters())
    reached, most = tops[0][0], 0.0
    for top, bottom in tops:
        most, reached = max(most, bottom - reached), max(reached, top)
    return most / SIZES[paper][1]


def wrong(sheet: Sheet, task: Task) -> list[str]:
    """What is wrong with the pages of one occupation."""
    military = is_military(sheet.occupation.code)
    if task.first:
        pages, found = read(first_page(sheet, task.paper)), []
        wanted = 1
    else:
        spoken = language("es") if task.spanish else ENGLISH
        content = profile_content(sheet, made_on=DAY, version="1", language=spoken)
        pages = read(report_pdf(content, task.paper))
        found = [] if task.spanish else problems(content, pages, task.paper)
        wanted = 1 if military else 2
    if len(pages) != wanted:
        found.append(f"{len(pages)} pages")
    for number, page in enumerate(pages, 1):
        if not military and (share := hole(page, task.paper)) > EMPTY:
            found.append(f"page {number}: {share:.0%} empty")
    if task.spanish:
        return found
    said = len(re.findall(r"(?<!\w)[A-Za-z][\w'’-]*", pages[0].text))
    numbers = len(re.findall(r"\d[\d,.]*", pages[0].text))
    if not military and (said > MOST_WORDS or numbers > MOST_NUMBERS):
        found.append(f"{said} words, {numbers} numbers")
    if (reached := grade(sentences_of(sheet))) > GRADE:
        found.append(f"grade {reached:.1f}")
    return found


def looked_at(task: Task) -> tuple[str, str]:
    """A task's name, and what is wrong."""
    sheet = read_sheet(_opened(task.pack), task.code, PLACES[task.places])
    try:
        return task.name, "; ".join(wrong(sheet, task))
    except Exception as error:  # whatever it is, the others are looked at
        return task.name, repr(error)


def tasks(pack: Pack, chosen: argparse.Namespace) -> Iterator[Task]:
    """All that is asked for, one variant after another."""
    codes = pack.connection.execute("SELECT code FROM occupation ORDER BY code").fetchall()
    variants = product(chosen.places or (1, 3), chosen.paper or ("letter", "a4"))
    for (places, paper), (code,) in product(variants, codes[:: chosen.every]):
        yield Task(chosen.pack, code, places, paper, chosen.first, chosen.spanish)


def main() -> None:
    """Print each occupation with something wrong, and how many there are."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("pack", type=Path)
    asked.add_argument("log", type=Path)
    asked.add_argument("--first", action="store_true")
    asked.add_argument("--spanish", action="store_true")
    asked.add_argument("--paper", choices=("letter", "a4"), action="append")
    asked.add_argument("--places", type=int, choices=(1, 3), action="append")
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--processes", type=int, default=2)
    chosen = asked.parse_args()
    with open_pack(chosen.pack) as pack:
        wanted = list(tasks(pack, chosen))
    chosen.log.touch()
    done = dict(line.split("\t") for line in chosen.log.read_text().splitlines())
    left = [task for task in wanted if task.name not in done]
    # Typst keeps what it has laid out: a new process now and then gives it back.
    with (
        get_context("spawn").Pool(chosen.processes, maxtasksperchild=50) as pool,
        chosen.log.open("a", buffering=1) as log,
    ):
        for name, found in pool.imap_unordered(looked_at, left):
            done[name] = found
            log.write(f"{name}\t{found}\n")
    bad = [task.name for task in wanted if done[task.name]]
    for name in bad:
        print(name, done[name])
    print(f"{len(bad)} of {len(wanted)} have something wrong")


if __name__ == "__main__":
    main()
