"""The menu of the right button and of the Menu key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QMenu, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.style.theme import Theme

_ENTER = "Enter"
_CTRL_ENTER = "Ctrl+Enter"


class Entry(NamedTuple):
    """What a menu offers, with the key that does the same."""

    words: str
    run: Callable[[], object]
    keys: str = ""


def pop_up(widget: QWidget, theme: Theme, point: QPoint, entries: Sequence[Entry]) -> QMenu:
    """Open a menu at a point of the screen; once closed it is gone."""
    menu = QMenu(widget)
    menu.setFont(theme.font("body"))
    menu.setAccessibleName(theme.say(_("What can be done here")))
    menu.aboutToHide.connect(menu.deleteLater)
    for words, run, keys in entries:
        said = theme.say(words).replace("&", "&&")
        action = menu.addAction(f"{said}\t{keys}" if keys else said)
        action.triggered.connect(lambda _on=False, run=run: run())
    menu.popup(point)
    return menu


def offer_over(
    parts: Sequence[QWidget], theme: Theme, entries: Callable[[], Sequence[Entry]]
) -> None:
    """Offer a menu over widgets and all that is in them; fields where one types keep their own."""

    def show(part: QWidget, point: QPoint) -> None:
        if not theme.touch and (found := entries()):
            pop_up(part, theme, part.mapToGlobal(point), found)

    policy = Qt.ContextMenuPolicy
    for part in parts:
        part.setContextMenuPolicy(policy.CustomContextMenu)
        part.customContextMenuRequested.connect(partial(show, part))
        for inner in part.findChildren(QWidget):
            if not isinstance(inner, (QLineEdit, QAbstractScrollArea)):
                inner.setContextMenuPolicy(policy.NoContextMenu)


def offer(
    widget: QWidget, theme: Theme, event: QContextMenuEvent, entries: Sequence[Entry]
) -> None:
    """Open a menu where it was asked for; where it offers nothing, a parent may."""
    if entries and not theme.touch:
        pop_up(widget, theme, event.globalPos(), entries)
    else:
        event.ignore()


def open_entries(open_job: Callable[[bool], object]) -> list[Entry]:
    """An occupation opened, or opened beside the present one, which ``open_job`` is told."""
    return [
        Entry(pgettext("menu", "Open"), lambda: open_job(False), _ENTER),
        Entry(pgettext("menu", "Open beside"), lambda: open_job(True), _CTRL_ENTER),
    ]


def job_entries(
    open_job: Callable[[bool], object],
    star: Callable[[], object],
    put_aside: Callable[[], object] | None,
    *,
    starred: bool,
) -> list[Entry]:
    """What can be done with an occupation in a list; ``put_aside`` where there is a client."""
    words = _("Take off the shortlist") if starred else _("Put on the shortlist")
    found = [*open_entries(open_job), Entry(words, star)]
    if put_aside is not None:
        found.append(Entry(pgettext("menu", "Not for me"), put_aside))
    return found
