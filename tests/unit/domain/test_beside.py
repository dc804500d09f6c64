"""What a client says of themselves beside one job: what to talk about."""

from __future__ import annotations

import pytest

from counselor_app.client_texts import style_statements, value_card_texts
from counselor_app.domain.session.beside import (
    NO_PROMPT,
    job_styles,
    pile_lines,
    style_lines,
    value_lines,
)
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import Piles
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

NURSES = "29-1141.00"
STATEMENTS, CARDS = style_statements(), value_card_texts()


def answered(value: int) -> StyleAnswers:
    """A style score of ``value`` on every style."""
    return StyleAnswers({s.id: 6 - value if s.reversed else value for s in STATEMENTS})


def test_a_job_asks_what_would_help_where_it_calls_for_what_is_not_like_the_client(
    pack: Pack,
) -> None:
    ratings = read_sheet(pack, NURSES).ratings["style"]
    assert len(job_styles(ratings)) == 21
    lines = style_lines(answered(1), STATEMENTS, ratings)
    assert len(lines) == 3
    assert all(line.startswith("This job calls for ") for line in lines)
    assert all(line.endswith("You say that is not like you. What would help?") for line in lines)
    assert style_lines(answered(3), STATEMENTS, ratings) == (NO_PROMPT,)


def test_nothing_is_said_without_answers_of_this_edition_or_ratings(pack: Pack) -> None:
    ratings = read_sheet(pack, NURSES).ratings["style"]
    assert style_lines(None, STATEMENTS, ratings) == ()
    assert style_lines(StyleAnswers({"1.D.1.a-1": 1}, "9"), STATEMENTS, ratings) == ()
    assert style_lines(answered(1), STATEMENTS, ()) == ()
    assert value_lines(None, CARDS, ratings) == ()
    assert value_lines(Piles({"team": "must"}, "9"), CARDS, ()) == ()


def test_values_that_matter_are_met_or_talked_about_and_the_rest_is_asked(pack: Pack) -> None:
    ratings = read_sheet(pack, NURSES).ratings["value"]
    piles = Piles({"team": "must", "help": "must", "noticed": "must", "rise": "nice",
                   "hours": "must", "meaning": "nice", "place": "not"})  # fmt: skip
    lines = value_lines(piles, CARDS, ratings)
    assert "Relationships: The job meets it." in lines, "its highest value"
    assert any(line.startswith("Recognition: ") for line in lines) is (
        [r.element for r in sorted(ratings, key=lambda r: -(r.main.number or 0))].index("1.B.2.c")
        not in (3,)
    )
    assert lines[-1] == (
        "No data on jobs tell this, so ask in an interview: The hours fit my life."
        " I believe in what the work is for."
    )
    assert value_lines(piles, CARDS, ()) == lines[-1:]


@pytest.mark.parametrize("edition", ["1", "9"])
def test_piles_are_told_in_words(edition: str) -> None:
    piles = Piles({"hours": "must", "pets": "must", "rise": "not"}, edition)
    assert pile_lines(piles, CARDS) == (
        "Must have: The hours fit my life.", "Not now: I can move up.",
    )  # fmt: skip
