"""Who may read a note: the words for it, and its mark."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from counselor_app.domain.record.record import Reader
from counselor_app.language import _
from counselor_app.ui.style.frames import FRAMES
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

READERS: tuple[tuple[Reader, str], ...] = (
    ("counselor", _("For me only")),
    ("client", _("For the client")),
)
MEANING: dict[Reader, str] = {
    "counselor": _("Stays in your file. It is never printed for the client."),
    "client": _("Goes on the client’s handout."),
}


class ReaderMark(QLabel):
    """Who may read a note, by word and shape: a filled bar with a padlock for the counselor
    alone, an open pill with a sheet for the client."""

    def __init__(self, reader: Reader, theme: Theme) -> None:
        super().__init__(theme.say(dict(READERS)[reader]))
        self.theme = theme
        self.look = f"{reader} mark"
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        dress(self, theme)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.setFont(self.theme.font("caption", bold=True))
        self.setContentsMargins(px(27), px(3), px(11), px(3))
        palette = self.palette()
        ink = getattr(self.theme.tokens, FRAMES[self.look].ink)
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)
