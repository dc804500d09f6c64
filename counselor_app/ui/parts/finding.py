"""A finding between chart and table, marked by a bar at its side."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from counselor_app.ui.style.theme import Theme


def strong(words: str) -> str:
    """``words`` in semibold, as rich text (``<b>`` would thicken the face by machine)."""
    return f'<span style="font-weight:600">{escape(words)}</span>'


class Finding(QWidget):
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
        super().__init__(parent)
        self.theme, self._tone = theme, tone
        self._own = self._document(bold, rest)
        self._level = self._document(*level) if level else None
        self._heights: dict[int, int] = {}
        self.setAccessibleName(f"{bold} {rest}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width in self._heights:
            return self._heights[width]
        tallest = 0.0
        for document in (self._own, self._level):
            if document is not None:
                document.setTextWidth(max(width - self._indent(), 1))
                tallest = max(tallest, document.size().height())
        self._heights[width] = int(tallest) + self.theme.px(8)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(480), 0)  # layouts ask for the height of their width

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        height = self._text_height() + self.theme.px(8)
        painter.fillRect(QRectF(0, 0, 3, height), getattr(self.theme.tokens, self._tone))
        painter.translate(self._indent(), self.theme.px(4))
        self._own.drawContents(painter)

    def _text_height(self) -> float:
        self._own.setTextWidth(max(self.width() - self._indent(), 1))
        return float(self._own.size().height())

    def _indent(self) -> int:
        return self.theme.px(14)

    def _document(self, bold: str, rest: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.theme.font("prose"))
        color = QColor(self.theme.tokens.text).name()
        document.setHtml(f'<span style="color:{color}">{strong(bold)} {escape(rest)}</span>')
        return document
