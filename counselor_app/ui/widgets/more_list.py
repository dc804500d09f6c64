"""A bulleted list of which the first few lines are shown until the rest is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.ui.theme import Role, Theme
from counselor_app.ui.widgets.text import LinkLabel, Prose


class MoreList(QWidget):
    """``texts`` under each other; with more than ``shown`` a link shows the rest."""

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
        self._texts, self._theme, self._shown = tuple(texts), theme, shown
        self._role: Role = role
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._add(self._texts[:shown])
        hidden = len(self._texts) - shown
        self.more: LinkLabel | None = None
        if hidden > 0:
            words = f"{hidden} more" if shown else f"Show all {hidden}"
            self.more = LinkLabel(words, theme)
            self.more.setAccessibleName(f"{words}: {name}")
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
        if not texts:
            return
        # A table, because Qt's own bullets neither scale nor align with the page.
        bullet = f'<td style="padding-right:{self._theme.px(8)}px">•</td>'
        lines = "".join(f"<tr>{bullet}<td>{escape(text)}</td></tr>" for text in texts)
        table = f'<table cellspacing="0" cellpadding="0">{lines}</table>'
        self._column.addWidget(Prose(table, self._theme, role=self._role, rich=True))
