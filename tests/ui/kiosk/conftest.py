"""A station with a visit, for all tests of a module; the printer and the clock are fakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kiosk_stations import (
    PaperTray,
    Told,
    begun,
    put_away,
    waiting_station,
    write_settings,
)
from PySide6.QtWidgets import QApplication
from windows import settle

from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture(scope="module")
def tray() -> PaperTray:
    return PaperTray()


@pytest.fixture(scope="module")
def clock() -> Told:
    return Told()


@pytest.fixture(scope="module")
def started(
    qapp: QApplication, seed_pack: Path, folder: Path, tray: PaperTray, clock: Told
) -> Iterator[Station]:
    settings = write_settings(folder, school='"Lincoln High School"', areas='["Texas"]')
    made = Station(settings, seed_pack, folder, printer=lambda _: tray, clock=clock)
    yield waiting_station(made)
    put_away(made)


@pytest.fixture
def station(started: Station, tray: PaperTray) -> Station:
    """The station as it waits for a student, whatever went on before; with an empty tray."""
    tray.trouble = None
    tray.jobs.clear()
    if started.visit is not None:
        started.end()
        settle()
    tray.waiting.clear()
    return started


@pytest.fixture
def visit(station: Station) -> Visit:
    return begun(station)
