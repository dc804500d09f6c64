"""Which places pay is shown for: the home area first, then chosen areas, then industries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.occupation.listing import Area
from counselor_app.domain.occupation.wages import NATION
from counselor_app.errors import UserError
from counselor_app.language import joined
from counselor_app.machine import Machine
from counselor_app.store.listing import area_code, areas, industries
from counselor_app.store.reference import Pack
from counselor_app.ui.state.preferences import Preferences


def with_home(machine: Machine, pack: Pack) -> Machine:
    """The machine's settings with the code of the home area, which people write by its name."""
    if not machine.home:
        return machine
    try:
        return replace(machine, home=area_code(pack, machine.home))
    except UserError as error:
        said = joined((str(machine.file), str(error)), ": ")
        return replace(machine, home=None, trouble=joined((machine.trouble, said)))


class Places(QObject):
    """The places of the preferences, as far as the pack knows them; ``changed`` after a choice.

    A client's own home area stands before the computer's while they are there.
    """

    changed = Signal()

    def __init__(self, pack: Pack, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack, self._preferences = pack, preferences
        self._clients = ""

    @property
    def home(self) -> str:
        """The home area's code, where this pack knows it; else ""."""
        homes = (self._clients, self._preferences.settings.home)
        return next((home for home in homes if home and home in self._names), "")

    @property
    def home_fixed(self) -> bool:
        """Whether the school has set the home area of this computer."""
        return "home" in self._preferences.machine.fixed

    def follow(self, home: str) -> None:
        """Put a client's own home area first while they are there; "" for none."""
        was, self._clients = self.home, home
        if self.home != was:
            self.changed.emit()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was chosen, whether this pack knows it or not."""
        return self._preferences.settings.places

    def shown(self) -> list[str]:
        """The home area, then the chosen places that this pack knows; industries come last."""
        if not self.chosen and not self._clients and not self._preferences.settings.home:
            return []
        parts = {part.code for part in self.industries}
        wanted = [code for code in (self.home, *self.chosen) if code in self._names]
        return list(dict.fromkeys([*wanted, *(code for code in self.chosen if code in parts)]))

    def named(self) -> list[tuple[str, str]]:
        """Code and name of the nation and of each chosen area."""
        names = self._names
        return [(code, names[code]) for code in (NATION, *self.shown()) if code in names]

    def set_areas(self, codes: Sequence[str]) -> None:
        """Choose the areas; the industries stay."""
        kept = [code for code in self.chosen if code not in self._names]
        self._take([*codes, *kept])

    def set_industries(self, codes: Sequence[str]) -> None:
        """Choose the industries; the areas stay."""
        parts = {part.code for part in self.industries}
        self._take([*(code for code in self.chosen if code not in parts), *codes])

    def set_home(self, home: str) -> None:
        """Put an area first everywhere on this computer, or none with ""."""
        self._preferences.remember(self._preferences.settings._replace(home=home))
        self.changed.emit()

    def remove(self, code: str) -> None:
        """Take a place off; the home area is forgotten with it."""
        settings = self._preferences.settings
        home = "" if code == settings.home else settings.home
        self._clients = "" if code == self._clients else self._clients
        places = tuple(place for place in settings.places if place != code)
        self._preferences.remember(settings._replace(home=home, places=places))
        self.changed.emit()

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Every area of the pack."""
        return areas(self._pack)

    @cached_property
    def industries(self) -> tuple[Area, ...]:
        """Every industry of the pack."""
        return industries(self._pack)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {area.code: area.name for area in self.areas}

    def _take(self, places: Sequence[str]) -> None:
        self._preferences.remember(self._preferences.settings._replace(places=tuple(places)))
        self.changed.emit()
