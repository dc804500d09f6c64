"""What is done with the clients' file itself: backed up, restored, purged, given a passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.record import ClientLine
from counselor_app.language import _, pgettext
from counselor_app.ui.caseload.asking import some_of
from counselor_app.ui.caseload.file_dialog import FileDialog
from counselor_app.ui.caseload.passphrase import WRITE_IT_DOWN, PassphraseDialog
from counselor_app.ui.caseload.restoring import ask_to_restore
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.state.kept import Backup, Kept

if TYPE_CHECKING:
    from counselor_app.ui.parts.tasks import Progress
    from counselor_app.ui.state.clients_file import ClientsFile


class FileActions(QObject):
    """Carries out what the dialog on the clients' file offers; ``fixed`` is what the school has
    set of it.

    ``purge_wanted`` carries clients to delete for good, once that was confirmed; ``lock_minutes``
    another time after which the window locks.
    """

    purge_wanted = Signal(object)
    lock_minutes = Signal(int)

    def __init__(self, file: ClientsFile, kept: Kept, fixed: frozenset[str]) -> None:
        super().__init__(file.host)
        self._fixed = fixed
        self._file, self._host, self._kept = file, file.host, kept
        self.dialog: FileDialog | None = None

    def show(self) -> None:
        """Backups, lock and passphrase, how long to keep, the log."""
        dialog = FileDialog(self._kept, self._file.now(), self._host.theme, self._host, self._fixed)
        self.dialog = dialog
        dialog.destroyed.connect(self._gone)
        dialog.backup_wanted.connect(self.back_up)
        dialog.restore_wanted.connect(self._restore)
        dialog.passphrase_wanted.connect(self._change_passphrase)
        dialog.purge_wanted.connect(self._ask_to_purge)
        dialog.settings_changed.connect(self._settings_changed)
        dialog.open()

    def refresh(self, said: str = "") -> None:
        """Show what is there now, where it is being looked at."""
        if self.dialog is not None:
            self.dialog.refresh(said)

    def back_up(self) -> None:
        """Make a backup now, in a thread."""
        if self.dialog is not None:
            self.dialog.wait_for(_("Making a backup…"))
        self._file.run(
            lambda _progress: self._kept.back_up(),
            lambda _path: self._backed_up(), self._backed_up,
        )  # fmt: skip

    def _backed_up(self, error: Exception | None = None) -> None:
        if self.dialog is not None:
            self.dialog.make.setEnabled(True)
            self.dialog.refresh(str(error) if error else "")
        elif error is not None:
            self._host.say(str(error))

    def _restore(self, backup: Backup) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        ask_to_restore(self._file, backup.path, self._kept)

    def _change_passphrase(self) -> None:
        kept = self._kept

        def work(old: str, new: str, progress: Progress) -> object:
            kept.change_passphrase(old, new, progress)
            return None

        dialog = PassphraseDialog(
            _("Change the passphrase"), (WRITE_IT_DOWN,), pgettext("button", "Change it"), work,
            self._host.theme, self.dialog or self._host,
            old=pgettext("field", "Present passphrase"), new=pgettext("field", "New passphrase"),
        )  # fmt: skip
        dialog.worked.connect(
            lambda _nothing: self.refresh(_("The file and its backups have the new passphrase."))
        )
        dialog.open()

    def _ask_to_purge(self, due: tuple[ClientLine, ...]) -> None:
        lines = (
            _("{clients}: everything kept of them is deleted now, from the file and from every"
              " backup. Nobody can bring it back.", clients=some_of([one.name for one in due])),
        )  # fmt: skip
        delete = _("Delete this client for good")
        if len(due) > 1:
            delete = _("Delete these {n} clients for good", n=number(len(due)))
        ways = ((delete, partial(self.purge_wanted.emit, due)),)
        ChoiceDialog(
            _("Delete for good?"), lines, ways, self._host.theme, self.dialog or self._host
        ).open()

    def _settings_changed(self) -> None:
        if self.dialog is not None:
            self.lock_minutes.emit(self.dialog.settings.lock_minutes)

    def _gone(self) -> None:
        self.dialog = None
