"""Comparisons read back: the answers of ``compare``, for two to four jobs of every kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from counselor_app.domain.figures.wording import correlation_words, value_words
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.sureness import TIER_WORDS
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.short import short
from counselor_app.domain.session.client import Client, ClientView, view
from counselor_app.errors import UserError
from counselor_app.language import capitalised, language
from counselor_app.reports.compare import compare_content
from counselor_app.reports.parts import Report
from counselor_app.reports.quotes import curled
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
TEXAS = "4800000"
PLAIN = ("43-4051.00", "29-1141.00", "47-2111.00")
# By the hour only; capped and shared; military, with nothing published; the longest title.
ODD = ("27-2011.00", "29-1141.01", "55-1011.00", "51-4033.00")


@pytest.fixture(scope="module")
def client(pack: Pack) -> ClientView:
    scores = parse_scores("8,14,10,22,25,33")
    redraws = redraw(scores, pack.interest_profiles)
    return view(Client("Zebra-9", scores), pack.interest_profiles, redraws)


def report(
    pack: Pack,
    codes: Sequence[str],
    found: ClientView | None = None,
    places: Sequence[str] = (TEXAS,),
    named: bool = True,
    sections: Sequence[str] | None = None,
) -> Report:
    sheets = [read_sheet(pack, code, places) for code in codes]
    return compare_content(sheets, found, made_on=DAY, version="1", named=named, sections=sections)


def flat(read_back: Read, content: Report) -> str:
    return " ".join(page.flat for page in read_back(report_pdf(content)))


def test_without_a_place_the_clients_page_counts_the_jobs_of_the_nation(
    pack: Pack, read_back: Read
) -> None:
    """A counselor without a home area read "2,062,040 here"."""
    nation = flat(read_back, report(pack, PLAIN[:2], places=(), sections=["student"]))
    texas = flat(read_back, report(pack, PLAIN[:2], sections=["student"]))
    for code in PLAIN[:2]:
        sheet = read_sheet(pack, code, [TEXAS])
        assert f"{value_words(sheet.nation.employment)} in the U.S." in nation
        assert f"{value_words(sheet.places[0].employment)} here" in texas
    assert " here " not in nation.split("Sources:")[0]
    assert "pay, jobs May 2025, outlook 2024–34, BLS" in texas


@pytest.mark.parametrize("count", [2, 3])
def test_every_figure_of_the_answers_is_printed(pack: Pack, read_back: Read, count: int) -> None:
    codes = PLAIN[:count]
    text = flat(read_back, report(pack, codes))
    sheets = [read_sheet(pack, code, [TEXAS]) for code in codes]
    for sheet in sheets:
        outlook, nation = sheet.outlook, sheet.nation
        wanted = [nation.percentile(p, "annual") for p in (10, 50, 90)]
        wanted += [sheet.places[0].median(), outlook.change_pct, outlook.openings, outlook.base]
        wanted += [rating.main for rating in sheet.ratings["skill"][:4]]
        assert sheet.occupation.title in text
        assert [f.key for f in wanted if value_words(f) not in text] == []
    for row in compare(sheets).rows:
        assert row.key in ("preparation", "openings") or row.note.split(". ")[0] in text, row.key
    assert "Not a probability of losing a job" in text


def test_the_fit_row_has_the_figures_of_fit(
    pack: Pack, read_back: Read, client: ClientView
) -> None:
    text = flat(read_back, report(pack, PLAIN, client))
    for code in PLAIN:
        tier = client.tier(code)
        assert tier is not None
        assert f"{TIER_WORDS[tier]}" in text
        match = client.by_code[code]
        assert f"r {correlation_words(match.r)}" not in text
        assert f"{match.rank} of {len(client.ranking)}" not in text
    assert "among the tenth of jobs closest in interests" in text
    assert "How close are Zebra-9’s interests?" in text
    assert "A conversation, not a verdict" in text
    unnamed = report(pack, PLAIN, client, named=False)
    assert "Zebra" not in flat(read_back, unnamed)
    assert "How close are your interests?" in flat(read_back, unnamed)


def test_odd_jobs_are_told_in_words(pack: Pack, read_back: Read) -> None:
    content = report(pack, ODD)
    pages = read_back(report_pdf(content))
    text = " ".join(page.flat for page in pages)
    assert "$29.05 an hour (by the hour only); half" in text
    assert "Not published for this oc" in text.replace("\u00ad", "").replace("\ufffe", "")
    assert "No ratings for" in text
    assert "published for Registered Nurses" in text
    assert len(pages) == 3
    for place, page in enumerate(pages, 1):
        assert f"Page {place} of 3" in page.flat
        assert len(page.flat) > 800


@pytest.mark.parametrize("codes", [PLAIN[:2], PLAIN, ODD, (*PLAIN, "29-1211.00")])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_clients_page_is_one_side_with_the_figures_of_the_jobs_own_pages(
    pack: Pack, read_back: Read, client: ClientView, codes: Sequence[str], paper: Paper
) -> None:
    """Pay, schooling and outlook of each job as its card says them; no statistics, no marks."""
    for code in ("en", "es"):
        content = report(pack, codes, client, sections=["student"])
        content = replace(content, language=language(code))
        (page,) = read_back(report_pdf(content, paper))
        said = "".join(page.text.split())
        for one in codes:
            facts = short(read_sheet(pack, one, [TEXAS]))
            for words in (facts.pay, facts.school, facts.outlook):
                wanted = content.language.say(capitalised(words))
                assert "".join(curled(wanted).split()) in said, wanted
        for word in ("r =", "rank ", "Source 1", "zone"):
            assert word not in page.flat
    assert min(box[1] for __, box in page.letters()) > 18


def test_what_no_job_has_is_no_row_and_what_one_lacks_is_said(pack: Pack, read_back: Read) -> None:
    (page,) = read_back(report_pdf(report(pack, ODD, sections=["student"])))
    assert "Skills are not rated for this job." in page.flat
    assert "Your interests" not in page.flat
    military = [f"55-30{n}.00" for n in (14, 16)]
    (page,) = read_back(report_pdf(report(pack, military, sections=["student"])))
    assert "It helps to be good at" not in page.flat
    assert "Pay not published" in page.flat


def test_nothing_stands_outside_the_margins(pack: Pack, read_back: Read) -> None:
    for codes in (PLAIN[:2], PLAIN, ODD, (*PLAIN, "29-1211.00")):
        for page in read_back(report_pdf(report(pack, codes))):
            for letter, (left, bottom, right, top) in page.letters():
                assert left > 44, letter
                assert right < 612 - 44, letter
                assert bottom > 20, letter
                assert top < 772, letter


def test_sections_are_left_out_with_their_notes(pack: Pack, read_back: Read) -> None:
    pages = read_back(report_pdf(report(pack, PLAIN, sections=["pay", "openings"])))
    text = " ".join(page.flat for page in pages)
    assert len(pages) == 1
    assert "What does it pay?" in text
    for gone in ("Which skills", "Are jobs growing", "Frey", "Required Education", "Interests:"):
        assert gone not in text


def test_the_table_has_headers_and_the_charts_alts(pack: Pack) -> None:
    from tests.pdf.test_profile_tags import tags

    found = tags(report_pdf(report(pack, PLAIN)))
    kinds = [tag.kind for tag in found]
    assert kinds.count("H1") == 1
    assert kinds.count("TH") >= 4
    alts = [tag.alt for tag in found if tag.kind == "Figure"]
    assert len(alts) >= 9
    assert all(len(alt) > 20 for alt in alts)


def test_the_file_has_a_title_and_a_language(pack: Pack) -> None:
    with pikepdf.open(BytesIO(report_pdf(report(pack, PLAIN[:2])))) as document:
        assert str(document.Root.Lang).startswith("en")
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "Registered Nurses" in metadata["dc:title"]


def test_the_lead_claims_only_what_is_clear(pack: Pack) -> None:
    sheets = [read_sheet(pack, code) for code in PLAIN]
    assert lead(sheets) == ""  # the pay and projections of registered nurses are a group's
    sheets = [sheet for sheet in sheets if sheet.outlook.base.group is None]
    assert "Electricians: the highest pay and the fastest growth" in lead(sheets)
    assert lead(sheets, ["outlook"]) == "Electricians: the fastest growth."
    shared = [read_sheet(pack, code) for code in ("29-1141.00", "29-1141.01")]
    assert lead(shared) == ""
    missing = [read_sheet(pack, code) for code in ("43-4051.00", "55-1011.00")]
    assert lead(missing) == ""


def test_one_occupation_is_refused(pack: Pack) -> None:
    with pytest.raises(UserError, match="two to four"):
        report(pack, PLAIN[:1])
