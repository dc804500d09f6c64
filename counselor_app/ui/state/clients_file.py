"""The clients' file while the program runs: open or not, what works on it, what is not saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.tasks import Task

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Record
    from counselor_app.ui.state.kept import Deletion, Kept, Part
    from counselor_app.ui.state.session import ClientSession, SessionModels

_BACKUP_LOOK_MS = 5 * 60_000


class ClientsFile(QObject):
    """Without a ``path`` there is none. ``kept`` and ``session`` are there while it is open.

    Everything is saved as it happens; ``trouble`` says why where it could not be, and
    ``trouble_changed`` when that changes. ``taken`` follows an opened file, ``given_back`` one that
    is let go; ``kept_changed`` whether the open client is one of it, and saved.
    """

    taken = Signal()
    given_back = Signal()
    kept_changed = Signal()
    trouble_changed = Signal()
    noted = Signal()
    """Notes, next steps or reports of the open client have changed."""
    saving = Signal()
    """All that differs is about to be saved: whoever holds what is typed tells it now."""
    told = Signal(str)
    """What happened to the file on the disk; a thread may say it."""

    def __init__(self, models: SessionModels, path: Path | None) -> None:
        super().__init__(models.host)
        self.models, self.host, self.path = models, models.host, path
        self.kept: Kept | None = None
        self.session: ClientSession | None = None
        self.trouble = ""
        self.told.connect(models.host.say)
        self.keep_notes: Callable[[], bool] = lambda: True
        self._tasks: list[Task] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_BACKUP_LOOK_MS)
        self._timer.timeout.connect(self._back_up_when_due)

    @property
    def offered(self) -> bool:
        """Whether clients can be kept at all; not at a kiosk."""
        return self.path is not None

    @property
    def exists(self) -> bool:
        """Whether there is a clients' file."""
        return self.path is not None and self.path.is_file()

    @property
    def holds_client(self) -> bool:
        """Whether the client is one of the clients' file, so that clearing is not needed."""
        return self.session is not None and self.session.keeper is not None

    @property
    def uid(self) -> str:
        """The open client's uid; "" without one of the file."""
        return self.session.uid if self.session is not None else ""

    @property
    def memory(self) -> bool:
        """Whether something is held in memory that no client of the file has."""
        held = self.models.client.client.known or bool(self.models.shortlist.codes)
        return held and not self.holds_client

    @staticmethod
    def now() -> datetime:
        """The time now, in UTC."""
        return datetime.now(UTC)

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

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something of the file in the window's thread; say why where it cannot be done."""
        try:
            do()
        except UserError as error:
            self.host.say(str(error))
            return False
        return True

    def running(self) -> bool:
        """Whether a thread uses the file now, so that it cannot be let go yet."""
        asking = self.host.findChildren(Dialog)
        return bool(self._tasks) or any(dialog.busy is not None for dialog in asking)

    def take(self, kept: Kept) -> ClientSession:
        """Use an opened file: sessions, notes, backups, the lock."""
        from counselor_app.ui.state.session import ClientSession

        self.host.unsay()
        self.kept = kept
        workspace = kept.workspace
        session = self.session = ClientSession(self.models, workspace)
        session.trouble.connect(self._tell_trouble)
        session.changed.connect(self.kept_changed)
        session.noted.connect(self.noted)
        session.wrote.connect(self.noted)
        self._timer.start()
        workspace.tell = self.told.emit
        self.taken.emit()
        self.kept_changed.emit()
        if workspace.remark:
            self.host.say(workspace.remark)
        return session

    def give_back(self) -> Kept:
        """Take the file out of the window, still open, for what closes it itself."""
        kept, session = self.kept, self.session
        assert kept is not None
        assert session is not None
        self._timer.stop()
        session.drop()
        self.given_back.emit()
        session.deleteLater()
        session.detach()
        self.kept = self.session = None
        self.trouble = ""
        self.kept_changed.emit()
        return kept

    def release(self, why: Literal["not all saved", "window gone"]) -> None:
        """Close the file at once: all is saved, nothing of it stays in the window."""
        kept = self.give_back()
        try:
            kept.note_down("closed", detail=why)
        except UserError as error:
            self.host.say(str(error))
        finally:
            kept.workspace.shut()

    def settle(self) -> bool:
        """Save all and close what is open over the window; whether nothing is left to save."""
        saved = self.save_all()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        # What a dialog holds is saved as it closes; where the session stands was saved before.
        for dialog in self.host.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        return saved and not (self.session is not None and self.session.behind)

    def save_all(self) -> bool:
        """Save all that differs; whether nothing is left to save."""
        self.saving.emit()
        noted = self.keep_notes()
        return (self.session is None or self.session.flush()) and noted

    def record(self) -> Record | None:
        """The open client's record with all that was just written; None without one."""
        self.save_all()
        return self.session.record() if self.session is not None else None

    def remove(self, part: Part, uid: str) -> None:
        """Delete a note or a next step of the open client; the message offers it back."""
        done: list[Deletion] = []
        kept = self.kept
        if kept is None or not self.attempt(lambda: done.append(kept.delete(part, uid))):
            return
        self.noted.emit()
        note = part == "note"
        said = _("The note was deleted.") if note else _("The next step was deleted.")
        back = (pgettext("button", "Undo"), partial(self._bring_back, done[0]))
        self.host.say(said, back, problem=False)

    def _bring_back(self, deletion: Deletion) -> None:
        self.host.unsay()
        kept = self.kept
        if kept is not None and self.attempt(lambda: kept.bring_back(deletion)):
            self.noted.emit()

    def report_made(self, kind: str, form: str, codes: tuple[str, ...]) -> None:
        """Keep that a report was printed or saved."""
        if self.session is not None:
            self.session.report_made(kind, form, codes)
            self.noted.emit()

    def dispose(self) -> None:
        """Save, and let the file go without a backup: the window goes on without it."""
        for task in self._tasks:
            task.wait()
        if self.kept is not None:
            self.save_all()
            self.release("window gone")

    def _failed(self, failed: Callable[[Exception], object] | None, error: Exception) -> None:
        if failed is not None:
            failed(error)
        elif isinstance(error, UserError):
            self.host.say(str(error))
        if not isinstance(error, UserError):
            raise error

    def _back_up_when_due(self) -> None:
        from counselor_app.workspace.backups import backup_due

        kept = self.kept
        if kept is not None and not self.running() and backup_due(kept.workspace):
            self.run(lambda _progress: kept.back_up(), lambda _path: None)

    def _tell_trouble(self, words: str) -> None:
        """A save failed, or ("") all is saved again: say it at once, once."""
        if words != self.trouble:
            self.trouble = words
            self.kept_changed.emit()
            self.trouble_changed.emit()
