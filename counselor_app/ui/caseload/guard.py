"""What stands before the clients' file: the lock, and closing it before the window closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counselor_app.ui.caseload.anew import Locked

if TYPE_CHECKING:
    from counselor_app.ui.caseload.cover import ClosingCover, LockCover
    from counselor_app.ui.caseload.desk import WorkspaceDesk
    from counselor_app.ui.parts.tasks import Progress
    from counselor_app.workspace.base import Workspace

_AGAIN_MS = 300
_IN_MEMORY = (
    "There is nothing to lock: clients are not open, and what you see is in memory only. Clear the"
    " client to take it off the screen."
)


class Guard(QObject):
    """Locks and unlocks the window, and lets it close; ``cover`` lies over it meanwhile.

    ``start_anew`` puts a new process in the place of this one once the file is closed; None where
    that is not wanted, as in tests.
    """

    def __init__(self, owner: WorkspaceDesk) -> None:
        super().__init__(owner)
        self._owner, self._window, self._theme = owner, owner.window_, owner.theme
        self.cover: LockCover | ClosingCover | None = None
        self.start_anew: Callable[[Locked], None] | None = None

    def lock(self) -> None:
        """Cover the window, close the file with a backup, and let everything of the clients go.

        What could not be saved is not let go: the file then stays open under the cover.
        """
        from counselor_app.workspace.opening import close_workspace

        owner = self._owner
        if self.cover is not None or owner.session is None:
            if self.cover is None and owner.offered:
                self._window.say(_IN_MEMORY, problem=False)
            return
        if owner.running():
            QTimer.singleShot(_AGAIN_MS, self, self.lock)
            return
        client, saved = owner.session.uid, owner.settle()
        noting = owner.notes is not None and owner.notes.pane is not None
        # What only memory holds would be lost with it.
        anew = saved and not (owner.actions is not None and owner.actions.memory)
        codes = () if client else owner.session.position().codes
        owner.desk.popovers.close()
        self._window.unsay()
        clear_own_clipboard()
        locked = Locked(client, noting, codes)
        if not saved:
            words = "Something could not be saved. It is kept in memory until you come back."
            self.show_locked(replace(locked, said=words))
            return
        workspace = owner.give_back()
        self.show_locked(locked)
        owner.run(
            lambda progress: close_workspace(workspace, progress, locking=True),
            lambda _nothing: self._let_go(locked, anew),
            lambda error: self._let_go(replace(locked, said=str(error)), anew),
        )

    def show_locked(self, locked: Locked) -> None:
        """Cover the window until the passphrase is typed."""
        from counselor_app.ui.caseload.cover import LockCover

        words = locked.said or "Type the passphrase to go on where you stopped."
        cover = LockCover(words, self._theme, self._window)
        cover.entered.connect(partial(self._unlock, locked))
        cover.left.connect(self._window.close)
        self._lay(cover)
        cover.take_focus()

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
        from counselor_app.workspace.opening import close_workspace

        owner = self._owner
        if isinstance(self.cover, ClosingCover):
            return False
        locking = isinstance(self.cover, LockCover)  # and the file may still be being closed
        if owner.running() and (owner.workspace is not None or locking):
            QTimer.singleShot(_AGAIN_MS, self._window, self._window.close)
            return False
        clear_own_clipboard()
        if owner.workspace is None:
            return True
        if not owner.settle():
            self._ask_about_unsaved()
            return False
        workspace = owner.give_back()
        self.uncover()
        cover = ClosingCover(self._theme, self._window)
        cover.skipped.connect(self._window.hide)
        self._lay(cover)
        owner.run(
            lambda progress: close_workspace(workspace, progress),
            lambda _nothing: self._closed(), self._closed,
        )  # fmt: skip
        return False

    def uncover(self) -> None:
        """Take the cover away."""
        if self.cover is not None:
            self.cover.hide()
            self.cover.deleteLater()
            self.cover = None
            self._owner.desk.commands.set_keys(True)
            self._window.arrange()

    def _lay(self, cover: LockCover | ClosingCover) -> None:
        """Bring a cover over everything and let no key reach what is under it."""
        self.cover = cover
        self._owner.desk.commands.set_keys(False)
        cover.show()
        self._window.arrange()

    def _unlock(self, locked: Locked, passphrase: str) -> None:
        from counselor_app.workspace.opening import open_workspace, right_passphrase
        from counselor_app.workspace.trouble import WrongPassphraseError

        path, workspace = self._owner.path, self._owner.workspace
        if path is None:
            return
        if self._owner.running():  # the file is still being closed
            QTimer.singleShot(_AGAIN_MS, self, partial(self._unlock, locked, passphrase))
            return

        def work(progress: Progress) -> object:
            if workspace is None:
                return open_workspace(path, passphrase, progress=progress)
            if not right_passphrase(workspace, passphrase):
                raise WrongPassphraseError("That is not the passphrase. Try again.")
            return None

        self._owner.run(work, partial(self._unlocked, locked), self._not_unlocked)

    def _not_unlocked(self, error: Exception) -> None:
        from counselor_app.ui.caseload.cover import LockCover

        if isinstance(self.cover, LockCover):
            self.cover.form.refuse(error)

    def _unlocked(self, locked: Locked, workspace: Workspace | None) -> None:
        self.uncover()
        if workspace is None:
            self._owner.tell_trouble_again()
            return
        session = self._owner.take(workspace)
        if locked.client:
            self._owner.attempt(partial(session.open, locked.client))
        desk = self._owner.desk
        if not any(pane.sheet for pane in desk.panes.panes):
            for place, code in enumerate(code for code in locked.codes if code in desk.titles):
                desk.open(code, beside=place == 1)
        if locked.noting and self._owner.notes is not None:
            self._owner.notes.toggle()
        elif self._owner.desk.clients.inventory is None:
            self._window.search.setFocus()

    def _closed(self, error: Exception | None = None) -> None:
        from counselor_app.ui.caseload.asking import ChoiceDialog

        self.uncover()
        if error is None:
            skipped = self._window.isHidden()
            self._window.close()
            if skipped:  # closing a window that is hidden already ends no program
                QApplication.quit()
            return
        self._window.show()
        ChoiceDialog(
            "The file is closed, but not all went well", (str(error),),
            (("Close the program", self._window.close),), self._theme, self._window,
        ).open()  # fmt: skip

    def _ask_about_unsaved(self) -> None:
        from counselor_app.ui.caseload.asking import ChoiceDialog

        def close_anyway() -> None:
            self._owner.release("not all saved")
            self._window.close()

        lines = (
            self._owner.trouble or "Something could not be saved.",
            "If you close now, what was changed since then is lost.",
        )
        ways = (("Try again", self._window.close), ("Close and lose it", close_anyway))
        ChoiceDialog("Not everything is saved", lines, ways, self._theme, self._window).open()


def clear_own_clipboard() -> None:
    """Empty the clipboard, and on X the selection, where this program filled it."""
    clipboard = QGuiApplication.clipboard()
    for mode, ours in (
        (clipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (clipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if ours:
            clipboard.clear(mode)
