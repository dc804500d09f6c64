"""A booklet read back page by page: nothing over the margins, none blank, every figure there.

Off unless ``COUNSELOR_BOOKLET`` says how many occupations, or ``all``.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.batch import Run, write_booklet
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Report
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)
TEXAS = "4800000"
OF = re.compile(r"Booklet page (\d+), page (\d+) of (\d+)")
# The margin is 46; a letter such as j reaches a little to the left of where it stands.
LEFT, RIGHT, BOTTOM, TOP = 44.0, 612 - 44.0, 18.0, 792 - 18.0


def figures(sheet: Sheet) -> Iterator[str]:
    """What `show` says of the figures that the first page of a profile must print."""
    hourly = sheet.nation.pay_basis == "hourly_only"
    rows = [row for row in sheet.wages if row.kind != "industry"]
    found = [row.percentile(p, "hourly" if hourly else "annual")
             for row in rows for p in (10, 25, 50, 75, 90)]  # fmt: skip
    outlook = sheet.outlook
    found += [outlook.change_pct, outlook.openings, *sheet.interests.scores]
    yield from (value_words(figure) for figure in found if figure.number is not None)


def outside(page: pypdfium2.PdfTextPage) -> bool:
    """Whether a letter stands in the margin; a line's box may end with a blank."""
    for place in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(place)
        if left < LEFT or bottom < BOTTOM or top > TOP:
            return True
        if right > RIGHT:
            words = page.get_text_bounded(RIGHT, bottom, right + 1, top)
            if words.strip():
                return True
    return False


def test_a_booklet_prints_what_show_says(pack: Pack, tmp_path: Path) -> None:
    wanted = os.environ.get("COUNSELOR_BOOKLET")
    if not wanted:
        pytest.skip("set COUNSELOR_BOOKLET to a number or to all")
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    if wanted != "all":
        codes = random.Random(2).sample(codes, int(wanted))

    def make(code: str) -> Report:
        return profile_content(read_sheet(pack, code, [TEXAS]), made_on=DAY, version="0")

    target = tmp_path / "booklet.pdf"
    made = write_booklet(Run(tuple(codes), make), target, name="Occupations", made_on=DAY)
    assert made is not None
    assert (made.reports, made.not_made) == (len(codes), ())
    wrong: dict[str, list[str]] = {}
    document = pypdfium2.PdfDocument(target)
    try:
        at = len(document) - made.pages
        first = at
        for code in codes:
            sheet = read_sheet(pack, code, [TEXAS])
            found, pages, texts = [], 2, []
            while len(texts) < pages:
                page = document[at]
                words = page.get_textpage()
                texts.append(" ".join(words.get_text_range().split()))
                of = OF.search(texts[-1])
                if of is None or of.groups()[:2] != (str(at - first + 1), str(len(texts))):
                    found.append(f"page {len(texts)} has another number")
                pages = int(of[3]) if of else pages
                if len(texts[-1]) < 900 and sheet.ratings:
                    found.append(f"page {len(texts)} is nearly blank")
                if outside(words):
                    found.append(f"page {len(texts)}: text outside the margins")
                words.close()
                page.close()
                at += 1
            if pages > 2:
                found.append(f"{pages} pages")
            found += [words for words in figures(sheet) if words not in texts[0]]
            if found:
                wrong[code] = found
        assert at == len(document)
    finally:
        document.close()
    assert wrong == {}
