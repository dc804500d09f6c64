"""Bars that are filled up to a share: what carries over, or a level beside the one asked."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QSizePolicy

from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class ShareBar(QProgressBar):
    """A bar in the color of the job; ``share`` is 0 to 1, ``thick`` its height at 100 %.

    ``mark`` (0 to 1) draws a line where something is asked; a bar that falls short of it is
    hatched.
    """

    look = "job bar"

    def __init__(
        self, share: float, name: str, theme: Theme, *, thick: int = 10, mark: float | None = None
    ) -> None:
        super().__init__()
        self.thick, self.asked = thick, mark
        self.short = mark is not None and share < mark
        dress(self, theme)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setValue(round(1000 * share))
        self.setFixedHeight(theme.px(thick + 8))
        self.setMinimumWidth(theme.px(48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(theme.say(name))
