"""A printed number read back: its value, and how it was printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"([−+-]?)(\$?)(\d{1,3}(?:,\d{3})*|\d*)(\.\d+)?(%?)")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: its value in the unit that it is printed in, and how it was printed."""

    value: float
    decimals: int
    dollars: bool
    percent: bool
    signed: bool


def printed_number(text: str) -> Number | None:
    """The number that a text is, None where it holds words."""
    found = _NUMBER.fullmatch(text)
    if found is None or not (found[3] or found[4]):
        return None
    digits = f"{found[3].replace(',', '')}{found[4] or ''}"
    value = float(digits) * (-1 if found[1] in ("−", "-") else 1)
    decimals = len(found[4] or ".") - 1
    return Number(value, decimals, bool(found[2]), bool(found[5]), found[1] == "+")
