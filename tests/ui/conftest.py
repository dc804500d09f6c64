"""A window on the shipped pack, and what the tests need to look into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import Open, P, Show, settle

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import Language
from counselor_app.machine import NOTHING_SET, Machine
from counselor_app.settings import Settings
from counselor_app.store.reference import Pack, open_pack
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.collector import Collector
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.theme import Theme, load_regular, load_semibold


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    load_regular()
    load_semibold()


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: QApplication) -> Collector:
    return Collector(qapp)


@pytest.fixture
def lookup(pack: Pack) -> Lookup:
    return Lookup(pack, "", pytest.fail)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a clients' file can be made; its folder is not there yet."""
    return tmp_path / "kept" / "clients.counselor"


@pytest.fixture
def open_window(qtbot: QtBot, seed_pack: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens a window: ``open_window(settings=..., scale=..., size=...)``."""
    windows: list[MainWindow] = []

    def make(
        settings: Settings | None = None,
        *,
        scale: float = 1.0,
        size: tuple[int, int] = (1440, 900),
        clients: Path | None = None,
        language: Language | None = None,
        machine: Machine = NOTHING_SET,
    ) -> tuple[MainWindow, Desk]:
        window = MainWindow(Theme("light", scale, language=language))
        windows.append(window)
        window.resize(*size)
        window.show()
        window.furnish()
        chosen = settings or Settings()
        desk = Desk(open_pack(seed_pack), window, chosen, tmp_path, clients, machine)
        window.use(desk)
        window.activateWindow()
        window.search.setFocus()
        settle()
        return window, desk

    yield make
    for window in windows:
        window.retire()
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a page: ``show(ProfilePage, sheet, width=540, scale=2.0)``.

    The pages live until the test's end: a page collected while it is being painted crashes.
    """
    pages: list[Page] = []

    def make(kind: type[P], sheet: Sheet, *, width: int = 1084, scale: float = 1.0) -> P:
        page = kind(Theme("light", scale))
        pages.append(page)
        page.resize(width, 640)
        page.show()
        page.set_sheet(sheet)
        page.finish()
        page.grab()
        return page

    yield make
    for page in pages:
        page.close()
        page.deleteLater()
    settle()
