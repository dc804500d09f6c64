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

from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.military import CIVILIAN, QUESTIONS
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import Target
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.wages import Basis
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Prose, words
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
    # Of the armed forces' jobs nothing is published that a second page could hold.
    wanted = 1 if sheet.occupation.code.startswith("55-") else 2
    found = [] if len(pages) == wanted else [f"{len(pages)} pages"]
    for number, page in enumerate(pages, 1):
        for letter, (left, bottom, right, top) in page.letters():
            if left < MARGIN - 1 or right > width - MARGIN or bottom < 14 or top > height - 18:
                found.append(f"page {number}: {letter!r} outside the margins")
                break
    # What is read before the last block stands above it.
    for number, (page, last) in enumerate(zip(pages, ("Do next", "Sources"), strict=False), 1):
        if (start := page.text.rfind(last)) < 0:
            found.append(f"page {number} has no {last}")
            continue
        line = page.top_of(start)
        for place, (letter, box) in enumerate(zip(page.text, page.boxes, strict=True)):
            if place < start and letter.strip() and 44 < box[1] < line - 2:
                found.append(f"page {number}: text over {last}")
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


def thousands(figure: Figure) -> str | None:
    """A wage in thousands with one decimal, an hourly one to the cent."""
    value = figure.number
    if value is None or figure.unit == "dollars an hour":
        return own_words(figure)
    tenths = int(value / 100 + 0.5)
    return f"{tenths // 10}.{tenths % 10}"


def for_the_student(sheet: Sheet) -> Iterator[str]:
    """Every figure that page 1 must print: the first place's, or the nation's without it."""
    home = sheet.places[0] if sheet.places else sheet.nation
    if home.median().number is None and home.median("hourly").number is None:
        home = sheet.nation
    basis: Basis = "hourly" if home.pay_basis == "hourly_only" else "annual"
    if home.median(basis).number is not None:
        low, high = home.percentile(25, basis), home.percentile(75, basis)
        both = (low, high) if low.number is not None and high.number is not None else ()
        for figure in (home.median(basis), *both):
            yield own_words(figure) or ""
    outlook = sheet.outlook
    for figure in (outlook.change_pct, outlook.openings):
        if figure.number:
            yield own_words(figure) or ""


def for_the_counselor(sheet: Sheet) -> Iterator[str]:
    """Every figure that page 2 must print."""
    hourly = sheet.nation.pay_basis == "hourly_only"
    for row in sheet.wages:
        for p in (10, 25, 50, 75, 90):
            yield thousands(row.percentile(p, "hourly" if hourly else "annual")) or ""
        yield own_words(row.employment) or ""
    outlook = sheet.outlook
    for figure in (outlook.openings, outlook.base, *sheet.interests.scores):
        yield own_words(figure) or ""


def missing_of(pages: list[Page], sheet: Sheet) -> list[str]:
    """Figures that are not on the page where they belong."""
    if len(pages) < 2:
        return []
    first, second = pages[0].flat, pages[1].flat
    found = [f"page 1: {one}" for one in for_the_student(sheet) if one and one not in first]
    return found + [
        f"page 2: {one}" for one in for_the_counselor(sheet) if one and one not in second
    ]


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


def test_every_figure_is_on_its_page(printed: Printed) -> None:
    assert missing_of(printed.pages, printed.sheet) == []


def test_ratings_stand_beside_their_names(printed: Printed) -> None:
    """An element that is too long for its column stands under our own name for it."""
    text = printed.pages[-1].flat
    for domain in ("skill", "ability"):
        for rating in printed.sheet.ratings.get(domain, ())[:3]:  # type: ignore[call-overload]
            ours = phrase(rating.name)
            names = "|".join(map(re.escape, (rating.name, ours[0].upper() + ours[1:])))
            cut = re.escape(rating.name[:8])
            assert re.search(rf"(?:{names}|{cut}[^…]*…) {own_words(rating.main)}\b", text)


