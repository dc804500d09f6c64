"""A desktop of its own with a screen, an accessibility bus and Orca, to hear the program."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = Path(__file__).parents[1]
WITH_GI = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PATIENCE = 240.0
_SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'\s*\{", re.DOTALL)


class Node(NamedTuple):
    """What the bus tells of one thing: role and name, what it can and is, and what it is in."""

    role: str
    name: str
    description: str
    value: str
    states: tuple[str, ...]
    parents: tuple[str, ...]
    row: str
    column: str


@dataclass
class Ears:
    """The keys that are pressed, and what Orca says to it."""

    environment: dict[str, str]
    log: Path
    folder: Path
    program: subprocess.Popen[bytes] | None = None
    _heard: int = 0

    def start(self, *command: str) -> None:
        """Start the program, ending the one before."""
        self.stop()
        self._heard = self.log.stat().st_size
        with (self.folder / "program.txt").open("wb") as out:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "counselor_app", *command], env=self.environment,
                stdout=out, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def scenes(self, *arguments: str) -> Iterator[tuple[str, list[str], list[Node]]]:
        """Each scene of `scenes_on_bus`: its name, what is drawn in it, what the bus tells."""
        self.stop()
        with (self.folder / "scenes.txt").open("wb") as err:
            self.program = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("scenes_on_bus.py")), *arguments],
                env={**self.environment, "PYTHONPATH": str(TESTS)}, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=err,
            )  # fmt: skip
        out, back = self.program.stdout, self.program.stdin
        assert out is not None
        assert back is not None
        for line in out:
            name, words = json.loads(line)
            yield name, words, self.nodes()
            back.write(b"\n")
            back.flush()

    def stop(self) -> None:
        """End the program."""
        if self.program is not None:
            self.program.kill()
            self.program.communicate()
            self.program = None

    def key(self, *keys: str) -> None:
        """Press keys, by their names in X."""
        self._heard = self.log.stat().st_size
        subprocess.run(["xdotool", "key", *keys], env=self.environment, check=True)

    def type(self, words: str) -> None:
        """Type on the keyboard."""
        self._heard = self.log.stat().st_size
        subprocess.run(["xdotool", "type", "--delay", "80", words], env=self.environment,
                       check=True)  # fmt: skip

    def said(self) -> str:
        """What was said since the last key."""
        text = self.log.read_bytes()[self._heard :].decode(errors="replace")
        return "\n".join(_SAID.findall(text))

    def hears(self, *words: str) -> str:
        """Wait until all of ``words`` have been said since the last key; what was said."""
        self.wait(lambda: all(one in self.said() for one in words), f"{words} in what was said")
        return self.said()

    def wait(self, so: Callable[[], bool], what: str) -> None:
        """Wait until a thing is so."""
        end = time.monotonic() + PATIENCE
        while not so():
            if time.monotonic() > end:
                pytest.fail(f"not {what}: {self.said()!r}")
            time.sleep(0.2)

    def nodes(self) -> list[Node]:
        """Everything that the bus tells of the program now."""
        walker = Path(__file__).with_name("walk_bus.py")
        told = subprocess.run([WITH_GI, str(walker)], env=self.environment, check=False,
                              capture_output=True, timeout=300)  # fmt: skip
        if told.returncode:
            pytest.fail(told.stderr.decode(errors="replace"))
        return [
            Node(*(tuple(part) if isinstance(part, list) else part for part in one))
            for one in json.loads(told.stdout)
        ]


@pytest.fixture(scope="module")
def ears(tmp_path_factory: pytest.TempPathFactory, seed_pack: Path) -> Iterator[Ears]:
    """A screen with a bus and Orca on it."""
    _needed()
    folder = tmp_path_factory.mktemp("heard")
    (folder / "run").mkdir(mode=0o700)
    environment = {
        **os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"),
        "COUNSELOR_DATA": str(folder / "data"), "QT_QPA_PLATFORM": "xcb",
    }  # fmt: skip
    for name in ("AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    started: list[subprocess.Popen[str]] = []

    def begin(*command: str, told: bool = False) -> str:
        process = subprocess.Popen(
            command, env=environment, text=True, stderr=subprocess.DEVNULL,
            stdout=subprocess.PIPE if told else subprocess.DEVNULL,
        )  # fmt: skip
        started.append(process)
        return process.stdout.readline().strip() if process.stdout else ""

    log, own = folder / "orca.log", folder / "orca"
    log.touch()
    own.mkdir()
    # Orca keeps its log back until there is much of it; what it says must be there at once.
    (own / "orca-customizations.py").write_text(
        "import orca.debug\norca.debug.debugFile.reconfigure(line_buffering=True)\n"
    )
    listening = Ears(environment, log, folder)
    try:
        screen = begin("Xvfb", "-displayfd", "1", "-screen", "0", "1500x1000x24", told=True)
        environment["DISPLAY"] = f":{screen}"
        address = begin("dbus-daemon", "--session", "--print-address", "--nofork", told=True)
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        begin("openbox")
        begin(str(LAUNCHER), "--launch-immediately", "--a11y=1", "--screen-reader=1")
        begin("orca", "--user-prefs", str(own), f"--debug-file={log}")
        listening.wait(lambda: "Screen reader on" in listening.said(), "Orca")
        yield listening
    finally:
        listening.stop()
        for process in reversed(started):
            process.kill()
            process.communicate()


def _needed() -> None:
    if not os.environ.get("COUNSELOR_HEARD"):
        pytest.skip("COUNSELOR_HEARD is not set: Orca takes minutes and a screen of its own")
    for program in ("Xvfb", "dbus-daemon", "openbox", "xdotool", "orca"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not on this machine")
    if not LAUNCHER.exists():
        pytest.skip("at-spi2-core is not on this machine")
    bound = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.run([WITH_GI, "-c", bound], capture_output=True, check=False).returncode:
        pytest.skip("the system's Python has no binding of AT-SPI")
