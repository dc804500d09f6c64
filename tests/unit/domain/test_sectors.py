"""Where people work, in words that the shares bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.domain.occupation.sectors import (
    SECTORS,
    SHORT_SECTORS,
    in_ten,
    sectors_finding,
    states_sentence,
    where_sentence,
)
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


@pytest.fixture(scope="module")
def clerks(pack: Pack) -> Sheet:
    return read_sheet(pack, "43-4051")


def with_shares(sheet: Sheet, *shares: float) -> Sheet:
    """The sheet with its first sectors holding other shares, in percent."""
    found = tuple(
        replace(one, share=replace(one.share, value=share))
        for one, share in zip(sheet.industries, shares, strict=False)
    )
    return replace(sheet, read_industries=lambda: (found, None))


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (100.0, "almost all"),
        (95.0, "almost all"),
        (94.4, "about nine in ten"),
        (66.0, "about seven in ten"),
        (10.0, "about one in ten"),
        (4.9, "under one in ten"),
    ],
)
def test_a_share_in_words(share: float, words: str) -> None:
    assert in_ten(share) == words


def test_the_largest_sector_is_named_and_a_second_where_many_work(clerks: Sheet) -> None:
    first, second, third = (SECTORS[one.wages.place_code] for one in clerks.industries[:3])
    both = where_sentence(with_shares(clerks, 40, 20, 15))
    assert both == f"About four in ten work in {first}; many others in {second}."
    assert where_sentence(with_shares(clerks, 40, 9.9)) == f"About four in ten work in {first}."
    assert where_sentence(with_shares(clerks, 40, 10)) == (
        f"About four in ten work in {first}; many others in {second}."
    )
    assert where_sentence(with_shares(clerks, 9.9, 9.8)) is None
    assert where_sentence(with_shares(clerks)) is None
    assert third not in (both or "")


def test_mostly_is_said_of_half_or_more(clerks: Sheet) -> None:
    names = [SHORT_SECTORS[one.wages.place_code] for one in clerks.industries[:2]]
    assert sectors_finding(with_shares(clerks, 50, 20)) == f"Mostly {names[0]}"
    shared = sectors_finding(with_shares(clerks, 49.9, 20))
    assert shared == f"{names[0][0].upper()}{names[0][1:]}, then {names[1]}"
    assert sectors_finding(with_shares(clerks, 30)) == f"Mostly {names[0]}"
    assert sectors_finding(with_shares(clerks)) is None


def test_every_sector_has_a_short_name() -> None:
    assert set(SECTORS) == set(SHORT_SECTORS)


def test_the_states_named_have_most_and_most_for_their_size(clerks: Sheet) -> None:
    """Worked out again from the published counts and quotients."""
    counted = {
        state.place: state.employment.number
        for state in clerks.states
        if state.employment.number is not None
    }
    most = sorted(counted, key=lambda place: (-(counted[place] or 0), place))[:3]
    shares = {
        state.place: state.figures["location_quotient"].number or 0
        for state in clerks.states
        if state.place in counted
    }
    common = max(shares, key=lambda place: shares[place])
    sentence = states_sentence(clerks)
    assert sentence == (
        f"Most jobs: {', '.join(most)}. Most for its size: {common}"
        f" ({shares[common]:.2f} times the U.S. share)."
    )
    few = replace(clerks, read_states=lambda: clerks.states[:3])
    assert states_sentence(few) is None


def test_a_job_as_common_everywhere_names_no_state_for_its_size(clerks: Sheet) -> None:
    level = tuple(
        replace(
            state,
            figures={
                **state.figures,
                "location_quotient": replace(state.figures["location_quotient"], value=1.04),
            },
        )
        for state in clerks.states
    )
    assert "for its size" not in (states_sentence(replace(clerks, read_states=lambda: level)) or "")
