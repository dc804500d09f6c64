"""The way out of the kiosk, what a visit leaves behind, and the language of the next one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kiosk_stations import (
    PIN,
    Told,
    begun,
)
from kiosk_touches import answered, click, said
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from windows import settle

from counselor_app.kiosk.first import First
from counselor_app.kiosk.found import Found
from counselor_app.kiosk.guard import CHORD, CHORD_KEY
from counselor_app.kiosk.screen import lock_side
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit

pytestmark = pytest.mark.qt_log_ignore("does not support", "keyToAscii")
PLANTED = "zebra keeper"
SESSIONS = int(os.environ.get("COUNSELOR_KIOSK_SESSIONS", "10"))


def test_the_corner_held_or_the_chord_and_the_pin_lead_out(
    station: Station, clock: Told, folder: Path
) -> None:
    begun(station)
    side = lock_side(station.theme) // 2
    corner = QPoint(station.width() - side, station.height() - side)
    station._hold.setInterval(30)
    press = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    QTest.mousePress(station.windowHandle(), *press)
    QTest.qWait(80)
    settle()
    assert station.pad is not None
    QTest.mouseRelease(station.windowHandle(), *press)
    click(station.pad.cancel)
    assert station.pad is None
    QTest.keyClick(station.windowHandle(), CHORD_KEY, CHORD)
    settle()
    pad = station.pad
    assert pad is not None
    for digit in "000001":
        click(pad.keys[digit])
    assert pad.dots.text() == "••••••"
    click(pad.keys["OK"])
    assert "That is not the PIN" in said(pad)
    assert station.isVisible()
    for _ in range(2):
        QTest.keyClicks(pad, "000002")
        QTest.keyClick(pad, Qt.Key.Key_Return)
    settle()
    assert "Too many wrong tries. Wait 30 seconds." in said(pad)
    assert not pad.keys["1"].isEnabled()
    clock.now += 31
    pad._show_wait()
    gone: list[bool] = []
    station.left.connect(lambda: gone.append(True))
    left = station._leave
    pad.right.disconnect(left)
    pad.right.connect(lambda: gone.append(True))
    QTest.keyClicks(pad, PIN)
    QTest.keyClick(pad, Qt.Key.Key_Return)
    settle()
    assert gone == [True]
    every = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert PIN.encode() not in every
    station._hold.setInterval(3000)
    station.end()


def test_sessions_leave_nothing_on_the_disk_and_no_widgets(station: Station, folder: Path) -> None:
    """Ten sessions; COUNSELOR_KIOSK_SESSIONS=1000 for the whole run."""
    station.end()
    settle()
    counts = []
    for number in range(SESSIONS):
        visit = begun(station)
        visit.look_up(f"{PLANTED} {number}")
        visit.open("29-1141.00")
        visit.do("like", "RIASEC"[number % 6])
        visit.toggle_listed("29-1141.00")
        visit.questions.keep(answers=answered())
        settle()
        station.end()
        settle()
        counts.append(len(QApplication.allWidgets()))
    assert max(counts[2:]) == counts[2]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not [p for p in files if PLANTED.encode() in p.read_bytes()]
    assert {p.name for p in files} <= {"kiosk.toml", "kiosk-pin.json", "checked.json"}


def test_a_student_can_be_met_in_another_language_and_the_next_one_is_not(
    station: Station,
) -> None:
    visit = begun(station)
    visit.toggle_listed("29-1141.00")
    visit.printing.allowance.used = 2
    visit.spoke.emit("pseudo")
    settle()
    again = station.visit
    assert again is not None
    assert again is not visit
    assert again.first.accessibleName().startswith("[Whát dó yóú líké dóíñg?")
    assert again.listed == ["29-1141.00"], "what was done goes along"
    assert again.printing.allowance.left == 2
    assert not again.printing.allowance.over.is_set()
    again.show_list()
    assert isinstance(again.page, Found)
    assert "[fígúrés óf" in again.page.tiles[0].accessibleName()
    station.end()
    assert isinstance(station._page, First)
    assert station._page.accessibleName() == "What do you like doing?"
    assert begun(station).first.accessibleName() == "What do you like doing?"


def test_spanish_is_offered_where_its_catalog_is(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(codes: tuple[str, ...]) -> list[str]:
        monkeypatch.setattr("counselor_app.kiosk.first.offered", lambda: codes)
        page = First(visit.config, "Texas", visit.theme)
        found = [one.text() for one in page.findChildren(QAbstractButton)]
        page.deleteLater()
        return [one for one in found if one in ("English", "Español")]

    assert shown(("en", "pseudo")) == []
    assert shown(("en", "es", "pseudo")) == ["English", "Español"]
