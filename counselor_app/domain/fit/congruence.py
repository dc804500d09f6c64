"""Holland codes on the hexagon: how well two of them agree, and how one holds together.

d is the cyclic distance of two letters on the hexagon R-I-A-S-E-C, 0 (same) to 3 (opposite).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.language import _, joined

C_MAX = 18
"""Highest Brown & Gore C, of two equal codes of three letters."""


_M_WEIGHTS = ((22, 10, 4), (10, 5, 2), (4, 2, 1))
_CONSISTENCY = {1: "high", 2: "medium", 3: "low"}


@dataclass(frozen=True, slots=True)
class Congruence:
    """How a person's code agrees with an occupation's, for every tied ordering of the person's.

    ``c``, ``m`` and ``first`` run over ``person_codes``. ``c`` (0-18) is None unless both codes
    have three letters; ``m`` goes from 0 to ``m_max`` (28, or 27 and 22 where the shorter code
    has two letters or one); ``first`` is 3 - d of the first letters (0-3). ``no_c`` and
    ``no_code`` say in words why something is None.
    """

    person_codes: tuple[str, ...]
    occupation_code: str
    c: tuple[int, ...] | None
    m: tuple[int, ...] | None
    m_max: int | None
    first: tuple[int, ...] | None
    no_c: str | None
    no_code: str | None


def distance(one: str, other: str) -> int:
    """Steps between two letters around the hexagon, 0 to 3."""
    steps = abs(LETTERS.index(one) - LETTERS.index(other))
    return min(steps, 6 - steps)


def brown_gore_c(person: str, occupation: str) -> int | None:
    """C = 3(3 - d1) + 2(3 - d2) + (3 - d3), 0-18; None unless both codes have three letters.

    Brown & Gore 1994 (METHODS 1, published).
    """
    if len(person) < 3 or len(occupation) < 3:
        return None
    return sum(
        weight * (3 - distance(mine, its))
        for weight, mine, its in zip((3, 2, 1), person, occupation, strict=False)
    )


def iachan_m(person: str, occupation: str) -> int:
    """M: the weights of the letters that both codes share, by place in each; 0-28.

    Iachan 1984 (METHODS 1, published); letters that a code lacks add nothing.
    """
    return sum(
        _M_WEIGHTS[place][occupation.index(letter)]
        for place, letter in enumerate(person[:3])
        if letter in occupation[:3]
    )


def iachan_m_max(person: str, occupation: str) -> int:
    """The highest M that codes of these lengths can have: 28, 27 or 22."""
    letters = min(len(person), len(occupation), 3)
    return sum(_M_WEIGHTS[place][place] for place in range(letters))


def consistency(code: str) -> str | None:
    """High, medium or low as the first two letters are adjacent, alternate or opposite.

    None for a code of one letter (METHODS 1).
    """
    return _CONSISTENCY[distance(code[0], code[1])] if len(code) > 1 else None


def congruence(person_codes: Sequence[str], occupation_code: str) -> Congruence:
    """Every index over all tied orderings of the person's code (all of one length)."""
    codes = tuple(person_codes)
    if not occupation_code:
        why = _("The release gives this occupation no interest code.")
        return Congruence(codes, "", None, None, None, None, why, why)
    short = [
        _("The code {code} has one letter", code=code)
        if len(code) == 1
        else _("The code {code} has two letters", code=code)
        for code in (codes[0], occupation_code)
        if len(code) < 3
    ]
    agreement = [c for code in codes if (c := brown_gore_c(code, occupation_code)) is not None]
    return Congruence(
        person_codes=codes,
        occupation_code=occupation_code,
        c=None if short else tuple(agreement),
        m=tuple(iachan_m(code, occupation_code) for code in codes),
        m_max=iachan_m_max(codes[0], occupation_code),
        first=tuple(3 - distance(code[0], occupation_code[0]) for code in codes),
        no_c=joined((*short, _("Brown & Gore C needs three in both.")), "; ") if short else None,
        no_code=None,
    )
