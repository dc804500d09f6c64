"""Codes as people write them."""

from __future__ import annotations

import pytest

from counselor_app.domain.occupation.occupation import parse_code
from counselor_app.errors import UserError


@pytest.mark.parametrize(
    "text",
    [
        "43-4051", "43-4051.00", "434051", " 43-4051 ", "43405100", "43–4051", "43\u20114051",
        "43\u22124051", "43-4051\u200b", "\ufeff43-4051", "４３－４０５１", "٤٣-٤٠٥١",
    ],
)  # fmt: skip
def test_a_code_may_come_with_any_dash_or_digit_and_without_its_suffix(text: str) -> None:
    assert parse_code(text) == "43-4051.00"


@pytest.mark.parametrize(
    "text", ["", "nurse", "43-405", "43-4051.0", "43-4051.000", "43--4051", "43 4051", "43-405²"]
)
def test_what_is_no_code_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match="43-4051"):
        parse_code(text)
