"""What the dialogs share: a title, room for content, a row of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counselor_app.language import pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.parts.host import Host
from counselor_app.ui.parts.scroll import scrolled
from counselor_app.ui.parts.tasks import Task
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme


class Dialog(Speaker, QDialog):
    """A dialog over the window; deletes itself when closed. Esc and "Close" close it.

    ``busy`` is the work that a dialog waits for, None while it waits for nothing.
    """

    busy: Task | None = None

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None, *, width: int, height: int
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        px = theme.px
        room = parent.window().size() if parent else None
        self.resize(
            min(px(width), room.width() - 32) if room else px(width),
            min(px(height), room.height() - 32) if room else px(height),
        )
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(px(24), px(20), px(24), px(16))
        self.outer.setSpacing(px(12))
        self.outer.addWidget(Prose(title, theme, role="fact2"))
        self.content = QVBoxLayout()
        self.outer.addLayout(self.content, 1)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.outer.addLayout(self.buttons)
        self.close_button = Button(theme, pgettext("button", "Close"), look="outlined")
        self.close_button.clicked.connect(self.reject)
        self.buttons.addWidget(self.close_button)

    def call_close(self, words: str) -> None:
        """Give the button that closes other words."""
        self.close_button.setText(words)
        self.close_button.setAccessibleName(words)
        self.close_button.updateGeometry()

    def scrolled(self, widget: QWidget, name: str) -> QScrollArea:
        """``widget`` in a scroll area that fills the content."""
        area = scrolled(widget, name, self.theme)
        self.content.addWidget(area, 1)
        return area

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # no button is pressed that has not the focus
        elif event.key() == Qt.Key.Key_F1 and (host := _host_of(self)) is not None:
            host.help_wanted.emit()
        else:
            super().keyPressEvent(event)


def _host_of(dialog: QDialog) -> Host | None:
    """The window that a dialog is over, however many dialogs lie between."""
    above = dialog.parentWidget()
    while above is not None and not isinstance(above, Host):
        above = above.parentWidget()
    return above
