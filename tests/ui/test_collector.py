"""Forgotten widgets are destroyed by the window's thread, whatever work goes on beside it."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from counselor_app.ui.parts.tasks import Progress, Task


def much(_progress: Progress, _cancelled: object) -> object:
    """Work that asks for so much memory that Python would collect garbage meanwhile."""
    return len([[number] for number in range(300_000)])


def test_no_widget_is_destroyed_in_the_thread_of_some_work(qtbot: QtBot) -> None:
    """A bug: one such dialog ended the program in the middle of drawing."""
    ended: list[threading.Thread] = []
    for _number in range(20):
        dialog = QDialog()
        QPushButton("Close", dialog)
        dialog.itself = dialog  # type: ignore[attr-defined]  # the ring that keeps it alive
        weakref.finalize(dialog, lambda: ended.append(threading.current_thread()))
        del dialog
    task = Task(much, owner := QObject())
    with qtbot.waitSignal(task.done, timeout=60_000):
        task.start()
    assert task.wait()
    gc.collect()  # what the window's own look at the garbage has not ended yet
    assert ended == [threading.main_thread()] * 20
    del owner


def test_garbage_is_collected_all_the_same(qtbot: QtBot) -> None:
    gone: list[bool] = []
    dialog = QDialog()
    dialog.itself = dialog  # type: ignore[attr-defined]
    weakref.finalize(dialog, gone.append, True)
    del dialog
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(gone), timeout=10_000)
    assert kept
