"""Groups of near twins: occupations alike in interests and content, made once with the pack.

Complete linkage, so that any two members are near: distance = max((1 − r) / .10,
(1 − cosine) / .40) of interests and content, up to 1 (METHODS 2, convention, simulated).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import attrgetter
from typing import NamedTuple

from counselor_app.domain.fit.similarity import Importances, centred_cosine

_INTERESTS, _CONTENT = 0.10, 0.40  # 1 − r and 1 − cosine at which two are no twins any more
_SAME_SOC = 0.4  # of the distance, within one six-digit occupation
_DECIMALS = 9  # beyond which two distances are the same
_FAMILY = 4  # characters of a code that name its minor group: "29-1"
_SOC = 7


class Twin(NamedTuple):
    """What tells near twins of an occupation: ``direction`` of its interests, importances of its
    content (empty when not rated), job zone 1-5, rung of schooling 0-4, employment (thousands).
    """

    code: str
    direction: Sequence[float]
    importances: Importances
    zone: int | None
    rung: int | None
    employment: float | None


class Group(NamedTuple):
    """Near twins by code, and the member that they are named after."""

    named_after: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """The groups of a pack: ``group_of`` the code each occupation's group goes by, ``names`` what
    a group of two or more is called, by that code.
    """

    group_of: Mapping[str, str]
    names: Mapping[str, str]

    def of(self, code: str) -> str:
        """The code that an occupation's group goes by: its own where it stands alone."""
        return self.group_of.get(code, code)

    def name(self, code: str) -> str | None:
        """What the group of an occupation is called; None where it stands alone."""
        return self.names.get(self.of(code))

    def together(self, codes: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """An ordered list with near twins together, each group at its first member's place."""
        return collapsed(codes, self.group_of)


def distance(one: Twin, other: Twin, means: Importances) -> float | None:
    """How far apart two occupations are, 0 and up; None where they may not join.

    ``means`` are each element's mean importance over all rated occupations.
    """
    same = one.code[:_SOC] == other.code[:_SOC]
    if one.code[:_FAMILY] != other.code[:_FAMILY]:
        return None
    if not same and (one.rung is None or one.rung != other.rung):
        return None
    if one.zone is not None and other.zone is not None:
        # Zone 1 counts as 2: newer releases have merged them.
        if abs(max(one.zone, 2) - max(other.zone, 2)) > 1:
            return None
    elif not same:
        return None
    r = sum(a * b for a, b in zip(one.direction, other.direction, strict=True))
    apart = (1 - r) / _INTERESTS
    if one.importances and other.importances:
        cosine = centred_cosine(one.importances, other.importances, means)
        if cosine is None:
            return None
        apart = max(apart, (1 - cosine) / _CONTENT)
    elif not same:
        return None
    return round(apart * _SAME_SOC if same else apart, _DECIMALS)


def groups(occupations: Iterable[Twin], means: Importances) -> tuple[Group, ...]:
    """Every occupation in its group, one alone in its own; in the order of their lowest codes.

    The two nearest groups join first, the lowest code and then the lowest second code among
    equally near ones, so that the same data always gives the same groups.
    """
    found: list[Group] = []
    ordered = sorted(occupations, key=attrgetter("code"))
    for _, family in groupby(ordered, key=lambda twin: twin.code[:_FAMILY]):
        twins = list(family)
        apart = {
            (a.code, b.code): far
            for a, b in combinations(twins, 2)
            if (far := distance(a, b, means)) is not None
        }
        employed = {twin.code: twin.employment or 0.0 for twin in twins}
        for members in _joined(list(employed), apart):
            first = min(members, key=lambda code: (-employed[code], code))
            found.append(Group(first, tuple(members)))
    return tuple(sorted(found, key=lambda group: group.members))


def _joined(
    codes: Sequence[str], apart: Mapping[tuple[str, str], float]
) -> Iterable[Sequence[str]]:
    """Complete linkage of codes in ascending order; each cluster goes by its lowest code."""
    members = {code: [code] for code in codes}
    near = {pair: far for pair, far in apart.items() if far <= 1}
    while near:
        one, other = min(near, key=lambda pair: (near[pair], pair))
        members[one] = sorted((*members[one], *members.pop(other)))
        for third in members:
            if third == one:
                continue
            links = [near.pop((min(x, third), max(x, third)), None) for x in (one, other)]
            far = [link for link in links if link is not None]
            if len(far) == len(links):
                near[min(one, third), max(one, third)] = max(far)
        near.pop((one, other))
    return members.values()


def collapsed(
    codes: Iterable[str], group_of: Mapping[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """An ordered list of codes with near twins together: each group stands at its first member.

    ``group_of`` gives the code a group is named after, by member; one that is in no group stands
    alone. Within a group the order of the list stays.
    """
    together: dict[str, list[str]] = {}
    for code in codes:
        together.setdefault(group_of.get(code, code), []).append(code)
    return tuple((name, tuple(members)) for name, members in together.items())
