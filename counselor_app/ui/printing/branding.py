"""The name, logo and footer line that stand on every report."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.reports.branding import FOOTER_LETTERS, NAME_LETTERS, Branding
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.files import file_to_open
from counselor_app.ui.parts.fixed import fix
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.printing.logo import read_logo
from counselor_app.ui.style.theme import Theme


class BrandingDialog(Dialog):
    """Whose reports these are; ``chosen`` carries what is to stand on them."""

    chosen = Signal(object)

    def __init__(
        self, branding: Branding, theme: Theme, parent: QWidget | None,
        fixed: Collection[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(_("Name and logo on reports"), theme, parent, width=560, height=470)
        self._logo, self._size, self._fixed = branding.logo, branding.logo_size, fixed
        words = _("They stand on every page of every report. Leave a field empty to print nothing.")
        self.content.addWidget(Prose(words, theme, role="body"))
        self.name = self._field(_("School or practice"), branding.name, NAME_LETTERS)
        self.footer = self._field(
            _("Line at the foot, such as room and telephone"), branding.footer, FOOTER_LETTERS
        )
        self.content.addWidget(Prose(pgettext("field", "Logo"), theme, role="row", tone="text2"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.picture = QLabel()
        self.picture.setAccessibleName(theme.say(pgettext("picture", "The logo")))
        self.picture.setFont(theme.font("row"))
        row.addWidget(self.picture)
        row.addStretch(1)
        self.choose = Button(theme, _("Choose a picture…"), look="outlined")
        self.remove = Button(
            theme, pgettext("button", "Remove"), look="outlined", name=_("Remove the logo")
        )
        for button, act in ((self.choose, self._choose), (self.remove, self._remove)):
            button.clicked.connect(act)
            row.addWidget(button)
        self.content.addLayout(row)
        self._under_logo = self.content.count()
        self.said = Status("", theme, role="row", tone="text2")
        self.content.addWidget(self.said)
        self.content.addStretch(1)
        self.use = Button(theme, _("Use on every report"), look="primary")
        self.use.clicked.connect(self._use)
        self.buttons.addWidget(self.use)
        self._show_logo()
        self._leave_to_school()

    def _leave_to_school(self) -> None:
        """Let what the school has set rest, each with the words that say so under it."""
        controls = {"school": (self.name,), "footer": (self.footer,),
                    "logo": (self.choose, self.remove)}  # fmt: skip
        for name, of in controls.items():
            if name in self._fixed:
                said = fix(self.theme, *of)
                place = self.content.indexOf(of[0])
                self.content.insertWidget(place + 1 if place >= 0 else self._under_logo, said)

    def _field(self, label: str, text: str, letters: int) -> Field:
        self.content.addWidget(Prose(label, self.theme, role="row", tone="text2"))
        field = Field(label, "", self.theme)
        field.setText(text)
        field.setMaxLength(letters)
        self.content.addWidget(field)
        return field

    def _choose(self) -> None:
        kind = (pgettext("kind of file", "Pictures"), "*.png *.jpg *.jpeg *.svg")
        path = file_to_open(self, self.theme, _("Choose a logo"), kind)
        if path is None:
            return
        try:
            self._logo, self._size = read_logo(path)
        except UserError as error:
            self.said.setText(str(error))
            return
        self.said.setText("")
        self._show_logo()

    def _remove(self) -> None:
        self._logo, self._size = b"", (0, 0)
        self._show_logo()

    def _show_logo(self) -> None:
        self.remove.setEnabled(bool(self._logo) and "logo" not in self._fixed)
        if not self._logo:
            self.picture.setPixmap(QPixmap())
            self.picture.setText(self.theme.say(pgettext("logo", "None")))
            return
        pixmap = QPixmap()
        pixmap.loadFromData(self._logo)
        self.picture.setPixmap(
            pixmap.scaled(
                self.theme.px(200),
                self.theme.px(60),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _use(self) -> None:
        name, footer = (" ".join(f.text().split()) for f in (self.name, self.footer))
        self.chosen.emit(Branding(name, footer, self._logo, self._size))
        self.accept()
