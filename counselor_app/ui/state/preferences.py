"""What the user chose once, kept on the disk as it changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counselor_app.errors import UserError
from counselor_app.settings import Settings, save


class Preferences(QObject):
    """The settings and the folder that they are kept in.

    ``unsaved`` carries why they could not be written; they hold all the same until the end.
    """

    unsaved = Signal(str)

    def __init__(self, settings: Settings, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings, self.folder = settings, folder

    def remember(self, settings: Settings) -> None:
        """Take other settings and write them, where they differ."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save(settings, self.folder)
        except UserError as error:
            self.unsaved.emit(str(error))
