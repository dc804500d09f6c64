"""Two inventories of one client: what moved, what is within error, what cannot be compared."""

from __future__ import annotations

import pytest

from counselor_app.domain.fit.instruments import INSTRUMENTS, parse_scores
from counselor_app.domain.record.over_time import compare_over_time


def moved(before: str, after: str, instrument: str = "ip-short") -> dict[str, bool | None]:
    test = INSTRUMENTS[instrument]
    found = compare_over_time(parse_scores(before, test), parse_scores(after, test))
    return {change.letter: change.moved for change in found.changes}


def test_eight_points_of_forty_are_within_error_and_nine_are_not() -> None:
    assert moved("20,20,20,20,20,20", "28,29,12,11,20,20") == {
        "R": False,
        "I": True,
        "A": False,
        "S": True,
        "E": False,
        "C": False,
    }


def test_five_points_of_twenty_are_within_error_and_six_are_not() -> None:
    found = moved("10,10,10,10,10,10", "15,16,5,4,10,10", "own-30")
    assert [letter for letter, far in found.items() if far] == ["I", "S"]


def test_decimals_that_are_eight_apart_are_within_error() -> None:
    assert moved("8.1,20,20,20,20,20", "16.1,20,20,20,20,20")["R"] is False


def test_no_claim_without_a_known_error() -> None:
    test = INSTRUMENTS["sds"]
    found = compare_over_time(
        parse_scores("10,20,30,40,10,20", test), parse_scores("40,20,30,10,10,20", test)
    )
    assert {change.moved for change in found.changes} == {None}
    assert [change.difference for change in found.changes] == [30, 0, 0, -30, 0, 0]
    assert "cannot be told from chance" in found.sentences[0]
    assert not any("one scale in ten" in sentence.casefold() for sentence in found.sentences)


def test_different_scales_are_compared_by_shape_only() -> None:
    long = parse_scores("8,14,10,22,26,34", INSTRUMENTS["ip-short"])
    short = parse_scores("4,7,5,11,13,17", INSTRUMENTS["ip-mini"])
    found = compare_over_time(long, short)
    assert found.changes == ()
    assert found.shape == pytest.approx(1)
    assert "different scales, so points are not compared" in found.sentences[0]
    assert found.sentences[-1] == (
        "The code was CES both times. The two profiles correlate 1.00 (1.00 is the same shape)."
    )


def test_the_words_name_what_rose_and_what_fell() -> None:
    found = compare_over_time(parse_scores("8,14,10,22,25,33"), parse_scores("8,14,20.5,22,5,33"))
    assert found.sentences[0] == (
        "Artistic rose by 10.5 and Enterprising fell by 20: more than the 8 points that are within"
        " error. The other 4 scales are within it."
    )
    assert "by chance alone" in found.sentences[1]


def test_nothing_moved_is_said() -> None:
    found = compare_over_time(parse_scores("8,14,10,22,25,33"), parse_scores("9,13,11,21,26,33"))
    assert found.sentences[0].startswith("No scale moved by more than 8 points")


def test_a_code_and_a_flat_profile_have_no_shape() -> None:
    code = compare_over_time(parse_scores("CES"), parse_scores("8,14,10,22,25,33"))
    assert code.changes == ()
    assert code.shape is None
    assert "letters and no points" in code.sentences[0]
    flat = compare_over_time(parse_scores("9,9,9,9,9,9"), parse_scores("8,14,10,22,25,33"))
    assert flat.shape is None
    assert len(flat.changes) == 6


@pytest.mark.parametrize(("one", "other"), [("own-60", "own2-60"), ("own2-30", "own2-60")])
def test_editions_and_forms_of_our_own_inventory_are_not_compared(one: str, other: str) -> None:
    found = compare_over_time(
        parse_scores("4,7,5,11,13,17", INSTRUMENTS[one]),
        parse_scores("8,14,10,22,26,34", INSTRUMENTS[other]),
    )
    assert (found.changes, found.shape) == ((), None)
    (said,) = found.sentences
    assert INSTRUMENTS[one].name in said
    assert "are not compared" in said
