"""What the middle of the window shows while no occupation is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.news import tell
from counselor_app.ui.parts.progress import Progress
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

TITLE = _("Look up an occupation")
HINT = _(
    "Type a job title, another name for the job, or a SOC code. "
    "Or browse on the left by family, preparation, interests or openings."
)


class Welcome(QFrame):
    """A sentence on what to do; progress while the occupation data is being prepared.

    What it comes to say is said aloud, too.
    """

    look = "surface"

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(TITLE))
        self.title, self.hint = QLabel(theme.say(TITLE)), QLabel(theme.say(HINT))
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for label in (self.title, self.hint):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addStretch(3)
        self._bar: Progress | None = None
        self._button: Button | None = None
        theme.changed.connect(self.restyle)
        self.restyle()

    def invite(self) -> None:
        """Say what to do."""
        self._say(TITLE, HINT, None)

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far the preparation is; the button cancels it."""
        self._say(_("Preparing the occupation data, once"), what, pgettext("button", "Cancel"))
        if self._bar is None:
            self._bar = Progress(self.theme, height=8)
            self._bar.setFixedWidth(self.theme.px(320))
            self._bar.setAccessibleName(self.theme.say(pgettext("bar", "Progress")))
            self._column.insertWidget(3, self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self._bar.show()
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def offer(self, title: str, hint: str, action: str) -> None:
        """Say what happened and offer one way on."""
        self._say(title, hint, action)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px, tokens = self.theme.px, self.theme.tokens
        self._column.setContentsMargins(24, 0, 24, 0)
        self._column.setSpacing(px(10))
        for label, role, color in (
            (self.title, self.theme.font("title2"), tokens.text),
            (self.hint, self.theme.font("prose"), tokens.text2),
        ):
            label.setFont(role)
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, color)
            label.setPalette(palette)
        self.update()

    def _say(self, title: str, hint: str, action: str | None) -> None:
        say = self.theme.say
        if self.title.text() != say(title) and self.isVisible():
            tell(self, say(joined((title, hint), ". ")))
        self.title.setText(say(title))
        self.hint.setText(say(hint))
        self.setAccessibleName(say(title))
        if self._bar is not None:
            self._bar.hide()
        if self._button is None and action:
            self._button = Button(self.theme, look="outlined")
            self._button.clicked.connect(self.acted)
            at = self._column.count() - 1
            self._column.insertWidget(at, self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        if self._button is not None:
            self._button.setText(action or "")
            self._button.setAccessibleName(action or "")
            self._button.updateGeometry()
            self._button.setVisible(action is not None)
