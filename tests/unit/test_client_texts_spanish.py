"""What the program asks a client in Spanish: the same questions, as plain, in neutral words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from statistics import mean

import pytest
from spanish_text_checks import CLASH, ELSEWHERE, MARKS, inflesz

from counselor_app.client_texts import (
    item_texts,
    rating_questions,
    readiness_statements,
    self_report_texts,
    style_statements,
    value_card_texts,
)
from counselor_app.language import language
from counselor_app.language.said import published

ENGLISH, SPANISH = self_report_texts(), self_report_texts("es")
ASKED, PREGUNTAS = rating_questions(), rating_questions(language="es")
STATEMENTS = [one.text for kind in SPANISH for one in kind]
ANCHORS = [anchor for one in PREGUNTAS.values() for anchor in one.anchors]
QUESTIONS = [one.question for one in PREGUNTAS.values()]
NAMES = [one.name for one in (*PREGUNTAS.values(), *SPANISH.styles)]
EVERY = [*STATEMENTS, *ANCHORS, *QUESTIONS, *NAMES, *item_texts("es").values()]

EASY, PLAIN = 70, 55
"""INFLESZ of a file that a student reads on a screen, and of one text of it."""

ENGLISH_ONLY = re.compile(
    r"\b(the|of|and|with|for|your|you|how|what|that|this|is|are|my|not|who|when|work|job)\b",
    re.IGNORECASE,
)
TO_THE_READER = {"tu", "tus", "tú"}
MASCULINE = re.compile(
    r"\b((?<!niñas y )niños|(?<!niña o un )niño|(?<!amiga o un )amigos?|trabajadores"
    r"|vecinos|alumnos?|maestros?|empleados|compañeros|adultos|pasajeros|viajeros|invitados"
    r"|huéspedes|padres|todos(?! los| sus)|ninguno|los demás"
    r"|estoy (?:listo|segur[oa])|solos?(?= y| o|$))\b",
    re.IGNORECASE,
)
"""Masculine words for people of any sex."""


def plain(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def test_each_question_is_asked_in_both_languages() -> None:
    assert list(PREGUNTAS) == list(ASKED)
    assert [one[:2] for one in SPANISH.styles] == [one[:2] for one in ENGLISH.styles]
    assert [one.reversed for one in SPANISH.styles] == [one.reversed for one in ENGLISH.styles]
    assert [one[:2] for one in SPANISH.cards] == [one[:2] for one in ENGLISH.cards]
    assert [one.id for one in SPANISH.readiness] == [one.id for one in ENGLISH.readiness]
    assert list(item_texts("es")) == list(item_texts())


def test_no_spanish_text_is_the_english_one() -> None:
    for ours, theirs in zip(
        [*SPANISH.styles, *SPANISH.cards, *SPANISH.readiness],
        [*ENGLISH.styles, *ENGLISH.cards, *ENGLISH.readiness], strict=True,
    ):  # fmt: skip
        assert ours.text != theirs.text
    for element, one in PREGUNTAS.items():
        assert {one.name, one.question, *one.anchors}.isdisjoint(
            {ASKED[element].name, ASKED[element].question, *ASKED[element].anchors}
        )
    assert all(name for name in NAMES)


def test_other_languages_are_asked_in_english() -> None:
    assert rating_questions(language="pseudo") == ASKED
    assert self_report_texts("pseudo") == ENGLISH
    assert style_statements(language="es") == SPANISH.styles
    assert value_card_texts(language="es") == SPANISH.cards
    assert readiness_statements(language="es") == SPANISH.readiness


def test_items_of_the_first_edition_stay_english_and_those_of_the_second_do_not() -> None:
    assert item_texts("es")["R01"] == item_texts()["R01"]
    assert item_texts("es")["R11"].startswith("Reparar ")


def test_words_are_spanish_neutral_and_of_no_one_country() -> None:
    for text in (*STATEMENTS, *ANCHORS, *QUESTIONS, *NAMES):
        for rule in (ENGLISH_ONLY, MARKS, CLASH, MASCULINE):
            assert not rule.search(text), text
        assert not set(ELSEWHERE.findall(text)) - TO_THE_READER, text


def test_the_rule_on_people_finds_what_it_looks_for() -> None:
    for text in ("Ayudar a los niños", "Ver que un amigo calla", "Lo que hacen los demás"):
        assert MASCULINE.search(text), text
    assert not MASCULINE.search("Mostrar a una niña o un niño un juego de niñas y niños")


def files() -> Iterator[tuple[str, list[str]]]:
    yield "readiness", [one.text for one in SPANISH.readiness]
    yield "styles", [one.text for one in SPANISH.styles]
    yield "value cards", [one.text for one in SPANISH.cards]
    yield (
        "anchors",
        [
            f"{one.question} {' '.join(f'{anchor}.' for anchor in one.anchors)}"
            for one in PREGUNTAS.values()
        ],
    )


@pytest.mark.parametrize(("name", "texts"), list(files()), ids=[name for name, _ in files()])
def test_they_are_easy_to_read(name: str, texts: list[str]) -> None:
    assert mean(map(inflesz, texts)) >= EASY, name
    for text in texts:
        assert inflesz(text) >= PLAIN, (name, text)


def test_they_are_formed_alike_and_fit_their_room() -> None:
    for text in STATEMENTS:
        assert re.fullmatch(r"[A-ZÁÉÍÓÚ][^.?!]+\.", text), text
        assert len(plain(text)) <= 14, text
    for text in QUESTIONS:
        assert re.fullmatch(r"¿[A-Z][^¿?]{14,100}\?", text), text
    for text in ANCHORS:
        assert re.fullmatch(r"[A-Z].*[^.?!]", text), text
        assert 3 <= len(plain(text)) <= 18, text
        verb = plain(text)[0]
        assert text.startswith("No ") or re.search(r"[aei]r(?:te|se|los)?$|ír$", verb), text
    for element, one in PREGUNTAS.items():
        for ours, theirs in zip(one.anchors, ASKED[element].anchors, strict=True):
            assert len(ours) <= max(1.5 * len(theirs), len(theirs) + 27), ours


def test_no_two_ask_the_same() -> None:
    from rapidfuzz import fuzz

    for texts, most in ((ANCHORS, 72), (QUESTIONS, 82), (STATEMENTS, 82)):
        for one, other in combinations(texts, 2):
            assert fuzz.token_sort_ratio(one.lower(), other.lower()) < most, (one, other)
    assert len({one.name for one in SPANISH.styles}) == len(SPANISH.styles) / 2


def test_question_and_exclamation_marks_are_whole() -> None:
    for text in EVERY:
        assert text.count("¿") == text.count("?"), text
        assert "!" not in text, text


def test_the_examples_on_a_page_of_an_element_are_those_of_the_self_rating() -> None:
    spoken = language("es")
    for element, one in ASKED.items():
        for place in (0, -1):
            said = spoken.say(published("text", f"{one.anchors[place]}."))
            assert said == f"{PREGUNTAS[element].anchors[place]}."
