"""The client in the bar: the name, and a menu of what can be done for them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPushButton

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.control import Control
from counselor_app.ui.style.theme import Theme

_NAME_ROOM = 150
InFile = Literal["", "kept", "not saved"]
"""Whether the client is in the clients' file; "" while in memory only."""
_IN_FILE: dict[InFile, str] = {
    "": "",
    "kept": pgettext("client in the clients’ file", "kept"),
    "not saved": pgettext("client in the clients’ file", "not saved"),
}


class ClientChip(Control, QPushButton):
    """A round mark and the name; ``opens`` draws the arrow of its menu.

    ``named`` says that there is a client; ``bare`` leaves the words out while there is none.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name = self._unsaved = ""
        self._kept = self._bare = False
        self.named, self.opens = False, True
        self.wear(theme, "client")
        self.show_client("", known=False)

    def show_client(self, name: str, *, known: bool) -> None:
        """Show a client's name; without one, that there is a client, or none."""
        self._name, self.named = name, known
        self._tell()

    def set_kept(self, *, kept: bool, unsaved: str = "") -> None:
        """Say whether the client is in the clients' file; ``unsaved`` words are shown."""
        self._kept, self._unsaved = kept, unsaved
        self._tell()

    def set_opens(self, opens: bool) -> None:
        """Whether a press opens the menu; not while the client reads along."""
        self.opens = opens
        self.setEnabled(opens)
        self._tell()

    def set_bare(self, bare: bool) -> None:
        """Leave out "No client" (narrow windows, large text)."""
        if bare != self._bare:
            self._bare = bare
            self.restyle()

    def _tell(self) -> None:
        say = self.theme.say
        if not self.named:
            said = _("Client: none yet")
        elif not self._name:
            said = _("Client without a name")
        elif not self.opens:
            said = pgettext(
                "bar", "Client: {name}", name=self._name
            )  # who reads along, and no more
        elif self._unsaved:
            said = _("Client: {name}, {state}", name=self._name, state=self._unsaved)
        elif self._kept:
            kept = pgettext("state of a client", "kept")
            said = _("Client: {name}, {state}", name=self._name, state=kept)
        else:
            said = pgettext("bar", "Client: {name}", name=self._name)
        self.setAccessibleName(say(said))
        offers = _("{client}. Questions, scores, skills, values", client=said)
        self.setToolTip(say(offers) if self.opens else "")
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def pieces(self) -> list[tuple[str, QFont, str]]:
        """Words, font and name of the color from left to right."""
        theme = self.theme
        if not self.named:
            none = theme.say(pgettext("client", "No client"))
            return [] if self._bare else [(none, theme.font("body"), "text")]
        bold = theme.font("body", bold=True)
        name = self._name or theme.say(pgettext("client", "Client"))
        room = theme.px(_NAME_ROOM)
        name = QFontMetricsF(bold).elidedText(name, Qt.TextElideMode.ElideRight, room)
        found = [(name, bold, "text")]
        if self._unsaved and self.opens:
            small = theme.font("caption", bold=True)
            found.append((theme.say(self._unsaved), small, "client_text"))
        return found
