"""How sure a fit is: the share of re-drawn scores that put a job among the closest tenth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from counselor_app.language import Said, _, pgettext

Tier = Literal["very likely", "likely", "possible", "less likely"]

DRAWS = 1000

TIERS: tuple[tuple[Tier, int], ...] = (
    ("very likely", 800), ("likely", 500), ("possible", 100), ("less likely", 0),
)  # fmt: skip
"""Tiers and the fewest of 1,000 draws among the closest tenth, the surest first [convention]."""

TIER_WORDS: Mapping[Tier, Said] = {
    "very likely": pgettext("tier", "Very likely"),
    "likely": pgettext("tier", "Likely"),
    "possible": pgettext("tier", "Possible"),
    "less likely": pgettext("tier", "Less likely"),
}
ABOUT_TIERS = _(
    "How likely each job is to be among the tenth of all jobs closest to your interests, given the"
    " error of your scores. It says nothing of whether a job is right for you."
)
_SENTENCES: Mapping[Tier, Said] = {
    "very likely": _(
        "This job is very likely to be among the tenth of jobs closest to your interests."
    ),
    "likely": _("This job is likely to be among the tenth of jobs closest to your interests."),
    "possible": _("It is possible that this job is among the tenth closest to your interests."),
    "less likely": _(
        "This job is less likely to be among the tenth of jobs closest to your interests."
    ),
}


class Sureness(NamedTuple):
    """Of one occupation: the middle nine in ten draws of r and of rank, and its tier.

    ``top`` counts the draws, of 1,000, in which it is among the closest tenth.
    """

    r: tuple[float, float]
    rank: tuple[int, int]
    top: int

    @property
    def tier(self) -> Tier:
        """How likely it is among the closest tenth."""
        return tier(self.top)

    @property
    def p_top_tenth(self) -> float:
        """Share of draws among the closest tenth, 0 to 1."""
        return self.top / DRAWS


def tier(top: int) -> Tier:
    """The tier of an occupation that is among the closest tenth in ``top`` of 1,000 draws."""
    return next(name for name, fewest in TIERS if top >= fewest)


def tier_sentence(name: Tier) -> Said:
    """What a job's tier says, to the client."""
    return _SENTENCES[name]
