"""An open clients' file with quick keys, quick writes and a clock that stands still."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS, Ticking

from counselor_app.workspace import base, key
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.opening import create_workspace


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quick keys, and no waiting for the disk: no power is cut in these tests."""
    monkeypatch.setattr(key, "_ROUNDS", QUICK_ROUNDS)
    monkeypatch.setattr(key, "_COST", QUICK_COST)
    monkeypatch.setattr(base, "SYNCHRONOUS", "OFF")
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clients.counselor"


@pytest.fixture
def workspace(path: Path, clock: Ticking) -> Iterator[Workspace]:
    opened = create_workspace(path, PASSPHRASE, clock=clock, who="counselor")
    yield opened
    opened.shut()
