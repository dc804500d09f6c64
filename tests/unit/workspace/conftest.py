"""An open clients' file with quick keys and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, QUICK_ROUNDS, Ticking

from counselor_app.workspace import key
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.opening import create_workspace


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "_ROUNDS", QUICK_ROUNDS)


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
