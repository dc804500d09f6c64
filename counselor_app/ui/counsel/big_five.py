"""Scores of a Big Five inventory taken elsewhere, typed in as a note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counselor_app.domain.figures.amounts import parse_number
from counselor_app.domain.session.big_five import (
    ABOUT,
    KIND_WORDS,
    KINDS,
    TRAIT_WORDS,
    TRAITS,
    BigFiveNote,
    Trait,
    noted,
)
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.ui.counsel.scores import taken_on
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme

_TURNED = _("High scores on this scale mean less stable: turn it round")


class BigFiveDialog(Dialog):
    """``typed`` carries the `BigFiveNote`; None when it is let go."""

    typed = Signal(object)

    def __init__(
        self, note: BigFiveNote | None, theme: Theme, parent: QWidget | None,
        *, today: date | None = None,
    ) -> None:  # fmt: skip
        title = _("Big Five from elsewhere: a note")
        super().__init__(title, theme, parent, width=600, height=730)
        self._today = today or date.today()
        self._labels: dict[QWidget, Prose] = {}
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(8))
        self.grid.setColumnStretch(1, 1)
        self.content.addWidget(Prose(ABOUT, theme, role="body"))
        body = QWidget()
        body.setLayout(self.grid)
        self.scrolled(body, pgettext("part of a dialog", "Scores"))
        self.instrument = self._field(
            pgettext("field", "Inventory"), pgettext("hint in a field", "its name"), wide=True
        )
        self.date = self._field(pgettext("field", "Taken on"), self._today.isoformat())
        kinds = ChoiceButton([KIND_WORDS[kind] for kind in KINDS], theme, _("Kind of scores"))
        self.kind = KINDS[0]
        self._row(_("Kind of scores"), kinds)
        self.low = self._field(_("Lowest score there can be"), "")
        self.high = self._field(_("Highest score there can be"), "")
        self.fields = {trait: self._field(TRAIT_WORDS[trait], "") for trait in TRAITS}
        self.turned = Check(_TURNED, theme)
        self.grid.addWidget(self.turned, self.grid.rowCount(), 1)
        self.grid.setRowStretch(self.grid.rowCount(), 1)
        self.trouble = Status("", theme, role="body", tone="client_text")
        self.trouble.setMinimumHeight(theme.px(44))
        self.content.addWidget(self.trouble)
        self.close_button.setText(pgettext("button", "Cancel"))
        self.close_button.setAccessibleName(pgettext("button", "Cancel"))
        if note is not None:
            forget = Button(theme, _("Let the note go"), look="outlined")
            forget.clicked.connect(lambda: self._leave(None))
            self.buttons.addWidget(forget)
            self._fill(note, kinds)
        self.use = Button(theme, _("Keep this note"), look="primary")
        self.use.clicked.connect(self._use)
        self.buttons.addWidget(self.use)
        kinds.chosen.connect(self._kind_chosen)
        for field in (self.instrument, self.date, self.low, self.high, *self.fields.values()):
            field.textChanged.connect(self._check)
        self._kind_chosen(KINDS.index(self.kind))
        self.instrument.setFocus()

    def note(self) -> BigFiveNote:
        """What has been typed.

        Raises:
            UserError: when something is wrong or missing.
        """
        taken = taken_on(self.date.text(), self._today)
        ends = None
        if self.kind == "raw" and self.low.text().strip() and self.high.text().strip():
            ends = (parse_number(self.low.text()), parse_number(self.high.text()))
        scores: dict[Trait, float] = {}
        for trait, field in self.fields.items():
            if not field.text().strip():
                continue
            turned = trait == "emotional stability" and self.turned.isChecked()
            try:
                scores[trait] = noted(self.kind, parse_number(field.text()), ends, turned=turned)
            except UserError as error:
                raise UserError(joined((TRAIT_WORDS[trait], str(error)), ": ")) from None
        if taken is None:
            raise UserError(_("Still to type: the day it was taken."))
        if not scores:
            raise UserError(_("Still to type: at least one score."))
        return BigFiveNote(self.instrument.text().strip(), taken, self.kind, scores, ends)

    def _fill(self, note: BigFiveNote, kinds: ChoiceButton) -> None:
        self.instrument.setText(note.instrument)
        self.date.setText(note.taken.isoformat())
        self.kind = note.kind
        kinds.set_index(KINDS.index(note.kind))
        for field, end in zip((self.low, self.high), note.ends or (), strict=False):
            field.setText(f"{end:g}")
        for trait, score in note.scores.items():
            self.fields[trait].setText(f"{score:g}")

    def _kind_chosen(self, place: int) -> None:
        self.kind = KINDS[place]
        for field in (self.low, self.high):
            field.setVisible(self.kind == "raw")
            self._labels[field].setVisible(self.kind == "raw")
        self._check()

    def _check(self) -> None:
        """Say what is wrong or missing, at once."""
        said: str = ""
        try:
            self.note()
        except UserError as error:
            said = str(error)
        self.trouble.setText(said)
        self.use.setEnabled(not said)

    def _use(self) -> None:
        self._leave(self.note())

    def _leave(self, note: BigFiveNote | None) -> None:
        self.typed.emit(note)
        self.accept()

    def _field(self, name: Said, hint: str, *, wide: bool = False) -> Field:
        field = Field(name, hint, self.theme)
        if not wide:
            field.setMaximumWidth(self.theme.px(220))
        self._row(name, field)
        return field

    def _row(self, name: Said, widget: QWidget) -> None:
        label = Prose(name, self.theme, role="body", wrap=False)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(widget)
        self._labels[widget] = label
        row = self.grid.rowCount()
        self.grid.addWidget(label, row, 0)
        self.grid.addWidget(widget, row, 1)
