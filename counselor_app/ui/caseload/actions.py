"""What is done with clients: found, added, opened, deleted, handed over, taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counselor_app.client_texts import self_report_texts
from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.record import ClientLine
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.present import ReadLanguage
from counselor_app.errors import UserError
from counselor_app.language import _, joined, ngettext, pgettext
from counselor_app.ui.caseload.asking import NameDialog
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.caseload.copies import ClientCopies, Talk
from counselor_app.ui.caseload.record_page import RecordDialog
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.state.kept import Deletion, Kept, Part

if TYPE_CHECKING:
    from counselor_app.reports.branding import Branding
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.preferences import Preferences
    from counselor_app.ui.state.session import ClientSession


class ClientActions(QObject):
    """Carries out what the list of clients offers; `erased` follows a deletion for good."""

    erased = Signal()

    def __init__(
        self, file: ClientsFile, kept: Kept, session: ClientSession,
        preferences: Preferences, branding: Callable[[], Branding],
    ) -> None:  # fmt: skip
        super().__init__(file.host)
        self._file, self._models, self._host = file, file.models, file.host
        self._kept, self._session = kept, session
        self._deleted: list[Deletion] = []  # clients, the one deleted last comes last
        self._deleted_part: Deletion | None = None
        self.list: ClientsDialog | None = None
        talk = Talk(self.above, self.say_in_list, self._saved)
        self._copies = ClientCopies(file, kept, session, preferences, branding, talk)
        self.take_in = self._copies.take_in

    @property
    def empty(self) -> bool:
        """Whether the file holds no client."""
        return not self._kept.clients()

    def show_list(self) -> None:
        """The list of clients, the one seen last first."""
        dialog = ClientsDialog(self._kept.clients, self._file.now(), self._host.theme, self._host)
        self.list = dialog
        dialog.destroyed.connect(self._list_gone)
        dialog.opened.connect(lambda one: self.open(one.uid))
        dialog.added.connect(lambda name: self._switch(partial(self._add, name)))
        dialog.record_wanted.connect(lambda one: self.show_record(one.uid))
        dialog.renamed.connect(self._rename)
        dialog.removed.connect(self._delete)
        dialog.undo_wanted.connect(self._undo)
        dialog.erased.connect(self._ask_to_erase)
        dialog.exported.connect(self._copies.export)
        dialog.handed_over.connect(self._copies.hand_over)
        dialog.import_wanted.connect(self._copies.choose)
        if self._deleted:
            dialog.reload(_("A client who was deleted can still be brought back."), undo=True)
        dialog.open()

    def keep_memory(self) -> None:
        """Keep the client that is in memory in the file, under the name they have or one typed."""
        client, codes = self._models.client.client, self._models.shortlist.codes

        def add(name: str) -> None:
            self._session.add(name, client, codes)
            self._tell(_("{client} is kept in the clients’ file. Everything is saved as it"
                         " happens.", client=name.strip()))  # fmt: skip

        if client.name:
            try:
                add(client.name)
            except UserError as error:
                self._host.say(str(error))
            else:
                return
        NameDialog(_("Keep this client"), client.name, add, self._host.theme, self._host).open()

    def show_record(self, uid: str) -> None:
        """What happened with a client; the log of it; two inventories over time."""
        if self._session.uid == uid and not self._session.flush():
            return
        try:
            record = self._kept.record(uid)
            log = self._kept.log(uid)
        except UserError as error:
            self._host.say(str(error))
            return
        titles = self._models.reference.titles
        session = self._session.keeper.session if self._session.keeper else ""
        dialog = RecordDialog(
            record, log, lambda code: titles.get(code, code), self._file.now(),
            self._host.theme, self._host, texts=self_report_texts(self._host.theme.tongue),
            session=session,
        )  # fmt: skip
        dialog.opened.connect(self._show_jobs)
        dialog.removed.connect(partial(self._delete_part, dialog))
        dialog.undo_wanted.connect(partial(self._undo_part, dialog))
        dialog.open()

    def leave(self, *, end: bool) -> None:
        """Pause the session, or end it."""
        name = self._session.name
        if not self._file.keep_notes():
            return
        if not self._session.leave(end=end):
            return
        if end:
            words = _("The session with {client} has ended. Everything is saved.", client=name)
        else:
            words = _("The session with {client} is paused: opening the client goes on here."
                      " Everything is saved.", client=name)  # fmt: skip
        self._tell(words)

    # Opening and adding.

    def open(self, uid: str) -> None:
        """Open a client; ask first about what is only in memory."""
        self._switch(partial(self._open, uid))

    def _switch(self, then: Callable[[], object]) -> None:
        """Leave the present client; ask first about what is only in memory."""
        if self._file.memory:
            called = self._models.client.client.called
            lines = (
                _("What you did for {client} is in memory only: scores, answers, ratings or a"
                  " shortlist that no client of the file has.", client=called),
            )  # fmt: skip
            ways = ((_("Keep it as a client"), self._keep_first), (_("Let it go"), then))
            ChoiceDialog(
                _("Keep what is in memory?"), lines, ways, self._host.theme, self.above()
            ).open()
            return
        if not self._file.keep_notes():
            return
        if self._session.leave():
            then()

    def _keep_first(self) -> None:
        self._close_list()
        self.keep_memory()

    def _open(self, uid: str) -> None:
        self._close_list()
        self._host.unsay()
        self._file.attempt(partial(self._session.open, uid))

    def _add(self, name: str) -> None:
        try:
            self._session.add(name, Client(), ())
        except UserError as error:
            self.say_in_list(str(error))
            return
        self._close_list()
        self._host.unsay()
        self._models.commands.close_jobs.emit()

    def rename_open(self) -> None:
        """Give the open client another name."""
        uid = self._session.uid
        for one in self._kept.clients():
            if one.uid == uid:
                self._rename(one)

    def _rename(self, one: ClientLine) -> None:
        opened = one.uid == self._session.uid
        held = self._models.client.client

        def take(name: str) -> None:
            if opened:
                self._session.rename(name)
                if dialog.reads != reads:
                    read = ReadLanguage(dialog.reads)
                    self._models.client.set(replace(self._models.client.client, language=read))
            else:
                self._kept.rename(one.uid, name)
            self.say_in_list(
                _("{before} is now called {name}.", before=one.name, name=name.strip())
            )

        title = pgettext("title", "Rename {client}", client=one.name)
        theme = self._host.theme
        reads = held.reads(theme.own) if opened else ""
        dialog = NameDialog(title, one.name, take, theme, self.above(), reads=reads)
        dialog.open()

    def _show_jobs(self, codes: tuple[str, ...]) -> None:
        """Show the occupations of a past entry, for the client that is open."""
        self._close_list()
        known = self._models.reference.titles
        for place, code in enumerate([code for code in codes if code in known][:2]):
            if place == 0:
                self._models.commands.use_first_pane.emit()
            self._models.commands.open_job.emit(code, place == 1)

    # Deleting.

    def _delete(self, one: ClientLine) -> None:
        if one.uid == self._session.uid and not self._session.leave():
            return
        done: list[Deletion] = []
        if self._file.attempt(lambda: done.append(self._kept.delete("client", one.uid))):
            self._deleted += done
            self.say_in_list(
                _("{client} was deleted. Undo brings the client back until the file is closed or"
                  " locked; then it is gone from the file and its backups.", client=one.name),
                undo=True,
            )  # fmt: skip

    def _undo(self) -> None:
        if self._deleted and self._file.attempt(partial(self._kept.bring_back, self._deleted[-1])):
            self._deleted.pop()
            self.say_in_list(_("The client is back."), undo=bool(self._deleted))

    def _ask_to_erase(self, one: ClientLine) -> None:
        lines = (
            _("{client} and everything kept of the client is deleted now, from the file and from"
              " every backup. Nobody can bring it back.", client=one.name),
            _("Copies on other disks, printed pages, and files handed over are not reached."),
        )  # fmt: skip
        delete = _("Delete {client} for good", client=one.name)
        ways = ((delete, partial(self.erase, (one,))),)
        ChoiceDialog(_("Delete for good?"), lines, ways, self._host.theme, self.above()).open()

    def erase(self, clients: tuple[ClientLine, ...]) -> None:
        """Delete clients from the file and every backup, in a thread."""
        uids = [one.uid for one in clients]
        if self._session.uid in uids:
            self._session.drop()
        who, count = clients[0].name, len(clients)
        if count > 1:
            who = ngettext("{n} client", "{n} clients", count, n=number(count))
        self.say_in_list(_("Deleting {clients} from the file and its backups…", clients=who))

        def done(let_go: object) -> None:
            gone = _("{clients} and all that was kept is gone from the file and its backups.",
                     clients=who)  # fmt: skip
            self.say_in_list(joined((gone, _let_go_words(cast("int", let_go)))))
            self.erased.emit()

        self._file.run(lambda progress: self._kept.erase(uids, progress), done, self.refused)

    def _delete_part(self, dialog: RecordDialog, part: Part, uid: str) -> None:
        done: list[Deletion] = []
        if self._file.attempt(lambda: done.append(self._kept.delete(part, uid))):
            self._deleted_part = done[0]
            said = _("The answers were deleted.")
            if part == "session":
                said = _("The session was deleted, with its notes, answers and scores.")
            self._show_again(dialog, said, undo=True)

    def _undo_part(self, dialog: RecordDialog) -> None:
        deleted = self._deleted_part
        if deleted is not None and self._file.attempt(partial(self._kept.bring_back, deleted)):
            self._deleted_part = None
            said = _("The answers are back.")
            self._show_again(
                dialog, _("The session is back.") if deleted.part == "session" else said
            )

    def _show_again(self, dialog: RecordDialog, said: str, *, undo: bool = False) -> None:
        record = self._kept.record(dialog.record.uid)
        if record.uid == self._session.uid:
            self._session.take_again(record)
        dialog.show_record(record, said, undo=undo)

    # Where things are said.

    def above(self) -> QWidget:
        """What a question stands over: the list, or the window."""
        return self.list or self._host

    def refused(self, error: Exception) -> None:
        """Say why something could not be done."""
        self.say_in_list(str(error))

    def _tell(self, words: str) -> None:
        self._host.say(words, problem=False)

    def say_in_list(self, words: str, *, undo: bool = False) -> None:
        """Say what was done, in the list while it is open; ``undo`` offers to take it back."""
        if self.list is not None:
            self.list.reload(words, undo=undo)
        else:
            self._tell(words)

    def _saved(self, path: Path) -> None:
        """Offer to open what was saved, or where it is."""
        if self.list is not None:
            self.list.saved.offer(path)

    def _close_list(self) -> None:
        if self.list is not None:
            self.list.accept()

    def _list_gone(self) -> None:
        self.list = None


def _let_go_words(count: int) -> str:
    """How many backups had to go because they could not be cleaned; "" for none."""
    return "" if not count else ngettext(
        "{n} backup that does not open with this passphrase was removed.",
        "{n} backups that do not open with this passphrase were removed.", count, n=number(count),
    )  # fmt: skip
