"""What is done with clients: found, added, opened, deleted, handed over, taken in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from counselor_app.domain.client import Client
from counselor_app.domain.record import ClientLine
from counselor_app.domain.wording import listed
from counselor_app.errors import UserError
from counselor_app.ui.clients.asking import ChoiceDialog, NameDialog
from counselor_app.ui.clients.client_list import ClientsDialog
from counselor_app.ui.clients.passphrase import PassphraseDialog
from counselor_app.ui.clients.record_page import RecordDialog
from counselor_app.ui.widgets.check import Check
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients, rename_client
from counselor_app.workspace.deletion import Deletion, delete, delete_for_good, undo
from counselor_app.workspace.handover import (
    How,
    Incoming,
    export_client,
    import_client,
    preview_import,
)
from counselor_app.workspace.log import read_log, write_log
from counselor_app.workspace.record import read_record

if TYPE_CHECKING:
    from counselor_app.ui.clients.desk import WorkspaceDesk
    from counselor_app.ui.clients.session import ClientSession

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
}


class ClientActions(QObject):
    """Carries out what the list of clients offers."""

    def __init__(self, owner: WorkspaceDesk, workspace: Workspace, session: ClientSession) -> None:
        super().__init__(owner)
        self._owner, self._workspace, self._session = owner, workspace, session
        self._deleted: Deletion | None = None
        self.list: ClientsDialog | None = None

    @property
    def memory(self) -> bool:
        """Whether something is held in memory that no client of the file has."""
        desk = self._owner.desk
        held = desk.clients.state.client.known or bool(desk.shortlist)
        return held and self._session.keeper is None

    def show_list(self) -> None:
        """The list of clients, the one seen last first."""
        owner, workspace = self._owner, self._workspace
        dialog = ClientsDialog(
            partial(list_clients, workspace), owner.now(), owner.theme, owner.window_
        )
        self.list = dialog
        dialog.destroyed.connect(self._list_gone)
        dialog.opened.connect(lambda one: self._switch(partial(self._open, one.uid)))
        dialog.added.connect(lambda name: self._switch(partial(self._add, name)))
        dialog.record_wanted.connect(lambda one: self.show_record(one.uid))
        dialog.renamed.connect(self._rename)
        dialog.removed.connect(self._delete)
        dialog.undo_wanted.connect(self._undo)
        dialog.erased.connect(self._ask_to_erase)
        dialog.exported.connect(self._export)
        dialog.handed_over.connect(self._hand_over)
        dialog.import_wanted.connect(self._take_in)
        dialog.open()

    def keep_memory(self) -> None:
        """Keep the client that is in memory in the file, under the name they have or one typed."""
        desk = self._owner.desk
        client, codes = desk.clients.state.client, tuple(desk.shortlist)

        def add(name: str) -> None:
            self._session.add(name, client, codes)
            self._tell(f"{name.strip()} is kept in the clients’ file. Everything is saved as it"
                       " happens.")  # fmt: skip

        if client.name:
            try:
                add(client.name)
            except UserError as error:
                self._owner.window_.say(str(error))
            else:
                return
        owner = self._owner
        NameDialog("Keep this client", client.name, add, owner.theme, owner.window_).open()

    def show_record(self, uid: str) -> None:
        """What happened with a client; the log of it; two inventories over time."""
        owner = self._owner
        if self._session.uid == uid and not self._session.flush():
            return
        try:
            record = read_record(self._workspace, uid)
            log = read_log(self._workspace, uid)
        except UserError as error:
            owner.window_.say(str(error))
            return
        titles = owner.desk.titles
        session = self._session.keeper.session if self._session.keeper else ""
        dialog = RecordDialog(
            record, log, lambda code: titles.get(code, code), owner.now(), owner.theme,
            owner.window_, session=session,
        )  # fmt: skip
        dialog.opened.connect(self._show_jobs)
        dialog.removed.connect(partial(self._delete_session, dialog))
        dialog.undo_wanted.connect(partial(self._undo_session, dialog))
        dialog.open()

    def leave(self, *, end: bool) -> None:
        """Pause the session, or end it."""
        name = self._session.name
        if self._owner.notes is not None and not self._owner.notes.keep():
            return
        if self._session.leave(end=end):
            how = "has ended" if end else "is paused: opening the client goes on here"
            self._tell(f"The session with {name} {how}. Everything is saved.")

    # Opening and adding.

    def _switch(self, then: Callable[[], object]) -> None:
        """Leave the present client; ask first about what is only in memory."""
        owner = self._owner
        if self.memory:
            called = owner.desk.clients.state.client.called
            lines = (
                f"What you did for {called} is in memory only: scores, answers, ratings or a"
                " shortlist that no client of the file has.",
            )
            ways = (("Keep it as a client", self._keep_first), ("Let it go", then))
            ChoiceDialog("Keep what is in memory?", lines, ways, owner.theme, self._above()).open()
            return
        if owner.notes is not None and not owner.notes.keep():
            return
        if self._session.leave():
            then()

    def _keep_first(self) -> None:
        self._close_list()
        self.keep_memory()

    def _open(self, uid: str) -> None:
        self._close_list()
        self._owner.attempt(partial(self._session.open, uid))

    def _add(self, name: str) -> None:
        try:
            self._session.add(name, Client(), ())
        except UserError as error:
            self._say_in_list(str(error))
            return
        self._close_list()
        self._owner.desk.clear_panes()

    def _rename(self, one: ClientLine) -> None:
        def take(name: str) -> None:
            if one.uid == self._session.uid:
                self._session.rename(name)
            else:
                rename_client(self._workspace, one.uid, name)
            self._say_in_list(f"{one.name} is now called {name.strip()}.")

        NameDialog(f"Rename {one.name}", one.name, take, self._owner.theme, self._above()).open()

    def _show_jobs(self, codes: tuple[str, ...]) -> None:
        """Show the occupations of a past entry, for the client that is open."""
        self._close_list()
        desk = self._owner.desk
        for place, code in enumerate([code for code in codes if code in desk.titles][:2]):
            if place == 0:
                desk.panes.active = 0
            desk.open(code, beside=place == 1)

    # Deleting.

    def _delete(self, one: ClientLine) -> None:
        if one.uid == self._session.uid and not self._session.leave():
            return
        done: list[Deletion] = []
        if self._owner.attempt(lambda: done.append(delete(self._workspace, "client", one.uid))):
            self._deleted = done[0]
            self._say_in_list(
                f"{one.name} was deleted. Undo brings the client back until the file is closed or"
                " locked; then it is gone from the file and its backups.", undo=True,
            )  # fmt: skip

    def _undo(self) -> None:
        deleted = self._deleted
        if deleted is not None and self._owner.attempt(partial(undo, self._workspace, deleted)):
            self._deleted = None
            self._say_in_list("The client is back.")

    def _ask_to_erase(self, one: ClientLine) -> None:
        lines = (
            f"{one.name} and everything kept of the client is deleted now, from the file and from"
            " every backup. Nobody can bring it back.",
            "Copies on other disks, printed pages, and files handed over are not reached.",
        )
        ways = ((f"Delete {one.name} for good", partial(self.erase, (one,))),)
        ChoiceDialog("Delete for good?", lines, ways, self._owner.theme, self._above()).open()

    def erase(self, clients: tuple[ClientLine, ...]) -> None:
        """Delete clients from the file and every backup, in a thread."""
        uids = [one.uid for one in clients]
        if self._session.uid in uids:
            self._session.drop()
        said = clients[0].name if len(clients) == 1 else f"{len(clients)} clients"
        self._say_in_list(f"Deleting {said} from the file and its backups…")

        def done(let_go: object) -> None:
            words = f"{said} and all that was kept is gone from the file and its backups."
            if let_go:
                words += f" {let_go} backups that do not open with this passphrase were removed."
            self._say_in_list(words)
            if self._owner.file is not None:
                self._owner.file.refresh()

        self._owner.run(
            lambda progress: delete_for_good(self._workspace, uids, progress), done, self._refused
        )

    def _delete_session(self, dialog: RecordDialog, uid: str) -> None:
        done: list[Deletion] = []
        if self._owner.attempt(lambda: done.append(delete(self._workspace, "session", uid))):
            self._deleted = done[0]
            self._show_again(dialog, "The session was deleted, with its notes, answers and scores.",
                             undo=True)  # fmt: skip

    def _undo_session(self, dialog: RecordDialog) -> None:
        deleted = self._deleted
        if deleted is not None and self._owner.attempt(partial(undo, self._workspace, deleted)):
            self._deleted = None
            self._show_again(dialog, "The session is back.")

    def _show_again(self, dialog: RecordDialog, said: str, *, undo: bool = False) -> None:
        record = read_record(self._workspace, dialog.record.uid)
        dialog.show_record(record, said, undo=undo)

    # Copies that leave the file.

    def _export(self, one: ClientLine) -> None:
        """One client's record, readable by anyone: for the client or the parents to look at."""
        from counselor_app.domain.record_json import record_json

        if one.uid == self._session.uid and not self._session.flush():
            return
        name, _ = QFileDialog.getSaveFileName(
            self._above(), "Save everything kept of this client", "record.json", "JSON (*.json)"
        )
        if not name:
            return
        path = Path(name)
        try:
            path.write_text(record_json(read_record(self._workspace, one.uid)), encoding="utf-8")
            write_log(self._workspace, "exported", one.uid, "record, JSON")
        except OSError as error:
            self._say_in_list(f"{path.name} could not be saved: {error.strerror or error}.")
        except UserError as error:
            self._say_in_list(str(error))
        else:
            self._say_in_list(
                f"Saved as {path.name} in {path.parent}. That file is not encrypted: keep it safe,"
                " and delete it when it is no longer needed."
            )

    def _hand_over(self, one: ClientLine) -> None:
        if one.uid == self._session.uid and not self._session.flush():
            return
        name, _ = QFileDialog.getSaveFileName(
            self._above(), "Hand a client over", f"handed-over-{date.today()}.client", HANDED_OVER
        )
        if not name:
            return
        path = Path(name)
        private = Check("With the notes that are for me only", self._owner.theme)

        def work(_old: str, new: str, _progress: object) -> object:
            export_client(self._workspace, one.uid, path, new, private=private.isChecked())
            return path

        dialog = PassphraseDialog(
            f"Hand {one.name} over", (_OWN_PASSPHRASE,), "Save the file", work, self._owner.theme,
            self._above(), new="Passphrase of the file",
        )  # fmt: skip
        dialog.column.insertWidget(2, private)
        dialog.worked.connect(
            lambda _: self._say_in_list(f"Saved as {path.name} in {path.parent}, encrypted. The"
                                        " client also stays here.")
        )  # fmt: skip
        dialog.open()

    def _take_in(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._above(), "Take in a client", "", f"{HANDED_OVER};;All files (*)"
        )
        if not name:
            return
        path = Path(name)

        def work(old: str, _new: str, _progress: object) -> object:
            return preview_import(self._workspace, path, old)

        dialog = PassphraseDialog(
            "Take in a client", ("The counselor who handed the client over chose the passphrase.",),
            "See what is in it", work, self._owner.theme, self._above(),
            old="Passphrase of the file",
        )  # fmt: skip
        dialog.worked.connect(self._show_incoming)
        dialog.open()

    def _show_incoming(self, incoming: Incoming) -> None:
        ways = tuple((_WAYS[how], partial(self._import, incoming, how)) for how in incoming.ways)
        owner = self._owner
        ChoiceDialog(
            f"Take in {incoming.record.name}?", incoming_lines(incoming), ways, owner.theme,
            self._above(),
        ).open()  # fmt: skip

    def _import(self, incoming: Incoming, how: How) -> None:
        if incoming.record.uid == self._session.uid and not self._session.leave():
            return

        def done(_uid: object) -> None:
            self._say_in_list(f"{incoming.record.name} was taken in.")

        self._owner.run(
            lambda _progress: import_client(self._workspace, incoming, how), done, self._refused
        )

    # Where things are said.

    def _above(self) -> QWidget:
        return self.list or self._owner.window_

    def _refused(self, error: Exception) -> None:
        self._say_in_list(str(error))

    def _tell(self, words: str) -> None:
        self._owner.window_.say(words, problem=False)

    def _say_in_list(self, words: str, *, undo: bool = False) -> None:
        if self.list is not None:
            self.list.reload(words, undo=undo)
        else:
            self._tell(words)

    def _close_list(self) -> None:
        if self.list is not None:
            self.list.accept()

    def _list_gone(self) -> None:
        self.list = None


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
