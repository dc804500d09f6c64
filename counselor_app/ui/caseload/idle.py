"""When nobody has touched the computer for a while, and the key that locks from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_LOOK_MS = 10_000
_TOUCHED = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """``passed`` comes once ``minutes`` went by without a key or the pointer (0: never);
    ``lock_key`` when Ctrl+L is pressed in a dialog, where the window's own keys rest.

    It watches the windows that get the focus, not the application: a filter there would see
    every paint event.
    """

    passed = Signal()
    lock_key = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self.minutes = 0
        self.clock = clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Begin to watch."""
        self.minutes, self._last = minutes, self.clock()
        if not self._timer.isActive():
            self._timer.start()
            QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        self._watch(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """Watch no longer."""
        if self._timer.isActive():
            self._timer.stop()
            QGuiApplication.instance().focusWindowChanged.disconnect(self._watch)  # type: ignore[union-attr]

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self.clock()

    def look(self) -> None:
        """See whether the time has passed."""
        if self.minutes and self.clock() - self._last >= self.minutes * 60:
            self.touch()
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() in _TOUCHED:
            self.touch()
            if (
                isinstance(event, QKeyEvent)
                and event.key() == Qt.Key.Key_L
                and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            ):
                self.lock_key.emit()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once more is the same as once
