"""A typed name or note may hold any letter; the report must still be made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counselor_app.reports.content import profile_content
from counselor_app.reports.letters import lacks_letters, printable
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Zoë Łukasz Ștefan", "Zoë Łukasz Ștefan"),
        ("Анна, Νίκη", "Анна, Νίκη"),
        ("O*NET® “5 × 3” – 2024–34 †", "O*NET® “5 × 3” – 2024–34 †"),
        ("e\u0301", "é"),
        ("𝐉𝐨", "Jo"),
        ("日本", "??"),
        ("fine 😀", "fine ?"),
        ("bell\x07, tab\t, zero\u200bwidth", "bell , tab , zerowidth"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_letters_are_kept_made_plainer_or_marked(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_a_lost_letter_is_known() -> None:
    assert lacks_letters("née 日")
    assert not lacks_letters("née, why?")


def test_a_report_is_made_whatever_was_typed(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    odd = replace(sheet, occupation=replace(sheet.occupation, title="日本 😀 \x07 \u202e \ud83d"))
    content = profile_content(odd, made_on=date(2026, 11, 22), version="1")
    assert report_pdf(content).startswith(b"%PDF")
