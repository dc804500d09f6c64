"""A choice behind a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from counselor_app.language import joined
from counselor_app.ui.parts.control import Control
from counselor_app.ui.style.theme import Theme


class ChoiceButton(Control, QPushButton):
    """The present choice and a small arrow; opens a menu of all choices. ``chosen`` tells which.

    ``name`` says what is chosen ("Order of the list").
    """

    chosen = Signal(int)

    def __init__(
        self,
        items: Sequence[str],
        theme: Theme,
        name: str,
        *,
        index: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        menu = QMenu(self)
        menu.setAccessibleName(theme.say(name))
        self._group = QActionGroup(menu)
        self.setMenu(menu)
        self.wear(theme, "choice")
        self.set_items(items, index)
        self.restyle()

    def set_items(self, items: Sequence[str], index: int) -> None:
        """Offer other choices, and show one of them without emitting ``chosen``."""
        self.items = self.theme.said(tuple(items))
        self.menu().clear()  # deletes them
        self._actions: list[QAction] = []
        for place, text in enumerate(self.items):
            action = QAction(text, self.menu())
            action.setCheckable(True)
            action.triggered.connect(partial(self._pick, place))
            self._group.addAction(action)
            self.menu().addAction(action)
            self._actions.append(action)
        self.set_index(index)

    def index(self) -> int:
        """Which item is chosen."""
        return next(place for place, action in enumerate(self._actions) if action.isChecked())

    def set_index(self, index: int) -> None:
        """Show a choice without emitting ``chosen``."""
        self._actions[index].setChecked(True)
        self.setText(self.items[index])
        self.setAccessibleName(joined((self._name, self.items[index]), ": "))

    def restyle(self) -> None:
        self.menu().setFont(self.theme.font("row"))
        self.menu().setPalette(self.theme.palette())
        super().restyle()

    def _pick(self, place: int) -> None:
        self.set_index(place)
        self.chosen.emit(place)
