"""How far something is."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class Progress(Speaker, QProgressBar):
    """A thin bar without words of its own; what it tells is its accessible name."""

    look = "progress"

    def __init__(self, theme: Theme, height: int = 6) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)
        self.setTextVisible(False)
        self.setFixedHeight(height)

    def show_share(self, share: float, words: str) -> None:
        """Show a share from 0 to 1."""
        self.setRange(0, 1000)
        self.setValue(round(1000 * share))
        self.setAccessibleName(words)
