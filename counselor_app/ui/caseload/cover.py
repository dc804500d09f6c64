"""What covers the window: while it is locked, and while the file is being closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.caseload.passphrase import PassphraseForm
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class Cover(QFrame):
    """Lies over the whole window and keeps every key to itself."""

    look = "window"

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        self.body = QWidget()
        self.body.setMaximumWidth(theme.px(440))
        self.column = QVBoxLayout(self.body)
        self.column.setSpacing(theme.px(10))
        self.title = Prose(title, theme, role="title2")
        self.said = Status("", theme, role="body", tone="text2")
        self.column.addWidget(self.title)
        self.column.addWidget(self.said)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.body, 20)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        self.setGeometry(parent.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing behind the cover takes a key


class LockCover(Cover):
    """The window is locked; ``entered`` carries a passphrase, ``left`` that the program is to
    close."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(pgettext("title", "Locked"), theme, parent)
        self.said.setText(words)
        self.form = PassphraseForm(theme, old=_("Passphrase of the clients’ file"))
        self.form.entered.connect(lambda old, _new: self.entered.emit(old))
        self.column.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.unlock = Button(theme, pgettext("button", "Unlock"), look="primary")
        self.unlock.clicked.connect(self.form.enter)
        self.leave = Button(theme, _("Close the program"), look="outlined")
        self.leave.clicked.connect(self.left)
        for button in (self.unlock, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self.form.fields()[0].setFocus()


class ClosingCover(Cover):
    """The file is being closed; ``skipped`` says that the window need not wait for it."""

    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(pgettext("title", "Closing"), theme, parent)
        self.said.setText(_("Everything is saved. A backup is being made…"))
        self.skip = Button(theme, _("Close the window now"), look="outlined")
        self.skip.setToolTip(_("The backup is finished without the window"))
        self.skip.clicked.connect(self.skipped)
        self.column.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft)
        self.skip.setFocus()
