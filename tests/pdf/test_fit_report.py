"""Fit reports read back: the figures of ``fit`` and ``match``, ties, and clients of every kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from counselor_app.charts.ranking import own_shape, rank_spread, score_bars
from counselor_app.domain.figures.wording import correlation_words
from counselor_app.domain.fit.fit import CAREER_RETURNS, EDITIONS
from counselor_app.domain.fit.instruments import instrument_named, parse_scores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.matches_filter import Filters
from counselor_app.domain.fit.sureness import TIER_WORDS, tier_sentence
from counselor_app.domain.fit.tiers import redraw, tier_counts
from counselor_app.domain.fit.words import part_words
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.session.client import Client, ClientView, view
from counselor_app.domain.session.inventory import NOT_VALIDATED
from counselor_app.errors import UserError
from counselor_app.reports.export import Format, export
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.parts import Report, Table, words
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
CLEAR = "8,14,10,22,25,33"


def seen(pack: Pack, scores: str, instrument: str | None = None, name: str = "RF-14") -> ClientView:
    test = instrument_named(instrument) if instrument else None
    taken = parse_scores(scores, test, date(2026, 11, 2))
    return view(Client(name, taken), pack.interest_profiles, redraw(taken, pack.interest_profiles))


def report(
    pack: Pack,
    found: ClientView,
    codes: Sequence[str],
    matches: MatchList | None = None,
    named: bool = True,
    sections: Sequence[str] | None = None,
) -> Report:
    return fit_report_content(
        found,
        [read_sheet(pack, code) for code in codes],
        matches or match_list(pack, found.ranking, found.redraws),
        made_on=DAY,
        version="1",
        sources=pack.sources.values(),
        named=named,
        sections=sections,
    )


def flat(read_back: Read, content: Report) -> str:
    return " ".join(page.flat for page in read_back(report_pdf(content)))


def told(read_back: Read, content: Report) -> tuple[str, str]:
    """What is said before "How sure is this?", and what stands under it."""
    before, heading, under = flat(read_back, content).partition("How sure is this?")
    assert heading
    return before, under


STATISTICS = ("r = ", "orrelation .", "rank ", "re-draws of the scores", "Iachan M is", "Best (")


def test_one_occupation_has_its_tier_first_and_its_statistics_last(
    pack: Pack, read_back: Read
) -> None:
    found = seen(pack, CLEAR)
    fit = found.fit(read_sheet(pack, "43-4051"))
    assert fit is not None
    assert fit.match is not None
    assert fit.sure is not None
    before, under = told(read_back, report(pack, found, ["43-4051"]))
    assert tier_sentence("very likely") in before
    assert "Both you and this job are high on keeping things in order" in before
    for part in fit.parts:
        assert f"{PLAIN_NAMES[part.letter]} {part.words}" in before
        assert part_words(part.product) not in before.partition("Sources.")[0]
        assert part_words(part.product) in under
    assert not any(word in before.partition("Sources.")[0] for word in STATISTICS)
    low, high = fit.sure.rank
    assert f"Correlation {correlation_words(fit.match.r)}, Best (Career Returns 2025)" in under
    assert f"rank {fit.match.rank} of 923" in under
    assert f"in {fit.sure.top} of 1,000 re-draws" in under
    assert f"rank {low} to {high}." in under
    best = sum(match.r >= 0.729 for match in found.ranking)
    assert f"{best} of 923 jobs reach Best with your scores." in under
    assert "A conversation" not in before + under
    assert "Never decide on one score; talk it over" in before


def test_the_list_goes_by_tiers_with_near_twins_together(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    text = told(read_back, report(pack, found, []))[0]
    count = int(re.search(r"The (\d+) closest of 923", text)[1])  # type: ignore[index]
    assert count >= 5
    order = [one.match.code for one in found.placed]
    families = pack.families.together(order)
    tiers = {one.match.code: one.tier for one in found.placed}
    titles = {match.code: match.title for match in found.ranking}
    place = text.index("closest of 923")
    for __, (first, *others) in families[:count]:
        tier = tiers[first]
        assert tier is not None
        line = f"{TIER_WORDS[tier]} {titles[first]}"
        if others:
            line += f" and {titles[others[0]]}"
        assert line in text[place:], line
        place = text.index(line, place)
    assert "Rank" not in text[text.index("closest of 923") :].partition("Sources.")[0]


def test_each_near_twin_shows_its_own_tier(pack: Pack) -> None:
    found = seen(pack, CLEAR)
    content = report(pack, found, [])
    (made,) = (part for section in content.sections if section.id == "list"
               for part in section.parts if isinstance(part, Table))  # fmt: skip
    place = [column.id for column in made.columns].index("twins")
    twins = [words(row[place].text) for row in made.rows]
    assert any("(Likely)" in said or "(Possible)" in said for said in twins)


def test_the_bands_are_those_of_the_edition_chosen(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR).banded(EDITIONS[2016])
    fit = found.fit(read_sheet(pack, "43-4051"))
    assert fit is not None
    assert fit.match is not None
    assert fit.match.band in {"Best", "Great", "Good"}
    text = flat(read_back, report(pack, found, ["43-4051"]))
    assert "Gregory and Lewis 2016: Best from .729, Great from .608" in text
    assert "Career Returns" not in text
    assert "Okay" not in text.partition("How sure is this?")[2]


@pytest.mark.parametrize("scores", ["20,20,20,20,20,20", "20,20,20,20,20,21"])
@pytest.mark.parametrize("fmt", ["pdf", "html", "csv"])
def test_a_flat_profile_sets_nothing_above_another(
    pack: Pack, read_back: Read, scores: str, fmt: Format
) -> None:
    found = seen(pack, scores)
    for codes in ([], ["43-3031"]):
        made = export(report(pack, found, codes), fmt)
        text = " ".join(p.flat for p in read_back(made)) if fmt == "pdf" else made.decode()
        text = " ".join(re.sub(r"<[^>]+>", " ", text).split())
        if fmt != "csv":  # a table of figures has no sentences
            assert "Why there is no list" in text
            assert "any order would be chance" in text
            assert "Nothing here sets one job above another" in text
            assert "Sort the value cards" in text
        for word in ("Where to look first", "closest of", "of 923", "r = ", "Best", "ery likely",
                     "Possible"):  # fmt: skip
            assert word not in text.replace("Best from", ""), word
    assert found.client.scores is not None
    shape = own_shape(parse_scores("20,20,20,20,20,20"))
    assert shape is not None
    assert not any(corner.in_code for corner in shape.corners)


def test_jobs_in_each_tier_are_counted(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    before = told(read_back, report(pack, found, []))[0]
    counts = tier_counts(found.placed)
    assert f"{counts['very likely']} of 923" in before
    assert f"and {counts['likely']} likely" in before
    assert f"{counts['possible']} of 923" in before


def test_scores_that_single_out_nothing_say_so(pack: Pack, read_back: Read) -> None:
    before = told(read_back, report(pack, seen(pack, "16,22,18,25,21,20"), []))[0]
    assert "Your scores do not single out a few jobs" in before
    assert "Very likely" not in before.partition("Sources.")[0]


def test_the_day_of_the_inventory_is_told_or_that_it_is_not_given(
    pack: Pack, read_back: Read
) -> None:
    assert ", taken November 2, 2026." in flat(read_back, report(pack, seen(pack, CLEAR), []))
    undated = view(Client("", parse_scores(CLEAR)), pack.interest_profiles)
    text = flat(read_back, report(pack, undated, []))
    assert ", date not given." in text
    assert "taken" not in text.partition("date not given")[0][-80:]


@pytest.mark.parametrize("fmt", ["pdf", "html"])
def test_chosen_occupations_far_down_are_named_with_their_tier(
    pack: Pack, read_back: Read, fmt: Format
) -> None:
    found = seen(pack, CLEAR)
    last = found.ranking[-3:]
    content = report(pack, found, [match.code for match in last])
    made = export(content, fmt)
    text = made.decode() if fmt == "html" else " ".join(p.flat for p in read_back(made))
    text = " ".join(re.sub(r"<[^>]+>", "", text).split())
    assert "Also chosen:" in text
    for match in last:
        assert f"{match.title} (Less likely)" in text


def test_every_tied_code_and_bracket_is_told(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    text = flat(read_back, report(pack, found, ["43-4051"]))
    assert "With ties your code could be CES, CEI, CSE, ECS or ECI." in text
    assert found.client.scores is not None
    bars = score_bars(found.client.scores)
    assert bars is not None
    spans = [(tie.first, tie.last) for tie in bars.ties]
    assert spans == [(0, 1), (1, 2), (2, 3), (3, 5)]
    for one, other in pairwise(bars.ties):
        assert one.lane != other.lane


def test_all_occupations_are_counted_once_in_the_spread(pack: Pack) -> None:
    found = seen(pack, CLEAR)
    spec = rank_spread(found.ranking, CAREER_RETURNS)
    assert spec is not None
    assert sum(one.count for one in spec.bins) == len(found.ranking)
    best = sum(match.band == "Best" for match in found.ranking)
    assert sum(one.count for one in spec.bins if one.top) == best
    for one in spec.bins:
        assert one.count == sum(one.low <= m.r < one.high for m in found.ranking)


def test_a_bare_code_has_congruence_and_no_correlation(pack: Pack, read_back: Read) -> None:
    text = flat(read_back, report(pack, seen(pack, "CES"), ["43-4051"]))
    assert "Brown & Gore C is 18 of 18. Iachan M is 28 of 28." in text
    assert "A Holland code has no scores" in text
    assert "r = " not in text
    one = flat(read_back, report(pack, seen(pack, "C"), ["43-4051"]))
    assert "Brown & Gore C needs three in both." in one


def test_scores_without_a_known_error_have_no_ties(pack: Pack, read_back: Read) -> None:
    text = flat(read_back, report(pack, seen(pack, "10,20,30,40,45,50", "sds"), ["43-4051"]))
    assert "not known" in text
    assert "re-draws" not in text
    assert "Very likely" not in text
    assert "This program has no published measurement error" in text


def test_our_own_items_are_said_to_be_not_validated(pack: Pack, read_back: Read) -> None:
    text = flat(read_back, report(pack, seen(pack, CLEAR, "own-60"), ["43-4051"]))
    assert NOT_VALIDATED in text
    assert "borrowed from the Interest Profiler" in text


def test_the_client_is_named_or_not_at_all(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR, name="Zebra-9")
    pdf = report_pdf(report(pack, found, ["43-4051", "29-1141"], named=False))
    assert "Zebra" not in " ".join(page.flat for page in read_back(pdf))
    assert b"Zebra" not in pdf
    assert "Zebra-9" in flat(read_back, report(pack, found, ["43-4051"]))


def test_a_filtered_list_says_by_what(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    matches = match_list(pack, found.ranking, found.redraws, filters=Filters(zone=2, pay=40_000))
    text = flat(read_back, report(pack, found, [], matches))
    assert "closest of 923; job zone 2 or less; median pay of $40,000 or more" in text
    none = match_list(pack, found.ranking, found.redraws, filters=Filters(pay=9_000_000))
    assert "No occupation passes the filters" in flat(read_back, report(pack, found, [], none))


def test_thirty_chosen_occupations_are_all_there(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    codes = [match.code for match in found.ranking[::31]][:29]
    codes.append("55-1011.00")  # military: no interests
    pages = read_back(report_pdf(report(pack, found, codes)))
    text = " ".join(page.flat for page in pages)
    for code in codes:
        assert code in text
    assert len(pages) < 12
    assert all(len(page.flat) > 400 for page in pages)
    letters = [box for page in pages for _, box in page.letters()]
    assert min(bottom for _, bottom, _, _ in letters) > 18  # nothing runs off the paper
    for place, page in enumerate(pages, 1):
        assert f"Page {place} of {len(pages)}" in page.flat
    assert "The release gives no interests for this occupation." in text


def test_sections_leave_no_hole(pack: Pack, read_back: Read) -> None:
    found = seen(pack, CLEAR)
    text = flat(read_back, report(pack, found, ["43-4051", "29-1141"], sections=["interests"]))
    assert "Your interests" in text
    for gone in ("closest of", "Registered Nurses", "Among all", "Median pay", "BLS"):
        assert gone not in text
    assert "What it does not mean" in text
    assert "Page 1 of 1" in text


def bookmarks(outline: Sequence[Any]) -> Iterator[str]:
    """The titles of bookmarks, of whatever level."""
    for item in outline:
        if isinstance(item, list):
            yield from bookmarks(item)
        else:
            yield str(item["/Title"])


def test_bookmarks_and_title(pack: Pack) -> None:
    reader = PdfReader(BytesIO(report_pdf(report(pack, seen(pack, CLEAR), ["43-4051", "29-1141"]))))
    assert reader.metadata is not None
    assert reader.metadata.title == "RF-14: interests and matches: fit report"
    names = list(bookmarks(reader.outline))
    assert "Your interests" in names
    assert any(name.startswith("Registered Nurses") for name in names)


def test_without_interests_it_says_what_to_do(pack: Pack) -> None:
    with pytest.raises(UserError, match="take the inventory or type in scores"):
        report(pack, view(Client("A"), pack.interest_profiles), ["43-4051"])
