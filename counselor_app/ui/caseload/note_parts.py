"""What the notes pane is made of: the mark of who may read, and the editor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from counselor_app.domain.record.record import Reader
from counselor_app.ui.parts.drawing import draw_focus
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme

READERS: tuple[tuple[Reader, str], ...] = (
    ("counselor", "For me only"),
    ("client", "For the client"),
)
MEANING: dict[Reader, str] = {
    "counselor": "Stays in your file. It is never printed for the client.",
    "client": "Goes on the client’s handout.",
}
_PAUSE_MS = 500


class ReaderMark(QWidget):
    """Who may read a note, by word and shape: a filled bar with a padlock for the counselor
    alone, an open pill with a sheet for the client."""

    def __init__(self, reader: Reader, theme: Theme) -> None:
        super().__init__()
        self.theme, self._reader = theme, reader
        self._words = dict(READERS)[reader]
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics, px = QFontMetricsF(self.theme.font("caption", bold=True)), self.theme.px
        width = metrics.horizontalAdvance(self._words) + px(14 + 6 + 18)
        return QSize(int(width) + 1, int(metrics.height()) + px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self.theme.tokens, self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        mine = self._reader == "counselor"
        painter.setPen(QPen(t.text2 if mine else t.accent, 1.5))
        painter.setBrush(t.text2 if mine else t.surface)
        radius = px(2) if mine else rect.height() / 2
        painter.drawRoundedRect(rect, radius, radius)
        color = t.surface if mine else t.accent
        side = px(12)
        box = QRectF(px(9), (self.height() - side) / 2, side, side)
        draw_icon(painter, "lock" if mine else "sheet", box, color)
        font = self.theme.font("caption", bold=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(color)
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.right() + px(6), base), self._words)


class NoteEditor(QPlainTextEdit):
    """Where a note is written; ``paused`` comes half a second after the last key, and on leaving
    with the Tab key, which goes on to the next control."""

    paused = Signal()
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName("New note")
        self.setPlaceholderText("Write a note")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(theme.px(8))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.paused)
        self.textChanged.connect(self._timer.start)
        thin_bars(self, theme)
        theme.changed.connect(self.restyle)
        self.restyle()

    def settle(self) -> None:
        """Wait no longer for a pause."""
        self._timer.stop()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFont(self.theme.font("body"))
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self.theme.tokens.surface)
        self.setPalette(palette)
        self.setFixedHeight(self.theme.px(104))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.paused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, t = QPainter(self.viewport()), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.viewport().rect())
        painter.setPen(QPen(t.edge, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if self.hasFocus():
            draw_focus(painter, rect, self.theme)
