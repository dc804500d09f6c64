"""How an occupation's employees are spread over the industries of one level, in words."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.wording import number, percent, told
from counselor_app.domain.occupation.sheet import IndustryShare
from counselor_app.domain.occupation.wages import IndustryLevel
from counselor_app.language import _, pgettext

LEVEL_WORDS: dict[IndustryLevel, str] = {
    "sector": pgettext("industries", "sectors"),
    "3-digit": _("industries of three digits"),
    "4-digit": _("industries of four digits"),
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
        return _("Nothing is published by {industries} for this occupation.", industries=words)
    withheld = sum(part.share.number is None for part in shares)
    if missing < ROUNDING:
        return _("The {industries} add up to all employees.", industries=words)
    held, lacking = percent(100 - missing), percent(missing)
    if not withheld:
        return _(
            "The {industries} add up to {held} of the employees; {lacking} are in {industries}"
            " whose numbers are not released.",
            industries=words, held=held, lacking=lacking,
        )  # fmt: skip
    return _(
        "The {industries} add up to {held} of the employees; {lacking} are in {industries}"
        " whose numbers are not released, {n} of them listed without a number.",
        industries=words, held=held, lacking=lacking, n=number(withheld),
    )  # fmt: skip
