"""Keys on the screen, so that nothing of the system has to be opened to type."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.kiosk.widgets import BigButton
from counselor_app.language import pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm-.$")
_OWN = {"es": str.maketrans("'", "ñ")}
"""Letters that a language has beside those of the alphabet."""


class ScreenKeyboard(QFrame):
    """Types into the field that was touched last; keys repeat while they are held.

    It lies at the foot of ``parent``, whose layout leaves it that room; not ``shown`` where a
    keyboard of metal is there. ``came`` says that it is there, or gone.
    """

    look = "keys"
    came = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget, *, shown: bool) -> None:
        super().__init__(parent)
        self._shown = shown
        dress(self, theme)
        self.theme = theme
        self._field: QLineEdit | None = None
        self.setAccessibleName(theme.say(pgettext("keys on the screen", "Keys")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(16), px(10), px(16), px(12))
        column.setSpacing(px(6))
        self.keys: dict[str, Button] = {}
        for letters in _ROWS:
            row = self._row(column)
            for letter in letters.translate(_OWN.get(theme.tongue, {})):
                key = self._key(letter, row)
                key.clicked.connect(partial(self._type, letter))
        row = self._row(column)
        self.hide_key = self._key(pgettext("key", "Hide keys"), row, stretch=2)
        space = self._key(pgettext("key", "Space"), row, stretch=4)
        delete = self._key(pgettext("key", "Delete"), row, stretch=2)
        enter = self._key(pgettext("key", "Done"), row, stretch=2)
        self.hide_key.clicked.connect(self.put_away)
        space.clicked.connect(partial(self._type, " "))
        delete.clicked.connect(partial(self._press, Qt.Key.Key_Backspace))
        delete.setAutoRepeat(True)
        enter.clicked.connect(self._done)
        self.hide()

    def serve(self, field: QLineEdit) -> None:
        """Type into ``field`` from now on."""
        self._field = field
        if self._shown:
            self.show()
            self.raise_()
            self.place()
            self.came.emit(True)

    def put_away(self) -> None:
        """Type nowhere."""
        if not self.isHidden():
            self._field = None
            self.hide()
            self.place()
            self.came.emit(False)

    def place(self) -> None:
        """Lie over the foot; what is above stays in sight."""
        over = self.parentWidget()
        layout = over.layout() if over else None
        if over is None or layout is None:
            return
        height = 0 if self.isHidden() else self.sizeHint().height()
        self.setGeometry(0, over.height() - height, over.width(), height)
        layout.setContentsMargins(0, 0, 0, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _row(self, column: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(6))
        column.addLayout(row)
        return row

    def _key(self, words: str, row: QHBoxLayout, stretch: int = 1) -> Button:
        key = BigButton(self.theme, words)
        key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the cursor
        row.addWidget(key, stretch)
        self.keys[words] = key
        return key

    def _type(self, text: str) -> None:
        self._press(Qt.Key(0), text)

    def _press(self, key: Qt.Key, text: str = "") -> None:
        field = self._field  # the key may end its turn
        if field is None:
            return
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(field, QKeyEvent(kind, key, none, text))

    def _done(self) -> None:
        self._press(Qt.Key.Key_Return, "\r")
        self.put_away()
