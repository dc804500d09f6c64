"""A second start while the window is open, and a double click on a file: one window, two processes.

The processes are real; what the window does with what it is handed is in test_asked.py.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from counselor_app.ui.shell.second_start import meeting_place

TESTS = Path(__file__).parents[1]
NURSES = "29-1141.00"
PATIENCE = 180.0


class Starts:
    """Starts the program, as a menu or a double click does, and reads what its window shows."""

    def __init__(self, pack: Path, data: Path, runtime: Path, ending: ExitStack) -> None:
        self.pack, self.data, self.runtime, self._ending = pack, data, runtime, ending
        self.environment = {
            **os.environ, "COUNSELOR_DATA": str(data), "PYTHONPATH": f"{TESTS.parent}:{TESTS}",
            "XDG_RUNTIME_DIR": str(runtime),
        }  # fmt: skip

    @property
    def place(self) -> str:
        """Where the window listens."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(self.runtime))
            return meeting_place(self.data, self.pack)

    def start(self, *asked: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(TESTS / "watched_window.py"), "--pack", str(self.pack), *asked],
            env=self.environment, stdout=subprocess.PIPE, text=True, cwd=self.data.parent,
        )  # fmt: skip
        self._ending.callback(process.communicate)
        self._ending.callback(process.kill)
        return process


def wait(so: Callable[[], bool]) -> None:
    """Wait until a thing is so."""
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def starts(seed_pack: Path, tmp_path: Path) -> Iterator[Starts]:
    if sys.platform == "win32":
        pytest.skip("what is listened at can be looked at elsewhere")
    # The path of a socket is short: a test's own folder would be too long.
    with TemporaryDirectory() as runtime, ExitStack() as ending:
        yield Starts(seed_pack, tmp_path / "data", Path(runtime), ending)


def shown(process: subprocess.Popen[str], **wanted: object) -> dict[str, Any]:
    """What the window shows, once it shows what is wanted."""
    assert process.stdout is not None
    for line in process.stdout:
        told: dict[str, Any] = json.loads(line)
        if all(told[name] == value for name, value in wanted.items()):
            return told
    return pytest.fail(f"the window went without showing {wanted}")


def test_a_second_start_brings_the_window_forward_with_what_it_was_asked_for(
    starts: Starts, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as killed:  # its socket is left, and nobody answers there
        killed.bind(starts.place)
    left = Path(starts.place).stat().st_mtime_ns
    first = starts.start()
    shown(first, aside=True, codes=[])
    wait(lambda: Path(starts.place).exists() and Path(starts.place).stat().st_mtime_ns != left)
    assert starts.start("--open", NURSES).wait(PATIENCE) == 0
    shown(first, aside=False, codes=[NURSES])
    (tmp_path / "RF-14.client").write_bytes(b"of another counselor")
    clicked = starts.start("--take-in", "RF-14.client")  # from the folder that it is in
    assert clicked.wait(PATIENCE) == 0
    told = shown(first, asks="Keep clients on this computer")
    assert told["said"].startswith("Notice: RF-14.client holds a client from another counselor.")
    assert [path.name for path in starts.runtime.iterdir()] == [Path(starts.place).name]


def test_other_data_and_other_screens_have_windows_of_their_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    monkeypatch.setenv("DISPLAY", ":0")
    here = meeting_place(tmp_path, None)
    assert here == meeting_place(tmp_path / "x" / "..", None)
    assert Path(here).parent == Path("/run/user/7")
    assert len({here, meeting_place(tmp_path / "x", None), meeting_place(tmp_path, tmp_path)}) == 3
    monkeypatch.setenv("DISPLAY", ":1")
    assert meeting_place(tmp_path, None) != here
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert Path(meeting_place(tmp_path, None)).parent == tmp_path
    monkeypatch.setattr(sys, "platform", "win32")
    assert meeting_place(tmp_path, None).startswith("counselor-")  # the name of a pipe


def test_of_two_starts_in_one_moment_one_window_stays(starts: Starts) -> None:
    both = [starts.start("--open", NURSES), starts.start("--open", NURSES)]
    wait(lambda: any(one.poll() is not None for one in both))
    (stays,) = [one for one in both if one.poll() is None]
    assert {one.poll() for one in both} == {0, None}
    shown(stays, codes=[NURSES], aside=False)


_OPENED_FROM_THE_FINDER = """
from PySide6.QtGui import QFileOpenEvent
from counselor_app.ui.shell.program import application

app = application()
app.file_opened.connect(print)
app.sendEvent(app, QFileOpenEvent("/Users/ana/RF-14.client"))
"""


def test_a_mac_hands_a_double_click_to_the_program_that_runs() -> None:
    done = subprocess.run([sys.executable, "-c", _OPENED_FROM_THE_FINDER], capture_output=True,
                          text=True, check=True)  # fmt: skip
    assert done.stdout == "/Users/ana/RF-14.client\n"
