"""How ready a client is to choose, asked before and after: five own statements, one by one.

No total and no norms (METHODS 6, convention).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from typing import Literal, NamedTuple

from counselor_app.domain.fit.measurement import NINE_IN_TEN
from counselor_app.errors import UserError
from counselor_app.language import Said, _, pgettext

Change = Literal["clearer", "less clear", "about the same"]

EDITION = "1"
ANSWERS: tuple[Said, ...] = (
    pgettext("answer", "not yet"), pgettext("answer", "a little"),
    pgettext("answer", "mostly"), pgettext("answer", "yes"),
)  # fmt: skip
"""The answers 0 to 3."""

CHANGE_WORDS: Mapping[Change, Said] = {
    "clearer": _("Clearer than before"),
    "less clear": _("Less clear than before"),
    "about the same": _("About the same as before"),
}

SITE_LEAST = 20
"""Changes without which a site's mean is not shown: fewer could be one person's."""

_STATEMENTS, _HIGHEST = 5, 3
_PAIRS_NEEDED = 4
_CLEAR = 2  # more statements up than down, or down than up


class Statement(NamedTuple):
    """One of the five: a stable id and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadinessAnswers:
    """Answers 0 (not yet) to 3 (yes) by the id of a statement; those left out are missing.

    Raises:
        UserError: when one is no answer.
    """

    given: Mapping[str, int]
    edition: str = EDITION

    def __post_init__(self) -> None:
        for value in self.given.values():
            _check(value)

    def row(self, statements: Sequence[Statement]) -> tuple[int | None, ...]:
        """The answers in the order of the statements, None where left out."""
        return checked_answers([self.given.get(statement.id) for statement in statements])


class ReadinessChange(NamedTuple):
    """Statements answered higher, lower and the same; words None under four pairs."""

    up: int
    down: int
    same: int
    words: Change | None


class SiteChange(NamedTuple):
    """Mean change of one statement over the persons of a site, with its 90 % interval.

    All but ``n`` are None under twenty persons.
    """

    n: int
    mean: float | None
    low: float | None
    high: float | None


def checked_answers(answers: Sequence[int | None]) -> tuple[int | None, ...]:
    """Answers to the five statements in their order, 0 (not yet) to 3 (yes), None where left out.

    Raises:
        UserError: when they are not five, or one is no answer.
    """
    if len(answers) != _STATEMENTS:
        raise UserError(
            _("{n} answers were given; expected five, one a statement.", n=len(answers))
        )
    for value in answers:
        if value is not None:
            _check(value)
    return tuple(answers)


def _check(value: int) -> None:
    if isinstance(value, bool) or value not in range(_HIGHEST + 1):
        raise UserError(
            _("{value} is no answer; expected 0 ({low}) to 3 ({high}).",
              value=repr(value), low=ANSWERS[0], high=ANSWERS[-1])
        )  # fmt: skip


def change(before: Sequence[int | None], after: Sequence[int | None]) -> ReadinessChange:
    """What moved between two times, statement by statement; there is no total.

    "Clearer" where two or more statements went up than down, "less clear" the other way round.
    """
    pairs = [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if one is not None and other is not None
    ]
    up = sum(other > one for one, other in pairs)
    down = sum(other < one for one, other in pairs)
    words: Change | None = None
    if len(pairs) >= _PAIRS_NEEDED:
        words = "about the same"
        if abs(up - down) >= _CLEAR:
            words = "clearer" if up > down else "less clear"
    return ReadinessChange(up, down, len(pairs) - up - down, words)


def changed(
    before: ReadinessAnswers | None,
    after: ReadinessAnswers | None,
    statements: Sequence[Statement],
) -> ReadinessChange | None:
    """What moved from before to after; None without both, or in two editions."""
    if before is None or after is None or not before.edition == after.edition == EDITION:
        return None
    return change(before.row(statements), after.row(statements))


def site_change(changes: Sequence[int]) -> SiteChange:
    """The mean change of one statement at a site: mean ± 1.645 SD / √n (SD divides by n − 1)."""
    n = len(changes)
    if n < SITE_LEAST:
        return SiteChange(n, None, None, None)
    mean, half = fmean(changes), NINE_IN_TEN * stdev(changes) / sqrt(n)
    return SiteChange(n, mean, mean - half, mean + half)


def change_words(found: ReadinessChange) -> Said:
    """The change in words, or that too few statements were answered both times."""
    if found.words is None:
        return _("Too few statements were answered both times to say.")
    return CHANGE_WORDS[found.words]
