"""Why employment changes, in our words: nothing of the table's sentences, nothing left out."""

from __future__ import annotations

from counselor_app.domain.occupation.outlook import Factor
from counselor_app.domain.occupation.outlook_words import (
    ALL_INDUSTRIES,
    industry_words,
    missing_industries,
    reasons,
)


def test_factors_of_one_meaning_stand_together() -> None:
    found = reasons(
        [
            Factor("Postal service", "productivity change", "decreases"),
            Factor(ALL_INDUSTRIES, "capital/labor substitution", "decreases"),
            Factor("Hospitals; local", "demand change", "increases"),
            Factor("Wholesale trade", "productivity change", "decreases"),
        ]
    )
    assert [reason.rising for reason in found] == [False, False, True]
    assert found[0].words == "machines or software take over part of the work"
    assert found[0].where() == "in all industries"
    assert found[1].where() == "in postal service; wholesale trade"
    assert found[2].where() == "in hospitals (local)"


def test_two_kinds_in_one_factor_are_both_told() -> None:
    (found,) = reasons([Factor(ALL_INDUSTRIES, "demand change, sourcing change", "decreases")])
    assert found.words == "less of this work is wanted and work goes out to other companies"


def test_long_lists_name_some_and_count_the_rest() -> None:
    names = [f"Industry {letter}" for letter in "ABCDEF"]
    (found,) = reasons([Factor(name, "demand change", "increases") for name in names])
    assert found.where() == "in industry A; industry B; industry C; and 3 more"
    assert found.hidden
    assert found.where(6).endswith("industry F")
    assert "more" not in found.where(6)


def test_an_unknown_kind_is_shown_as_published() -> None:
    (found,) = reasons([Factor(ALL_INDUSTRIES, "staffing change", "increases")])
    assert found.words == "staffing change"


def test_abbreviations_keep_their_capitals() -> None:
    assert industry_words("U.S. Postal Service") == "U.S. Postal Service"


def test_what_is_missing_by_industry_is_said() -> None:
    assert missing_industries(2.76, 8) == (
        "2.8% of employees are in sectors whose numbers are not released."
    )
    assert missing_industries(0.01, 8) == ""
    assert "Not published" in missing_industries(None, 0)
