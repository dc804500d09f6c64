"""Going back to a backup: asked, looked at, done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import listed
from counselor_app.errors import UserError
from counselor_app.ui.caseload.asking import ChoiceDialog
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.state.kept import Counts, Kept, Preview, opened, preview_of, restored

if TYPE_CHECKING:
    from counselor_app.ui.parts.tasks import Progress
    from counselor_app.ui.state.clients_file import ClientsFile

_NAMED = 8


def ask_to_restore(file: ClientsFile, backup: Path, present: Kept | None) -> None:
    """Ask for the passphrase, show what would change, and restore if that is wanted."""

    def work(old: str, _new: str, _progress: Progress) -> object:
        return preview_of(backup, present, old), old

    dialog = PassphraseDialog(
        "Restore a backup", ("First you see what would change. Nothing is changed yet.",),
        "See what would change", work, file.host.theme, file.host, old="Passphrase of the backup",
    )  # fmt: skip
    dialog.worked.connect(lambda found: _confirm(file, backup, *found))
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


def _confirm(file: ClientsFile, backup: Path, preview: Preview, passphrase: str) -> None:
    ways = (("Restore it", partial(_restore, file, backup, passphrase)),)
    ChoiceDialog(
        "Restore this backup?", preview_lines(preview), ways, file.host.theme, file.host
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
            raise UserError(f"The backup was not restored: {error} The file is closed; open it"
                            " again.") from None  # fmt: skip
        return opened(path, passphrase, progress)

    def done(kept: object) -> None:
        assert isinstance(kept, Kept)
        file.take(kept)
        file.host.say("The backup is restored. The file as it was is kept among the backups.",
                          problem=False)  # fmt: skip

    file.run(work, done)
