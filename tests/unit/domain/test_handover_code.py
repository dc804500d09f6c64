"""A code from the kiosk is read exactly, or it is said which character is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counselor_app.domain.fit.instruments import INSTRUMENTS, OWN_LONG, OWN_SHORT, ClientScores
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.domain.session.handover_code import (
    ALPHABET,
    CHECK_BITS,
    LENGTH,
    handover_code,
    is_handover_code,
    read_handover_code,
    ungrouped,
)
from counselor_app.domain.session.inventory import Answers, Form, Item, client_scores, score
from counselor_app.errors import UserError

TAKEN = date(2026, 11, 22)
SCORES = ClientScores(OWN_LONG, (8, 14, 10, 22, 25, 33), TAKEN)
CODE = handover_code(SCORES)
BARE = ungrouped(CODE)

scored = st.sampled_from([one for one in INSTRUMENTS.values() if one.scored])
dates = st.dates(date(2024, 1, 1), date(2113, 9, 1))


@st.composite
def client_scores_of_any_kind(draw: st.DrawFn) -> ClientScores:
    test = draw(scored)
    points = st.integers(int(test.low), int(test.high))
    return ClientScores(test, tuple(float(draw(points)) for _ in range(6)), draw(dates))


def with_character(code: str, place: int, character: str) -> str:
    return code[:place] + character + code[place + 1 :]


@given(client_scores_of_any_kind())
def test_scores_form_and_date_come_back(given_scores: ClientScores) -> None:
    code = handover_code(given_scores)
    assert len(code) == 19
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert read_handover_code(code) == given_scores


def form(items: int) -> Form:
    made = tuple(Item(f"{x}{n}", x, "") for x in "RIASEC" for n in range(items))
    return Form("long" if items == 10 else "short", made)


@settings(max_examples=60)
@given(st.sampled_from([5, 10]), st.data())
def test_scores_taken_in_proportion_come_back_to_the_last_digit(
    items: int, data: st.DataObject
) -> None:
    answers = Answers(form(items))
    for scale in range(6):
        ids = answers.form.ids[scale * items : (scale + 1) * items]
        left_out = data.draw(st.integers(0, items // 5))
        for item in ids[left_out:]:
            answers = answers.answered(item, data.draw(st.integers(0, 4)))
    found = client_scores(score(answers), TAKEN)
    assert found is not None
    # How many answers stand behind a score does not fit into a code.
    assert read_handover_code(handover_code(found)) == replace(found, answered=())


def test_nothing_but_scores_form_and_date_is_in_it() -> None:
    again = handover_code(ClientScores(OWN_LONG, SCORES.scores, TAKEN))
    assert again == CODE


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        BARE,
        f"  {CODE.replace('-', ' ')}\n",
        CODE.replace("-", "–"),
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("0", "O").replace("1", "I"),
    ],
)
def test_case_dashes_and_letters_like_digits_do_not_matter(typed: str) -> None:
    assert read_handover_code(typed) == SCORES


def test_every_single_wrong_character_is_caught_and_named() -> None:
    for place in range(LENGTH):
        for wrong in set(ALPHABET) - {BARE[place]}:
            with pytest.raises(UserError, match=f"The {ordinal(place + 1)} character of the code"):
                read_handover_code(with_character(BARE, place, wrong))


def test_every_two_swapped_characters_are_caught_and_named() -> None:
    for first, second in combinations(range(LENGTH), 2):
        if BARE[first] == BARE[second]:
            continue
        swapped = with_character(BARE, first, BARE[second])
        swapped = with_character(swapped, second, BARE[first])
        with pytest.raises(UserError) as caught:
            read_handover_code(swapped)
        named = f"The {ordinal(first + 1)} and {ordinal(second + 1)} characters of the code are"
        assert str(caught.value).startswith(f"{named} swapped")


@settings(max_examples=100)
@given(client_scores_of_any_kind(), st.data())
def test_up_to_four_wrong_characters_are_caught_for_certain(
    given_scores: ClientScores, data: st.DataObject
) -> None:
    code = ungrouped(handover_code(given_scores))
    places = data.draw(st.sets(st.integers(0, LENGTH - 1), min_size=2, max_size=4))
    for place in places:
        wrong = data.draw(st.sampled_from(sorted(set(ALPHABET) - {code[place]})))
        code = with_character(code, place, wrong)
    with pytest.raises(UserError) as caught:
        read_handover_code(code)
    if len(places) == 2:
        first, second = (ordinal(place + 1) for place in sorted(places))
        assert f"{first} and {second} characters" in str(caught.value)


def test_ten_thousand_mutated_codes_are_not_accepted() -> None:
    """At odds of one in 2**20 each, the seeded run has none."""
    random = Random(20261122)
    accepted = 0
    for _ in range(10_000):
        code = list(BARE)
        kind = random.randrange(4)
        if kind == 0:
            for place in random.sample(range(LENGTH), random.randint(1, LENGTH)):
                code[place] = random.choice(ALPHABET)
        elif kind == 1:
            code.insert(random.randrange(LENGTH), random.choice(ALPHABET))
            del code[random.randrange(len(code))]
        elif kind == 2:
            random.shuffle(code)
        else:
            code = [random.choice(ALPHABET) for _ in code]
        text = "".join(code)
        accepted += text != BARE and is_handover_code(text)
    assert CHECK_BITS == 20
    assert accepted == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "The code has 0 characters; it should have 16"),
        (BARE[:-1], "The code has 15 characters.*Some are missing"),
        (BARE + "7", "The code has 17 characters.*There are too many"),
        (with_character(BARE, 4, "U"), "The 5th character, U, is never used"),
        (with_character(BARE, 0, "ß"), "The 1st character, ß, is never used"),
        (with_character(BARE, 15, "\x00"), r"The 16th character, \?, is never used"),
        ("0" * 16, "newer version of the program, or from somewhere else"),
        ("12, 20, 9, 33, 24, 28", "The 3rd character, ,, is never used"),
    ],
)
def test_what_is_no_code_is_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_handover_code(typed)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    is_handover_code(text)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (ClientScores(OWN_LONG, SCORES.scores), "carries the date"),
        (ClientScores(OWN_LONG, SCORES.scores, date(1999, 1, 1)), "check the date of this"),
        (ClientScores(INSTRUMENTS["holland"], (), TAKEN, "CES"), "a Holland code alone has none"),
        (ClientScores(OWN_SHORT, (8.3, 1, 2, 3, 4, 5), TAKEN), "8.3 is no score"),
    ],
)
def test_scores_that_no_code_can_carry_are_refused(scores: ClientScores, said: str) -> None:
    with pytest.raises(UserError, match=said):
        handover_code(scores)


@pytest.mark.parametrize(
    ("code", "inventory", "scores"),
    [
        ("1102-07XA-T8QX-X0J5", "own-60", (0, 40, 1, 39, 2, 37)),
        ("1104-0014-886Y-PRSE", "own-30", (0, 20, 1, 19, 2, 17)),
        ("1106-003B-XGQF-CZ5D", "ip-short", (0, 40, 1, 39, 2, 37)),
        ("1108-0003-Q7QQ-HS6N", "ip-mini", (0, 20, 1, 19, 2, 17)),
        ("110A-0088-3J8Z-Q7HD", "sds", (2, 50, 3, 49, 4, 47)),
        ("110C-014R-RC6T-E40K", "strong", (20, 85, 21, 84, 22, 82)),
        ("110E-07XA-T8QX-0MBS", "own2-60", (0, 40, 1, 39, 2, 37)),
        ("110G-0014-886Y-M1QF", "own2-30", (0, 20, 1, 19, 2, 17)),
    ],
)
def test_a_sheet_that_was_printed_long_ago_still_says_the_same(
    code: str, inventory: str, scores: tuple[float, ...]
) -> None:
    """What a student's sheet of November 22, 2026 holds does not change with the program."""
    taken = ClientScores(INSTRUMENTS[inventory], scores, TAKEN)
    assert handover_code(taken) == code
    assert read_handover_code(code) == taken


def test_the_first_day_that_a_code_can_carry() -> None:
    first = ClientScores(INSTRUMENTS["own-60"], (0, 0, 0, 0, 0, 0), date(2024, 1, 1))
    assert handover_code(first) == "0002-0000-0000-Q6AS"
