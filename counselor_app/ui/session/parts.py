"""What the session's pages share: the page with its head, boxes, and boxes side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.context_menu import Entry, offer_over
from counselor_app.ui.parts.flow import EndsLayout, FlowLayout
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


class SessionPage(QScrollArea):
    """A page over the whole middle of the window: Back, a title, and what `fill` adds below.

    ``entries_of`` gives what the menu of an occupation offers, by its code and its pay in words.
    """

    entries_of: Callable[[str, str], Sequence[Entry]] | None = None

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(theme.say(name))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = BackButton(theme)
        if parent is not None:
            self.resize(parent.size())  # about as wide as it will be: it is built for that
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        thin_bars(self, self.theme)
        self.refill()

    def fill(self, column: QVBoxLayout) -> None:
        """Build the page into the empty column."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Give the keyboard to what leads on from here."""

    def offer_job(self, parts: Sequence[QWidget], code: str, pay: str = "") -> None:
        """Offer the menu of an occupation over what shows it."""

        def entries() -> Sequence[Entry]:
            return self.entries_of(code, pay) if self.entries_of is not None else ()

        offer_over(parts, self.theme, entries)

    def refill(self) -> None:
        """Build the page anew; where one was reading stays."""
        scrolled, focus = self.verticalScrollBar().value(), self.focusWidget()
        held = focus.accessibleName() if focus is not None and self.isAncestorOf(focus) else ""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.theme.tokens.surface)
        self.setPalette(palette)
        body, px = QWidget(), self.theme.px
        column = QVBoxLayout(body)
        column.setContentsMargins(px(32), px(16), px(32), px(24))
        column.setSpacing(px(16))
        self.back.setParent(self)  # it outlives the bodies
        self.fill(column)
        column.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(scrolled)
        if held:
            again = (w for w in body.findChildren(QWidget) if w.accessibleName() == held)
            if (target := next(again, None)) is not None:
                target.setFocus()
            else:
                self.take_focus()

    def head(
        self, title: str, said: str, actions: Sequence[QWidget] = (), *, back: bool = True
    ) -> QWidget:
        """Back, the title and a word beside it; actions at the other end, or below."""
        line = QWidget()
        row = EndsLayout(self.theme, (14, 6), line)
        if back:
            row.addWidget(self.back)
            self.back.lead_to(self.back.text())
        self.title = Prose(title, self.theme, role="title", wrap=False)
        row.addWidget(self.title)
        if said:
            row.addWidget(Prose(said, self.theme, role="body", tone="text2", wrap=False))
        row.right = row.count()
        for action in actions:
            row.addWidget(action)
        line.setMinimumHeight(self.theme.px(38))
        return line


class Box(QFrame):
    """A rounded box: a title, a word beside it, a link at the end; then what is put into it."""

    def __init__(
        self, title: str, theme: Theme, *, said: str = "", link: LinkLabel | None = None,
        look: str = "box",
    ) -> None:  # fmt: skip
        super().__init__()
        self.look = look
        dress(self, theme)
        self.setAccessibleName(theme.say(title))
        px = theme.px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(6))
        top, names = QHBoxLayout(), FlowLayout(theme, (8, 0))
        top.setSpacing(px(8))
        names.addWidget(Prose(title, theme, role="heading", wrap=False))
        if said:
            names.addWidget(_Said(said, theme, role="caption", tone="text2"))
        top.addLayout(names, 1)
        if link is not None:
            top.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)


class _Said(Prose):
    """A word beside a title: in one line where there is room for it."""

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(int(wide) + 2, super().sizeHint().height())


class Beside(QWidget):
    """Boxes side by side, as many to a row as have ``least`` (at 100 %) each; rows level.

    ``spans`` says how many columns each takes where there are enough.
    """

    def __init__(
        self, boxes: Sequence[QWidget], theme: Theme, *, least: int, spans: Sequence[int] = (),
        most: int = 3,
    ) -> None:  # fmt: skip
        super().__init__()
        self._boxes, self._theme, self._least, self._most = list(boxes), theme, least, most
        self._spans = tuple(spans) or (1,) * len(boxes)
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(16))
        self._lay(min(most, sum(self._spans)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(max(min(self.width() // self._theme.px(self._least), self._most), 1))

    def _lay(self, across: int) -> None:
        if across == self._across:
            return
        for column in range(max(self._across, across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        row = column = 0
        for box, span in zip(self._boxes, self._spans, strict=True):
            wide = min(span, across)
            if column + wide > across:
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, wide)
            column += wide


class NextBox(QFrame):
    """What comes next: words, and the buttons that lead there beside them, or below."""

    look = "next"

    def __init__(self, title: str, said: str, buttons: Sequence[Button], theme: Theme) -> None:
        super().__init__()
        dress(self, theme)
        self._theme = theme
        self.setAccessibleName(theme.say(title))
        px = theme.px
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(px(20), px(16), px(20), px(16))
        self._line.setSpacing(px(10))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(Prose(title, theme, role="fact2"))
        if said:
            words.addWidget(Prose(said, theme, role="body", tone="text2"))
        words.addStretch(1)
        self._line.addLayout(words, 1)
        row = FlowLayout(theme, (12, 8))
        for button in buttons:
            button.setMinimumHeight(px(44))
            row.addWidget(button)
        self._buttons = QWidget()
        self._buttons.setLayout(row)
        self._line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() > self._theme.px(720)
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._buttons.setMinimumWidth(self._buttons.sizeHint().width() if wide else 0)
        super().resizeEvent(event)


def lined(theme: Theme, *widgets: QWidget, stretch: int = 0) -> QFrame:
    """Widgets in a row over a hairline; the one at ``stretch`` takes the room left."""
    frame = QFrame()
    frame.look = "under"  # type: ignore[attr-defined]
    dress(frame, theme)
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, theme.px(4), 0, theme.px(6))
    row.setSpacing(theme.px(12))
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == stretch else 0, Qt.AlignmentFlag.AlignVCenter)
    return frame


def primary(words: str, theme: Theme) -> Button:
    """The one button of a page that leads on."""
    button = Button(theme, words, icon="forward", look="primary")
    button.trailing = True
    button.setMinimumHeight(theme.px(44))
    return button
