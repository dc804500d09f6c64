"""Whether answers to near-synonyms agree: six pairs of items, one a scale (METHODS 3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

FAR = 3
"""Points from which the answers to a pair are far apart [convention]."""

_FLAGGED, _NEEDED = 2, 4


class Inconsistency(NamedTuple):
    """Pairs answered on both sides, those far apart, and the flag; None under four pairs."""

    compared: int
    far_apart: int
    flag: bool | None


def inconsistency(pairs: Iterable[tuple[int | None, int | None]]) -> Inconsistency:
    """Two or more pairs far apart flag answers, if at least four pairs were answered."""
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    far = sum(abs(a - b) >= FAR for a, b in both)
    return Inconsistency(len(both), far, far >= _FLAGGED if len(both) >= _NEEDED else None)
