"""The ranked list: a line an element with bar, whisker, level and distinctiveness.

A model/view list, so that a screen reader walks its rows; every row's accessible text is its
sentence. It is as tall as its rows and leaves scrolling to the page around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from counselor_app.charts.skills import ListGroup, ListRow, row_sentence
from counselor_app.domain.figures.provenance import Figure
from counselor_app.language import _, joined
from counselor_app.ui.charts.ranked_paint import (
    IMPACT,
    IMPORTANCE,
    LEVEL,
    RowLayout,
    draw_group,
    draw_row,
)
from counselor_app.ui.parts.context_menu import offer
from counselor_app.ui.parts.control import Speaker, follow_width
from counselor_app.ui.parts.copying import figure_entries
from counselor_app.ui.parts.rest import Rest
from counselor_app.ui.parts.rows import RowDelegate, RowFace
from counselor_app.ui.parts.source import ASK_KEYS, Mark, SourceRequest
from counselor_app.ui.style.drawing import break_lines, draw_focus
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Line = tuple[ListGroup, ListRow | None]
"""A row with its group, or a group's own headline (None)."""


class _Model(QAbstractListModel):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[Line] = []

    def set_lines(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        group, row = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._theme.say(row.name if row else group_title(group))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            headline = joined((group_title(group), *group.ends), ", ")
            return self._theme.say(row_sentence(row) if row else headline)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.lines[index.row()][1] is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Face(RowFace):
    def __init__(self, rows: RankedRows) -> None:
        self._rows = rows

    def size(self, index: Index) -> QSize:
        return QSize(10, self._rows.line_height(index.row()))

    def box(self, rect: QRectF, index: Index) -> QRectF | None:
        return rect if self._rows.lines[index.row()][1] else None

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:
        rows = self._rows
        group, row = rows.lines[index.row()]
        if row is None:
            draw_group(painter, rect, group_title(group), group.ends, rows.theme)
        else:
            if rows.hovered == index.row() and not current:
                painter.fillRect(rect, rows.tint())
            draw_row(painter, rect, group, row, rows.layout_now(), rows.theme)
            if current and rows.hasFocus():
                mark = rows.mark_rect(index.row())
                if mark:
                    draw_focus(painter, mark.adjusted(-4, -1, 4, 1), rows.theme)


class RankedRows(Speaker, QListView):
    """Rows of one or two groups. Up and down change the row, left and right the figure in it.

    ``row_changed`` carries the element of the row that became current by hand. F1, Enter, a
    click, or 400 ms of rest ask for the source of the row's importance or level.
    """

    source_requested = Signal(object)
    source_left = Signal()
    row_changed = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hovered: int | None = None
        self._model = _Model(theme)
        self._heights: list[int] = []
        self._by_width: dict[int, list[int]] = {}
        self._lines_of: dict[tuple[str, float], int] = {}
        self._layout: RowLayout | None = None
        self._on_level = False
        self._rest: Rest[tuple[int, bool]] = Rest()
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self, _Face(self), theme))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        follow_width(self)
        theme.changed.connect(self.restyle)

    @property
    def lines(self) -> Sequence[Line]:
        """Headlines and rows from top to bottom."""
        return self._model.lines

    def set_groups(self, groups: Sequence[ListGroup]) -> None:
        """Show other rows; a group of work styles gets a headline with its scale."""
        lines: list[Line] = []
        for group in groups:
            if group.impact:
                lines.append((group, None))
            lines += ((group, row) for row in group.rows)
        self._point_away()
        self.hovered = None
        self._by_width.clear()
        self._model.set_lines(lines)
        self._measure(self.width())
        self.updateGeometry()

    def set_row(self, element: str) -> None:
        """Make an element's row current without telling anyone."""
        place = next((i for i, (_, r) in enumerate(self.lines) if r and r.element == element), None)
        index = self._model.index(place, 0) if place is not None else QModelIndex()
        if index != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
            self.viewport().update()

    def current_row(self) -> ListRow | None:
        """The row with the highlight."""
        index = self.currentIndex()
        return self.lines[index.row()][1] if index.isValid() else None

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self._by_width.clear()
        self._lines_of.clear()
        self._layout = None
        self._measure(self.width())
        self.updateGeometry()
        self.viewport().update()

    def tint(self) -> QColor:
        """The ground of the row under the pointer."""
        return self.theme.tokens.window

    def layout_now(self) -> RowLayout:
        """Where the columns are at this width."""
        if self._layout is None or self._layout.width != self.width():
            self._layout = RowLayout.of(self.theme, self.width())
        return self._layout

    def line_height(self, place: int) -> int:
        """Height of a line at this width."""
        return self._heights[place]

    def mark_rect(self, place: int) -> QRectF | None:
        """Where the row's chosen figure is printed, when it has more than one."""
        _, row = self.lines[place]
        if row is None or row.bar is None or row.bar.level is None:
            return None
        rect = QRectF(self.visualRect(self._model.index(place, 0)))
        return self.layout_now().figure_rect(rect, level=self._on_level)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._line_heights(width))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), sum(self._heights))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(220), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure(event.size().width())
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and plain:
            self._on_level = key == Qt.Key.Key_Right
            self.viewport().update()
        elif key in ASK_KEYS and plain and index.isValid():
            self._ask(index.row(), level=self._on_level, pinned=True)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters search the occupations, they do not jump in the list
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self.signalsBlocked():
            row = self.lines[current.row()][1]
            if row:
                self.row_changed.emit(row.element)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        place = index.row() if index.isValid() else None
        level = self._over_level(event.position())
        pointed = (place, level) if place is not None else None
        if pointed != self._rest.thing:
            self._point_away()
            asks = place is not None and self._figure(place, level=level) is not None
            self._rest.come(pointed, self, asks=asks)
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        level = self._on_level if keyboard else self._over_level(QPointF(event.pos()))
        mark = self._mark(index.row(), level=level) if index.isValid() else None
        if mark is None:
            event.ignore()
            return
        ask = partial(self._ask, index.row(), level=level, pinned=True)
        offer(self, self.theme, event, figure_entries(mark.subject, mark.name, self.theme, ask))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._on_level = self._over_level(event.position())
            self._ask(index.row(), level=self._on_level, pinned=True)
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_away()
        self.hovered = None
        self.viewport().update()
        super().leaveEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        if (pointed := self._rest.rested(event)) is not None:
            self._ask(pointed[0], level=pointed[1], pinned=False)
        else:
            super().timerEvent(event)

    def _figure(self, place: int, *, level: bool) -> Figure | None:
        _, row = self.lines[place]
        if row is None or row.bar is None:
            return None
        return row.bar.level if level and row.bar.level else row.bar.figure

    def _ask(self, place: int, *, level: bool, pinned: bool) -> None:
        if (mark := self._mark(place, level=level)) is not None:
            self.source_requested.emit(SourceRequest(mark, self, pinned))

    def _mark(self, place: int, *, level: bool) -> Mark | None:
        figure = self._figure(place, level=level)
        group, row = self.lines[place]
        if figure is None or row is None:
            return None
        level_asked = figure.unit == "level 0-7"
        what = LEVEL if level_asked else IMPACT if group.impact else IMPORTANCE
        rect = QRectF(self.visualRect(self._model.index(place, 0)))
        rect = self.layout_now().figure_rect(rect, level=level_asked)
        return Mark(rect, figure, joined((what, row.name), ", "))

    def _over_level(self, point: QPointF) -> bool:
        left, right = self.layout_now().level_span
        return left <= point.x() <= right

    def _measure(self, width: int) -> None:
        self._heights = self._line_heights(width)
        self.scheduleDelayedItemsLayout()

    def _line_heights(self, width: int) -> list[int]:
        found = self._by_width.get(width)
        if found is None:
            columns = RowLayout.of(self.theme, width)
            step = int(QFontMetricsF(self.theme.font("row")).height())
            headline = 2 * step + self.theme.px(22)
            found = [
                columns.line_height(self._name_lines(row.name, columns.name_width))
                if row
                else headline
                for _, row in self.lines
            ]
            self._by_width[width] = found
        return found

    def _name_lines(self, name: str, width: float) -> int:
        """How many lines a name takes; names are few and the same for every occupation."""
        key = (name, width)
        lines = self._lines_of.get(key)
        if lines is None:
            lines = len(break_lines(self.theme.say(name), self.theme.font("row"), width).lines)
            self._lines_of[key] = lines
        return lines

    def _point_away(self) -> None:
        if self._rest.leave():
            self.source_left.emit()


def group_title(group: ListGroup) -> str:
    """The headline of work styles, which have a scale of their own."""
    return _("Work styles, on a scale of their own") if group.impact else IMPORTANCE
