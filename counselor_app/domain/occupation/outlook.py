"""Employment Projections: where jobs are going, told whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.provenance import Figure, Placement

Case = Literal[
    "growing fast", "growing", "steady", "shrinking, still hiring", "shrinking", "unknown"
]

SHRINKS = -1.0
"""Percent of ten years' change down to which employment holds steady [convention]."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Projections of one occupation; jobs in persons, rates and shares in percent.

    Exits (people who stop working) and transfers (people who change occupation) a year come
    from table 1.10, as do their rates in percent of jobs; with the yearly change they make up the
    openings. ``openings_rank`` is (rank, of) among occupations, 1 = most openings.
    ``all_jobs_change_pct`` is the same figure for all occupations. ``shared_title`` is set when a
    combined code is published.
    """

    base_year: int
    target_year: int
    base: Figure
    projected: Figure
    change: Figure
    change_pct: Figure
    openings: Figure
    exits: Figure
    transfers: Figure
    exit_rate: Figure
    transfer_rate: Figure
    self_employed_pct: Figure
    education: Figure
    experience: Figure
    training: Figure
    all_jobs_change_pct: Figure
    openings_rank: tuple[int, int] | None
    case: Case

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the occupation itself, in the order of the tables."""
        return (
            self.base, self.projected, self.change, self.change_pct, self.openings, self.exits,
            self.transfers, self.exit_rate, self.transfer_rate, self.education, self.experience,
            self.training, self.self_employed_pct,
        )  # fmt: skip


def outlook_case(change_pct: float | None, openings: float | None, all_jobs_pct: float) -> Case:
    """Which kind of outlook this is, from change and openings.

    "Steady" is within ± 1 percent; "growing fast" is at least twice the rate of all
    occupations; a decline with openings is "shrinking, still hiring" [conventions].
    """
    if change_pct is None:
        return "unknown"
    if change_pct <= SHRINKS:
        return "shrinking, still hiring" if openings and openings > 0 else "shrinking"
    if change_pct < -SHRINKS:
        return "steady"
    return "growing fast" if change_pct >= 2 * all_jobs_pct else "growing"


@dataclass(frozen=True, slots=True)
class Factor:
    """Why an occupation's share of an industry's jobs changes (table 1.12)."""

    industry: str
    kind: str
    direction: str


@dataclass(frozen=True, slots=True)
class Exposure:
    """One study of automation or AI, on its own scale, never averaged with another.

    ``figure.value`` is None and its flag names each older occupation with its value where
    several of the study's codes map to the occupation; ``figure.about`` names the occupation that
    a value belongs to where that is not this one, and ``whose`` says it inside a sentence.
    ``strip`` is every value of the study, ascending.
    """

    study: str
    name: str
    year: int
    meaning: str
    figure: Figure
    place: Placement | None
    strip: tuple[float, ...]
    whose: str = ""

    @property
    def authors(self) -> str:
        """Who measured: measures of the same authors, on the same ground, are one witness."""
        return self.study.partition("_")[0]
