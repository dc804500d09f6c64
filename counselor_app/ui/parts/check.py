"""A box to tick, with words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QCheckBox

from counselor_app.ui.parts.control import Control
from counselor_app.ui.style.drawing import break_lines, longest_word
from counselor_app.ui.style.faces import BOX, GAP
from counselor_app.ui.style.theme import Theme


class Check(Control, QCheckBox):
    """A box and its words, which wrap; Space or Enter ticks it."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(theme.say(text))
        self.wear(theme, "check", wraps=True)
        self.setAccessibleName(text)

    def set_words(self, text: str) -> None:
        """Show and speak other words."""
        if self.theme.say(text) != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.restyle()

    def indent(self) -> int:
        """Where the words begin."""
        return self.theme.px(4 + BOX + GAP)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = break_lines(self.text(), self.theme.font("row"), width - self.indent())
        return max(self.theme.px(34), int(lines.height) + 8)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.theme.font("row"))
        width = int(metrics.horizontalAdvance(self.text())) + self.indent() + self.theme.px(6)
        return QSize(width, max(self.theme.px(34), int(metrics.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.text(), self.theme.font("row"))
        return QSize(int(width) + self.indent() + self.theme.px(6), self.sizeHint().height())
