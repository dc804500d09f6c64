"""Scores of an inventory taken elsewhere, checked while they are typed."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, Instrument, parse_scores
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import (
    ALPHABET,
    LENGTH,
    grouped,
    is_handover_code,
    read_handover_code,
    ungrouped,
)
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme

TYPED = tuple(i for i in INSTRUMENTS.values() if not i.edition)
"""Instruments taken elsewhere; our own inventory is taken in the program."""


def score_trouble(text: str, place: int, instrument: Instrument) -> str:
    """What is wrong with one score as typed, "" when nothing is or nothing is typed yet."""
    if not text.strip():
        return ""
    scores = [f"{instrument.low:g}"] * 6
    scores[place] = text.strip()
    try:
        parse_scores(";".join(scores), instrument)
    except UserError:
        wrong = _(
            "{interest}: a number from {low} to {high}.",
            interest=NAMES[LETTERS[place]],
            low=f"{instrument.low:g}", high=f"{instrument.high:g}",
        )  # fmt: skip
        typed = text.strip()
        if "," not in typed or not typed.replace(",", "", 1).isdigit():
            return wrong
        point = _("Write {right}, not {typed}.", right=typed.replace(",", "."), typed=typed)
        return joined((wrong, point))
    return ""


def taken_on(text: str, today: date) -> date | None:
    """The date as typed; None when it is left empty.

    Raises:
        UserError: when it is no date, or not over yet.
    """
    if not text.strip():
        return None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        raise UserError(
            _("{text} is not a date; write year-month-day, such as {today}, or leave it empty.",
              text=repr(text.strip()), today=today.isoformat())
        ) from None  # fmt: skip
    if found > today:
        raise UserError(_("{day} is still to come; check the date.", day=found.isoformat()))
    return found


_LABEL = 140


class ScoresDialog(Dialog):
    """Name, instrument, six scores or a code, date. ``typed`` carries name and `ClientScores`.

    Six scores pasted into the first field ("12,20,9,33,24,28") fill all six. The code that a
    school kiosk prints carries everything but the name; a scanner types it and presses Enter,
    into whichever field has the cursor.
    """

    typed = Signal(str, object)

    def __init__(
        self, client: Client, theme: Theme, parent: QWidget | None, *, today: date | None = None
    ) -> None:
        super().__init__(_("Scores from elsewhere"), theme, parent, width=600, height=660)
        self._today = today or date.today()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(8))
        self.grid.setColumnStretch(1, 1)
        body = QWidget()
        body.setLayout(self.grid)
        self.scrolled(body, pgettext("part of a dialog", "Scores"))
        self.name = self._field(
            _("Nickname or file number"), pgettext("hint in a field", "optional"), wide=True
        )
        self.name.setText(client.name)
        self.name.setMaxLength(40)
        self.kiosk = self._field(
            _("Code from a kiosk"), _("type or scan it, if there is one"), wide=True
        )
        self.instrument = ChoiceButton(
            [_words(one) for one in TYPED], theme, _("Inventory the scores come from")
        )
        self._row(pgettext("field", "Inventory"), self.instrument)
        self.fields = [self._field(NAMES[letter], "") for letter in LETTERS]
        self.code = self._field(_("Code, strongest letter first"), _("such as {code}", code="CES"))
        hint = _("{day}, or empty", day=self._today.isoformat())
        self.date = self._field(pgettext("field", "Taken on"), hint)
        self.grid.setRowStretch(self.grid.rowCount(), 1)
        self.read = Prose("", theme, role="body")
        self.content.addWidget(self.read)
        self.trouble = Status("", theme, role="body", tone="client_text")
        if self.height() >= theme.px(560):  # else the fields need the room
            self.trouble.setMinimumHeight(theme.px(44))
        self.content.addWidget(self.trouble)
        self.use = Button(theme, _("Use these scores"), look="primary")
        self.use.clicked.connect(self._use)
        self.buttons.addWidget(self.use)
        self.call_close(pgettext("button", "Cancel"))
        self._show_known(client.scores)
        self.instrument.chosen.connect(self._instrument_chosen)
        self.fields[0].textEdited.connect(self._spread)
        for field in (self.name, *self.fields, self.code, self.date):
            field.textEdited.connect(partial(self._scanned, field))
        for field in (*self.fields, self.code, self.date):
            field.textChanged.connect(self._check)
        self.kiosk.textChanged.connect(lambda: self._instrument_chosen(TYPED.index(self.chosen)))
        self._instrument_chosen(TYPED.index(self.chosen))
        (self.fields[0] if self.chosen.scored else self.code).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.use.isEnabled():
            self._use()
        elif enter and self.kiosk.text():
            self._check(whole=True)
            self.kiosk.setFocus()
            self.kiosk.selectAll()  # the next scan takes the place of this one
        else:
            super().keyPressEvent(event)

    def scores(self) -> ClientScores | None:
        """What has been typed, whole and checked.

        Raises:
            UserError: when something typed is wrong.
        """
        if self.kiosk.text().strip():
            return read_handover_code(self.kiosk.text())
        taken = taken_on(self.date.text(), self._today)
        if not self.chosen.scored:
            text = self.code.text().strip()
            return parse_scores(text, self.chosen, taken) if text else None
        texts = [field.text().strip() for field in self.fields]
        for place, text in enumerate(texts):
            if trouble := score_trouble(text, place, self.chosen):
                raise UserError(trouble)
        return parse_scores(";".join(texts), self.chosen, taken) if all(texts) else None

    def _show_known(self, scores: ClientScores | None) -> None:
        """Begin from the scores there are, when they were typed in."""
        self.chosen = TYPED[0]
        if scores is None or scores.instrument not in TYPED:
            return
        self.chosen = scores.instrument
        self.instrument.set_index(TYPED.index(self.chosen))
        for field, score in zip(self.fields, scores.scores, strict=False):
            field.setText(f"{score:g}")
        self.code.setText(scores.letters)
        self.date.setText(scores.date.isoformat() if scores.date else "")

    def _instrument_chosen(self, place: int) -> None:
        self.chosen = TYPED[place]
        low, high = f"{self.chosen.low:g}", f"{self.chosen.high:g}"
        ends = _("{low} to {high}", low=low, high=high)
        typed = not self.kiosk.text().strip()
        for field in self.fields:
            self._show_row(field, typed and self.chosen.scored)
            field.setPlaceholderText(ends)
        self._show_row(self.code, typed and not self.chosen.scored)
        self._show_row(self.instrument, typed)
        self._show_row(self.date, typed)
        self._check()

    def _scanned(self, field: Field, text: str) -> None:
        """Move a code that a scanner typed into ``field`` to its own."""
        if is_handover_code(text[-LENGTH:]):
            field.setText(text[:-LENGTH])
            self.kiosk.setText(grouped(ungrouped(text[-LENGTH:])))
            self.kiosk.setFocus()

    def _spread(self, text: str) -> None:
        """Deal six pasted scores out to the six fields."""
        pieces = text.replace("\t", ";").replace(",", ";").split(";")
        if len(pieces) == 6 and all(piece.strip() for piece in pieces):
            for field, piece in zip(self.fields, pieces, strict=True):
                field.setText(piece.strip())
            self.fields[-1].setFocus()  # where the rest of the last score is typed
            self.fields[-1].end(False)

    def _check(self, *_signal: object, whole: bool = False) -> None:
        """Say what is wrong, at once, and mark the fields it is in.

        ``whole``: nothing more is being typed into the field of the code.
        """
        said: str = ""
        found = None
        try:
            found = self.scores()
        except UserError as error:
            said = str(error)
        code = ungrouped(self.kiosk.text())
        begun = 0 < len(code) < LENGTH and not whole and set(code) <= set(ALPHABET)
        self.kiosk.set_trouble(said if code and not begun else "")
        if begun:
            left = LENGTH - len(code)
            said = ngettext(
                "Still to type: {n} character of the code.",
                "Still to type: {n} characters of the code.",
                left, n=left,
            )  # fmt: skip
        self.read.setText(_read_words(found) if found and code else "")
        for place, field in enumerate(self.fields):
            field.set_trouble(score_trouble(field.text(), place, self.chosen))
        if not said and found is None and self.chosen.scored and not code:
            empty = [NAMES[x] for x, f in zip(LETTERS, self.fields, strict=True) if not f.text()]
            if 0 < len(empty) < 6:
                said = _("Still to type: {interests}.", interests=joined(empty, ", "))
        self.trouble.setText(said)
        self.trouble.setAccessibleName(said or _("Nothing is wrong with what is typed"))
        self.use.setEnabled(found is not None)

    def _use(self) -> None:
        found = self.scores()
        if found is not None:
            self.typed.emit(self.name.text().strip(), found)
            self.accept()

    def _field(self, name: str, hint: str, *, wide: bool = False) -> Field:
        field = Field(name, hint, self.theme)
        if not wide:
            field.setMaximumWidth(self.theme.px(220))
        self._row(name, field)
        return field

    def _row(self, name: str, widget: QWidget) -> None:
        label = Prose(name, self.theme, role="body")
        wide = label.fontMetrics().horizontalAdvance(label.text()) + 4
        label.setMinimumWidth(min(wide, self.theme.px(_LABEL)))  # a long one takes two lines
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(widget)
        row = self.grid.rowCount()
        self.grid.addWidget(label, row, 0)
        self.grid.addWidget(widget, row, 1)

    def _show_row(self, widget: QWidget, shown: bool) -> None:
        row = self.grid.getItemPosition(self.grid.indexOf(widget))[0]  # type: ignore[index]
        for column in range(2):
            item = self.grid.itemAtPosition(row, column)
            if item is not None and (part := item.widget()) is not None:
                part.setVisible(shown)


def _words(instrument: Instrument) -> Said:
    if not instrument.scored:
        return _("{test}, letters alone", test=instrument.name)
    low, high = f"{instrument.low:g}", f"{instrument.high:g}"
    return _("{test} ({low} to {high})", test=instrument.name, low=low, high=high)


def _read_words(found: ClientScores) -> Said:
    """What a code says, to check it against the sheet."""
    scores = zip(LETTERS, found.scores, strict=True)
    said = joined((joined((NAMES[letter], f"{score:.3g}")) for letter, score in scores), ", ")
    test = found.instrument.name
    if found.date is None:
        return _("{test}: {scores}.", test=test, scores=said)
    return _("{test}, taken on {day}: {scores}.",
             test=test, day=found.date.isoformat(), scores=said)  # fmt: skip
