"""Qt's application, as this program wants it."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.ui.parts.collector import Collector
from counselor_app.ui.shell.local import stay_local
from counselor_app.ui.style.theme import load_regular


class Program(QApplication):
    """``file_opened`` follows a double click on a file on a Mac, which starts no second program."""

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def application() -> QApplication:
    """The running Qt application, or a new one with the program's fonts and style."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    stay_local(os.environ)
    app = Program(sys.argv[:1])
    app.setApplicationName(PRODUCT)
    _remember_no_folders(app)
    Collector(app)
    if app.style().name().lower() != "fusion":
        app.setStyle("fusion")
    load_regular()
    return app


def _remember_no_folders(app: QApplication) -> None:
    """Keep the folders visited in file dialogs out of what Qt writes for all its programs.

    Where that is a file (Linux: QtProject.conf) it is not written; elsewhere (registry,
    preferences) a path is not heeded, and the two entries are removed when the program ends.
    """
    scope = QSettings.Scope.UserScope
    QSettings.setPath(QSettings.Format.NativeFormat, scope, os.devnull)

    def forget() -> None:
        kept = QSettings(scope, "QtProject")
        for entry in ("history", "lastVisited"):
            kept.remove(f"FileDialog/{entry}")

    app.aboutToQuit.connect(forget)
