"""The Profile's own words."""

from __future__ import annotations

from dataclasses import replace

from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.profile_words import (
    plain_first,
    programs_words,
    shared_projection,
)

NURSE = Occupation(
    "29-1141.00", "Registered Nurses", "29-1141", "Registered Nurses", "Healthcare",
    "29-1141", "Registered Nurses", "exact", "29-1141", "Registered nurses", "exact",
)  # fmt: skip


def test_titles_without_brackets_come_first_and_none_is_lost() -> None:
    titles = ("RN (Registered Nurse)", "Charge Nurse", "ER (Emergency) Nurse", "Staff Nurse", "N")
    assert plain_first(titles, 2) == (
        "Charge Nurse", "Staff Nurse", "RN (Registered Nurse)", "ER (Emergency) Nurse", "N",
    )  # fmt: skip
    assert plain_first((), 6) == ()


def test_programs_are_counted_in_words() -> None:
    assert programs_words(()) == "No college program is listed for this job."
    assert programs_words(("Welding",)) == "One college program leads here: Welding."
    assert programs_words(("A", "B")) == "Two college programs lead here: A; B."
    assert programs_words(("A", "B", "C")) == "3 college programs lead here, from A to C."


def test_a_projection_for_several_occupations_says_so() -> None:
    assert shared_projection(NURSE) is None
    assert shared_projection(replace(NURSE, ep_code=None)) is None
    assert "holds several" in str(shared_projection(replace(NURSE, code="29-1141.01")))
    combined = replace(NURSE, ep_match="broad", ep_code="13-1020", ep_title="Buyers")
    assert shared_projection(combined) == (
        "Published only for Buyers (13-1020), several occupations taken together."
    )
