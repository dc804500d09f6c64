"""What can be done with a file that was just saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.style.theme import Theme


class Saved(QWidget):
    """ "Open file" and "Show in folder"; hidden until something was saved.

    ``failed`` says why where the system opens neither.
    """

    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self.file = Button(theme, pgettext("button", "Open file"), role="row")
        self.folder = Button(theme, _("Show in folder"), role="row")
        self.file.clicked.connect(lambda: self._open(self._path))
        self.folder.clicked.connect(
            lambda: self._open(self._path if self._path.is_dir() else self._path.parent)
        )
        for button in (self.file, self.folder):
            row.addWidget(button)
        self.hide()

    def offer(self, path: Path) -> None:
        """Something was saved there: a file, or a folder of files."""
        self._path = path
        self.file.setVisible(not path.is_dir())
        self.show()

    def _open(self, path: Path) -> None:
        if not open_outside(path):
            self.failed.emit(not_opened(path))


def open_outside(path: Path) -> bool:
    """Open a file or a folder as the system does it; False where it does not."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def not_opened(path: Path) -> str:
    """That the system did not open it, and what to do."""
    return _("This computer opened nothing for {file}. It was saved all the same, in {folder}: open"
             " it from there.", file=path.name, folder=str(path.parent))  # fmt: skip
