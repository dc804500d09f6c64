"""A day as people type it, in English and in Spanish, is read as the day that was meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counselor_app.domain.figures.when import day_typed, short_day
from counselor_app.language import ENGLISH, Language

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Dec 11", date(2026, 12, 11)),
        ("11 de dic", date(2026, 12, 11)),
        ("11 de diciembre de 2026", date(2026, 12, 11)),
        ("11 dic.", date(2026, 12, 11)),
        ("December 11, 2026", date(2026, 12, 11)),
        ("8 de enero", date(2027, 1, 8)),
        ("12/11", date(2026, 12, 11)),
        ("25/12", date(2026, 12, 25)),
        ("today", MONDAY),
        ("hoy", MONDAY),
        ("tomorrow", date(2026, 12, 1)),
        ("mañana", date(2026, 12, 1)),
        ("Pasado mañana", date(2026, 12, 2)),
        ("Friday", date(2026, 12, 4)),
        ("el viernes", date(2026, 12, 4)),
        ("next wed", date(2026, 12, 2)),
        ("miércoles", date(2026, 12, 2)),
        ("monday", date(2026, 12, 7)),
        ("Martes", date(2026, 12, 1)),
        ("mar 3", date(2027, 3, 3)),
        ("sábado", date(2026, 12, 5)),
    ],
)
def test_a_typed_day_is_read(typed: str, day: date) -> None:
    assert day_typed(typed, MONDAY) == day


@pytest.mark.parametrize("typed", ["soonish", "Feb 30", "31/31", "friend", "maybe 4", "0/5", ""])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert day_typed(typed, MONDAY) is None


def test_a_day_that_is_shown_is_read_again_in_either_language() -> None:
    for speak in (ENGLISH.say, Language("es", "es-US").say):
        for days in range(0, 365, 6):
            day = MONDAY + timedelta(days=days)
            assert day_typed(speak(short_day(day)), MONDAY) == day
