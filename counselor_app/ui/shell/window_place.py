"""Where the window stands when it opens."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QStyle, QWidget


def stand(window: QWidget, kept: str) -> None:
    """Put a window where it stood, as Qt wrote it in hexadecimal digits, whole on a screen that is
    there now; "" leaves it where it is.

    A window larger than the screen hides its own menu, and its foot where its frame has a title; of
    one that stood on a screen that went away Qt says so, or brings it near.
    """
    stood = window.restoreGeometry(QByteArray.fromHex(kept.encode()))
    screen = window.screen()
    if screen is None or window.isMaximized() or window.isFullScreen():
        return
    room = screen.availableGeometry()
    room.setTop(room.top() + window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
    window.resize(window.size().boundedTo(room.size()))
    if stood and not room.contains(place := window.geometry()):
        # Not by `move`, which counts the frame: it would creep a little at every start.
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveLeft(max(place.left(), room.left()))
        place.moveTop(max(place.top(), room.top()))
        window.setGeometry(place)
