"""Six work values to put in order: by key, by button, by touch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.fit.work_values import BY_ELEMENT, VALUES, moved
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

TOUCH = 44
HOW = _(
    "Put what matters most in a job on top. Use the buttons; or the arrow keys to go from one to"
    " the next, with Ctrl to take it along."
)


class _Row(QFrame):
    """One value with its place, what it means, and two buttons to move it."""

    look = "card"

    def __init__(self, place: int, dialog: ValuesDialog) -> None:
        super().__init__()
        self._place, self._dialog = place, dialog
        theme, px = dialog.theme, dialog.theme.px
        dress(self, theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        number = Prose(str(place + 1), theme, bold=True, tone="client_text", wrap=False)
        self._name = Prose("", theme, bold=True)
        self._words = Prose("", theme, role="body", tone="text2")
        texts = QGridLayout()
        texts.setSpacing(0)
        texts.setColumnMinimumWidth(0, px(26))
        texts.addWidget(number, 0, 0)
        texts.addWidget(self._name, 0, 1)
        texts.addWidget(self._words, 1, 1)
        texts.setColumnStretch(1, 1)
        self.up = Button(theme, icon="up", look="outlined", name=pgettext("button", "Up"))
        self.down = Button(theme, icon="down", look="outlined", name=pgettext("button", "Down"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(4), px(6), px(4))
        row.setSpacing(px(6))
        row.addLayout(texts, 1)
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setFixedSize(max(TOUCH, px(40)), max(TOUCH, px(40)))
            button.clicked.connect(lambda _=False, by=by: dialog.take(self._place, by))
            row.addWidget(button)

    def show_value(self, name: str, words: str, *, of: int) -> None:
        """Show another value at this place."""
        self._name.setText(name)
        self._words.setText(words)
        spoken = _(
            "{n} of {of}: {value}. {words}", n=self._place + 1, of=of, value=name, words=words
        )
        self.setAccessibleName(self._dialog.theme.say(spoken))
        self.up.setEnabled(self._place > 0)
        self.down.setEnabled(self._place < of - 1)
        for button, way in (
            (self.up, _("Move {value} up", value=name)),
            (self.down, _("Move {value} down", value=name)),
        ):
            button.setAccessibleName(way)
            button.setToolTip(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._dialog.take(self._place, by)
        else:
            self._dialog.step(self._place, by)


class ValuesDialog(Dialog):
    """``ordered`` carries the six element ids, most important first; () when they are let go."""

    ordered = Signal(object)

    def __init__(
        self, order: Sequence[str], called: str, theme: Theme, parent: QWidget | None
    ) -> None:
        title = _("What matters most to {client}?", client=called)
        super().__init__(title, theme, parent, width=620, height=620)
        self.order = tuple(order) or tuple(value.element for value in VALUES)
        self.content.addWidget(Prose(HOW, theme, role="body"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(6))
        self.rows = [_Row(place, self) for place in range(len(self.order))]
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        self.scrolled(body, _("Six values, most important first"))
        self.call_close(pgettext("button", "Cancel"))
        if order:
            self.forget = Button(theme, _("Let the order go"), look="outlined")
            self.forget.clicked.connect(lambda: self._leave(()))
            self.buttons.addWidget(self.forget)
        self.use = Button(theme, _("Use this order"), look="primary")
        self.use.clicked.connect(lambda: self._leave(self.order))
        self.buttons.addWidget(self.use)
        self._show()
        self.rows[0].setFocus()

    def take(self, place: int, by: int) -> None:
        """Move one value up or down and keep the focus on it."""
        self.order = moved(self.order, place, by)
        self._show()
        self.rows[min(max(place + by, 0), len(self.rows) - 1)].setFocus()

    def step(self, place: int, by: int) -> None:
        """Go to the value above or below."""
        self.rows[min(max(place + by, 0), len(self.rows) - 1)].setFocus()

    def _show(self) -> None:
        for row, element in zip(self.rows, self.order, strict=True):
            value = BY_ELEMENT[element]
            row.show_value(value.name, value.words, of=len(self.rows))

    def _leave(self, order: tuple[str, ...]) -> None:
        self.ordered.emit(order)
        self.accept()
