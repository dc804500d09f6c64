"""The inventory in Spanish is a form of its own: recorded as such, and never compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.record.over_time import compare_over_time
from counselor_app.domain.session.handover_code import handover_code, read_handover_code
from counselor_app.domain.session.inventory import (
    GIVEN,
    SPANISH,
    VERSION,
    Answers,
    FormKey,
    client_scores,
    inventory_name,
    score,
)
from counselor_app.errors import UserError

TAKEN = date(2026, 11, 29)
KEYS: Mapping[FormKey, str] = {"long": "own2-60-es", "short": "own2-30-es"}


def answered(key: FormKey, language: str) -> Answers:
    form = inventory_form(key, language=language)
    return Answers(form, dict.fromkeys(form.ids, 3), seconds=400)


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_ask_the_same_in_the_same_order(key: FormKey) -> None:
    english, spanish = inventory_form(key), inventory_form(key, language="es")
    assert spanish.ids == english.ids
    assert [replace(i, text="") for i in spanish.items] == [
        replace(i, text="") for i in english.items
    ]
    assert not {i.text for i in spanish.items} & {i.text for i in english.items}
    assert (english.version, spanish.version) == (VERSION, SPANISH) == ("2", "2-es")


@pytest.mark.parametrize("key", KEYS)
def test_answers_and_scores_say_that_they_were_given_in_spanish(key: FormKey) -> None:
    found = client_scores(score(answered(key, "es")), TAKEN)
    theirs = client_scores(score(answered(key, "en")), TAKEN)
    assert found is not None
    assert theirs is not None
    assert answered(key, "es").version == SPANISH
    assert found.instrument is INSTRUMENTS[KEYS[key]]
    assert found.scores == theirs.scores
    assert "Spanish" in found.instrument.name == inventory_name(key, SPANISH)
    assert "not known to measure the same" in found.instrument.error
    assert "not known to measure" not in theirs.instrument.error
    assert found.instrument.tie == theirs.instrument.tie


def test_answers_are_not_taken_for_those_of_the_other_language() -> None:
    with pytest.raises(UserError, match="version 2-es"):
        Answers(inventory_form("short"), {}, version=SPANISH)


@pytest.mark.parametrize("key", KEYS)
def test_a_retest_in_the_other_language_says_so_and_is_not_compared(key: FormKey) -> None:
    points = "4,7,5,11,13,17"
    one, other = (GIVEN[version][key] for version in (VERSION, SPANISH))
    for first, second in ((one, other), (other, one)):
        found = compare_over_time(parse_scores(points, first), parse_scores(points, second))
        assert found.changes == ()
        assert found.shape is None
        (said,) = found.sentences
        assert "ask in two languages" in said
        assert "not known to measure the same" in said
        assert first.name in said
    alike = compare_over_time(parse_scores(points, other), parse_scores(points, other))
    assert alike.changes


def test_the_code_of_the_sheet_carries_the_language() -> None:
    for key in KEYS.values():
        scores = ClientScores(INSTRUMENTS[key], (8, 14, 10, 16, 19, 20), TAKEN)
        assert read_handover_code(handover_code(scores)) == scores
