"""Scores as people type them: accepted where they are clear, explained where they are not."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.fit.instruments import (
    INSTRUMENTS,
    ClientScores,
    instrument_named,
    parse_scores,
)
from counselor_app.errors import UserError

SIX = (8.0, 14.0, 10.0, 22.0, 25.0, 33.0)


@pytest.mark.parametrize(
    "text",
    [
        "8,14,10,22,25,33",
        " 8, 14, 10, 22, 25, 33 ",
        "8;14;10;22;25;33",
        "8 14 10 22 25 33",
        "R=8,I=14,A=10,S=22,E=25,C=33",
        "c=33, e=25, s=22, a=10, i=14, r=8",
        "C: 33; E: 25; S: 22; A: 10; I: 14; R: 8",
    ],
)
def test_six_scores_in_any_clear_spelling(text: str) -> None:
    client = parse_scores(text)
    assert client.scores == SIX
    assert client.instrument.key == "ip-short"


@pytest.mark.parametrize(
    ("text", "instrument", "said"),
    [
        ("8,14,10,22,25", None, "5 scores"),
        ("8,14,10,22,25,33,1", None, "7 scores"),
        ("8,14,10,22,25,", None, "for C is empty"),
        ("8,14,10,22,25,41", None, "C is 41"),
        ("8,14,10,22,25,-1", None, "C is -1"),
        ("8,5;14;10;22;25;33", None, "write 8.5, not 8,5"),
        ("R=8,5;I=14;A=10;S=22;E=25;C=33", None, "write 8.5, not 8,5"),
        ("8,5,14,2,10,1,22,0,25,5,33,1", None, "point"),
        ("8,14,ten,22,25,33", None, "for A, 'ten', is not a number"),
        ("8,14,nan,22,25,33", None, "not a number"),
        ("R=8,R=9,I=14,A=10,S=22,E=25,C=33", None, "R is given twice"),
        ("R=8,I=14,A=10,S=22,E=25", None, "no score for C"),
        ("R=8,14,10,22,25,33", None, "'14' does not name"),
        ("X=8,I=14,A=10,S=22,E=25,C=33", None, "'X=8' does not name"),
        ("", None, "0 scores"),
        ("8,14,10,22,25,33", "ip-mini", "go from 0 to 20"),
        (
            "8,14,10,22,25,33",
            "strong",
            "name the instrument they come from: ip-short, sds or own2-60",
        ),
        ("1,14,10,22,25,33", "sds", "R is 1"),
        ("8,14,10,22,25,33", "holland", "is not a Holland code"),
        ("CES", "sds", "code without scores"),
        ("CXS", None, "is not a Holland code"),
        ("CEC", None, "names C twice"),
        ("RIASEC", None, "one to three"),
    ],
)
def test_unclear_scores_are_refused_with_what_is_wrong(
    text: str, instrument: str | None, said: str
) -> None:
    with pytest.raises(UserError) as refused:
        parse_scores(text, instrument_named(instrument) if instrument else None)
    assert said in str(refused.value)


def test_a_bare_code_is_letters_without_scores() -> None:
    for text in ("CES", "c-e-s", "C/E/S"):
        client = parse_scores(text)
        assert (client.letters, client.scores, client.instrument.key) == ("CES", (), "holland")


def test_an_unknown_instrument_names_the_known_ones() -> None:
    with pytest.raises(UserError, match="sds"):
        instrument_named("myers-briggs")
    assert instrument_named(" SDS ").high == 50


def test_scores_are_checked_however_they_come() -> None:
    for scores in ((1.0,) * 5, (float("nan"),) * 6, (0.0, 0, 0, 0, 0, 40.5)):
        with pytest.raises(UserError):
            ClientScores(INSTRUMENTS["ip-short"], scores)


def test_the_error_of_the_interest_profiler_and_what_follows_from_it() -> None:
    short, mini = INSTRUMENTS["ip-short"], INSTRUMENTS["ip-mini"]
    assert short.sem == pytest.approx(3.48, abs=0.005)
    assert short.sem is not None
    assert 1.645 * sqrt(2) * short.sem == pytest.approx(8.09, abs=0.005)
    assert (short.tie, mini.tie) == (8, 5)
    assert all(INSTRUMENTS[key].tie is None for key in ("sds", "strong", "holland"))


@given(st.lists(st.integers(0, 400), min_size=6, max_size=6), st.permutations(range(6)))
def test_names_make_the_order_free(tenths: list[int], order: list[int]) -> None:
    scores = tuple(t / 10 for t in tenths)
    named = ",".join(f"{'RIASEC'[i]}={scores[i]}" for i in order)
    assert parse_scores(named).scores == parse_scores(",".join(map(str, scores))).scores == scores
