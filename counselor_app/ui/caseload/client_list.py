"""The clients of the file: find one, open, add, delete, hand over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.record import ClientLine
from counselor_app.language import _, joined, ngettext, pgettext
from counselor_app.ui.caseload.client_rows import ClientModel
from counselor_app.ui.caseload.two_lines import TwoLineView
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.saved import Saved
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme

_CLIENTS = pgettext("list", "Clients")
_FIND = _("Find a client, or type a new nickname or file number")


class ClientsDialog(Dialog):
    """A field that finds and names, the list, and what can be done with the chosen client.

    ``read`` gives all clients, the one seen last first. Each signal carries a `ClientLine`,
    ``added`` a new name.
    """

    opened = Signal(object)
    added = Signal(str)
    record_wanted = Signal(object)
    renamed = Signal(object)
    removed = Signal(object)
    erased = Signal(object)
    exported = Signal(object)
    handed_over = Signal(object)
    import_wanted = Signal()
    undo_wanted = Signal()

    def __init__(
        self, read: Callable[[], Sequence[ClientLine]], now: datetime, theme: Theme,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(_CLIENTS, theme, parent, width=760, height=760)
        self._read = read
        px = theme.px
        top = QHBoxLayout()
        top.setSpacing(px(12))
        self.field = _Finder(theme)
        self.new = Button(theme, pgettext("button", "New client"), icon="plus", look="outlined")
        top.addWidget(self.field, 1)
        top.addWidget(self.new)
        self.said = Status("", theme, role="row", tone="text2")
        self.clients = ClientModel(now, theme)
        self.list = TwoLineView(self.clients, theme, _CLIENTS)
        self.undo = Button(theme, pgettext("button", "Undo"), look="outlined")
        self.undo.hide()
        line = QHBoxLayout()
        line.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        self.saved = Saved(theme)
        self.saved.failed.connect(self.said.setText)
        line.addWidget(self.saved)
        line.addWidget(self.undo)
        self.content.addLayout(top)
        self.content.addLayout(line)
        self.content.addWidget(self.list, 1)
        actions = FlowLayout(theme, (4, 4))
        self.content.addLayout(actions)
        self._for_one: list[Button] = []
        for words, signal in (
            (_("Record and timeline"), self.record_wanted),
            (pgettext("button", "Rename…"), self.renamed),
            (_("Save a copy to look at…"), self.exported),
            (pgettext("button", "Hand over…"), self.handed_over),
            (pgettext("button", "Delete"), self.removed),
            (_("Delete for good…"), self.erased),
        ):
            button = Button(theme, words, role="row")
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self.client))
            actions.addWidget(button)
            self._for_one.append(button)
        take_in = Button(theme, _("Take in a client…"), role="row")
        take_in.clicked.connect(self.import_wanted)
        self.buttons.insertWidget(0, take_in)  # apart: it is about none of the list
        self.open_button = Button(theme, pgettext("button", "Open"), look="primary")
        self.open_button.clicked.connect(self._open)
        self.buttons.addWidget(self.open_button)
        self.field.textChanged.connect(self._typed)
        self.field.moved.connect(self.list.step)
        self.field.returnPressed.connect(self._entered)
        self.new.clicked.connect(self._add)
        self.list.opened.connect(self._open)
        self.list.removed.connect(lambda: self.removed.emit(self.client))
        self.list.chosen.connect(self._able)
        self.undo.clicked.connect(self.undo_wanted)
        self.reload()
        self.field.setFocus()

    @property
    def client(self) -> ClientLine | None:
        """The chosen client; None when no row is."""
        return self.clients.clients[self.list.row] if self.list.row >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self.undo.isVisible():
            self.undo.click()
        else:
            super().keyPressEvent(event)

    def reload(self, said: str = "", *, undo: bool = False) -> None:
        """Read the clients again; say what has happened, and offer to undo it."""
        chosen, held = self.client, self.focusWidget()
        self.clients.set_clients(self._read())
        uids = [one.uid for one in self.clients.clients]
        self.list.choose(uids.index(chosen.uid) if chosen and chosen.uid in uids else 0)
        self.said.setText(said or self._count())
        self.undo.setVisible(undo)
        self.saved.hide()
        self._able()
        if undo and held is not None and not held.isEnabled():
            self.undo.setFocus()  # what was pressed has nothing left to do

    def _typed(self, text: str) -> None:
        self.clients.find(text)
        self.list.choose(max(self.clients.named(text), 0))
        self.undo.hide()
        self.saved.hide()
        self.said.setText(self._count())
        self._able()

    def _count(self) -> str:
        found, every = len(self.clients.clients), self.clients.every
        if not every:
            return _("No client yet. Type a nickname or a file number; nothing else is asked.")
        if not found:
            return _("No client has this in the name. Enter adds a new one.")
        if self.field.text().strip():
            return _("{n} of {all} clients", n=number(found), all=number(every))
        count = ngettext(
            "{n} client.", "{n} clients, the one seen last first.", every, n=number(every)
        )
        newest = self.clients.clients[0]
        paused = _("{client} is paused: opening goes on where the session stopped.",
                   client=newest.name)  # fmt: skip
        return joined((count, paused if newest.open else ""))

    def _able(self) -> None:
        """Offer only what can be done now."""
        typed, chosen = self.field.text().strip(), self.client is not None
        self.new.setEnabled(bool(typed) and self.clients.named(typed) < 0)
        self.open_button.setEnabled(chosen)
        for button in self._for_one:
            button.setEnabled(chosen)

    def _entered(self) -> None:
        if self.client is not None:
            self._open()
        else:
            self._add()

    def _open(self) -> None:
        if self.client is not None:
            self.opened.emit(self.client)

    def _add(self) -> None:
        if self.new.isEnabled():
            self.added.emit(self.field.text())


class _Finder(Field):
    """The field above the list; its arrow keys move in the list."""

    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_FIND, _FIND, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8,
                 Qt.Key.Key_PageUp: -8}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
