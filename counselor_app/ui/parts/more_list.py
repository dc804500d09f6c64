"""A bulleted list of which the first few lines are shown until the rest is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.language import _, joined
from counselor_app.ui.parts.chips import more_words
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme


class MoreList(Speaker, QWidget):
    """``texts`` under each other; with more than ``shown`` a link shows the rest."""

    heard_as = "list"

    def __init__(
        self,
        texts: Sequence[str],
        theme: Theme,
        name: str,
        *,
        shown: int,
        role: Role = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts, self.theme, self._shown = tuple(texts), theme, shown
        self._role: Role = role
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._add(self._texts[:shown])
        hidden = len(self._texts) - shown
        self.more: LinkLabel | None = None
        if hidden > 0:
            words = more_words(hidden) if shown else _("Show all {n}", n=hidden)
            self.more = LinkLabel(words, theme)
            self.more.setAccessibleName(joined((words, name), ": "))
            self.more.clicked.connect(self.expand)
            self._column.addWidget(self.more)

    def expand(self) -> None:
        """Show all lines."""
        if self.more is None:
            return
        self._column.removeWidget(self.more)
        self.more.hide()
        self.more.deleteLater()
        self.more = None
        self._add(self._texts[self._shown :])

    def _add(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._column.addWidget(Bullet(text, self.theme, role=self._role))


class Bullet(Prose):
    """A line with a bullet before it."""

    look, heard_as = "bullet", "item"

    def __init__(self, text: str, theme: Theme, *, role: Role = "body") -> None:
        super().__init__(text, theme, role=role)
        self.setAccessibleName(text)
        dress(self, theme)

    def restyle(self) -> None:
        super().restyle()
        self.setContentsMargins(self.theme.px(16), 0, 0, 0)
