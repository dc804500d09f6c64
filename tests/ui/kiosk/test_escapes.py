"""Every way out in escapes.toml is tried with real events, and nothing gets out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kiosk_stations import PaperTray, Told, begun, put_away, waiting_station, write_settings
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeySequence,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from windows import settle

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.inventory import Answers
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.visit import Visit
from counselor_app.ui.shell.search_field import SearchField

pytestmark = pytest.mark.qt_log_ignore("does not support", "QPrint", "CUPS", "keyToAscii")
ESCAPES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "escapes.toml").read_text(encoding="utf-8")
)["escape"]
LEFT_BY_ANOTHER = "text of somebody else"
KEYS = {
    "Meta": Qt.Key.Key_Meta, "Menu": Qt.Key.Key_Menu, "Print": Qt.Key.Key_Print,
    "Home Page": Qt.Key.Key_HomePage, "Launch Mail": Qt.Key.Key_LaunchMail,
    "Sleep": Qt.Key.Key_Sleep, "Power Off": Qt.Key.Key_PowerOff,
}  # fmt: skip
BUTTONS = {
    "left": Qt.MouseButton.LeftButton, "right": Qt.MouseButton.RightButton,
    "middle": Qt.MouseButton.MiddleButton, "back": Qt.MouseButton.BackButton,
}  # fmt: skip
HELD = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}


@pytest.fixture(scope="module")
def station(
    qapp: QApplication, seed_pack: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Station]:
    folder = tmp_path_factory.mktemp("kiosk")
    tray = PaperTray()
    made = Station(write_settings(folder), seed_pack, folder, printer=lambda _: tray, clock=Told())
    yield waiting_station(made)
    put_away(made)


def go_to(station: Station, place: str) -> QWidget:
    """Put a student where the escape begins; what has the focus there."""
    if place == "attract":
        if station.visit is not None:
            station.end()
        settle()
        return station._page
    visit = begun(station)
    if place == "search":
        visit.look_up("nurse")
        return field_of(visit)
    if place == "job":
        visit.open("29-1141.00")
        return visit.job.print
    if place == "questions":
        visit.questions.take(Answers(inventory_form("short")), visit.home)
        return visit.page
    if place == "pin":
        station.ask_pin()
        assert station.pad is not None
        return station.pad
    visit.home()
    return visit.first.likes["R"]


def field_of(visit: Visit) -> SearchField:
    return next(one for one in visit.findChildren(SearchField) if one.isVisible())


def press(station: Station, keys: str) -> None:
    """A key as the window system delivers it."""
    if keys in KEYS:
        QTest.keyClick(station.windowHandle(), KEYS[keys])
        return
    combination = QKeySequence(keys)[0]
    QTest.keyClick(station.windowHandle(), combination.key(), combination.keyboardModifiers())


def event_for(name: str, mime: QMimeData) -> QEvent:
    here, buttons = QPointF(20, 20), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    if name == "ContextMenu":
        return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 20), QPoint(20, 20))
    if name == "DragEnter":
        action = Qt.DropAction.CopyAction
        return QDragEnterEvent(QPoint(20, 20), action, mime, buttons, none)
    if name == "Drop":
        return QDropEvent(here, Qt.DropAction.CopyAction, mime, buttons, none)
    if name == "ToolTip":
        return QHelpEvent(QEvent.Type.ToolTip, QPoint(20, 20), QPoint(20, 20))
    return QCloseEvent() if name == "Close" else QEvent(getattr(QEvent.Type, name))


def send(station: Station, target: QWidget, name: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("a file")])
    mime.setText(LEFT_BY_ANOTHER)
    event = event_for(name, mime)
    if name == "Quit":
        app = QApplication.instance()
        assert app is not None
        QCoreApplication.sendEvent(app, event)
    else:
        QCoreApplication.sendEvent(station if name == "Close" else target, event)
    if name in ("DragEnter", "Drop"):
        assert not [f for f in station.findChildren(QLineEdit) if "somebody" in f.text()]


def call(station: Station, name: str) -> None:
    """What code in a page could open, were it there."""
    opened: list[QWidget] = []
    if name == "minimize":
        station.showMinimized()
    elif name == "close":
        assert station.close() is False
    elif name == "file dialog":
        opened.append(QFileDialog(station))
    elif name == "print dialog":
        printer = QPrinter()  # must outlive its dialog
        opened.append(QPrintDialog(printer, station))
    elif name == "menu":
        menu = QMenu(station)
        menu.addMenu("More").addAction("Open a folder")
        menu.popup(QPoint(10, 10))
        settle()
        menu.deleteLater()
    elif name == "web page":
        assert QDesktopServices.openUrl(QUrl("https://example.org"))
    else:
        QGuiApplication.clipboard().setText(LEFT_BY_ANOTHER)
    for window in opened:
        window.show()
        settle()
        assert not window.isVisible()
        window.deleteLater()


@pytest.mark.parametrize("escape", ESCAPES, ids=[one["try"] for one in ESCAPES])
def test_nothing_gets_out(station: Station, escape: dict[str, Any]) -> None:
    target = go_to(station, escape["on"])
    settle()
    target.setFocus()
    visit, inside = station.visit, (station.visit.page if station.visit else None)
    typed = field_of(visit).text() if visit and escape["on"] == "search" else ""
    quits: list[bool] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.aboutToQuit.connect(lambda: quits.append(True))
    if escape["kind"] == "key":
        press(station, escape["keys"])
    elif escape["kind"] == "mouse":
        middle = target.mapTo(station, target.rect().center())
        held = HELD.get(escape.get("held", ""), Qt.KeyboardModifier.NoModifier)
        QTest.mouseClick(station.windowHandle(), BUTTONS[escape["button"]], held, middle)
    elif escape["kind"] == "event":
        send(station, target, escape["event"])
    else:
        call(station, escape["call"])
    settle()
    assert station.isVisible()
    assert station.isFullScreen()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [station]
    assert QGuiApplication.clipboard().text() == ""
    assert not quits
    if escape["on"] not in ("attract",) and escape.get("keys") != "Esc":
        assert station.visit is visit
        assert visit is not None
        assert visit.page is inside
        if escape["on"] == "search":
            assert field_of(visit).text() == typed
    assert not station._leaving
    if station.visit is not None:
        station.visit.home()
    if station.pad is not None:
        station.pad.dismiss()
    settle()


def test_there_are_at_least_forty_ways() -> None:
    assert len(ESCAPES) >= 40
    assert len({one["try"] for one in ESCAPES}) == len(ESCAPES)
