"""Menus of the right button in tests: asked for, read, taken from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget
from windows import settle

Asked = QContextMenuEvent.Reason


@pytest.fixture
def no_menu_stays() -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()
    settle()


def menu(over: QWidget, point: QPoint, how: Asked = Asked.Mouse) -> QMenu:
    """What is offered over a point of a widget, by the mouse or by the Menu key."""
    if how == Asked.Mouse and isinstance(over, QAbstractScrollArea):
        over = over.viewport()
    QApplication.sendEvent(over, QContextMenuEvent(how, point, over.mapToGlobal(point)))
    settle()
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def words(found: QMenu) -> list[str]:
    return [one.text().split("\t")[0] for one in found.actions()]


def take(found: QMenu, entry: str) -> None:
    next(one for one in found.actions() if one.text().split("\t")[0] == entry).trigger()
    found.close()
    settle()
