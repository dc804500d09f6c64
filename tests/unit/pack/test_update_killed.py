"""Killed at any step of an update, an installation or a swap: the old pack or the new, whole.

A few seeded steps here; every one of them when ``COUNSELOR_EVERY_STEP`` is set.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from counselor_app.pack.current import in_use
from counselor_app.pack.signature import export_pack, make_key
from counselor_app.pack.update import accept, prepare, prepare_pack
from counselor_app.pack.verify import verify

TESTS = Path(__file__).resolve().parents[2]
EVERY = bool(os.environ.get("COUNSELOR_EVERY_STEP"))
KILLS = 5
DAY = date(2027, 9, 1)


def _run(folder: Path, given: Path, key: str, fatal: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TESTS / "killed_update.py"), str(folder), str(given), key, str(fatal)],
        env={**os.environ, "PYTHONPATH": str(TESTS.parent)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def _torture(first: Path, tmp_path: Path, given: Path, key: str) -> None:
    """Kill it on a fresh copy of the folder at each chosen step; then bring it in after all."""
    whole = tmp_path / "whole"
    shutil.copytree(first, whole)
    lived = _run(whole, given, key, 0)
    assert lived.returncode == 0, lived.stderr
    steps = int(lived.stdout)
    good = {path.name for path in whole.glob("pack-*.sqlite")}
    assert len(good) == 2
    chosen = range(1, steps + 1)
    if not EVERY:
        # The swap itself is at the end: most of the kills go there.
        seeded = random.Random(8)
        chosen = sorted({*seeded.sample(chosen, 2), *seeded.sample(chosen[-30:], KILLS - 2)})
    for fatal in chosen:
        folder = tmp_path / f"killed-{fatal}"
        shutil.copytree(first, folder)
        killed = _run(folder, given, key, fatal)
        assert killed.returncode == -signal.SIGKILL, (fatal, killed.stderr)
        used = in_use(folder)
        assert used.trouble == "", fatal
        assert used.path.name in good, fatal
        assert verify(used.path) == [], fatal
        for left in folder.glob("*new-*"):
            os.utime(left, (0, 0))
        candidate = prepare([given], folder) if key == "-" else prepare_pack(given, folder, [key])
        accept(candidate, folder, today=DAY)
        assert not list(folder.glob("*new-*")), fatal
        shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_killed_while_new_data_is_brought_in(first: Path, stick: Path, tmp_path: Path) -> None:
    _torture(first, tmp_path, stick, "-")


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_killed_while_a_carried_pack_is_installed(first: Path, stick: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(first, elsewhere)
    used = accept(prepare([stick], elsewhere), elsewhere, today=DAY)
    key = make_key(tmp_path / "key.pem")
    carried = tmp_path / "carried.pack"
    export_pack(used.path, carried, tmp_path / "key.pem", today=DAY)
    _torture(first, tmp_path, carried, key)
