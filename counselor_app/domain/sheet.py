"""Everything the pack knows of one occupation: the one object that window, report and
command line read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counselor_app.domain.interests import Interests, Likeness
from counselor_app.domain.occupation import Occupation
from counselor_app.domain.outlook import Exposure, Factor, Outlook
from counselor_app.domain.provenance import Figure, Source
from counselor_app.domain.ratings import Domain, Rating
from counselor_app.domain.wages import NATION, WageRow


@dataclass(frozen=True, slots=True)
class TitleList:
    """Other titles for the job, best known first, and how many there are in all."""

    titles: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool or software product; ``hot`` in ads for all jobs, ``in_demand`` for this one."""

    name: str
    kind: str
    hot: bool
    in_demand: bool


@dataclass(frozen=True, slots=True)
class Related:
    """A related occupation with the figures a row needs."""

    code: str
    title: str
    pay: Figure
    change_pct: Figure
    openings: Figure
    job_zone: Figure


@dataclass(frozen=True, slots=True)
class Requirement:
    """What share of people asked say a newcomer needs this (percent, with n and interval)."""

    category: int
    words: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class IndustryShare:
    """One sector's part of the occupation's employees.

    ``share`` is percent of the occupation's employees in the nation (OEWS); None when either
    number is withheld. Of the wages it holds the medians.
    """

    wages: WageRow
    share: Figure


@dataclass(frozen=True, slots=True)
class Task:
    """An official task statement; only in a pack built from an imported release."""

    text: str
    core: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One occupation, whole.

    ``figures`` holds every key that ``counselor-app show`` prints, for ``area``. ``wages``
    holds the nation first, then the areas asked for. ``ratings`` are ordered by importance
    within each domain. ``requirements`` is keyed by O*NET scale: RL education, RW related
    experience, PT on-site, OJ on-the-job training. ``children`` are the rated occupations
    under an occupation that has no ratings itself. ``states`` holds every state and territory
    of OEWS, by name, with its medians, employment and concentration.
    Empty tuples mean "not in this pack"; each page says so in words.
    """

    occupation: Occupation
    figures: Mapping[str, Figure]
    wages: tuple[WageRow, ...]
    all_occupations: WageRow
    ratings: Mapping[Domain, tuple[Rating, ...]]
    interests: Interests
    alike: tuple[Likeness, ...]
    outlook: Outlook
    factors: tuple[Factor, ...]
    exposure: tuple[Exposure, ...]
    states: tuple[WageRow, ...]
    industries: tuple[IndustryShare, ...]
    industries_missing_pct: float | None
    requirements: Mapping[str, tuple[Requirement, ...]]
    titles: TitleList
    tools: tuple[Tool, ...]
    tools_source: Source
    related: tuple[Related, ...]
    related_source: Source
    programs: tuple[str, ...]
    programs_source: Source
    tasks: tuple[Task, ...]
    tasks_source: Source
    description: str | None
    description_source: Source
    children: tuple[tuple[str, str], ...]
    sources: Mapping[str, Source]

    @property
    def nation(self) -> WageRow:
        """The national wage row."""
        return self.wages[0]

    @property
    def places(self) -> tuple[WageRow, ...]:
        """The areas asked for besides the nation."""
        return tuple(row for row in self.wages if row.place_code != NATION)
