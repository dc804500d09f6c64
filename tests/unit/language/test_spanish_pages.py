"""Printed pages in Spanish: the figures of the English ones, and no English but what must stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
from pypdf import PdfReader
from records import record

from counselor_app.client_texts import item_texts, self_report_texts
from counselor_app.domain.fit.instruments import OWN_SHORT, ClientScores
from counselor_app.domain.occupation.short import short
from counselor_app.domain.session.because import Pick
from counselor_app.domain.session.client import Client, view
from counselor_app.language import Language, language
from counselor_app.reports.batch import Run, write_booklet
from counselor_app.reports.compare import compare_content
from counselor_app.reports.content import profile_content
from counselor_app.reports.export import filed
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.handout import handout_content
from counselor_app.reports.html import html_page
from counselor_app.reports.parts import Report
from counselor_app.reports.record import record_content
from counselor_app.reports.result_sheet import result_sheet_content
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 29)
TEXAS = "4800000"
CODES = ("43-4051.00", "29-1141.00", "47-2111.00", "27-2011.00", "55-1011.00")
TEN = (*CODES, "53-3032.00", "35-2014.00", "25-2021.00", "15-1252.00", "39-5012.00")

STAYS = re.compile(
    r"\b(high school|middle school|District of Columbia|American Job Center|community college"
    r"|[\w+#. -]+ software|Call the college|Read the profile|Frey and Osborne)\b",
    re.IGNORECASE,
)
"""What a Spanish page says in English: schools by the name they go by, places, products, a
client's own steps, authors."""

ENGLISH = re.compile(
    r"\b(the|and|of|with|jobs?|who|which|from|this|these|their|are|is|was|not|pays?|years?|people"
    r"|your|you|work|months?|each|about|most|least|less|more|than|how|what|where|for|among|other"
    r"|services|workers|level|importance|health|care|school|except|all)\b",
    re.IGNORECASE,
)


def reports(pack: Pack) -> Iterator[Report]:
    """One of every kind that is printed; some of each on several jobs."""
    kept = record(CODES, notes=())
    found = view(Client(kept.name, kept.scores[0].scores), pack.interest_profiles)
    sheets = [read_sheet(pack, code, [TEXAS]) for code in CODES]
    sources = tuple(pack.sources.values())
    for sheet in sheets:
        yield profile_content(sheet, made_on=DAY, version="1.2")
    matches = match_list(pack, found.ranking)
    yield fit_report_content(found, sheets, matches, made_on=DAY, version="1.2", sources=sources)
    yield compare_content(sheets[:4], found, made_on=DAY, version="1.2")
    for copy in ("client", "counselor"):
        yield handout_content(
            kept, sheets, copy=copy, made_on=DAY, version="1.2", sources=sources, view=found
        )  # fmt: skip
    yield record_content(
        kept, titles={}, elements={}, items=item_texts(), texts=self_report_texts(), made_on=DAY,
        version="1.2", sources=sources,
    )  # fmt: skip
    picks = [Pick(s.occupation.code, s.occupation.title, None, short(s), "") for s in sheets[:3]]
    yield result_sheet_content(
        Client("", ClientScores(OWN_SHORT, (19, 2, 3, 15, 4, 5), DAY)), picks, picks,
        place="Texas", whom="", made_on=DAY, version="1.2", sources=sources,
        pay=pack.kind("oews"), education=pack.kind("ep"),
        interests=pack.source_of("interest", "onet"),
    )  # fmt: skip


def spoken_in(report: Report, spoken: Language) -> Report:
    return replace(report, language=spoken)


def cells(report: Report) -> list[str]:
    """What stands between the marks of a page, apart from what is marked as English."""
    page = html_page(filed(report)).partition("<body>")[2]
    page = re.sub(r'<(\w+)[^>]*lang="en-US".*?</\1>|<svg.*?</svg>', " ", page, flags=re.DOTALL)
    return [cell for part in re.split(r"<[^>]*>", page) if (cell := unescape(part).strip())]


def words(report: Report) -> str:
    page = html_page(filed(report)).partition("<body>")[2]
    return unescape(re.sub(r"<svg.*?</svg>|<[^>]*>", " ", page, flags=re.DOTALL))


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d[\d,.]*\d|\d", text))


