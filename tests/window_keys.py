"""Keys pressed in a window, and what one then sees of it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from windows import settle

from counselor_app.ui.occupation.page import Page
from counselor_app.ui.shell.window import MainWindow


def press(window: QWidget, keys: str) -> None:
    window.activateWindow()  # offscreen, closing a dialog activates no other window
    settle()
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
    settle()


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    settle()


def focused() -> str:
    """The name of what has the focus, as a screen reader says it."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def find(window: MainWindow, code: str, keys: str = "Return") -> None:
    """Open an occupation as a counselor does: type, and press a key."""
    press(window, "Ctrl+K")
    write(code)
    press(window, keys)


def opened(window: MainWindow) -> list[str]:
    """The titles of what is open, as the window's own title tells them."""
    named = window.windowTitle().removesuffix("Counselor").removesuffix(" – ")
    return named.split("  |  ") if named else []


def tabs(window: MainWindow) -> list[str]:
    """The pages that can be seen, from left to right."""
    pages = [page for page in window.findChildren(Page) if page.isVisible()]
    return [page.title for page in sorted(pages, key=lambda p: p.mapTo(window, p.pos()).x())]


def dialogs(window: MainWindow) -> list[str]:
    return [one.windowTitle() for one in window.findChildren(QDialog) if one.isVisible()]


def size_of_text(window: MainWindow) -> float:
    (field,) = (w for w in window.findChildren(QWidget) if w is window.search)
    return field.font().pointSizeF()
