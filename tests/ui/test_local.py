"""What Qt asks of the system for printers and a bus, seen from outside the program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kiosk_stations import write_settings

from counselor_app.ui.shell.local import CUPS_SOCKET, stay_local

_PRINT_DIALOG = """
from counselor_app.ui.shell.program import application
app = application()
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
QPrinterInfo.availablePrinterNames()
printer = QPrinter()
dialog = QPrintDialog(printer)
dialog.show()
app.processEvents()
dialog.close()
import os
os._exit(0)  # the end of Qt is not what is looked at
"""


def needed(*tools: str) -> None:
    for tool in tools:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not on this machine")


def test_the_print_dialog_connects_to_nothing_but_sockets_of_this_machine(tmp_path: Path) -> None:
    needed("strace")
    seen = tmp_path / "calls"
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("CUPS_", "DBUS_"))}
    subprocess.run(
        ["strace", "-f", "-o", str(seen), "-e", "trace=%network,execve",
         sys.executable, "-c", _PRINT_DIALOG],
        env={**kept, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        check=True, capture_output=True,
    )  # fmt: skip
    calls = seen.read_text(encoding="utf-8", errors="replace").splitlines()
    far = re.compile(r"\b(connect|sendto|bind)\(.*AF_INET|execve\(.*dbus-launch")
    assert [call for call in calls if far.search(call)] == []


def test_what_the_user_has_named_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    named = {"CUPS_SERVER": "printers.example", "XDG_RUNTIME_DIR": str(tmp_path)}
    environment = dict(named)
    stay_local(environment, "linux")
    assert environment == named
    elsewhere: dict[str, str] = {}
    stay_local(elsewhere, "win32")
    assert elsewhere == {}
    bare: dict[str, str] = {}
    stay_local(bare, "linux")
    assert bare["DBUS_SESSION_BUS_ADDRESS"] == "unix:path=/dev/null"
    assert bare.get("CUPS_SERVER", CUPS_SOCKET) == CUPS_SOCKET


_OPENBOX = """<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">
<desktops><number>4</number></desktops><keyboard>
<keybind key="W-d"><action name="ToggleShowDesktop"/></keybind>
<keybind key="C-A-Right"><action name="GoToDesktop"><to>right</to></action></keybind>
<keybind key="W-i"><action name="Iconify"/></keybind>
</keyboard></openbox_config>"""


def test_keys_of_a_window_manager_leave_the_kiosk_for_seconds_only(tmp_path: Path) -> None:
    needed("Xvfb", "openbox", "xdotool")
    (tmp_path / "rc.xml").write_text(_OPENBOX, encoding="utf-8")
    config = write_settings(tmp_path)
    read, write = os.pipe()
    started = [subprocess.Popen(["Xvfb", "-displayfd", str(write)], pass_fds=[write],
                                stderr=subprocess.DEVNULL)]  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb",
                   "COUNSELOR_DATA": str(tmp_path / "data")}  # fmt: skip

    def xdotool(*words: str) -> list[str]:
        done = subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True,
                              check=False)  # fmt: skip
        return done.stdout.split()

    def until(wanted: list[str], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            shown = xdotool("search", "--onlyvisible", "--name", "^Counselor$")
            if shown and (not wanted or (shown == xdotool("getactivewindow") == wanted)):
                return True
            time.sleep(0.1)
        return False

    try:
        for command in (
            ["openbox", "--config-file", str(tmp_path / "rc.xml")],
            [sys.executable, "-m", "counselor_app", "kiosk", "--config", str(config)],
        ):
            started.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
            time.sleep(1)
        assert until([], 60)
        window = xdotool("search", "--onlyvisible", "--name", "^Counselor$")
        for key in ("super+d", "ctrl+alt+Right", "super+i", "super+d"):
            assert until(window, 60), key
            xdotool("key", key)
            time.sleep(0.3)
        assert until(window, 60)
        assert started[-1].poll() is None
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()
