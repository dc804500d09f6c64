"""Measurement error of six scores: of each scale, of a difference, and of a flat profile.

SEM = SD √(1 − reliability) (METHODS 2, convention); half the items leave 1/√2 of the points of
error on half the scale, and a scale prorated from k of n items has √(n/k) times as much.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Literal

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.language import Said, _, joined

FlatKind = Literal["many", "few", "mixed"]

NINE_IN_TEN = 1.645
"""Standard deviations to either side that hold nine in ten of a normal distribution."""

_EXACT = 1e-9  # decimals such as 16.1 - 8.1 are not exactly 8 points apart
_MANY, _FEW = 0.6, 0.3  # of the highest possible score [convention]


def prorated_sem(sem: float, answered: int, of: int) -> float:
    """SEM of a scale whose score was taken in proportion from ``answered`` of its items."""
    return sem * sqrt(of / answered)


def tie_bound(one: float, other: float) -> float:
    """Points up to which two scales of these SEMs are a tie: 1.645 √(SEM² + SEM²)."""
    return NINE_IN_TEN * sqrt(one**2 + other**2)


def sems(client: ClientScores) -> tuple[float, ...] | None:
    """The SEM of each scale in R I A S E C order, in its points; None where none is known."""
    sem, of = client.instrument.sem, client.instrument.items
    if sem is None:
        return None
    if not client.answered:
        return (sem,) * 6
    return tuple(prorated_sem(sem, answered, of) for answered in client.answered)


def tied(client: ClientScores, one: int, other: int) -> bool:
    """Whether two of the six scores, by place, are within error; without a SEM, are equal."""
    return within(client, client.scores[one] - client.scores[other], one, other)


def within(client: ClientScores, difference: float, one: int, other: int) -> bool:
    """Whether so many points between the scales at two places are within error."""
    errors = sems(client)
    bound = tie_bound(errors[one], errors[other]) if errors else 0.0
    return abs(difference) <= bound + _EXACT


def flat(client: ClientScores) -> bool:
    """Whether the highest and the lowest score tie: any order of jobs would be chance.

    False for a bare code, which has no scores.
    """
    scores = client.scores
    if not scores:
        return False
    highest = [place for place in range(6) if scores[place] == max(scores)]
    lowest = [place for place in range(6) if scores[place] == min(scores)]
    return any(tied(client, one, other) for one in highest for other in lowest)


def flat_kind(client: ClientScores) -> FlatKind:
    """What a flat profile says by its mean: "many" interests at 60 % of the highest possible
    score or more, "few" at 30 % or less, else "mixed" [convention].
    """
    mean = sum(client.scores) / len(client.scores)
    if mean >= _MANY * client.instrument.high - _EXACT:
        return "many"
    return "few" if mean <= _FEW * client.instrument.high + _EXACT else "mixed"


def flat_words(client: ClientScores) -> Said:
    """Why a flat profile puts no job before another, and what it does say."""
    why = _(
        "Undifferentiated profile: all six scores are within error of each other, so any order"
        " would be chance."
    )
    if client.instrument.sem is None:
        why = _("Undifferentiated profile: all six scores are equal, so any order would be chance.")
    return joined((why, flat_says(client)))


def flat_says(client: ClientScores) -> Said:
    """What a flat profile does say: how many kinds of work appeal."""
    return _KINDS[flat_kind(client)]


_KINDS: Mapping[FlatKind, Said] = {
    "many": _("Many kinds of work appeal to you."),
    "few": _("Few kinds of work appeal to you so far."),
    "mixed": _("Your likes are spread evenly over all kinds of work."),
}
