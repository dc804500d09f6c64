"""Opens and closes the comparison over the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counselor_app.domain.fit.compare import FEWEST, MOST, compare
from counselor_app.ui.occupation.compare_page import ComparePage
from counselor_app.ui.parts.scroll import thin_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.shell.desk import Desk

TOO_FEW = (
    "To compare, open a second occupation beside the first (Ctrl+D), or put at least two on the"
    " shortlist (Ctrl+S)."
)


class CompareDesk(QObject):
    """Opens and closes the comparison; ``page`` is there while it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.page: ComparePage | None = None
        self._chosen: tuple[str, ...] = ()
        desk.clients.state.changed.connect(self.refresh)

    def codes(self) -> tuple[str, ...]:
        """What is compared: what was chosen, else two open panes, then the shortlist."""
        if self._chosen:
            return self._chosen
        panes = [p.sheet.occupation.code for p in self._desk.panes.panes if p.sheet is not None]
        first = panes if len(panes) == FEWEST else []
        return tuple(dict.fromkeys([*first, *self._desk.shortlist, *panes]))[:MOST]

    def toggle(self) -> None:
        """Ctrl+Shift+C: show the comparison, or go back."""
        if not self.close():
            self.show()

    def show(self, chosen: Sequence[str] = ()) -> None:
        """Compare ``chosen``, else what is open and on the shortlist, or say how to choose it."""
        self._chosen = tuple(chosen)
        desk, sheets = self._desk, self._sheets()
        if len(self.codes()) < FEWEST:
            desk.window_.say(TOO_FEW, problem=False)
        if not sheets:
            return
        desk.popovers.close()
        desk.clients.hide_matches()
        desk.window_.set_drawer(False)
        if self.page is None:
            self.page = self._made()
        self.page.show()
        desk.window_.arrange()
        self._fill(self.page, sheets)
        self.page.back.setFocus()

    def refresh(self) -> None:
        """Fill the page again after the places or the client have changed."""
        if self.page is not None and (sheets := self._sheets()):
            self._fill(self.page, sheets)

    def close(self) -> bool:
        """Go back to the panes; False when no comparison is shown."""
        if self.page is None:
            return False
        desk = self._desk
        desk.popovers.close()
        self.dispose()
        desk.window_.arrange()
        desk.panes.first.head.setFocus()
        return True

    def back(self) -> bool:
        """Close the comparison; one that was chosen in the list of matches leads back to it."""
        chosen = self._chosen
        closed = self.close()
        if closed and chosen:
            self._desk.clients.show_matches()
        return closed

    def dispose(self) -> None:
        """Take the page out of the window."""
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None
            self._chosen = ()

    def _sheets(self) -> list[Sheet]:
        """The occupations to compare; none when there are too few, or one cannot be read."""
        codes = self.codes()
        if len(codes) < FEWEST:
            return []
        found = [sheet for code in codes if (sheet := self._desk.sheet(code)) is not None]
        return found if len(found) == len(codes) else []

    def _fill(self, page: ComparePage, sheets: list[Sheet]) -> None:
        view = self._desk.clients.state.view
        fits = [fit for sheet in sheets if (fit := view.fit(sheet)) is not None]
        page.show_comparison(sheets, compare(sheets, fits, view.redraws))

    def _made(self) -> ComparePage:
        desk = self._desk
        page = ComparePage(desk.theme)
        page.setParent(desk.window_)
        thin_bars(page, desk.theme)
        page.closed.connect(self.back)
        page.open_occupation.connect(desk.open)
        page.source_requested.connect(desk.popovers.request)
        page.source_left.connect(desk.popovers.pointer_left)
        return page
