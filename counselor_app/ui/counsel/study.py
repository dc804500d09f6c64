"""Whether a person takes part in the field study of the inventory, asked before the first item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.domain.session.consent import (
    AGE_BANDS,
    NOT_SAID,
    RUNG_WORDS,
    RUNGS,
    SEX_WORDS,
    SEXES,
    Consent,
)
from counselor_app.language import Said, _, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_ASKED = (
    _("We want to find out how well these questions work. You can help if you are 16 or over."),
    _("We would keep your 60 answers, the time they took, and what you choose below. Your name"
      " does not go into the study’s file, and no date."),
    _("If you say no, nothing changes for you. You can take your answers out again at any time"
      " before the file is written. If you are under 18, a parent or guardian has to agree too."),
)  # fmt: skip


class StudyDialog(Dialog):
    """``agreed`` carries the `Consent`."""

    agreed = Signal(object)

    def __init__(self, language: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(_("Help to test these questions?"), theme, parent, width=620, height=600)
        self._language = language
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(8))
        for words in _ASKED:
            column.addWidget(Prose(words, theme, role="prose"))
        bands = [band or NOT_SAID for band in AGE_BANDS]
        self.age = self._choice(column, pgettext("field", "Age"), bands)
        self.sex = self._choice(column, pgettext("field", "Sex"), [SEX_WORDS[s] for s in SEXES])
        self.rung = self._choice(column, _("Schooling so far"), [RUNG_WORDS[r] for r in RUNGS])
        self.check = Check(_("I have read this, I am 16 or over, and I agree."), theme)
        column.addWidget(self.check)
        column.addStretch(1)
        self.scrolled(body, pgettext("part of a dialog", "Consent"))
        self.close_button.setText(_("No, thank you"))
        self.close_button.setAccessibleName(_("No, thank you"))
        self.begin = Button(theme, _("Begin: 60 questions"), look="primary")
        self.begin.setEnabled(False)
        self.check.toggled.connect(self.begin.setEnabled)
        self.begin.clicked.connect(self._begin)
        self.buttons.addWidget(self.begin)
        self.check.setFocus()

    def _choice(self, column: QVBoxLayout, name: Said, items: Sequence[str]) -> list[int]:
        """A choice under its name; the list holds the index that is chosen."""
        chosen = [0]
        button = ChoiceButton(items, self.theme, name)
        button.chosen.connect(lambda place: chosen.__setitem__(0, place))
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Prose(name, self.theme, role="row", bold=True))
        pair.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(pair)
        return chosen

    def _begin(self) -> None:
        found = Consent(
            self._language, AGE_BANDS[self.age[0]], SEXES[self.sex[0]], RUNGS[self.rung[0]]
        )
        self.accept()
        self.agreed.emit(found)
