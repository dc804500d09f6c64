"""Every place that was visited in the window, in one list: Back and forward step through it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QObject, Signal

PageName = Literal[
    "start",
    "home",
    "interests",
    "moving",
    "matches",
    "compare",
    "plan",
    "handout",
    "jobs",
    "search",
]
_MOST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """What fills the window: a page, with ``codes`` of the jobs that it is about.

    Of "jobs" they are the open ones from left to right, with their ``tab``; a "search" for
    ``words`` lies over the place visited before it.
    """

    page: PageName
    codes: tuple[str, ...] = ()
    tab: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A place at a time (UTC), and how it was left: scroll, focus and the like; None until then."""

    place: Place
    at: datetime
    left: object = None


class History(QObject):
    """``visits`` in order, ``here`` the one that is shown; ``changed`` follows every move."""

    changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.visits: list[Visit] = []
        self.here = -1

    @property
    def place(self) -> Place | None:
        """Where the window is; None before the first visit."""
        return self.visits[self.here].place if self.visits else None

    @property
    def before(self) -> Visit | None:
        """Where Back leads."""
        return self.visits[self.here - 1] if self.here > 0 else None

    def enter(self, place: Place, *, instead: bool = False) -> None:
        """Go on to a place; ``instead`` puts it in the place of the one that is shown.

        What lay ahead after Back is forgotten. The place that is shown already is no visit.
        """
        if place == self.place:
            return
        keep = self.here if instead and self.visits else self.here + 1
        self.visits = [*self.visits[:keep], Visit(place, self._clock())][-_MOST:]
        self.here = len(self.visits) - 1
        self.changed.emit()

    def leave(self, left: object) -> None:
        """Keep how the place that is shown is left."""
        if self.visits:
            self.visits[self.here] = replace(self.visits[self.here], left=left)

    def step(self, by: int) -> Visit | None:
        """Go one back (-1) or forward (1); the visit that is there, None where there is none."""
        wanted = self.here + by
        if not 0 <= wanted < len(self.visits):
            return None
        self.here = wanted
        self.changed.emit()
        return self.visits[wanted]

    def clear(self) -> None:
        """Forget every place: another client is shown, or none."""
        self.visits, self.here = [], -1
        self.changed.emit()
