"""The screen that waits for a student, and the one that tells a technician what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counselor_app.kiosk.widgets import BigButton
from counselor_app.language import _
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

QUESTIONS = (
    _("What would you like to do all day?"),
    _("What does a nurse earn?"),
    _("Which jobs grow?"),
    _("What can you learn on the job?"),
    _("Which jobs need no college?"),
)
BEGIN = _("Touch to begin")
_CHANGE_MS = 8000


class Attract(QFrame):
    """ "Touch to begin". With ``motion`` the question changes now and then; else nothing moves."""

    look = "window"

    began = Signal()

    def __init__(self, school: str, theme: Theme, parent: QWidget, *, motion: bool) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(BEGIN))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(40), theme.px(40), theme.px(40), theme.px(40))
        column.setSpacing(theme.px(20))
        column.addStretch(3)
        if school:
            column.addWidget(self._middle(school, "fact2"))
        self._asked = 0
        self.question = self._middle(QUESTIONS[0], "title")
        column.addWidget(self.question)
        column.addWidget(
            self._middle(
                _("Look at jobs, their pay and their future. Find what fits you."), "prose"
            )
        )
        self.begin = BigButton(theme, BEGIN, look="primary")
        self.begin.clicked.connect(self.began)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(self._middle(_("Nothing you do here is kept. No name is asked."), "body"))
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._next)
        if motion:
            self.timer.start(_CHANGE_MS)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.began.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self.began.emit()

    def _middle(self, words: str, role: str) -> Prose:
        prose = Prose(words, self.theme, role=role)  # type: ignore[arg-type]
        prose.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return prose

    def _next(self) -> None:
        self._asked = (self._asked + 1) % len(QUESTIONS)
        self.question.setText(QUESTIONS[self._asked])


class Trouble(QFrame):
    """Why the kiosk cannot start, for whoever can mend it. Nothing here leads anywhere."""

    look = "window"

    def __init__(self, title: str, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(title))
        self.words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(60), theme.px(60), theme.px(60), theme.px(60))
        column.setSpacing(theme.px(16))
        column.addStretch(1)
        column.addWidget(Prose(title, theme, role="title"))
        column.addWidget(Prose(words, theme, role="prose"))
        column.addStretch(2)
