"""Opens and closes the comparison over the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.fit.compare import FEWEST, MOST, compare
from counselor_app.language import _
from counselor_app.ui.occupation.compare_page import CompareMarks, ComparePage
from counselor_app.ui.parts.scroll import thin_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.parts.host import Host
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.state.places import Places
    from counselor_app.ui.state.reference import Reference
    from counselor_app.ui.state.shortlist import Shortlist
    from counselor_app.ui.state.view import View

TOO_FEW = _(
    "To compare, open a second occupation beside the first (Ctrl+D), or put at least two on the"
    " shortlist (Ctrl+S)."
)


class CompareDesk(QObject):
    """Opens and closes the comparison; ``page`` is there while it is shown.

    It is kept while it is hidden, and shown again as it was where nothing has changed.

    ``opening`` comes before it lies over what is shown, ``opened`` carries the new page.
    """

    opening = Signal()
    opened = Signal(object)
    print_wanted = Signal()
    plan_wanted = Signal()

    def __init__(
        self, reference: Reference, client: ClientState, shortlist: Shortlist, view: View,
        places: Places, host: Host,
    ) -> None:  # fmt: skip
        super().__init__(host)
        self._reference, self._client, self._shortlist = reference, client, shortlist
        self._view, self._host = view, host
        self.page: ComparePage | None = None
        self._kept: ComparePage | None = None
        self._chosen: tuple[str, ...] = ()
        client.changed.connect(self.refresh)
        places.changed.connect(self.refresh)
        shortlist.changed.connect(self.refresh)
        view.client_view_changed.connect(self.refresh)

    def codes(self) -> tuple[str, ...]:
        """What is compared: what was chosen, else two open panes, then the shortlist."""
        if self._chosen:
            return self._chosen
        open_jobs = self._view.codes
        first = open_jobs if len(open_jobs) == FEWEST else ()
        return tuple(dict.fromkeys([*first, *self._shortlist.codes, *open_jobs]))[:MOST]

    def of(self, ticked: Sequence[str]) -> tuple[str, ...]:
        """What is compared of what is ticked: beside the client's present job where they have one
        and there is room; nothing where it is too little.
        """
        jobs, present = tuple(ticked[:MOST]), self._client.client.present
        if 0 < len(jobs) < MOST and present and present.code in self._reference.titles:
            jobs = tuple(dict.fromkeys((present.code, *jobs)))
        return jobs if len(jobs) >= FEWEST else ()

    def begin(self, ticked: Sequence[str]) -> None:
        """Compare what is ticked, beside the client's present job where they have one."""
        self.show(self.of(ticked))

    def show(self, chosen: Sequence[str] = ()) -> None:
        """Compare ``chosen``, else what is open and on the shortlist, or say how to choose it."""
        host, was = self._host, self._chosen
        self._chosen = tuple(chosen) if len(chosen) >= FEWEST else ()
        sheets = self._sheets()
        if len(self.codes()) < FEWEST:
            host.say(TOO_FEW, problem=False)
        if not sheets:
            self._chosen = was if self.page is not None else ()
            return
        host.settle_popover()
        self.opening.emit()
        host.set_drawer(False)
        if self._kept is None:
            self._kept = self._made()
        self.page = self._kept
        self.page.show()
        host.lay_over(self.page)
        self._view.lay_over("compare")
        if not self.page.shows(sheets):
            self._fill(self.page, sheets)
        self.page.back.setFocus()

    def refresh(self) -> None:
        """Fill the page again after the places or the client have changed; none is kept of it
        while it is hidden.
        """
        if self.page is None:
            self._forget()
        elif sheets := self._sheets():
            self._fill(self.page, sheets)

    def close(self) -> bool:
        """Go back to the panes; False when no comparison is shown."""
        if self.page is None:
            return False
        self._host.settle_popover()
        self.hide()
        self._host.focus_page()
        return True

    def hide(self) -> None:
        """Take the page away."""
        if self.page is not None:
            focus = self._host.focusWidget()
            if focus is not None and self.page.isAncestorOf(focus):
                self._host.setFocus()  # else Qt looks for the next one, page by page
            self.page.hide()
            self.page = None
            self._chosen = ()
            self._host.lay_over(None)
            self._view.lay_over("")

    def dispose(self) -> None:
        """Take the page out of the window."""
        self.hide()
        self._forget()

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept.deleteLater()
            self._kept = None

    def _sheets(self) -> list[Sheet]:
        """The occupations to compare; none when there are too few, or one cannot be read."""
        codes = self.codes()
        if len(codes) < FEWEST:
            return []
        found = self._reference.sheets(codes)
        return found if len(found) == len(codes) else []

    def _fill(self, page: ComparePage, sheets: list[Sheet]) -> None:
        view = self._client.view
        present = view.client.present
        marks = CompareMarks(
            starred=self._shortlist.codes,
            present=present.code if present else "",
            tiers=tuple(view.tier(sheet.occupation.code) for sheet in sheets),
            known=view.client.known,
            client_view=self._view.client_view,
        )
        fits = [fit for sheet in sheets if (fit := view.fit(sheet)) is not None]
        found = compare(sheets, fits, view.redraws, plain=marks.client_view)
        page.show_comparison(sheets, found, marks)

    def _drop(self, code: str) -> None:
        """Compare without an occupation."""
        self._chosen = tuple(one for one in self.codes() if one != code)
        self.refresh()
        self._view.changed.emit()

    def _made(self) -> ComparePage:
        page = ComparePage(self._host.theme)
        page.setParent(self._host)
        thin_bars(page, self._host.theme)
        page.starred.connect(self._shortlist.toggle)
        page.dropped.connect(self._drop)
        page.printed.connect(self.print_wanted)
        page.planned.connect(self.plan_wanted)
        page.add_wanted.connect(self._host.focus_search)
        self.opened.emit(page)
        return page
