"""Rows of the plan: a next step, a job that was looked at, a part of the handout."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.figures.when import day_typed, short_day
from counselor_app.domain.record.plan import LONGEST_STEP, PART_WORDS, PartKey
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.context_menu import Entry, offer_over
from counselor_app.ui.parts.copying import copy_entries
from counselor_app.ui.parts.drag_column import Grip
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Step
    from counselor_app.ui.session.plan_view import LookedJob
    from counselor_app.ui.style.theme import Theme

_PAUSE_MS = 600
_DAY, _WHO = 104, 130
_LATE = date(2028, 12, 28)  # about as long as a day's words get
_WHO_LONGEST = 120
_NO_DAY = _("Type a day, like Dec 11 or 12/11.")


class StepRow(QFrame):
    """A next step: its words, the day, with whom. What is typed is told after a pause.

    ``typed`` says that something is typed, ``written`` carries words, day and person, ``ticked``
    whether it is done; ``removed`` nothing.
    """

    look = "under"
    typed = Signal()
    written = Signal()
    ticked = Signal(bool)
    removed = Signal()

    def __init__(self, step: Step, theme: Theme) -> None:
        super().__init__()
        self.step, self.theme, self._narrow = step, theme, False
        dress(self, theme)
        px = theme.px
        self.grip = Grip(_("Move: {step} (Alt+Up, Alt+Down)", step=step.text), theme)
        self.check = Check("", theme)
        self.check.setAccessibleName(pgettext("step", "Done: {step}", step=step.text))
        self.check.setChecked(step.done is not None)
        self.check.toggled.connect(self.ticked)
        self.text = Field(_("Words of the step"), _("What is to be done"), theme)
        self.day = Field(_("By which day"), _("by (Dec 11)"), theme, role="row")
        self.who = Field(
            pgettext("field", "With whom"), pgettext("hint of a field", "with whom"), theme,
            role="row",
        )  # fmt: skip
        self.text.setMaxLength(LONGEST_STEP)
        self.who.setMaxLength(_WHO_LONGEST)
        metrics = QFontMetricsF(theme.font("row"))
        longest = metrics.horizontalAdvance(theme.say(short_day(_LATE)))
        self.day.setFixedWidth(max(px(_DAY), int(longest) + px(24)))
        self.who.setMinimumWidth(px(90))
        self.who.setMaximumWidth(px(_WHO))
        self.remove = Button(theme, icon="close", name=_("Delete the step: {step}", step=step.text))
        self.remove.clicked.connect(self.removed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self.show_step(step)
        for field in (self.text, self.day, self.who):
            field.textEdited.connect(self._typed)
            field.editingFinished.connect(self.settle)
        self._row, self._under = QHBoxLayout(), QHBoxLayout()
        self._row.setSpacing(px(6))
        for widget in (self.grip, self.check, self.text, self.day, self.who, self.remove):
            self._row.addWidget(widget, int(widget is self.text))
        self._under.addSpacing(px(76))
        self._under.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, px(3), 0, px(4))
        outer.setSpacing(px(2))
        outer.addLayout(self._row)
        outer.addLayout(self._under)
        self.trouble = Prose(_NO_DAY, theme, role="caption", tone="client_text")
        self.trouble.hide()
        outer.addWidget(self.trouble, 0, Qt.AlignmentFlag.AlignRight)
        offer_over((self,), theme, self._entries)

    def set_narrow(self, narrow: bool) -> None:
        """Day and person stand under the words where there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            row, first = (self._under, 1) if narrow else (self._row, 3)
            row.insertWidget(first, self.day)
            row.insertWidget(first + 1, self.who)

    @property
    def due(self) -> date | None:
        """The day that is typed; None for none, the one that is kept while it is no day."""
        text = self.day.text().strip()
        return (day_typed(text, date.today()) or self.step.due) if text else None

    @property
    def unsaved(self) -> bool:
        """Whether something differs from what is kept, and can be kept."""
        typed = (self.text.text().strip() or self.step.text, self.due, self.who.text().strip())
        return typed != (self.step.text, self.step.due, self.step.who)

    def _entries(self) -> list[Entry]:
        done = (
            pgettext("menu", "Not done yet") if self.check.isChecked() else pgettext("menu", "Done")
        )
        return [
            *copy_entries(self.text.text()),
            Entry(done, self.check.click),
            Entry(pgettext("menu", "Delete the step"), self.removed.emit),
        ]

    def show_step(self, step: Step) -> None:
        """Show what is kept, but in what one is typing, and where no day is typed."""
        self.step = step
        shown = (self.text, step.text), (self.who, step.who), (
            self.day, self.theme.say(short_day(step.due)) if step.due else ""
        )  # fmt: skip
        for field, words in shown:
            if not (field.hasFocus() or field.wrong) and field.text() != words:
                field.setText(words)
                field.setCursorPosition(0)  # what is too long shows its beginning

    def settle(self) -> None:
        """Tell what was typed; a day that is none is marked, and the day that was kept stays."""
        self._pause.stop()
        text = self.day.text().strip()
        wrong = bool(text) and day_typed(text, date.today()) is None
        if wrong != self.day.wrong:
            self.day.set_trouble(_NO_DAY if wrong else "")
            self.trouble.setVisible(wrong)
        if self.unsaved:
            self.written.emit()

    def _typed(self) -> None:
        self._pause.start()
        self.typed.emit()


