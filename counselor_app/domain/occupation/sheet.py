"""Everything the pack knows of one occupation: the one object that window, report and
command line read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import NOT_IN_PACK
from counselor_app.domain.occupation.handbook import HandbookPage
from counselor_app.domain.occupation.hours_pressure import Condition
from counselor_app.domain.occupation.interests import Interests, Likeness
from counselor_app.domain.occupation.kin import Kin
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.outlook import Exposure, Factor, Outlook
from counselor_app.domain.occupation.plain_words import JobWords
from counselor_app.domain.occupation.wages import NATION, WageRow
from counselor_app.domain.occupation.workers import Apprenticeship, Cluster

RELATED, ALL_RELATED = 8, 20
COUNTED = 49


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
    """A related occupation with the figures a row needs.

    ``full_year``: ``pay`` is that of full-time work all year round. ``here`` is the median in the
    first place asked for (the nation's without one), ``outlook`` holds the way in too. ``shared``:
    pay is published for one group that holds both jobs. ``kin``: what the two have in common; None
    where no release, but an editor, names the one beside the other.
    """

    code: str
    title: str
    pay: Figure
    change_pct: Figure
    openings: Figure
    job_zone: Figure
    here: WageRow
    outlook: Outlook
    full_year: bool = True
    shared: bool = False
    kin: Kin | None = None


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


class SheetFigures(Mapping[str, Figure]):
    """The figures of an occupation by key; those of its ratings are read when one is asked for."""

    def __init__(self, known: Mapping[str, Figure], rest: Callable[[], Mapping[str, Figure]]):
        self._known, self._rest = known, rest

    @cached_property
    def _all(self) -> Mapping[str, Figure]:
        return {**self._known, **self._rest()}

    def __getitem__(self, key: str) -> Figure:
        found = self._known.get(key)
        return self._all[key] if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


@dataclass(frozen=True)
class Sheet:
    """One occupation, whole.

    ``figures`` holds every key that ``counselor-app show`` prints. ``wages`` holds the nation
    first, then the places asked for; ``all_occupations`` is what all jobs pay in the nation,
    ``all_here`` in the first of those places. ``requirements`` is keyed by O*NET scale: RL
    education, RW related experience, PT on-site, OJ on-the-job training. ``children`` are the rated
    occupations under an occupation that has no ratings itself. What only one page shows (`ratings`,
    `states`, `industries`, `related`, `alike`) is read when it is first asked for, so that an
    occupation opens fast. ``words`` are our own, ``handbook`` what its page says, ``description``
    and ``tasks`` official text of an imported release. ``lacks`` names the tables and the domains
    of ratings that are empty in this pack: where a tuple is empty, `why_none` tells a pack without
    them from an occupation without a row.
    """

    occupation: Occupation
    figures: Mapping[str, Figure]
    wages: tuple[WageRow, ...]
    all_occupations: WageRow
    all_here: WageRow
    interests: Interests
    outlook: Outlook
    factors: tuple[Factor, ...]
    exposure: tuple[Exposure, ...]
    requirements: Mapping[str, tuple[Requirement, ...]]
    titles: TitleList
    tools: tuple[Tool, ...]
    tools_source: Source
    related_source: Source
    programs: tuple[str, ...]
    programs_source: Source
    tasks: tuple[Task, ...]
    tasks_source: Source
    words: JobWords | None
    handbook: HandbookPage | None
    apprenticeship: Apprenticeship | None
    clusters: tuple[Cluster, ...]
    description: str | None
    description_source: Source
    children: tuple[tuple[str, str], ...]
    sources: Mapping[str, Source]
    lacks: frozenset[str]
    read_ratings: Callable[[], Mapping[Domain, tuple[Rating, ...]]]
    read_counted: Callable[[], tuple[str, ...]]
    read_states: Callable[[], tuple[WageRow, ...]]
    read_industries: Callable[[], tuple[tuple[IndustryShare, ...], float | None]]
    read_related: Callable[[int], tuple[Related, ...]]
    read_civilian: Callable[[], tuple[Related, ...]]
    read_alike: Callable[[], tuple[Likeness, ...]]
    read_conditions: Callable[[], tuple[Condition, ...]]

    @cached_property
    def ratings(self) -> Mapping[Domain, tuple[Rating, ...]]:
        """Rated elements by domain, most important first."""
        return self.read_ratings()

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """Titles of jobs that are counted in the occupation, at most `COUNTED`."""
        return self.read_counted()

    @cached_property
    def states(self) -> tuple[WageRow, ...]:
        """Every state and territory of OEWS by name: medians, employment, concentration."""
        return self.read_states()

    @cached_property
    def _sectors(self) -> tuple[tuple[IndustryShare, ...], float | None]:
        return self.read_industries()

    @property
    def industries(self) -> tuple[IndustryShare, ...]:
        """Sectors by employment, most first."""
        return self._sectors[0]

    @property
    def industries_missing_pct(self) -> float | None:
        """Percent of employees in none of the sectors shown; None where no sector is."""
        return self._sectors[1]

    @cached_property
    def related(self) -> tuple[Related, ...]:
        """The closest related occupations, closest first."""
        if "all_related" in self.__dict__:  # those are read
            return self.all_related[:RELATED]
        return self.read_related(RELATED)

    @cached_property
    def all_related(self) -> tuple[Related, ...]:
        """Every related occupation that the release names, closest first."""
        return self.read_related(ALL_RELATED)

    @cached_property
    def civilian(self) -> tuple[Related, ...]:
        """Civilian work that an editor chose beside a military occupation; else empty."""
        return self.read_civilian()

    @cached_property
    def alike(self) -> tuple[Likeness, ...]:
        """Occupations with the most similar interests."""
        return self.read_alike()

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Hours, pressure and control, as far as enough of them is known."""
        return self.read_conditions()

    def why_none(self, part: str, words: str) -> str:
        """``words`` where this occupation has no row of ``part``; that the pack lacks it else."""
        return NOT_IN_PACK if part in self.lacks else words

    @property
    def nation(self) -> WageRow:
        """The national wage row."""
        return self.wages[0]

    @property
    def places(self) -> tuple[WageRow, ...]:
        """The areas asked for besides the nation."""
        return tuple(row for row in self.wages if row.place_code != NATION)
