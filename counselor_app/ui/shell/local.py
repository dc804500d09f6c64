"""What Qt would ask the network or start by itself, kept on this computer."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from pathlib import Path

CUPS_SOCKET = "/run/cups/cups.sock"
_CUPS_SETTINGS = ("/etc/cups/client.conf", "~/.cups/client.conf")
_NO_BUS = "unix:path=/dev/null"


def stay_local(environment: MutableMapping[str, str], platform: str = sys.platform) -> None:
    """Before Qt starts, on Linux: printers through the socket of CUPS alone, no bus started.

    Where the socket is missing, the library of CUPS would try localhost:631; where a server is
    named in its settings, that one is asked, as was wanted. Where no session bus runs, Qt would
    have ``dbus-launch`` start one.
    """
    if not platform.startswith("linux"):
        return
    if "CUPS_SERVER" not in environment and not _names_a_server():
        environment["CUPS_SERVER"] = CUPS_SOCKET
    bus = Path(environment.get("XDG_RUNTIME_DIR", "/nonexistent")) / "bus"
    if not environment.get("DBUS_SESSION_BUS_ADDRESS") and not bus.exists():
        environment["DBUS_SESSION_BUS_ADDRESS"] = _NO_BUS


def _names_a_server() -> bool:
    for name in _CUPS_SETTINGS:
        try:
            text = Path(name).expanduser().read_text(encoding="utf-8", errors="replace")
        except (OSError, RuntimeError):
            continue
        if any(line.strip().casefold().startswith("servername") for line in text.splitlines()):
            return True
    return False