def test_both_languages_say_the_same_figures_report_by_report(pack: Pack) -> None:
    kinds = set()
    for report in reports(pack):
        english, spanish = (
            figures(words(spoken_in(report, language(code)))) for code in ("en", "es")
        )
        # The published title stands beside the Spanish one; it has no figures.
        assert spanish == english, (report.kind, report.code, english - spanish, spanish - english)
        kinds.add(report.kind)
    assert kinds == {"profile", "fit", "compare", "handout", "record", "result"}


def _profile(pack: Pack, spoken: Language, code: str) -> Report:
    report = profile_content(read_sheet(pack, code), made_on=DAY, version="1.2")
    return spoken_in(report, spoken)


def test_a_booklet_has_the_same_figures(pack: Pack, tmp_path: Path) -> None:
    found = []
    for spoken in (language("en"), language("es")):
        target = tmp_path / f"{spoken.code}.pdf"
        run = Run(CODES[:2], partial(_profile, pack, spoken))
        assert write_booklet(run, target, name="A", made_on=DAY)
        # The contents; the reports that follow are compared one by one.
        found.append(figures(PdfReader(target).pages[0].extract_text()))
    assert found[0] == found[1]


def test_the_printed_student_page_has_the_same_figures(pack: Pack) -> None:
    for code in CODES:
        report = profile_content(read_sheet(pack, code), made_on=DAY, version="1.2")
        first = [
            PdfReader(BytesIO(report_pdf(spoken_in(report, spoken)))).pages[0].extract_text()
            for spoken in (language("en"), language("es"))
        ]
        assert figures(first[0]) == figures(first[1]), code


def test_what_all_jobs_earn_says_where(pack: Pack) -> None:
    """Cut short, the measures of the place and of the nation were one name."""
    report = profile_content(read_sheet(pack, "11-9071", [TEXAS]), made_on=DAY, version="1.2")
    pages = PdfReader(BytesIO(report_pdf(spoken_in(report, language("es"))))).pages
    counselors = " ".join(pages[1].extract_text().split())
    assert "Todos: Texas" in counselors
    assert "Todos: EE. UU." in counselors


def test_a_printed_page_says_its_language_and_what_is_english_in_it(pack: Pack) -> None:
    report = profile_content(read_sheet(pack, CODES[0]), made_on=DAY, version="1.2")
    with pikepdf.open(BytesIO(report_pdf(spoken_in(report, language("es"))))) as document:
        assert str(document.Root.Lang) == "es-US"
        drawn = b"".join(page.Contents.read_bytes() for page in document.pages)
        assert b"/Lang(en-US)" in drawn.replace(b"/Lang (", b"/Lang(")
        assert len(document.pages) == 2
    page = html_page(filed(spoken_in(report, language("es"))))
    assert '<html lang="es-US">' in page
    assert '<span lang="en-US">Customer Service Representatives</span>' in page
    assert "<span lang" not in html_page(filed(report))


def english_left(report: Report, pack: Pack) -> list[str]:
    """The cells of a page that hold a word of English which need not stand there."""
    names = {
        name
        for source in pack.sources.values()
        for name in (source.publisher, source.label, source.programme)
    }
    names |= {name for (name,) in pack.connection.execute("SELECT DISTINCT name FROM tool")}
    left = []
    for cell in cells(report):
        rest = re.sub(r"“[^”]*”|\([^)]*\)", "", cell)
        if not ENGLISH.search(STAYS.sub("", rest)):
            continue
        for name in sorted(names, key=len, reverse=True):
            rest = rest.replace(name, "") if name else rest
        if ENGLISH.search(STAYS.sub("", rest)):
            left.append(cell)
    return left


def test_no_english_is_left_on_any_spanish_report(pack: Pack) -> None:
    spanish = language("es")
    left = {
        (report.kind, cell)
        for report in reports(pack)
        for cell in english_left(spoken_in(report, spanish), pack)
    }
    assert left == set()


def test_no_english_is_left_on_the_pages_of_other_jobs(pack: Pack) -> None:
    spanish = language("es")
    for code in TEN[len(CODES) :]:
        report = profile_content(read_sheet(pack, code, [TEXAS]), made_on=DAY, version="1.2")
        assert english_left(spoken_in(report, spanish), pack) == [], code
