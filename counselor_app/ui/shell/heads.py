"""The heads of the open jobs: starred, ticked, their place in a list, and notes in a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from counselor_app.ui.occupation.pane import Pane
    from counselor_app.ui.shell.key_commands import KeyCommands
    from counselor_app.ui.shell.navigator import Navigator
    from counselor_app.ui.shell.parts import Parts


class Heads(QObject):
    """Joins both panes' heads to what is starred, ticked and listed."""

    def __init__(self, parts: Parts, navigator: Navigator, keys: KeyCommands) -> None:
        super().__init__(parts)
        self._parts = parts
        for pane in (parts.jobs.panes.first, parts.jobs.panes.second):
            head = pane.head
            head.stepped.connect(navigator.step_in_list)
            head.starred.connect(partial(self._toggle, pane, parts.shortlist.toggle))
            head.ticked.connect(partial(self._toggle, pane, parts.in_play.toggle))
            head.beside_wanted.connect(keys.next_beside)
            head.noting.connect(keys.toggle_notes)
        parts.in_play.changed.connect(self.show)

    def show(self) -> None:
        """Show what has changed."""
        parts = self._parts
        view, panes = parts.view, parts.jobs.panes
        talking = parts.session.known and not view.client_view
        codes, code = view.in_list, view.code
        one = len(view.codes) == 1 and code in codes
        for pane in (panes.first, panes.second):
            pane.head.set_session(talking)
            if pane.sheet is not None:
                own = pane.sheet.occupation.code
                pane.head.set_listed(own in parts.shortlist)
                pane.head.set_ticked(own in parts.in_play.ticked)
            pane.head.set_place(codes.index(code) + 1 if one else 0, len(codes))

    def _toggle(self, pane: Pane, toggle: Callable[[str], object]) -> None:
        if pane.sheet is not None:
            toggle(pane.sheet.occupation.code)
