"""What is done with the clients' file itself: backed up, restored, purged, given a passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counselor_app.domain.figures.wording import listed
from counselor_app.domain.record.record import ClientLine
from counselor_app.errors import UserError
from counselor_app.ui.caseload.asking import ChoiceDialog
from counselor_app.ui.caseload.file_dialog import FileDialog
from counselor_app.ui.caseload.passphrase import WRITE_IT_DOWN, PassphraseDialog
from counselor_app.workspace.backups import Backup, make_backup
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.opening import change_passphrase, close_workspace, open_workspace
from counselor_app.workspace.restore import Counts, Preview, preview_restore, restore

if TYPE_CHECKING:
    from counselor_app.ui.caseload.desk import WorkspaceDesk
    from counselor_app.ui.parts.tasks import Progress

_NAMED = 8


class FileActions(QObject):
    """Carries out what the dialog on the clients' file offers."""

    def __init__(self, owner: WorkspaceDesk, workspace: Workspace) -> None:
        super().__init__(owner)
        self._owner, self._workspace = owner, workspace
        self.dialog: FileDialog | None = None

    def show(self) -> None:
        """Backups, lock and passphrase, how long to keep, the log."""
        owner = self._owner
        dialog = FileDialog(self._workspace, owner.now(), owner.theme, owner.window_)
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
            self.dialog.busy("Making a backup…")
        self._owner.run(
            lambda _progress: make_backup(self._workspace),
            lambda _path: self._backed_up(), self._backed_up,
        )  # fmt: skip

    def _backed_up(self, error: Exception | None = None) -> None:
        if self.dialog is not None:
            self.dialog.make.setEnabled(True)
            self.dialog.refresh(str(error) if error else "")
        elif error is not None:
            self._owner.window_.say(str(error))

    def _restore(self, backup: Backup) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        ask_to_restore(self._owner, backup.path, self._workspace)

    def _change_passphrase(self) -> None:
        owner, workspace = self._owner, self._workspace

        def work(old: str, new: str, progress: Progress) -> object:
            change_passphrase(workspace, old, new, progress)
            return None

        dialog = PassphraseDialog(
            "Change the passphrase", (WRITE_IT_DOWN,), "Change it", work, owner.theme,
            self.dialog or owner.window_, old="Present passphrase", new="New passphrase",
        )  # fmt: skip
        dialog.worked.connect(
            lambda _: self.refresh("The file and its backups have the new passphrase.")
        )
        dialog.open()

    def _ask_to_purge(self, due: tuple[ClientLine, ...]) -> None:
        owner, actions = self._owner, self._owner.actions
        if actions is None:
            return
        names = listed(one.name for one in due[:_NAMED])
        more = f", and {len(due) - _NAMED:,} more" if len(due) > _NAMED else ""
        lines = (
            f"{names}{more}: everything kept of them is deleted now, from the file and from every"
            " backup. Nobody can bring it back.",
        )
        count = "this client" if len(due) == 1 else f"these {len(due):,} clients"
        ways = ((f"Delete {count} for good", partial(actions.erase, due)),)
        ChoiceDialog(
            "Delete for good?", lines, ways, owner.theme, self.dialog or owner.window_
        ).open()

    def _settings_changed(self) -> None:
        if self._owner.idle is not None and self.dialog is not None:
            self._owner.idle.minutes = self.dialog.settings.lock_minutes

    def _gone(self) -> None:
        self.dialog = None


def restore_damaged(owner: WorkspaceDesk, backup: Path) -> None:
    """Go back to a backup of a file that does not open."""
    ask_to_restore(owner, backup, None)


def ask_to_restore(owner: WorkspaceDesk, backup: Path, present: Workspace | None) -> None:
    """Ask for the passphrase, show what would change, and restore if that is wanted."""

    def work(old: str, _new: str, _progress: Progress) -> object:
        return preview_restore(backup, present, old), old

    dialog = PassphraseDialog(
        "Restore a backup", ("First you see what would change. Nothing is changed yet.",),
        "See what would change", work, owner.theme, owner.window_, old="Passphrase of the backup",
    )  # fmt: skip
    dialog.worked.connect(lambda found: _confirm(owner, backup, *found))
    dialog.open()


def preview_lines(preview: Preview) -> tuple[str, ...]:
    """What restoring would change, in words."""
    then, now = preview.then, preview.now
    lines = [f"The backup holds {_counted(then)}"]
    if now is None:
        return (f"{lines[0]}.", "The file as it is now is kept among the backups.")
    lines[0] += f"; the file now holds {_counted(now)}."
    for names, words in (
        (preview.vanish, "Not in the backup, so no longer here"),
        (preview.come_back, "Only in the backup, so here again"),
        (preview.older, "Changed since, so back to how they were"),
    ):
        if names:
            more = f", and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
            lines.append(f"{words}: {listed(names[:_NAMED])}{more}.")
    if len(lines) == 1:
        lines.append("No client would change.")
    lines.append("The file as it is now is kept among the backups, so you can come back to it.")
    return tuple(lines)


def _counted(counts: Counts) -> str:
    names = ("client", "session", "note")
    return listed(
        f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"
        for name, count in zip(names, counts, strict=True)
    )


def _confirm(owner: WorkspaceDesk, backup: Path, preview: Preview, passphrase: str) -> None:
    ways = (("Restore it", partial(_restore, owner, backup, passphrase)),)
    ChoiceDialog(
        "Restore this backup?", preview_lines(preview), ways, owner.theme, owner.window_
    ).open()


def _restore(owner: WorkspaceDesk, backup: Path, passphrase: str) -> None:
    path = owner.path
    if path is None or (owner.session is not None and not owner.session.leave()):
        return
    present = owner.give_back() if owner.workspace is not None else None

    def work(progress: Progress) -> object:
        try:
            if present is not None:
                close_workspace(present, progress, backup=False)
            restore(path, backup, passphrase)
        except UserError as error:
            raise UserError(f"The backup was not restored: {error} The file is closed; open it"
                            " again.") from None  # fmt: skip
        return open_workspace(path, passphrase, progress=progress)

    def done(workspace: object) -> None:
        assert isinstance(workspace, Workspace)
        owner.take(workspace)
        owner.window_.say("The backup is restored. The file as it was is kept among the backups.",
                          problem=False)  # fmt: skip

    owner.run(work, done)
