"""A short question: a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import _, listed, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme

CANCEL = pgettext("button", "Cancel")
_NAMED = 8


def some_of(names: Sequence[str]) -> str:
    """The first eight names, and how many more there are."""
    first, more = listed(names[:_NAMED]), len(names) - _NAMED
    return _("{names}, and {n} more", names=first, n=number(more)) if more > 0 else first


class NameDialog(Dialog):
    """Asks for a nickname or file number; ``take`` may refuse it with a `UserError`."""

    def __init__(
        self, title: str, name: str, take: Callable[[str], object], theme: Theme,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(title, theme, parent, width=520, height=240)
        self._take = take
        words = _("Nickname or file number")
        label = Prose(words, theme, role="row", bold=True)
        self.field = Field(words, "", theme)
        self.field.setText(name)
        self.field.selectAll()
        self.trouble = Prose("", theme, role="row", tone="client_text")
        for widget in (label, self.field, self.trouble):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.action = Button(theme, _("Keep this name"), look="primary")
        self.action.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.buttons.addWidget(self.action)
        self.call_close(CANCEL)
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
