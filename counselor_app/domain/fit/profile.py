"""What a client's own scores say: letters and their ties, differentiation, the Prediger plane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from statistics import pstdev

from counselor_app.domain.fit.congruence import consistency
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import flat, flat_words, tied
from counselor_app.domain.occupation.interests import LETTERS, direction
from counselor_app.language import Said, _, joined


@dataclass(frozen=True, slots=True)
class Plane:
    """A point of Prediger's plane: positive towards things, and towards data.

    Both axes in standard deviations of the standardised profile, weighted as published.
    """

    things_people: float
    data_ideas: float


@dataclass(frozen=True, slots=True)
class ClientProfile:
    """Descriptors of six scores, in the instrument's points (METHODS 1, published).

    ``codes`` holds the client's code of three letters in every ordering that the ties allow,
    the order of the scores first. ``ties`` are the pairs of letters within the error of a
    difference, None where the instrument has no published error (equal scores still give
    several codes). ``consistency`` is None where equal scores leave the first two letters
    open; ``consistency_possible`` lists what the tied orderings give. ``elevation`` is the
    sum, ``spread`` the highest score less the lowest, ``sd`` divides by 6.
    """

    codes: tuple[str, ...]
    ties: tuple[str, ...] | None
    consistency: str | None
    consistency_possible: tuple[str, ...]
    spread: float
    iachan_l1: float
    elevation: float
    sd: float
    plane: Plane | None


def ordered(scores: Sequence[float]) -> list[int]:
    """Places of the six scores, highest first, equal ones in R I A S E C order."""
    return sorted(range(6), key=lambda place: (-scores[place], place))


def tied_codes(scores: Sequence[float], tie: Callable[[int, int], bool]) -> tuple[str, ...]:
    """Every code of three letters that the scores may have, given which places are a ``tie``.

    A letter comes before another wherever its score is higher and no tie; all orderings that
    keep to this count. The order of the scores themselves comes first.
    """

    def codes(rest: list[int], length: int) -> Iterator[str]:
        if not length:
            yield ""
            return
        for place in rest:
            if any(scores[o] > scores[place] and not tie(o, place) for o in rest):
                continue
            for more in codes([other for other in rest if other != place], length - 1):
                yield LETTERS[place] + more

    return tuple(codes(ordered(scores), 3))


def tied_pairs(scores: Sequence[float], tie: Callable[[int, int], bool]) -> tuple[str, ...]:
    """Every two letters whose scores are a ``tie``, by place; the higher first."""
    order = ordered(scores)
    return tuple(
        LETTERS[one] + LETTERS[other]
        for place, one in enumerate(order)
        for other in order[place + 1 :]
        if tie(one, other)
    )


def iachan_l1(scores: Sequence[float]) -> float:
    """Differentiation (x1 - (x2 + x4) / 2) / 2, the scores sorted from the highest."""
    x = sorted(scores, reverse=True)
    return (x[0] - (x[1] + x[3]) / 2) / 2


def prediger(scores: Sequence[float]) -> Plane | None:
    """Where a profile lies between things and people, data and ideas; None without variance.

    On standardised scores: 2R + I - A - 2S - E + C and √3 (E + C - I - A).
    """
    unit = direction(scores)
    if unit is None:
        return None
    r, i, a, s, e, c = (x * sqrt(6) for x in unit)
    return Plane(2 * r + i - a - 2 * s - e + c, sqrt(3) * (e + c - i - a))


def client_codes(client: ClientScores) -> tuple[str, ...]:
    """The client's code in every tied ordering; a bare code as it was given."""
    if not client.scores:
        return (client.letters,)
    return tied_codes(client.scores, partial(tied, client))


def code_words(client: ClientScores) -> str:
    """The client's code in the order of the scores, "and ties" where others are as likely."""
    codes = client_codes(client)
    return codes[0] if len(codes) < 2 else _("{code} and ties", code=codes[0])


def describe(client: ClientScores) -> ClientProfile | None:
    """The descriptors of a client's scores; None for a bare code."""
    scores = client.scores
    if not scores:
        return None
    codes = client_codes(client)
    own = {consistency(code) for code in tied_codes(scores, lambda i, j: scores[i] == scores[j])}
    possible = {consistency(code) for code in codes}
    return ClientProfile(
        codes=codes,
        ties=None if client.instrument.sem is None else tied_pairs(scores, partial(tied, client)),
        consistency=own.pop() if len(own) == 1 else None,
        consistency_possible=tuple(w for w in ("high", "medium", "low") if w in possible),
        spread=max(scores) - min(scores),
        iachan_l1=iachan_l1(scores),
        elevation=sum(scores),
        sd=pstdev(scores),
        plane=prediger(scores),
    )


def no_ranking(client: ClientScores) -> Said | None:
    """Why no occupation can be matched with these scores; None when they can."""
    if not client.scores:
        return _(
            "A Holland code has no scores, so no match can be computed;"
            " its agreement with one occupation's code can."
        )
    return flat_words(client) if flat(client) else None


def caution(client: ClientScores) -> Said | None:
    """What must be said before a ranking of these scores; None when there is nothing."""
    if no_ranking(client) or client.instrument.sem is not None:
        return None
    shown = _("So no ties are shown: near scores may be equal.")
    return joined((client.instrument.error, shown))
