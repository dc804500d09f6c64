"""What stands out: each rule where it fires, where it does not, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.landscape import Landscape
from counselor_app.domain.occupation.rules import RULES, StandOut, stands_out
from counselor_app.store.landscape import landscape
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


@pytest.fixture(scope="module")
def world(pack: Pack) -> Landscape:
    return landscape(pack)


def said(pack: Pack, world: Landscape, code: str) -> dict[str, StandOut]:
    return {found.key: found for found in stands_out(read_sheet(pack, code), world)}


# Rule -> where it fires, what it must say there, and where it must be silent.
CASES: Mapping[str, tuple[str, str, str]] = {
    "many_openings": ("29-1141", "189,100 openings a year, the 17th most of 832", "17-2161"),
    "few_openings": ("29-1023", "200 openings a year in the whole country", "43-4051"),
    "growing_fast": ("15-1252", "should grow by 15.8% from 2024 to 2034", "29-1141"),
    "shrinking_hiring": ("43-4051", "fall by 5.5% from 2024 to 2034; still", "29-1141"),
    "shrinking": ("43-5053", "fall by 8.4% from 2024 to 2034", "43-4051"),
    "pay_above_peers": ("17-2161", "$133,970 a year is 48% above $90,375", "43-4051"),
    "pay_below_peers": ("43-2011", "$38,630 a year is 23% below $50,080", "43-4051"),
    "wide_pay": ("11-1011", "one in ten $507,730 or more, 6.7 times as much", "43-4051"),
    "narrow_pay": ("41-9091", "eight in ten earn between $32,010 and $51,470", "43-4051"),
    "self_employed": ("27-1014", "61.5% work for themselves", "43-4051"),
    "exposed": ("43-3011", "6 of 7 measures", "47-2181"),
    "few_places": ("27-4032", "52.0% of the employees are in 3 states", "43-4051"),
    "one_sector": ("29-1123", "93.1% of the employees work in health care", "43-4051"),
    "long_preparation": ("29-1218", "professional degree and an internship", "43-4051"),
    "short_preparation": ("43-4051", "high school diploma, a month or less", "29-1141"),
}  # fmt: skip


def test_every_rule_has_a_case() -> None:
    assert {rule.__name__ for rule in RULES} == set(CASES)


@pytest.mark.parametrize("key", CASES)
def test_a_rule_fires_where_it_should_and_nowhere_else(
    pack: Pack, world: Landscape, key: str
) -> None:
    fires, words, silent = CASES[key]
    found = said(pack, world, fires)[key]
    assert words in found.sentence
    assert found.figures
    assert all(f.source.key and f.vintage and f.value is not None for f in found.figures)
    assert key not in said(pack, world, silent)


def test_an_occupation_without_figures_gets_no_word(pack: Pack, world: Landscape) -> None:
    assert said(pack, world, "55-1011") == {}


def test_for_comes_first_and_against_last(pack: Pack, world: Landscape) -> None:
    sides = [found.side for found in said(pack, world, "43-4051").values()]
    assert sides == sorted(sides, key=("for", "to weigh", "against").index)
    assert {"for", "to weigh"} <= set(sides)


def test_a_capped_ninetieth_counts_as_the_cap_and_says_at_least(
    pack: Pack, world: Landscape
) -> None:
    sheet = read_sheet(pack, "11-1011")
    nation = sheet.nation
    capped: Figure = replace(
        nation.figures["wage.annual.p90"], value=None, flag=CAPPED, low=239200.0
    )
    figures = {**nation.figures, "wage.annual.p90": capped}
    narrow = replace(sheet, wages=(replace(nation, figures=figures),))
    assert "wide_pay" not in {found.key for found in stands_out(narrow, world)}
    low = replace(nation.figures["wage.annual.p10"], value=40000)
    wide = replace(narrow, wages=(replace(nation, figures={**figures, "wage.annual.p10": low}),))
    (sentence,) = (f.sentence for f in stands_out(wide, world) if f.key == "wide_pay")
    assert "at least 6.0 times" in sentence


def test_every_rule_fires_for_2_to_40_percent_of_occupations(pack: Pack, world: Landscape) -> None:
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    fired: Counter[str] = Counter()
    quiet = 0
    for code in codes:
        found = stands_out(read_sheet(pack, code), world)
        fired.update(item.key for item in found)
        quiet += not found
    shares = {rule.__name__: 100 * fired[rule.__name__] / len(codes) for rule in RULES}
    assert {key: share for key, share in shares.items() if not 2 <= share <= 40} == {}
    assert quiet > len(codes) / 10, "ordinary occupations must have nothing that stands out"
