"""Every profile set and read back, by hand: pages, margins, words, numbers and grade of page 1.

``PYTHONPATH=.:tests nice python tests/all_profiles.py PACK`` takes some hours for both papers,
one and three places; ``--first`` sets the student's page alone, ``--paper``, ``--places`` and
``--every`` do a part of it.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from job_text_checks import grade
from pdf.conftest import read
from pdf.test_sections import problems
from pdf.test_ten_seconds import DAY, GRADE, MOST_NUMBERS, MOST_WORDS, first_page, sentences_of

from counselor_app.domain.occupation.military import is_military
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.content import profile_content
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.reference import open_pack
from counselor_app.store.sheet import read_sheet

PLACES = {1: ["4800000"], 3: ["0019100", "4800000", "0600000"]}
"""The first of three has a long name: Dallas-Fort Worth-Arlington, TX."""


def wrong(sheet: Sheet, paper: Paper, first: bool) -> list[str]:
    """What is wrong with the pages of one occupation."""
    military = is_military(sheet.occupation.code)
    if first:
        pages, found = read(first_page(sheet, paper)), []
        if len(pages) != 1:
            found.append(f"{len(pages)} pages of the student's")
    else:
        content = profile_content(sheet, made_on=DAY, version="1")
        pages = read(report_pdf(content, paper))
        found = problems(content, pages, paper)
        if len(pages) != (1 if military else 2):
            found.append(f"{len(pages)} pages")
    text = pages[0].text
    said = len(re.findall(r"(?<!\w)[A-Za-z][\w'’-]*", text))
    numbers = len(re.findall(r"\d[\d,.]*", text))
    if not military and (said > MOST_WORDS or numbers > MOST_NUMBERS):
        found.append(f"{said} words, {numbers} numbers")
    if (reached := grade(sentences_of(sheet))) > GRADE:
        found.append(f"grade {reached:.1f}")
    return found


def main() -> None:
    """Print each occupation with something wrong, and how many there are."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("pack", type=Path)
    asked.add_argument("--first", action="store_true")
    asked.add_argument("--paper", choices=("letter", "a4"), action="append")
    asked.add_argument("--places", type=int, choices=(1, 3), action="append")
    asked.add_argument("--every", type=int, default=1)
    chosen = asked.parse_args()
    count = bad = 0
    with open_pack(chosen.pack) as pack:
        codes = pack.connection.execute("SELECT code FROM occupation ORDER BY code").fetchall()
        for (code,) in codes[:: chosen.every]:
            for number in chosen.places or (1, 3):
                sheet = read_sheet(pack, code, PLACES[number])
                for paper in chosen.paper or ("letter", "a4"):
                    count += 1
                    if found := wrong(sheet, paper, chosen.first):
                        bad += 1
                        print(code, number, paper, "; ".join(found), flush=True)
    print(f"{bad} of {count} have something wrong")


if __name__ == "__main__":
    main()
