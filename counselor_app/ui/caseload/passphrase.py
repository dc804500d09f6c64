"""Asking for a passphrase: to make the file, to open it, to change it, to hand a client over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counselor_app.domain.record.passphrase import strength_words, too_common
from counselor_app.errors import UserError
from counselor_app.language import _, joined, ngettext, pgettext
from counselor_app.ui.caseload.asking import CANCEL
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.tasks import Progress, Task
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.state.kept import SHORTEST, TOO_COMMON, WrongPassphraseError
from counselor_app.ui.style.theme import Theme

WRITE_IT_DOWN = _(
    "Nobody can open the file without this passphrase, not even the makers of this program. Write"
    " it down and keep the paper where only you can get at it."
)

_SHOWN_LATER = _("Strength: shown as you type.")
_WAY_OUT = 130
"""Room for what went wrong and a button, at 100 % text."""

Work = Callable[[str, str, Progress], object]
"""What is done, in a thread, with the present passphrase and the new one, as typed."""


def retry_wait(wrong: int) -> int:
    """Milliseconds to wait after so many wrong passphrases in a row: none, then 2 s to 30 s."""
    return 0 if wrong < 2 else min(1000 * 2 ** (wrong - 1), 30_000)


class PassphraseForm(QWidget):
    """One field for the present passphrase (``old``), two for a new one, and what is wrong.

    ``entered`` carries old and new once they can be used; wrong ones are answered more slowly
    each time. ``said`` follows words on what is wrong.
    """

    entered = Signal(str, str)
    said = Signal()

    def __init__(self, theme: Theme, *, old: str = "", new: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(theme.say(pgettext("field", "Passphrase")))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.old = self._field(old) if old else None
        self.new = self._field(new) if new else None
        self.strength = Prose(_SHOWN_LATER, theme, role="row", tone="text2")
        if self.new is not None:
            self._column.addWidget(self.strength)
        self.again = self._field(_("The same once more")) if new else None
        self.shown = Check(_("Show what I type"), theme)
        self.shown.toggled.connect(self._show_typed)
        self._column.addWidget(self.shown)
        self.trouble = Status("", theme, role="body", tone="client_text")
        self.trouble.hide()
        self._column.addWidget(self.trouble)
        self._wrong = 0
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._waited)
        self._refused = ""

    def fields(self) -> list[Field]:
        """The fields from top to bottom."""
        return [field for field in (self.old, self.new, self.again) if field is not None]

    def enter(self) -> None:
        """Take what is typed, or say what is missing."""
        if not self.isEnabled() or self._waiting.isActive():
            return
        old = self.old.text() if self.old else ""
        new = self.new.text() if self.new else ""
        if self.old and not old:
            self.say(_("Type the passphrase."), self.old)
        elif self.new and len(new.strip()) < SHORTEST:
            self.say(_("A passphrase needs {n} characters or more. Three or four words that do not"
                       " belong together are good.", n=SHORTEST), self.new)  # fmt: skip
        elif self.new and too_common(new):
            self.say(TOO_COMMON, self.new)
        elif self.again and self.again.text() != new:
            self.say(_("The two are not the same. Type the second one again."), self.again)
        else:
            self.say("")
            self.setEnabled(False)
            self.entered.emit(old, new)

    def refuse(self, error: Exception) -> None:
        """Say what went wrong and let another try be made, later after each wrong one."""
        self._refused, later = str(error), ""
        if isinstance(error, WrongPassphraseError):
            self._wrong += 1
            wait = retry_wait(self._wrong)
            if wait:
                seconds = wait // 1000
                later = ngettext(
                    "The next try is possible in {n} second.",
                    "The next try is possible in {n} seconds.", seconds, n=seconds,
                )  # fmt: skip
                self._waiting.start(wait)
        if not self._waiting.isActive():
            self.setEnabled(True)
        first = self.fields()[0]
        self.say(joined((self._refused, later)), first)
        first.selectAll()

    def say(self, words: str, field: Field | None = None) -> None:
        """Show what is wrong and mark the field; "" when nothing is."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        for one in self.fields():
            one.set_trouble(words if one is field else "")
        if field is not None:
            field.setFocus()
            QTimer.singleShot(0, self, self.said.emit)

    def forget(self) -> None:
        """Empty the fields."""
        for field in self.fields():
            field.clear()

    def _field(self, words: str) -> Field:
        label = Prose(words, self.theme, role="row", bold=True)
        field = Field(words, "", self.theme)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        field.returnPressed.connect(self.enter)
        field.textChanged.connect(self._typed)
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return field

    def _waited(self) -> None:
        """The wait is over: another try can be made, and nothing says otherwise."""
        self.setEnabled(True)
        first = self.fields()[0]
        self.say(self._refused, first)
        first.selectAll()

    def _typed(self) -> None:
        if self.trouble.text() and not self._waiting.isActive():
            self.say("")  # it was said of what was typed before
        if self.new is not None:
            words = strength_words(self.new.text(), SHORTEST)
            said = (
                pgettext("passphrase", "Strength: {strength}", strength=words)
                if words
                else _SHOWN_LATER
            )
            self.strength.setText(said)

    def _show_typed(self, on: bool) -> None:
        echo = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for field in self.fields():
            field.setEchoMode(echo)


