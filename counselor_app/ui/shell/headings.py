"""Blocks' titles are headings to a screen reader, so that it can go from one to the next."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from counselor_app.ui.parts.text import Heading


class _HeadingFace(QAccessibleWidget):
    def __init__(self, heading: QWidget) -> None:
        super().__init__(heading, QAccessible.Role.Heading)


@cache
def announce_headings() -> None:
    """Give every `Heading` its role; once for the program, as Qt keeps what is installed."""
    QAccessible.installFactory(_face)


def _face(_name: str, thing: QObject) -> QAccessibleInterface | None:
    return _HeadingFace(thing) if isinstance(thing, Heading) else None
