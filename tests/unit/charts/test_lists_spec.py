"""The ranked list and the short lists: order, scales, words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.charts.interests import hexagon
from counselor_app.charts.lists import (
    education_items,
    interest_items,
    needed_items,
    rating_items,
)
from counselor_app.charts.skills import (
    is_distinctive,
    percentile_text,
    rated_list,
    row_sentence,
)
from counselor_app.domain.figures.provenance import Figure, Placement, Source
from counselor_app.domain.figures.ratings import DOMAINS, Domain, Rating
from counselor_app.domain.occupation.interests import LETTERS, Interests
from counselor_app.domain.occupation.sheet import Requirement

SOURCE = Source("onet", "onet", "O*NET", "DOL", "30.1", "O*NET 30.1", "", "CC BY 4.0", "", "")


def figure(value: float | None, unit: str = "importance 1-5", **given: object) -> Figure:
    return replace(Figure("key", value, unit, SOURCE, "2025"), **given)  # type: ignore[arg-type]


def rating(
    name: str,
    value: float,
    *,
    domain: Domain = "skill",
    level: Figure | None = None,
    below: int | None = None,
    unit: str = "importance 1-5",
    flag: str | None = None,
) -> Rating:
    place = Placement(below, 1, 100) if below is not None else None
    return Rating(name, name, domain, figure(value, unit, flag=flag), level, place)


SKILLS = (
    rating("Speaking", 4.0, level=figure(3.0, "level 0-7"), below=60),
    rating("Active Listening", 4.0, level=figure(4.0, "level 0-7"), below=50),
    rating("Science", 1.5, level=figure(0.1, "level 0-7", flag="not relevant"), below=95),
)
STYLES = (rating("Empathy", 2.5, domain="style", unit="impact -3..3"),)


def names(ratings: dict[Domain, tuple[Rating, ...]], **given: object) -> list[str]:
    groups = rated_list(ratings, DOMAINS, **given)  # type: ignore[arg-type]
    return [row.name for group in groups for row in group.rows]


def test_ties_go_by_name_and_styles_come_last() -> None:
    ratings: dict[Domain, tuple[Rating, ...]] = {"style": STYLES, "skill": SKILLS}
    assert names(ratings) == ["Active Listening", "Speaking", "Science", "Empathy"]
    importance, impact = rated_list(ratings, DOMAINS)
    assert (importance.low, importance.origin, importance.impact) == (1, 1, False)
    assert (impact.low, impact.origin, impact.impact) == (-3, 0, True)
    assert importance.levels
    assert not impact.levels


def test_level_that_does_not_apply_sorts_last() -> None:
    assert names({"skill": SKILLS}, sort="level") == ["Active Listening", "Speaking", "Science"]


def test_distinctive_sorts_by_percentile() -> None:
    assert names({"skill": SKILLS}, sort="distinctive") == [
        "Science", "Speaking", "Active Listening",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [("speak", ["Speaking"]), ("LISTENING", ["Active Listening"]), ("active x", []), (" ", None)],
)
def test_find_needs_every_word(text: str, found: list[str] | None) -> None:
    everything = ["Active Listening", "Speaking", "Science"]
    assert names({"skill": SKILLS}, find=text) == (everything if found is None else found)


def test_find_goes_on_to_styles_where_nothing_else_has_the_name() -> None:
    assert names({"skill": SKILLS, "style": STYLES}, find="empathy") == ["Empathy"]


def test_find_knows_our_words() -> None:
    stairs: dict[Domain, tuple[Rating, ...]] = {
        "ability": (rating("Problem Sensitivity", 4, domain="ability"),)
    }
    assert names(stairs, find="trouble") == ["Problem Sensitivity"]


def test_the_leaders_order_rules_and_its_gaps_are_said() -> None:
    leader: dict[Domain, tuple[Rating, ...]] = {
        "skill": (rating("Writing", 5.0), rating("Speaking", 1.0))
    }
    (group,) = rated_list({"skill": SKILLS}, DOMAINS, leader=leader)
    assert [row.name for row in group.rows] == [
        "Writing", "Speaking", "Active Listening", "Science",
    ]  # fmt: skip
    assert group.rows[0].bar is None
    assert row_sentence(group.rows[0]) == "Writing: not rated for this occupation."
    assert group.rows[1].bar is not None
    assert group.rows[1].bar.text == "4.00"


@pytest.mark.parametrize(("below", "text", "marked"), [(89, "89", False), (90, "90", True)])
def test_the_printed_percentile_agrees_with_the_mark(below: int, text: str, marked: bool) -> None:
    (group,) = rated_list({"skill": (rating("Writing", 4, below=below),)}, DOMAINS)
    bar = group.rows[0].bar
    assert bar is not None
    assert (percentile_text(bar), is_distinctive(bar)) == (text, marked)


def requirement(category: int, words: str, value: float, flag: str | None = None) -> Requirement:
    return Requirement(
        category, words, figure(value, "percent", n=28, low=20.0, high=85.0, flag=flag)
    )


def test_education_bars_mark_low_precision() -> None:
    spec = education_items(
        [requirement(2, "High school diploma", 0.8), requirement(6, "Bachelor's degree", 55.9,
                                                                "low precision")]
    )  # fmt: skip
    first, last = spec.items
    assert (first.name, first.text, first.note) == (
        "Bachelor's degree", "55.9%", "≈ low precision",
    )  # fmt: skip
    assert first.hatched
    assert first.share == pytest.approx(0.559)
    assert first.interval == (0.2, 0.85)
    assert last.text == "0.8%"
    assert spec.sentence.startswith("Of 28 people asked, 55.9% name bachelor's degree")


def test_needed_items_name_question_and_answer() -> None:
    spec = needed_items([("Related experience", requirement(6, "1 to 2 years", 34.5))])
    assert spec.items[0].name == "Related experience: 1 to 2 years"
    assert spec.sentence == "Most named: Related experience: 1 to 2 years 34.5%."


def test_scales_that_end_lower_say_so_and_not_relevant_is_left_out() -> None:
    spec = rating_items(
        [
            rating("Time Pressure", 3.0, domain="context", unit="context 1-5"),
            rating("Work Schedules", 2.0, domain="context", unit="context 1-3"),
            rating("Sitting", 1.0, domain="context", unit="context 1-5", flag="not relevant"),
        ],
        "A day on the job",
    )
    assert [(item.name, item.share, item.note) for item in spec.items] == [
        ("Time Pressure", 0.5, ""),
        ("Work Schedules", 0.5, "of 3"),
    ]


def test_interests_go_from_high_to_low_with_their_place_in_the_code() -> None:
    values = dict(zip(LETTERS, (1.97, 1.63, 1.0, 3.77, 5.08, 6.32), strict=True))
    scores = tuple(figure(v, "interest 1-7") for v in values.values())
    interests = Interests(scores, replace(scores[0], value="CES", unit="code"))
    spec = interest_items(hexagon(interests))
    assert [item.name for item in spec.items][:4] == [
        "Conventional", "Enterprising", "Social", "Realistic",
    ]  # fmt: skip
    assert [item.note for item in spec.items][:4] == [
        "1st in the code", "2nd in the code", "3rd in the code", "",
    ]  # fmt: skip
    assert spec.items[-1].share == 0.0
    assert "Conventional 6.32" in spec.sentence
