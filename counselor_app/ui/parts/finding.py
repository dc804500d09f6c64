"""A finding between chart and table, marked by a bar at its side."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from counselor_app.language import joined
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_SEMIBOLD = '<span style="font-weight:600">{}</span>'


def strong(words: str) -> str:
    """``words`` in semibold, as rich text (``<b>`` would thicken the face by machine)."""
    return _SEMIBOLD.format(escape(words))


def led(theme: Theme, bold: str, rest: str) -> str:
    """Words in semibold, if there are any, then others, said in the theme's language: rich text."""
    said = escape(theme.say(rest))
    return f"{strong(theme.say(bold))} {said}" if bold else said


class Finding(Prose):
    """``bold`` in semibold, then ``rest``; as tall as ``level`` would need, if that is more.

    ``level`` is the linked pane's finding, so that what follows stays level in both panes;
    ``tone`` names the color of the bar: the job's or the client's.
    """

    def __init__(
        self,
        bold: str,
        rest: str,
        theme: Theme,
        *,
        level: tuple[str, str] | None = None,
        tone: str = "job",
        parent: QWidget | None = None,
    ) -> None:
        self.look = " ".join((tone, "finding"))
        self._level = Finding(*level, theme) if level else None
        super().__init__(led(theme, bold, rest), theme, rich=True, parent=parent)
        self.setAccessibleName(joined((bold, rest)))
        dress(self, theme)

    def restyle(self) -> None:
        super().restyle()
        px = self.theme.px
        self.setContentsMargins(px(14), px(4), 0, px(4))

    def heightForWidth(self, width: int) -> int:
        own = super().heightForWidth(width)
        return max(own, self._level.heightForWidth(width)) if self._level else own

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(480), 0)  # layouts ask for the height of their width

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(30))
