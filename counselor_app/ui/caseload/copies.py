"""Copies of a client that leave the file, or come into it: to look at, to hand over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from counselor_app import __version__
from counselor_app.client_texts import item_texts
from counselor_app.domain.figures.wording import listed
from counselor_app.domain.record.as_json import record_json
from counselor_app.domain.record.record import ClientLine, Record
from counselor_app.reports.files import write_report
from counselor_app.ui.caseload.asking import ChoiceDialog
from counselor_app.ui.caseload.passphrase import PassphraseDialog
from counselor_app.ui.parts.check import Check
from counselor_app.ui.state.kept import How, Incoming, Kept

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from counselor_app.reports.branding import Branding
    from counselor_app.reports.typeset import Paper
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.preferences import Preferences
    from counselor_app.ui.state.session import ClientSession

HANDED_OVER = "Client for another counselor (*.client)"
_OWN_PASSPHRASE = (
    "The file gets a passphrase of its own. Tell it to the other counselor by another way than the"
    " file: by phone, or in person."
)
_WAYS: dict[How, str] = {
    "add": "Add this client",
    "merge": "Bring both together",
    "beside": "Put it beside as another client",
}

_PARTS = {
    "sessions": ("session", "sessions"),
    "inventories": ("inventory", "inventories"),
    "scores": ("set of scores", "sets of scores"),
    "notes": ("note", "notes"),
    "steps": ("next step", "next steps"),
    "reports": ("report", "reports"),
    "self_reports": ("self-report", "self-reports"),
}


@dataclass(frozen=True, slots=True)
class Talk:
    """Where things are asked and said: over which widget, and in the list of clients."""

    above: Callable[[], QWidget]
    say: Callable[[str], None]


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
        name, chosen = QFileDialog.getSaveFileName(
            self._talk.above(), "Save everything kept of this client", "record.pdf",
            "PDF (*.pdf);;JSON (*.json)",
        )  # fmt: skip
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".pdf", ".json"):
            path = path.with_name(f"{path.name}.{'json' if 'json' in chosen else 'pdf'}")
        kind = path.suffix.lower().removeprefix(".")
        made = self._pdf() if kind == "pdf" else _json

        def work(_progress: object) -> object:
            write_report(made(self._kept.record(one.uid)), path, private=True)
            self._kept.note_down("exported", one.uid, f"record, {kind.upper()}")
            return path

        self._file.run(work, lambda _path: self._exported(path), self._refused)

    def _exported(self, path: Path) -> None:
        self._talk.say(
            f"Saved as {path.name} in {path.parent}. That file is not encrypted: keep it safe, and"
            " delete it when it is no longer needed."
        )

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
        name, _ = QFileDialog.getSaveFileName(
            self._talk.above(),
            "Hand a client over",
            f"handed-over-{date.today()}.client",
            HANDED_OVER,
        )
        if not name:
            return
        path = Path(name)
        private = Check("With the notes that are for me only", self._file.host.theme)

        def work(_old: str, new: str, _progress: object) -> object:
            self._kept.hand_over(one.uid, path, new, private=private.isChecked())
            return path

        dialog = PassphraseDialog(
            f"Hand {one.name} over", (_OWN_PASSPHRASE,), "Save the file", work,
            self._file.host.theme, self._talk.above(), new="Passphrase of the file",
        )  # fmt: skip
        dialog.column.insertWidget(2, private)
        said = f"Saved as {path.name} in {path.parent}, encrypted. The client also stays here."
        dialog.worked.connect(lambda _: self._talk.say(said))
        dialog.open()

    def take_in(self) -> None:
        """A client whom another counselor handed over, after a look at what is in the file."""
        name, _ = QFileDialog.getOpenFileName(
            self._talk.above(), "Take in a client", "", f"{HANDED_OVER};;All files (*)"
        )
        if not name:
            return
        path = Path(name)

        def work(old: str, _new: str, _progress: object) -> object:
            return self._kept.incoming(path, old)

        dialog = PassphraseDialog(
            "Take in a client", ("The counselor who handed the client over chose the passphrase.",),
            "See what is in it", work, self._file.host.theme, self._talk.above(),
            old="Passphrase of the file",
        )  # fmt: skip
        dialog.worked.connect(self._show_incoming)
        dialog.open()

    def _show_incoming(self, incoming: Incoming) -> None:
        ways = tuple((_WAYS[how], partial(self._import, incoming, how)) for how in incoming.ways)
        theme = self._file.host.theme
        ChoiceDialog(
            f"Take in {incoming.record.name}?", incoming_lines(incoming), ways, theme,
            self._talk.above(),
        ).open()  # fmt: skip

    def _import(self, incoming: Incoming, how: How) -> None:
        if incoming.record.uid == self._session.uid and not self._session.leave():
            return

        def done(_uid: object) -> None:
            self._talk.say(f"{incoming.record.name} was taken in.")

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
    parts = listed(f"{count} {_PARTS[part][count != 1]}" for part, count in new.items() if count)
    if here is None:
        lines = [f"A client who is not in your file yet, with {parts or 'nothing but a name'}."]
    else:
        age = "newer" if incoming.newer else "older"
        lines = [
            f"{here.name} is in your file already; the record handed over is {age}.",
            f"New to you: {parts}." if parts else "It holds nothing that you do not have.",
        ]
    if incoming.name_taken:
        lines.append("Another client here has this name, so this one gets a number behind it.")
    return tuple(lines)
