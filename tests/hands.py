"""Somebody at the window: real keys and clicks, counted, on what can be seen and reached."""

from __future__ import annotations

from clients_windows import wait
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QScrollArea,
    QWidget,
)
from windows import settle

from counselor_app.ui.shell.window import MainWindow

_NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """What one does in a session: ``actions`` counts clicks, keys and texts typed in.

    Answers to questions are not counted; turning the wheel to bring something in sight is.
    ``hurried`` ones do not wait for what threads bring.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window, self.actions = window, 0
        self.hurried = False

    @property
    def top(self) -> QWidget:
        """The dialog that is open, else the window."""
        return QApplication.activeModalWidget() or self.window

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget that can be seen and that nothing lies over."""
        if widget.visibleRegion().isEmpty():
            self._scroll_to(widget)
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        point = at or widget.visibleRegion().boundingRect().center()
        top = widget.window()
        assert top is self.top, f"{self.top} lies over {widget}"
        under = top.childAt(widget.mapTo(top, point))
        assert under is not None, widget
        assert under is widget or widget.isAncestorOf(under), (widget, under)
        self.actions += 1
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, _NONE, under.mapFrom(widget, point))
        self._look()

    def press(self, words: str) -> None:
        """Click the button or link that begins with ``words``."""
        named = [b for b in self.top.findChildren(QAbstractButton) if b.isVisible()]
        fit = [b for b in named if (b.text() or b.accessibleName()).startswith(words)]
        assert fit, (words, [b.text() or b.accessibleName() for b in named])
        self.click(fit[0])

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE, *, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            self.actions += 1
            QTest.keyClick(self._focus(), key, modifier)
            self._look()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self.actions += 1
        QTest.keyClicks(self._focus(), text)
        self._look()

    def answer(self, keys: str) -> None:
        """Answer questions, a key each."""
        for key in keys:
            QTest.keyClicks(self._focus(), key)
        self._look()

    def choose(self, button: QAbstractButton, words: str) -> None:
        """Open a choice and pick the entry that begins with ``words``."""
        picked: list[QAction] = []

        def pick() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            entry = next((a for a in menu.actions() if a.text().startswith(words)), None)
            if entry is None:
                menu.close()
                return
            picked.append(entry)
            place = menu.actionGeometry(entry).center()
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, _NONE, place)

        QTimer.singleShot(0, pick)  # an open menu has its own loop
        self.click(button)
        assert picked, words
        self.actions += 1
        self._look()

    def _look(self) -> None:
        if self.hurried:
            settle()
        else:
            wait(self.window)

    def _focus(self) -> QWidget:
        top = self.top
        if QApplication.activeWindow() is not top:
            top.activateWindow()  # offscreen, closing a dialog activates no other window
            self._look()
        return QApplication.focusWidget() or top

    def _scroll_to(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        self.actions += 1
        self._look()
