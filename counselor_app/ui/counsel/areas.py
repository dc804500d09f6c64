"""The specific interest areas to tick: which the client likes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counselor_app.domain.session.areas import ABOUT, NAMES, LikedAreas
from counselor_app.language import _, capitalised, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_ABREAST = 2


class AreasDialog(Dialog):
    """``chosen`` carries the `LikedAreas`, None where nothing is ticked."""

    chosen = Signal(object)

    def __init__(
        self, held: LikedAreas | None, called: str, theme: Theme, parent: QWidget | None
    ) -> None:
        title = _("Which areas does {client} like?", client=called)
        super().__init__(title, theme, parent, width=720, height=680)
        self.content.addWidget(Prose(ABOUT, theme, role="body"))
        liked = held.liked if held is not None else ()
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, theme.px(12), 0)
        self.checks: dict[str, Check] = {}
        rows = -(-len(NAMES) // _ABREAST)
        for place, (element, name) in enumerate(NAMES.items()):
            check = self.checks[element] = Check(capitalised(name), theme)
            check.setChecked(element in liked)
            grid.addWidget(check, place % rows, place // rows)
        self.scrolled(body, pgettext("title", "Interest areas"))
        self.call_close(pgettext("button", "Cancel"))
        self.use = Button(theme, _("Use these areas"), look="primary")
        self.use.clicked.connect(self._leave)
        self.buttons.addWidget(self.use)
        next(iter(self.checks.values())).setFocus()

    def _leave(self) -> None:
        liked = tuple(element for element, check in self.checks.items() if check.isChecked())
        self.chosen.emit(LikedAreas(liked) if liked else None)
        self.accept()
