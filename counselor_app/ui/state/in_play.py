"""The jobs of a session in play: ticked to compare, compared, and looked at."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.record.plan import Layout
from counselor_app.domain.record.record import Looked


class InPlay(QObject):
    """``ticked`` are to be compared, ``compared`` were compared last; ``looked`` holds each job
    whose page was opened, with when it first was; ``layout`` is that of the session's handout.
    ``changed`` follows every change.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticked: tuple[str, ...] = ()
        self.compared: tuple[str, ...] = ()
        self.looked: tuple[Looked, ...] = ()
        self.layout = Layout()

    def tick(self, codes: Iterable[str]) -> None:
        """Take what is ticked now, in its order."""
        self.take(codes, self.compared, self.looked, self.layout)

    def toggle(self, code: str) -> None:
        """Tick a job to compare, or take its tick away."""
        kept = tuple(one for one in self.ticked if one != code)
        self.tick(kept if code in self.ticked else (*self.ticked, code))

    def compare(self, codes: Iterable[str]) -> None:
        """Take what was compared."""
        self.take(self.ticked, codes, self.looked, self.layout)

    def look(self, looked: Looked) -> None:
        """A job's page is opened; the first time counts."""
        if looked.code not in {one.code for one in self.looked}:
            self.take(self.ticked, self.compared, (*self.looked, looked), self.layout)

    def lay_out(self, layout: Layout) -> None:
        """The handout is laid out otherwise."""
        self.take(self.ticked, self.compared, self.looked, layout)

    def take(
        self,
        ticked: Iterable[str] = (),
        compared: Iterable[str] = (),
        looked: Iterable[Looked] = (),
        layout: Layout | None = None,
    ) -> None:
        """Another session's jobs in play; without any, none are."""
        laid = layout or Layout()
        found = (tuple(dict.fromkeys(ticked)), tuple(compared), tuple(looked), laid)
        if found != (self.ticked, self.compared, self.looked, self.layout):
            self.ticked, self.compared, self.looked, self.layout = found
            self.changed.emit()
