"""How fast the window starts, searches and opens, beside a floor measured in the same run.

Run with ``--benchmark-enable``; ratios and percentiles are in each benchmark's extra info.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.settings import Settings
from counselor_app.store.reference import open_pack
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import SIZE, MainWindow
from counselor_app.ui.style.theme import Theme

REPOSITORY = Path(__file__).resolve().parents[2]
BARE = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)
app = QApplication(sys.argv)
window = Window()
window.resize{SIZE}
window.show()
app.exec()
"""
OURS = ["-m", "counselor_app", "--exit-after-first-paint"]
TYPED = ("registered nurse", "customer service", "welder", "acountant", "43-4051", "truck driver")
CODES = ("29-1141.00", "43-4051.00", "15-1252.00", "51-4121.00", "35-3023.00", "25-2021.00")


# A small process starts the measured one: a child's peak memory counts its parent's at the fork.
LAUNCH = """
import os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen([sys.executable, *sys.argv[1:]])
_, status, used = os.wait4(process.pid, 0)
print(time.perf_counter() - began, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
"""


def start(arguments: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one start."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COUNSELOR_DATA": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", LAUNCH, *arguments],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, megabytes, status = done.stdout.split()
    assert status == "0", done.stderr
    return float(seconds), float(megabytes)


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="peak memory is read with wait4")
def test_first_paint_beside_a_bare_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    start(OURS, tmp_path)  # compiles the modules
    bare, ours = [], []
    for _ in range(10 if benchmark.enabled else 1):
        bare.append(start(["-c", BARE], tmp_path))
        ours.append(start(OURS, tmp_path))
    for unit, place in (("time", 0), ("memory", 1)):
        floor = statistics.median(run[place] for run in bare)
        benchmark.extra_info[f"{unit} ratio to a bare window"] = round(
            statistics.median(run[place] for run in ours) / floor, 2
        )
    benchmark.pedantic(start, args=(OURS, tmp_path), rounds=1)


@pytest.fixture
def desk(qtbot: QtBot, seed_pack: Path, tmp_path: Path) -> Iterator[Desk]:
    window = MainWindow(Theme("light"))
    window.show()
    window.furnish()
    desk = Desk(open_pack(seed_pack), window, Settings(), tmp_path)
    window.use(desk)
    yield desk
    window.retire()
    window.close()
    window.deleteLater()


def paint(desk: Desk) -> None:
    """Everything that the event loop does until the frame is painted."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    QApplication.processEvents()


def percentiles(times: list[float]) -> dict[str, float]:
    """Median and 95th percentile in milliseconds."""
    cuts = statistics.quantiles(times, n=20)
    return {"median ms": round(1000 * cuts[9], 1), "p95 ms": round(1000 * cuts[18], 1)}


def test_key_to_painted_results(benchmark: BenchmarkFixture, desk: Desk) -> None:
    field, times = desk.window.search, []

    def type_all() -> None:
        for text in TYPED:
            for end in range(1, len(text) + 1):
                began = time.perf_counter()
                field.setText(text[:end])
                paint(desk)
                times.append(time.perf_counter() - began)
        field.clear()

    benchmark.pedantic(type_all, rounds=5 if benchmark.enabled else 1, warmup_rounds=1)
    benchmark.extra_info.update(percentiles(times))
    assert desk.sidebar.results.row_model.rowCount() > 0


@pytest.mark.parametrize("tab", range(5))
def test_opening_an_occupation(
    benchmark: BenchmarkFixture, desk: Desk, tab: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the first frame, which fills the window; then what lies below it, in steps of its own."""
    monkeypatch.setattr(Page, "pause", 60_000)
    times: list[float] = []
    below: list[float] = []
    desk.jobs.open(CODES[0])
    desk.jobs.panes.set_tab(tab)
    paint(desk)

    def open_all() -> None:
        for code in (*CODES[1:], CODES[0]):
            desk.reference.forget()
            began = time.perf_counter()
            desk.jobs.open(code)
            paint(desk)
            times.append(time.perf_counter() - began)
            began = time.perf_counter()
            desk.jobs.panes.first.page().finish()
            paint(desk)
            below.append(time.perf_counter() - began)

    benchmark.pedantic(open_all, rounds=5 if benchmark.enabled else 1, warmup_rounds=1)
    benchmark.extra_info.update(percentiles(times))
    benchmark.extra_info["below"] = percentiles(below)
    assert desk.jobs.panes.first.sheet is not None


def test_step_to_step(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """From one step of the session to the next, painted."""
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    desk.in_play.tick(CODES[:2])
    paint(desk)
    times: list[float] = []

    def walk() -> None:
        for go in (
            lambda: desk.navigator.open_step("interests"),
            lambda: desk.navigator.open_step("matches"),
            lambda: desk.navigator.open_step("compare"),
            desk.navigator.go_home,
        ):
            began = time.perf_counter()
            go()
            paint(desk)
            times.append(time.perf_counter() - began)

    benchmark.pedantic(walk, rounds=5 if benchmark.enabled else 1, warmup_rounds=1)
    benchmark.extra_info.update(percentiles(times))
    assert desk.view.over == "home"
