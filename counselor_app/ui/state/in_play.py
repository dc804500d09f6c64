"""The jobs of a session in play: ticked to compare, compared, and looked at."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.record.record import Looked


class InPlay(QObject):
    """``ticked`` are to be compared, ``compared`` were compared last; ``looked`` holds each job
    whose page was opened, with when it first was. ``changed`` follows every change.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticked: tuple[str, ...] = ()
        self.compared: tuple[str, ...] = ()
        self.looked: tuple[Looked, ...] = ()

    def tick(self, codes: Iterable[str]) -> None:
        """Take what is ticked now, in its order."""
        self.take(codes, self.compared, self.looked)

    def toggle(self, code: str) -> None:
        """Tick a job to compare, or take its tick away."""
        kept = tuple(one for one in self.ticked if one != code)
        self.tick(kept if code in self.ticked else (*self.ticked, code))

    def compare(self, codes: Iterable[str]) -> None:
        """Take what was compared."""
        self.take(self.ticked, codes, self.looked)

    def look(self, looked: Looked) -> None:
        """A job's page is opened; the first time counts."""
        if looked.code not in {one.code for one in self.looked}:
            self.take(self.ticked, self.compared, (*self.looked, looked))

    def take(
        self,
        ticked: Iterable[str] = (),
        compared: Iterable[str] = (),
        looked: Iterable[Looked] = (),
    ) -> None:
        """Another session's jobs in play; without any, none are."""
        found = (tuple(dict.fromkeys(ticked)), tuple(compared), tuple(looked))
        if found != (self.ticked, self.compared, self.looked):
            self.ticked, self.compared, self.looked = found
            self.changed.emit()
