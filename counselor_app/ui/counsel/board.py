"""The board of a client's jobs: a column for each level of schooling, side by side or by choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.board import SCHOOLING, SHORT_SCHOOLING, Card, Column, Schooling
from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.counsel.board_column import BoardColumn
from counselor_app.ui.counsel.board_rows import BoardState, Row
from counselor_app.ui.counsel.match_side import Narrowing
from counselor_app.ui.parts.buttons import SegmentedControl
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

LEAST = 280
"""The least width of a column beside others."""
_WIDE = 400
"""The least width of one of two cards of the same column side by side."""


class Board(QWidget):
    """Three columns where there is room, else one of them, by a choice in ``narrowing``.

    ``opened`` carries a code and whether beside, ``ticked`` and ``starred`` a code, ``put_aside``
    the codes: of a family it is asked first whether all go.
    """

    opened = Signal(str, bool)
    ticked = Signal(str)
    starred = Signal(str)
    put_aside = Signal(object)
    undone = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, state: BoardState, narrowing: Narrowing) -> None:
        super().__init__()
        self.theme, self.state, self._narrowing = theme, state, narrowing
        self.columns: tuple[Column, ...] = ()
        self.schooling: Schooling = "some"
        self.lists: list[BoardColumn] = []
        self._heads: list[_Head] = []
        self._boxes: list[QWidget] = []
        self.choice: _Choice | None = None
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._page.addLayout(self._row, 1)
        for __ in SCHOOLING:
            self._add_column()
        theme.changed.connect(self._fit)

    @property
    def single(self) -> bool:
        """Whether one column is shown at a time."""
        return self.state.client_view or self.width() < max(len(self.columns), 3) * self.theme.px(
            LEAST
        )

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other jobs, or the same ones anew."""
        self.columns = tuple(columns)
        counts = {column.schooling: column.count for column in columns}
        if not counts.get(self.schooling):
            self.schooling = next((s for s, n in counts.items() if n), self.schooling)
        self._fit()

    def refresh(self) -> None:
        """Take what is starred, ticked and seen now."""
        for view in self.lists:
            if view.isVisible():
                view.viewport().update()

    def current(self) -> BoardColumn:
        """The column with the focus, else the first that is shown and holds a card."""
        boxes = zip(self.lists, self._boxes, strict=True)
        shown = [view for view, box in boxes if not box.isHidden()]
        focused = [view for view in shown if view.hasFocus()]
        full = [view for view in shown if view.board_model.rows]
        return (focused or full or shown)[0]

    def take_focus(self) -> None:
        """Give the keyboard to the cards."""
        self.current().setFocus()

    def choose(self, code: str) -> None:
        """Bring a card into view."""
        for view in self.lists:
            if view.board_model.place_of(code) >= 0:
                view.choose(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add_column(self) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        head, view = _Head(self.theme), BoardColumn(self.theme, self.state)
        column.addWidget(head)
        column.addWidget(view, 1)
        view.opened.connect(lambda card, beside: self.opened.emit(card.code, beside))
        view.ticked.connect(lambda card: self.ticked.emit(card.code))
        view.starred.connect(lambda card: self.starred.emit(card.code))
        view.put_aside.connect(self._put_aside)
        view.undone.connect(self.undone)
        view.folded.connect(self._fold)
        view.more.connect(partial(self._show_more, len(self.lists)))
        view.sideways.connect(partial(self._go_over, len(self.lists)))
        self._row.addWidget(box, 1)
        self._boxes.append(box)
        self._heads.append(head)
        self.lists.append(view)

    def _fit(self) -> None:
        px, single = self.theme.px, self.single
        self._row.setSpacing(px(10))
        self._offer(single)
        if single:
            shown = [c for c in self.columns if c.schooling == self.schooling]
        else:
            shown = list(self.columns)
        across = 1
        if single:
            across = 2 if self.width() >= 2 * px(_WIDE) else 1
        for place, (box, head, view) in enumerate(
            zip(self._boxes, self._heads, self.lists, strict=True)
        ):
            column = shown[place] if place < len(shown) else None
            box.setVisible(column is not None)
            head.setVisible(not single)
            if column is not None:
                head.show_column(column)
            view.show_column(column, across=across)

    def _offer(self, single: bool) -> None:
        """The choice of schooling for a single column, with how many jobs each has."""
        items = [(SHORT_SCHOOLING[c.schooling], number(c.count)) for c in self.columns]
        least = 48 if self.state.client_view else 0
        wanted = (items, least, self._narrowing.beside) if single and items else None
        if wanted != (self.choice.made_of if self.choice is not None else None):
            self.choice = _Choice(*wanted, self.theme) if wanted is not None else None
            self._narrowing.set_choice(self.choice)
            if self.choice is not None:
                self.choice.chosen.connect(self._choose_schooling)
        levels = [column.schooling for column in self.columns]
        if self.choice is not None and self.schooling in levels:
            self.choice.set_index(levels.index(self.schooling))

    def _choose_schooling(self, place: int) -> None:
        self.schooling = self.columns[place].schooling
        self._fit()
        self.changed.emit()

    def _fold(self, card: Card) -> None:
        self.state.open ^= {card.code}
        self._fit()

    def _show_more(self, place: int, row: Row) -> None:
        column = self.lists[place].board_model.column
        if column is not None:
            cards = self.lists[place].board_model.rows
            before = {one.card.code for one in cards if one.card}
            self.state.more.add((column.schooling, row.section.name))
            self._fit()
            fresh = (r.card.code for r in self.lists[place].board_model.rows
                     if r.card and r.section.name == row.section.name
                     and r.card.code not in before)  # fmt: skip
            self.lists[place].choose(next(fresh, ""))

    def _put_aside(self, card: Card) -> None:
        """Ask whether a whole family goes, or its first job alone."""
        if self.state.aside or len(card.jobs) == 1:
            self.put_aside.emit(card.codes)
            return
        menu, say = QMenu(self), self.theme.say
        menu.setFont(self.theme.font("row"))
        menu.setPalette(self.theme.palette())
        n = len(card.jobs)
        every = ngettext("Set the {n} job aside", "Set all {n} jobs aside", n, n=n)
        one = _("Set aside only {title}", title=card.jobs[0].job.title)
        menu.addAction(say(every), lambda: self.put_aside.emit(card.codes))
        menu.addAction(say(one), lambda: self.put_aside.emit(card.codes[:1]))
        menu.popup(QCursor.pos())

    def _go_over(self, place: int, step: int, y: int) -> None:
        target = place + step
        while 0 <= target < len(self.lists):
            view = self.lists[target]
            if not self._boxes[target].isHidden() and view.board_model.rows:
                view.setFocus(Qt.FocusReason.OtherFocusReason)
                view.choose_at(y)
                return
            target += step


class _Choice(SegmentedControl):
    """Little, some, a lot; ``made_of`` is what it shows and how."""

    def __init__(
        self, items: Sequence[tuple[str, str]], least: int, upright: bool, theme: Theme
    ) -> None:
        self.made_of = items, least, upright
        name = theme.say(pgettext("choice", "Usual schooling"))
        super().__init__(items, theme, name, upright=upright)
        for segment in self.findChildren(QRadioButton):
            segment.setMinimumSize(least * 2, least)


class _Head(QWidget):
    """The name of a column, what it means, and how many jobs it has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(4), theme.px(4), theme.px(14), theme.px(2))
        self.name = Prose("", theme, role="heading", wrap=False)
        self.means = Prose("", theme, role="row", tone="text2", wrap=False)
        self.count = Prose("", theme, role="row", tone="text2", wrap=False)
        row.addWidget(self.name)
        row.addWidget(self.means)
        row.addStretch(1)
        row.addWidget(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_column(self, column: Column) -> None:
        """Name a column."""
        name, means = SCHOOLING[column.schooling]
        n = column.count
        say: Callable[[str], str] = self.theme.say
        self.name.setText(say(name))
        self.means.setText(say(means))
        words = pgettext("jobs in a column", "{n} jobs", n=number(n))
        if n == 1:
            words = pgettext("jobs in a column", "{n} job", n=number(n))
        self.count.setText(say(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What a column means goes where it would be cut."""
        parts = (self.name, self.means, self.count)
        needed = sum(part.sizeHint().width() for part in parts) + self.theme.px(36)
        self.means.setVisible(needed <= self.width())