class PassphraseDialog(Dialog):
    """Asks, does the work in a thread, and closes; ``worked`` carries what the work gave.

    ``refused`` carries an error that is shown, so that a way out can be offered.
    """

    worked = Signal(object)
    refused = Signal(object)

    def __init__(
        self, title: str, words: tuple[str, ...], action: str, work: Work, theme: Theme,
        parent: QWidget | None, *, old: str = "", new: str = "",
    ) -> None:  # fmt: skip
        height = 230 + 200 * bool(new) + 90 * bool(old) + 56 * len(words)
        super().__init__(title, theme, parent, width=560, height=height)
        self._work = work
        self._way_out: Button | None = None
        self._high = self.height()
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, theme.px(8), 0)
        self.column.setSpacing(theme.px(10))
        for line in words:
            self.column.addWidget(Prose(line, theme, role="body"))
        self.form = PassphraseForm(theme, old=old, new=new)
        self.form.entered.connect(self._start)
        self.column.addWidget(self.form)
        self.said = Status("", theme, role="row", tone="text2")
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        area = self.scrolled(body, title)
        self.form.said.connect(lambda: area.ensureWidgetVisible(self.form.trouble))
        self.call_close(CANCEL)
        self.action = Button(theme, action, look="primary")
        self.action.clicked.connect(self.form.enter)
        self.buttons.addWidget(self.action)
        self.form.fields()[0].setFocus()

    def offer(self, words: str, run: Callable[[], object]) -> None:
        """A button under the fields for a way out, in place of the one before."""
        if self._way_out is not None:
            self._way_out.hide()
            self._way_out.deleteLater()
        button = self._way_out = Button(self.theme, words, look="outlined")
        button.clicked.connect(run)
        self.column.insertWidget(self.column.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)
        above = self.parentWidget()
        high = self._high + self.theme.px(_WAY_OUT)
        self.resize(self.width(), min(high, above.height() - 32) if above else high)

    def reject(self) -> None:
        if self.busy is None:
            self.form.forget()
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _start(self, old: str, new: str) -> None:
        self.action.setEnabled(False)
        self.close_button.setEnabled(False)
        self.said.setText(pgettext("while it works", "One moment…"))
        work, owner = self._work, self.parent() or self
        self.busy = Task(lambda progress, _cancelled: work(old, new, progress), owner)
        self.busy.progress.connect(lambda _done, _of, what: self.said.setText(what))
        self.busy.done.connect(self._done)
        self.busy.failed.connect(self._failed)
        self.busy.start()

    def _rest(self) -> None:
        self.busy = None
        self.said.setText("")
        self.action.setEnabled(True)
        self.close_button.setEnabled(True)

    def _done(self, result: object) -> None:
        self._rest()
        self.form.forget()
        self.accept()
        self.worked.emit(result)

    def _failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, UserError):
            said = _("That did not work: {why}. Nothing was changed.", why=str(error))
            self.form.refuse(UserError(said))
            raise error
        self.form.refuse(error)
        self.refused.emit(error)
