"""The printed pages: two of them or one, nothing over anything, every figure the pack's own.

``COUNSELOR_PROFILES=100`` checks a hundred drawn occupations, ``all`` every one.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

import pytest

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import Target
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Chart, Prose, words
from counselor_app.reports.typeset import profile_pdf, report_pdf
from counselor_app.store.prices import price_parities
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page, Printed

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
TEXAS, CALIFORNIA, LOS_ANGELES = "4800000", "0600000", "0031080"
Paper = Literal["letter", "a4"]
SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
MARGIN = 45.0


def problems(pages: list[Page], paper: Paper, sheet: Sheet) -> list[str]:
    """What is wrong with the layout: pages, letters outside the margins, blocks over blocks."""
    width, height = SIZES[paper]
    # Where nothing is rated, a second page would be nearly blank.
    fits = len(pages) == 2 or (len(pages) == 1 and not sheet.ratings)
    found = [] if fits else [f"{len(pages)} pages"]
    for number, page in enumerate(pages, 1):
        for letter, (left, bottom, right, top) in page.letters():
            if left < MARGIN - 1 or right > width - MARGIN or bottom < 20 or top > height - 20:
                found.append(f"page {number}: {letter!r} outside the margins")
                break
        # All that is read before the sources stands above them.
        sources = page.text.rindex("Sources")
        line = page.top_of(sources)
        for place, (letter, box) in enumerate(zip(page.text, page.boxes, strict=True)):
            if place < sources and letter.strip() and 44 < box[1] < line:
                found.append(f"page {number}: text over the sources")
                break
    return found


def letters_of(text: str) -> str:
    """Its letters and digits: lines may break at a hyphen, and marks stand between words."""
    return "".join(letter for letter in text if letter.isalnum())


def own_words(figure: Figure) -> str | None:
    """How a figure is printed, worked out here and not by the program."""
    value = figure.number
    if value is None:
        return None
    if figure.unit == "dollars a year":
        return f"${value:,.0f}"
    if figure.unit == "dollars an hour":
        return f"${value:,.2f}"
    if figure.unit in ("importance 1-5", "level 0-7", "interest 1-7"):
        return f"{value:.2f}"
    sign = "−" if value < 0 else "+" if figure.key.startswith("employment.change") else ""
    if figure.unit == "percent":
        return f"{sign if value else ''}{abs(value):.1f}%"
    return f"{sign}{abs(value):,.0f}"


def expected(sheet: Sheet) -> Iterator[str]:
    """Every figure that page 1 must print."""
    hourly = sheet.nation.pay_basis == "hourly_only"
    for row in sheet.wages:
        for p in (10, 25, 50, 75, 90):
            yield own_words(row.percentile(p, "hourly" if hourly else "annual")) or ""
        yield own_words(row.employment) or ""
    outlook = sheet.outlook
    for figure in (outlook.change_pct, outlook.openings, outlook.base, *sheet.interests.scores):
        yield own_words(figure) or ""


def test_as_many_pages_as_needed_within_the_margins(printed: Printed) -> None:
    assert problems(printed.pages, "letter", printed.sheet) == []


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_three_more_places_still_fit(
    pack: Pack, printed: Printed, paper: Paper, read_back: Read
) -> None:
    sheet = read_sheet(pack, printed.sheet.occupation.code, [TEXAS, CALIFORNIA, LOS_ANGELES])
    pages = read_back(profile_pdf(sheet, paper=paper, made_on=DAY))
    assert problems(pages, paper, sheet) == []


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_fullest_pages_keep_our_words_and_lose_no_sentence(
    pack: Pack, paper: Paper, read_back: Read
) -> None:
    prices, target = price_parities(pack, 2025), Target(50_000, "annual")
    for code in ("11-9199.09", "53-1042.00", "19-4013.00"):
        sheet = read_sheet(pack, code, [TEXAS, CALIFORNIA, LOS_ANGELES])
        content = profile_content(sheet, made_on=DAY, version="1", target=target, prices=prices)
        pages = read_back(report_pdf(content, paper))
        assert problems(pages, paper, sheet) == []
        parts = content.section("pay").parts
        said = [one for one in parts if isinstance(one, Prose) and one.look == "line"]
        lines = [words(line) for one in said for line in one.texts]
        assert len(lines) == 4
        assert sheet.words is not None
        lines += [*sheet.words.does[:4], *(text for _, text in sheet.words.lines)]
        text = letters_of(" ".join(page.flat for page in pages))
        assert [line for line in lines if letters_of(line) not in text] == []


def test_page_one_prints_every_figure_of_the_sheet(printed: Printed) -> None:
    text = printed.pages[0].flat
    missing = [words for words in expected(printed.sheet) if words and words not in text]
    assert missing == []


def test_ratings_stand_beside_their_names(printed: Printed) -> None:
    text = printed.pages[0].flat
    for domain in ("skill", "ability"):
        for rating in printed.sheet.ratings.get(domain, ())[:3]:  # type: ignore[call-overload]
            assert re.search(rf"{re.escape(rating.name)} {own_words(rating.main)}\b", text)


def test_page_two_prints_what_belongs_to_the_job(printed: Printed) -> None:
    """Related jobs with their pay, sectors with their share, raters' answers, styles, tools."""
    sheet, text = printed.sheet, printed.pages[-1].flat
    for job in sheet.related[:2]:
        assert job.title[:20] in text  # a long title goes on below
        for figure in (job.pay, job.openings):
            assert (own_words(figure) or "") in text
    known = [one for one in sheet.industries if one.share.number is not None]
    for one in known[:2]:
        assert own_words(one.share) in text
    asked = sorted(sheet.requirements.get("RL", ()), key=lambda r: -(r.figure.number or 0))
    for answer in asked[:2]:
        assert own_words(answer.figure) in text
    if sheet.tools:
        assert f"{len(sheet.tools)} named" in text
    for rating in (*sheet.ratings.get("style", ())[:2], *sheet.ratings.get("knowledge", ())[:2]):
        assert letters_of(rating.name) in letters_of(" ".join(p.flat for p in printed.pages))
    assert ("none are listed for this occupation" in text.lower()) is not bool(sheet.related)
    assert not (sheet.tools and "not listed for this occupation" in text.lower())


