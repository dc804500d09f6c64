"""Garbage that may hold widgets is collected in the window's own thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks at how much there is."""


class Collector(QObject):
    """Takes the collecting of garbage over from Python, for as long as ``parent`` lives.

    Python collects in whichever thread asks for memory at that moment. Where that is a `Task`,
    a forgotten dialog is destroyed beside the window that still draws: the program ends without
    a word. Here it is done between two events of the thread that made this.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(collect_if_due)
        timer.start()


def collect_if_due() -> None:
    """Collect the oldest generation that Python itself would collect by now."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age, count in enumerate(counts) if count > limits[age]]
    if due:
        gc.collect(due[-1])
