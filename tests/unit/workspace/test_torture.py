"""A share of what `workspace_torture` does in full: kills, torn writes, full disks."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from workspace_torture import run

posix = pytest.mark.skipif(os.name != "posix", reason="processes are forked and killed by POSIX")


@posix
def test_killed_at_random_moments_nothing_that_was_saved_is_lost(tmp_path: Path) -> None:
    counted = run("kill", 20, tmp_path)
    assert counted["kills"] == 20
    assert counted["changes"] > 0


@posix
def test_killed_while_deleting_nothing_is_left_after_the_next_opening(tmp_path: Path) -> None:
    counted = run("purge", 12, tmp_path)
    assert counted.get("opened", 0) + counted.get("deleted", 0) > 0


@posix
def test_killed_while_a_file_takes_anothers_place_one_of_them_is_there(tmp_path: Path) -> None:
    counted = run("swap", 12, tmp_path)
    assert sum(counted.values()) == 12
    assert any("before" not in step for step in counted)


def test_torn_writes_lose_nothing_or_the_backup_is_offered(tmp_path: Path) -> None:
    assert run("torn", 30, tmp_path) == {"log": 10, "checkpoint": 10, "file": 10}


@posix
def test_a_full_disk_loses_nothing_at_any_step(tmp_path: Path) -> None:
    counted = run("full", 4, tmp_path)
    for work in ("note", "backup", "close", "passphrase", "send", "take_in", "remove", "migrate",
                 "back"):  # fmt: skip
        assert counted[f"{work}, said"] > 0
        assert counted[f"{work}, said"] + counted.get(f"{work}, done", 0) == 4


def test_changed_bytes_are_never_taken_for_whole(tmp_path: Path) -> None:
    counted = run("mutate", 200, tmp_path)
    assert sum(counted.values()) == 200
    assert counted.get("the same bytes, taken", 0) < 10


@posix
def test_no_socket_is_opened_and_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    """Temporary folders included: every file that is opened for writing is in the folder."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not on this machine")
    seen, files = tmp_path / "calls", tmp_path / "files"
    files.mkdir()
    run("life", 1, files, "strace", "-f", "-o", str(seen), "-e", "trace=%network,openat,creat")
    calls = seen.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [call for call in calls if re.search(r"\b(socket|connect|sendto|bind)\(", call)] == []
    written = [call for call in calls if re.search(r"O_(WRONLY|RDWR|CREAT)", call)]
    assert any("clients.counselor" in call for call in written)
    ours = (f'"{files}', '"/dev/', "__pycache__")
    assert [call for call in written if not any(place in call for place in ours)] == []
