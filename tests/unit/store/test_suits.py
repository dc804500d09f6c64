"""Whom a job suits: what is said once is not said again in other words."""

from __future__ import annotations

from counselor_app.domain.occupation.strengths import suits_words
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


def test_a_style_says_more_than_the_interest_before_it(pack: Pack) -> None:
    chefs = suits_words(read_sheet(pack, "35-1011.00"))
    assert chefs is not None
    assert chefs.startswith("like to lead and persuade, like working with their hands, and are ")
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")][::17]
    said = [words for code in codes if (words := suits_words(read_sheet(pack, code)))]
    assert len(said) > 30
    for words in said:
        leads = [one for one in ("lead and persuade", "keen to lead", "take the lead")
                 if one in words]  # fmt: skip
        assert len(leads) <= 1, words
        assert not ("like to ask why" in words and "curious" in words), words
        assert not ("calm" in words and "steady under stress" in words), words
