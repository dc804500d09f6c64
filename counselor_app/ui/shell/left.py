"""How a place was left, so that coming back finds it so: scroll, chosen rows, the focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from counselor_app.ui.occupation.page import Page
from counselor_app.ui.shell.focus import focusable


@dataclass(frozen=True, slots=True)
class Left:
    """Scroll bars and chosen rows of the areas in sight, in order; the focus by name and place."""

    scrolled: tuple[tuple[str, int, int, int], ...]
    focus: tuple[str, int] | None


def left_by(parts: Sequence[QWidget], focus: QWidget | None) -> Left:
    """How ``parts`` of the window stand now."""
    scrolled = tuple(
        (
            area.accessibleName(), area.horizontalScrollBar().value(),
            area.verticalScrollBar().value(), _row(area),
        )
        for area in _areas(parts)
    )  # fmt: skip
    return Left(scrolled, _held(parts, focus))


def come_back(parts: Sequence[QWidget], left: Left) -> None:
    """Bring ``parts`` back to how they were left, as far as they are what they were."""
    areas = list(_areas(parts))
    for area in areas:
        if isinstance(area, Page):
            area.finish()
    for area, (name, across, down, row) in zip(areas, left.scrolled, strict=False):
        if area.accessibleName() != name:
            continue
        if isinstance(area, QAbstractItemView) and area.model() is not None and row >= 0:
            area.setCurrentIndex(area.model().index(row, 0))
        area.horizontalScrollBar().setValue(across)
        area.verticalScrollBar().setValue(down)
    if left.focus is None:
        return
    name, place = left.focus
    every = _widgets(parts)
    same = every[place] if place < len(every) else None
    if same is not None and same.accessibleName() == name and _takes_focus(same):
        same.setFocus()
        return
    order = (widget for part in parts for widget in focusable(part))
    target = next((widget for widget in order if widget.accessibleName() == name), None)
    if target is not None:
        target.setFocus()


def _held(parts: Sequence[QWidget], focus: QWidget | None) -> tuple[str, int] | None:
    """The focus by its name and its place among all widgets; None outside of ``parts``."""
    if focus is None or not any(part is focus or part.isAncestorOf(focus) for part in parts):
        return None
    return focus.accessibleName(), _widgets(parts).index(focus)


def _widgets(parts: Iterable[QWidget]) -> list[QWidget]:
    return [widget for part in parts for widget in (part, *part.findChildren(QWidget))]


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _areas(parts: Iterable[QWidget]) -> Iterator[QAbstractScrollArea]:
    for part in parts:
        found = [part] if isinstance(part, QAbstractScrollArea) else []
        for area in (*found, *part.findChildren(QAbstractScrollArea)):
            if area.isVisible():
                yield area


def _row(area: QAbstractScrollArea) -> int:
    if isinstance(area, QAbstractItemView) and area.currentIndex().isValid():
        return area.currentIndex().row()
    return -1
