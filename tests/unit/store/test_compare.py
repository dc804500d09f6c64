"""Occupations compared, on the shipped figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.domain.fit.compare import compare
from counselor_app.domain.fit.comparison import Comparison, Row
from counselor_app.domain.fit.fit import fit, rank_occupations
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.sureness import DRAWS
from counselor_app.domain.fit.tiers import redraw
from counselor_app.errors import UserError
from counselor_app.store.matching import interest_profile
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

TEXAS = "4800000"


def compared(pack: Pack, *codes: str, scores: str = "") -> Comparison:
    sheets = [read_sheet(pack, code, [TEXAS]) for code in codes]
    if not scores:
        return compare(sheets)
    client = parse_scores(scores)
    ranking = rank_occupations(client, pack.interest_profiles)
    redraws = redraw(client, pack.interest_profiles)
    fits = [
        fit(client, interest_profile(pack, code), ranking,
            sure=redraws.sure(code) if redraws else None)
        for code in (sheet.occupation.code for sheet in sheets)
    ]  # fmt: skip
    return compare(sheets, fits, redraws)


def row(found: Comparison, key: str) -> Row:
    return next(row for row in found.rows if row.key == key)


def test_one_row_a_question_one_cell_an_occupation(pack: Pack) -> None:
    found = compared(pack, "43-4051", "41-2031", "29-1141")
    assert [r.key for r in found.rows] == [
        "pay.here", "pay.nation", "outlook", "openings", "preparation", "licence", "skills",
        "knowledge",
        "interests",
    ]  # fmt: skip
    assert all(len(r.cells) == 3 and all(cell.words for cell in r.cells) for r in found.rows)
    assert all(f.source.key for r in found.rows for cell in r.cells for f in cell.figures)


def test_the_cells_hold_the_published_figures(pack: Pack) -> None:
    found = compared(pack, "43-4051", "41-2031")
    assert row(found, "pay.here").question == "What is the median pay in Texas?"
    assert row(found, "pay.here").cells[0].figures[0].value == 40420
    assert "$44,770 a year; half between $36,870 and $51,780" in (
        row(found, "pay.nation").cells[0].words
    )
    assert "−5.5% from 2024 to 2034" in row(found, "outlook").cells[0].words
    assert row(found, "openings").cells[0].words == "341,700 a year, 9th most of 832"


def test_a_wage_published_for_both_is_said_to_be_one(pack: Pack) -> None:
    found = compared(pack, "31-1121", "31-1122")
    for key in ("pay.nation", "outlook", "openings"):
        assert "stands for Home Health Aides and Personal Care Aides" in row(found, key).note


def test_means_within_their_error_are_said_to_be_so(pack: Pack) -> None:
    one, other = read_sheet(pack, "43-4051"), read_sheet(pack, "41-2031")
    assert "differ by more than their error" in row(compare([one, other]), "pay.nation").note
    mean = one.nation.figures["wage.annual.mean"]
    assert mean.number is not None
    assert mean.se is not None
    beside = replace(
        other.nation,
        figures={
            **other.nation.figures,
            "wage.annual.mean": replace(mean, value=mean.number + 1.6 * mean.se, se=mean.se),
        },
    )
    alike = compare([one, replace(other, wages=(beside,))])
    assert "differs by less than its error" in row(alike, "pay.nation").note


def test_only_what_is_clear_of_the_error_sets_occupations_apart(pack: Pack) -> None:
    found = row(compared(pack, "43-4051", "29-1141"), "knowledge")
    assert "medicine" in found.cells[1].words
    assert "customer service" in found.note
    one = read_sheet(pack, "43-4051")
    same = replace(one, occupation=replace(one.occupation, code="43-4051.99"))
    twins = row(compare([one, same]), "skills")
    assert all(not cell.figures for cell in twins.cells)
    assert all("More than the others" not in cell.words for cell in twins.cells)


def test_ratings_without_an_error_give_no_claim(pack: Pack) -> None:
    def bare(code: str) -> object:
        sheet = read_sheet(pack, code)
        rated = tuple(replace(r, main=replace(r.main, se=None)) for r in sheet.ratings["skill"])
        return replace(sheet, read_ratings=lambda: {**sheet.ratings, "skill": rated})

    found = compare([bare("43-4051"), bare("29-1141")])  # type: ignore[list-item]
    assert all("Nothing can be claimed" in cell.words for cell in row(found, "skills").cells)


def test_what_is_not_published_is_said(pack: Pack) -> None:
    found = compared(pack, "55-1011", "43-4051", scores="12,20,9,33,24,28")
    assert row(found, "pay.nation").cells[0].words == "not published for this occupation"
    assert row(found, "skills").cells[0].words == "not rated for this occupation"
    assert "no interests" in row(found, "fit").cells[0].words


def test_an_order_of_fits_within_the_scores_error_is_said_to_be_so(pack: Pack) -> None:
    near = row(compared(pack, "31-1122", "29-1141", scores="12,20,9,33,24,28"), "fit")
    assert near.cells[1].words == "Likely among the tenth of jobs closest to your interests"
    assert "Whether Registered Nurses or Personal Care Aides is closer" in near.note
    assert "too close to tell" in near.note
    far = row(compared(pack, "27-2011", "29-1141", scores="12,20,9,33,24,28"), "fit")
    assert "too close to tell" not in far.note


def test_ahead_counts_draws_both_ways(pack: Pack) -> None:
    redraws = redraw(parse_scores("12,20,9,33,24,28"), pack.interest_profiles)
    assert redraws is not None
    ahead = redraws.ahead("29-1141.00", "31-1122.00")
    behind = redraws.ahead("31-1122.00", "29-1141.00")
    assert ahead + behind == DRAWS
    assert ahead > behind


def test_a_bare_code_is_compared_by_its_letters(pack: Pack) -> None:
    found = row(compared(pack, "43-4051", "41-2031", scores="CES"), "fit")
    assert [cell.words for cell in found.cells] == [
        "This job’s code is CES, yours is CES", "This job’s code is EC, yours is CES",
    ]  # fmt: skip


@pytest.mark.parametrize("codes", [("43-4051",), ("43-4051", "43-4051"), ("43-4051",) * 5])
def test_one_or_the_same_or_five_cannot_be_compared(pack: Pack, codes: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="two to four different"):
        compared(pack, *codes)
