"""Notes and next steps beside the occupation; each says unmistakably who may read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.figures.when import when_words
from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.record import Note, Reader, Record, Step
from counselor_app.language import _, joined, ngettext, pgettext
from counselor_app.ui.caseload.new_step import NewStep
from counselor_app.ui.caseload.note_parts import MEANING, READERS, ReaderMark
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.host import Panel
from counselor_app.ui.parts.note_editor import NoteEditor
from counselor_app.ui.parts.scroll import scrolled, thin_bars
from counselor_app.ui.parts.text import Heading, LinkLabel, Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_NOTES = pgettext("heading", "Notes")
_EMPTY = _(
    "Notes and next steps are kept with a client. Open one, or keep clients on this computer."
)


class NotesPane(Panel):
    """The notes and next steps of one client, newest first.

    ``save_note`` writes text and reader of a note (None: a new one) and gives its uid, None when
    it could not be saved: the text then stays in the editor. ``removed`` carries "note" or
    "step" and its uid, ``opened`` an occupation's code; ``finished`` says that a note is complete,
    ``looked_turned`` whether the job in sight is on the handout.
    """

    look = "right"

    WIDTH = 344
    unfolded = Signal()
    closed = Signal()
    step_added = Signal(str, object, str)
    looked_turned = Signal(bool)
    step_ticked = Signal(str, str, bool)
    removed = Signal(str, str)
    opened = Signal(str)
    open_wanted = Signal()
    finished = Signal()

    def __init__(
        self, save_note: Callable[[str | None, str, Reader], str | None], theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        dress(self, theme)
        self.theme, self._save_note = theme, save_note
        self.setAccessibleName(theme.say(_NOTES))
        self._record: Record | None = None
        self._titles: Callable[[str], str] = str
        self._now: datetime | None = None
        self.note: str | None = None
        self._unsaved, self._folded = False, False
        self.title = Prose("", theme, role="heading")
        self.close_button = Button(theme, icon="close", name=_("Close the notes (Ctrl+N)"))
        self.close_button.clicked.connect(self.closed)
        self.empty = Prose(_EMPTY, theme, role="body", tone="text2")
        self.open = Button(theme, pgettext("button", "Clients…"), look="outlined")
        self.open.clicked.connect(self.open_wanted)
        self.editor = NoteEditor(theme)
        self.readers = SegmentedControl(
            [words for _reader, words in READERS], theme, _("Who may read it")
        )
        self.meaning = Prose("", theme, role="caption", tone="text2")
        self.about = Prose("", theme, role="caption", tone="text2")
        self.done = Button(theme, _("Done: next note"), name=_("Done: next note (Ctrl+Enter)"),
                           look="outlined", role="row")  # fmt: skip
        self.looked = Check(_("On the handout as a job we looked at"), theme)
        self.new_step = NewStep(theme)
        self.step = self.new_step.text
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._steps = QWidget()
        self._step_rows = QVBoxLayout(self._steps)
        for rows in (self._rows, self._step_rows):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(theme.px(4))
        self._parts = (
            Heading(pgettext("heading", "New note"), theme), self.readers, self.editor,
            self.meaning, self.about, self.done,
            Heading(pgettext("heading", "Next steps"), theme), self.new_step, self._steps,
            Heading(_NOTES, theme), self._list,
        )  # fmt: skip
        column = self._frame()
        for part in (self.empty, self.open, self.looked, *self._parts):
            fixed = part in (self.readers, self.done, self.open)
            side = Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0)
            column.addWidget(part, 0, side)
        column.addStretch(1)
        self.editor.textChanged.connect(self._mark)
        self.editor.paused.connect(self.keep)
        self.editor.done.connect(self.next_note)
        self.readers.chosen.connect(self._reader_chosen)
        self.done.clicked.connect(self.next_note)
        self.new_step.added.connect(self.step_added)
        self.looked.clicked.connect(self.looked_turned)
        theme.changed.connect(self.restyle)
        self._show_meaning()
        self.restyle()

    @property
    def reader(self) -> Reader:
        """Who may read the note in the editor."""
        return READERS[self.readers.index()][0]

    def show_record(
        self,
        record: Record | None,
        titles: Callable[[str], str],
        now: datetime,
        *,
        private: bool = True,
    ) -> None:
        """Show a client's notes and steps; None when no client of the file is open.

        Without ``private`` the notes for the counselor alone are only counted: the client may
        sit before the screen. ``unfolded`` says that they are asked for.
        """
        same = record is not None and self._record is not None and record.uid == self._record.uid
        self._record, self._titles, self._now = record, titles, now
        if not same:
            self._clear()
        self._folded = not private
        self.title.setText(_("Notes on {client}", client=record.name) if record else _NOTES)
        self.empty.setVisible(record is None)
        self.open.setVisible(record is None)
        for part in self._parts:
            part.setVisible(record is not None)
        self._fill(self._rows, self._note_rows(record) if record else [])
        steps = sorted(record.steps, key=lambda s: s.done is not None) if record else []
        self._fill(self._step_rows, [self._step_row(step) for step in steps])

    def set_about(self, title: str) -> None:
        """Say which occupation a new note is written at."""
        self.about.setText(
            _("Written at: {occupation}", occupation=title) if title else
            _("Written at no occupation")
        )  # fmt: skip

    def set_looked(self, on: bool | None) -> None:
        """Whether the job in sight is on the handout; None where no job is in sight."""
        self.looked.setVisible(on is not None and self._record is not None)
        self.looked.setChecked(bool(on))

    def keep(self) -> bool:
        """Save what is in the editor, if it differs; False when it could not be saved."""
        self.editor.settle()
        text = self.editor.toPlainText()
        if self._unsaved and text.strip():
            uid = self._save_note(self.note, text, self.reader)
            if uid is None:
                return False
            self.note, self._unsaved = uid, False
        return True

    def next_note(self) -> None:
        """Save the note and begin another; one that could not be saved stays in the editor."""
        if not self.keep():
            return
        emptied = "" if self.editor.toPlainText().strip() else self.note
        self._clear()
        if emptied:
            self.removed.emit("note", emptied)
        self.finished.emit()
        self.editor.setFocus()

    def edit(self, note: Note) -> None:
        """Bring a note back into the editor."""
        if not self.keep():
            return
        self._clear()
        self.note = note.uid
        self.readers.set_index([reader for reader, _words in READERS].index(note.reader))
        self.editor.setPlainText(note.text)
        self._unsaved = False
        self._show_meaning()
        self.set_about(self._titles(note.code) if note.code else "")
        self.finished.emit()
        self.editor.setFocus()
        self.area.ensureWidgetVisible(self.editor)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._outer.setContentsMargins(px(20), px(10), px(12), px(8))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.theme.tokens.window)
        self._body.setPalette(palette)
        self.area.setPalette(palette)
        thin_bars(self.area, self.theme)
        self.update()

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget is in the notes."""
        return widget is not None and self.isAncestorOf(widget)

    def wanted_width(self) -> int:
        """344 pixels at 100 % text; grows with the text, but less once it is large."""
        return min(self.theme.px(self.WIDTH), self.WIDTH + round((self.theme.scale - 1) * 180))

    def _frame(self) -> QVBoxLayout:
        """The head, and under it a column that scrolls."""
        theme = self.theme
        head = QHBoxLayout()
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.close_button)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(head)
        self._body = QWidget()
        self.area = scrolled(self._body, _("Notes and next steps"), theme)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outer.addWidget(self.area, 1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(8))
        return column

    def _clear(self) -> None:
        """An empty editor for another note, for the counselor only."""
        self.note = None
        self.editor.clear()
        self.editor.settle()
        self.readers.set_index(0)
        self._show_meaning()
        self._unsaved = False

    def _mark(self) -> None:
        self._unsaved = True

    def _reader_chosen(self) -> None:
        self._show_meaning()
        self._unsaved = True
        self.keep()

    def _show_meaning(self) -> None:
        self.meaning.setText(MEANING[self.reader])
        self.editor.setAccessibleDescription(self.theme.say(dict(READERS)[self.reader]))

    def _fill(self, rows: QVBoxLayout, widgets: list[QWidget]) -> None:
        while item := rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            rows.addWidget(widget)

    def _step_row(self, step: Step) -> QWidget:
        row, line = _row(self.theme)
        check = Check(step.text, self.theme)
        check.setChecked(step.done is not None)
        if step.done is not None and self._now is not None:
            when = when_words(step.done, self._now)
            check.setToolTip(pgettext("step", "Done {when}", when=when))
            check.set_words(pgettext("step", "{step} (done {when})", step=step.text, when=when))
        check.toggled.connect(lambda on: self.step_ticked.emit(step.uid, step.text, on))
        name = _("Delete the step: {step}", step=step.text)
        remove = Button(self.theme, icon="close", name=name)
        remove.clicked.connect(lambda: self.removed.emit("step", step.uid))
        line.addWidget(check, 1)
        line.addWidget(remove)
        return row

    def _note_rows(self, record: Record) -> list[QWidget]:
        """The notes, newest first, save the one in the editor; what is folded as its number."""
        notes = [note for note in reversed(record.notes) if note.uid != self.note]
        folded = [note for note in notes if note.reader == "counselor" and self._folded]
        rows = [self._note_row(note) for note in notes if note not in folded]
        if folded:
            show = LinkLabel(
                ngettext("{n} note for me only: show", "{n} notes for me only: show", len(folded),
                         n=number(len(folded))), self.theme,
            )  # fmt: skip
            show.clicked.connect(self.unfolded)
            rows.insert(0, show)
        return rows

    def _note_row(self, note: Note) -> QWidget:
        theme, px = self.theme, self.theme.px
        card = QWidget()
        card.setAccessibleName(theme.say(joined((dict(READERS)[note.reader], note.text), ": ")))
        column = QVBoxLayout(card)
        column.setContentsMargins(0, px(6), 0, px(8))
        column.setSpacing(px(3))
        top = QHBoxLayout()
        top.addWidget(ReaderMark(note.reader, theme))
        top.addStretch(1)
        begins = note.text[:60]
        edit = LinkLabel(pgettext("button", "Edit"), theme, role="caption")
        edit.setAccessibleName(_("Edit the note: {note}", note=begins))
        edit.clicked.connect(lambda: self.edit(note))
        remove = LinkLabel(pgettext("button", "Delete"), theme, role="caption")
        remove.setAccessibleName(_("Delete the note: {note}", note=begins))
        remove.clicked.connect(lambda: self.removed.emit("note", note.uid))
        for link in (edit, remove):
            link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            top.addWidget(link)
        column.addLayout(top)
        column.addWidget(Prose(note.text, theme, role="body"))
        when = when_words(note.written, self._now) if self._now else ""
        column.addWidget(Prose(when, theme, role="caption", tone="text2"))
        if note.code:
            job = LinkLabel(self._titles(note.code), theme, role="caption")
            job.clicked.connect(lambda: self.opened.emit(note.code))
            column.addWidget(job, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _row(theme: Theme) -> tuple[QWidget, QHBoxLayout]:
    widget = QWidget()
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(4))
    return widget, line
