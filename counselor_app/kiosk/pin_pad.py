"""Where the PIN is typed that leaves the kiosk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.kiosk.pin import LONGEST, Attempts, seconds_words
from counselor_app.kiosk.widgets import BigButton, Overlay
from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_GONE_AFTER_MS = 30_000


class PinPad(Overlay):
    """Digits on keys; what is typed is shown as dots and never kept. ``right`` opens the gate."""

    right = Signal()

    def __init__(self, hashed: str, attempts: Attempts, theme: Theme, host: QWidget) -> None:
        super().__init__(_("For staff: the PIN"), theme, host, width=470)
        self._hashed, self._attempts, self._typed = hashed, attempts, ""
        self._waits = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dots = Prose("", theme, role="title")
        self.dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dots.setMinimumHeight(theme.px(40))
        self.column.addWidget(self.dots)
        self.said = self.say("")
        self.said.setMinimumHeight(theme.px(44))
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        self.keys: dict[str, BigButton] = {}
        for place, digit in enumerate("1234567890"):
            self._key(digit, grid, place if digit != "0" else 10).clicked.connect(
                partial(self.type, digit)
            )
        self._key(pgettext("key", "Delete"), grid, 9).clicked.connect(self.delete)
        self._key(pgettext("key", "OK"), grid, 11).clicked.connect(self.enter)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.cancel = self.add_button(_("Back to the kiosk"), lambda: None)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show_wait)
        self._tick.start(500)
        self._gone = QTimer(self)  # a forgotten pad does not stay
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self.dismiss)
        self._gone.start(_GONE_AFTER_MS)
        self._show_wait()

    def open(self) -> None:
        """Show it; digits of a keyboard count as well."""
        super().open()
        self.setFocus()

    def type(self, digit: str) -> None:
        """Take one more digit."""
        if len(self._typed) < LONGEST:
            self._typed += digit
        self._show_typed()

    def delete(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self._show_typed()

    def enter(self) -> None:
        """Try what is typed."""
        typed, self._typed = self._typed, ""
        self._show_typed()
        if not typed:
            return
        try:
            right = self._attempts.try_pin(typed, self._hashed)
        except UserError as error:
            self.said.setText(str(error))
            return
        if right:
            self.dismiss()
            self.right.emit()
        else:
            self.said.setText(_("That is not the PIN."))
            self._show_wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text().isdigit() and event.text().isascii():
            self.type(event.text())
        elif key == Qt.Key.Key_Backspace:
            self.delete()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()

    def _show_typed(self) -> None:
        self._gone.start()
        self.dots.setText("•" * len(self._typed))
        typed = len(self._typed)
        digits = ngettext("{n} digit", "{n} digits", typed, n=number(typed))
        self.dots.setAccessibleName(self.theme.say(digits))

    def _show_wait(self) -> None:
        left = self._attempts.wait()
        for key in self.keys.values():
            key.setEnabled(not left)
        if left:
            self._gone.start()
            waits = _("Too many wrong tries. Wait {time}.", time=seconds_words(left))
            self.said.setText(waits)
        elif self._waits:
            self.said.setText("")
        self._waits = bool(left)

    def _key(self, words: str, grid: QGridLayout, place: int) -> BigButton:
        key = BigButton(self.theme, words)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid.addWidget(key, *divmod(place, 3))
        self.keys[words] = key
        return key
