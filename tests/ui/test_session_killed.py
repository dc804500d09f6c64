"""A session is killed at ten drawn moments: what the window had shown as done is there again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
KILLS = 10
MOST_ACTS = 2


@pytest.fixture
def lives(
    request: pytest.FixtureRequest, seed_pack: Path, tmp_path: Path
) -> Iterator[subprocess.Popen[str]]:
    if not hasattr(os, "fork"):
        pytest.skip("lives are forked")
    acts = getattr(request, "param", ())
    with subprocess.Popen(
        [sys.executable, str(TESTS / "lived_session.py"), str(seed_pack), str(tmp_path), *acts],
        env={**os.environ, "PYTHONPATH": f"{TESTS.parent}:{TESTS}"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        yield running
        running.kill()


def told(lives: subprocess.Popen[str]) -> tuple[str, Any]:
    assert lives.stdout is not None
    what, value = json.loads(lives.stdout.readline())
    return what, value


def lost(kept: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """What was confirmed and is not there; one act may have been under way beyond that."""
    missing = []
    for what, value in kept.items():
        now = found[what]
        if what == "gone on at":
            there = True  # where a screen is reopened, which another act may have left
        elif what in ("answers", "rated"):
            there = now in (value, value + 1)
        elif what == "note":
            there = now.startswith(value.rstrip())
        elif what in ("ticked", "starred"):  # the act under way may take one off
            there = len(set(value) ^ set(now)) <= 1
        else:
            there = now[: len(value)] == value and len(now) <= len(value) + 1
        if not there:
            missing.append(f"{what}: {value!r} became {now!r}")
    return missing


def test_nothing_that_was_confirmed_is_lost_when_the_session_is_killed(
    lives: subprocess.Popen[str],
) -> None:
    assert lives.stdin is not None
    random = Random(14)
    kept: dict[str, Any] = {}
    acts = 0
    for number in range(KILLS + 1):
        print(number, file=lives.stdin, flush=True)
        _begun, child = told(lives)
        what, found = told(lives)
        assert what == "shown", "it came up again"
        assert lost(kept, found) == []
        kept.update(found)
        for _ in range(random.randint(1, MOST_ACTS)):
            what, value = told(lives)
            kept[what] = value
            acts += 1
        time.sleep(random.uniform(0, 0.3))  # in the midst of the next act
        os.kill(child, signal.SIGKILL)
        while (line := told(lives))[0] != "ended":
            kept[line[0]] = line[1]
            acts += 1
    assert acts >= KILLS
    assert any(kept.values())


@pytest.mark.parametrize("lives", [("_rate",)], indirect=True)
def test_ratings_under_way_are_kept_and_gone_on_with_when_the_session_is_killed(
    lives: subprocess.Popen[str],
) -> None:
    assert lives.stdin is not None
    rated = 0
    for number in range(4):
        print(number, file=lives.stdin, flush=True)
        _begun, child = told(lives)
        what, found = told(lives)
        assert what == "shown"
        assert found["rated"] == rated
        assert found["gone on at"] == (rated if number else -1), "the screen stands at the next one"
        what, rated = told(lives)  # while the screen is open
        os.kill(child, signal.SIGKILL)
        assert what == "rated"
        while told(lives)[0] != "ended":
            pass
    assert rated == 4
