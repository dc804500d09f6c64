"""The pointer resting on something: after a moment its source is previewed."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QBasicTimer, QObject, QTimerEvent

PREVIEW_AFTER_MS = 400

T = TypeVar("T")


class Rest(Generic[T]):
    """The ``thing`` of a widget that the pointer is on, None for nothing, and its rest there."""

    def __init__(self) -> None:
        self.thing: T | None = None
        self._timer = QBasicTimer()

    def come(self, thing: T | None, widget: QObject, *, asks: bool = True) -> None:
        """The pointer has come to a thing; if it ``asks``, `rested` gives it in a moment."""
        self.thing = thing
        if asks and thing is not None:
            self._timer.start(PREVIEW_AFTER_MS, widget)

    def leave(self) -> bool:
        """The pointer has left; whether there was a thing under it."""
        self._timer.stop()
        was, self.thing = self.thing, None
        return was is not None

    def rested(self, event: QTimerEvent) -> T | None:
        """What the pointer has rested on, for the widget's timer event; None for other events."""
        if not self._timer.isActive() or event.timerId() != self._timer.timerId():
            return None
        self._timer.stop()
        return self.thing
