"""The help, which needs no network."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.language import pgettext
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.shell.focus import asks_for_help
from counselor_app.ui.shell.help_texts import TOPICS
from counselor_app.ui.style.theme import Theme


class HelpDialog(Dialog):
    """All topics under one another; the arrow keys and Page Down scroll."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        title = pgettext("title", "Help")
        super().__init__(title, theme, parent, width=660, height=720)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(8))
        for place, topic in enumerate(TOPICS):
            if place:
                column.addSpacing(theme.px(12))
            column.addWidget(Prose(topic.title, theme, role="heading"))
            for line in topic.lines:
                words = Prose(line, theme, role="body")
                words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(words)
        column.addStretch(1)
        self.area = self.scrolled(page, title)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not asks_for_help(event):  # it is here
            super().keyPressEvent(event)
