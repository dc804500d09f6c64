"""One window a user, data folder and screen: a later start hands on what it was asked for.

It goes through a local socket (Windows: a pipe) that only this user reaches; no network is asked.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtNetwork import QLocalSocket

_CONNECT_MS, _ANSWER_MS, _ONCE_PAINTED_MS = 1000, 5000, 500
_LONGEST = 64 * 1024
_TAKEN, _REFUSED = b"taken\n", b"refused\n"
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY")
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""By it Wayland lets a program come forward that another was asked to start."""


class Asked(NamedTuple):
    """What the window is opened for: an occupation by its code, a client to take in by the file."""

    code: str = ""
    handed_over: Path | None = None


NOTHING = Asked()


def meeting_place(folder: Path, pack: Path | None) -> str:
    """Where the window of a data folder listens: a socket's path, on Windows the name of a pipe.

    A window of another occupation data or on another screen is one of its own.
    """
    from hashlib import sha256

    screen = (os.environ.get(one, "") for one in _SCREEN)
    what = [str(folder.resolve()), str(pack.resolve() if pack else ""), *screen]
    name = f"counselor-{sha256(chr(0).join(what).encode(errors='replace')).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or folder, name))


def handed_on(place: str, asked: Asked) -> bool | None:
    """Whether the window that is open took what this start was asked for; None without one."""
    if sys.platform != "win32" and not Path(place).exists():
        return None  # not even the library is needed to know
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(_CONNECT_MS):
        gone = (
            QLocalSocket.LocalSocketError.ConnectionRefusedError,
            QLocalSocket.LocalSocketError.ServerNotFoundError,
        )
        return None if socket.error() in gone else False
    _let_come_forward()
    file = str(asked.handed_over.absolute()) if asked.handed_over is not None else ""
    socket.write(json.dumps([asked.code, file, os.environ.get(_TOKEN, "")]).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_ANSWER_MS):
            return False
    return socket.readLine().data() == _TAKEN


def _let_come_forward() -> None:
    """Windows lets the program that was just started say who may have the keyboard."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


class LaterStarts(QObject):
    """Answers later starts, once the window has been painted.

    ``take`` shows what one was asked for and says whether it could. `not_first` says that another
    window, started in the same moment, has taken what this one was ``asked`` for.
    """

    not_first = Signal()

    def __init__(
        self, place: str, asked: Asked, take: Callable[[Asked], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place, self._asked, self._take = place, asked, take
        QTimer.singleShot(_ONCE_PAINTED_MS, self, self._listen)

    def _listen(self) -> None:
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:  # what it is linked to is not on this machine: each start has a window
            return
        self._server = server = QLocalServer(self)
        server.newConnection.connect(self._greet)
        if sys.platform == "win32":
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        else:  # where that option would write over a socket in use, and the folder is closed
            with suppress(OSError):
                Path(self._place).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if server.listen(self._place):
            return
        taken = handed_on(self._place, self._asked)
        if taken:
            self.not_first.emit()
        elif taken is None:  # left by a program that was killed
            QLocalServer.removeServer(self._place)
            server.listen(self._place)

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(_LONGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._answer, socket))
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            code, file, token = json.loads(bytes(socket.readLine().data()))
            asked = Asked(str(code), Path(file) if file else None)
        except (ValueError, TypeError):  # no start of this program says such a thing
            socket.abort()
            return
        if token:
            os.environ[_TOKEN] = str(token)
        socket.write(_TAKEN if self._take(asked) else _REFUSED)
        socket.flush()


def come_forward(window: QWidget) -> None:
    """Bring a window before all others; where the desktop does not let it, it asks to be looked
    at."""
    state = window.windowState()
    window.setWindowState(state & ~type(state).WindowMinimized)
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
