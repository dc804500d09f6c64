"""What the window needs of a Linux machine, looked for before Qt ends the program over it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from counselor_app.errors import UserError
from counselor_app.language import _

_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_NEED_NOTHING = frozenset({"offscreen", "minimal", "xcb"})
"""Platforms that are there wherever Qt is; whether X11 answers is asked of X11."""
_PATIENCE = 30.0
"""Seconds."""
_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
}


def require_display(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Nothing where a window can be drawn; of what QT_QPA_PLATFORM names, Qt is asked beforehand.

    Raises:
        UserError: without a display, or naming the packages of the libraries that are missing, or
            the platform that Qt cannot use.
    """
    if not platform.startswith("linux"):
        require_platform(environment)
        return
    shown = [name for name in ("DISPLAY", "WAYLAND_DISPLAY") if environment.get(name)]
    named = environment.get("QT_QPA_PLATFORM")
    if not shown and not named:
        raise UserError(
            _("There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is"
              " set). Start it on a desktop, with the packages that README.md names; search, show"
              " and report need no display.")
        )  # fmt: skip
    through_x11 = named == "xcb" or (not named and shown == ["DISPLAY"])
    missing = _missing({**_QT, **_X11} if through_x11 else _QT)
    if missing:
        raise UserError(
            _("The window needs Linux packages that are not installed: {packages}. Install them,"
              " such as with apt-get install, and start again.", packages=" ".join(missing))
        )  # fmt: skip
    if through_x11 and not _x11_answers():
        raise UserError(
            _("The display {display} that DISPLAY names does not answer. Start the window on the"
              " desktop that is to show it; search, show and report need no display.",
              display=repr(environment.get("DISPLAY", "")))
        )  # fmt: skip
    require_platform(environment)


def require_platform(environment: Mapping[str, str] = os.environ) -> None:
    """Nothing where Qt can use the platform that QT_QPA_PLATFORM names; asked in another process.

    Qt ends the program over a platform that it has not or that does not answer.

    Raises:
        UserError: naming the platform.
    """
    named = environment.get("QT_QPA_PLATFORM")
    if not named or named in _NEED_NOTHING or getattr(sys, "frozen", False):
        return
    from subprocess import DEVNULL, TimeoutExpired, run

    asked = "from PySide6.QtGui import QGuiApplication as A; raise SystemExit(not A([]).screens())"
    try:
        usable = not run(
            [sys.executable, "-c", asked], env=dict(environment), stdout=DEVNULL, stderr=DEVNULL,
            stdin=DEVNULL, timeout=_PATIENCE, check=False,
        ).returncode  # fmt: skip
    except TimeoutExpired:
        usable = True  # it is slow, and not refused
    if not usable:
        raise UserError(
            _("Qt has no platform {platform} that works here, which QT_QPA_PLATFORM names. Unset"
              " it, or name another, such as xcb or wayland.", platform=repr(named))
        )  # fmt: skip


def _x11_answers() -> bool:
    """Whether the X server that DISPLAY names lets this program in."""
    from ctypes import CDLL, c_void_p

    try:
        xcb = CDLL("libxcb.so.1")
    except OSError:
        return True  # unlike Qt's own plugin, this cannot ask
    xcb.xcb_connect.restype = c_void_p
    connection = c_void_p(xcb.xcb_connect(None, None))
    refused: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return refused == 0


def _missing(libraries: Mapping[str, str]) -> list[str]:
    """The packages of the libraries that cannot be loaded."""
    from ctypes import CDLL

    missing = []
    for library, package in libraries.items():
        try:
            CDLL(library)
        except OSError:
            missing.append(package)
    return missing
