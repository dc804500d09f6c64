"""The schooling of a job whose published entry is a group's: its raters first, both said."""

from __future__ import annotations

import pytest

from counselor_app.domain.figures.wording import capitalised, whose
from counselor_app.domain.occupation.landscape import Landscape
from counselor_app.domain.occupation.rules import stands_out
from counselor_app.domain.occupation.schooling import (
    LEVELS,
    answer,
    asked_shares,
    borne_out,
    entry_finding,
    raters_answer,
    usual_way,
)
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.store import listing
from counselor_app.store.landscape import landscape
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

RATED_ABOVE = 37
"""The fewest occupations whose raters, 60 % or more, name more schooling than the group's entry."""


@pytest.fixture(scope="module")
def sheets(pack: Pack) -> dict[str, Sheet]:
    return {code: read_sheet(pack, code) for code in pack.shared}


@pytest.fixture(scope="module")
def world(pack: Pack) -> Landscape:
    return landscape(pack)


def test_a_group_s_schooling_judges_a_job_only_where_its_raters_bear_it_out(
    sheets: dict[str, Sheet], world: Landscape
) -> None:
    for sheet in sheets.values():
        keys = {point.key for point in stands_out(sheet, world)}
        if not borne_out(sheet):
            assert keys.isdisjoint({"short_preparation", "long_preparation"})
    assert "short_preparation" not in {p.key for p in stands_out(sheets["31-9099.01"], world)}


def test_where_raters_name_more_they_are_said_first(pack: Pack, sheets: dict[str, Sheet]) -> None:
    above = []
    for code, sheet in sheets.items():
        entry = str(sheet.outlook.education.value)
        shares = asked_shares(sheet.requirements.get("RL", ()))
        if not shares or entry not in LEVELS:
            continue
        higher = {2: 1, 3: 3, 4: 2, 5: 4, 6: 5, 7: 5, 8: 6, 9: 6, 10: 7, 11: 7, 12: 7}
        more = sum(s for c, s in shares.items() if higher.get(c, 0) > LEVELS.index(entry))
        if more >= 60:
            above.append(code)
            said = raters_answer(sheet)
            assert said is not None
            assert said.percent > 50
            way = usual_way(sheet) or ""
            assert way.startswith(said.words)
            assert whose(sheet.outlook.education) in way.partition("; ")[2]
            assert (entry_finding(sheet) or "").startswith(capitalised(said.words))
            level = LEVELS.index(listing.entry_education(pack)[code])
            assert level >= LEVELS.index(entry)
    assert len(above) >= RATED_ABOVE
    assert {"29-1129.01", "19-3039.03", "33-3021.06", "31-9099.01", "29-1299.01"} <= set(above)


def test_raters_who_agree_with_no_one_level_are_not_pressed_into_one() -> None:
    spread = {2: 32.5, 3: 19.7, 4: 17.9, 5: 19.9, 6: 10.0}
    found = answer("High school diploma or equivalent", spread)
    assert found is not None
    assert (found.words, round(found.percent)) == ("more than a high school diploma", 68)
    assert answer("High school diploma or equivalent", {2: 60.0, 5: 40.0}) is None
    assert answer("Bachelor's degree", {}) is None
    below = answer("Bachelor's degree", {3: 88.0, 6: 12.0})
    assert below is not None
    assert below.level == "Postsecondary nondegree award"
