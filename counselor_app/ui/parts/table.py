"""A real table: rows and cells that screen readers walk, figures that can be asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.language import pgettext
from counselor_app.ui.parts.context_menu import Entry, offer, open_entries
from counselor_app.ui.parts.control import Speaker, follow_width
from counselor_app.ui.parts.copying import copy_entries, figure_entries, put_on_clipboard
from counselor_app.ui.parts.rest import Rest
from counselor_app.ui.parts.rows import RowDelegate, RowFace
from counselor_app.ui.parts.source import ASK_KEYS, Mark, SourceRequest
from counselor_app.ui.style.drawing import break_lines, draw_lines, draw_rule
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_GAP = 16


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words; the figure it prints; or the occupation that it opens.

    ``name`` is the popover's title and is needed with ``figure``; ``tone`` names a token color;
    ``order`` is what it is sorted by where that is not its figure or its words.
    """

    text: str
    figure: Figure | Source | None = None
    name: str = ""
    job: str | None = None
    bold: bool = False
    tone: str = "text"
    order: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title and side; the first ``stretch`` column takes the room left and wraps."""

    title: str
    right: bool = False
    stretch: bool = False


class _Model(QAbstractTableModel):
    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], unheaded: str
    ) -> None:
        super().__init__()
        self._unheaded = unheaded
        self.columns, self.rows = tuple(columns), tuple(tuple(r) for r in rows)

    def show(self, rows: Sequence[Sequence[Cell]]) -> None:
        self.beginResetModel()
        self.rows = tuple(tuple(r) for r in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()].text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:  # not shown: the first cell heads its row
            return self.rows[section][0].text if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.columns[section].title or self._unheaded
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else 0
            return int(side or Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
        return None


class _Face(RowFace):
    tinted, smooth = False, False

    def __init__(self, table: DataTable) -> None:
        self._table = table

    def box(self, rect: QRectF, index: Index) -> QRectF:
        return rect.adjusted(_GAP - 4 if index.column() else 0, 1, 0, -1)

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:  # noqa: ARG002
        table, theme = self._table, self._table.theme
        cell = table.cell(index)
        column = table.columns[index.column()]
        if table.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.tokens.accent_soft)
        draw_rule(painter, rect.left(), rect.right(), rect.bottom(), theme.tokens.line)
        font = theme.font("row", bold=cell.bold)
        painter.setFont(font)
        left = 0 if index.column() == 0 else _GAP
        area = rect.adjusted(left, theme.px(5), 0, 0)
        lines = break_lines(cell.text, font, area.width() if column.stretch else None)
        color = theme.tokens.accent if cell.job else getattr(theme.tokens, cell.tone)
        align = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        dots = theme.tokens.text3 if cell.figure and not cell.job else None
        hovered = cell.job is not None and table.hovered == (index.row(), index.column())
        draw_lines(painter, lines, area, color, align=align, dotted=dots, underline=hovered)


class _Head(QHeaderView):
    look = "heading"
    gap = _GAP

    def __init__(self, table: DataTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        dress(self, table.theme)


class DataTable(Speaker, QTableView):
    """A table as tall as its rows, without scroll bars of its own.

    Arrow keys move from cell to cell; F1 or Enter asks for a figure's source, Enter on a link
    opens the occupation (with Ctrl beside). ``name`` says what the table holds.
    """

    source_requested = Signal(object)
    source_left = Signal()
    open_occupation = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns = theme.said(tuple(columns))
        self._rows = theme.said(tuple(tuple(r) for r in rows))
        self._rest: Rest[tuple[int, int]] = Rest()
        unheaded = theme.say(pgettext("column", "What it is"))
        self._table_model = _Model(self.columns, self._rows, unheaded)
        self._table_model.setParent(self)
        self.setModel(self._table_model)
        self.setItemDelegate(RowDelegate(self, _Face(self), theme))
        self._heights: dict[int, list[int]] = {}
        self._natural_widths = self._measure()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        head = _Head(self)
        self.setHorizontalHeader(head)
        head.setMinimumSectionSize(8)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setVisible(any(c.title for c in columns))
        self.setMouseTracking(True)
        follow_width(self)
        theme.changed.connect(self.restyle)

    @property
    def hovered(self) -> tuple[int, int] | None:
        """Row and column of the cell under the pointer."""
        return self._rest.thing

    def cell(self, index: Index) -> Cell:
        """The cell at a model index."""
        return self._rows[index.row()][index.column()]

    def show_rows(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Show the rows in another order."""
        self._rows = rows
        self._heights.clear()
        self._table_model.show(rows)
        self._arrange()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._natural_widths = self._measure()
        self._heights.clear()
        self._arrange()
        self.updateGeometry()
        self.viewport().update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._head_height() + sum(self._row_heights(width)) + 1

    def sizeHint(self) -> QSize:
        width = sum(self._natural_widths)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        floor = self.theme.px(90)
        pairs = zip(self._natural_widths, self.columns, strict=True)
        return QSize(sum(min(n, floor) if c.stretch else n for n, c in pairs), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            index = self._table_model.index(0, 0)
        cell = self.cell(index) if index.isValid() else None
        if cell and cell.job and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.open_occupation.emit(cell.job, beside)
        elif cell and event.key() in ASK_KEYS and not event.modifiers():
            self._ask(index, pinned=True)
        elif event.matches(QKeySequence.StandardKey.Copy):
            put_on_clipboard(self.selected_text())
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters search the occupations, they do not jump in the table
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        place = (index.row(), index.column()) if index.isValid() else None
        if place != self._rest.thing:
            self._point_away()
            cell = self.cell(index) if place else None
            self._rest.come(place, self, asks=cell is not None and cell.figure is not None)
            live = cell is not None and (cell.job or cell.figure)
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        picked = len(self.selectedIndexes()) > 1
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and not picked:
            cell = self.cell(index)
            beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if cell.job:
                self.open_occupation.emit(cell.job, beside)
            elif cell.figure:
                self._ask(index, pinned=True)
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        entries = copy_entries(self.selected_text())
        if index.isValid():
            entries += self._entries(index)
        offer(self, self.theme, event, entries)

    def _entries(self, index: Index) -> list[Entry]:
        """What can be done with a cell, besides copying its words."""
        cell, found = self.cell(index), list[Entry]()
        if (code := cell.job) is not None:
            found += open_entries(lambda beside: self.open_occupation.emit(code, beside))
        if cell.figure is not None:
            ask = partial(self._ask, QPersistentModelIndex(index), pinned=True)
            found += figure_entries(cell.figure, self._name_of(index), self.theme, ask)
        return found

    def _name_of(self, index: Index) -> str:
        return self.cell(index).name or self.columns[index.column()].title

    def selected_text(self) -> str:
        """The chosen cells, a line a row, tabs between; the current cell where none are."""
        chosen = sorted((i.row(), i.column()) for i in self.selectedIndexes())
        if not chosen:
            now = self.currentIndex()
            return self.cell(now).text if now.isValid() else ""
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            lines.setdefault(row, []).append(self._rows[row][column].text)
        return "\n".join("\t".join(line) for line in lines.values())

    def leaveEvent(self, event: QEvent) -> None:
        self._point_away()
        self.viewport().update()
        super().leaveEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        if (place := self._rest.rested(event)) is not None:
            self._ask(self._table_model.index(*place), pinned=False)
        else:
            super().timerEvent(event)

    def _ask(self, index: Index, *, pinned: bool) -> None:
        cell = self.cell(index)
        if cell.figure is None:
            return
        rect = QRectF(self.visualRect(index).translated(self.viewport().pos()))
        mark = Mark(rect, cell.figure, self._name_of(index))
        self.source_requested.emit(SourceRequest(mark, self, pinned))

    def _point_away(self) -> None:
        if self._rest.leave():
            self.source_left.emit()

    def _measure(self) -> list[int]:
        head = QFontMetricsF(self.theme.font("caption"))
        plain, bold = (QFontMetricsF(self.theme.font("row", bold=b)) for b in (False, True))
        widths = []
        for place, column in enumerate(self.columns):
            widest = head.horizontalAdvance(column.title)
            for row in self._rows:
                metrics = bold if row[place].bold else plain
                widest = max(widest, metrics.horizontalAdvance(row[place].text))
            widths.append(int(widest) + (_GAP if place else 0) + 2)
        return widths

    def _widths(self, width: int) -> list[int]:
        widths = list(self._natural_widths)
        spare = width - sum(widths)
        stretch = next((i for i, c in enumerate(self.columns) if c.stretch), 0)
        widths[stretch] = max(widths[stretch] + spare, min(widths[stretch], self.theme.px(90)))
        return widths

    def _row_heights(self, width: int) -> list[int]:
        if width not in self._heights:
            widths = self._widths(width)
            self._heights[width] = [self._row_height(row, widths) for row in self._rows]
        return self._heights[width]

    def _row_height(self, row: Sequence[Cell], widths: Sequence[int]) -> int:
        height = 0.0
        for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
            room = width - (_GAP if place else 0) if self.columns[place].stretch else None
            lines = break_lines(cell.text, self.theme.font("row", bold=cell.bold), room)
            height = max(height, lines.height)
        return int(height) + self.theme.px(11)

    def _head_height(self) -> int:
        if not any(c.title for c in self.columns):
            return 0
        return int(QFontMetricsF(self.theme.font("caption")).height()) + self.theme.px(8)

    def _arrange(self) -> None:
        widths = self._widths(self.width())
        self.horizontalHeader().setFixedHeight(self._head_height())
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for place, height in enumerate(self._row_heights(self.width())):
            self.setRowHeight(place, height)
