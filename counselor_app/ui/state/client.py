"""The client of the session, in memory; a workspace on disk can fill the same holder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.fit.gap import OverallGap, overall_gaps
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.similarity import Demand
from counselor_app.domain.fit.tiers import Redraws, redraw
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.session.client import Client, ClientView, view
from counselor_app.domain.session.inventory import Answers
from counselor_app.ui.parts.tasks import Task

Demands = Mapping[str, Mapping[str, Demand]]
"""What every occupation asks of each element, by occupation and element."""


class ClientState(QObject):
    """Holds the client and their ranking; `changed` follows every change.

    The re-draws of the scores and the gaps to all occupations take a tenth of a second or more,
    so a thread makes them; `changed` comes again with them. `failed` carries what went wrong in
    reading the levels that occupations ask. ``asked`` is the inventory on the screen, None while
    there is none; `asking` says that one is opened, anew (True) or where it was paused, or left;
    `answered` carries the answers after each of them. ``so_far`` is the client with what another
    open screen was told meanwhile; `telling` follows each answer there.
    """

    changed = Signal()
    failed = Signal(object)
    asking = Signal(bool)
    answered = Signal(object)
    telling = Signal()

    def __init__(
        self,
        profiles: Callable[[], Sequence[InterestProfile]],
        demands: Callable[[], Demands],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles, self._read_demands = profiles, demands
        self._demands: Demands | None = None
        self.view = ClientView(Client(), (), {})
        self.asked: Answers | None = None
        self.told: Mapping[str, Any] = {}
        """What the open screen was told, by the part of the client that it asks."""

    @property
    def client(self) -> Client:
        """The present client."""
        return self.view.client

    @property
    def so_far(self) -> Client:
        """The present client with what an open screen was told."""
        return replace(self.client, **self.told)

    def set(self, client: Client) -> None:
        """Take another client, or more of the same one."""
        before, self.told = self.view, {}
        if client.scores == before.client.scores:
            self.view = replace(before, client=client)
        else:
            self.view = replace(view(client, self._profiles()), gaps=before.gaps)
            if self.view.ranking and client.scores:
                self._redraw(client.scores)
        if client.levels != before.client.levels:
            self.view = replace(self.view, gaps=None)
            if client.levels:
                self._compare(client.levels)
        self.changed.emit()

    def ask(self, answers: Answers | None, *, fresh: bool = False) -> None:
        """An inventory is opened, anew or where it was paused; None: it is left."""
        self.asked = answers
        self.asking.emit(fresh)

    def answer(self, answers: Answers) -> None:
        """The open inventory has another answer."""
        self.asked = answers
        self.answered.emit(answers)

    def tell(self, **told: Any) -> None:
        """An open screen asks for a part of the client and has so much of it; nothing: it is left.

        It is kept as it comes; what is shown of the client changes once the screen is left.
        """
        self.told = told
        self.telling.emit()

    def wait(self) -> None:
        """Let the threads end before what they read is closed."""
        for task in self.findChildren(Task):
            task.wait()

    def _redraw(self, scores: ClientScores) -> None:
        profiles = self._profiles()
        task = Task(lambda _progress, _cancelled: (scores, redraw(scores, profiles)), self)
        task.done.connect(self._redrawn)
        task.start()

    def _redrawn(self, found: tuple[ClientScores, Redraws | None]) -> None:
        scores, redraws = found
        if redraws is None or scores != self.client.scores:
            return
        self.view = replace(self.view, redraws=redraws)
        self.changed.emit()

    def _compare(self, levels: Mapping[str, float]) -> None:
        known = self._demands

        def work(_progress: object, _cancelled: object) -> object:
            demands = self._read_demands() if known is None else known
            return levels, demands, overall_gaps(demands, levels)

        task = Task(work, self)
        task.done.connect(self._compared)
        task.failed.connect(self.failed)
        task.start()

    def _compared(
        self, found: tuple[Mapping[str, float], Demands, Mapping[str, OverallGap]]
    ) -> None:
        levels, self._demands, gaps = found
        if levels != self.client.levels:
            return
        self.view = replace(self.view, gaps=gaps)
        self.changed.emit()
