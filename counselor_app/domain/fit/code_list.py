"""Occupations for a Holland code without scores: by the agreement of letters, no correlation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counselor_app.domain.fit.congruence import iachan_m, iachan_m_max
from counselor_app.domain.occupation.interests import InterestProfile


class CodeMatch(NamedTuple):
    """An occupation and Iachan's M with a code, 0 to ``m_max`` (28, 27 or 22)."""

    code: str
    title: str
    letters: str
    m: int
    m_max: int


def by_code(letters: str, profiles: Iterable[InterestProfile]) -> tuple[CodeMatch, ...]:
    """Every occupation that has a code, by M, then title, then code; equal M are equal.

    A code has no error that is known, so there are no ties, tiers or intervals (METHODS 2).
    """
    found = [
        CodeMatch(p.code, p.title, p.letters, iachan_m(letters, p.letters),
                  iachan_m_max(letters, p.letters))
        for p in profiles
        if p.letters
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.m, one.title, one.code)))
