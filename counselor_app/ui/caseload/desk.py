"""The clients' file in the window: used, saved, backed up and let go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from counselor_app.errors import UserError
from counselor_app.ui.caseload.guard import Guard
from counselor_app.ui.caseload.opening import Opening
from counselor_app.ui.parts.tasks import Task

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Record
    from counselor_app.ui.caseload.actions import ClientActions
    from counselor_app.ui.caseload.file_actions import FileActions
    from counselor_app.ui.caseload.idle import Idle
    from counselor_app.ui.caseload.notes_desk import NotesDesk
    from counselor_app.ui.caseload.session import ClientSession
    from counselor_app.ui.shell.desk import Desk
    from counselor_app.workspace.base import Workspace

_BACKUP_LOOK_MS = 5 * 60_000
_NOT_SAVED = " What you see is still here, and every change tries again to save it."


class WorkspaceDesk(QObject):
    """Joins the clients' file to the window; without a ``path`` nothing of it is offered.

    ``workspace`` and ``session`` are there while the file is open; everything is saved as it
    happens, and ``trouble`` says why where it could not be. Modules that only an open file needs
    are imported where it is opened.
    """

    told = Signal(str)
    """What happened to the file on the disk; a thread may say it."""

    def __init__(self, desk: Desk, path: Path | None) -> None:
        super().__init__(desk)
        self.desk, self.window_, self.theme = desk, desk.window_, desk.theme
        self.path = path
        self.workspace: Workspace | None = None
        self.session: ClientSession | None = None
        self.notes: NotesDesk | None = None
        self.actions: ClientActions | None = None
        self.file: FileActions | None = None
        self.idle: Idle | None = None
        self.opening = Opening(self)
        self.guard = Guard(self)
        self.trouble = ""
        self._tasks: list[Task] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_BACKUP_LOOK_MS)
        self._timer.timeout.connect(self._back_up_when_due)
        self.told.connect(self.window_.say)
        header = self.window_.header
        header.notes.setVisible(self.offered)
        header.notes.setEnabled(self.offered)
        header.notes.clicked.connect(self.toggle_notes)
        desk.clients.state.changed.connect(self._show_chip)
        desk.printing.made.connect(self._report_made)
        if self.exists:
            QTimer.singleShot(0, self, self.opening.offer)

    @property
    def offered(self) -> bool:
        """Whether clients can be kept at all; not at a kiosk."""
        return self.path is not None

    @property
    def exists(self) -> bool:
        """Whether there is a clients' file."""
        return self.path is not None and self.path.is_file()

    @property
    def locked(self) -> bool:
        """Whether the window is covered."""
        return self.guard.cover is not None

    @staticmethod
    def now() -> datetime:
        """The time now, in UTC."""
        return datetime.now(UTC)

    # Commands.

    def show_clients(self) -> None:
        """Ctrl+O: the list of clients; before that the passphrase, or making the file."""
        if self.locked or self.path is None:
            return
        self.desk.popovers.close()
        if self.actions is not None:
            self.actions.show_list()
        elif self.exists:
            self.opening.ask()
        else:
            self.opening.make()

    def toggle_notes(self) -> None:
        """Ctrl+N: notes and next steps beside the occupation, or away."""
        if self.locked or not self.offered:
            return
        if self.notes is None:
            self.show_clients()
        else:
            self.notes.toggle()

    def show_record(self) -> None:
        """Ctrl+H: what happened with the open client, and when."""
        if self.actions is not None and self.session is not None and self.session.keeper:
            self.actions.show_record(self.session.uid)
        elif self.offered:
            self.show_clients()

    def leave(self, *, end: bool) -> None:
        """Pause the session with the open client, or end it."""
        if self.actions is not None:
            self.actions.leave(end=end)

    def show_file(self) -> None:
        """Backups, lock, retention, log."""
        if self.file is not None:
            self.file.show()
        else:
            self.show_clients()

    def dispose(self) -> None:
        """Save, and let the file go without a backup: the window goes on without it."""
        for task in self._tasks:
            task.wait()
        if self.workspace is not None:
            self.save_all()
            self.release("window gone")
        self.guard.uncover()
        self.window_.header.notes.clicked.disconnect(self.toggle_notes)
        self.window_.header.notes.setVisible(False)

    # What the parts of the file share.

    def run(
        self,
        work: Callable[[Callable[[int, int, str], None]], object],
        then: Callable[[object], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Do long work in a thread; a `UserError` goes to ``failed``, or is said in the window."""
        task = Task(lambda progress, _cancelled: work(progress), self)
        self._tasks.append(task)
        task.finished.connect(lambda: self._tasks.remove(task))
        task.done.connect(then)
        task.failed.connect(partial(self._failed, failed))
        task.start()
        return task

    def take(self, workspace: Workspace) -> ClientSession:
        """Use an opened file: sessions, notes, backups, the lock."""
        from counselor_app.ui.caseload.actions import ClientActions
        from counselor_app.ui.caseload.file_actions import FileActions
        from counselor_app.ui.caseload.idle import Idle
        from counselor_app.ui.caseload.notes_desk import NotesDesk
        from counselor_app.ui.caseload.session import ClientSession
        from counselor_app.workspace.settings import read_settings

        self.window_.unsay()
        self.workspace = workspace
        self.session = ClientSession(self.desk, workspace)
        self.desk.printing.record = self._record_to_print
        self.session.trouble.connect(self._tell_trouble)
        self.session.changed.connect(self._show_chip)
        self.notes = NotesDesk(self, self.session)
        self.actions = ClientActions(self, workspace, self.session)
        self.file = FileActions(self, workspace)
        self.idle = Idle(self)
        self.idle.passed.connect(self.guard.lock)
        self.idle.lock_key.connect(self.guard.lock)
        self.idle.start(read_settings(workspace).lock_minutes)
        self._timer.start()
        self._show_chip()
        workspace.tell = self.told.emit
        if workspace.remark:
            self.window_.say(workspace.remark)
        return self.session

    def give_back(self) -> Workspace:
        """Take the file out of the window, still open, for what closes it itself."""
        return self._detached()

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something of the file in the window's thread; say why where it cannot be done."""
        try:
            do()
        except UserError as error:
            self.window_.say(str(error))
            return False
        return True

    def settle(self) -> bool:
        """Save all and close what is open over the window; whether nothing is left to save."""
        saved = self.save_all()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        # What a dialog holds is saved as it closes; where the session stands was saved before.
        for dialog in self.window_.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        return saved and not (self.session is not None and self.session.behind)

    def save_all(self) -> bool:
        """Save all that differs; whether nothing is left to save."""
        noted = self.notes is None or self.notes.keep()
        return (self.session is None or self.session.flush()) and noted

    def release(self, why: str) -> None:
        """Close the file at once: all is saved, nothing of it stays in the window."""
        from counselor_app.workspace.log import write_log

        workspace = self._detached()
        try:
            write_log(workspace, "closed", detail=why)
        except UserError as error:
            self.window_.say(str(error))
        finally:
            workspace.shut()

    def _detached(self) -> Workspace:
        workspace, session = self.workspace, self.session
        assert workspace is not None
        assert session is not None
        self._timer.stop()
        session.drop()
        self.desk.printing.record = lambda: None
        if self.idle is not None:
            self.idle.stop()
        if self.notes is not None:
            self.notes.dispose()
        for part in (session, self.notes, self.actions, self.file, self.idle):
            if part is not None:
                part.deleteLater()
        session.detach()
        self.workspace = self.session = self.notes = None
        self.actions = self.file = self.idle = None
        self.trouble = ""
        self._show_chip()
        return workspace

    def running(self) -> bool:
        """Whether a thread uses the file now, so that it cannot be let go yet."""
        from counselor_app.ui.caseload.passphrase import PassphraseDialog

        asking = self.window_.findChildren(PassphraseDialog)
        return bool(self._tasks) or any(dialog.busy is not None for dialog in asking)

    def _failed(self, failed: Callable[[Exception], object] | None, error: Exception) -> None:
        if failed is not None:
            failed(error)
        elif isinstance(error, UserError):
            self.window_.say(str(error))
        if not isinstance(error, UserError):
            raise error

    def _back_up_when_due(self) -> None:
        from counselor_app.workspace.backups import backup_due, make_backup

        workspace = self.workspace
        if workspace is not None and not self.running() and backup_due(workspace):
            self.run(lambda _progress: make_backup(workspace), lambda _path: None)

    def _record_to_print(self) -> Record | None:
        """The open client's record with all that was just written; None without one."""
        self.save_all()
        return self.session.record() if self.session is not None else None

    def _report_made(self, kind: str, form: str, codes: tuple[str, ...]) -> None:
        if self.session is not None:
            self.session.report_made(kind, form, codes)

    def _tell_trouble(self, words: str) -> None:
        """A save failed, or ("") all is saved again: say it at once, once."""
        if words == self.trouble:
            return
        self.trouble = words
        self._show_chip()
        if words:
            self.tell_trouble_again()
        else:
            self.window_.say("Everything is saved again.", problem=False)

    def tell_trouble_again(self) -> None:
        from counselor_app.ui.caseload.asking import ChoiceDialog

        if not self.trouble:
            return
        said = self.trouble + _NOT_SAVED
        self.window_.say(said, ("Try again", self.save_all))
        above = QApplication.activeModalWidget()
        if above is not None:
            ChoiceDialog("Not saved", (said,), (), self.theme, above).open()

    def _show_chip(self) -> None:
        chip = self.window_.header.client
        if self.session is None or self.session.keeper is None:
            chip.set_kept("")
        else:
            chip.set_kept("not saved" if self.trouble else "kept")
