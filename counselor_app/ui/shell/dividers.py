"""The widths of the list, of the notes and of two panes: dragged, or moved by keys, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counselor_app.ui.parts.divider import Divider

if TYPE_CHECKING:
    from counselor_app.ui.shell.key_commands import KeyCommands
    from counselor_app.ui.shell.parts import Parts

LEAST, MOST = 220, 640
"""Of the list and the notes, in pixels at 100 % text."""
_STEP, _SHARE_STEP = 16, 2


class Dividers(QObject):
    """A divider at the list, one at the notes; the panes have one of their own."""

    def __init__(self, parts: Parts, keys: KeyCommands) -> None:
        super().__init__(parts)
        self._parts, self._window = parts, parts.window
        kept, panes = parts.preferences.settings, parts.jobs.panes
        self._window.list_width, self._window.notes_width = kept.list_width, kept.notes_width
        panes.set_share(kept.split)
        self.list, self.notes = (Divider(parts.theme, self._window) for _ in range(2))
        self.list.dragged.connect(lambda x: self._set_list(x))
        self.notes.dragged.connect(lambda x: self._set_notes(self._window.width() - x))
        self.list.reset.connect(lambda: self._widths(list_width=0))
        self.notes.reset.connect(lambda: self._widths(notes_width=0))
        for divider in (self.list, self.notes, panes.divider):
            divider.let_go.connect(self._keep)
        keys.divider_moved.connect(self.step)
        self._window.arranged.connect(self._place)

    def dispose(self) -> None:
        """Take them out of the window, which goes on without."""
        self._window.arranged.disconnect(self._place)
        for divider in (self.list, self.notes):
            divider.setParent(None)
            divider.deleteLater()

    def step(self, by: int) -> None:
        """Move the divider at what has the focus to the left (-1) or right (1): that of the list or
        the notes, else the one between two panes."""
        window, parts = self._window, self._parts
        focus, px = window.focusWidget(), window.theme.px
        listed = focus is window.search or (focus and parts.sidebar.isAncestorOf(focus))
        beside = window.beside
        if beside is not None and focus is not None and beside.isAncestorOf(focus):
            self._set_notes(beside.width() - by * px(_STEP))
        elif len(parts.jobs.panes.panes) == 2 and not listed:
            parts.jobs.panes.set_share(parts.jobs.panes.share + by * _SHARE_STEP)
        elif window.sidebar_shown:
            self._set_list(parts.sidebar.width() + by * px(_STEP))
        self._keep()

    def _set_list(self, wide: int) -> None:
        self._widths(list_width=self._kept_width(wide))

    def _set_notes(self, wide: int) -> None:
        self._widths(notes_width=self._kept_width(wide))

    def _kept_width(self, wide: int) -> int:
        return min(max(round(wide / self._window.theme.scale), LEAST), MOST)

    def _widths(self, **widths: int) -> None:
        for name, wide in widths.items():
            setattr(self._window, name, wide)
        self._window.arrange()

    def _keep(self) -> None:
        kept, window = self._parts.preferences, self._window
        kept.remember(kept.settings._replace(
            list_width=window.list_width, notes_width=window.notes_width,
            split=self._parts.jobs.panes.share,
        ))  # fmt: skip

    def _place(self) -> None:
        """Lie where the parts meet now; where they lie over one another there is no divider.

        One that is being dragged must not be hidden for a moment: the pointer would lose it.
        """
        window, list_, notes = self._window, self._parts.sidebar, self._window.beside
        bare = window.cover is None
        if bare and window.sidebar_shown:
            self.list.place(list_.geometry().right(), list_.y(), list_.height())
        else:
            self.list.hide()
        if bare and notes is not None and window.notes_beside:
            self.notes.place(notes.x(), notes.y(), notes.height())
        else:
            self.notes.hide()
