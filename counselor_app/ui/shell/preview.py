"""What one sees of an occupation beside the list that finds it, before it is opened."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counselor_app.domain.fit.board import DOTS, SECTION_WORDS
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.control import Line
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.session.parts import Box
from counselor_app.ui.style.marks import draw_dots

if TYPE_CHECKING:
    from counselor_app.domain.fit.sureness import Tier
    from counselor_app.ui.shell.plain_jobs import Fact, Look
    from counselor_app.ui.style.theme import Theme

_FACTS = 4


class Preview(QScrollArea):
    """``opened``, ``starred`` and ``ticked`` carry the code of the occupation that is shown."""

    opened = Signal(str)
    starred = Signal(str)
    ticked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.look: Look | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self._body = QWidget()
        self._body.setAutoFillBackground(False)
        self.title = Prose("", theme, role="title2")
        self.summary = Prose("", theme, role="body")
        self._facts = [_FactView(theme) for _one in range(_FACTS)]
        self._grid = QGridLayout()
        for place, fact in enumerate(self._facts):
            self._grid.addWidget(fact, place // 2, place % 2)
            self._grid.setColumnStretch(place % 2, 1)
        self.note = Prose("", theme, role="caption", tone="text2")
        self._line = Line(theme)
        self.dots = _Dots(theme)
        self.tier = Prose("", theme, role="body")
        self._near = QWidget()
        near = QHBoxLayout(self._near)
        near.setContentsMargins(0, 0, 0, 0)
        near.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        near.addWidget(self.tier, 1)
        self.opener = Button(theme, pgettext("button", "Open"), icon="forward", look="primary")
        self.opener.trailing = True
        self.star = Button(theme, "", icon="star", look="outlined")
        self.tick = Check(pgettext("box to tick", "Tick to compare"), theme)
        self._column = QVBoxLayout(self._body)
        self._column.addWidget(self.title)
        self._column.addWidget(self.summary)
        self._column.addLayout(self._grid)
        self._marks: tuple[QWidget, ...] = (self.star, self.tick)
        for part in (self.note, self._line, self._near, self.opener, *self._marks):
            self._column.addWidget(part)
        self._column.addStretch(1)
        for button in (self.opener, self.star):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.way_back = WayBack(theme)
        grounds = QWidget()
        grounds.setAutoFillBackground(False)
        column = QVBoxLayout(grounds)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body, 1)
        column.addWidget(self.way_back, 0, Qt.AlignmentFlag.AlignTop)
        self.setWidget(grounds)
        self._body.hide()
        self.opener.clicked.connect(partial(self._tell, self.opened))
        self.star.clicked.connect(partial(self._tell, self.starred))
        self.tick.clicked.connect(partial(self._tell, self.ticked))
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_look(self, look: Look | None) -> None:
        """Show an occupation; None shows nothing."""
        say = self.theme.say
        self.look = look
        self._body.setVisible(look is not None)
        self.way_back.setVisible(look is None)
        name = _("Before it is opened: {job}", job=look.title) if look else _("Before it is opened")
        self.setAccessibleName(say(name))
        if look is None:
            return
        self.title.setText(look.title)
        self.summary.setText(look.summary)
        for view, fact in zip(self._facts, look.facts, strict=True):
            view.show_fact(fact)
        self.note.setText(look.note)
        self.tier.setText(SECTION_WORDS[look.tier] if look.tier else "")
        self.dots.show_tier(look.tier)
        for part, on in (
            (self.summary, look.summary), (self.note, look.note), (self._near, look.tier),
        ):  # fmt: skip
            part.setVisible(bool(on))
        self.verticalScrollBar().setValue(0)

    def set_marks(
        self, starred: Collection[str], ticked: Collection[str], called: str, *, client_view: bool
    ) -> None:
        """Say whether it is starred and ticked; ``called`` is for whom, "" for the reader."""
        if self.look is None:
            return
        on = self.look.code in starred
        self.star.set_icon("starred" if on else "star")
        words = _("Starred for {client}", client=called) if on else _("Star for {client}",
                                                                       client=called)  # fmt: skip
        if not called:
            words = pgettext("button", "Starred") if on else pgettext("button", "Star")
        self.star.setText(self.theme.say(words))
        self.star.setAccessibleName(self.theme.say(words))
        self.star.restyle()
        self.tick.setChecked(self.look.code in ticked)
        self.tick.setVisible(not client_view)

    def _tell(self, signal: SignalInstance) -> None:
        if self.look is not None:
            signal.emit(self.look.code)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(16))
        self._column.setSpacing(px(10))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(12))
        for button in (self.opener, self.star):
            button.setMinimumHeight(px(38))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.theme.tokens.window)
        self.setPalette(palette)
        thin_bars(self, self.theme)


class WayBack(QWidget):
    """Beside a list in which no occupation is chosen: the way back to the page under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        box = Box(_("Back to where you were"), theme, look="next")
        said = _("The page is as it was left.")
        box.column.addWidget(Prose(said, theme, role="body", tone="text2"))
        self.back = BackButton(theme)
        self.back.served = True
        box.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20) for _side in range(4)))
        column.addWidget(box)


class _FactView(QWidget):
    """A label over a word or two."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label = Prose("", theme, role="row", tone="text2")
        self.words = Prose("", theme, role="fact2")
        self.beside = Prose("", theme, role="caption", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.label, self.words, self.beside):
            column.addWidget(part)
        column.addStretch(1)

    def show_fact(self, fact: Fact) -> None:
        """Show another one."""
        self.label.setText(fact.label)
        self.words.setText(fact.words)
        self.beside.setText(fact.beside)
        self.beside.setVisible(bool(fact.beside))


class _Dots(QWidget):
    """How many of three dots a tier fills; the words beside them say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self._filled = theme, 0
        theme.changed.connect(self.updateGeometry)

    def show_tier(self, tier: Tier | None) -> None:
        """Fill the dots of a tier."""
        self._filled = DOTS[tier] if tier else 0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(42), self.theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_dots(painter, QRectF(self.rect()), self._filled, self.theme)
