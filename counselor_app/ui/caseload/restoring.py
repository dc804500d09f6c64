"""Going back to a backup: asked, looked at, done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, ngettext, pgettext
from counselor_app.ui.caseload.asking import some_of
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.state.kept import Counts, Kept, Preview, opened, preview_of, restored

if TYPE_CHECKING:
    from counselor_app.ui.parts.tasks import Progress
    from counselor_app.ui.state.clients_file import ClientsFile


def ask_to_restore(file: ClientsFile, backup: Path, present: Kept | None) -> None:
    """Ask for the passphrase, show what would change, and restore if that is wanted."""

    def work(old: str, _new: str, _progress: Progress) -> object:
        return preview_of(backup, present, old), old

    dialog = PassphraseDialog(
        _("Restore a backup"), (_("First you see what would change. Nothing is changed yet."),),
        _("See what would change"), work, file.host.theme, file.host,
        old=_("Passphrase of the backup"),
    )  # fmt: skip
    dialog.worked.connect(lambda found: _confirm(file, backup, *found))
    dialog.open()


def preview_lines(preview: Preview) -> tuple[str, ...]:
    """What restoring would change, in words."""
    then, now = _counted(preview.then), preview.now
    if now is None:
        return (
            _("The backup holds {counts}.", counts=then),
            _("The file as it is now is kept among the backups."),
        )
    gone, back, older = map(some_of, (preview.vanish, preview.come_back, preview.older))
    changes = [
        said for names, said in (
            (gone, _("Not in the backup, so no longer here: {clients}.", clients=gone)),
            (back, _("Only in the backup, so here again: {clients}.", clients=back)),
            (older, _("Changed since, so back to how they were: {clients}.", clients=older)),
        ) if names
    ]  # fmt: skip
    return (
        _("The backup holds {then}; the file now holds {now}.", then=then, now=_counted(now)),
        *(changes or [_("No client would change.")]),
        _("The file as it is now is kept among the backups, so you can come back to it."),
    )


def _counted(counts: Counts) -> Said:
    clients, sessions, notes = counts
    return listed((
        ngettext("{n} client", "{n} clients", clients, n=number(clients)),
        ngettext("{n} session", "{n} sessions", sessions, n=number(sessions)),
        ngettext("{n} note", "{n} notes", notes, n=number(notes)),
    ))  # fmt: skip


def _confirm(file: ClientsFile, backup: Path, preview: Preview, passphrase: str) -> None:
    ways = ((pgettext("button", "Restore it"), partial(_restore, file, backup, passphrase)),)
    ChoiceDialog(
        _("Restore this backup?"), preview_lines(preview), ways, file.host.theme, file.host
    ).open()


def _restore(file: ClientsFile, backup: Path, passphrase: str) -> None:
    path = file.path
    if path is None or (file.session is not None and not file.session.leave()):
        return
    present = file.give_back() if file.kept is not None else None

    def work(progress: Progress) -> object:
        try:
            if present is not None:
                present.close(progress, backup=False)
            restored(path, backup, passphrase)
        except UserError as error:
            said = _("The backup was not restored: {why} The file is closed; open it again.",
                     why=str(error))  # fmt: skip
            raise UserError(said) from None
        return opened(path, passphrase, progress)

    def done(kept: object) -> None:
        assert isinstance(kept, Kept)
        file.take(kept)
        said = _("The backup is restored. The file as it was is kept among the backups.")
        file.host.say(said, problem=False)

    file.run(work, done)
