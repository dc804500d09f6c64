"""Whether one occupation is a way into the field of another, or only has something in common."""

from __future__ import annotations

from dataclasses import dataclass

CLOSE, CLOSEST = 10, 5
"""Places in O*NET's list: its "primary" related occupations, and the first half of them."""
ALIKE = 0.7
"""Correlation of interests from which two occupations are for the same people [convention]."""


@dataclass(frozen=True, slots=True)
class Kin:
    """What a related occupation shares with the one that names it.

    ``place`` is its place in O*NET's list, 1 for the closest. ``cluster``: a career sub-cluster in
    common; ``program``: a program of study that prepares for both; ``group``: the same minor group
    of the SOC. ``likeness`` is the correlation of the interests, None where either has none.
    """

    place: int
    cluster: bool
    program: bool
    group: bool
    likeness: float | None

    @property
    def near(self) -> bool:
        """Close enough to be named beside the other: of its sub-cluster, or a primary relation."""
        return self.place <= CLOSE or self.cluster

    @property
    def same_field(self) -> bool:
        """Of one field, so that the one can be begun with and lead to the other.

        A primary relation within a sub-cluster, for people of the same interests, and besides one
        of the five closest, of the same minor group, or learned in the same programs.
        """
        if self.place > CLOSE or not self.cluster:
            return False
        if self.likeness is not None and self.likeness < ALIKE:
            return False
        return self.place <= CLOSEST or self.group or self.program
