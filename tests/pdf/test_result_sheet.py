"""The student's sheet from the kiosk, read back: likes, jobs to start with, the list, the code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from counselor_app.client_texts import inventory_form, item_families
from counselor_app.domain.fit.instruments import OWN_SHORT, ClientScores
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.occupation.short import short
from counselor_app.domain.session.because import Pick, best_liked
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.domain.session.inventory import Answers
from counselor_app.errors import UserError
from counselor_app.language import Language, language
from counselor_app.reports.parts import Report
from counselor_app.reports.result_sheet import result_sheet_content
from counselor_app.reports.typeset import Paper, report_pdf
from counselor_app.store.listing import area_code
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Mark, Page

    Read = Callable[[bytes], list[Page]]
    Draw = Callable[[bytes], list[list[Mark]]]

SCORES = ClientScores(OWN_SHORT, (19, 2, 3, 15, 4, 5), date(2026, 11, 20))
ORDER = "RSCEAI"
PICKS = ("33-2011.00", "29-1141.00", "25-2021.00")
LIST = ("43-4051.00", "27-2011.00", "53-7061.00", "47-2111.00", "15-1252.00", "55-3016.00")


def picked(pack: Pack, codes: tuple[str, ...]) -> list[Pick]:
    answers = Answers(inventory_form("short")).answered("R19", 4).answered("S11", 4)
    place = (area_code(pack, "Texas"),)
    found = []
    for code in codes:
        sheet = read_sheet(pack, code, place)
        item = best_liked(answers, item_families(), code)
        tried = sheet.words.try_early if sheet.words else ""
        found.append(Pick(code, sheet.occupation.title, item, short(sheet), tried))
    return found


def sheet(
    pack: Pack,
    scores: ClientScores | None = SCORES,
    listed: int = 2,
    spoken: Language | None = None,
) -> Report:
    return result_sheet_content(
        Client("", scores),
        picked(pack, PICKS),
        picked(pack, LIST[:listed]),
        place="Texas",
        whom="Ms. Vega",
        made_on=date(2026, 11, 22),
        version="1",
        sources=pack.sources.values(),
        pay=pack.kind("oews"),
        education=pack.kind("ep"),
        interests=pack.source_of("interest", "onet"),
        language=spoken or language("en"),
    )


def flat(read_back: Read, made: Report) -> str:
    (page,) = read_back(report_pdf(made))
    return page.flat


def test_the_six_likes_stand_highest_first_with_bars_as_long(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    pdf = report_pdf(sheet(pack))
    (page,), (marks,) = read_back(pdf), drawn_back(pdf)
    names = [PLAIN_NAMES[letter] for letter in ORDER]
    heights = [page.box_of(name)[1] for name in names]
    assert heights == sorted(heights, reverse=True)
    points = dict(zip("RIASEC", SCORES.scores, strict=True))
    for letter, name in zip(ORDER, names, strict=True):
        _, bottom, _, top = page.box_of(name)
        beside = [m for m in marks if bottom - 3 < m.y < top + 3 and m.x > 200]
        wide = sorted({round(m.width, 1) for m in beside})
        assert wide[0] / wide[-1] == pytest.approx(points[letter] / 20, abs=0.01)


def test_it_says_what_is_liked_and_whom_to_give_it_to(pack: Pack, read_back: Read) -> None:
    text = flat(read_back, sheet(pack))
    assert "You like making and fixing, and helping people" in text
    assert "answered November 20, 2026. Take this sheet to Ms. Vega and talk it over." in text
    assert "This shows what you may enjoy." in text
    assert "Not yet validated, and not an O*NET instrument." in text
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in text
    assert "OEWS May 2025" in text
    assert "Page 1 of 1" in text


def test_each_job_has_its_reason_its_figures_and_a_way_to_try_it(
    pack: Pack, read_back: Read
) -> None:
    text = flat(read_back, sheet(pack))
    for one in picked(pack, PICKS):
        assert one.title in text
        assert one.because in text
        for words in (one.short.pay, one.short.school, one.short.outlook, one.try_early):
            assert words in text
    assert "figures of all registered nurses" in text


def test_level_answers_are_a_bit_of_everything(pack: Pack, read_back: Read) -> None:
    level = replace(SCORES, scores=(10.0, 10.0, 10.0, 11.0, 10.0, 10.0))
    text = flat(read_back, sheet(pack, level))
    assert "You like a bit of everything" in text
    assert "these come from single things that you liked" in text


def test_the_code_and_its_picture_are_of_these_scores(pack: Pack, read_back: Read) -> None:
    import segno

    made = sheet(pack)
    code = handover_code(SCORES)
    assert code in flat(read_back, made)
    same = segno.make_qr(ungrouped(code), error="m").svg_inline(scale=4, border=4, omitsize=False)
    assert made.extra["qr"] == same


@pytest.mark.parametrize("count", [0, 1, 4, 6])
def test_a_long_list_names_some_and_counts_the_rest(
    pack: Pack, read_back: Read, count: int
) -> None:
    text = flat(read_back, sheet(pack, listed=count))
    assert ("On my list" in text) is bool(count)
    named = [one.title for one in picked(pack, LIST[:count]) if one.title in text]
    assert len(named) == min(count, 4)
    assert ("and 2 more on the screen" in text) is (count == 6)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("code", ["en", "es", "pseudo"])
def test_the_fullest_sheet_is_one_page(
    pack: Pack, read_back: Read, paper: Paper, code: str
) -> None:
    assert len(read_back(report_pdf(sheet(pack, listed=6, spoken=language(code)), paper))) == 1


def test_without_scores_there_is_no_sheet(pack: Pack) -> None:
    with pytest.raises(UserError, match="Answer the questions first"):
        sheet(pack, None)
