"""The clients' file in the window: its commands, and the parts that an open file needs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counselor_app.language import _, joined, pgettext
from counselor_app.ui.caseload.guard import Guard
from counselor_app.ui.caseload.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counselor_app.reports.branding import Branding
    from counselor_app.ui.caseload.actions import ClientActions
    from counselor_app.ui.caseload.file_actions import FileActions
    from counselor_app.ui.caseload.idle import Idle
    from counselor_app.ui.caseload.notes_desk import NotesDesk
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.preferences import Preferences

Then = Literal["list", "start", "keep", "notes"]
"""Where the opened file leads: to the list of clients, to the session that is being started, to
the client in memory being kept, to their notes."""

AGAIN_MS = 300
_NOT_SAVED = _("What you see is still here, and every change tries again to save it.")
_READY = _(
    "The clients’ file is made. Whoever a session is started with is kept in it, as things happen."
)
_OPEN_NOW = _("The clients’ file is open. Whoever a session is started with is kept in it.")


class CaseloadDesk(QObject):
    """Carries out what is done with the clients' file.

    ``notes``, ``actions``, ``file`` and ``idle`` are there while the file is open; their modules
    are imported when it is opened.
    """

    def __init__(
        self, file: ClientsFile, preferences: Preferences, branding: Callable[[], Branding]
    ) -> None:
        super().__init__(file.host)
        self.clients, self._host = file, file.host
        self._preferences, self._branding = preferences, branding
        self.notes: NotesDesk | None = None
        self.actions: ClientActions | None = None
        self.file: FileActions | None = None
        self.idle: Idle | None = None
        self._handed_over: Path | None = None
        self._then: Then = "list"
        self._waiting = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._waiting.timeout.connect(self._offer_handed_over)
        self.opening = Opening(file)
        self.opening.opened.connect(self._opened)
        self.opening.wanted.connect(self.show_clients)
        self.guard = Guard(file)
        self.guard.noting = self._noting
        self.guard.unlocked.connect(self._unlocked)
        self.guard.not_saved.connect(self._tell_trouble)
        file.taken.connect(self._taken)
        file.given_back.connect(self._given_back)
        file.trouble_changed.connect(self._trouble_changed)
        if file.exists:
            QTimer.singleShot(0, self, self._offer)

    @property
    def locked(self) -> bool:
        """Whether the window is covered."""
        return self.guard.cover is not None

    def show_clients(self) -> None:
        """Ctrl+O: the list of clients; before that the passphrase, or making the file."""
        self._lead("list")

    def clients_for(self, starting: bool) -> None:
        """The same; where a session is being started, a closed file leads back to it."""
        self._lead("start" if starting else "list")

    def take_in(self, path: Path) -> None:
        """Take in the client of a file that was handed over, once the clients' file is open.

        It waits for the lock to be opened, for the screen to be turned back from the client, and
        for what is being asked to be answered.
        """
        self._handed_over = path
        self._offer_handed_over()

    def _offer_handed_over(self) -> None:
        path = self._handed_over
        if path is None:
            return
        reading_along = self.clients.models.view.client_view
        if self.locked or reading_along or QGuiApplication.modalWindow() is not None:
            self._waiting.start()
        elif self.actions is not None:
            self._opened(fresh=False)
        else:
            self._host.say(
                _("{file} holds a client from another counselor. Open your clients, or make a file"
                  " for them, to take it in.", file=path.name), problem=False,
            )  # fmt: skip
            self.show_clients()

    def toggle_notes(self) -> None:
        """Ctrl+N: notes and next steps beside the occupation, or away."""
        if self.locked or not self.clients.offered:
            return
        if self.notes is None:
            self._lead("notes")
        else:
            self.notes.toggle()

    @property
    def planning(self) -> bool:
        """Whether notes and next steps are shown."""
        return self._noting()

    def keep(self) -> None:
        """Keep the client who is in memory in the clients' file, which is opened or made first."""
        if self.clients.session is not None and self.clients.memory:
            self.keep_memory()
        else:
            self._lead("keep")

    def leave_plan(self) -> None:
        """Take notes and next steps away, saved."""
        if self.notes is not None and self.planning:
            self.notes.hide()

    def rename(self) -> None:
        """Give the open client another name."""
        if self.actions is not None:
            self.actions.rename_open()

    def open_client(self, uid: str) -> None:
        """Open a client of the file."""
        if self.actions is not None:
            self.actions.open(uid)

    def show_record(self) -> None:
        """Ctrl+H: what happened with the open client, and when."""
        session = self.clients.session
        if self.actions is not None and session is not None and session.keeper:
            self.actions.show_record(session.uid)
        elif self.clients.offered:
            self.show_clients()

    def leave(self, *, end: bool) -> None:
        """Pause the session with the open client, or end it."""
        if self.actions is not None:
            self.actions.leave(end=end)

    def keep_memory(self) -> None:
        """Keep the client that is in memory in the open file."""
        if self.actions is not None:
            self.actions.keep_memory()

    def show_file(self) -> None:
        """Backups, lock, retention, log."""
        if self.file is not None:
            self.file.show()
        else:
            self.show_clients()

    def dispose(self) -> None:
        """Save, and let the file go: the window goes on without it."""
        self.clients.dispose()
        self.guard.uncover()

    def _lead(self, then: Then) -> None:
        if self.locked or not self.clients.offered:
            return
        self._then = then
        self._host.settle_popover()
        if self.actions is not None:
            self.actions.show_list()
        elif self.clients.exists:
            self.opening.ask()
        else:
            self.opening.make()

    def _taken(self) -> None:
        from counselor_app.ui.caseload.actions import ClientActions
        from counselor_app.ui.caseload.file_actions import FileActions
        from counselor_app.ui.caseload.idle import Idle
        from counselor_app.ui.caseload.notes_desk import NotesDesk

        file = self.clients
        kept, session = file.kept, file.session
        assert kept is not None
        assert session is not None
        self.notes = NotesDesk(file, session, self._preferences)
        self.notes.clients_wanted.connect(self.show_clients)
        self.actions = ClientActions(file, kept, session, self._preferences, self._branding)
        self.file = FileActions(file, kept, self._preferences.machine.fixed)
        self.file.purge_wanted.connect(self.actions.erase)
        self.actions.erased.connect(self.file.refresh)
        self.idle = Idle(self)
        self.idle.passed.connect(self.guard.lock)
        self.idle.lock_key.connect(self.guard.lock)
        self.idle.start(kept.settings().lock_minutes)
        self.file.lock_minutes.connect(partial(setattr, self.idle, "minutes"))

    def _given_back(self) -> None:
        if self.idle is not None:
            self.idle.stop()
        if self.notes is not None:
            self.notes.dispose()
        for part in (self.notes, self.actions, self.file, self.idle):
            if part is not None:
                part.deleteLater()
        self.notes = self.actions = self.file = self.idle = None
        self.clients.keep_notes = lambda: True

    def _offer(self) -> None:
        if not self.locked:
            self.opening.offer()

    def _opened(self, fresh: bool) -> None:
        """Lead to where the file was wanted; a list without a client would lead nowhere."""
        actions, (path, self._handed_over) = self.actions, (self._handed_over, None)
        if actions is None:
            return
        held = self.clients.models.client.client.known
        if held and (fresh or self._then in ("keep", "notes")):
            actions.keep_memory()
            if self._then == "notes" and self.notes is not None and self.clients.holds_client:
                self.notes.toggle()
        elif path is not None or not (fresh or self._then == "start" or actions.empty):
            actions.show_list()
        else:
            self._host.say(_READY if fresh else _OPEN_NOW, problem=False)
            self.clients.models.commands.begin.emit()
        if path is not None:
            actions.take_in(path)

    def _noting(self) -> bool:
        return self.notes is not None and self.notes.pane is not None

    def _unlocked(self, noting: bool) -> None:
        if noting and self.notes is not None:
            self.notes.toggle()

    def _trouble_changed(self) -> None:
        if self.clients.trouble:
            self._tell_trouble()
        else:
            self._host.say(_("Everything is saved again."), problem=False)

    def _tell_trouble(self) -> None:
        from counselor_app.ui.parts.choice_dialog import ChoiceDialog

        if not self.clients.trouble:
            return
        said = joined((self.clients.trouble, _NOT_SAVED))
        self._host.say(said, (pgettext("button", "Try again"), self.clients.save_all))
        above = QApplication.activeModalWidget()
        if above is not None:
            ChoiceDialog(
                pgettext("title", "Not saved"), (said,), (), self._host.theme, above
            ).open()
