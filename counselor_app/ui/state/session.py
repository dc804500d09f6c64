"""A client of the file in the window: opened where they stopped, saved as things happen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counselor_app.client_texts import given_form
from counselor_app.domain.record.record import Position, Reader, Record
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.inventory import Answers
from counselor_app.errors import UserError
from counselor_app.ui.state.keeper import Keeper
from counselor_app.ui.state.standing import position_of
from counselor_app.workspace import notes, sessions
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import save_client
from counselor_app.workspace.log import write_log
from counselor_app.workspace.record import read_record

if TYPE_CHECKING:
    from counselor_app.ui.parts.host import Host
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.state.commands import Commands
    from counselor_app.ui.state.in_play import InPlay
    from counselor_app.ui.state.reference import Reference
    from counselor_app.ui.state.shortlist import Shortlist
    from counselor_app.ui.state.view import View

_SOON_MS = 150


@dataclass(frozen=True, slots=True)
class SessionModels:
    """What a session reads and changes in the window."""

    reference: Reference
    client: ClientState
    shortlist: Shortlist
    aside: Shortlist
    view: View
    commands: Commands
    host: Host
    in_play: InPlay


class ClientSession(QObject):
    """Joins one open file to the window: at most one client at a time.

    The window's `ClientState` stays the one holder of the client; this listens to it.
    ``changed`` says that another client is open, or none; ``trouble`` carries the words of a
    save that failed, "" when all is saved again; ``noted`` that notes or steps have changed,
    ``wrote`` that a note was written.
    """

    changed = Signal()
    trouble = Signal(str)
    noted = Signal()
    wrote = Signal()

    def __init__(self, models: SessionModels, workspace: Workspace) -> None:
        super().__init__(models.host)
        self._models, self.workspace = models, workspace
        self.keeper: Keeper | None = None
        self._loading = False
        self._unknown: list[str] = []  # on the shortlist, but not in this data
        self._unknown_aside: list[str] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.keep_position)
        models.client.changed.connect(self._state_changed)
        models.client.asking.connect(self._asked)
        models.client.answered.connect(self._answered)
        models.client.telling.connect(self._told)
        models.shortlist.changed.connect(self._listed)
        models.aside.changed.connect(self._set_aside)
        models.view.changed.connect(self._moved)
        models.in_play.changed.connect(self._moved)

    @property
    def name(self) -> str:
        """The open client's name; "" without one."""
        return self.keeper.name if self.keeper else ""

    @property
    def uid(self) -> str:
        """The open client's uid; "" without one."""
        return self.keeper.uid if self.keeper else ""

    @property
    def behind(self) -> bool:
        """Whether something could not be saved yet."""
        return self.keeper is not None and self.keeper.behind

    def record(self) -> Record | None:
        """All that is kept of the open client; None without one."""
        return read_record(self.workspace, self.keeper.uid) if self.keeper else None

    def open(self, uid: str) -> None:
        """Open a client: the paused session goes on where it stopped, else a new one begins.

        Raises:
            UserError: when the client cannot be read, or the session not be saved.
        """
        record = read_record(self.workspace, uid)
        client, position = record.client(given_form), Position()
        if client.answers is not None and not client.answers.seen:
            client = replace(client, answers=None)
        write_log(self.workspace, "read", uid)
        session = record.open_session
        if session is not None:
            number, position = session.uid, session.position
        else:
            number = sessions.start_session(self.workspace, uid)
        inventory = record.inventories[-1] if client.answers is not None else None
        codes = [one.code for one in record.shortlist]
        aside = [one.code for one in record.set_aside]
        self._keep_with(Keeper(self.workspace, uid, number, client, self))
        if self.keeper is not None:
            self.keeper.take_up(inventory.uid if inventory else None, codes, aside, position)
        self._unknown = [code for code in codes if code not in self._models.reference.titles]
        self._unknown_aside = [code for code in aside if code not in self._models.reference.titles]
        self._load(client, codes, aside, position)
        self._restore(position)
        self.changed.emit()
        if record.other_edition:
            self._models.host.say(record.other_edition)

    def add(self, name: str, client: Client, codes: tuple[str, ...]) -> None:
        """Add a client with what is held in memory, and begin a session with them.

        Raises:
            UserError: when the name is empty or taken, or it cannot be saved.
        """
        with self.workspace.change():
            uid = save_client(self.workspace, name)
            number = sessions.start_session(self.workspace, uid)
        called = " ".join(name.split())
        self._keep_with(Keeper(self.workspace, uid, number, Client(called), self))
        if self.keeper is not None:
            held = replace(client, name=called)
            self._unknown, self._unknown_aside = [], []
            self._load(held, codes, self._models.aside.codes, self.position())
            self.flush()
        self.changed.emit()

    def rename(self, name: str) -> None:
        """Give the open client another name.

        Raises:
            UserError: when it is empty or another client's; the old one stays.
        """
        if self.keeper is not None:
            self.keeper.rename(name)
            held = self._models.client.client
            self._models.client.set(replace(held, name=self.keeper.name))
            self.changed.emit()

    def take_again(self, record: Record) -> None:
        """Show what the client says of themselves as the file has it, after a deletion there."""
        if self.keeper is None:
            return
        held = record.self_report_values()
        self.keeper.saved_anew(held)
        self._loading = True
        try:
            self._models.client.set(replace(self._models.client.client, **held))
        finally:
            self._loading = False

    def leave(self, *, end: bool = False) -> bool:
        """Pause the session, or end it; False when something could not be saved: it stays open."""
        if self.keeper is None:
            return True
        keeper = self.keeper
        if not self.flush():
            return False
        if end and not keeper.attempt(
            "session", lambda: sessions.end_session(self.workspace, keeper.session)
        ):
            return False
        self.drop()
        return True

    def drop(self) -> None:
        """Take the client out of the window; what was saved stays in the file."""
        if self.keeper is None:
            return
        self._soon.stop()
        self.keeper.deleteLater()
        self.keeper = None
        self._load(Client(), (), (), Position())
        self._models.commands.close_jobs.emit()
        self.changed.emit()

    def detach(self) -> None:
        """Listen to the window no longer."""
        models = self._models
        models.client.changed.disconnect(self._state_changed)
        models.client.asking.disconnect(self._asked)
        models.client.answered.disconnect(self._answered)
        models.client.telling.disconnect(self._told)
        models.shortlist.changed.disconnect(self._listed)
        models.aside.changed.disconnect(self._set_aside)
        models.view.changed.disconnect(self._moved)
        models.in_play.changed.disconnect(self._moved)

    def flush(self) -> bool:
        """Save all that differs; whether nothing is left to save."""
        if self.keeper is None:
            return True
        self.keeper.keep(self._models.client.so_far)
        self.keeper.keep_shortlist((*self._models.shortlist.codes, *self._unknown))
        self.keeper.keep_aside((*self._models.aside.codes, *self._unknown_aside))
        self.keeper.keep_steps()
        self.keep_position()
        return not self.keeper.behind

    def keep_position(self) -> None:
        """Save where the session stands."""
        self._soon.stop()
        if self.keeper is not None:
            self.keeper.keep_position(self.position())

    def position(self) -> Position:
        """What the window shows of this session now."""
        models = self._models
        return position_of(models.view, models.client, models.in_play)

    # Notes and next steps.

    def save_note(self, note: str | None, text: str, reader: Reader) -> str | None:
        """Save a note, new (None) or changed; its uid, None when it could not be saved.

        A new one is kept with the occupation that it is written at, where one is in sight.
        """
        keeper, ws = self.keeper, self.workspace
        if keeper is None:
            return None
        saved: list[str] = []

        def write() -> None:
            if note is None:
                view = self._models.view
                code = "" if view.over else view.code  # a job that is not in sight is not meant
                saved.append(notes.save_note(ws, keeper.uid, text, reader, keeper.session, code))
                return
            known = read_record(ws, keeper.uid).notes
            code = next((one.code for one in known if one.uid == note), "")
            notes.change_note(ws, note, text, reader, code)
            saved.append(note)

        keeper.attempt("note", write)
        self.wrote.emit()
        return saved[0] if saved else None

    def add_step(self, text: str, due: date | None = None, who: str = "") -> bool:
        """Add a next step, by which day and with whom; whether it is saved."""
        keeper, ws = self.keeper, self.workspace
        if keeper is None:
            return False

        def write() -> None:
            with ws.change():
                uid = notes.save_step(ws, keeper.uid, text)
                if due or who:
                    notes.plan_step(ws, uid, due, who)

        done = keeper.change_steps(write)
        self.noted.emit()
        return done

    def tick_step(self, uid: str, text: str, *, done: bool) -> None:
        """Mark a next step as done, or as still to do."""
        if self.keeper is not None:
            self.keeper.change_steps(
                lambda: notes.change_step(self.workspace, uid, text, done=done)
            )
            self.noted.emit()

    def plan_step(self, uid: str, due: date | None, who: str) -> None:
        """Say by which day a next step is to be done, and with whom."""
        if self.keeper is not None:
            self.keeper.change_steps(lambda: notes.plan_step(self.workspace, uid, due, who))
            self.noted.emit()

    def order_steps(self, uids: Sequence[str]) -> None:
        """Put the next steps in this order."""
        keeper = self.keeper
        if keeper is not None:
            keeper.change_steps(lambda: notes.order_steps(self.workspace, keeper.uid, uids))
            self.noted.emit()

    def report_made(self, kind: str, form: str, codes: tuple[str, ...]) -> None:
        """Keep that a report was printed or saved, and log it."""
        keeper, ws = self.keeper, self.workspace
        printed = form == "print"
        logged = f"{kind} report, {'printed' if printed else form.upper()}"

        def write() -> None:
            with ws.change():
                if keeper is not None:
                    made = "printed" if printed else form.upper()
                    notes.save_report(ws, keeper.uid, kind, codes, made, keeper.session)
                write_log(ws, "printed" if printed else "exported", self.uid, logged)

        try:
            write()
        except UserError as error:
            self.trouble.emit(str(error))

    def _keep_with(self, keeper: Keeper) -> None:
        self.keeper = keeper
        keeper.trouble.connect(self.trouble)

    def _load(
        self, client: Client, codes: Iterable[str], aside: Iterable[str], position: Position
    ) -> None:
        """Show a client and their jobs without saving what comes from the file."""
        known = self._models.reference.titles
        self._loading = True
        try:
            self._models.in_play.take(
                (code for code in position.ticked if code in known),
                (code for code in position.compared if code in known),
                (one for one in position.looked if one.code in known),
                position.layout,
            )
            self._models.shortlist.set(code for code in codes if code in known)
            self._models.aside.set(code for code in aside if code in known)
            self._models.client.set(client)
        finally:
            self._loading = False

    def _restore(self, position: Position) -> None:
        """Bring the window to where the session stopped."""
        self._loading = True
        try:
            self._models.commands.go_to.emit(position)
        finally:
            self._loading = False

    def _state_changed(self) -> None:
        keeper, client = self.keeper, self._models.client.client
        if keeper is None or self._loading:
            return
        if client.name != keeper.name:
            try:
                keeper.rename(client.name)
            except UserError as error:
                self._models.host.say(str(error))
                self._models.client.set(replace(client, name=keeper.name))
                return
            self.changed.emit()
        keeper.keep(self._models.client.so_far)

    def _asked(self, fresh: bool) -> None:
        """The inventory is opened: a ``fresh`` one, or the one that was paused."""
        if self.keeper is not None:
            self.keeper.next_inventory(another=fresh)
            self._soon.start()

    def _answered(self, answers: Answers) -> None:
        if self.keeper is not None and not self._loading:
            self.keeper.keep_answers(answers)
            self._soon.start()

    def _told(self) -> None:
        """A screen that asks for ratings and the like has another answer, or is left."""
        if self.keeper is not None and not self._loading:
            self.keeper.keep(self._models.client.so_far)
            self.keep_position()

    def _listed(self) -> None:
        if self.keeper is not None and not self._loading:
            self.keeper.keep_shortlist((*self._models.shortlist.codes, *self._unknown))

    def _set_aside(self) -> None:
        if self.keeper is not None and not self._loading:
            self.keeper.keep_aside((*self._models.aside.codes, *self._unknown_aside))

    def _moved(self) -> None:
        if self.keeper is not None and not self._loading:
            self._soon.start()
