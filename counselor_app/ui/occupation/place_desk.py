"""Which places are shown: the home area first, chosen areas, industries; chosen in dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counselor_app.domain.occupation.listing import Area
from counselor_app.domain.occupation.wages import NATION
from counselor_app.store.listing import areas, industries

if TYPE_CHECKING:
    from counselor_app.ui.shell.desk import Desk


class PlaceDesk(QObject):
    """Reads and changes the places of the desk's settings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    @property
    def home(self) -> str:
        """The home area's code, where this pack knows it; else ""."""
        home = self._desk.settings.home
        return home if home and home in {area.code for area in self._areas} else ""

    def shown(self) -> list[str]:
        """The home area, then the chosen places that this pack knows; industries come last."""
        settings = self._desk.settings
        if not settings.places and not settings.home:
            return []
        known = {area.code for area in self._areas}
        parts = {part.code for part in self._industries}
        wanted = [code for code in (self.home, *settings.places) if code in known]
        return list(dict.fromkeys([*wanted, *(c for c in settings.places if c in parts)]))

    def named(self) -> list[tuple[str, str]]:
        """Code and name of the nation and of each chosen area."""
        names = {area.code: area.name for area in self._areas}
        return [(code, names[code]) for code in (NATION, *self.shown()) if code in names]

    def choose(self, kind: str) -> None:
        """Let the user choose an "area", an "industry" or the "home"."""
        choose = {"industry": self.choose_industries, "home": self.choose_home}
        choose.get(kind, self.choose_areas)()

    def choose_areas(
        self, over: QWidget | None = None, then: Callable[[], None] | None = None
    ) -> None:
        """Choose the areas for pay, in a dialog over ``over``; ``then`` runs after the change."""
        from counselor_app.ui.occupation.places_dialog import PlacesDialog

        desk = self._desk
        desk.popovers.close()
        chosen, over = desk.settings.places, over or desk.window_
        kept = [code for code in chosen if code not in {area.code for area in self._areas}]
        dialog = PlacesDialog(self._areas, chosen, desk.theme, over)
        dialog.chosen.connect(lambda places: desk.set_places([*places, *kept]))
        if then is not None:
            dialog.chosen.connect(lambda _: then())
        dialog.open()

    def choose_industries(self) -> None:
        """Choose the industries to show beside the areas."""
        from counselor_app.ui.occupation.places_dialog import INDUSTRIES, PlacesDialog

        desk = self._desk
        desk.popovers.close()
        chosen = desk.settings.places
        kept = [code for code in chosen if code not in {part.code for part in self._industries}]
        dialog = PlacesDialog(self._industries, chosen, desk.theme, desk.window_, INDUSTRIES)
        dialog.chosen.connect(lambda codes: desk.set_places([*kept, *codes]))
        dialog.open()

    def choose_home(self) -> None:
        """Choose the area that comes first everywhere."""
        from counselor_app.ui.occupation.places_dialog import HOME, PlacesDialog

        desk = self._desk
        desk.popovers.close()
        chosen = [desk.settings.home] if desk.settings.home else []
        dialog = PlacesDialog(self._areas, chosen, desk.theme, desk.window_, HOME)
        dialog.chosen.connect(self.set_home)
        dialog.open()

    def set_home(self, home: Sequence[str]) -> None:
        """Put an area first everywhere (or none), and remember it."""
        desk = self._desk
        desk.remember(desk.settings._replace(home=home[0] if home else ""))
        desk.lookup.home = self.home
        desk.set_places(desk.settings.places)

    def remove(self, code: str) -> None:
        """Take a place off; the home area is forgotten with it."""
        desk = self._desk
        if code == desk.settings.home:
            self.set_home(())
        desk.set_places([place for place in desk.settings.places if place != code])

    @cached_property
    def _areas(self) -> tuple[Area, ...]:
        return areas(self._desk.pack)

    @cached_property
    def _industries(self) -> tuple[Area, ...]:
        return industries(self._desk.pack)
