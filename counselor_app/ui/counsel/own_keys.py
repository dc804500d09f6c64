"""Keys that mean the current job of a list, whatever the window does with them elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

CTRL = Qt.KeyboardModifier.ControlModifier
_OURS = (Qt.Key.Key_S, Qt.Key.Key_Z)


def claims(event: QEvent) -> bool:
    """Take Ctrl+S and Ctrl+Z from the window: they star the job here, not what lies under it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    ours = event.modifiers() == CTRL and event.key() in _OURS
    if ours:
        event.accept()
    return ours
