"""The ways into the clients' file: made, opened by its passphrase, a backup where it is damaged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.language import _, pgettext

if TYPE_CHECKING:
    from counselor_app.errors import UserError
    from counselor_app.ui.caseload.passphrase import PassphraseDialog
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.kept import Kept

_OFFER = _("Clients are kept on this computer, encrypted. Opening them takes the passphrase.")
_OPEN = pgettext("button", "Open clients")


class Opening(QObject):
    """Asks for the passphrase and opens the file.

    ``opened`` follows an open file, and says whether it is a new one; ``wanted`` says that somebody
    wants to see the clients.
    """

    opened = Signal(bool)
    wanted = Signal()

    def __init__(self, file: ClientsFile) -> None:
        super().__init__(file.host)
        self._file, self._window, self._theme = file, file.host, file.host.theme

    def offer(self) -> None:
        """Say that there are clients to open."""
        if self._file.kept is None:
            self._window.say(_OFFER, (_OPEN, self.wanted.emit), problem=False)

    def make(self) -> None:
        """Make the encrypted file, after asking for a passphrase twice."""
        from counselor_app.ui.caseload.passphrase import WRITE_IT_DOWN, PassphraseDialog
        from counselor_app.ui.state.kept import created

        path = self._file.path
        if path is None:
            return
        words = (
            _("Clients, notes and answers are kept in one encrypted file on this computer. A"
              " nickname or a file number is all that is asked."), WRITE_IT_DOWN,
        )  # fmt: skip
        dialog = PassphraseDialog(
            _("Keep clients on this computer"), words, pgettext("button", "Keep clients"),
            lambda _old, new, _progress: created(path, new), self._theme, self._window,
            new=pgettext("field", "New passphrase"),
        )  # fmt: skip
        dialog.worked.connect(self._made)
        dialog.open()

    def ask(self) -> None:
        """Open the file; afterwards the list of clients."""
        from counselor_app.ui.caseload.passphrase import PassphraseDialog
        from counselor_app.ui.state.kept import opened

        path = self._file.path
        if path is None:
            return
        dialog = PassphraseDialog(
            _OPEN, (), pgettext("button", "Open"),
            lambda old, _new, progress: opened(path, old, progress),
            self._theme, self._window, old=pgettext("field", "Passphrase"),
        )  # fmt: skip
        dialog.worked.connect(self._opened)
        dialog.refused.connect(partial(self._offer_backup, dialog))
        dialog.open()

    def _made(self, kept: Kept) -> None:
        self._file.take(kept)
        self.opened.emit(True)

    def _opened(self, kept: Kept) -> None:
        self._file.take(kept)
        self.opened.emit(False)

    def _offer_backup(self, dialog: PassphraseDialog, error: UserError) -> None:
        """A damaged file: go back to the newest backup that opens; any of them, where none does."""
        from counselor_app.ui.caseload.restoring import ask_to_restore
        from counselor_app.ui.state.kept import DamagedFileError, WrongPassphraseError

        if isinstance(error, DamagedFileError) and error.backup is not None:
            backup = error.backup

            def look() -> None:
                dialog.reject()
                ask_to_restore(self._file, backup, None)

            dialog.offer(_("See what the backup {file} holds…", file=backup.name), look)
        elif isinstance(error, (DamagedFileError, WrongPassphraseError)):
            dialog.offer(_("Restore from a backup…"), partial(self._choose_backup, dialog))

    def _choose_backup(self, dialog: PassphraseDialog) -> None:
        from counselor_app.ui.caseload.restoring import ask_to_restore
        from counselor_app.ui.parts.files import file_to_open
        from counselor_app.ui.state.kept import backup_folder

        path = self._file.path
        if path is None:
            return
        kind = (pgettext("kind of file", "Backups"), f"*{path.suffix}")
        backup = file_to_open(
            dialog, self._theme, _("Restore from a backup"), kind, folder=backup_folder(path)
        )
        if backup is not None:
            dialog.reject()
            ask_to_restore(self._file, backup, None)
