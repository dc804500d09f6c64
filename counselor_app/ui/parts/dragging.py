"""An occupation on its way from a list to a pane."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

DRAGGED = "application/x-counselor-occupation"
"""Holds the code; nothing outside the program takes it."""


def dragged_code(data: QMimeData) -> str:
    """The occupation that is dragged; "" where it is something else."""
    return bytes(data.data(DRAGGED).data()).decode() if data.hasFormat(DRAGGED) else ""
