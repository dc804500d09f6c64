"""An area is found by what people write for it, and a wrong name is answered with a near one."""

from __future__ import annotations

import pytest

from counselor_app.errors import UserError
from counselor_app.store.listing import area_code
from counselor_app.store.reference import Pack


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("4800000", "4800000"),
        ("Texas", "4800000"),
        ("  texas ", "4800000"),
        ("TX", "4800000"),
        ("califor", "0600000"),
        ("Kansas", "2000000"),  # though Kansas City begins like it
        ("Los Angeles", "0031080"),
        ("Columbus Ohio", "0018140"),
        ("columbus oh", "0018140"),
    ],
)
def test_an_area_by_code_name_or_the_beginning_of_it(pack: Pack, typed: str, code: str) -> None:
    assert area_code(pack, typed) == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Texs", "Texas"), ("Californa", "California"), ("Los Angelos", "Los Angeles")],
)
def test_a_misspelled_area_is_answered_with_the_one_meant(
    pack: Pack, typed: str, meant: str
) -> None:
    with pytest.raises(UserError, match="Did you mean") as caught:
        area_code(pack, typed)
    assert meant in str(caught.value).partition("Did you mean ")[2]


def test_what_is_like_no_area_is_not_answered_with_one(pack: Pack) -> None:
    for typed in ("", "qq", "somewhere else entirely"):
        with pytest.raises(UserError) as caught:
            area_code(pack, typed)
        assert "Did you mean" not in str(caught.value)


def test_a_name_of_several_areas_names_them_with_their_codes(pack: Pack) -> None:
    with pytest.raises(UserError, match=r"the name of [2-9] areas") as caught:
        area_code(pack, "Portland")
    said = str(caught.value)
    assert "Portland-Vancouver" in said
    assert "Portland-South Portland" in said
    assert said.endswith("Give one code.")
    with pytest.raises(UserError, match=r"is the name of \d\d+ areas.* and \d+ more") as caught:
        area_code(pack, "nonmetropolitan area")
    assert str(caught.value).count(";") == 5
