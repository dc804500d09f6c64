"""The student's sheet from the kiosk, read back: interests, jobs, the list, the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from counselor_app.domain.figures.wording import lowered
from counselor_app.domain.fit.instruments import OWN_LONG, ClientScores
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.session.client import Client, view
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.errors import UserError
from counselor_app.reports.parts import Report, words
from counselor_app.reports.result_sheet import result_sheet_content
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.listing import occupations
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack

if TYPE_CHECKING:
    from tests.pdf.conftest import Mark, Page

    Read = Callable[[bytes], list[Page]]
    Draw = Callable[[bytes], list[list[Mark]]]

SCORES = ClientScores(OWN_LONG, (8, 14, 10, 22, 25, 33), date(2026, 11, 20))
ORDER = (33, 25, 22, 14, 10, 8)
NAMES = ("Conventional", "Enterprising", "Social", "Investigative", "Artistic", "Realistic")


def sheet(pack: Pack, scores: ClientScores = SCORES, listed: int = 2) -> Report:
    redraws = redraw(scores, pack.interest_profiles)
    ranking = view(Client("", scores), pack.interest_profiles).ranking
    return result_sheet_content(
        Client("", scores),
        match_list(pack, ranking, redraws),
        occupations(pack)[:listed],
        made_on=date(2026, 11, 22),
        version="1",
        sources=pack.sources.values(),
    )


def first_words(made: Report) -> str:
    return words(made.lead[0].texts[0])


def flat(read_back: Read, made: Report) -> str:
    (page,) = read_back(report_pdf(made))
    return page.flat


def test_the_six_scores_stand_highest_first_with_bars_as_long(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    pdf = report_pdf(sheet(pack))
    (page,), (marks,) = read_back(pdf), drawn_back(pdf)
    heights = [page.box_of(name)[1] for name in NAMES]
    assert heights == sorted(heights, reverse=True)
    for name, points in zip(NAMES, ORDER, strict=True):
        _, bottom, _, top = page.box_of(name)
        line = page.within(300, bottom - 4, 612, top + 4)
        assert line.split()[-1] == str(points)
        (bar,) = (m for m in marks if m.fill == (0, 0, 0) and bottom - 4 < m.y < top + 4)
        track = max((m for m in marks if bottom - 4 < m.y < top + 4), key=lambda m: m.width)
        assert bar.width / track.width == pytest.approx(points / 40, abs=0.01)


def test_the_jobs_stand_by_tiers_with_twins_together_and_pay(pack: Pack, read_back: Read) -> None:
    text = flat(read_back, sheet(pack))
    redraws = redraw(SCORES, pack.interest_profiles)
    found = view(Client("", SCORES), pack.interest_profiles, redraws)
    titles = {match.code: match.title for match in found.ranking}
    pay = {row.code: row.pay_words for row in occupations(pack)}
    families = pack.families.together(one.match.code for one in found.placed)
    places = []
    for __, (first, *others) in families[:10]:
        places.append(text.index(titles[first]))
        assert pay[first].removesuffix(" a year") in text
        if others:
            assert f"{titles[first]}, and {len(others)} job" in text
    assert places == sorted(places)
    assert titles[families[10][1][0]] not in text
    for head in ("Jobs closest to your answers", "Among the tenth closest", "Middle pay a year",
                 "Usual schooling", "Very likely"):  # fmt: skip
        assert head in text
    assert "Best" not in text


def test_a_flat_profile_has_no_jobs_and_says_why(pack: Pack, read_back: Read) -> None:
    scores = ClientScores(OWN_LONG, (20, 20, 20, 20, 20, 21), date(2026, 11, 20))
    text = flat(read_back, sheet(pack, scores))
    assert "any order would be chance" in text
    assert "Jobs closest to your answers" not in text


def test_it_says_what_it_is_and_what_it_is_not(pack: Pack, read_back: Read) -> None:
    text = flat(read_back, sheet(pack))
    assert "Your answers are highest on" in text
    assert "answered November 20, 2026" in text
    assert "0 to 40 points" in text
    assert "Not yet validated, and not an O*NET instrument." in text
    assert "A conversation, not a verdict" in text
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in text
    assert "OEWS May 2025" in text
    assert "Page 1 of 1" in text


def test_the_code_and_its_picture_are_of_these_scores(pack: Pack, read_back: Read) -> None:
    import segno

    made = sheet(pack)
    code = handover_code(SCORES)
    assert code in flat(read_back, made)
    same = segno.make_qr(ungrouped(code), error="m").svg_inline(scale=4, border=4, omitsize=False)
    assert made.extra["qr"] == same


@pytest.mark.parametrize(("count", "more"), [(0, 0), (1, 0), (8, 0), (9, 1), (20, 12)])
def test_a_long_list_names_some_and_counts_the_rest(
    pack: Pack, read_back: Read, count: int, more: int
) -> None:
    text = flat(read_back, sheet(pack, listed=count))
    assert ("On my list:" in text) is bool(count)
    named = [row.title for row in occupations(pack)[:count] if f"{row.title} (" in text]
    assert len(named) == count - more
    said = re.search(r"and (\d+) more", text)
    assert (int(said[1]) if said else 0) == more


def test_six_equal_scores_set_no_interest_first(pack: Pack, read_back: Read) -> None:
    level = replace(SCORES, scores=(20.0,) * 6)
    text = flat(read_back, sheet(pack, level, 0))
    assert "Your six scores are the same, so no interest stands out." in text


def test_interests_tied_for_third_are_both_named(pack: Pack) -> None:
    tied = replace(SCORES, scores=(8.0, 22.0, 10.0, 22.0, 25.0, 33.0))
    lead = first_words(sheet(pack, tied, 0))
    for letter, named in zip("RIASEC", (False, True, False, True, True, True), strict=True):
        assert (lowered(PLAIN_NAMES[letter]) in lead) is named
    # Four that tie for third would name all six: the first two stand alone.
    lead = first_words(sheet(pack, replace(SCORES, scores=(22.0, 22.0, 22.0, 22.0, 25.0, 33.0)), 0))
    for letter, named in zip("RIASEC", (False, False, False, False, True, True), strict=True):
        assert (lowered(PLAIN_NAMES[letter]) in lead) is named


def test_without_scores_there_is_no_sheet(pack: Pack) -> None:
    with pytest.raises(UserError, match="Answer the questions first"):
        result_sheet_content(
            Client(""), match_list(pack, ()), (), made_on=date(2026, 11, 22), version="1",
            sources=(),
        )  # fmt: skip
