"""What stands before the clients' file: the lock, and closing it before the window closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counselor_app.language import _, pgettext
from counselor_app.ui.caseload.anew import Locked

if TYPE_CHECKING:
    from collections.abc import Callable

    from counselor_app.ui.caseload.cover import ClosingCover, LockCover
    from counselor_app.ui.parts.tasks import Progress
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.kept import Kept

_AGAIN_MS = 300
_IN_MEMORY = _(
    "There is nothing to lock: clients are not open, and what you see is in memory only. Clear the"
    " client to take it off the screen."
)


class Guard(QObject):
    """Locks and unlocks the window, and lets it close; ``cover`` lies over it meanwhile.

    ``start_anew`` puts a new process in the place of this one once the file is closed; None where
    that is not wanted, as in tests. ``noting`` says whether notes are shown, `unlocked` whether
    they were before the lock; `not_saved` that something still could not be saved.
    """

    unlocked = Signal(bool)
    not_saved = Signal()
    leaving = False

    def __init__(self, file: ClientsFile) -> None:
        super().__init__(file.host)
        self._file, self._window, self._theme = file, file.host, file.host.theme
        self.cover: LockCover | ClosingCover | None = None
        self.start_anew: Callable[[Locked], None] | None = None
        self.noting: Callable[[], bool] = lambda: False

    def lock(self) -> None:
        """Cover the window, close the file with a backup, and let everything of the clients go.

        What could not be saved is not let go: the file then stays open under the cover.
        """
        file = self._file
        if self.cover is not None or file.session is None:
            if self.cover is None and file.offered:
                self._window.say(_IN_MEMORY, problem=False)
            return
        if file.running():
            QTimer.singleShot(_AGAIN_MS, self, self.lock)
            return
        client, saved = file.session.uid, file.settle()
        # What only memory holds would be lost with it.
        anew = saved and not file.memory
        codes = () if client else file.session.position().codes
        locked = Locked(client, self.noting(), codes)
        self._window.settle_popover()
        self._window.unsay()
        clear_own_clipboard()
        if not saved:
            words = _("Something could not be saved. It is kept in memory until you come back.")
            self.show_locked(replace(locked, said=words))
            return
        kept = file.give_back()
        cover = self.show_locked(locked)
        if anew and self.start_anew is not None:
            # What is typed before the new process is there would be lost with this one.
            cover.form.setEnabled(False)
            self.leaving = True
        file.run(
            lambda progress: kept.close(progress, locking=True),
            lambda _nothing: self._let_go(locked, anew),
            lambda error: self._let_go(replace(locked, said=str(error)), anew),
        )

    def show_locked(self, locked: Locked) -> LockCover:
        """Cover the window until the passphrase is typed."""
        from counselor_app.ui.caseload.cover import LockCover

        words = locked.said or _("Type the passphrase to go on where you stopped.")
        cover = LockCover(words, self._theme, self._window)
        cover.entered.connect(partial(self._unlock, locked))
        cover.left.connect(self._window.close)
        self._lay(cover)
        cover.take_focus()
        return cover

    def _let_go(self, locked: Locked, anew: bool) -> None:
        """The file is closed: what memory still holds of it goes with this process."""
        if self.cover is None:
            return
        if locked.said:
            self.cover.said.setText(locked.said)
        if not anew or self.start_anew is None:
            return
        if any(task.isRunning() for task in self._window.findChildren(QThread)):
            QTimer.singleShot(_AGAIN_MS, self, partial(self._let_go, locked, anew))
            return
        geometry = bytes(self._window.saveGeometry().toHex().data()).decode()
        self.start_anew(replace(locked, geometry=geometry))

    def may_close(self) -> bool:
        """Whether the window can close now; else the file is closed first, with a backup."""
        from counselor_app.ui.caseload.cover import ClosingCover, LockCover

        file = self._file
        if isinstance(self.cover, ClosingCover):
            return False
        locking = isinstance(self.cover, LockCover)  # and the file may still be being closed
        if file.running() and (file.kept is not None or locking):
            QTimer.singleShot(_AGAIN_MS, self._window, self._window.close)
            return False
        clear_own_clipboard()
        if file.kept is None:
            return True
        if not file.settle():
            self._ask_about_unsaved()
            return False
        kept = file.give_back()
        self.uncover()
        self.leaving = True
        cover = ClosingCover(self._theme, self._window)
        cover.skipped.connect(self._window.hide)
        self._lay(cover)
        file.run(
            lambda progress: kept.close(progress),
            lambda _nothing: self._closed(), self._closed,
        )  # fmt: skip
        return False

    def uncover(self) -> None:
        """Take the cover away."""
        self.leaving = False
        if self.cover is not None:
            self.cover.hide()
            self.cover.deleteLater()
            self.cover = None
            self._window.lay_cover(None)

    def _lay(self, cover: LockCover | ClosingCover) -> None:
        """Bring a cover over everything and let no key reach what is under it."""
        self.cover = cover
        cover.show()
        self._window.lay_cover(cover)

    def _unlock(self, locked: Locked, passphrase: str) -> None:
        from counselor_app.ui.state.kept import WrongPassphraseError, opened

        path, kept = self._file.path, self._file.kept
        if path is None:
            return
        if self._file.running():  # the file is still being closed
            QTimer.singleShot(_AGAIN_MS, self, partial(self._unlock, locked, passphrase))
            return

        def work(progress: Progress) -> object:
            if kept is None:
                return opened(path, passphrase, progress)
            if not kept.opens_with(passphrase):
                raise WrongPassphraseError(_("That is not the passphrase. Try again."))
            return None

        self._file.run(work, partial(self._unlocked, locked), self._not_unlocked)

    def _not_unlocked(self, error: Exception) -> None:
        from counselor_app.ui.caseload.cover import LockCover

        if isinstance(self.cover, LockCover):
            self.cover.form.refuse(error)

    def _unlocked(self, locked: Locked, kept: Kept | None) -> None:
        self.uncover()
        if kept is None:
            self.not_saved.emit()
            return
        session = self._file.take(kept)
        if locked.client:
            self._file.attempt(partial(session.open, locked.client))
        models = self._file.models
        if not models.view.codes:
            known = models.reference.titles
            for place, code in enumerate(code for code in locked.codes if code in known):
                models.commands.open_job.emit(code, place == 1)
        if not locked.noting and models.client.asked is None:
            self._window.focus_search()
        self.unlocked.emit(locked.noting)

    def _closed(self, error: Exception | None = None) -> None:
        from counselor_app.ui.parts.choice_dialog import ChoiceDialog

        self.uncover()
        if error is None:
            skipped = self._window.isHidden()
            self._window.close()
            if skipped:  # closing a window that is hidden already ends no program
                QApplication.quit()
            return
        self._window.show()
        ChoiceDialog(
            _("The file is closed, but not all went well"), (str(error),),
            ((_("Close the program"), self._window.close),), self._theme, self._window,
        ).open()  # fmt: skip

    def _ask_about_unsaved(self) -> None:
        from counselor_app.ui.parts.choice_dialog import ChoiceDialog

        def close_anyway() -> None:
            self._file.release("not all saved")
            self._window.close()

        lines = (
            self._file.trouble or _("Something could not be saved."),
            _("If you close now, what was changed since then is lost."),
        )
        again = pgettext("button", "Try again")
        ways = ((again, self._window.close), (_("Close and lose it"), close_anyway))
        ChoiceDialog(_("Not everything is saved"), lines, ways, self._theme, self._window).open()


def clear_own_clipboard() -> None:
    """Empty the clipboard, and on X the selection, where this program filled it."""
    clipboard = QGuiApplication.clipboard()
    for mode, ours in (
        (clipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (clipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if ours:
            clipboard.clear(mode)
