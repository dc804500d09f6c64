"""The counselor's list: a job a row, every column sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from counselor_app.domain.fit.board import DOTS, Placing
from counselor_app.domain.fit.matches_filter import Unranked
from counselor_app.language import joined, pgettext, unmarked
from counselor_app.ui.counsel.board_rows import SEEN, BoardState, Index
from counselor_app.ui.counsel.match_columns import UNKNOWN, Column
from counselor_app.ui.counsel.own_keys import CTRL, claims
from counselor_app.ui.parts.context_menu import job_entries, offer
from counselor_app.ui.parts.rows import RowDelegate, RowFace
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.style.drawing import draw_rule
from counselor_app.ui.style.faces import draw_box
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_MARKS, _IN_WORDS = ("tick", "star"), ("tier", "schooling")
_TITLE = 300


class MatchModel(QAbstractTableModel):
    """Jobs as rows, with what is ticked, starred and seen on the board."""

    def __init__(self, state: BoardState, say: Callable[[str], str]) -> None:
        super().__init__()
        self.state, self.say = state, say
        self.rows: tuple[Unranked, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.words: dict[tuple[int, int], str] = {}

    def show(self, rows: Sequence[Unranked], columns: Sequence[Column]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.columns, self.words = tuple(rows), tuple(columns), {}
        self.endResetModel()

    def cell(self, row: int, column: int) -> str:
        """The words of a cell."""
        key = (row, column)
        if key not in self.words:
            self.words[key] = self.say(self.columns[column].words(self.rows[row]))
        return self.words[key]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.say("\n".join(filter(None, (one.job.title, one.job.figures_note))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.say(self._spoken(one, column, self.cell(index.row(), index.column())))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column.key in ("tick", "star") else self.say(column.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.say(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side) | int(Qt.AlignmentFlag.AlignVCenter)
        return None

    def _spoken(self, one: Unranked, column: Column, words: str) -> str:
        code = one.job.code
        if column.key == "tick":
            ticked = code in self.state.ticked
            return pgettext("cell", "Ticked") if ticked else pgettext("cell", "Not ticked")
        if column.key == "star":
            starred = code in self.state.starred
            return pgettext("cell", "Starred") if starred else pgettext("cell", "Not starred")
        plain = unmarked(words)
        if column.key == "job":
            seen = code in self.state.seen
            return (
                pgettext("a card", "{title}, seen", title=one.job.title) if seen else one.job.title
            )
        return joined((column.title, plain), ": ")


class _Face(RowFace):
    def __init__(self, view: MatchRows) -> None:
        self._view = view

    def box(self, rect: QRectF, index: Index) -> QRectF | None:
        return rect if self._view.match_model.columns[index.column()].key == "job" else None

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:  # noqa: ARG002
        view, theme = self._view, self._view.theme
        model, t, px = view.match_model, theme.tokens, theme.px
        one, column = model.rows[index.row()], model.columns[index.column()]
        code = one.job.code
        if index.row() == view.currentIndex().row() or code in model.state.ticked:
            painter.fillRect(rect, t.accent_soft)
        draw_rule(painter, rect.left(), rect.right(), rect.bottom(), t.line)
        middle = rect.center().y()
        if column.key == "tick":
            draw_box(painter, rect.left() + px(5), middle, theme, on=code in model.state.ticked)
            return
        if column.key == "star":
            on, side = code in model.state.starred, px(15)
            box = QRectF(rect.left() + px(5), middle - side / 2, side, side)
            draw_icon(painter, "starred" if on else "star", box, t.accent if on else t.text2)
            return
        left = rect.left() + px(8)
        if column.key == "tier":
            left = self._dots(painter, left, middle, model.state, code, view)
        font = theme.font("row")
        metrics = QFontMetricsF(font)
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        words, room = model.cell(index.row(), index.column()), rect.right() - px(8) - left
        seen = theme.say(SEEN) if column.key == "job" and code in model.state.seen else ""
        if seen:
            room -= metrics.horizontalAdvance(seen) + px(10)
        shown, wide = words, metrics.horizontalAdvance(words)
        if wide > room + 1:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room + 1)
            wide = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(t.accent if column.key == "job" else t.text)
        shift = room - wide if column.right else 0
        painter.drawText(QPointF(left + shift, base), shown)
        if seen:
            painter.setPen(t.text2)
            painter.drawText(QPointF(left + wide + px(10), base), seen)

    def _dots(
        self, painter: QPainter, left: float, middle: float, state: BoardState, code: str,
        view: MatchRows,
    ) -> float:  # fmt: skip
        section, t, px = view.sections.get(code, ""), view.theme.tokens, view.theme.px
        if state.basis != "tier" or section not in DOTS:
            return left
        radius = px(4)
        for place in range(3):
            painter.setPen(QPen(t.client, 1.2))
            painter.setBrush(t.client if place < DOTS[section] else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(left + radius, middle), radius, radius)
            left += px(11)
        return left + px(5)


class _Head(QHeaderView):
    look = "heading"
    gap = end = 8


class MatchRows(QTableView):
    """Up and Down move, Enter opens (with Ctrl beside), Space ticks, Ctrl+S stars, Delete sets
    aside, Ctrl+Z takes that back. A click on a title opens, on a box ticks, on a star stars.
    """

    opened = Signal(str, bool)
    ticked = Signal(str)
    starred = Signal(str)
    put_aside = Signal(str)
    undone = Signal()

    def __init__(self, theme: Theme, state: BoardState) -> None:
        super().__init__()
        self.theme = theme
        self.sections: dict[str, str] = {}
        self.everyone: tuple[Unranked, ...] = ()
        self.sorted_by = ("", False)
        self.match_model = MatchModel(state, theme.say)
        self.match_model.setParent(self)
        self.setModel(self.match_model)
        self.setItemDelegate(RowDelegate(self, _Face(self), theme))
        head = _Head(Qt.Orientation.Horizontal, self)
        dress(head, theme)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setMinimumSectionSize(10)
        head.sectionClicked.connect(self._clicked_head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.setAccessibleName(theme.say(pgettext("page", "Matches")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        thin_bars(self, self.theme)
        high = QFontMetricsF(self.theme.font("row")).height() + self.theme.px(16)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(high))
        self.horizontalHeader().setFont(self.theme.font("caption"))
        self.horizontalHeader().setFixedHeight(int(high))
        self._arrange()
        self.viewport().update()

    def show_rows(
        self, rows: Sequence[Unranked], shown: Sequence[Column], placing: Placing
    ) -> None:
        """Show other rows, sorted as before; the same job stays the current one."""
        code = self.code
        self.everyone, self.sections = tuple(rows), dict(placing.section)
        self.match_model.show(self._sorted(shown), shown)
        self._arrange()
        self.choose(code)

    @property
    def code(self) -> str:
        """The current job; "" without one."""
        index = self.currentIndex()
        return self.match_model.rows[index.row()].job.code if index.isValid() else ""

    def choose(self, code: str) -> None:
        """Make a job the current one, else the first."""
        rows = self.match_model.rows
        place = next((n for n, one in enumerate(rows) if one.job.code == code), 0)
        job = next((n for n, c in enumerate(self.match_model.columns) if c.key == "job"), 0)
        self.setCurrentIndex(self.match_model.index(place, job) if rows else QModelIndex())

    def sort_by(self, key: str, *, backwards: bool = False) -> None:
        """Sort by a column; the other way round puts what is not known last all the same."""
        self.sorted_by = (key, backwards)
        shown, code = self.match_model.columns, self.code
        self.match_model.show(self._sorted(shown), shown)
        place = next((n for n, c in enumerate(shown) if c.key == key), -1)
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)
        self.choose(code)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl, code = event.key(), bool(event.modifiers() & CTRL), self.code
        if key in _ENTER and code:
            self.opened.emit(code, ctrl)
        elif key == Qt.Key.Key_Space and code:
            self.ticked.emit(code)
        elif ((key == Qt.Key.Key_S and ctrl) or key == Qt.Key.Key_Insert) and code:
            self.starred.emit(code)
        elif key == Qt.Key.Key_Delete and code:
            self.put_aside.emit(code)
        elif key == Qt.Key.Key_Z and ctrl:
            self.undone.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters go to the search field
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return claims(event) or super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        code = self.match_model.rows[index.row()].job.code
        key = self.match_model.columns[index.column()].key
        if key == "tick":
            self.ticked.emit(code)
        elif key == "star":
            self.starred.emit(code)
        elif key == "job":
            self.opened.emit(code, bool(event.modifiers() & CTRL))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid():
            event.ignore()
            return
        code = self.match_model.rows[index.row()].job.code
        entries = job_entries(
            partial(self.opened.emit, code), partial(self.starred.emit, code),
            partial(self.put_aside.emit, code), starred=code in self.match_model.state.starred,
        )  # fmt: skip
        offer(self, self.theme, event, entries)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _clicked_head(self, place: int) -> None:
        key = self.match_model.columns[place].key
        was, backwards = self.sorted_by
        self.sort_by(key, backwards=was == key and not backwards)

    def _sorted(self, shown: Sequence[Column]) -> Sequence[Unranked]:
        key, backwards = self.sorted_by
        column = next((c for c in shown if c.key == key), None)
        if key in ("tick", "star"):
            marked = getattr(self.match_model.state, "ticked" if key == "tick" else "starred")
            return sorted(self.everyone, key=lambda one: (one.job.code in marked) == backwards)
        if column is None:
            return self.everyone
        value = column.value
        known = [one for one in self.everyone if value(one) != UNKNOWN]
        last = [one for one in self.everyone if value(one) == UNKNOWN]
        return [*sorted(known, key=value, reverse=backwards), *last]

    def _wanted(self, place: int) -> int:
        """How wide a column is with its title and, one of a few words, with the longest of them."""
        model, px, say = self.match_model, self.theme.px, self.theme.say
        column = model.columns[place]
        if column.key in _MARKS or not column.width:
            return px(column.width)
        title = QFontMetricsF(self.theme.font("caption", bold=True))
        longest = title.horizontalAdvance(say(column.title))
        if column.key in _IN_WORDS:
            metrics, dots = QFontMetricsF(self.theme.font("row")), px(38 * (column.key == "tier"))
            words = {model.cell(row, place) for row in range(len(model.rows))}
            longest = max(longest, *(metrics.horizontalAdvance(one) + dots for one in words), 0.0)
        return max(px(column.width), int(longest) + px(18))

    def _arrange(self) -> None:
        """Columns at their widths, and words in full where that leaves the title room; it takes
        the rest.
        """
        px, shown = self.theme.px, self.match_model.columns
        widths = [self._wanted(place) for place in range(len(shown))]
        room, least = self.viewport().width(), [px(column.width) for column in shown]
        if room - sum(widths) < px(_TITLE) and room - sum(least) >= px(200):  # else it scrolls
            widths = least
        rest = max(room - sum(widths), px(200))
        for place, column in enumerate(shown):
            width = widths[place] if column.width else rest
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)
