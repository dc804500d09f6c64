"""What the user chose once, kept on the disk as it changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counselor_app.errors import UserError
from counselor_app.machine import NOTHING_SET, Machine
from counselor_app.settings import Settings, save


class Preferences(QObject):
    """The settings and the folder that they are kept in.

    ``settings`` are the user's ``own`` below what the school has set for the ``machine``, which
    nobody changes here. ``unsaved`` carries why they could not be written; they hold all the same
    until the end.
    """

    unsaved = Signal(str)

    def __init__(
        self, own: Settings, folder: Path, parent: QObject | None = None,
        machine: Machine = NOTHING_SET,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.own, self.folder, self.machine = own, folder, machine
        self.settings = machine.over(own)

    def remember(self, settings: Settings) -> None:
        """Take other settings and write them, where they differ."""
        now, fixed = self.settings._asdict(), self.machine.fixed
        chosen = {
            name: value
            for name, value in settings._asdict().items()
            if value != now[name] and name not in fixed
        }
        if not chosen:
            return
        self.own = self.own._replace(**chosen)
        self.settings = self.machine.over(self.own)
        try:
            save(self.own, self.folder)
        except UserError as error:
            self.unsaved.emit(str(error))
