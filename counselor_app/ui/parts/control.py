"""What our widgets share: words in the theme's language, the theme's look, Enter that presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from counselor_app.ui.style.faces import SIZES
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QAbstractButton as _Button

    _Widget = QWidget
else:
    _Button = _Widget = object

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Speaker(_Widget):
    """Stands before a class of Qt's: the words it is given it says in the theme's language.

    A subclass sets ``theme`` before it is given any, and says what it hands Qt's constructor.
    """

    theme: Theme

    def setToolTip(self, words: str) -> None:
        super().setToolTip(self.theme.say(words))

    def setAccessibleName(self, words: str) -> None:
        super().setAccessibleName(self.theme.say(words))

    def setAccessibleDescription(self, words: str) -> None:
        super().setAccessibleDescription(self.theme.say(words))

    def setWindowTitle(self, words: str) -> None:
        super().setWindowTitle(self.theme.say(words))


class OncePressed(_Widget):
    """Stands before a button that gives way to another one under the pointer, such as an answer to
    the question shown: the second press of a double click was not meant for the next question.
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Control(Speaker, _Button):
    """Stands before a button of Qt's; ``look`` says how the style draws it.

    Enter and Space press, and the arrow down opens the menu of a button that has one.
    """

    look: str
    role: Role = "row"
    _natural: tuple[float, QSize] | None = None

    def wear(self, theme: Theme, look: str, *, wraps: bool = False) -> None:
        """Take the theme's look; ``wraps`` where the height follows the width."""
        self.theme, self.look = theme, look
        dress(self, theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(self, QPushButton):
            self.setAutoDefault(False)  # no button of a dialog is pressed that has not the focus
        if wraps:
            follow_width(self)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def setText(self, words: str) -> None:
        super().setText(self.theme.say(words))
        self._natural = None

    def updateGeometry(self) -> None:
        self._natural = None
        super().updateGeometry()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        measure = SIZES.get(self.look)
        if measure is None:
            return super().sizeHint()
        # Layouts ask many times for what changes seldom.
        if self._natural is None or self._natural[0] != self.theme.scale:
            self._natural = (self.theme.scale, measure(self, self.theme))
        return QSize(self._natural[1])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        menu = self.menu() if isinstance(self, QPushButton) else None
        if event.key() in _ENTER or (menu and event.key() == Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)


class Line(QFrame):
    """A hairline; as thick as it is made."""

    look = "line"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.setFixedHeight(1)


def follow_width(
    widget: QWidget, vertical: QSizePolicy.Policy = QSizePolicy.Policy.Preferred
) -> None:
    """Let layouts ask ``widget`` for the height of its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
