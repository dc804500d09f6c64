"""How an occupation's employees are spread over the industries of one level, in words."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.wording import number, percent, told
from counselor_app.domain.occupation.sheet import IndustryShare
from counselor_app.domain.occupation.wages import IndustryLevel

LEVEL_WORDS: dict[IndustryLevel, str] = {
    "sector": "sectors",
    "3-digit": "industries of three digits",
    "4-digit": "industries of four digits",
}
ROUNDING = 0.5
"""Percent that the rounding of the numbers may leave over."""


def shares_sentence(
    shares: Sequence[IndustryShare], missing: float | None, level: IndustryLevel
) -> str:
    """What the shares of one level add up to, and what they leave out, or that there are none."""
    return told(_added_up(shares, missing, level), *(part.share for part in shares))


def _added_up(shares: Sequence[IndustryShare], missing: float | None, level: IndustryLevel) -> str:
    words = LEVEL_WORDS[level]
    if not shares or missing is None:
        return f"Nothing is published by {words} for this occupation."
    withheld = sum(part.share.number is None for part in shares)
    if missing < ROUNDING:
        return f"The {words} add up to all employees."
    hidden = f", {number(withheld)} of them listed without a number" if withheld else ""
    return (
        f"The {words} add up to {percent(100 - missing)} of the employees; {percent(missing)} are"
        f" in {words} whose numbers are not released{hidden}."
    )
