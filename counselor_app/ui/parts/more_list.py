"""A bulleted list of which the first few lines are shown until the rest is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counselor_app.ui.parts.drawing import Lines, break_lines, draw_lines
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.style.theme import Role, Theme


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
        if texts:
            self._column.addWidget(Bullets(texts, self._theme, role=self._role))


class Bullets(QWidget):
    """Lines with a bullet each; painted, because a rich-text label lays out ten times slower."""

    def __init__(
        self, texts: Sequence[str], theme: Theme, *, role: Role, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts, self._theme = tuple(texts), theme
        self._role: Role = role
        self._by_width: dict[int, list[Lines]] = {}
        self.setAccessibleName("; ".join(texts))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._by_width.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gap = self._theme.px(4)
        return int(sum(lines.height + gap for lines in self._lines(width))) - gap + 2

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._role))
        color, indent = self._theme.tokens.text, self._indent()
        y = 0.0
        for lines in self._lines(self.width()):
            painter.setPen(self._theme.tokens.text2)
            painter.drawText(QPointF(self._theme.px(2), y + lines.ascent), "•")
            rect = QRectF(indent, y, self.width() - indent, lines.height)
            draw_lines(painter, lines, rect, color)
            y += lines.height + self._theme.px(4)

    def _indent(self) -> int:
        return self._theme.px(16)

    def _lines(self, width: int) -> list[Lines]:
        if width not in self._by_width:
            font, room = self._theme.font(self._role), width - self._indent()
            self._by_width[width] = [break_lines(text, font, room) for text in self._texts]
        return self._by_width[width]
