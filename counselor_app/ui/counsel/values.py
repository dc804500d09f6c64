"""Six work values to put in order: by key, by button, by touch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.fit.work_values import BY_ELEMENT, VALUES, moved
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.drawing import break_lines, draw_focus, draw_lines
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

TOUCH = 44
HOW = (
    "Put what matters most in a job on top. Use the buttons; or the arrow keys to go from one to"
    " the next, with Ctrl to take it along."
)


class _Row(QWidget):
    """One value with its place, what it means, and two buttons to move it."""

    def __init__(self, place: int, dialog: ValuesDialog) -> None:
        super().__init__()
        self._place, self._dialog, self.theme = place, dialog, dialog.theme
        self._name = self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # By hand: a layout would take the place of this widget's own height for its width.
        self.up = Button(self.theme, icon="up", look="outlined", name="Up", parent=self)
        self.down = Button(self.theme, icon="down", look="outlined", name="Down", parent=self)
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setAutoDefault(False)
            button.setFixedSize(max(TOUCH, self.theme.px(40)), max(TOUCH, self.theme.px(40)))
            button.clicked.connect(lambda _=False, by=by: dialog.take(self._place, by))

    def show_value(self, name: str, words: str, *, of: int) -> None:
        """Show another value at this place."""
        self._name, self._words = name, words
        self.setAccessibleName(f"{self._place + 1} of {of}: {name}. {words}")
        self.up.setEnabled(self._place > 0)
        self.down.setEnabled(self._place < of - 1)
        for button, way in ((self.up, "up"), (self.down, "down")):
            button.setAccessibleName(f"Move {name} {way}")
            button.setToolTip(button.accessibleName())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = break_lines(self._words, self.theme.font("body"), self._room(width))
        name = QFontMetricsF(self.theme.font("prose", bold=True)).height()
        return max(TOUCH + 8, int(name + lines.height) + self.theme.px(16))

    def sizeHint(self) -> QSize:
        width = self.theme.px(540)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(240), TOUCH + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, gap = self.up.width(), self.theme.px(6)
        top = (self.height() - self.up.height()) // 2
        self.down.move(self.width() - side - gap, top)
        self.up.move(self.width() - 2 * (side + gap), top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._dialog.take(self._place, by)
        else:
            self._dialog.step(self._place, by)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, px = QPainter(self), self.theme.tokens, self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(t.line, 1))
        painter.setBrush(t.accent_soft if self.hasFocus() else t.surface)
        painter.drawRoundedRect(rect, px(6), px(6))
        bold, font = self.theme.font("prose", bold=True), self.theme.font("body")
        name = QFontMetricsF(bold)
        lines = break_lines(self._words, font, self._room(self.width()))
        top = (self.height() - name.height() - lines.height) / 2
        painter.setFont(bold)
        painter.setPen(t.client_text)
        number = QRectF(0, top, self._lead(), name.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))
        painter.setPen(t.text)
        painter.drawText(QRectF(self._lead(), top, self.width(), name.height()), 0, self._name)
        painter.setFont(font)
        area = QRectF(self._lead(), top + name.height(), self._room(self.width()), lines.height)
        draw_lines(painter, lines, area, t.text2)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _lead(self) -> int:
        return self.theme.px(44)

    def _room(self, width: float) -> float:
        return width - self._lead() - 2 * self.up.width() - self.theme.px(24)


class ValuesDialog(Dialog):
    """``ordered`` carries the six element ids, most important first; () when they are let go."""

    ordered = Signal(object)

    def __init__(
        self, order: Sequence[str], called: str, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(f"What matters most to {called}?", theme, parent, width=620, height=620)
        self.order = tuple(order) or tuple(value.element for value in VALUES)
        self.content.addWidget(Prose(HOW, theme, role="body"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(6))
        self.rows = [_Row(place, self) for place in range(len(self.order))]
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        self.scrolled(body, "Six values, most important first")
        self.close_button.setText("Cancel")
        self.close_button.setAccessibleName("Cancel")
        if order:
            self.forget = Button(theme, "Let the order go", look="outlined")
            self.forget.setAutoDefault(False)
            self.forget.clicked.connect(lambda: self._leave(()))
            self.buttons.addWidget(self.forget)
        self.use = Button(theme, "Use this order", look="primary")
        self.use.setAutoDefault(False)
        self.use.clicked.connect(lambda: self._leave(self.order))
        self.buttons.addWidget(self.use)
        self._show()
        self.rows[0].setFocus()

    def take(self, place: int, by: int) -> None:
        """Move one value up or down and keep the focus on it."""
        self.order = moved(self.order, place, by)
        self._show()
        self.rows[min(max(place + by, 0), len(self.rows) - 1)].setFocus()

    def step(self, place: int, by: int) -> None:
        """Go to the value above or below."""
        self.rows[min(max(place + by, 0), len(self.rows) - 1)].setFocus()

    def _show(self) -> None:
        for row, element in zip(self.rows, self.order, strict=True):
            value = BY_ELEMENT[element]
            row.show_value(value.name, value.words, of=len(self.rows))

    def _leave(self, order: tuple[str, ...]) -> None:
        self.ordered.emit(order)
        self.accept()
