"""Fit reports and comparisons of drawn clients and occupations: nothing leaves its place.

``COUNSELOR_REPORTS=200`` checks two hundred of each; six are checked always.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.session.client import Client, ClientView, view
from counselor_app.reports.compare import compare_content
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
COUNT = int(os.environ.get("COUNSELOR_REPORTS", "6"))
SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}


def drawn_scores(random: Random) -> ClientScores:
    """A code, six equal, six near or six scattered scores, of any instrument."""
    test = random.choice(list(INSTRUMENTS.values()))
    if not test.scored:
        return ClientScores(test, (), None, "".join(random.sample(LETTERS, random.randint(1, 3))))
    low, high = int(test.low), int(test.high)
    kind = random.random()
    if kind < 0.6:
        return ClientScores(test, tuple(random.randint(low, high) for _ in LETTERS))
    start, spread = random.randint(low, high - 6), 0 if kind < 0.75 else 6
    return ClientScores(test, tuple(start + random.randint(0, spread) for _ in LETTERS))


def drawn_view(pack: Pack, random: Random) -> ClientView:
    scores = drawn_scores(random)
    redraws = redraw(scores, pack.interest_profiles) if random.random() < 0.5 else None
    name = random.choice(["", "RF-14", "A rather long nickname 2026-11"])
    return view(Client(name, scores), pack.interest_profiles, redraws)


def misplaced(pages: list[Page], paper: Paper) -> list[str]:
    """Letters outside the margins, nearly empty pages, a list that runs into what follows it."""
    width, height = SIZES[paper]
    found = []
    for number, page in enumerate(pages, 1):
        for letter, (left, bottom, right, top) in page.letters():
            if left < 44 or right > width - 44 or bottom < 20 or top > height - 20:
                found.append(f"page {number}: {letter!r} outside the margins")
                break
        if len(page.flat) < 350:
            found.append(f"page {number} is nearly empty")
    for page in pages:
        if "closest of" in page.text and "How sure is this?" in page.text:
            end = page.text.index("How sure is this?")
            line = page.top_of(end)
            letters = zip(page.text[:end], page.boxes, strict=False)
            if any(letter.strip() and 44 < box[1] < line - 2 for letter, box in letters):
                found.append("the list runs into what follows it")
    return found


def test_drawn_fit_reports_keep_their_places(pack: Pack, read_back: Read) -> None:
    random, codes = Random(1), [profile.code for profile in pack.interest_profiles]
    codes += ["55-1011.00", "43-9199.00"]  # no interests
    wrong = {}
    for number in range(COUNT):
        found, paper = drawn_view(pack, random), random.choice(list(SIZES))
        chosen = random.sample(codes, random.choice([0, 1, 1, 2, 5]))
        matches: MatchList = match_list(pack, found.ranking, found.redraws)
        content = fit_report_content(
            found,
            [read_sheet(pack, code) for code in chosen],
            matches,
            made_on=DAY,
            version="1",
            sources=pack.sources.values(),
        )
        pages = read_back(report_pdf(content, paper))
        problems = misplaced(pages, paper)
        # The client's page and the counselor's; the statistics of one job may take another.
        if len(chosen) < 2 and not 2 <= len(pages) <= 2 + len(chosen):
            problems.append(f"{len(pages)} pages")
        if problems:
            wrong[number, found.client.scores, tuple(chosen), paper] = problems
    assert wrong == {}


def test_drawn_comparisons_keep_their_places(pack: Pack, read_back: Read) -> None:
    random = Random(2)
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    wrong = {}
    for _ in range(COUNT):
        found, paper = drawn_view(pack, random), random.choice(list(SIZES))
        chosen = random.sample(codes, random.choice([2, 3, 4]))
        content = compare_content(
            [read_sheet(pack, code, ["4800000"]) for code in chosen],
            random.choice([found, None]),
            made_on=DAY,
            version="1",
        )
        pages = read_back(report_pdf(content, paper))
        problems = misplaced(pages, paper)
        if len(pages) > 4:
            problems.append(f"{len(pages)} pages")
        for number, page in enumerate(pages[1:-1], 2):
            last = min(box[1] for _, box in page.letters() if box[1] > 48)
            if last > 0.3 * SIZES[paper][1]:
                problems.append(f"page {number} is a third empty, and page {number + 1} follows")
        if problems:
            wrong[tuple(chosen), paper] = problems
    assert wrong == {}
