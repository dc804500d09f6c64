"""Opens and closes the notes, and joins them to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.ui.caseload.notes import NotesPane

if TYPE_CHECKING:
    from datetime import date

    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.session import ClientSession


class NotesDesk(QObject):
    """``pane`` is there while notes are shown."""

    clients_wanted = Signal()

    def __init__(self, file: ClientsFile, session: ClientSession) -> None:
        super().__init__(file.host)
        self._file, self._host, self._session = file, file.host, session
        file.keep_notes = self.keep
        self.pane: NotesPane | None = None
        self._private_of = ""
        session.changed.connect(self._changed)
        file.noted.connect(self.refresh)
        file.models.view.changed.connect(self._about)

    def toggle(self) -> None:
        """Show the notes, or take them away."""
        if self.pane is None:
            self._show()
        else:
            self.hide()

    def keep(self) -> bool:
        """Save what is in the editor; False when it could not be saved."""
        return self.pane is None or self.pane.keep()

    def hide(self) -> None:
        """Save and take the notes away; what could not be saved keeps them open."""
        pane = self.pane
        if pane is None or not pane.keep():
            return
        self.dispose()
        self._host.focus_page()

    def dispose(self) -> None:
        """Take the pane out of the window."""
        if self.pane is not None:
            self.pane.hide()
            self.pane.deleteLater()
            self.pane = None
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

    def _show(self) -> None:
        host = self._host
        host.settle_popover()
        host.set_drawer(False)
        pane = self.pane = NotesPane(self._session.save_note, host.theme, host)
        pane.closed.connect(self.hide)
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
        (pane.editor if self._session.keeper else pane.open).setFocus()

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
