"""Joins the client to the window: chip, dialogs, panes and lists follow one state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counselor_app.domain.client import Client
from counselor_app.domain.instruments import ClientScores
from counselor_app.domain.wording import capitalised, correlation_words
from counselor_app.store.reference import DamagedPackError
from counselor_app.ui.client.state import ClientState

if TYPE_CHECKING:
    from counselor_app.ui.desk import Desk


class ClientDesk(QObject):
    """Carries out what the client chip offers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self.window_, self.theme = desk, desk.window_, desk.theme
        self.state = ClientState(lambda: desk.pack.interest_profiles, self)
        self.state.changed.connect(self._changed)
        self.window_.header.client.clicked.connect(self._show_menu)
        self.window_.header.client.setEnabled(True)

    def set(self, client: Client) -> None:
        """Take a client, everywhere."""
        try:
            self.state.set(client)
        except DamagedPackError as error:
            self._desk.damaged.emit(str(error))

    def type_scores(self) -> None:
        """Type in the scores of an inventory taken elsewhere."""
        from counselor_app.ui.client.scores import ScoresDialog

        self._desk.popovers.close()
        dialog = ScoresDialog(self.state.client, self.theme, self.window_)
        dialog.typed.connect(self._scores_typed)
        dialog.open()

    def clear(self) -> None:
        """Forget the client; until the message is closed this can be undone."""
        was = self.state.client
        if not was.known:
            return
        self.set(Client())
        self.window_.say(
            f"{capitalised(was.called)} was cleared. Nothing of it is on the disk; after this"
            " message nothing is left of it.",
            ("Undo", partial(self._restore, was)),
        )

    def dispose(self) -> None:
        """Let the window go on without a client."""
        self.state.changed.disconnect(self._changed)
        self.state.wait()
        header = self.window_.header
        header.client.clicked.disconnect(self._show_menu)
        header.client.setEnabled(False)
        header.client.show_client("", "")

    def _restore(self, client: Client) -> None:
        self.window_.unsay()
        self.set(client)

    def _scores_typed(self, name: str, scores: ClientScores) -> None:
        self.set(replace(self.state.client, name=name, scores=scores))

    def _show_menu(self) -> None:
        from counselor_app.ui.client.menu import show_menu

        self._desk.popovers.close()
        show_menu(self)

    def _changed(self) -> None:
        desk, view = self._desk, self.state.view
        desk.popovers.close()
        self.window_.header.client.show_client(view.client.name, view.client.letters)
        desk.sidebar.set_fits(
            {code: correlation_words(match.r) for code, match in view.by_code.items()}
        )
        desk.panes.set_client(view if view.client.known else None)
