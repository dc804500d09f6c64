"""Where the present job leads: read in a thread, shown, and kept with the client."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.session.present import PresentJob
from counselor_app.ui.parts.tasks import Task
from counselor_app.ui.session.move_foot import MovingView
from counselor_app.ui.session.moving import MovingPage

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

    def made(self) -> MovingPage:
        """The page that says where the present job leads."""
        models, commands = self._models, self._models.commands
        host = models.host
        page = MovingPage(self.view(), models.reference.find, host.theme, host)
        page.chosen.connect(self.take_job)
        page.schooled.connect(self._take_schooling)
        page.ticked.connect(models.in_play.toggle)
        page.starred.connect(models.shortlist.toggle)
        page.opened.connect(self._open)
        page.compared.connect(lambda: commands.compare.emit(models.in_play.ticked))
        return page

    def view(self) -> MovingView:
        """What the page shows now."""
        models, client = self._models, self._models.client.client
        return MovingView(
            name=client.called,
            present=client.present,
            moving=self.of(client),
            ticked=models.in_play.ticked,
            names=tuple(models.reference.titles[code] for code in models.in_play.ticked),
            starred=models.shortlist.codes,
            client_view=models.view.client_view,
        )

    def take_job(self, code: str, called: str) -> None:
        """Keep the present job with the client."""
        client = self._models.client.client
        rung = client.present.rung if client.present else None
        job = PresentJob(code, self._models.reference.titles[code], called, rung)
        self._models.client.set(replace(client, present=job))

    def _take_schooling(self, rung: int | None) -> None:
        client = self._models.client.client
        if client.present is not None:
            self._models.client.set(replace(client, present=replace(client.present, rung=rung)))

    def _open(self, code: str, beside: bool) -> None:
        present, commands = self._models.client.client.present, self._models.commands
        if beside and present is not None:
            commands.open_pair.emit(present.code, code)
        else:
            commands.open_job.emit(code, beside)

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
