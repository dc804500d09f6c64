"""The client of the session, in memory; a workspace on disk can fill the same holder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.client import Client, ClientView, view
from counselor_app.domain.instruments import ClientScores
from counselor_app.domain.interests import InterestProfile
from counselor_app.domain.stability import Redraws, redraw
from counselor_app.ui.tasks import Task


class ClientState(QObject):
    """Holds the client and their ranking; `changed` follows every change.

    The re-draws take a tenth of a second and numpy, so a thread makes them; `changed` comes
    again with them.
    """

    changed = Signal()

    def __init__(
        self, profiles: Callable[[], Sequence[InterestProfile]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self.view = ClientView(Client(), (), {})

    @property
    def client(self) -> Client:
        """The present client."""
        return self.view.client

    def set(self, client: Client) -> None:
        """Take another client, or more of the same one."""
        before = self.view
        if client.scores == before.client.scores:
            self.view = ClientView(client, before.ranking, before.by_code, before.redraws)
        else:
            self.view = view(client, self._profiles())
            if self.view.ranking and client.scores:
                self._redraw(client.scores)
        self.changed.emit()

    def wait(self) -> None:
        """Let the re-draws end before what they read is closed."""
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
        now = self.view
        self.view = ClientView(now.client, now.ranking, now.by_code, redraws)
        self.changed.emit()
