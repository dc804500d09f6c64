"""A bar that says what happened, what was kept and what to do: a problem, or just news."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.saved import Saved
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class MessageBar(QFrame):
    """``message`` with a sign, an action if there is one, and a cross to close it.

    ``problem`` shows a warning sign and says so to a screen reader; else it is a notice. ``saved``
    is a file that can be opened from here.
    """

    def __init__(
        self,
        message: str,
        theme: Theme,
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
        *,
        problem: bool = True,
        saved: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.look = theme, "problem" if problem else "notice"
        dress(self, theme)
        named = (
            pgettext("message", "Problem: {what}", what=message)
            if problem
            else pgettext("message", "Notice: {what}", what=message)
        )
        self.setAccessibleName(theme.say(named))
        row = QHBoxLayout(self)
        self._row = row
        self.message = Prose(message, theme, role="body")
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.message, 1)
        self.action: Button | None = None
        if action is not None:
            self.action = Button(theme, action[0], look="outlined")
            self.action.clicked.connect(action[1])
            row.addWidget(self.action)
        if saved is not None:
            offer = Saved(theme)
            offer.failed.connect(lambda why: self.message.setText(theme.say(why)))
            row.addWidget(offer)
            offer.offer(saved)
        self.close_button = Button(theme, icon="close", name=_("Close this message"))
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._row.setContentsMargins(px(48), px(8), px(16), px(8))
        self._row.setSpacing(px(12))
        self.message.restyle()
        self._row.invalidate()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(400), super().sizeHint().height())
