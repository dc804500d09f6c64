"""What pages ask of the pack beyond an occupation's sheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.landscape import Landscape
from counselor_app.domain.occupation.places import AreaKind, Measure, RankedArea
from counselor_app.domain.occupation.plain_words import ElementWords, Wording, meaning
from counselor_app.domain.occupation.prices import PriceParities, release_year
from counselor_app.domain.occupation.rules import StandOut, stands_out
from counselor_app.domain.occupation.sheet import IndustryShare, Sheet
from counselor_app.domain.occupation.wages import IndustryLevel
from counselor_app.store.landscape import landscape
from counselor_app.store.places import ranked_areas
from counselor_app.store.plain_words import (
    element_words,
    has_descriptions,
    preparation_words,
)
from counselor_app.store.prices import price_parities
from counselor_app.store.reference import DamagedPackError, Pack
from counselor_app.store.wages import industry_shares

T = TypeVar("T")


class Lookup:
    """Reads when asked; a pack that cannot be read answers with nothing and says ``damaged``.

    ``home`` is the code of the area that comes first, "" for none; ``words`` whose description
    of a job the user wants to read.
    """

    words: Wording = "both"

    def __init__(self, pack: Pack, home: str, damaged: Callable[[str], None]) -> None:
        self._pack, self.home, self._damaged = pack, home, damaged

    def areas(self, sheet: Sheet, measure: Measure, kind: AreaKind) -> tuple[RankedArea, ...]:
        """Every area of a kind by a measure, the home area first."""
        home = self.home or None
        return self._read(
            lambda: ranked_areas(self._pack, sheet.occupation, measure, kind, home), ()
        )

    def industries(
        self, sheet: Sheet, level: IndustryLevel
    ) -> tuple[tuple[IndustryShare, ...], float | None]:
        """The industries of one level, most employees first, and the percent in none of them."""
        if level == "sector":
            return sheet.industries, sheet.industries_missing_pct
        nothing: tuple[tuple[IndustryShare, ...], float | None] = ((), None)
        return self._read(
            lambda: industry_shares(self._pack, sheet.occupation, sheet.nation, level), nothing
        )

    def stands_out(self, sheet: Sheet) -> tuple[StandOut, ...]:
        """What stands out of the occupation's figures."""
        found = self._landscape
        return stands_out(sheet, found) if found is not None else ()

    @cached_property
    def has_official(self) -> bool:
        """Whether the pack holds official descriptions."""
        return self._read(lambda: has_descriptions(self._pack), False)

    @cached_property
    def parities(self) -> PriceParities | None:
        """Price levels to set beside the pack's wages."""
        year = release_year(self._pack.source_of("wage", "oews"))
        return self._read(lambda: price_parities(self._pack, year), None)

    def meaning(self, figure: Figure) -> tuple[tuple[str, str], ...]:
        """What the skill, interest, zone or training behind a figure is, label and text."""
        return meaning(figure, *self._words)

    @cached_property
    def _words(self) -> tuple[dict[str, ElementWords], dict[tuple[str, str], str]]:
        pack = self._pack
        nothing: tuple[dict[str, ElementWords], dict[tuple[str, str], str]] = ({}, {})
        return self._read(lambda: (element_words(pack), preparation_words(pack)), nothing)

    @cached_property
    def _landscape(self) -> Landscape | None:
        return self._read(lambda: landscape(self._pack), None)

    def _read(self, read: Callable[[], T], nothing: T) -> T:
        try:
            return read()
        except DamagedPackError as error:
            self._damaged(str(error))
            return nothing
