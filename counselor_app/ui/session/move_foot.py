"""What the page about the present job shows, and the tray of what is ticked there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counselor_app.domain.fit.moving import Moving
from counselor_app.domain.session.present import PresentJob
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.ui.style.theme import Theme

_MOST = 3
"""How many ticked jobs fit beside the present one."""


class MovingView(NamedTuple):
    """What the page shows; ``moving`` is None while it is worked out, ``present`` without one.
    ``names`` are the titles of what is ticked."""

    name: str
    present: PresentJob | None
    moving: Moving | None
    ticked: tuple[str, ...]
    names: tuple[str, ...]
    starred: tuple[str, ...]
    client_view: bool


class CompareFoot(QFrame):
    """What is ticked to compare with the present job."""

    look = "foot"
    untick = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.wanted = theme, False
        self._named: tuple[str, ...] = ()
        dress(self, theme)
        self.setAccessibleName(theme.say(pgettext("tray", "To compare")))
        self._row = QHBoxLayout(self)
        self._title = Prose(pgettext("tray", "To compare"), theme, role="body", bold=True,
                            wrap=False)  # fmt: skip
        self._hint = Prose("", theme, role="row", tone="text2")
        self.compare = Button(theme, "", look="primary")
        self._row.addWidget(self._title)
        self._row.addWidget(self._hint, 1)
        self._row.addWidget(self.compare)
        for part in (self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        px = self.theme.px
        self._row.setContentsMargins(px(32), px(8), px(20), px(8))
        self._row.setSpacing(px(12))

    def show_codes(self, view: MovingView) -> None:
        """Show what is ticked."""
        n = len(view.ticked)
        self.wanted = bool(n) and view.present is not None
        said: Said | str = _("{jobs}; the present job joins them", jobs=joined(view.names, ", "))
        if n > _MOST:
            said = _("{n} fit beside the present job: take some off.", n=_MOST)
        self._hint.setText(said)
        words = _("Compare {n} with now", n=n)
        self.compare.setText(words)
        self.compare.setAccessibleName(words)
        self.compare.setEnabled(n <= _MOST)
        self.compare.restyle()
