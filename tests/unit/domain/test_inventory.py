"""The program's own inventory (METHODS 2): scores, proration, and what is flagged."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.instruments import instrument_named
from counselor_app.domain.fit.profile import caution, describe, no_ranking
from counselor_app.domain.session.inventory import (
    LIKING,
    Answers,
    Form,
    Item,
    client_scores,
    no_scores,
    score,
)
from counselor_app.errors import UserError

LONG, SHORT = inventory_form("long"), inventory_form("short")
TAKEN = date(2026, 11, 3)


def by_scale(form: Form, **liking: int) -> dict[str, int]:
    return {item.id: liking.get(item.scale, 2) for item in form.items}


def points(answers: Answers) -> dict[str, float | None]:
    return {scale.letter: scale.score for scale in score(answers).scales}


def test_each_scale_is_the_sum_of_its_answers() -> None:
    given_ = by_scale(LONG, R=0, I=1, A=2, S=3, E=4, C=4)
    assert points(Answers(LONG, given_)) == {"R": 0, "I": 10, "A": 20, "S": 30, "E": 40, "C": 40}
    assert points(Answers(SHORT, by_scale(SHORT, R=4)))["R"] == 20
    assert (LIKING[0], LIKING[4]) == ("Dislike a lot", "Like a lot")


@pytest.mark.parametrize(
    ("form", "left_out", "expected"),
    [(LONG, 1, 30.0), (LONG, 2, 30.0), (LONG, 3, None), (SHORT, 1, 15.0), (SHORT, 2, None)],
)
def test_left_out_items_are_taken_in_proportion_or_the_scale_has_no_score(
    form: Form, left_out: int, expected: float | None
) -> None:
    answers = Answers(form, by_scale(form, S=3))
    for item in [i for i in form.items if i.scale == "S"][:left_out]:
        answers = answers.passed_over(item.id)
    result = score(answers)
    assert result.scales[3].score == expected
    assert result.scales[3].prorated is (expected is not None)
    assert (no_scores(result) is None) == (expected is not None)
    assert (client_scores(result, TAKEN) is None) == (expected is None)


def test_proration_by_hand() -> None:
    liking = dict(zip([i.id for i in LONG.items if i.scale == "R"], range(10), strict=True))
    given_ = {i: (4, 4, 4, 4, 3, 3, 2, 1)[n] for i, n in liking.items() if n < 8}
    assert points(Answers(LONG, given_))["R"] == 31.25  # 25 x 10 / 8


def test_no_score_says_which_scales_and_that_nothing_is_lost() -> None:
    said = no_scores(score(Answers(LONG, {"R11": 4})))
    assert said is not None
    assert "Realistic has 1 of 10" in said
    assert "8 are needed" in said
    assert "The answers are kept" in said


def test_scores_go_into_matching_with_a_borrowed_error_that_is_called_borrowed() -> None:
    client = client_scores(score(Answers(LONG, by_scale(LONG, E=4, C=3))), TAKEN)
    assert client is not None
    assert list(client.scores) == [20, 20, 20, 20, 40, 30]
    assert (client.date, client.instrument) == (TAKEN, instrument_named("own2-60"))
    assert client.instrument.tie == instrument_named("ip-short").tie == 8
    assert "borrowed from the Interest Profiler" in client.instrument.error
    assert "not yet validated" in client.instrument.error
    profile = describe(client)
    assert profile is not None
    assert profile.codes[0] == "ECR"
    short = client_scores(score(Answers(SHORT, by_scale(SHORT, E=4))), TAKEN)
    assert short is not None
    assert (short.instrument.high, short.instrument.tie) == (20, 5)
    assert caution(short) is None


def test_all_the_same_answer_is_flagged_and_has_no_ranking() -> None:
    result = score(Answers(LONG, by_scale(LONG), seconds=300))
    assert (result.identical, result.longest_run, result.straight_line) == (True, 60, True)
    assert result.flags == ("Every answer is the same, so the scores cannot tell interests apart.",)
    client = client_scores(result, TAKEN)
    assert client is not None
    assert "Undifferentiated" in (no_ranking(client) or "")


@pytest.mark.parametrize(("run", "flagged"), [(11, False), (12, True), (40, True)])
def test_a_straight_line_is_twelve_in_the_order_shown(run: int, flagged: bool) -> None:
    values = [3] * run + [0, 4] * 30
    result = score(Answers(LONG, dict(zip(LONG.ids, values, strict=False)), seconds=300))
    assert (result.longest_run, result.straight_line) == (run, flagged)
    assert any(f"{run} times in a row" in flag for flag in result.flags) is flagged


def test_a_skipped_item_does_not_hide_a_straight_line() -> None:
    answers = Answers(LONG, by_scale(LONG, R=4), seconds=300)
    line = Answers(LONG, {**dict.fromkeys(LONG.ids, 1), LONG.ids[0]: 3}, seconds=300)
    assert not score(answers).straight_line
    assert score(line.passed_over(LONG.ids[30])).longest_run == 58


@pytest.mark.parametrize(
    ("form", "seconds", "hasty"),
    [(LONG, 89.9, True), (LONG, 90, False), (SHORT, 44.9, True), (SHORT, 45, False)],
)
def test_haste(form: Form, seconds: float, hasty: bool) -> None:
    result = score(Answers(form, by_scale(form, R=4), seconds=seconds))
    assert result.hasty is hasty
    assert any("seconds" in flag for flag in result.flags) is hasty


def test_a_pause_is_no_haste() -> None:
    half = dict(list(by_scale(LONG, R=4).items())[:30])
    result = score(Answers(LONG, half, seconds=60))
    assert (result.hasty, result.unseen) == (False, 30)
    assert result.flags == ("Not finished: 30 of 60 questions are still to come.",)


def test_careful_answers_have_no_flag() -> None:
    rnd = Random(4)
    given_ = {i: rnd.randrange(5) for i in LONG.ids}
    given_ |= {other: given_[one] for one, other in LONG.pairs}
    assert score(Answers(LONG, given_, seconds=300)).flags == ()


def test_near_synonyms_far_apart_are_flagged_on_the_long_form_alone() -> None:
    assert (len(LONG.pairs), SHORT.pairs) == (6, ())
    far = {i: n for one, other in LONG.pairs[:2] for i, n in ((one, 0), (other, 3))}
    given_ = {**by_scale(LONG, R=4, I=3, A=1), **far}
    result = score(Answers(LONG, given_, seconds=300))
    assert result.pairs == (6, 2, True)
    (said,) = result.flags
    assert said.startswith("2 of 6 pairs of questions that ask for much the same")
    one, other = LONG.pairs[0]
    assert score(Answers(LONG, {**given_, one: given_[other]}, seconds=300)).flags == ()


def test_pause_and_resume_at_the_first_item_not_seen() -> None:
    answers = Answers(SHORT)
    for item in SHORT.items[:7]:
        answers = answers.answered(item.id, 3).later(4.5)
    answers = answers.passed_over(SHORT.ids[7])
    assert answers.next_item == SHORT.items[8]
    assert (answers.seen, answers.seconds) == (8, 31.5)
    kept = Answers(inventory_form("short"), dict(answers.given), answers.skipped, answers.seconds)
    assert kept == answers
    done = Answers(SHORT, by_scale(SHORT))
    assert done.next_item is None


def test_an_answer_can_be_changed_and_a_skip_taken_back() -> None:
    first = LONG.ids[0]
    answers = Answers(LONG).answered(first, 1).answered(first, 4)
    assert answers.given == {first: 4}
    skipped = answers.passed_over(first)
    assert skipped == Answers(LONG, skipped=frozenset({first}))
    assert skipped.answered(first, 0) == Answers(LONG, {first: 0})


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (lambda: Answers(LONG, {"R11": 5}), "R11 is 5; expected a whole number from 0"),
        (lambda: Answers(LONG, {"R11": True}), "R11 is True"),
        (lambda: Answers(LONG, {"X01": 2}), "X01 is no item of the long form"),
        (lambda: Answers(SHORT, {"R12": 2}), "R12 is no item of the short form"),
        (lambda: Answers(LONG, {"R11": 2}, frozenset({"R11"})), "both answered and skipped"),
        (lambda: Answers(LONG, seconds=-1), "seconds, 0 or more"),
        (lambda: Answers(LONG, version="1"), "version 1 of the inventory"),
        (lambda: Form("short", SHORT.items[1:]), "4 items for"),
        (lambda: Form("long", (*LONG.items, Item("X1", "X", "A."))), "unknown scales: X"),
    ],
)
def test_answers_that_cannot_be_are_refused(bad: object, said: str) -> None:
    assert callable(bad)
    with pytest.raises(UserError) as refused:
        bad()
    assert said in str(refused.value)


forms = st.sampled_from([LONG, SHORT])


@st.composite
def some_answers(draw: st.DrawFn) -> Answers:
    form = draw(forms)
    values = draw(
        st.lists(st.none() | st.integers(0, 4), min_size=len(form.ids), max_size=len(form.ids))
    )
    pairs = dict(zip(form.ids, values, strict=True))
    return Answers(
        form,
        {item: value for item, value in pairs.items() if value is not None},
        frozenset(item for item, value in pairs.items() if value is None),
        draw(st.floats(0, 2000)),
    )


@given(some_answers())
def test_scores_agree_with_a_slow_reckoning(answers: Answers) -> None:
    for scale in score(answers).scales:
        of = len(answers.form.items) // 6
        own = [v for item, v in answers.given.items() if item[0] == scale.letter]
        assert (scale.answered, scale.of) == (len(own), of)
        if len(own) < 0.8 * of:
            assert scale.score is None
        else:
            assert scale.score == pytest.approx(sum(own) / len(own) * of)


@given(some_answers())
def test_a_prorated_score_lies_between_the_worst_and_the_best_the_rest_could_give(
    answers: Answers,
) -> None:
    result = score(answers)
    for scale in result.scales:
        if scale.score is None:
            continue
        known = sum(v for item, v in answers.given.items() if item[0] == scale.letter)
        left = scale.of - scale.answered
        assert known - 1e-9 <= scale.score <= known + 4 * left + 1e-9
        assert 0 <= scale.score <= 4 * scale.of
    assert (client_scores(result, TAKEN) is None) == (no_scores(result) is not None)


@given(some_answers(), st.randoms(use_true_random=False))
def test_the_order_of_answering_does_not_matter(answers: Answers, rnd: Random) -> None:
    shuffled = list(answers.given.items())
    rnd.shuffle(shuffled)
    again = Answers(answers.form, dict(shuffled), answers.skipped, answers.seconds)
    assert score(again) == score(answers)


@given(some_answers())
def test_a_run_is_never_longer_than_the_commonest_answer(answers: Answers) -> None:
    result = score(answers)
    counts = [list(answers.given.values()).count(value) for value in range(5)]
    assert result.longest_run <= max(counts)
    assert result.identical <= result.straight_line
    assert result.unseen == 0
