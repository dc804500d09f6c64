"""What the window's tests share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from counselor_app.ui.desk import Desk
from counselor_app.ui.window import MainWindow

Open = Callable[..., tuple[MainWindow, Desk]]


def settle() -> None:
    """Let layouts, deletions and queued signals take effect."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
