"""What is said aloud to who uses a screen reader: what happened where the focus is not."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from counselor_app.ui.parts.text import Prose

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_WAIT = 300


class News(QWidget):
    """One dot of a window, which says aloud what it is told; the last of several in a row.

    Orca speaks what a notification shows; elsewhere Qt has an announcement of its own.
    """

    heard_as = "news"

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(1, 1)
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._say)

    def tell(self, words: str) -> None:
        """Say ``words`` in a moment."""
        self._words = words
        self._timer.start()

    def _say(self) -> None:
        self.hide()
        self.setAccessibleName(self._words)
        self.show()
        if sys.platform != "linux":
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words))


def tell(widget: QWidget, words: str) -> None:
    """Say aloud what happened in the window of ``widget``; nothing where nobody listens."""
    if not QAccessible.isActive():
        return
    window = widget.window()
    news = window.findChild(News, "", _DIRECT) or News(window)
    news.tell(words)


def tell_item(view: QWidget, place: int) -> None:
    """Say aloud the item of a list that became the chosen one while something else is typed in."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)


class Status(Prose):
    """Words that say how something stands: each time they change they are said aloud, too."""

    def setText(self, words: str) -> None:
        changed = self.theme.say(words) != self.text()
        super().setText(words)
        around = self.parentWidget()
        if changed and words and around is not None and around.isVisible():
            tell(self, self.theme.say(words))
