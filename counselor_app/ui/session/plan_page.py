"""The plan and the handout as one live document: what is written here is the page beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counselor_app.domain.record.plan import LONGEST_STEP, PART_WORDS, PartKey, shifted
from counselor_app.domain.record.record import Note
from counselor_app.language import Said, _, ngettext, pgettext
from counselor_app.ui.parts.drag_column import DragColumn
from counselor_app.ui.parts.note_editor import NoteEditor
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.session.handout_sheet import HandoutSheet
from counselor_app.ui.session.parts import SessionPage, primary
from counselor_app.ui.session.plan_parts import add_not_kept, add_private, note_row
from counselor_app.ui.session.plan_rows import JobRow, PartHead, StepRow, WordingRow
from counselor_app.ui.session.plan_view import Drafts, PlanView

if TYPE_CHECKING:
    from counselor_app.ui.style.theme import Theme

_WIDE, _ROOMY = 1080, 640
_PLAN, _LARGE = 0.43, 0.6


class PlanPage(SessionPage):
    """Signals carry what was changed, to be kept: `added` the words of a new step, `step_written`
    and `step_ticked` a step's uid, `ordered` the uids, `removed` "step" or "note" and a uid,
    `noted` "client" or "counselor", `laid_out` what makes another layout of the present one;
    `drafted` follows every key.
    """

    drafted = Signal()
    added = Signal(str)
    step_written = Signal(str, str, bool, object, str)
    step_ticked = Signal(str, str, bool)
    ordered = Signal(object)
    removed = Signal(str, str)
    noted = Signal(str)
    laid_out = Signal(object)
    print_wanted = Signal(str)
    keep_wanted = Signal()

    def __init__(self, view: PlanView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(pgettext("page", "Plan"), theme, parent)
        self._view = view
        self.private_open = False
        self.rows: dict[str, StepRow] = {}
        self.parts: dict[PartKey, PartHead] = {}
        self.note = self._editor(_("Note for the client"), "client")
        self.private_note = self._editor(_("Note for you only"), "counselor")
        self.step = Field(_("New next step"), _("Add a step, then Enter"), theme)
        self.step.setMaxLength(LONGEST_STEP)
        self.step.returnPressed.connect(self._add_step)
        met, where = pgettext("field", "Next appointment"), _("Next appointment: day, time, place")
        self.next_met = Field(met, where, theme, role="row")
        self.next_met.setText(view.layout.next_met)
        self.next_met.textEdited.connect(lambda: self.drafted.emit())
        self.next_met.editingFinished.connect(self._settle_met)
        self.sheet = HandoutSheet(theme, self)
        self._alone = self._only_page()
        self._take_note()
        self.restyle()

    @property
    def view(self) -> PlanView:
        """What is shown."""
        return self._view

    def _editor(self, name: Said, reader: str) -> NoteEditor:
        editor = NoteEditor(self.theme)
        editor.setParent(self)
        editor.hide()
        editor.setAccessibleName(self.theme.say(name))
        editor.textChanged.connect(self.drafted)
        editor.paused.connect(partial(self.noted.emit, reader))
        editor.done.connect(partial(self._next_note, reader))
        return editor

    def editor_of(self, reader: str) -> NoteEditor:
        """Where notes for the "client" are written, or those for the "counselor" alone."""
        return self.note if reader == "client" else self.private_note

    def show_view(self, view: PlanView) -> None:
        """Show what has changed: words in their places, and only another shape is built anew."""
        was, self._view = self._view, view
        if was.uid != view.uid:
            self.private_open = False
            self.next_met.setText(view.layout.next_met)
            for editor in (self.note, self.private_note):
                editor.take()
        if view.client_view:
            self.private_open = False  # it does not open again by itself
        for editor, notes in ((self.note, view.notes), (self.private_note, view.private)):
            editor.follow({note.uid: note.text for note in notes})
        self._take_note()
        if self._structure(was) != self._structure(view) or self._alone != self._only_page():
            self.refill()
        else:
            for step in view.steps:
                if row := self.rows.get(step.uid):
                    row.show_step(step)
        if was.large != view.large:
            self.title.setText(self._titled())
            self._arrange()

    def drafts(self) -> Drafts:
        """What is typed now."""
        steps = {uid: (row.text.text(), row.due, row.who.text()) for uid, row in self.rows.items()}
        return Drafts(self.note.uid, self.note.toPlainText(), steps, self.next_met.text())

    def settle(self) -> None:
        """Tell all that is typed and not kept yet."""
        for row in self.rows.values():
            row.settle()
        self.noted.emit("client")
        self.noted.emit("counselor")
        self._settle_met()

    def take_focus(self) -> None:
        """Give the keyboard to the new step, or to what prints."""
        if self._view.kept and not self._only_page():
            self.step.setFocus()
        else:
            self.go_on.setFocus()

    def restyle(self) -> None:
        self.sheet.restyle()
        super().restyle()

    def refill(self) -> None:
        """Build the page anew; who types in a step goes on typing."""
        focus = self.window().focusWidget()
        held = next(
            ((uid, focus.accessibleName(), focus.cursorPosition())
             for uid, row in self.rows.items()
             if isinstance(focus, QLineEdit) and row.isAncestorOf(focus)), None,
        )  # fmt: skip
        for row in self.rows.values():
            row.settle()
        lasting = (self.note, self.private_note, self.step, self.next_met)
        own = next((one for one in lasting if one is focus), None)
        super().refill()
        if held is not None and held[0] in self.rows:
            uid, name, cursor = held
            for field in self.rows[uid].findChildren(QLineEdit):
                if field.accessibleName() == name:
                    field.setFocus()
                    field.setCursorPosition(cursor)
        elif own is not None and own.isVisibleTo(self):
            own.setFocus()
        self._arrange()

    def fill(self, column: QVBoxLayout) -> None:
        view, theme, alone = self._view, self.theme, self._only_page()
        self._alone, self.rows, self.parts = alone, {}, {}
        for keeper in (self.note, self.private_note, self.step, self.next_met):
            keeper.setParent(self)  # they outlive the bodies
            keeper.hide()
        self.go_on = primary(_("Print the handout"), theme)
        self.go_on.clicked.connect(partial(self.print_wanted.emit, "client"))
        actions = [] if view.client_view or not view.kept else [self.go_on]
        said = _("Builds the handout of {name} as you talk", name=view.name)
        self._head = self.head(self._titled(), "" if alone or view.client_view else said, actions)
        column.addWidget(self._head)
        if not view.kept:
            add_not_kept(self, column)
            return
        if self._only_page():
            return
        parts = [part for part in view.layout.parts if self._has(part)]
        heads: list[QWidget] = [self._part(part) for part in parts]
        every = DragColumn(heads, theme, gap=6)
        every.moved.connect(partial(self._move_part, parts))
        column.addWidget(every)
        if not view.client_view:
            add_private(self, column)

    def _titled(self) -> Said:
        own = self._view.client_view
        if self._view.large:
            return pgettext("page", "Take home") if own else pgettext("page", "Handout")
        return pgettext("page", "My plan") if own else pgettext("page", "Plan")

    # The parts of the handout.

    def _has(self, part: PartKey) -> bool:
        needs = {"interests": self._view.scored, "values": self._view.sorted_cards}
        return needs.get(part, True)

    def _part(self, part: PartKey) -> PartHead:
        view, theme, name = self._view, self.theme, ""
        said: Said | str = ""
        if part == "steps":
            said = str(len(view.steps)) if view.steps else ""
        elif part == "notes":
            name = (
                pgettext("field", "My note")
                if view.client_view
                else _("Note for {name}", name=view.name)
            )
            said = _("prints as written")
        elif part == "interests":
            said = _("six bars and a sentence")
        elif part == "jobs":
            n = sum(job.printed for job in view.jobs)
            said = ngettext("{n} of {of} opened", "{n} of {of} opened", n, n=n, of=len(view.jobs))
        on = None if part in ("steps", "notes") else part not in view.layout.without
        head = PartHead(part, name, said, theme, on=on)
        head.turned.connect(lambda on: self.laid_out.emit(lambda now: now.turned(part, on=on)))
        self.parts[part] = head
        fills = {"steps": self._fill_steps, "notes": self._fill_notes, "jobs": self._fill_jobs,
                 "interests": self._fill_interests}  # fmt: skip
        if part in fills and on is not False:
            fills[part](head.column)
        return head

    def _fill_steps(self, column: QVBoxLayout) -> None:
        view, theme = self._view, self.theme
        for step in view.steps:
            row = StepRow(step, theme)
            row.typed.connect(self.drafted)
            row.written.connect(partial(self._write_step, row))
            row.ticked.connect(partial(self.step_ticked.emit, step.uid, step.text))
            row.removed.connect(partial(self._remove_step, step.uid))
            self.rows[step.uid] = row
        steps = DragColumn(tuple(self.rows.values()), theme)
        steps.moved.connect(self._move_step)
        column.addWidget(steps)
        for field in (self.step, self.next_met):
            column.addWidget(field)
            field.show()

    def _fill_notes(self, column: QVBoxLayout) -> None:
        column.addWidget(self.note)
        self.note.show()
        for note in self._view.notes:
            if note.uid != self.note.uid:
                column.addWidget(note_row(self, note))

    def _fill_interests(self, column: QVBoxLayout) -> None:
        wording = WordingRow(
            PART_WORDS["interests"], self._view.layout.wording.get("interests", ""), self.theme
        )
        wording.worded.connect(partial(self._word, "interests"))
        self.parts["interests"].line.addWidget(wording.link)
        column.addWidget(wording)

    def _fill_jobs(self, column: QVBoxLayout) -> None:
        theme, view = self.theme, self._view
        for job in view.jobs:
            row = JobRow(job if not view.client_view else job._replace(opened=""), theme)
            row.turned.connect(
                lambda on, code=job.code: self.laid_out.emit(lambda now: now.job(code, on=on))
            )
            row.wording.worded.connect(partial(self._word, job.code))
            self.offer_job((row,), job.code)
            column.addWidget(row)
        if not view.jobs:
            none = _("None yet. A job whose page is opened comes here.")
            column.addWidget(Prose(none, theme, role="body", tone="text2"))

    def toggle_private(self) -> None:
        self.private_open = not self.private_open
        self.refill()
        if self.private_open:
            self.private_note.setFocus()
            QTimer.singleShot(0, partial(self.ensureWidgetVisible, self.private_note))

    # What is done here.

    def _add_step(self) -> None:
        text = self.step.text().strip()
        if text:
            self.step.clear()
            self.added.emit(text)

    def _write_step(self, row: StepRow) -> None:
        text = row.text.text().strip() or row.step.text
        done = row.step.done is not None
        self.step_written.emit(row.step.uid, text, done, row.due, row.who.text().strip())

    def _remove_step(self, uid: str) -> None:
        """The focus goes to the next step, else to the new one, and nowhere else."""
        uids = list(self.rows)
        place = uids.index(uid)
        after = [*uids[place + 1 :], *reversed(uids[:place])]
        target = self.rows[after[0]].remove if after else self.step
        target.setFocus()
        self.removed.emit("step", uid)

    def remove_note(self, uid: str) -> None:
        self.note.setFocus()
        self.removed.emit("note", uid)

    def _move_step(self, at: int, to: int) -> None:
        uids = tuple(step.uid for step in self._view.steps)
        self.ordered.emit(shifted(uids, at, to - at))

    def _move_part(self, parts: list[PartKey], at: int, to: int) -> None:
        order = shifted(tuple(parts), at, to - at)
        rest = tuple(part for part in self._view.layout.parts if part not in order)
        self.laid_out.emit(lambda now: replace(now, order=(*order, *rest)))

    def _word(self, key: str, words: str) -> None:
        self.laid_out.emit(lambda now: now.worded(key, words))

    def _settle_met(self) -> None:
        words = " ".join(self.next_met.text().split())
        if words != self._view.layout.next_met:
            self.laid_out.emit(lambda now: replace(now, next_met=words))

    def edit(self, note: Note) -> None:
        """Bring a note back into its editor; what was in it is kept first."""
        self.noted.emit(note.reader)
        editor = self.editor_of(note.reader)
        editor.take(note.uid, note.text)
        self.refill()
        editor.setFocus()

    def _next_note(self, reader: str) -> None:
        """Keep the note and begin another."""
        self.noted.emit(reader)
        self.editor_of(reader).take()
        self.refill()

    def _take_note(self) -> None:
        """The session's latest note for the client is the one that is gone on with."""
        notes = self._view.notes
        if self.note.uid is None and notes and not self.note.toPlainText() and not self.rows:
            self.note.take(notes[-1].uid, notes[-1].text)

    # The page beside.

    def _structure(self, view: PlanView) -> object:
        """What another shape of the page follows from."""
        return (
            view.uid, view.name, view.kept, view.client_view, view.scored,
            view.sorted_cards, view.jobs,
            [(step.uid, step.done is not None) for step in view.steps],
            [note for note in view.notes if note.uid != self.note.uid],
            [note for note in view.private if note.uid != self.private_note.uid],
            len(view.private), view.layout.parts, view.layout.without, self.note.uid,
        )  # fmt: skip

    def _beside(self) -> bool:
        return self.width() >= self.theme.px(_WIDE)

    def _only_page(self) -> bool:
        """Whether the page alone has room: the handout in a narrow window."""
        return self._view.large and self._view.kept and not self._beside()

    def _side(self) -> int:
        """The width of the page beside; 0 where there is no room for both."""
        if not self._view.kept:
            return 0
        if self._beside():
            return int(self.width() * (_LARGE if self._view.large else _PLAN))
        return 0

    def _left_width(self) -> int:
        return self.width() - self._side() - self.theme.px(64)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._alone != self._only_page():
            self.refill()
        self._arrange()

    def _arrange(self) -> None:
        side, width, height = self._side(), self.width(), self.height()
        self.setViewportMargins(0, 0, side, 0)
        for row in self.rows.values():
            row.set_narrow(self._left_width() < self.theme.px(_ROOMY))
        if self._only_page():
            top = self.theme.px(28) + self._head.heightForWidth(width - self.theme.px(64))
            self.sheet.setGeometry(QRect(0, top, width, height - top))
        else:
            self.sheet.setGeometry(QRect(width - side, 0, side, height))
        self.sheet.setVisible(bool(side) or self._only_page())
        self.sheet.raise_()
