"""The interest inventory on the whole window: one question a screen, or ten; then the result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counselor_app.domain.session.inventory import NOT_VALIDATED, PROMPT, Answers
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.counsel.answers import AnswerCard, AnswerRow
from counselor_app.ui.counsel.asking import AskingScreen, SkipButton
from counselor_app.ui.counsel.inventory_result import ResultView
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

A_SCREEN = 10
KEYS = _("Keys: 1 to 5 answer, Backspace goes back, S skips, Esc pauses.")
_SCALE = _("From left to right: 1 dislike a lot, 2 dislike, 3 not sure, 4 like, 5 like a lot.")
_TENS, _ONES = _("Ten on a screen"), _("One on a screen")
_PAUSE, _CLOSE = _("Pause, keep my answers"), _("Close, keep my answers")


class InventoryScreen(AskingScreen):
    """Asks what is not answered yet; nothing is lost when it closes.

    ``kept`` carries the answers whenever the screen is left, ``progressed`` after each of them,
    ``used`` the scores that the
    client and counselor take from the result, ``cleared`` carries the answers that are to go.
    Without ``keys`` the foot names none.
    """

    kept = Signal(object)
    progressed = Signal(object)
    used = Signal(object)
    cleared = Signal(object)

    def __init__(
        self,
        answers: Answers,
        name: str,
        theme: Theme,
        parent: QWidget | None,
        *,
        clock: Callable[[], float] = monotonic,
        today: date | None = None,
        keys: bool = True,
    ) -> None:
        title = (
            _("{client}: what would you like to do?", client=name) if name
            else _("What would you like to do?")
        )  # fmt: skip
        moves_on = joined((_("Choosing an answer moves on."), KEYS if keys else ""))
        called = pgettext("screen", "Interest inventory")
        super().__init__(called, title, (moves_on, NOT_VALIDATED), theme, parent)
        self.answers, self._clock = answers, clock
        self._today = today or date.today()
        self._since = clock()
        self.tens = False
        self.place = self._resume_at()
        self.rows: list[AnswerRow] = []
        self.cards: list[AnswerCard] = []
        self.mode = self.add_action(_TENS, framed=True)
        self.pause = self.add_action(_PAUSE, icon="pause")
        self.pause.clicked.connect(self.close)
        self.mode.clicked.connect(self._change_mode)
        self._show()

    @property
    def at_result(self) -> bool:
        """Whether the result is shown."""
        return self.place >= len(self.answers.form.items)

    def answer(self, item: str, value: int) -> None:
        """Take an answer, 0 to 4, and move on."""
        self._spend()
        self.answers = self.answers.answered(item, value)
        self.progressed.emit(self.answers)
        if self.tens:
            self._row_answered(item)
        else:
            self._go(self.place + 1)

    def skip(self) -> None:
        """Leave the question without an answer."""
        self._spend()
        self.answers = self.answers.passed_over(self._item)
        self.progressed.emit(self.answers)
        if self.tens:
            self._row_answered(self._item)
        else:
            self._go(self.place + 1)

    def back(self) -> None:
        """The question, or the ten, before."""
        step = A_SCREEN if self.tens and not self.at_result else 1
        if self.at_result and self.tens:
            step = self.place % A_SCREEN or A_SCREEN
        self._go(max(self.place - step, 0))

    def on(self) -> None:
        """The question, or the ten, after; the result comes once all has been seen."""
        step = A_SCREEN if self.tens else 1
        shown = self.answers.form.ids[self.place : self.place + step]
        if all(item in self.answers.given or item in self.answers.skipped for item in shown):
            self._go(self.place + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.back()
        elif self.at_result:
            super().keyPressEvent(event)
        elif text in ("1", "2", "3", "4", "5"):
            self.answer(self._item, int(text) - 1)
        elif text in ("s", "S"):
            self.skip()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.on()
        elif self.tens and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, (AnswerCard, Button)):
                focus.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._spend()
        self.kept.emit(self.answers)
        super().closeEvent(event)

    @property
    def _item(self) -> str:
        """The question that keys answer: the one shown, or the row with the focus."""
        focus = self.focusWidget()
        if self.tens and isinstance(focus, AnswerRow):
            return focus.item
        return self.answers.form.ids[self.place]

    def _resume_at(self) -> int:
        item = self.answers.next_item
        return len(self.answers.form.items) if item is None else self.answers.form.items.index(item)

    def _spend(self) -> None:
        """Count the time since the last step, except on the result."""
        now = self._clock()
        if not self.at_result:
            self.answers = self.answers.later(max(now - self._since, 0.0))
        self._since = now

    def _go(self, place: int) -> None:
        self._spend()
        self.place = min(place, len(self.answers.form.items))
        self._show()

    def _change_mode(self) -> None:
        self.tens = not self.tens
        self.mode.setText(_ONES if self.tens else _TENS)
        self.mode.setAccessibleName(self.mode.text())
        self.mode.updateGeometry()
        if self.tens:
            self.place -= self.place % A_SCREEN
        else:
            self.place = min(self._resume_at(), len(self.answers.form.items) - 1)
        self._show()

    def _show(self) -> None:
        """Show the question, the ten, or the result."""
        self.rows, self.cards = [], []
        self._show_progress()
        body = self._result() if self.at_result else self._ten() if self.tens else self._one()
        self.mode.setVisible(not self.at_result)
        self.pause.setText(_CLOSE if self.at_result else _PAUSE)
        self.pause.setAccessibleName(self.pause.text())
        self.pause.updateGeometry()
        self.show_body(body)
        if self.rows:
            first = next((r for r in self.rows if r.item not in self.answers.given), self.rows[0])
            first.setFocus()
        elif self.cards:
            given = self.answers.given.get(self.answers.form.ids[self.place])
            # No card stands out before there is an answer: it would suggest one.
            (self if given is None else self.cards[given]).setFocus()

    def _one(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        item = self.answers.form.items[self.place]
        body, column = self.new_body()
        column.addStretch(2)
        place = _("{n} of {of}", n=self.place + 1, of=len(self.answers.form.items))
        for words, prose in (
            (place, Prose("", theme, role="prose", bold=True, tone="text2")),
            (item.text, Prose("", theme, role="title")),
            (PROMPT, Prose("", theme, role="prose", tone="text2")),
        ):
            prose.setText(words)
            prose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(prose)
        column.addSpacing(px(16))
        cards = QHBoxLayout()
        cards.setSpacing(px(16) if self.width() > px(1100) else 8)
        cards.addStretch(1)
        given = self.answers.given.get(item.id)
        for value in range(5):
            card = AnswerCard(value, theme)
            card.setChecked(value == given)
            card.clicked.connect(lambda _=False, value=value: self.answer(item.id, value))
            cards.addWidget(card, 20)
            self.cards.append(card)
        cards.addStretch(1)
        column.addLayout(cards)
        column.addSpacing(px(16))
        column.addLayout(self._steps(skip=True))
        column.addStretch(3)
        return body

    def _ten(self) -> QWidget:
        theme = self.theme
        body, column = self.new_body()
        items = self.answers.form.items[self.place : self.place + A_SCREEN]
        words = _(
            "{first} to {last} of {of}",
            first=self.place + 1, last=self.place + len(items), of=len(self.answers.form.items),
        )  # fmt: skip
        column.addWidget(Prose(words, theme, role="prose", bold=True, tone="text2"))
        column.addWidget(Prose(PROMPT, theme, role="prose", tone="text2"))
        column.addWidget(Prose(_SCALE, theme, role="caption", tone="text2"))
        for number, item in enumerate(items, self.place + 1):
            row = AnswerRow(item.id, number, item.text, theme, self.answers.given.get(item.id))
            row.answered.connect(self.answer)
            column.addWidget(row)
            self.rows.append(row)
        column.addLayout(self._steps(skip=False))
        column.addStretch(1)
        return body

    def _steps(self, *, skip: bool) -> QHBoxLayout:
        """Back, and what leads on."""
        back = Button(self.theme, pgettext("button", "Back"), icon="back", look="outlined")
        back.setEnabled(self.place > 0)
        back.clicked.connect(self.back)
        if skip:
            other: Button = SkipButton(
                self.theme, _("Skip: I cannot picture this"), look="outlined"
            )
            other.clicked.connect(self.skip)
        else:
            other = Button(self.theme, _("Next: skip what is left open"), look="primary")
            other.clicked.connect(self._next_ten)
        return self.steps(back, other)

    def _next_ten(self) -> None:
        """On to the next ten; what is left open counts as skipped."""
        self._spend()
        for item in self.answers.form.ids[self.place : self.place + A_SCREEN]:
            if item not in self.answers.given:
                self.answers = self.answers.passed_over(item)
        self.progressed.emit(self.answers)
        self._go(self.place + A_SCREEN)

    def _row_answered(self, item: str) -> None:
        """Show the answer in its row and go to the next row."""
        place = next(i for i, row in enumerate(self.rows) if row.item == item)
        self.rows[place].show_given(self.answers.given.get(item))
        if place + 1 < len(self.rows):
            self.rows[place + 1].setFocus()
            self.area.ensureWidgetVisible(self.rows[place + 1])
        self._show_progress()

    def _show_progress(self) -> None:
        seen, of = self.answers.seen, len(self.answers.form.items)
        self.bar.show_share(seen / of, _("{n} of {of} questions seen", n=seen, of=of))

    def _result(self) -> QWidget:
        result = ResultView(self.answers, self._today, self.theme)
        result.used.connect(self._use)
        result.again.connect(self._ask_again)
        result.cleared.connect(self._clear)
        return result

    def _use(self, scores: object) -> None:
        self.close()
        self.used.emit(scores)

    def _ask_again(self) -> None:
        """Go back to the first question that was skipped."""
        ids = self.answers.form.ids
        place = next(i for i, item in enumerate(ids) if item in self.answers.skipped)
        self._go(place - place % A_SCREEN if self.tens else place)

    def _clear(self) -> None:
        was, self.answers = self.answers, Answers(self.answers.form)
        self.place = 0
        self._since = self._clock()
        self.close()
        self.cleared.emit(was)
