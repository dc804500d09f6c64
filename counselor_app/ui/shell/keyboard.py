"""The list of keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.shell.keys import KEYS
from counselor_app.ui.style.theme import Theme


class KeyboardDialog(Dialog):
    """Every key and what it does."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(pgettext("dialog", "Keyboard"), theme, parent, width=620, height=720)
        rows = [[Cell(key.keys, bold=True), Cell(key.words)] for key in KEYS]
        columns = [
            Column(pgettext("column", "Key")),
            Column(pgettext("column", "What it does"), stretch=True),
        ]
        self.table = DataTable(columns, rows, theme, _("Keys and what they do"))
        self.scrolled(self.table, pgettext("region", "Keys"))
