"""The open pack: its occupations, read once and kept while they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.fit import Match
from counselor_app.domain.fit.groups import Families
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.moving import Moving
from counselor_app.domain.fit.similarity import Demand
from counselor_app.domain.fit.tiers import Redraws
from counselor_app.domain.occupation.days import DayFacts
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.occupation.search import Hit
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.errors import UserError
from counselor_app.store.areas import distinctive_areas
from counselor_app.store.handbook import day_facts
from counselor_app.store.listing import (
    all_jobs_change_pct,
    area_pay,
    entry_education,
    occupations,
)
from counselor_app.store.match_list import match_list
from counselor_app.store.matching import important_demands
from counselor_app.store.reference import DamagedPackError, Pack, open_pack
from counselor_app.store.search import search
from counselor_app.store.sheet import read_sheet
from counselor_app.store.transition import read_moving
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.state.places import Places

T = TypeVar("T")
N = TypeVar("N")
_KEPT_SHEETS = 12


class Reference(QObject):
    """Reads the pack for the window.

    ``damaged`` says that it cannot be read on, ``unknown`` what was asked and is not in it.
    """

    damaged = Signal(str)
    unknown = Signal(str)

    def __init__(self, pack: Pack, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pack, self._places = pack, places
        self.jobs = occupations(pack)
        self.titles = {job.code: job.title for job in self.jobs}
        self.lookup = Lookup(pack, places.home, self.damaged.emit)
        self._sheets: OrderedDict[str, Sheet] = OrderedDict()
        self._pay: dict[str, Mapping[str, tuple[float | None, str]]] = {}
        places.changed.connect(self._replaced)

    @property
    def path(self) -> Path:
        """The pack's file."""
        return self.pack.path

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the pack."""
        return tuple(self.pack.sources.values())

    def sheet(self, code: str) -> Sheet | None:
        """An occupation with the chosen places; None where it cannot be read, which is told."""
        found = self._sheets.get(code)
        if found is None:
            try:
                found = self._read(lambda: read_sheet(self.pack, code, self._places.shown()), None)
            except UserError as error:
                self.unknown.emit(str(error))
            if found is None:
                return None
            self._sheets[code] = found
            if len(self._sheets) > _KEPT_SHEETS:
                self._sheets.popitem(last=False)
        return found

    def sheets(self, codes: Sequence[str]) -> list[Sheet]:
        """Those of the occupations that can be read."""
        return [sheet for code in codes if (sheet := self.sheet(code)) is not None]

    def find(self, text: str, limit: int) -> Sequence[Hit]:
        """What a query finds, best first."""
        return self._read(lambda: search(self.pack, text, limit), ())

    def profiles(self) -> Sequence[InterestProfile]:
        """The interests of every rated occupation."""
        return self.pack.interest_profiles

    @cached_property
    def families(self) -> Families:
        """The groups of near twins, and what they are called."""
        return self._read(lambda: self.pack.families, Families({}, {}))

    def demands(self) -> Mapping[str, Mapping[str, Demand]]:
        """What every occupation asks of each element, by occupation and element."""
        return important_demands(self.pack)

    def pay(self, area: str) -> Mapping[str, tuple[float | None, str]]:
        """Median pay of every occupation in an area, dollars a year, and as it is printed."""
        if area not in self._pay:
            found = self._read(lambda: area_pay(self.pack, area), None)
            if found is None:
                return {}
            self._pay[area] = found
        return self._pay[area]

    @cached_property
    def days(self) -> Mapping[str, DayFacts]:
        """What filters ask of licenses and days, of every occupation of which it is said."""
        return self._read(lambda: day_facts(self.pack), {})

    @property
    def has_areas(self) -> bool:
        """Whether jobs are rated on specific interest areas."""
        return self._read(lambda: "area" not in self.pack.lacks, False)

    @cached_property
    def areas(self) -> Mapping[str, tuple[str, ...]]:
        """The most distinctive interest areas of every job that is rated on them, by element."""
        return self._read(lambda: distinctive_areas(self.pack), {})

    @cached_property
    def education(self) -> Mapping[str, str]:
        """The typical entry education of every occupation."""
        return entry_education(self.pack)

    @cached_property
    def all_jobs_change_pct(self) -> float | None:
        """Percent by which the number of all jobs changes over the projections' decade."""
        return all_jobs_change_pct(self.pack)

    def match_list(
        self, ranking: Sequence[Match], place: str, redraws: Redraws | None = None
    ) -> MatchList:
        """The ranking by tiers with pay, outlook and preparation, as a report prints it."""
        return match_list(self.pack, ranking, redraws, place=place)

    def moving(self, code: str, area: str, rung: int | None, levels: Mapping[str, float]) -> Moving:
        """Where an occupation leads, as `store.transition.read_moving`: for a thread."""
        return read_moving(self.pack, code, area, rung, levels)

    @property
    def element_names(self) -> dict[str, str]:
        """The name of every rated element, by its id."""
        return {element: name for element, (name, _) in self.pack.elements.items()}

    @property
    def match_sources(self) -> tuple[Source, ...]:
        """Where interests, pay and outlook of the matches come from."""
        parts = (("interest", "onet"), ("wage", "oews"), ("projection", "ep"))
        return tuple(self.pack.source_of(*part) for part in parts)

    def guarded(self, read: Callable[[], T]) -> T | None:
        """What ``read`` gives; None where the pack cannot be read on, which is told."""
        return self._read(read, None)

    def reader(self) -> Callable[[], AbstractContextManager[Callable[[str], Sheet]]]:
        """What opens the pack once more, in another thread, and reads occupations of it."""
        return partial(_reading, self.pack.path, tuple(self._places.shown()))

    def forget(self) -> None:
        """Read occupations from the pack again when they are next asked for."""
        self._sheets.clear()

    def _replaced(self) -> None:
        self.lookup.home = self._places.home
        self.forget()

    def _read(self, read: Callable[[], T], nothing: N) -> T | N:
        try:
            return read()
        except DamagedPackError as error:
            self.damaged.emit(str(error))
            return nothing


@contextmanager
def _reading(path: Path, places: Sequence[str]) -> Iterator[Callable[[str], Sheet]]:
    with open_pack(path) as pack:
        yield lambda code: read_sheet(pack, code, places)
