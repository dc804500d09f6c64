"""How fast pay and places repaint: another area, unit, wage or measure, and the comparison.

Run with ``--benchmark-enable``; percentiles are in each benchmark's extra info.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from counselor_app.domain.occupation.places import MEASURES
from counselor_app.domain.occupation.target import Target
from counselor_app.settings import Settings
from counselor_app.store.reference import open_pack
from counselor_app.ui.occupation.outlook import OutlookPage
from counselor_app.ui.occupation.salary import SalaryPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.style.theme import Theme

SALARY, OUTLOOK = 2, 4
NURSES, CLERKS = "29-1141.00", "43-4051.00"
AREAS = (("4800000",), ("0600000", "3600000"), ("4800000", "0600000"))


@pytest.fixture
def desk(qtbot: QtBot, seed_pack: Path, tmp_path: Path) -> Iterator[Desk]:
    window = MainWindow(Theme("light"))
    window.show()
    window.furnish()
    desk = Desk(open_pack(seed_pack), window, Settings(places=AREAS[0]), tmp_path)
    window.use(desk)
    desk.jobs.open(CLERKS)
    yield desk
    window.retire()
    window.close()
    window.deleteLater()


def report(benchmark: BenchmarkFixture, steps: Sequence[Callable[[], object]]) -> None:
    """Take every step in turn, paint, and note median and 95th percentile in milliseconds."""
    times: list[float] = []

    def take() -> None:
        for step in steps:
            began = time.perf_counter()
            step()
            QApplication.processEvents()
            QApplication.processEvents()
            times.append(time.perf_counter() - began)

    take()  # loads what is loaded at first use
    times.clear()
    benchmark.pedantic(take, rounds=20 if benchmark.enabled else 1)
    if len(times) > 1:
        cuts = statistics.quantiles(times, n=20)
        benchmark.extra_info |= {
            "median ms": round(1000 * cuts[9], 1), "p95 ms": round(1000 * cuts[18], 1),
        }  # fmt: skip


def test_another_area(benchmark: BenchmarkFixture, desk: Desk) -> None:
    desk.jobs.panes.set_tab(SALARY)
    report(benchmark, [lambda areas=areas: desk.places.set_areas(areas) for areas in AREAS])


def test_another_unit_and_another_wage(benchmark: BenchmarkFixture, desk: Desk) -> None:
    desk.jobs.panes.set_tab(SALARY)
    page = desk.jobs.panes.first.page()
    assert isinstance(page, SalaryPage)
    changes: list[dict[str, object]] = [
        {"basis": "hourly"},
        {"basis": "annual"},
        {"target": Target(40_000, "annual")},
        {"target": Target(50_000, "annual")},
    ]
    steps = [lambda c=change: page.choose(replace(page.options, **c)) for change in changes]
    report(benchmark, steps)


def test_another_measure_of_the_places(benchmark: BenchmarkFixture, desk: Desk) -> None:
    desk.jobs.panes.set_tab(OUTLOOK)
    page = desk.jobs.panes.first.page()
    assert isinstance(page, OutlookPage)
    report(
        benchmark,
        [lambda m=m: page.choose(replace(page.options, measure=m)) for m in MEASURES],
    )


def test_the_comparison(benchmark: BenchmarkFixture, desk: Desk) -> None:
    desk.shortlist.toggle(NURSES)
    report(benchmark, [desk.comparison.show, desk.comparison.close])
