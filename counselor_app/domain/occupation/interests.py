"""RIASEC interests of occupations and how close two profiles are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import sqrt

from counselor_app.domain.figures.provenance import Figure
from counselor_app.language import _, pgettext

LETTERS = "RIASEC"
NAMES: dict[str, str] = {
    "R": pgettext("interest", "Realistic"),
    "I": pgettext("interest", "Investigative"),
    "A": pgettext("interest", "Artistic"),
    "S": pgettext("interest", "Social"),
    "E": pgettext("interest", "Enterprising"),
    "C": pgettext("interest", "Conventional"),
}
PLAIN_NAMES: dict[str, str] = {
    "R": _("Making and fixing"),
    "I": _("Finding things out"),
    "A": pgettext("interest", "Creating"),
    "S": pgettext("interest", "Helping people"),
    "E": _("Leading and selling"),
    "C": _("Keeping things in order"),
}
"""The six interests in the words of a fifteen-year-old."""


@dataclass(frozen=True, slots=True)
class InterestProfile:
    """The six O*NET Occupational Interest values (1-7) and the high-point code of a job."""

    code: str
    title: str
    scores: tuple[float, ...]
    letters: str
    direction: tuple[float, ...] | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "direction", direction(self.scores))


@dataclass(frozen=True, slots=True)
class Interests:
    """An occupation's interests with provenance: six figures in R I A S E C order, its code."""

    scores: tuple[Figure, ...]
    letters: Figure

    @property
    def profile(self) -> tuple[float, ...] | None:
        """The six values, None unless all six are published."""
        numbers = [f.number for f in self.scores]
        return tuple(n for n in numbers if n is not None) if None not in numbers else None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another occupation and the correlation of its interests with this one's."""

    code: str
    title: str
    letters: str
    correlation: float


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson r of two six-point profiles; None when either has no variance (METHODS 1)."""
    mean1, mean2 = sum(one) / len(one), sum(other) / len(other)
    left = [x - mean1 for x in one]
    right = [y - mean2 for y in other]
    spread = sum(x * x for x in left) * sum(y * y for y in right)
    if spread < 1e-18:
        return None
    return sum(x * y for x, y in zip(left, right, strict=True)) / sqrt(spread)


def direction(scores: Sequence[float]) -> tuple[float, ...] | None:
    """A profile less its mean, scaled to length 1; None without variance.

    The inner product of two directions is their Pearson r, so that ranking all occupations
    against one costs six products each.
    """
    mean = sum(scores) / len(scores)
    centred = [x - mean for x in scores]
    length = sqrt(sum(x * x for x in centred))
    return tuple(x / length for x in centred) if length > 1e-9 else None


def most_alike(
    code: str, profiles: Iterable[InterestProfile], limit: int = 5
) -> tuple[Likeness, ...]:
    """The occupations whose interests correlate most with ``code``'s.

    Order: r descending at full precision, then title, then code (METHODS 1). Empty when the
    occupation has no interests or a flat profile.
    """
    everyone = [(p, p.direction) for p in profiles if p.direction is not None]
    own = next((d for p, d in everyone if p.code == code), None)
    if own is None:
        return ()
    a, b, c, d, e, f = own
    ranked = [
        (-(a * x[0] + b * x[1] + c * x[2] + d * x[3] + e * x[4] + f * x[5]), p.title, p.code, p)
        for p, x in everyone
        if p.code != code
    ]
    return tuple(
        Likeness(p.code, p.title, p.letters, -r) for r, _, _, p in nsmallest(limit, ranked)
    )
