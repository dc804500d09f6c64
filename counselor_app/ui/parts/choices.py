"""Small controls for lists: a choice behind a button, a field that filters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from counselor_app.ui.parts.drawing import draw_focus
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme


class ChoiceButton(QPushButton):
    """The present choice and a small arrow; opens a menu of all choices. ``chosen`` tells which.

    ``name`` says what is chosen ("Order of the list").
    """

    chosen = Signal(int)

    def __init__(
        self,
        items: Sequence[str],
        theme: Theme,
        name: str,
        *,
        index: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._items, self._name = theme, tuple(items), name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.setAccessibleName(name)
        group = QActionGroup(menu)
        self._actions: list[QAction] = []
        for place, text in enumerate(self._items):
            action = QAction(text, menu)
            action.setCheckable(True)
            action.triggered.connect(partial(self._pick, place))
            group.addAction(action)
            menu.addAction(action)
            self._actions.append(action)
        self.setMenu(menu)
        self.set_index(index)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_index(self, index: int) -> None:
        """Show a choice without emitting ``chosen``."""
        self._actions[index].setChecked(True)
        self.setText(self._items[index])
        self.setAccessibleName(f"{self._name}: {self._items[index]}")

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.menu().setFont(self.theme.font("row"))
        self.menu().setPalette(self.theme.palette())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        metrics = QFontMetricsF(self.theme.font("row"))
        widest = max(metrics.horizontalAdvance(text) for text in self._items)
        return QSize(int(widest) + px(38), max(px(34), int(metrics.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent_soft)
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        painter.setFont(self.theme.font("row"))
        metrics = QFontMetricsF(painter.font())
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.setPen(t.text)
        painter.drawText(QPointF(px(10), base), self.text())
        x = px(10) + metrics.horizontalAdvance(self.text()) + px(6)
        side = px(12)
        draw_icon(painter, "down", QRectF(x, (self.height() - side) / 2, side, side), t.text2)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _pick(self, place: int) -> None:
        self.set_index(place)
        self.chosen.emit(place)


class FindField(QLineEdit):
    """Filters a list while one types; Esc empties it."""

    def __init__(self, hint: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.setFont(self.theme.font("row"))
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setTextMargins(px(30), 0, px(8), 0)
        self.setFixedSize(min(px(190), 340), max(px(34), self.fontMetrics().height() + 10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(t.surface)
        painter.setPen(QPen(t.accent, 2) if self.hasFocus() else QPen(t.edge, 1))
        painter.drawRoundedRect(rect, px(6), px(6))
        side = px(14)
        top = (self.height() - side) / 2
        draw_icon(painter, "search", QRectF(px(10), top, side, side), t.text2)
        painter.end()
        super().paintEvent(event)
