"""Opens and closes the notes, and joins them to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.ui.caseload.notes import NotesPane

if TYPE_CHECKING:
    from datetime import date

    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.preferences import Preferences
    from counselor_app.ui.state.session import ClientSession


_JOB = 1080
"""The width at 100 % text that a job keeps where the notes open beside it by themselves."""


class NotesDesk(QObject):
    """``pane`` is there while notes are shown.

    In a wide window they open by themselves beside a job, and go with it, unless they were closed
    there; else they are asked for.
    """

    clients_wanted = Signal()

    def __init__(self, file: ClientsFile, session: ClientSession, preferences: Preferences) -> None:
        super().__init__(file.host)
        self._file, self._host, self._session = file, file.host, session
        self._preferences = preferences
        self._by_itself = False
        self._width = 0
        self._beside: tuple[tuple[str, ...], str] = ((), "")
        file.keep_notes = self.keep
        self.pane: NotesPane | None = None
        self._private_of = ""
        session.changed.connect(self._changed)
        file.noted.connect(self.refresh)
        file.models.view.changed.connect(self._follow)
        file.host.arranged.connect(self._resized)

    @property
    def in_hand(self) -> bool:
        """Whether they were asked for, or are written in now."""
        pane = self.pane
        return pane is not None and (not self._by_itself or pane.holds(self._host.focusWidget()))

    def toggle(self) -> None:
        """Show the notes, or take them away; those that opened by themselves get the keyboard."""
        if self.pane is None:
            self._close_beside(closed=False)
            self._show(by_itself=self._belong())
            self._take_focus()
        elif self.in_hand:
            self.close()
        else:
            self._take_focus()

    def close(self) -> None:
        """Take the notes away; beside a job they do not open by themselves any more."""
        self._close_beside(closed=True)
        self.hide()

    def keep(self) -> bool:
        """Save what is in the editor; False when it could not be saved."""
        return self.pane is None or self.pane.keep()

    def hide(self) -> None:
        """Save and take the notes away; what could not be saved keeps them open."""
        pane = self.pane
        if pane is None or not pane.keep():
            return
        held = pane.holds(self._host.focusWidget())
        self.dispose()
        if held:
            self._host.focus_page()

    def dispose(self) -> None:
        """Take the pane out of the window."""
        if self.pane is not None:
            self.pane.hide()
            self.pane.deleteLater()
            self.pane, self._by_itself = None, False
            self._host.lay_beside(None)

    def refresh(self) -> None:
        """Show notes and steps as they are in the file now."""
        if self.pane is not None:
            titles = self._file.models.reference.titles
            self.pane.show_record(
                self._session.record(), lambda code: titles.get(code, code), self._file.now(),
                private=bool(self._private_of) and self._private_of == self._session.uid,
            )  # fmt: skip
            self._about()

    def _unfold(self) -> None:
        """Show this client's notes for the counselor alone, until another client or the lock."""
        self._private_of = self._session.uid
        self.refresh()
        if self.pane is not None:
            self.pane.editor.setFocus()

    def _show(self, *, by_itself: bool) -> None:
        host = self._host
        host.settle_popover()
        host.set_drawer(False)
        pane = self.pane = NotesPane(self._session.save_note, host.theme, host)
        self._by_itself = by_itself
        pane.closed.connect(self.close)
        pane.finished.connect(self.refresh)
        pane.unfolded.connect(self._unfold)
        pane.step_added.connect(self._add_step)
        pane.looked_turned.connect(self._turn_looked)
        pane.step_ticked.connect(self._tick)
        pane.removed.connect(self._file.remove)
        pane.opened.connect(self._open)
        pane.open_wanted.connect(self.clients_wanted)
        self.refresh()
        pane.show()
        host.lay_beside(pane)

    def _take_focus(self) -> None:
        if self.pane is not None:
            (self.pane.editor if self._session.keeper else self.pane.open).setFocus()

    def _belong(self) -> bool:
        """Whether one job alone is in sight of a client, and keeps its room beside the notes."""
        view, px = self._file.models.view, self._host.theme.px
        job = len(view.codes) == 1 and not view.over and not view.client_view
        wide = self._host.width() >= px(NotesPane.WIDTH + _JOB)
        return job and wide and self._session.keeper is not None

    def _follow(self) -> None:
        """Open beside a job that comes in sight, and go with it."""
        view = self._file.models.view
        if (view.codes, view.over) != self._beside:
            self._beside = (view.codes, view.over)
            self._fit()
        self._about()

    def _resized(self) -> None:
        if self._host.width() != self._width:
            self._width = self._host.width()
            self._fit()

    def _fit(self) -> None:
        belong = self._belong()
        if belong and self.pane is None and not self._preferences.settings.notes_closed:
            self._show(by_itself=True)
        elif not belong and self._by_itself:
            self.hide()

    def _close_beside(self, *, closed: bool) -> None:
        """Keep whether the notes are wanted beside a job, where it is there that they change."""
        settings = self._preferences.settings
        if self._belong() and settings.notes_closed != closed:
            self._preferences.remember(settings._replace(notes_closed=closed))

    def _open(self, code: str) -> None:
        self._file.models.commands.open_job.emit(code, False)

    def _changed(self) -> None:
        if self._session.uid != self._private_of:
            self._private_of = ""
        self.refresh()

    def _about(self) -> None:
        """Say at which job one writes, and whether it is on the handout: one that is in sight."""
        if self.pane is None:
            return
        models = self._file.models
        code = "" if models.view.over else models.view.code
        self.pane.set_looked(code not in models.in_play.layout.left_out if code else None)
        if self.pane.note is None:
            self.pane.set_about(models.reference.titles.get(code, ""))

    def _turn_looked(self, on: bool) -> None:
        models = self._file.models
        layout = models.in_play.layout
        models.in_play.lay_out(layout.job(models.view.code, on=on))

    def _add_step(self, text: str, due: date | None, who: str) -> None:
        if self._session.add_step(text, due, who) and self.pane is not None:
            self.pane.new_step.clear()

    def _tick(self, uid: str, text: str, done: bool) -> None:
        self._session.tick_step(uid, text, done=done)