def test_no_dollar_amount_is_printed_that_the_pack_does_not_hold(printed: Printed) -> None:
    sheet = printed.sheet
    rows = [*sheet.wages, *(share.wages for share in sheet.industries)]
    figures = [figure for row in rows for figure in row.figures.values()]
    figures += [job.pay for job in sheet.related]
    known = {own_words(figure) for figure in figures}
    said = {
        amount
        for page in printed.pages
        for amount in re.findall(r"\$[\d,]+(?:\.\d\d)?(?![\dk.])", page.text)
    }
    # The ends of an hourly axis are whole dollars; no wage is printed without its cents there.
    if sheet.nation.pay_basis == "hourly_only":
        said = {amount for amount in said if not re.fullmatch(r"\$\d{1,3}", amount)}
    assert said - known == set()


def test_the_pay_axis_says_where_it_starts(pack: Pack, read_back: Read) -> None:
    sheet = read_sheet(pack, "43-4051.00")
    content = profile_content(sheet, made_on=DAY, version="1")
    chart = next(one for one in content.section("pay").parts if isinstance(one, Chart))
    start = chart.spec.axis.ticks[0]
    assert start.value > 0
    assert f"Starts at {start.label}, not zero" in read_back(report_pdf(content))[0].flat


def test_missing_figures_are_words_and_never_zero(pack: Pack, read_back: Read) -> None:
    sheet = read_sheet(pack, "55-1011")
    text = " ".join(page.flat for page in read_back(profile_pdf(sheet, made_on=DAY)))
    assert text.count("not published") >= 4
    assert "$" not in text
    assert not re.search(r"(?<![\d.])0(?![\d.])", text)
    assert "Not rated for this occupation" in text


@pytest.mark.parametrize("code", ["11-1031.00", "45-3031.00"])
def test_a_job_without_pay_or_outlook_has_its_pages(pack: Pack, code: str, read_back: Read) -> None:
    sheet = read_sheet(pack, code, [TEXAS])
    pages = read_back(profile_pdf(sheet, made_on=DAY))
    text = " ".join(page.flat for page in pages)
    assert problems(pages, "letter", sheet) == []
    assert sheet.occupation.title in text
    assert "not published" in text
    assert "$0" not in text
    assert [words for words in expected(sheet) if words and words not in pages[0].flat] == []


def test_heads_and_feet(printed: Printed) -> None:
    for number, page in enumerate(printed.pages, 1):
        assert f"Page {number} of {len(printed.pages)}" in page.flat
        assert "Printed November 22, 2026" in page.flat
        assert f"O*NET-SOC {printed.sheet.occupation.code}" in page.flat


def test_sources_and_attribution_are_printed(printed: Printed) -> None:
    text = printed.pages[-1].flat
    assert "by the U.S. Department of Labor, Employment and Training Administration" in text
    assert "has not approved, endorsed, or tested these modifications." in text
    assert "Occupational Employment and Wage Statistics, May 2025" in text
    assert "Employment Projections 2024–34" in text


def test_drawn_occupations_fit(pack: Pack, read_back: Read) -> None:
    """Off unless ``COUNSELOR_PROFILES`` says how many, or ``all``."""
    wanted = os.environ.get("COUNSELOR_PROFILES")
    if not wanted:
        pytest.skip("set COUNSELOR_PROFILES to a number or to all")
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    if wanted != "all":
        codes = random.Random(1).sample(codes, int(wanted))
    wrong: dict[str, list[str]] = {}
    for place, code in enumerate(codes):
        sheet, paper = read_sheet(pack, code, [TEXAS]), (*SIZES,)[place % 2]
        pages = read_back(profile_pdf(sheet, paper=paper, made_on=DAY))
        text = pages[0].flat
        found = problems(pages, paper, sheet)
        found += [f"{words} is not printed" for words in expected(sheet) if words not in text]
        text = letters_of(" ".join(page.flat for page in pages))
        own = sheet.words
        said = (*own.does, *(line for _, line in own.lines)) if own else ()
        found += [f"{line} is not printed" for line in said if letters_of(line) not in text]
        if found:
            wrong[code] = found
    assert wrong == {}
