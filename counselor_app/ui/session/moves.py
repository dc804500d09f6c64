"""Where the present job leads, read in a thread and kept while nothing that it rests on changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from counselor_app.domain.occupation.wages import NATION
from counselor_app.ui.parts.tasks import Task

if TYPE_CHECKING:
    from counselor_app.domain.fit.moving import Moving
    from counselor_app.domain.session.client import Client
    from counselor_app.ui.state.places import Places
    from counselor_app.ui.state.session import SessionModels


class _Asked(NamedTuple):
    """What the answer rests on."""

    code: str
    area: str
    rung: int | None
    levels: Mapping[str, float]


class Moves(QObject):
    """``tell`` is called when an answer has come."""

    def __init__(self, models: SessionModels, places: Places, tell: Callable[[], object]) -> None:
        super().__init__(models.host)
        self._models, self._places, self._tell = models, places, tell
        self._asked: _Asked | None = None
        self._found: Moving | None = None

    def of(self, client: Client) -> Moving | None:
        """Where the client's present job leads; None while it is read, or without one."""
        present = client.present
        if present is None or present.code not in self._models.reference.titles:
            return None
        area = self._places.home or NATION
        asked = _Asked(present.code, area, present.rung, client.levels)
        if asked != self._asked:
            self._asked, self._found = asked, None
            reference = self._models.reference
            task = Task(lambda _progress, _cancelled: (asked, reference.moving(*asked)), self)
            task.done.connect(self._came)
            task.failed.connect(self._models.client.failed)
            task.start()
        return self._found

    def wait(self) -> None:
        """Let the thread end before what it reads is closed."""
        for task in self.findChildren(Task):
            task.wait()

    def _came(self, found: tuple[_Asked, Moving]) -> None:
        if found[0] == self._asked:
            self._found = found[1]
            self._tell()
