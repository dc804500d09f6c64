"""What stands before the clients' file: the lock, and closing it before the window closes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from counselor_app.ui.clients.cover import ClosingCover, LockCover
    from counselor_app.ui.clients.desk import WorkspaceDesk
    from counselor_app.ui.tasks import Progress
    from counselor_app.workspace.base import Workspace

_AGAIN_MS = 300
_IN_MEMORY = (
    "There is nothing to lock: clients are not open, and what you see is in memory only. Clear the"
    " client to take it off the screen."
)


class Guard(QObject):
    """Locks and unlocks the window, and lets it close; ``cover`` lies over it meanwhile."""

    def __init__(self, owner: WorkspaceDesk) -> None:
        super().__init__(owner)
        self._owner, self._window, self._theme = owner, owner.window_, owner.theme
        self.cover: LockCover | ClosingCover | None = None

    def lock(self) -> None:
        """Cover the window and let everything of the clients go.

        What could not be saved is not let go: the file then stays open under the cover.
        """
        from counselor_app.ui.clients.cover import LockCover

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
        owner.desk.popovers.close()
        self._window.unsay()
        words = "Type the passphrase to go on where you stopped."
        if saved:
            owner.release("locked")
        else:
            words = "Something could not be saved. It is kept in memory until you come back."
        cover = LockCover(words, self._theme, self._window)
        cover.entered.connect(partial(self._unlock, client, noting))
        cover.left.connect(self._window.close)
        self._lay(cover)
        cover.take_focus()

    def may_close(self) -> bool:
        """Whether the window can close now; else the file is closed first, with a backup."""
        from counselor_app.ui.clients.cover import ClosingCover
        from counselor_app.workspace.opening import close_workspace

        owner = self._owner
        if isinstance(self.cover, ClosingCover):
            return False
        if owner.workspace is None:
            return True
        if owner.running():
            QTimer.singleShot(_AGAIN_MS, self._window, self._window.close)
            return False
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

    def _unlock(self, client: str, noting: bool, passphrase: str) -> None:
        from counselor_app.workspace.opening import open_workspace, right_passphrase
        from counselor_app.workspace.trouble import WrongPassphraseError

        path, workspace = self._owner.path, self._owner.workspace
        if path is None:
            return

        def work(progress: Progress) -> object:
            if workspace is None:
                return open_workspace(path, passphrase, progress=progress)
            if not right_passphrase(workspace, passphrase):
                raise WrongPassphraseError("That is not the passphrase. Try again.")
            return None

        self._owner.run(work, partial(self._unlocked, client, noting), self._not_unlocked)

    def _not_unlocked(self, error: Exception) -> None:
        from counselor_app.ui.clients.cover import LockCover

        if isinstance(self.cover, LockCover):
            self.cover.form.refuse(error)

    def _unlocked(self, client: str, noting: bool, workspace: Workspace | None) -> None:
        self.uncover()
        if workspace is None:
            self._owner.tell_trouble_again()
            return
        session = self._owner.take(workspace)
        if client:
            self._owner.attempt(partial(session.open, client))
        if noting and self._owner.notes is not None:
            self._owner.notes.toggle()
        elif self._owner.desk.clients.inventory is None:
            self._window.search.setFocus()

    def _closed(self, error: Exception | None = None) -> None:
        from counselor_app.ui.clients.asking import ChoiceDialog

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
        from counselor_app.ui.clients.asking import ChoiceDialog

        def close_anyway() -> None:
            self._owner.release("not all saved")
            self._window.close()

        lines = (
            self._owner.trouble or "Something could not be saved.",
            "If you close now, what was changed since then is lost.",
        )
        ways = (("Try again", self._window.close), ("Close and lose it", close_anyway))
        ChoiceDialog("Not everything is saved", lines, ways, self._theme, self._window).open()
