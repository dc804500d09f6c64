"""A short question: a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import OWN_NAMES, _, listed, offered, pgettext
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.news import Status
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
    """Asks for a nickname or file number; ``take`` may refuse it with a `UserError`.

    With ``reads``, the code of the client's language, it asks for that too.
    """

    def __init__(
        self, title: str, name: str, take: Callable[[str], object], theme: Theme,
        parent: QWidget | None, *, reads: str = "",
    ) -> None:  # fmt: skip
        super().__init__(title, theme, parent, width=520, height=320 if reads else 240)
        self.reads = reads
        self._take = take
        words = _("Nickname or file number")
        label = Prose(words, theme, role="row", bold=True)
        self.field = Field(words, "", theme)
        self.field.setText(name)
        self.field.selectAll()
        self.trouble = Status("", theme, role="row", tone="client_text")
        for widget in (label, self.field, self.trouble):
            self.content.addWidget(widget)
        if reads:
            self._ask_language(theme)
        self.content.addStretch(1)
        self.action = Button(theme, _("Keep this name"), look="primary")
        self.action.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.buttons.addWidget(self.action)
        self.call_close(CANCEL)
        self.field.setFocus()

    def _ask_language(self, theme: Theme) -> None:
        codes = [code for code in offered() if code in OWN_NAMES]
        words = _("Language of the client’s screen and papers")
        self.languages = SegmentedControl(
            [OWN_NAMES[code] for code in codes], theme, words,
            index=codes.index(self.reads) if self.reads in codes else 0,
        )  # fmt: skip
        self.languages.chosen.connect(lambda place: setattr(self, "reads", codes[place]))
        self.content.addWidget(Prose(words, theme, role="row", bold=True))
        self.content.addWidget(self.languages)

    def _enter(self) -> None:
        try:
            self._take(self.field.text())
        except UserError as error:
            self.trouble.setText(str(error))
            self.field.set_trouble(str(error))
            self.field.setFocus()
        else:
            self.accept()
