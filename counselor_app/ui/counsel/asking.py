"""The whole window while a client is asked something: title, progress, one body, a foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counselor_app.language import pgettext
from counselor_app.ui.parts.buttons import Button, Look
from counselor_app.ui.parts.control import OncePressed
from counselor_app.ui.parts.heard import tell_of_beneath
from counselor_app.ui.parts.progress import Progress
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.theme import Theme


class AskingScreen(QDialog):
    """As large as the window and modal, so that its keys and search wait.

    It is the client's: a screen reader finds nothing of the window beneath.
    """

    heard_alone = True

    def __init__(
        self, name: str, heading: str, foot: tuple[str, str], theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(theme.say(name))
        self.setAccessibleName(theme.say(name))
        if parent is not None:
            self.resize(parent.window().size())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.tokens.window)
        self.setPalette(palette)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = QHBoxLayout()
        self.top.setContentsMargins(px(32), px(14), px(32), px(14))
        title = Prose(heading, theme, role="body", bold=True)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(title, 1)
        column.addLayout(self.top)
        self.bar = Progress(theme)
        column.addWidget(self.bar)
        self.area = _Area()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setPalette(palette)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setAccessibleName(theme.say(pgettext("part of the window", "Question")))
        thin_bars(self.area, theme)
        column.addWidget(self.area, 1)
        row = QHBoxLayout()
        row.setContentsMargins(px(32), px(8), px(32), px(10))
        row.setSpacing(px(24))
        for words, side in zip(
            foot, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            line = Prose(words, theme, role="caption", tone="text2")
            line.setAlignment(side | Qt.AlignmentFlag.AlignBottom)
            row.addWidget(line, 1)
        column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell(there=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell(there=True)

    def _tell(self, *, there: bool) -> None:
        if (window := self.parentWidget()) is not None:
            tell_of_beneath(window, there=there)

    def add_action(self, words: str, *, framed: bool = False, icon: Icon | None = None) -> Button:
        """A button beside the title."""
        look: Look = "outlined" if framed else "flat"
        button = Button(self.theme, words, icon=icon, look=look)
        button.setMinimumHeight(max(44, self.theme.px(44)))
        self.top.addWidget(button)
        return button

    def new_body(self) -> tuple[QWidget, QVBoxLayout]:
        """An empty body and its column."""
        body, px = QWidget(), self.theme.px
        column = QVBoxLayout(body)
        column.setContentsMargins(px(32), px(16), px(32), px(16))
        column.setSpacing(px(8))
        return body, column

    def show_body(self, body: QWidget) -> None:
        """Show ``body`` in place of the one before."""
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(body)

    def steps(self, *buttons: Button) -> QHBoxLayout:
        """Buttons in the middle of a row, large enough for a finger."""
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            button.setMinimumHeight(max(44, self.theme.px(46)))
            row.addWidget(button)
        row.addStretch(1)
        return row


class SkipButton(OncePressed, Button):
    """Leaves the question shown without an answer."""


class _Area(QScrollArea):
    """Leaves the keys to the screen, where they go from question to question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
