"""Copies of a client that leave the file, or come into it: to look at, to hand over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counselor_app import __version__
from counselor_app.client_texts import item_texts, self_report_texts
from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.as_json import record_json
from counselor_app.domain.record.record import ClientLine, Record
from counselor_app.language import Said, _, listed, ngettext, pgettext
from counselor_app.reports.files import write_report
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.parts.files import dated_name, file_to_open, file_to_save
from counselor_app.ui.state.kept import How, Incoming, Kept

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from counselor_app.reports.branding import Branding
    from counselor_app.reports.typeset import Paper
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.preferences import Preferences
    from counselor_app.ui.state.session import ClientSession

HANDED_OVER = (_("Client for another counselor"), "*.client")
"""What the file is called, and its ending, which installers register too."""
_TAKE_IN = _("Take in a client")
_ALL_FILES = (pgettext("kind of file", "All files"), "*")
_OWN_PASSPHRASE = _(
    "The file gets a passphrase of its own. Tell it to the other counselor by another way than the"
    " file: by phone, or in person."
)
_WAYS: dict[How, str] = {
    "add": _("Add this client"),
    "merge": _("Bring both together"),
    "beside": _("Put it beside as another client"),
}


@dataclass(frozen=True, slots=True)
class Talk:
    """Where things are asked and said: over which widget, and in the list of clients; ``saved``
    offers to open what was saved."""

    above: Callable[[], QWidget]
    say: Callable[[str], None]
    saved: Callable[[Path], None]


class ClientCopies(QObject):
    """Saves, hands over and takes in; what was done is said in the list of clients."""

    def __init__(
        self, file: ClientsFile, kept: Kept, session: ClientSession,
        preferences: Preferences, branding: Callable[[], Branding], talk: Talk,
    ) -> None:  # fmt: skip
        super().__init__(file.host)
        self._file, self._kept, self._session = file, kept, session
        self._preferences, self._branding, self._talk = preferences, branding, talk

    def export(self, one: ClientLine) -> None:
        """One client's record, readable by anyone: for the client or the parents to look at."""
        if one.uid == self._session.uid and not self._session.flush():
            return
        suggested = dated_name("record", one.name, on=date.today())
        path = file_to_save(
            self._talk.above(), self._file.host.theme, _("Save everything kept of this client"),
            f"{suggested}.pdf", ("PDF", "*.pdf"), ("JSON", "*.json"),
        )  # fmt: skip
        if path is None:
            return
        kind = path.suffix.lower().removeprefix(".")
        made = self._pdf() if kind == "pdf" else _json

        def work(_progress: object) -> object:
            write_report(made(self._kept.record(one.uid)), path, private=True)
            detail = f"record, {kind.upper()}"
            self._kept.note_down("exported", one.uid, detail)
            return path

        self._file.run(work, lambda _path: self._exported(path), self._refused)

    def _exported(self, path: Path) -> None:
        self._talk.say(
            _("Saved as {file} in {folder}. That file is not encrypted: keep it safe, and delete it"
              " when it is no longer needed.", file=path.name, folder=str(path.parent))
        )  # fmt: skip
        self._talk.saved(path)

    def _pdf(self) -> Callable[[Record], bytes]:
        """What sets a record on paper, in a thread; the pack is read here."""
        reference, branding = self._file.models.reference, self._branding()
        elements = reference.element_names
        paper: Paper = "a4" if self._preferences.settings.paper == "a4" else "letter"

        def made(record: Record) -> bytes:
            from counselor_app.reports.record import record_content
            from counselor_app.reports.typeset import report_pdf

            content = record_content(
                record,
                titles=reference.titles,
                elements=elements,
                items=item_texts(),
                texts=self_report_texts(),
                made_on=date.today(),
                version=__version__,
                sources=reference.sources,
            )
            return report_pdf(content, paper, branding)

        return made

    def _refused(self, error: Exception) -> None:
        self._talk.say(str(error))

    def hand_over(self, one: ClientLine) -> None:
        """One client in an encrypted file of its own, for another counselor."""
        if one.uid == self._session.uid and not self._session.flush():
            return
        theme, above = self._file.host.theme, self._talk.above()
        # No name: the file may go by mail, and what it holds is encrypted.
        suggested = f"{dated_name('handed-over', on=date.today())}.client"
        path = file_to_save(above, theme, _("Hand a client over"), suggested, HANDED_OVER)
        if path is None:
            return
        private = Check(_("With the notes that are for me only"), theme)

        def work(_old: str, new: str, _progress: object) -> object:
            self._kept.hand_over(one.uid, path, new, private=private.isChecked())
            return path

        dialog = PassphraseDialog(
            _("Hand {client} over", client=one.name), (_OWN_PASSPHRASE,), _("Save the file"), work,
            theme, above, new=_("Passphrase of the file"),
        )  # fmt: skip
        dialog.column.insertWidget(2, private)
        said = _("Saved as {file} in {folder}, encrypted. The client also stays here.",
                 file=path.name, folder=str(path.parent))  # fmt: skip
        dialog.worked.connect(lambda _path: self._talk.say(said))
        dialog.open()

    def choose(self) -> None:
        """Ask which file was handed over, and take the client in."""
        theme, above = self._file.host.theme, self._talk.above()
        path = file_to_open(above, theme, _TAKE_IN, HANDED_OVER, _ALL_FILES)
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """A client whom another counselor handed over, after a look at what is in the file."""
        theme, above = self._file.host.theme, self._talk.above()
        words = _("The counselor who handed the client over chose the passphrase.")

        def work(old: str, _new: str, _progress: object) -> object:
            return self._kept.incoming(path, old)

        dialog = PassphraseDialog(
            _TAKE_IN, (words,), _("See what is in it"), work, theme, above,
            old=_("Passphrase of the file"),
        )  # fmt: skip
        dialog.worked.connect(self._show_incoming)
        dialog.open()

    def _show_incoming(self, incoming: Incoming) -> None:
        ways = tuple((_WAYS[how], partial(self._import, incoming, how)) for how in incoming.ways)
        theme = self._file.host.theme
        title = _("Take in {client}?", client=incoming.record.name)
        ChoiceDialog(title, incoming_lines(incoming), ways, theme, self._talk.above()).open()

    def _import(self, incoming: Incoming, how: How) -> None:
        if incoming.record.uid == self._session.uid and not self._session.leave():
            return

        def done(_uid: object) -> None:
            self._talk.say(_("{client} was taken in.", client=incoming.record.name))

        self._file.run(
            lambda _progress: self._kept.take_in(incoming, how),
            done,
            self._refused,
        )


