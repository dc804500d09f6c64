"""Parts of the plan's page: notes that are kept, what is the counselor's alone, how to keep one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.session.parts import Box, primary

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from counselor_app.domain.record.record import Note
    from counselor_app.ui.parts.buttons import Button
    from counselor_app.ui.parts.note_editor import NoteEditor
    from counselor_app.ui.session.plan_view import PlanView
    from counselor_app.ui.style.theme import Theme


class Plan(Protocol):
    """What the parts ask of the page that they stand on."""

    theme: Theme
    go_on: Button
    private_open: bool
    private_note: NoteEditor

    @property
    def view(self) -> PlanView:
        """What is planned now."""
        ...

    @property
    def keep_wanted(self) -> SignalInstance:
        """The client is to be kept."""
        ...

    @property
    def print_wanted(self) -> SignalInstance:
        """A copy is to be printed."""
        ...

    def edit(self, note: Note) -> None:
        """Write on in a note."""
        ...

    def remove_note(self, uid: str) -> None:
        """Let a note go."""
        ...

    def toggle_private(self) -> None:
        """Show or hide what is the counselor's alone."""
        ...


def add_not_kept(page: Plan, column: QVBoxLayout) -> None:
    """How to keep the client, without which nothing is planned."""
    theme = page.theme
    box = Box(_("A plan is kept with a client"), theme, look="next")
    said = _("Notes and next steps are kept in one encrypted file on this computer.")
    box.column.addWidget(Prose(said, theme, role="body", tone="text2"))
    row = FlowLayout(theme)
    keep = primary(_("Keep this client…"), theme)
    keep.clicked.connect(page.keep_wanted)
    row.addWidget(keep)
    box.column.addLayout(row)
    column.addWidget(box)
    page.go_on = keep


def note_row(page: Plan, note: Note) -> QWidget:
    """A kept note, to edit or delete."""
    theme, card, row = page.theme, QWidget(), FlowLayout(page.theme, (10, 2))
    column = QVBoxLayout(card)
    column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
    column.setSpacing(0)
    column.addWidget(Prose(note.text, theme, role="body"))
    begins = note.text[:60]
    edit = LinkLabel(pgettext("button", "Edit"), theme, role="caption")
    edit.setAccessibleName(_("Edit the note: {note}", note=begins))
    edit.clicked.connect(partial(page.edit, note))
    remove = LinkLabel(pgettext("button", "Delete"), theme, role="caption")
    remove.setAccessibleName(_("Delete the note: {note}", note=begins))
    remove.clicked.connect(partial(page.remove_note, note.uid))
    row.addWidget(edit)
    row.addWidget(remove)
    column.addLayout(row)
    return card


def add_private(page: Plan, column: QVBoxLayout) -> None:
    """The counselor's own notes, folded at first."""
    view, theme = page.view, page.theme
    n = len(view.private)
    said = ngettext("{n} note; never printed here, hidden in Client view",
                    "{n} notes; never printed here, hidden in Client view", n, n=n)  # fmt: skip
    link = LinkLabel(pgettext("link", "Hide") if page.private_open else
                     pgettext("link", "Show"), theme)  # fmt: skip
    link.setAccessibleName(_("Notes for you only: show or hide"))
    link.clicked.connect(page.toggle_private)
    box = Box(_("For you only"), theme, said=said, link=link, look="private")
    yours = LinkLabel(pgettext("link", "Your copy…"), theme)
    yours.clicked.connect(partial(page.print_wanted.emit, "counselor"))
    row = FlowLayout(theme)
    row.addWidget(yours)
    box.column.addLayout(row)
    if page.private_open:
        box.column.addWidget(page.private_note)
        page.private_note.show()
        for note in view.private:
            if note.uid != page.private_note.uid:
                box.column.addWidget(note_row(page, note))
    column.addWidget(box)
