"""The client in the header: name and code, and a menu of what can be done for them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPushButton

from counselor_app.language import _, joined, pgettext
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
    """ "Client RF-14 ≈ S C E"; ``bare`` leaves the name, or an icon while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name = self._code = ""
        self._kept: InFile = ""
        self._ties = False
        self._bare = False
        self.wear(theme, "client")
        self.show_client("", "")

    def show_client(self, name: str, code: str, *, ties: bool = False) -> None:
        """Show a client's name and code letters; ``ties``: another order is as likely."""
        self._name, self._code, self._ties = name, " ".join(code), ties
        self._tell()

    def set_kept(self, kept: InFile) -> None:
        """Say whether the client is in the clients' file."""
        self._kept = kept
        self._tell()

    def set_bare(self, bare: bool) -> None:
        """Leave out all but the name (narrow windows, large text)."""
        if bare != self._bare:
            self._bare = bare
            self.restyle()

    def _tell(self) -> None:
        code = "" if not self._code else (
            _("code {letters} and ties", letters=self._code) if self._ties else
            pgettext("client", "code {letters}", letters=self._code)
        )  # fmt: skip
        client = joined((self._name, code)) or pgettext("client", "none yet")
        said = pgettext("header", "Client: {client}", client=client)
        said = joined((said, _IN_FILE[self._kept]), ", ")
        offers = _("{client}. Inventory, scores, skills, matches", client=said)
        self.setAccessibleName(said)
        self.setToolTip(offers)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def pieces(self) -> list[tuple[str, QFont, str]]:
        """Words, font and name of the color from left to right."""
        theme = self.theme
        found = []
        bold = theme.font("body", bold=True)
        if not self._bare:
            words = theme.say(pgettext("header", "Client"))
            found.append((words, theme.font("body"), "text"))
        if self._name:
            room = theme.px(_NAME_ROOM)
            name = QFontMetricsF(bold).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
            found.append((name, bold, "text"))
        if self._code and not (self._bare and self._name):
            found.append((f"≈ {self._code}" if self._ties else self._code, bold, "client_text"))
        bad = self._kept == "not saved"
        if self._kept and (bad or not self._bare):
            color = "client_text" if bad else "text2"
            words = theme.say(_IN_FILE[self._kept])
            found.append((words, theme.font("caption", bold=bad), color))
        return found
