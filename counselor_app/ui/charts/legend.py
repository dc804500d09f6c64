"""Client and job told apart by line, mark and color."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.language import _
from counselor_app.ui.parts.control import Speaker, follow_width
from counselor_app.ui.style.theme import Theme


class Legend(Speaker, QWidget):
    """A dashed line with a circle and a line with a square, each with its words."""

    def __init__(self, client: str, job: str, theme: Theme) -> None:
        super().__init__()
        self.theme, self._words = theme, theme.said((client, job))
        self.setAccessibleName(
            _("Dashed with circles: {client}. Line with squares: {job}.", client=client, job=job)
        )
        follow_width(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int((1 if self._wide() <= width else 2) * self._line()) + 4

    def sizeHint(self) -> QSize:
        return QSize(int(self._wide()), int(self._line()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), int(self._line()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self.theme.tokens, self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font("row"))
        metrics = QFontMetricsF(painter.font())
        apart = self._wide() <= self.width()
        x = (self.width() - self._wide()) / 2 if apart else 0.0
        y = self._line() / 2
        for place, words in enumerate(self._words):
            pen = QPen(t.job if place else t.client, 2)
            if not place:
                pen.setDashPattern([4, 2.5])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, y), QPointF(x + px(26), y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.job if place else t.client)
            middle = QPointF(x + px(13), y)
            if place:
                painter.drawRect(QRectF(middle.x() - px(4), y - px(4), px(8), px(8)))
            else:
                painter.drawEllipse(middle, px(5), px(5))
            painter.setPen(t.text2)
            base = y + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x + px(34), base), words)
            if apart:
                x += px(34) + metrics.horizontalAdvance(words) + px(24)
            else:
                y += self._line()

    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("row")).height()

    def _wide(self) -> float:
        metrics = QFontMetricsF(self.theme.font("row"))
        words = sum(metrics.horizontalAdvance(w) for w in self._words)
        return words + self.theme.px(2 * 34 + 24)
