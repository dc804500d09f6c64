"""What a process holds in its memory, read from outside: with a client open, and once locked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from memory_of_a_window import GONE, NAME, NOTE, PASSPHRASE

from counselor_app.workspace.backups import list_backups
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.opening import open_workspace

SCRIPT = Path(__file__).parents[1] / "memory_of_a_window.py"
linux_as_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only root may read the memory of this program, and only Linux shows it as a file",
)


def found_in_memory(process: int, patterns: dict[str, bytes]) -> dict[str, int]:
    """How often each pattern stands in what a process can read and write."""
    counted = dict.fromkeys(patterns, 0)
    lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in lines:
            place = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if place is None or "[vvar" in line or "[vsyscall" in line:
                continue
            start, end = int(place[1], 16), int(place[2], 16)
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue
            for name, pattern in patterns.items():
                counted[name] += content.count(pattern)
    return counted


def patterns(secret: bytes) -> dict[str, bytes]:
    words = {"name": NAME, "deleted": GONE, "note": NOTE, "passphrase": PASSPHRASE}
    found = {name: text.encode() for name, text in words.items()}
    found |= {f"{name}, as Qt has it": text.encode("utf-16-le") for name, text in words.items()}
    return found | {"key": secret, "key in digits": secret.hex().encode()}


@linux_as_root
def test_after_the_lock_nothing_of_a_client_is_in_memory(seed_pack: Path, tmp_path: Path) -> None:
    paths = os.pathsep.join([str(SCRIPT.parents[1]), str(SCRIPT.parent)])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths,
                   "COUNSELOR_DATA": str(tmp_path)}  # fmt: skip
    with subprocess.Popen(
        [sys.executable, str(SCRIPT), str(seed_pack), str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True,
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        wanted = patterns(bytes.fromhex(child.stdout.readline()))
        try:
            limits = Path(f"/proc/{child.pid}/limits").read_text(encoding="utf-8")
            assert re.search(r"Max core file size +0 +0", limits)
            # Not "dumpable": its own user does not own what /proc shows of it, root does.
            before = found_in_memory(child.pid, wanted)
            for name in ("key", "note", "name", "deleted"):
                assert before[name], name
            child.stdin.write("\n")
            child.stdin.flush()
            command = Path(f"/proc/{child.pid}/cmdline")
            until = time.monotonic() + 120
            while str(SCRIPT) in command.read_text(encoding="utf-8"):
                assert child.poll() is None
                assert time.monotonic() < until, "it did not start anew"
                time.sleep(0.1)
            while not found_in_memory(
                child.pid, {"cover": "Type the passphrase to go on".encode("utf-16-le")}
            )["cover"]:
                assert child.poll() is None
                assert time.monotonic() < until, "it shows no cover"
                time.sleep(0.2)
            after = found_in_memory(child.pid, wanted)
            assert after == dict.fromkeys(wanted, 0)
        finally:
            child.kill()
    # Locking closed the file with a backup, and what was deleted is gone.
    opened = open_workspace(tmp_path / "clients.counselor", PASSPHRASE)
    assert [line.name for line in list_clients(opened)] == [NAME]
    assert [backup.kind for backup in list_backups(opened.path)] == ["locked"]
    assert not opened.unsaved
    opened.shut()
