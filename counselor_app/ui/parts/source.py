"""Widgets whose figures can be asked for their source.

A figure's source is previewed after the pointer rests on it for 400 ms and pinned by a click,
a touch, Enter or F1. Each widget says so with one signal, `SourceWidget.source_requested`,
which carries a `SourceRequest`; the window shows the popover.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import value_words
from counselor_app.language import joined
from counselor_app.ui.parts.context_menu import offer
from counselor_app.ui.parts.control import Speaker, follow_width
from counselor_app.ui.parts.copying import copy_entries, figure_entries, put_on_clipboard
from counselor_app.ui.parts.heard import Value, Values
from counselor_app.ui.parts.rest import Rest
from counselor_app.ui.style.drawing import (
    Lines,
    break_lines,
    draw_focus,
    draw_lines,
    longest_word,
)
from counselor_app.ui.style.theme import Role, Theme

ASK_KEYS = (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a widget a figure is drawn, and its name ("Median pay, Texas").

    ``said`` is what is spoken where more is printed than the value.
    """

    rect: QRectF
    subject: Figure | Source
    name: str
    said: str = ""

    @property
    def spoken(self) -> str:
        """``said``, or else the name with the value."""
        value = value_words(self.subject) if isinstance(self.subject, Figure) else ""
        return self.said or joined((self.name, value), ": ")


@dataclass(frozen=True, slots=True)
class SourceRequest:
    """A wish to see a figure's source; ``pinned`` stays until closed, a preview does not."""

    mark: Mark
    widget: QWidget
    pinned: bool


class SourceWidget(Values, Speaker, QWidget):
    """A widget drawing figures: subclasses give their `marks` and say their text aloud.

    With several marks the arrow keys go from one to the next; the chosen one is framed and
    spoken.
    """

    smooth = False
    """Whether shapes are drawn; words and dots are crisper without."""
    source_requested = Signal(object)
    source_left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._name = name
        self._rest: Rest[Mark] = Rest()
        self._chosen = -1
        self._pointer: QPoint | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.restyle)

    def marks(self) -> Sequence[Mark]:
        """The figures drawn at this size, in reading order."""
        return ()

    def values(self) -> Sequence[Value]:
        marks = self.marks()
        # One alone is told by the widget's own name.
        shown = marks if len(marks) > 1 else ()
        return [Value(self.theme.say(mark.spoken), mark.rect) for mark in shown]

    def draw(self, painter: QPainter) -> None:
        """Draw everything but the frame of what has the focus."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.smooth)
        painter.setFont(self.theme.font("row"))
        self.draw(painter)
        self.draw_chosen(painter)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def ask(self, mark: Mark, *, pinned: bool) -> None:
        """Ask the window for the source of ``mark``."""
        self.source_requested.emit(SourceRequest(mark, self, pinned))

    def chosen(self) -> Mark | None:
        """The mark that F1 asks about."""
        marks = self.marks()
        if len(marks) == 1:
            return marks[0]
        return marks[self._chosen] if 0 <= self._chosen < len(marks) else None

    def draw_chosen(self, painter: QPainter) -> None:
        """Frame what has the focus: the chosen figure, or the whole widget."""
        if self.hasFocus():
            mark = self.chosen()
            rect = mark.rect.adjusted(-4, -2, 4, 3) if mark else QRectF(self.rect())
            draw_focus(painter, rect.intersected(QRectF(self.rect())), self.theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = self.marks()
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            put_on_clipboard(self.said())
        elif event.key() in ASK_KEYS and plain and marks:
            self.ask(self.chosen() or marks[0], pinned=True)
        elif step and plain and len(marks) > 1:
            self._choose(min(max(self._chosen + step, 0), len(marks) - 1), marks)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        mark = self._mark_at(QPointF(event.pos()))
        if keyboard:
            mark = self.chosen() or next(iter(self.marks()), None)
        entries = copy_entries(self.said())
        if mark is not None:
            ask = partial(self.ask, mark, pinned=True)
            entries += figure_entries(mark.subject, mark.name, self.theme, ask)
        offer(self, self.theme, event, entries)

    def said(self) -> str:
        """What is copied: the chosen figure with its name, or the whole."""
        return self.accessibleName()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = event.globalPosition().toPoint()
        if pointer == self._pointer:  # the page moved under it: nobody points at anything
            return
        self._pointer = pointer
        mark = self._mark_at(event.position())
        if mark != self._rest.thing:
            self._point_away()
            self._rest.come(mark, self)
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
            )
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark and event.button() == Qt.MouseButton.LeftButton:
            self._point_away()
            marks = list(self.marks())
            self._choose(marks.index(mark), marks)
            self.ask(mark, pinned=True)
        super().mouseReleaseEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        if (mark := self._rest.rested(event)) is not None:
            self.ask(mark, pinned=False)
        else:
            super().timerEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer = event.globalPosition().toPoint()
        self._rest.leave()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_away()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._chosen = -1
        self.setAccessibleName(self._name)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rest.leave()
        super().resizeEvent(event)

    def _choose(self, index: int, marks: Sequence[Mark]) -> None:
        self._chosen = index
        if len(marks) > 1:
            self._speak(marks[index])
        self.update()

    def _speak(self, mark: Mark) -> None:
        self.setAccessibleName(mark.spoken)

    def _mark_at(self, point: QPointF) -> Mark | None:
        for mark in self.marks():
            if mark.rect.adjusted(-3, -3, 3, 5).contains(point):
                return mark
        return None

    def _point_away(self) -> None:
        if self._rest.leave():
            self.source_left.emit()


class FigureLabel(SourceWidget):
    """A figure in text with the dotted underline; wraps when narrow.

    ``text`` is what is printed (``wording.value_words(figure)``), ``name`` what it is
    ("Median pay"); both are spoken. ``subject`` may also be a whole `Source`.
    """

    heard_as = "text"

    def __init__(
        self,
        subject: Figure | Source,
        text: str,
        theme: Theme,
        name: str,
        *,
        role: Role = "body",
        bold: bool = False,
        soft: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, joined((name, text), ": "), parent)
        self._subject, self._text, self._title = subject, theme.say(text), name
        self._role: Role = role
        self._bold, self._soft, self._align = bold, soft, align
        follow_width(self)

    def text(self) -> str:
        """What is printed."""
        return self._text

    def marks(self) -> Sequence[Mark]:
        lines = self._lines(self.width())
        x = 0.0
        if self._align & Qt.AlignmentFlag.AlignRight:
            x = self.width() - lines.width
        return (Mark(QRectF(x, 0, lines.width, lines.height + 3), self._subject, self._title),)

    def sizeHint(self) -> QSize:
        lines = self._lines(None)
        return QSize(int(lines.width) + 2, int(lines.height) + 4)

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self._text, self._font())
        return QSize(int(width) + 2, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._lines(width).height) + 4

    def draw(self, painter: QPainter) -> None:
        painter.setFont(self._font())
        tokens = self.theme.tokens
        draw_lines(
            painter,
            self._lines(self.width()),
            QRectF(self.rect()),
            tokens.text3 if self._soft else tokens.text,
            align=self._align,
            dotted=tokens.text3,
        )

    def _font(self) -> QFont:
        return self.theme.font(self._role, bold=self._bold)

    def _lines(self, width: float | None) -> Lines:
        return break_lines(self._text, self._font(), width)