def _json(record: Record) -> bytes:
    return record_json(record).encode()


def incoming_lines(incoming: Incoming) -> tuple[str, ...]:
    """What is in a file that was handed over, and what taking it in would change."""
    here, new = incoming.present, incoming.new
    parts = listed(_part_words(part, count) for part, count in new.items() if count)
    lines: list[str] = []
    if here is None:
        lines.append(
            _("A client who is not in your file yet, with {parts}.", parts=parts) if parts else
            _("A client who is not in your file yet, with nothing but a name.")
        )  # fmt: skip
    else:
        name = here.name
        lines.append(
            _("{client} is in your file already; the record handed over is newer.", client=name)
            if incoming.newer else
            _("{client} is in your file already; the record handed over is older.", client=name)
        )  # fmt: skip
        lines.append(
            _("New to you: {parts}.", parts=parts) if parts else
            _("It holds nothing that you do not have.")
        )  # fmt: skip
    if incoming.name_taken:
        lines.append(_("Another client here has this name, so this one gets a number behind it."))
    return tuple(lines)


def _part_words(part: str, count: int) -> Said:
    """How many there are of a part of a record."""
    n = number(count)
    return {
        "sessions": ngettext("{n} session", "{n} sessions", count, n=n),
        "inventories": ngettext("{n} inventory", "{n} inventories", count, n=n),
        "scores": ngettext("{n} set of scores", "{n} sets of scores", count, n=n),
        "notes": ngettext("{n} note", "{n} notes", count, n=n),
        "steps": ngettext("{n} next step", "{n} next steps", count, n=n),
        "reports": ngettext("{n} report", "{n} reports", count, n=n),
        "self_reports": ngettext("{n} self-report", "{n} self-reports", count, n=n),
    }[part]
