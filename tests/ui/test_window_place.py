"""The window opens where it was closed, and always whole on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QStyle, QWidget
from windows import settle

from counselor_app.app import Application
from counselor_app.settings import Settings, load, save

Start = Callable[[], Application]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")


@pytest.fixture
def start(qapp: QApplication, seed_pack: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the program anew on the same folder."""
    begun: list[Application] = []

    def make() -> Application:
        main = Application(seed_pack, tmp_path)
        begun.append(main)
        main.window.show()
        main.start()
        settle()
        return main

    yield make
    for main in begun:
        main.stop()
        main.window.retire()
        main.window.close()
        main.window.deleteLater()
    settle()


def screen() -> QRect:
    return QApplication.primaryScreen().availableGeometry()


def test_a_window_comes_back_where_it_was_closed(start: Start, tmp_path: Path) -> None:
    first = start().window
    wanted = QRect(screen().topLeft() + QPoint(40, 30), QSize(700, 500))
    first.setGeometry(wanted)
    settle()
    stood = first.geometry()
    first.close()
    assert load(tmp_path)[0].window
    assert start().window.geometry() == stood


def test_a_window_of_a_screen_that_went_away_comes_whole_onto_one_that_is_there(
    start: Start, tmp_path: Path
) -> None:
    away = QWidget()
    away.setGeometry(QRect(screen().bottomRight() + QPoint(900, 700), QSize(2400, 1800)))
    away.show()
    settle()
    kept = bytes(away.saveGeometry().toHex().data()).decode()
    away.close()
    save(Settings(window=kept), tmp_path)
    frame = 2  # pixels, which this platform adds as the window shows
    assert screen().adjusted(-frame, -frame, frame, frame).contains(start().window.geometry())


@pytest.mark.parametrize("kept", ["", "no place", "00ff"])
def test_what_is_no_place_leaves_the_window_as_it_always_was(
    start: Start, tmp_path: Path, kept: str
) -> None:
    save(Settings(window=kept), tmp_path)
    found = start().window
    title = found.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    room = screen().size().shrunkBy(QMargins(0, title, 0, 0))
    assert found.size() == QSize(1440, 900).boundedTo(room), "its foot stands on the screen, too"


def test_a_window_that_filled_the_screen_does_so_again(start: Start, tmp_path: Path) -> None:
    first = start().window
    first.showMaximized()
    settle()
    first.close()
    again = start().window
    assert again.isMaximized()
    assert not QByteArray.fromHex(load(tmp_path)[0].window.encode()).isEmpty()
