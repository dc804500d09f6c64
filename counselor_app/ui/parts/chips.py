"""Short names in rounded boxes, flowing into rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.control import Speaker, follow_width
from counselor_app.ui.parts.heard import Value, Values
from counselor_app.ui.style.drawing import draw_focus
from counselor_app.ui.style.theme import Theme


class Chips(Values, Speaker, QWidget):
    """``texts`` as chips, the first ``shown`` of them until "n more" is asked for.

    ``hot`` texts carry a small triangle; say under the chips what it means. Each
    text is an item to a screen reader. ``total`` is how many there are when not all are in
    ``texts``.
    """

    expanded = Signal()

    def __init__(
        self,
        texts: Sequence[str],
        theme: Theme,
        name: str,
        *,
        shown: int = 6,
        hot: Collection[str] = (),
        total: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._texts, self._shown = theme.said(tuple(texts)), shown
        self._hot = frozenset(map(theme.say, hot))
        self._beyond = max((total or 0) - len(texts), 0)
        self._over_more = False
        self._placed: dict[int, list[tuple[str, QRectF]]] = {}
        self.setAccessibleName(name)
        follow_width(self)
        self.setMouseTracking(True)
        if len(texts) > shown:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(_("Press Enter to show the rest"))
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._placed.clear()
        self.updateGeometry()
        self.update()

    def visible_texts(self) -> tuple[str, ...]:
        """The chips drawn now."""
        return self._texts[: self._shown]

    def expand(self) -> None:
        """Show all chips."""
        self._shown = len(self._texts)
        self._placed.clear()
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()
        self.expanded.emit()

    def values(self) -> Sequence[Value]:
        return [Value(text, rect) for text, rect in self._rects(self.width())]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rects = self._rects(width)
        return int(rects[-1][1].bottom()) + 2 if rects else 0

    def sizeHint(self) -> QSize:
        width = self.theme.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(30))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.expand()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._more_at(event.position())
        if over != self._over_more:
            self._over_more = over
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._more_at(event.position()):
            self.expand()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.theme.font("row")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        t, px = self.theme.tokens, self.theme.px
        more = self._more_text()
        for text, rect in self._rects(self.width()):
            baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            x = rect.left() + px(10)
            if text == more:
                painter.setPen(t.accent)
                painter.drawText(QPointF(rect.left(), baseline), text)
                if self._over_more:
                    end = rect.left() + metrics.horizontalAdvance(text)
                    under = baseline + 2.5
                    painter.drawLine(QPointF(rect.left(), under), QPointF(end, under))
                continue
            painter.setPen(QPen(t.line, 1))
            painter.setBrush(t.window)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
            if text in self._hot:
                draw_triangle(painter, QRectF(x, rect.center().y() - px(4), px(9), px(8)), t.text2)
                x += px(14)
            painter.setPen(t.text)
            room = rect.right() - px(10) - x
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
            painter.drawText(QPointF(x, baseline), shown)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _more_text(self) -> str:
        hidden = len(self._texts) - self._shown
        return self.theme.say(more_words(hidden + self._beyond)) if hidden > 0 else ""

    def _more_at(self, point: QPointF) -> bool:
        more = self._more_text()
        return bool(more) and any(
            text == more and rect.contains(point) for text, rect in self._rects(self.width())
        )

    def _rects(self, width: int) -> list[tuple[str, QRectF]]:
        if width not in self._placed:
            self._placed[width] = self._place(width)
        return self._placed[width]

    def _place(self, width: int) -> list[tuple[str, QRectF]]:
        px, metrics = self.theme.px, QFontMetricsF(self.theme.font("row"))
        height, gap = max(px(30), metrics.height() + 8), px(8)
        more = self._more_text()
        x = y = 0.0
        found: list[tuple[str, QRectF]] = []
        for text in (*self.visible_texts(), *([more] if more else [])):
            wide = metrics.horizontalAdvance(text) + px(20 if text != more else 8)
            wide = min(wide + (px(14) if text in self._hot else 0), width - 2)
            if x and x + wide > width:
                x, y = 0.0, y + height + gap
            found.append((text, QRectF(x, y, wide, height)))
            x += wide + gap
        return found


def more_words(count: int) -> str:
    """How many lie behind a link."""
    return pgettext("link", "{n} more", n=count)


def draw_triangle(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """The mark of a name found in many job ads."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    top = QPointF(rect.center().x(), rect.top())
    painter.drawPolygon(QPolygonF([top, rect.bottomRight(), rect.bottomLeft()]))
