"""The screen that tells a technician what is wrong, and the one while the jobs are read."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


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
