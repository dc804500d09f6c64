"""The client's page of a fit report, read back: three columns of jobs, or jobs to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counselor_app.domain.fit.sureness import TIER_WORDS
from counselor_app.domain.fit.tiers import tier_counts
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.occupation.short import short
from counselor_app.language import language
from counselor_app.reports.parts import Report, Table, words
from counselor_app.reports.quotes import curled
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from tests.pdf.test_fit_report import CLEAR, STATISTICS, report, seen

if TYPE_CHECKING:
    from tests.pdf.conftest import Mark, Page

    Read = Callable[[bytes], list[Page]]
    Draw = Callable[[bytes], list[list[Mark]]]


def client_page(pack: Pack, scores: str, test: str | None = None, place: str = "4800000") -> Report:
    found = seen(pack, scores, test)
    matches = match_list(pack, found.ranking, found.redraws, place=place)
    return report(pack, found, [], matches, sections=["student"])


CLIENTS = ("21,29,11,32,12,15", CLEAR, "5,10,38,8,12,4", "38,12,6,5,10,14", "10,14,8,9,38,30")


@pytest.mark.parametrize("scores", CLIENTS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_clients_page_has_three_columns_of_four_jobs_without_twins(
    pack: Pack, read_back: Read, scores: str, paper: Paper
) -> None:
    """The surest first, each with its tier over it, pay and schooling as its own page has them."""
    made = client_page(pack, scores)
    (page,) = read_back(report_pdf(made, paper))
    columns = [part for part in made.section("first-jobs").parts if isinstance(part, Table)]
    assert [one.name for one in columns] == [
        "Little schooling", "Some schooling", "A lot of schooling"
    ]  # fmt: skip
    found = seen(pack, scores)
    tiers, by_code = {}, {match.code: match.title for match in found.ranking}
    for one in found.placed:
        tiers[by_code[one.match.code]] = one.tier
    families, shown = set[str](), 0
    for column in columns:
        assert len(column.rows) <= 4
        order = []
        for row in column.rows:
            title, twins, tier, __, pay, school, __, __ = (words(cell.text) for cell in row)
            assert all(curled(one) in page.flat for one in (title, tier, pay, school))
            assert not pay.endswith("*") or f"{curled(title)}: all " in page.flat
            order.append(["Very likely", "Likely", "Possible"].index(tier))
            assert title not in families
            families.add(title)
            shown += 1
            if not twins:
                assert TIER_WORDS[tiers[title]] == tier  # type: ignore[index]
                (code,) = [code for code, own in by_code.items() if own == title]
                facts = short(read_sheet(pack, code, ["4800000"]))
                assert pay.rstrip("*") == facts.pay
                assert school == facts.school
        assert order == sorted(order)
    assert shown >= 8
    for word in (*STATISTICS, "the tenth", "R-", "S-I"):
        assert word not in page.flat, word
    assert "For RF-14 November 22, 2026" in page.flat


def test_the_clients_page_counts_what_may_be_among_the_closest(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    (page,) = read_back(report_pdf(client_page(pack, CLEAR)))
    counts = tier_counts(found.placed)
    may = counts["very likely"] + counts["likely"] + counts["possible"]
    assert f"{may} of 923 jobs may be among the 92 closest to your interests" in page.flat
    assert "among the 92 closest in 8 of 10 repeats of the answers within their error" in page.flat
    assert "likely: in 5; possible: in 1." in page.flat


@pytest.mark.parametrize("scores", ["20,20,20,20,20,21", "38,38,38,38,38,38", "CES", "S"])
def test_level_answers_and_a_code_have_jobs_to_look_at_in_no_order(
    pack: Pack, read_back: Read, scores: str
) -> None:
    """One of each interest; of a code two of each letter."""
    made = client_page(pack, scores)
    (page,) = read_back(report_pdf(made))
    (jobs,) = (part for part in made.section("starters").parts if isinstance(part, Table))
    interests = [words(row[0].text) for row in jobs.rows]
    letters = scores if scores.isalpha() else "RIASEC"
    each = 2 if scores.isalpha() else 1
    assert interests == [PLAIN_NAMES[letter] for letter in letters for __ in range(each)]
    for row in jobs.rows:
        assert all(curled(words(cell.text)) in page.flat for cell in row[:-1])
    assert "shrinking" not in page.flat
    assert "ikely" not in page.flat


@pytest.mark.parametrize("scores", [CLEAR, "20,20,20,20,20,21", "CES"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_clients_page_holds_in_longer_words(
    pack: Pack, read_back: Read, scores: str, paper: Paper
) -> None:
    for code in ("es", "pseudo"):
        content = replace(client_page(pack, scores), language=language(code))
        (page,) = read_back(report_pdf(content, paper))
        __, bottoms, rights, __ = zip(*(box for __, box in page.letters()), strict=True)
        assert min(bottoms) > 18
        if code == "es":  # the other's words have tails that no line can break
            assert max(rights) < (612 if paper == "letter" else 595.3) - 44


def test_the_six_bars_are_as_long_as_their_points(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    pdf = report_pdf(client_page(pack, CLEAR))
    (page,), (marks,) = read_back(pdf), drawn_back(pdf)
    tracks = [one for one in marks if one.fill == (240, 240, 240)]
    bars = [one for one in marks if one.fill == (127, 163, 181)]
    points = sorted(map(int, CLEAR.split(",")), reverse=True)
    assert len(tracks) == len(bars) == 6
    for track, bar, number in zip(tracks, bars, points, strict=True):
        assert bar.left == pytest.approx(track.left, abs=0.1)
        assert bar.width == pytest.approx(number / 40 * track.width, abs=0.2)
        said = page.within(track.right, track.bottom - 3, track.right + 30, track.top + 3)
        assert said == str(number)


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("scores", ["21,29,11,32,12,15", "30,30,30,12,12,12"])
def test_a_fit_report_on_one_job_keeps_to_two_pages(
    pack: Pack, read_back: Read, scores: str, code: str
) -> None:
    content = replace(report(pack, seen(pack, scores), ["43-4051.00"]), language=language(code))
    pages = read_back(report_pdf(content))
    assert len(pages) == 2
    # A group's schooling has a star, and its language.
    levels = ("Bachelor’s degree", "Doctoral or professional", "Master’s degree")
    assert code == "en" or not any(level in pages[1].flat for level in levels)