def test_page_two_prints_what_belongs_to_the_job(printed: Printed) -> None:
    """Related jobs with their pay, sectors with their share, raters' answers, styles."""
    sheet, text = printed.sheet, printed.pages[-1].flat
    if len(printed.pages) == 1:
        pytest.skip("of a military job no second page is printed")
    for job in sheet.all_related[:2]:
        # No title is cut; a group's figure is told of the group's general job alone.
        assert shown_title(job.title).replace(" ", "") in text.replace(" ", "")
        median = job.here.median()
        own = median.group is None or median.group.narrower > 0
        assert (own_words(median) or "" if own else "–") in text
    known = [one for one in sheet.industries if one.share.number is not None]
    for one in known[:1]:
        assert own_words(one.share) in text
    asked = sorted(sheet.requirements.get("RL", ()), key=lambda r: -(r.figure.number or 0))
    for answer in asked[:1]:
        assert own_words(answer.figure) in text
    assert ("none are listed for this occupation" in text.lower()) is not bool(sheet.related)
    assert not (sheet.tools and "not listed for this occupation" in text.lower())


def test_no_dollar_amount_is_printed_that_the_pack_does_not_hold(printed: Printed) -> None:
    sheet = printed.sheet
    rows = [*sheet.wages, sheet.all_here, sheet.all_occupations]
    rows += [share.wages for share in sheet.industries]
    figures = [figure for row in rows for figure in row.figures.values()]
    figures += [job.here.median() for job in (*sheet.all_related, *sheet.civilian)]
    known = {own_words(figure) for figure in figures} | {"$0"}
    known |= {f"${figure.low:,.0f}" for figure in figures if figure.flag == CAPPED and figure.low}
    said = {
        amount
        for page in printed.pages
        for amount in re.findall(r"\$\d[\d,]*(?:\.\d\d)?(?![\dk,])(?!\.\d)", page.text)
    }
    # The ends of an hourly axis are whole dollars; no wage is printed without its cents there.
    if sheet.nation.pay_basis == "hourly_only":
        said = {amount for amount in said if not re.fullmatch(r"\$\d{1,3}", amount)}
    assert said - known == set()


def test_a_military_job_says_once_that_nothing_is_published(pack: Pack, read_back: Read) -> None:
    """Whom to ask and what, and civilian jobs that are alike, with their own pay."""
    sheet = read_sheet(pack, "55-3016", [TEXAS])
    (page,) = read_back(profile_pdf(sheet, made_on=DAY))
    assert page.flat.count("leave out the armed forces") == 1
    for question in QUESTIONS:
        assert question in page.flat
    assert [job.code for job in sheet.civilian] == ["33-3051.00", "33-2011.00", "33-9032.00"]
    for job in sheet.civilian:
        assert (own_words(job.here.median()) or "") in page.flat
    assert not re.search(r"(?<![\d.])0(?![\d.])", page.flat)


def test_every_civilian_neighbor_is_an_occupation_of_the_pack(pack: Pack) -> None:
    military = {c for (c,) in pack.connection.execute("SELECT code FROM occupation"
                                                     " WHERE code LIKE '55-%'")}  # fmt: skip
    assert set(CIVILIAN) == military
    known = {c for (c,) in pack.connection.execute("SELECT code FROM occupation")}
    assert {code for codes in CIVILIAN.values() for code in codes} <= known - military


@pytest.mark.parametrize("code", ["11-1031.00", "45-3031.00"])
def test_a_job_without_pay_or_outlook_has_its_pages(pack: Pack, code: str, read_back: Read) -> None:
    sheet = read_sheet(pack, code, [TEXAS])
    pages = read_back(profile_pdf(sheet, made_on=DAY))
    text = " ".join(page.flat for page in pages)
    assert problems(pages, "letter", sheet) == []
    assert sheet.occupation.title in text
    assert "not published" in text
    assert "$0." not in text
    assert missing_of(pages, sheet) == []


def test_heads_and_feet(printed: Printed) -> None:
    for number, page in enumerate(printed.pages, 1):
        assert f"Page {number} of {len(printed.pages)}" in page.flat
    assert "November 22, 2026" in printed.pages[0].flat
    if len(printed.pages) > 1:
        assert f"O*NET-SOC {printed.sheet.occupation.code}" in printed.pages[1].flat


def test_sources_and_attribution_are_printed(printed: Printed) -> None:
    text = printed.pages[-1].flat
    if len(printed.pages) == 1:
        return
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
        found = problems(pages, paper, sheet) + missing_of(pages, sheet)
        text = letters_of(" ".join(page.flat for page in pages))
        own = sheet.words
        said = (*own.does[:3], *(line for _, line in own.lines)) if own else ()
        found += [f"{line} is not printed" for line in said if letters_of(line) not in text]
        if found:
            wrong[code] = found
    assert wrong == {}
