"""The field study's file: anonymous, consented, never of fewer than ten persons."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.field_study import Administration, study_table
from counselor_app.errors import UserError

LONG = inventory_form("long")
DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def taken(person: int, days: float = 0, **more: object) -> Administration:
    consent = Consent("en", "18-24", "f" if person % 2 else "m", 1)
    found = Administration(
        f"client {person}", "2", "long", DAY + timedelta(days=days), 301.6,
        {item: (person + place) % 5 for place, item in enumerate(LONG.ids[:-1])}, consent,
    )  # fmt: skip
    return found._replace(**more)


def rows(found: Sequence[Administration]) -> list[dict[str, str]]:
    number = count(16)
    table = study_table(found, LONG.ids, lambda: f"{next(number):08x}")
    return list(csv.DictReader(io.StringIO(table)))


def test_a_row_a_person_and_time_without_a_name_a_date_or_a_guess() -> None:
    people = [taken(n) for n in range(10)]
    found = rows([*people, taken(3, 14.4), taken(3, 40)])
    assert len(found) == 11, "a third time is left out"
    again = Counter(row["study_id"] for row in found)
    (twice,) = (study_id for study_id, times in again.items() if times == 2)
    first, second = (row for row in found if row["study_id"] == twice)
    assert (first["administration"], first["days_between"]) == ("1", "")
    assert (second["administration"], second["days_between"]) == ("2", "14")
    assert list(first)[:10] == [
        "study_id", "edition", "form", "language", "administration", "days_between", "age_band",
        "sex", "education_rung", "seconds",
    ]  # fmt: skip
    assert first["seconds"] == "302"
    assert first[LONG.ids[-1]] == "", "skipped is blank and not 0"
    assert {row["edition"] for row in found} == {"2"}
    text = str(found)
    assert not any(word in text for word in ("client", "2026", "03-02", "RF"))


def test_no_file_of_fewer_than_ten_persons_or_of_another_edition() -> None:
    nine = [taken(n) for n in range(9)]
    with pytest.raises(UserError, match=r"^9 persons agreed .* fewer than 10 is not written"):
        rows([*nine, taken(3, 14)])
    with pytest.raises(UserError, match="9 persons"):
        rows([*nine, taken(9, version="1")])
    with pytest.raises(UserError, match="0 persons"):
        rows([])


def test_who_could_be_told_apart_loses_sex_and_education() -> None:
    few = Consent("es", "55+", "x", 4)
    found = rows([*(taken(n) for n in range(10)), *(taken(n, consent=few) for n in range(10, 14))])
    told = Counter((row["age_band"], row["sex"], row["education_rung"]) for row in found)
    assert told == {("18-24", "f", "1"): 5, ("18-24", "m", "1"): 5, ("55+", "", ""): 4}


def test_another_form_or_language_is_no_second_time() -> None:
    people = [taken(n) for n in range(10)]
    assert len(rows([*people, taken(1, 14, form="short")])) == 10
    other = Consent("es", "18-24", "f", 1)
    assert len(rows([*people, taken(1, 14, consent=other)])) == 10


@pytest.mark.parametrize(
    "wrong", [{"age_band": "12-15"}, {"sex": "female"}, {"education_rung": 7}, {"language": ""}]
)
def test_a_consent_holds_only_what_the_study_asks(wrong: dict[str, object]) -> None:
    with pytest.raises(UserError, match="nothing that the field study asks"):
        Consent(**{"language": "en", **wrong})  # type: ignore[arg-type]
