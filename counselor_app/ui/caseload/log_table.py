"""The log as a table: when, who, what, whose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counselor_app.domain.figures.when import when_words
from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.state.kept import LogLine
from counselor_app.ui.style.theme import Theme

_COLUMNS = (Column("When"), Column("Who"), Column("What", stretch=True), Column("Client"))
_ACTIONS = {"opened": "file opened", "closed": "file closed", "read": "client opened"}


def _words(line: LogLine) -> str:
    action = _ACTIONS.get(line.action, line.action)
    return f"{action}: {line.detail}" if line.detail else action


def log_table(lines: Sequence[LogLine], now: datetime, theme: Theme) -> DataTable:
    """The lines, newest first."""
    rows = [
        [
            Cell(when_words(line.at, now)), Cell(line.who),
            Cell(_words(line)),
            Cell(line.name or ("deleted" if line.client else "")),
        ]
        for line in lines
    ]  # fmt: skip
    return DataTable(_COLUMNS, rows, theme, "Log: when, who, what, which client")
