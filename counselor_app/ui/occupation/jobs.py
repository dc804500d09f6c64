"""Opens occupations in the panes, and closes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _
from counselor_app.ui.occupation.panes import PANE_WIDTH, Panes
from counselor_app.ui.parts.host import Host
from counselor_app.ui.parts.news import tell
from counselor_app.ui.state.places import Places
from counselor_app.ui.state.reference import Reference
from counselor_app.ui.state.view import View


class Jobs(QObject):
    """``panes`` show what is open; ``opening`` comes before another occupation is shown.

    ``armed`` follows whether the next one goes beside the present one.
    """

    opening = Signal()
    armed = Signal(bool)

    def __init__(self, reference: Reference, places: Places, view: View, host: Host) -> None:
        super().__init__(host)
        self._reference, self._view, self._host = reference, view, host
        self.beside_next = False
        self.panes = Panes(host.theme, host)
        self.panes.hide()
        for pane in (self.panes.first, self.panes.second):
            pane.lookup = reference.lookup
            view.client_view_changed.connect(pane.set_client_view)
        self.panes.changed.connect(self._tell)
        self.panes.moved.connect(self._tell)
        self.panes.dropped.connect(self._dropped)
        places.changed.connect(self._read_again)

    def open(self, code: str, beside: bool = False) -> None:
        """Show an occupation in the active pane, or in the second one."""
        self._host.settle_popover()
        self.opening.emit()
        self._host.set_drawer(False)
        beside = beside or self.beside_next
        self.arm_beside(False)
        panes = self.panes
        place = (
            1
            if beside and panes.first.sheet is not None
            else min(panes.active, len(panes.panes) - 1)
        )
        if not beside and code in (codes := self._view.codes):
            place = codes.index(code)  # it is open: the other pane keeps what it shows
            panes.use(place)
        pane = (panes.first, panes.second)[place]
        if pane.sheet is not None and pane.sheet.occupation.code == code:
            return
        sheet = self._reference.sheet(code)
        if sheet is None:
            return
        self._show(sheet, place)
        job = sheet.occupation.title
        opened = _("{job} is open beside.", job=job) if place else _("{job} is open.", job=job)
        tell(self._host, self._host.theme.say(opened))

    def _dropped(self, code: str, place: int) -> None:
        """An occupation was dragged to a pane; the other one keeps what it shows."""
        if code not in self._view.codes:
            self.panes.use(place)
            self.open(code, beside=place == 1)

    def clear(self) -> None:
        """Close every occupation."""
        self._host.settle_popover()
        self.panes.clear()

    def arm_beside(self, armed: bool) -> None:
        """Let the next occupation that is opened go beside the present one, or not."""
        if armed != self.beside_next:
            self.beside_next = armed
            self.armed.emit(armed)

    def wanted_width(self) -> int:
        """The width that the open panes need at this text size."""
        theme = self._host.theme
        if self.panes.first.sheet is None:
            return theme.px(240)
        return len(self.panes.panes) * min(theme.px(PANE_WIDTH), PANE_WIDTH + 160)

    def title_at(self, widget: QWidget) -> str:
        """The occupation in whose pane a widget is; "" for none."""
        pane = self.panes.pane_of(widget)
        return pane.sheet.occupation.title if pane and pane.sheet else ""

    def focus_moved(self, now: object) -> None:
        """Let keys act on the pane that has the focus."""
        if isinstance(now, QWidget) and (pane := self.panes.pane_of(now)) is not None:
            self.panes.active = self.panes.place_of(pane)
            self._tell()

    def _show(self, sheet: Sheet, place: int) -> None:
        self.panes.show()
        self.panes.show_sheet(sheet, place)
        self._host.arrange()

    def _read_again(self) -> None:
        for place, pane in enumerate(self.panes.panes):
            if pane.sheet is not None:
                sheet = self._reference.sheet(pane.sheet.occupation.code)
                if sheet is not None:
                    self._show(sheet, place)

    def _tell(self) -> None:
        panes = self.panes
        codes = tuple(pane.sheet.occupation.code for pane in panes.panes if pane.sheet is not None)
        self._view.show_jobs(codes, panes.place_of(panes.pane), panes.pane.tab)
