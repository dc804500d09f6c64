"""The five steps: what is done, what comes next, what a list of clients says of it."""

from __future__ import annotations

import pytest

from counselor_app.domain.session.steps import (
    SoFar,
    next_step,
    next_words,
    state_words,
    step_name,
    steps,
)

ALL = SoFar(scored=True, answers=(60, 60), closest=97, ticked=3, compared=3, steps=3)


@pytest.mark.parametrize(
    ("so_far", "after"),
    [
        (SoFar(), "interests"),
        (SoFar(answers=(34, 60)), "interests"),
        (SoFar(scored=True, answers=(34, 60), steps=2), "interests"),
        (SoFar(scored=True), "matches"),
        (SoFar(scored=True, ticked=1), "matches"),
        (SoFar(scored=True, ticked=2), "compare"),
        (SoFar(scored=True, ticked=4), "compare"),
        (SoFar(scored=True, ticked=5), "matches"),
        (SoFar(scored=True, ticked=3, steps=1), "compare"),
        (SoFar(ticked=2), "compare"),
        (SoFar(scored=True, ticked=3, compared=3), "plan"),
        (SoFar(scored=True, ticked=3, compared=2, compared_anew=True), "compare"),
        (SoFar(scored=True, notes=1), "handout"),
        (SoFar(steps=1), "handout"),
        (ALL, "handout"),
        (SoFar(scored=True, steps=1, printed=True), None),
    ],
)
def test_what_comes_next(so_far: SoFar, after: str | None) -> None:
    assert next_step(so_far) == after
    assert [step.key for step in steps(so_far) if step.mark == "next"] == ([after] if after else [])


def test_each_step_says_how_it_stands() -> None:
    assert [(step.mark, str(step.count)) for step in steps(ALL)] == [
        ("done", "60 answers"),
        ("done", "97 likely"),
        ("done", "3 compared"),
        ("done", "3 steps"),
        ("next", "not printed"),
    ]
    begun = SoFar(scored=True, answers=(60, 60), closest=97, ticked=3, steps=1)
    assert [step.mark for step in steps(begun)] == ["done", "done", "next", "begun", "to come"]
    assert [str(step.count) for step in steps(SoFar())] == [
        "none yet", "need interests", "0 ticked", "empty", "not printed"
    ]  # fmt: skip
    assert str(steps(SoFar(scored=True))[0].count) == "typed in"
    assert str(steps(SoFar(answers=(34, 60)))[0].count) == "34 of 60"


def test_a_screen_reader_hears_place_count_and_state() -> None:
    compare = steps(SoFar(scored=True, ticked=3))[2]
    assert step_name(compare) == "Compare, step 3 of 5, 3 ticked, next"
    assert step_name(compare, here=True) == "Compare, step 3 of 5, 3 ticked, open now"


@pytest.mark.parametrize(
    ("so_far", "state", "after"),
    [
        (SoFar(), "Nothing yet", "Begin with interests"),
        (SoFar(answers=(34, 60)), "Paused at question 34 of 60", "Go on with the questions"),
        (SoFar(scored=True), "Interests known", "Look at the matches"),
        (SoFar(scored=True, ticked=3), "3 jobs ticked", "Compare the 3 ticked jobs"),
        (SoFar(scored=True, compared=2), "Jobs compared", "Write the plan"),
        (ALL, "Plan written", "Print the handout"),
        (SoFar(steps=1, printed=True), "Handout made", "Look at what was agreed"),
    ],
)
def test_a_list_of_clients_says_state_and_next_step(so_far: SoFar, state: str, after: str) -> None:
    assert (state_words(so_far), next_words(so_far)) == (state, after)
