"""Scores of an inventory taken elsewhere, checked while they are typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from counselor_app.domain.client import Client
from counselor_app.domain.instruments import INSTRUMENTS, ClientScores, Instrument, parse_scores
from counselor_app.domain.interests import LETTERS, NAMES
from counselor_app.errors import UserError
from counselor_app.ui.client.field import Field
from counselor_app.ui.dialogs.base import Dialog
from counselor_app.ui.theme import Theme
from counselor_app.ui.widgets.buttons import Button
from counselor_app.ui.widgets.choices import ChoiceButton
from counselor_app.ui.widgets.text import Prose

TYPED = tuple(i for i in INSTRUMENTS.values() if not i.key.startswith("own-"))
"""Instruments taken elsewhere; our own inventory is taken in the program."""


def score_trouble(text: str, place: int, instrument: Instrument) -> str:
    """What is wrong with one score as typed, "" when nothing is or nothing is typed yet."""
    if not text.strip():
        return ""
    scores = [f"{instrument.low:g}"] * 6
    scores[place] = text.strip()
    try:
        parse_scores(";".join(scores), instrument)
    except UserError as error:
        return str(error)
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
            f"{text.strip()!r} is not a date; write year-month-day, such as"
            f" {today.isoformat()}, or leave it empty."
        ) from None
    if found > today:
        raise UserError(f"{found.isoformat()} is still to come; check the date.")
    return found


class ScoresDialog(Dialog):
    """Name, instrument, six scores or a code, date. ``typed`` carries name and `ClientScores`.

    Six scores pasted into the first field ("12,20,9,33,24,28") fill all six.
    """

    typed = Signal(str, object)

    def __init__(
        self, client: Client, theme: Theme, parent: QWidget | None, *, today: date | None = None
    ) -> None:
        super().__init__("Scores from elsewhere", theme, parent, width=600, height=660)
        self._today = today or date.today()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(8))
        self.grid.setColumnStretch(1, 1)
        body = QWidget()
        body.setLayout(self.grid)
        self.scrolled(body, "Scores")
        self.name = self._field("Nickname or file number", "optional", wide=True)
        self.name.setText(client.name)
        self.name.setMaxLength(40)
        self.instrument = ChoiceButton(
            [_words(one) for one in TYPED], theme, "Inventory the scores come from"
        )
        self._row("Inventory", self.instrument)
        self.fields = [self._field(NAMES[letter], "") for letter in LETTERS]
        self.code = self._field("Code, strongest letter first", "such as CES")
        self.date = self._field("Taken on", f"{self._today.isoformat()}, or empty")
        self.trouble = Prose("", theme, role="body", tone="client_text")
        self.trouble.setMinimumHeight(theme.px(44))
        self.content.addWidget(self.trouble)
        self.use = Button(theme, "Use these scores", look="primary")
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        self.buttons.addWidget(self.use)
        self.close_button.setText("Cancel")
        self.close_button.setAccessibleName("Cancel")
        self._show_known(client.scores)
        self.instrument.chosen.connect(self._instrument_chosen)
        self.fields[0].textEdited.connect(self._spread)
        for field in (*self.fields, self.code, self.date):
            field.textChanged.connect(self._check)
        self._instrument_chosen(TYPED.index(self.chosen))
        (self.fields[0] if self.chosen.scored else self.code).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.use.isEnabled():
            self._use()
        else:
            super().keyPressEvent(event)

    def scores(self) -> ClientScores | None:
        """What has been typed, whole and checked.

        Raises:
            UserError: when something typed is wrong.
        """
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
        ends = f"{self.chosen.low:g} to {self.chosen.high:g}"
        for field in self.fields:
            self._show_row(field, self.chosen.scored)
            field.setPlaceholderText(ends)
        self._show_row(self.code, not self.chosen.scored)
        self._check()

    def _spread(self, text: str) -> None:
        """Deal six pasted scores out to the six fields."""
        pieces = text.replace("\t", ";").replace(",", ";").split(";")
        if len(pieces) == 6 and all(piece.strip() for piece in pieces):
            for field, piece in zip(self.fields, pieces, strict=True):
                field.setText(piece.strip())
            self.fields[-1].setFocus()  # where the rest of the last score is typed
            self.fields[-1].end(False)

    def _check(self) -> None:
        """Say what is wrong, at once, and mark the fields it is in."""
        said, found = "", None
        try:
            found = self.scores()
        except UserError as error:
            said = str(error)
        for place, field in enumerate(self.fields):
            field.set_trouble(score_trouble(field.text(), place, self.chosen))
        if not said and found is None and self.chosen.scored:
            empty = [NAMES[x] for x, f in zip(LETTERS, self.fields, strict=True) if not f.text()]
            said = f"Still to type: {', '.join(empty)}." if 0 < len(empty) < 6 else ""
        self.trouble.setText(said)
        self.trouble.setAccessibleName(said or "Nothing is wrong with what is typed")
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
        label = Prose(name, self.theme, role="body", wrap=False)
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


def _words(instrument: Instrument) -> str:
    if not instrument.scored:
        return f"{instrument.name}, letters alone"
    return f"{instrument.name} ({instrument.low:g} to {instrument.high:g})"
