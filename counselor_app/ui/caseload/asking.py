"""Short questions: a choice of ways on, or a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from counselor_app.errors import UserError
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme

Way = tuple[str, Callable[[], object]]


class ChoiceDialog(Dialog):
    """Says what is asked and offers ways on; Esc and "Cancel" leave everything as it is.

    No way is the one that Enter takes: each is pressed on purpose.
    """

    def __init__(
        self, title: str, lines: Sequence[str], ways: Sequence[Way], theme: Theme,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(title, theme, parent, width=560, height=200 + 24 * len(lines))
        for line in lines:
            self.content.addWidget(Prose(line, theme, role="body"))
        self.content.addStretch(1)
        self.close_button.setText("Cancel" if ways else "Close")
        self.close_button.setAccessibleName(self.close_button.text())
        self.ways: list[Button] = []
        for words, run in ways:
            button = Button(theme, words, look="outlined")
            button.clicked.connect(self.accept)
            button.clicked.connect(run)
            self.buttons.addWidget(button)
            self.ways.append(button)
        self.close_button.setFocus()


class NameDialog(Dialog):
    """Asks for a nickname or file number; ``take`` may refuse it with a `UserError`."""

    def __init__(
        self, title: str, name: str, take: Callable[[str], object], theme: Theme,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(title, theme, parent, width=520, height=240)
        self._take = take
        label = Prose("Nickname or file number", theme, role="row", bold=True)
        self.field = Field("Nickname or file number", "", theme)
        self.field.setText(name)
        self.field.selectAll()
        self.trouble = Prose("", theme, role="row", tone="client_text")
        for widget in (label, self.field, self.trouble):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.action = Button(theme, "Keep this name", look="primary")
        self.action.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.buttons.addWidget(self.action)
        self.close_button.setText("Cancel")
        self.close_button.setAccessibleName("Cancel")
        self.field.setFocus()

    def _enter(self) -> None:
        try:
            self._take(self.field.text())
        except UserError as error:
            self.trouble.setText(str(error))
            self.field.set_trouble(str(error))
            self.field.setFocus()
        else:
            self.accept()
