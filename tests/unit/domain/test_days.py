"""Filters on licenses and days: what is not said is neither yes nor no."""

from __future__ import annotations

import pytest

from counselor_app.domain.occupation.days import (
    DayFacts,
    DayFilter,
    count,
    passes,
    passes_all,
)
from counselor_app.domain.occupation.ways import outlook_word
from counselor_app.store.handbook import day_facts
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

NURSE = DayFacts(
    "everywhere", {"full_time": "yes", "nights": "often", "lifting": "some", "office": "not said"}
)
CLERK = DayFacts("none said", {"full_time": "yes", "office": "yes", "nights": "not said"})
SILENT = DayFacts("none said", {"full_time": "not said"})


@pytest.mark.parametrize(
    ("wanted", "answers"),
    [
        ("licence", (True, None, None)),
        ("regular", (False, True, None)),
        ("no_nights", (False, True, None)),
        ("outdoors", (None, False, None)),
        ("no_lifting", (False, True, None)),
        ("home", (None, None, None)),
    ],
)
def test_a_filter_tells_not_said_from_no(
    wanted: DayFilter, answers: tuple[bool | None, ...]
) -> None:
    assert tuple(passes(wanted, one) for one in (NURSE, CLERK, SILENT)) == answers
    assert passes(wanted, None) is None  # no page


def test_voluntary_certificates_are_no_license() -> None:
    assert passes("licence", DayFacts("voluntary")) is False
    assert passes("licence", DayFacts("some roles")) is True


def test_work_at_home_is_named_or_half_of_the_workers_can_telework() -> None:
    assert passes("home", DayFacts(days={"home": "some"}, telework=2.0)) is True
    assert passes("home", DayFacts(telework=50.0)) is True
    assert passes("home", DayFacts(telework=49.9)) is False


def test_several_filters_keep_out_what_fails_one_and_do_not_guess_the_rest() -> None:
    assert passes_all(["licence", "no_nights"], NURSE) is False
    assert passes_all(["licence", "no_nights"], CLERK) is None
    assert passes_all(["no_nights", "no_lifting"], CLERK) is True


def test_a_count_adds_up_and_keeps_not_said_apart(pack: Pack) -> None:
    facts = day_facts(pack)
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    found = count("licence", [facts.get(code) for code in codes])
    assert found.passing + found.not_passing + found.not_said == len(codes) == 1016
    assert (found.passing, found.not_said) == (385, 448)
    assert "not said of 448 more" in found.words
    nurses, electricians = facts["29-1141.00"], facts["47-2111.00"]
    assert passes("licence", nurses) is True
    assert passes("no_nights", nurses) is False
    assert passes("outdoors", electricians) is True
    assert passes("no_lifting", electricians) is False


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("47-2111", "“Much faster than average”, which means 7% or more"),
        ("29-1141", "“Faster than average”, which means 5% or 6%"),
        ("43-4051", "“Decline”, which means a fall of 1% or more"),
        ("47-2031", None),  # 4.5%: just between two words
        ("15-2021", None),  # a fall of less than a whole percent
    ],
)
def test_the_handbooks_word_for_growth_comes_with_its_range(
    pack: Pack, code: str, words: str | None
) -> None:
    said = outlook_word(read_sheet(pack, code).outlook)
    assert said is None if words is None else words in str(said)
