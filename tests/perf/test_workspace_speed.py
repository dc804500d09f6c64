"""A clients' file of 10,000 clients and 100,000 sessions: listing, searching, saving, backing up.

Run with ``--benchmark-enable``. The floor is reading the names out of the file.
"""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from workspace_files import PASSPHRASE, fill

from counselor_app.workspace.backups import make_backup
from counselor_app.workspace.base import Workspace, new_uid
from counselor_app.workspace.clients import INSERT, list_clients
from counselor_app.workspace.notes import save_shortlist
from counselor_app.workspace.opening import close_workspace, create_workspace, open_workspace
from counselor_app.workspace.record import read_record

CLIENTS, SESSIONS = 10_000, 10


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The file in its full size where it is measured; a hundredth of it otherwise."""
    count = CLIENTS if pytestconfig.getoption("benchmark_enable") else CLIENTS // 100
    workspace = create_workspace(tmp_path_factory.mktemp("large") / "stored.counselor", PASSPHRASE)
    start = datetime(2020, 1, 1, tzinfo=UTC)
    with workspace.change() as connection:
        for number in range(count):
            client, at = new_uid(), (start + timedelta(hours=number)).isoformat()
            row = (client, f"RF-{number:05}", f"rf-{number:05}", at, at)
            connection.execute(INSERT, row)
            connection.executemany(
                "INSERT INTO session (uid, client, started, ended) VALUES (?, ?, ?, ?)",
                [
                    (new_uid(), client, (start + timedelta(hours=number, days=d)).isoformat(), at)
                    for d in range(SESSIONS)
                ],
            )
    workspace.shut()
    return workspace.path


@pytest.fixture
def large(tmp_path: Path, stored: Path) -> Iterator[Workspace]:
    path = tmp_path / "clients.counselor"
    shutil.copyfile(stored, path)
    workspace = open_workspace(path, PASSPHRASE)
    yield workspace
    workspace.shut()


def compared(benchmark: BenchmarkFixture, work: Callable[[], object], floor: float) -> None:
    """Run the work, and note its median in milliseconds and as a ratio to the floor."""
    times = []

    def once() -> None:
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)

    benchmark.pedantic(once, rounds=15 if benchmark.enabled else 1, warmup_rounds=1)
    median = statistics.median(times)
    benchmark.extra_info["median ms"] = round(1000 * median, 2)
    benchmark.extra_info["times the floor"] = round(median / floor, 1)


def floor_of(workspace: Workspace) -> float:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        workspace.rows("SELECT uid, name, created FROM client")
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def test_listing_all_clients(benchmark: BenchmarkFixture, large: Workspace) -> None:
    compared(benchmark, lambda: list_clients(large), floor_of(large))
    assert list_clients(large)[0].sessions == SESSIONS


def test_listing_the_first_screen(benchmark: BenchmarkFixture, large: Workspace) -> None:
    compared(benchmark, lambda: list_clients(large, limit=100), floor_of(large))


@pytest.mark.parametrize("text", ["rf-0001", "1", "nobody"])
def test_searching_clients(benchmark: BenchmarkFixture, large: Workspace, text: str) -> None:
    compared(benchmark, lambda: list_clients(large, text), floor_of(large))
    assert not list_clients(large, "nobody")


def test_saving_one_change(benchmark: BenchmarkFixture, large: Workspace) -> None:
    client = fill(large, "saved")
    codes = ["43-4051.00", "29-1141.00"]

    def save() -> None:
        codes.reverse()
        save_shortlist(large, client, codes)

    compared(benchmark, save, floor_of(large))


def test_reading_a_record(benchmark: BenchmarkFixture, large: Workspace) -> None:
    client = fill(large, "read")
    compared(benchmark, lambda: read_record(large, client), floor_of(large))


def test_a_backup_verified(benchmark: BenchmarkFixture, large: Workspace) -> None:
    compared(benchmark, lambda: make_backup(large), floor_of(large))


def test_opening(benchmark: BenchmarkFixture, large: Workspace) -> None:
    floor = floor_of(large)
    close_workspace(large)
    compared(benchmark, lambda: open_workspace(large.path, PASSPHRASE).shut(), floor)
