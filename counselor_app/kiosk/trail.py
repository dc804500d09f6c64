"""The screens of a visit one after the other, and the way back through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from counselor_app.kiosk.screen import Screen
from counselor_app.store.reference import DamagedPackError

Show = Callable[[], object]
"""Makes a screen and puts it on the trail."""


class Trail(QStackedWidget):
    """Keeps ``lasting`` screens; every other one is made when it is shown and thrown away after.

    ``moving`` comes before another screen is shown; ``damaged`` says that the pack cannot be read.
    """

    moving = Signal()
    damaged = Signal(object)

    def __init__(self, *lasting: Screen) -> None:
        super().__init__()
        self._lasting = lasting
        self._before: list[Show] = []
        self._here: Show | None = None
        for page in lasting:
            self.addWidget(page)

    @property
    def page(self) -> Screen:
        """The screen that is shown."""
        page = self.currentWidget()
        assert isinstance(page, Screen)
        return page

    def go(self, show: Show) -> None:
        """Show a screen; `back` leads to the one before."""
        if self._here is not None:
            self._before.append(self._here)
        self.replace(show)

    def replace(self, show: Show) -> None:
        """Show a screen in the place of this one."""
        self.moving.emit()
        self._here, page = show, self.page
        try:
            show()
        except DamagedPackError as error:
            self.damaged.emit(str(error))
            return
        if page is not self.page and page not in self._lasting:
            self.removeWidget(page)
            page.deleteLater()

    def back(self) -> None:
        """To the screen before, if there is one."""
        if self._before:
            self.replace(self._before.pop())

    def restart(self, first: Show, *, show: Show | None = None, noted: bool = True) -> None:
        """Begin anew at ``first``, or at ``show`` with ``first`` before it.

        `back` does not lead to a screen that is not ``noted``.
        """
        self._before = [first] if show else []
        self.replace(show or first)
        if not noted:
            self._here = None

    def put(self, page: Screen) -> None:
        """Show a page."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()  # none of its buttons looks chosen before it is

    def forget(self) -> None:
        """Lead nowhere."""
        self._before.clear()
        self._here = None
