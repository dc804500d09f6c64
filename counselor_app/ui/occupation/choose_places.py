"""The dialogs that choose places for pay: areas, industries, the home area."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counselor_app.ui.parts.host import Host
from counselor_app.ui.state.places import Places


class ChoosePlaces(QObject):
    """Opens the dialogs and gives what they choose to ``places``.

    ``owner`` names a client whose home area can be kept with them; ``clients_home`` carries it.
    """

    clients_home = Signal(str)

    def __init__(self, places: Places, host: Host) -> None:
        super().__init__(host)
        self._places, self._host = places, host
        self.owner: Callable[[], str] = str

    def choose(self, kind: str) -> None:
        """Let the user choose an "area", an "industry" or the "home"."""
        choose = {"industry": self.choose_industries, "home": self.choose_home}
        choose.get(kind, self.choose_areas)()

    def choose_areas(
        self, over: QWidget | None = None, then: Callable[[], None] | None = None
    ) -> None:
        """Choose the areas for pay, in a dialog over ``over``; ``then`` runs after the change."""
        from counselor_app.ui.occupation.places_dialog import PlacesDialog

        self._host.settle_popover()
        places, over = self._places, over or self._host
        dialog = PlacesDialog(places.areas, places.chosen, self._host.theme, over)
        dialog.chosen.connect(places.set_areas)
        if then is not None:
            dialog.chosen.connect(lambda _: then())
        dialog.open()

    def choose_industries(self) -> None:
        """Choose the industries to show beside the areas."""
        from counselor_app.ui.occupation.places_dialog import INDUSTRIES, PlacesDialog

        self._host.settle_popover()
        places, host = self._places, self._host
        kinds = list(dict.fromkeys(one.kind for one in places.industries))
        found = sorted(
            places.industries, key=lambda one: (kinds.index(one.kind), host.theme.order(one.name))
        )
        dialog = PlacesDialog(found, places.chosen, host.theme, host, INDUSTRIES)
        dialog.chosen.connect(places.set_industries)
        dialog.open()

    def choose_home(self) -> None:
        """Choose the area that comes first everywhere."""
        from counselor_app.ui.occupation.places_dialog import HOME, PlacesDialog

        self._host.settle_popover()
        places, host = self._places, self._host
        dialog = PlacesDialog(
            places.areas, [places.home] if places.home else [], host.theme, host, HOME,
            owner=self.owner(),
        )  # fmt: skip
        here, theirs = places.set_home, self.clients_home.emit
        keep = theirs if self.owner() else here
        if places.home_fixed:
            dialog.fix_here()
        dialog.chosen.connect(lambda codes: keep(codes[0] if codes else ""))
        dialog.chosen_here.connect(lambda codes: here(codes[0] if codes else ""))
        dialog.open()
