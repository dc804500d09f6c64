"""What the window shows now: the occupations open, their tab, the page over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.language import _, pgettext

Over = Literal["", "start", "home", "interests", "moving", "matches", "compare", "plan", "handout"]

TABS = (
    pgettext("tab", "Profile"),
    _("Skills and abilities"),
    pgettext("tab", "Salary"),
    pgettext("tab", "Personality fit"),
    _("Outlook and places"),
)
"""The tabs of an occupation by their titles, in order."""


@dataclass(frozen=True, slots=True)
class ShownMatches:
    """The list of matches as it stands on the screen, for what prints it.

    ``place`` is the code of the area that pay is read in; ``printed`` gives a list the rows and
    filters on the screen.
    """

    place: str
    edition: BandEdition
    printed: Callable[[MatchList], MatchList]


class View(QObject):
    """``codes`` are the open occupations, ``active`` the place of the one that keys act on;
    ``matches`` gives the list of matches while it lies over them, ``in_list`` the jobs of the list
    that the open one was chosen from. ``client_view`` is on while the
    client reads along: then nothing private, no code and no coefficient is on the screen.

    The shell keeps it up to date; ``changed`` follows whatever is opened, closed or chosen,
    ``client_view_changed`` the switch alone.
    """

    changed = Signal()
    client_view_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: tuple[str, ...] = ()
        self.active = 0
        self.tab = 0
        self.over: Over = ""
        self.client_view = False
        self.in_list: tuple[str, ...] = ()
        self.matches: Callable[[], ShownMatches | None] = lambda: None

    @property
    def code(self) -> str:
        """The occupation that keys act on; "" when none is open."""
        return self.codes[min(self.active, len(self.codes) - 1)] if self.codes else ""

    def show_jobs(self, codes: tuple[str, ...], active: int, tab: int) -> None:
        """Take what the panes show."""
        if (codes, active, tab) != (self.codes, self.active, self.tab):
            self.codes, self.active, self.tab = codes, active, tab
            self.changed.emit()

    def lay_over(self, over: Over) -> None:
        """Take which page lies over the panes."""
        if over != self.over:
            self.over = over
            self.changed.emit()

    def set_client_view(self, on: bool) -> None:
        """Turn the screen to the client, or back to the counselor."""
        if on != self.client_view:
            self.client_view = on
            self.client_view_changed.emit(on)
