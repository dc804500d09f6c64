"""Six interests in plain words: what leads, what is too close to tell, what to ask."""

from __future__ import annotations

import pytest

from counselor_app.domain.fit.instruments import INSTRUMENTS, parse_scores
from counselor_app.domain.session.likes import headline, leading, like_said, likes, to_ask

MIA = parse_scores("21,29,11,32,12,15")


def test_bars_come_strongest_first_and_say_what_the_answers_mean() -> None:
    found = likes(MIA)
    assert [(one.letter, one.score) for one in found] == [
        ("S", 32), ("I", 29), ("R", 21), ("C", 15), ("E", 12), ("A", 11)
    ]  # fmt: skip
    assert found[0].says == "A day spent helping others would be a good day."
    assert found[2].says == "Some hands-on work suits; it need not be all of it."
    assert found[5].says == "A clear pattern to follow is better."


def test_a_close_call_is_said_and_never_more_than_the_error_allows() -> None:
    assert leading(MIA) == ("S", "I")  # 3 points apart, 8 are a tie
    assert headline(MIA, "Mia’s") == (
        "Mia’s answers are highest on helping people and finding things out."
        " Which of the two comes first is too close to tell."
    )
    clear = parse_scores("5,10,11,40,12,15")
    assert headline(clear, "Mia’s") == "Mia’s answers are highest on helping people."
    assert like_said(likes(clear)[0], clear) == "Helping people, 40 of 40"
    assert likes(parse_scores("0,20,10,40,0,30"))[0].close_to == ()


def test_without_a_known_error_nothing_is_called_close() -> None:
    sds = parse_scores("20,21,22,40,39,38", INSTRUMENTS["sds"])
    assert all(one.close_to == () for one in likes(sds))
    assert leading(sds) == ("S",)
    assert all(one.says == "" for one in likes(sds)), "its points are no count of likes"


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("20,22,21,19,20,23", "Mia’s answers are nearly level, so no job stands out."),
        ("SIA", "Mia’s code begins with helping people and finding things out."),
    ],
)
def test_level_answers_and_a_bare_code_have_words_of_their_own(scores: str, said: str) -> None:
    assert headline(parse_scores(scores), "Mia’s") == said


def test_what_to_ask_follows_the_two_that_lead() -> None:
    asked = to_ask(MIA)
    assert asked[0] == "Which answers surprised you?"
    assert "When did you last help someone learn?" in asked
    assert "helping people or finding things out" in asked[-1]
    assert len(to_ask(parse_scores("5,10,11,40,12,15"))) == 2
