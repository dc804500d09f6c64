"""A short question with a few ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from counselor_app.language import pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
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
        self.close_button.setText(
            theme.say(pgettext("button", "Cancel") if ways else pgettext("button", "Close"))
        )
        self.close_button.setAccessibleName(self.close_button.text())
        self.ways: list[Button] = []
        for words, run in ways:
            button = Button(theme, words, look="outlined")
            button.clicked.connect(self.accept)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self.buttons.addWidget(button)
            self.ways.append(button)
        self.close_button.setFocus()
