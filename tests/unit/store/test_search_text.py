"""How titles and queries are folded, and which letters a query names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.occupation import titles
from counselor_app.domain.occupation.search import spans


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("nurses", "nurse"),
        ("secretaries", "secretary"),
        ("coaches", "coach"),
        ("waitresses", "waitress"),
        ("businesses", "business"),
        ("boxes", "box"),
        ("salesmen", "salesman"),
        ("clerks", "clerk"),
    ],
)
def test_plural_and_singular_have_one_stem(plural: str, singular: str) -> None:
    assert titles.stem(plural) == titles.stem(singular) == singular


@pytest.mark.parametrize("word", ["business", "analysis", "campus", "gas", "bus", "us"])
def test_a_final_s_that_is_no_plural_stays(word: str) -> None:
    assert titles.stem(word) == word


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("plummer", "plumber"),
        ("sycologist", "psychologist"),
        ("fisical", "physical"),
        ("mecanic", "mechanic"),
        ("electrision", "electrician"),
        ("theripist", "therapist"),
        ("arkitect", "architect"),
    ],
)
def test_words_that_sound_alike_share_a_sound(wrong: str, right: str) -> None:
    assert titles.sound(wrong) == titles.sound(right)


def test_the_words_of_a_title() -> None:
    assert titles.words("Police & Sheriff's Patrol–Officers (R.N.) Café") == [
        *("police", "sheriffs", "patrol", "officers", "rn", "cafe")
    ]


def test_noise_and_exceptions_carry_no_meaning() -> None:
    spelled = titles.words("Dispatchers of the City, Except Police, Fire, and Ambulance")
    assert titles.content(spelled) == ["dispatchers", "city"]
    assert titles.content(["of", "the"]) == ["of", "the"]


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Registered Nurses", "nurse", ["Nurse"]),
        ("Registered Nurse", "nurses", ["Nurse"]),
        ("Customer Service Representatives", "rep cust", ["Cust", "Rep"]),
        ("Health Care Aide", "healthcare", ["Health Care"]),
        ("Day Care", "day care", ["Day Care"]),
        ("Secretaries", "secretary", ["Secretar"]),
        ("R.N. Manager", "rn", ["R.N"]),
        ("Café Manager", "CAFE", ["Café"]),
        ("Cooks", "nruse", []),
        ("Police and Fire", "the fire of", ["Fire"]),
    ],
)
def test_the_letters_a_query_names(text: str, query: str, shown: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, query)] == shown


@given(st.text(max_size=40), st.text(max_size=20))
def test_spans_lie_in_the_text_apart_and_ascending(text: str, query: str) -> None:
    places = [place for span in spans(text, query) for place in span]
    assert places == sorted(set(places))
    assert all(0 <= place <= len(text) for place in places)
