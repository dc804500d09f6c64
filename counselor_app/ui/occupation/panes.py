"""One occupation, or two side by side with linked tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from counselor_app.language import _
from counselor_app.ui.occupation.head import Room
from counselor_app.ui.occupation.page import Beside
from counselor_app.ui.occupation.pane import Pane
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Line
from counselor_app.ui.parts.divider import Divider
from counselor_app.ui.parts.dragging import dragged_code
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.session.client import ClientView

PANE_WIDTH = 440
_CONTROLS_SHARE = 0.45
_LEAST_SHARE = 20
_PAGE_SHARE = 0.28
_NARROW = 760
_ANY_HEIGHT = (1 << 24) - 1


class Panes(QFrame):
    """A grid of one or two panes: heads, tabs, strips, pages and notes stay level.

    While linked, two panes share their tab and its options; pane 1's tabs and controls span both.
    ``changed`` follows what is opened and closed, ``moved`` another tab; ``dropped`` carries an
    occupation that was dragged here and the pane (0 or 1) it was let go over: the right half of a
    single one is where a second comes.
    """

    look = "surface"

    changed = Signal()
    moved = Signal()
    dropped = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(_("Occupations side by side")))
        self.setAcceptDrops(True)
        self.linked = True
        self.panes: list[Pane] = []
        self.active = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setRowStretch(3, 1)
        self._between = Line(theme, self)
        self._between.hide()
        self.share = 50
        self.divider = Divider(theme, self)
        self.divider.hide()
        self.divider.dragged.connect(lambda x: self.set_share(round(100 * x / self.width())))
        self.divider.reset.connect(lambda: self.set_share(50))
        self.knob = Button(theme, icon="linked", look="round", parent=self)
        self.knob.clicked.connect(self.toggle_link)
        theme.changed.connect(self.restyle)
        self._first, self._second = self._make(), self._make()
        for widget in self._second.widgets():
            widget.hide()
        self.panes.append(self._first)
        self.restyle()

    @property
    def pane(self) -> Pane:
        """The pane that keys act on."""
        return self.panes[min(self.active, len(self.panes) - 1)]

    @property
    def first(self) -> Pane:
        """Pane 1, there even when empty."""
        return self._first

    @property
    def second(self) -> Pane:
        """Pane 2, there even when hidden."""
        return self._second

    def show_sheet(self, sheet: Sheet, place: int) -> None:
        """Show an occupation in pane 1 (0) or pane 2 (1)."""
        pane = (self._first, self._second)[place]
        if place == 1 and len(self.panes) == 1:
            self.panes.append(self._second)
            for widget in self._second.widgets():
                widget.show()
            if self.linked:
                self._second.set_tab(self._first.tab)
        self.active = place
        self.setUpdatesEnabled(False)
        if pane.sheet is None:
            self._arrange()  # a page is built for the width that it has
        pane.set_sheet(sheet, self._beside(place))
        if place == 1 and self.linked:
            pane.set_options(pane.tab, self._first.page().options)
        other = (self._first, self._second)[1 - place]
        other.set_beside(self._beside(1 - place))
        self._arrange()
        self.setUpdatesEnabled(True)
        self.changed.emit()

    def set_client(self, client: ClientView | None) -> None:
        """Show another client, or none, beside the occupations."""
        self.setUpdatesEnabled(False)
        for pane in (self._first, self._second):
            pane.set_client(client)
        self._arrange()
        self.setUpdatesEnabled(True)

    def set_client_view(self, client_view: bool) -> None:
        """Whether the client reads along: what is the counselor's alone goes."""
        for pane in (self._first, self._second):
            pane.set_client_view(client_view)
        self._arrange()

    def close_pane(self, place: int) -> None:
        """Close a pane of two; the other stays."""
        if len(self.panes) < 2:
            return
        if place == 0:
            self._first, self._second = self._second, self._first
            self._first.set_tab(self._second.tab)
        self.panes = [self._first]
        self._second.sheet = None
        for widget in self._second.widgets():
            widget.hide()
        for widget in self._first.widgets():
            widget.show()
        self.active = 0
        self._arrange()
        self._first.set_beside(None)
        self._first.head.setFocus()
        self.changed.emit()

    def clear(self) -> None:
        """Close every occupation."""
        self.close_pane(1)
        self._first.sheet = None
        self.hide()
        self.changed.emit()

    def toggle_link(self) -> None:
        """Link the panes' tabs, or let them go their own ways."""
        self.linked = not self.linked
        if self.linked and len(self.panes) == 2:
            self._second.set_tab(self._first.tab)
        for place, pane in enumerate(self.panes):
            pane.set_beside(self._beside(place))
        self._arrange()

    def set_share(self, share: int) -> None:
        """Give the first of two panes so many percent of the width, from 20 to 80."""
        self.share = min(max(share, _LEAST_SHARE), 100 - _LEAST_SHARE)
        self._arrange()

    def use(self, place: int) -> None:
        """Let keys, and the next occupation that is opened, go to a pane."""
        self.active = place

    def set_tab(self, tab: int) -> None:
        """Show a tab in the active pane (and in the linked one)."""
        self.pane.head.tabs.setCurrentIndex(tab)

    def place_of(self, pane: Pane) -> int:
        """0 for pane 1, 1 for pane 2."""
        return 0 if pane is self._first else 1

    def pane_of(self, widget: QWidget) -> Pane | None:
        """The pane a widget is in."""
        for pane in self.panes:
            if any(part is widget or part.isAncestorOf(widget) for part in pane.widgets()):
                return pane
        return None

    def refill(self) -> None:
        """Build what the panes show again."""
        for pane in self.panes:
            pane.page().refill()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._arrange()
        self._place_knob()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for pane in (self._first, self._second):
            pane.set_room(self._room())
        self._fold()
        self._place_knob()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_code(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if code := dragged_code(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(code, int(event.position().x() > self._middle()))

    def _make(self) -> Pane:
        pane = Pane(self.theme, self)
        pane.tab_chosen.connect(lambda tab, pane=pane: self._tab_chosen(pane, tab))
        pane.options_changed.connect(
            lambda tab, options, pane=pane: self._options_changed(pane, tab, options)
        )
        pane.head.resized.connect(self._place_knob)
        pane.head.options.toggled.connect(self._fold)
        pane.head.closed.connect(lambda pane=pane: self.close_pane(self.place_of(pane)))
        return pane

    def _tab_chosen(self, pane: Pane, tab: int) -> None:
        self.active = self.place_of(pane)
        if self.linked:
            for other in self.panes:
                if other is not pane:
                    other.set_tab(tab)
        self._arrange()
        self.moved.emit()

    def _options_changed(self, pane: Pane, tab: int, options: object) -> None:
        if self.linked:
            for other in self.panes:
                if other is not pane:
                    other.set_options(tab, options)

    def _beside(self, place: int) -> Beside | None:
        other = (self._first, self._second)[1 - place]
        if len(self.panes) < 2 or not self.linked or other.sheet is None:
            return None
        return Beside(other.sheet, leads=place == 0)

    def _arrange(self) -> None:
        """Put the panes' widgets into the grid."""
        # removeWidget deletes the layout's item; with takeAt it lives on and its cached height
        # for the old content stays in use.
        for pane in (self._first, self._second):
            for widget in pane.widgets():
                self._grid.removeWidget(widget)
        two = len(self.panes) == 2
        self._grid.setColumnStretch(0, self.share if two else 1)
        self._grid.setColumnStretch(2, 100 - self.share if two else 0)
        self._grid.setColumnMinimumWidth(1, 1 if two else 0)
        shared = two and self.linked
        for place, pane in enumerate(self.panes):
            pane.head.set_single(not two)
            pane.set_room(self._room())
            column = 2 * place
            self._grid.addWidget(pane.head, 0, column)
            own = not (shared and place == 1)
            pane.head.bar.setVisible(own)
            if own:
                wide = 3 if shared else 1
                self._grid.addWidget(pane.head.bar, 1, column, 1, wide)
                self._grid.addWidget(pane.strip, 2, column, 1, wide)
            self._grid.addWidget(pane.stack, 3, column)
            self._grid.addWidget(pane.note, 4, column)
        for pane in (self._first, self._second):
            if pane not in self.panes:
                for part in (pane.head.bar, pane.strip, pane.note):
                    part.hide()
        self._fold()
        self.knob.setVisible(two)
        self.knob.set_icon("linked" if self.linked else "unlinked")
        name = _("Tabs of both panes move together: unlink") if self.linked else _("Link the tabs")
        self.knob.setAccessibleName(name)
        self.knob.setToolTip(name)
        self.knob.raise_()
        self._grid.activate()
        self._place_knob()
        self.update()

    def _fold(self) -> None:
        """Where height is lacking the controls come on demand, and leave the page its share."""
        for place, pane in enumerate(self.panes):
            leads = pane.has_strip() and not (place == 1 and self.linked)
            folds, options = leads and self._room() != "ample", pane.head.options
            options.setVisible(folds)
            pane.strip.setVisible(leads and (not folds or options.isChecked()))
            most = round(self.height() * _CONTROLS_SHARE) if folds else _ANY_HEIGHT
            pane.strip.setMaximumHeight(most)
            leader = self._first if self.linked else pane
            pane.head.set_choosing(leader.head.options.isChecked())

    def _room(self) -> Room:
        height = self.height() / self.theme.scale
        narrow = len(self.panes) == 1 and self.width() < self.theme.px(_NARROW)
        if height <= (460 if narrow else 400):
            return "scant"
        return "short" if height <= 460 or self._crowded() else "ample"

    def _crowded(self) -> bool:
        """Whether what stands around a page would leave it too little of the height."""
        for place, pane in enumerate(self.panes):
            width = pane.head.width()
            taken = pane.head.ample_height(width) + pane.head.bar.sizeHint().height()
            if pane.has_strip() and not (place == 1 and self.linked):
                shared = len(self.panes) == 2 and self.linked
                taken += pane.strip.heightForWidth(self.width() if shared else width)
            if pane.note.words.text():
                taken += pane.note.heightForWidth(width)
            if self.height() - taken < _PAGE_SHARE * self.height():
                return True
        return False

    def _middle(self) -> int:
        second = self._second.head
        placed = len(self.panes) == 2 and second.x() > 0
        return second.x() - 1 if placed else (self.width() - 1) // 2

    def _place_knob(self) -> None:
        side, bar = self.theme.px(30), self._first.head.bar
        y = bar.y() + (bar.height() - side) // 2
        x = self._middle() - side // 2
        if self.linked and len(self.panes) == 2:  # at the end of the tabs of both
            x = bar.tabs_end() - side
        self.knob.setFixedSize(side, side)
        self.knob.move(x, max(y, 0))
        self._between.setFixedSize(1, self.height())
        self._between.move(self._middle(), 0)
        self._between.setVisible(len(self.panes) == 2)
        self._between.raise_()
        self.divider.setVisible(len(self.panes) == 2)
        if len(self.panes) == 2:
            self.divider.place(self._middle(), 0, self.height())
        if self.linked:  # tabs and controls of both panes lie over the line
            self._first.head.bar.raise_()
            self._first.strip.raise_()
        self.knob.raise_()
