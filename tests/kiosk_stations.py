"""A kiosk of its own for tests: settings, a printer that prints nowhere, a clock that is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import settle

from counselor_app.kiosk.pin import begin_record, hash_pin
from counselor_app.kiosk.printing import PrintJob
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit

PIN = "271828"
HASHED = hash_pin(PIN)


@dataclass(slots=True)
class PaperTray:
    """Takes jobs like a printer; ``waiting`` are those that have not come out."""

    jobs: list[PrintJob] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    trouble: Exception | None = None

    def send(self, job: PrintJob) -> str:
        if self.trouble is not None:
            raise self.trouble
        self.jobs.append(job)
        self.waiting.append(f"tray-{len(self.jobs)}")
        return self.waiting[-1]

    def cancel(self, number: str) -> None:
        self.waiting.remove(number)


@dataclass(slots=True)
class Told:
    """Seconds that pass when told."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def write_settings(folder: Path, **changed: str) -> Path:
    """A file of settings; values as they stand in TOML."""
    values = {"pin": f'"{HASHED}"', "motion": "false", **changed}
    path = folder / "kiosk.toml"
    begin_record(path)
    path.write_text("".join(f"{name} = {value}\n" for name, value in values.items()))
    return path


def until(done: Callable[[], bool], seconds: float = 180.0) -> None:
    """Let events happen until something is so."""
    for _ in range(int(seconds * 100)):
        settle()
        if done():
            return
        QTest.qWait(10)
    raise AssertionError("it did not happen")


def waiting_station(station: Station) -> Station:
    """The station once it waits for a student."""
    station.resize(1280, 800)
    station.showFullScreen()
    station.start()
    until(lambda: station.library is not None)
    settle()
    return station


def begun(station: Station) -> Visit:
    """A session, begun as a student does."""
    if station.visit is None:
        station.begin()
    settle()
    assert station.visit is not None
    return station.visit


def put_away(station: Station) -> None:
    """Take a station down after a test."""
    station.stop()
    station._leaving = True
    station.close()
    station.deleteLater()
    settle()
    QApplication.setPalette(QApplication.style().standardPalette())