class PartHead(QFrame):
    """The head of a part of the handout: its grip, its name, and a tick where it can be left out.

    ``turned`` carries whether it is printed.
    """

    look = "surface"
    turned = Signal(bool)

    def __init__(
        self, part: PartKey, name: str, said: str, theme: Theme, *, on: bool | None
    ) -> None:
        super().__init__()
        self.part, self.theme = part, theme
        name = name or PART_WORDS[part]
        self.grip = Grip(_("Move the part: {part} (Alt+Up, Alt+Down)", part=name), theme)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self.grip)
        if on is not None:
            tick = Check("", theme)
            tick.setAccessibleName(pgettext("box to tick", "Print: {part}", part=name))
            tick.setChecked(on)
            tick.toggled.connect(self.turned)
            row.addWidget(tick)
        names = FlowLayout(theme, (8, 2))
        line = QWidget()
        line.setLayout(names)
        names.addWidget(Prose(name, theme, role="heading", wrap=False))
        if said:
            names.addWidget(Prose(said, theme, role="caption", tone="text2", wrap=False))
        self.line = row
        row.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        self.column.setSpacing(theme.px(4))
        self.column.addLayout(row)


class WordingRow(QWidget):
    """A sentence of the handout that can be said in other words; ``worded`` carries them.

    It is there once there are any, or its ``link``, which stands elsewhere, asks for it.
    """

    worded = Signal(str)
    typed = Signal()

    def __init__(self, name: str, wording: str, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._kept = wording
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(34), 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self.field = Field(
            _("Own words: {what}", what=name), _("Own words; empty: the handout’s own"), theme,
            role="row",
        )  # fmt: skip
        self.field.setText(wording)
        self.field.setMaxLength(400)
        self.field.textEdited.connect(self.typed)
        self.field.editingFinished.connect(self._settle)
        self.link = LinkLabel(pgettext("link", "Edit wording"), theme, role="caption")
        self.link.setAccessibleName(_("Edit wording: {what}", what=name))
        self.link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.link.clicked.connect(self._open)
        self._column.addWidget(self.field)
        self.setVisible(bool(wording))

    def _open(self) -> None:
        self.show()
        self.field.setFocus()

    def _settle(self) -> None:
        words = " ".join(self.field.text().split())
        if words != self._kept:
            self._kept = words
            self.worded.emit(words)


class JobRow(QFrame):
    """A job that was looked at; ``turned`` carries whether it is printed."""

    look = "under"
    turned = Signal(bool)

    def __init__(self, job: LookedJob, theme: Theme) -> None:
        super().__init__()
        dress(self, theme)
        self.job = job
        check = Check(job.title, theme)
        check.setChecked(job.printed)
        check.toggled.connect(self.turned)
        said = job.opened if job.printed else _("{opened}, left out", opened=job.opened)
        when = Prose(said, theme, role="row", tone="text2", wrap=False)
        self.wording = WordingRow(job.title, job.wording, theme)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(check, 1, middle)
        if job.printed:
            row.addWidget(self.wording.link, 0, middle)
        row.addWidget(when, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(34), 0, 0, theme.px(2))
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.wording)
        self.wording.setVisible(job.printed and bool(job.wording))
