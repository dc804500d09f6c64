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
USABLE = """
from PySide6.QtCore import QTimer
from counselor_app import app as program
from counselor_app.paths import data_folder
qt = program.application()
main = program.Application(None, data_folder())
main.shown.connect(lambda: QTimer.singleShot(0, lambda: QTimer.singleShot(0, qt.quit)))
main.window.first_painted.connect(main.start)
main.window.show()
qt.exec()
main.stop()
"""
OURS = {
    "search field": ["-m", "counselor_app", "--exit-after-first-paint"],
    "window with the pack in it": ["-c", USABLE],
    "with an occupation on it": [
        "-m", "counselor_app", "--exit-after-first-paint", "--open", "43-4051.00",
    ],
}  # fmt: skip
TYPED = ("registered nurse", "customer service", "welder", "acountant", "43-4051", "truck driver")
CODES = ("29-1141.00", "43-4051.00", "15-1252.00", "51-4121.00", "35-3023.00", "25-2021.00")


# A small process starts the measured one: a child's peak memory counts its parent's at the fork.
LAUNCH = """
import os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen([sys.executable, *sys.argv[1:]])
_, status, used = os.wait4(process.pid, 0)
spent = used.ru_utime + used.ru_stime
status = os.waitstatus_to_exitcode(status)
print(time.perf_counter() - began, spent, used.ru_maxrss / 1024, status)
"""


def start(arguments: list[str], folder: Path) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and peak megabytes of one start."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COUNSELOR_DATA": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are compiled once, as installed
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    done = subprocess.run(
        [sys.executable, "-c", LAUNCH, *arguments],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, spent, megabytes, status = done.stdout.split()
    assert status == "0", done.stderr
    return float(seconds), float(spent), float(megabytes)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a program that has been started before."""
    folder = tmp_path_factory.mktemp("started")
    for arguments in OURS.values():
        start(arguments, folder)
    return folder


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="peak memory is read with wait4")
@pytest.mark.parametrize("what", OURS)
def test_start_beside_a_bare_window(benchmark: BenchmarkFixture, started: Path, what: str) -> None:
    """Until it is painted: the search field alone, and the window that can be used."""
    bare, ours = [], []
    for _ in range(10 if benchmark.enabled else 1):
        bare.append(start(["-c", BARE], started))
        ours.append(start(OURS[what], started))
    for unit, place in (("time", 0), ("processor time", 1), ("memory", 2)):
        floor = statistics.median(run[place] for run in bare)
        benchmark.extra_info[f"{unit} ratio to a bare window"] = round(
            statistics.median(run[place] for run in ours) / floor, 2
        )
    benchmark.pedantic(start, args=(OURS[what], started), rounds=1)


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
            began = time.process_time()
            desk.jobs.open(code)
            paint(desk)
            times.append(time.process_time() - began)
            began = time.process_time()
            desk.jobs.panes.first.page().finish()
            paint(desk)
            below.append(time.process_time() - began)

    benchmark.pedantic(open_all, rounds=5 if benchmark.enabled else 1, warmup_rounds=1)
    benchmark.extra_info.update(percentiles(times))
    benchmark.extra_info["below"] = percentiles(below)
    assert desk.jobs.panes.first.sheet is not None


def test_the_first_pay_of_a_session(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """Processor time to the first Salary page; a session has one, so each run has one."""
    desk.jobs.open(CODES[0])
    paint(desk)

    def show_pay() -> None:
        began = time.process_time()
        desk.jobs.panes.set_tab(2)
        paint(desk)
        benchmark.extra_info["first ms"] = round(1000 * (time.process_time() - began), 1)

    benchmark.pedantic(show_pay, rounds=1)
    assert desk.jobs.panes.first.sheet is not None


def test_step_to_step(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """From one step of the session to the next, painted, in processor time."""
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
            lambda: desk.navigator.open_step("plan"),
            lambda: desk.navigator.open_step("handout"),
            desk.navigator.go_home,
        ):
            began = time.process_time()
            go()
            paint(desk)
            times.append(time.process_time() - began)

    benchmark.pedantic(walk, rounds=5 if benchmark.enabled else 1, warmup_rounds=1)
    benchmark.extra_info.update(percentiles(times))
    assert desk.view.over == "home"
