"""What the window's tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessibleInterface, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from counselor_app.app import Application
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

Open = Callable[..., tuple[MainWindow, Desk]]
P = TypeVar("P", bound=Page)


class Show(Protocol):
    """Shows a page of its own, filled with ``sheet``."""

    def __call__(
        self, kind: type[P], sheet: Sheet, *, width: int = 1084, scale: float = 1.0
    ) -> P: ...


def settle() -> None:
    """Let layouts, deletions and queued signals take effect, and pages be whole."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, Page) and widget.isVisible():
            widget.finish()
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def living(main: Application) -> Iterator[Application]:
    """The whole program with its window shown; afterwards it is stopped and its window gone."""
    main.window.show()
    yield main
    main.stop()
    main.window.retire()
    main.window.close()
    main.window.deleteLater()
    settle()


def walk(node: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """An accessible object and all that can be seen in it."""
    yield node
    if depth < 60:
        for place in range(node.childCount()):
            child = node.child(place)
            if child is not None and child.isValid() and not child.state().invisible:
                yield from walk(child, depth + 1)


def second_press(widget: QWidget) -> None:
    """The second half of a double click or tap, which Qt sends to what is under the pointer now."""
    at, left = QPointF(widget.rect().center()), Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), left, left,
                            Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(widget, event)
    settle()
