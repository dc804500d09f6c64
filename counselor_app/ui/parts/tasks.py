"""Long work in a thread of its own, so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

Progress = Callable[[int, int, str], None]
Work = Callable[[Progress, Callable[[], bool]], object]


class Task(QThread):
    """Runs ``work(progress, cancelled)``; exactly one of `done` and `failed` follows.

    ``failed`` carries the exception. `cancel` makes ``cancelled()`` true; the work decides when
    to stop. Signals arrive in the thread that made the task.
    """

    progress = Signal(int, int, object)  # as a text, words would lose their message
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.finished.connect(self.deleteLater)

    def run(self) -> None:
        try:
            result = self._work(self.progress.emit, self.isInterruptionRequested)
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self.requestInterruption()
