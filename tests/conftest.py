"""What every test may use: a built pack, and the official releases where they are at hand."""

from __future__ import annotations

import os
import pickle
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from counselor_app.store.reference import Pack, open_pack

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["COUNSELOR_CONFIG"] = os.devnull  # what is set on this machine is not the tests'

# No test fails because a machine is slow or busy: what takes long is measured in tests/perf.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
PATIENCE = 180_000
"""Milliseconds that what must come in the end is waited for."""

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """The texts that go into every pack are parsed once for all packs that the tests build."""
    loads = tomllib.loads
    parsed = lru_cache(maxsize=256)(lambda text: pickle.dumps(loads(text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", lambda text: pickle.loads(parsed(text)))
        yield


@pytest.fixture(scope="session")
def seed_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack built from the shipped seed, once for all tests."""
    from counselor_app.pack.build import build_from_seed

    target = tmp_path_factory.mktemp("pack") / "reference.sqlite"
    build_from_seed(target)
    return target


@pytest.fixture(scope="session")
def pack(seed_pack: Path) -> Iterator[Pack]:
    """The shipped pack, open."""
    with open_pack(seed_pack) as opened:
        yield opened


@pytest.fixture(scope="session")
def releases() -> Path:
    """The folder of official releases; skips where there is none."""
    folder = Path(os.environ.get("COUNSELOR_RELEASES", REPOSITORY.parent / "shared" / "data"))
    if not (folder / "onet").is_dir():
        pytest.skip("the official releases are not on this machine")
    return folder


@pytest.fixture(scope="session")
def all_releases(releases: Path) -> list[Path]:
    """The folders that the shipped data is written from: the releases, and what came later."""
    later = releases.with_name("data-new")
    if not later.is_dir():
        pytest.skip("the later releases are not beside the official ones")
    return [releases, later]


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Waits until a thing is so, as long as a busy machine takes for it."""
    until = qtbot.waitUntil
    monkeypatch.setattr(
        qtbot, "waitUntil",
        lambda so, *, timeout=PATIENCE: until(so, timeout=max(timeout, PATIENCE)),
    )  # fmt: skip
    return qtbot
