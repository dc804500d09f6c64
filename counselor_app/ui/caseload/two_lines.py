"""A list of any number of rows of two lines each, painted; none is a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
)

from counselor_app.language import joined
from counselor_app.ui.parts.rows import RowDelegate, RowFace
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TwoLines:
    """One row: what stands out, and what is said of it below."""

    title: str
    note: str


class TwoLineModel(QAbstractListModel):
    """Subclasses override `count_rows` and `texts`; rows are asked for only when they show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def count_rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def texts(self, row: int) -> TwoLines:
        """What a row says."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.count_rows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.theme.say(self.texts(index.row()).title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = self.texts(index.row())
            return self.theme.say(joined((texts.title, texts.note), ". "))
        return None


class FixedModel(TwoLineModel):
    """Rows that are known beforehand."""

    _rows: tuple[TwoLines, ...] = ()

    def set_rows(self, rows: Sequence[TwoLines]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def count_rows(self) -> int:
        return len(self._rows)

    def texts(self, row: int) -> TwoLines:
        return self._rows[row]


class _Face(RowFace):
    def __init__(self, view: TwoLineView) -> None:
        self._view = view
        self.radius = view.theme.px(6)

    def size(self, index: Index) -> QSize:  # noqa: ARG002
        theme = self._view.theme
        lines = QFontMetricsF(theme.font("body", bold=True)).height()
        lines += QFontMetricsF(theme.font("caption")).height()
        return QSize(theme.px(200), int(lines) + theme.px(16))

    def box(self, rect: QRectF, index: Index) -> QRectF:  # noqa: ARG002
        return rect.adjusted(0, 1, 0, -1)

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:
        theme = self._view.theme
        t, px, texts = theme.tokens, theme.px, self._view.lines.texts(index.row())
        inside, top = rect.adjusted(px(12), 0, -px(12), 0), rect.top() + px(7)
        for font, color, text in (
            (theme.font("body", bold=True), t.text, texts.title),
            (theme.font("caption"), t.text2, texts.note),
        ):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(color)
            line = theme.say(text).replace("\n", " ")
            words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(QPointF(inside.left(), top + metrics.ascent()), words)
            top += metrics.height() + 1
        if not current:
            painter.fillRect(QRectF(inside.left(), rect.bottom(), inside.width(), 1), t.line)


class TwoLineView(QListView):
    """``opened`` comes for the current row (Enter, double click), ``removed`` with the Delete
    key; ``chosen`` follows the current row."""

    opened = Signal()
    removed = Signal()
    chosen = Signal()

    def __init__(self, lines: TwoLineModel, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme, self.lines = theme, lines
        lines.setParent(self)
        self.setModel(lines)
        self.setItemDelegate(RowDelegate(self, _Face(self), theme))
        self.setUniformItemSizes(True)
        # A hundred at a time: Qt asks the model about each row that it lays out.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(theme.say(name))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        lines.modelReset.connect(self.chosen)
        thin_bars(self, theme)
        theme.changed.connect(self.restyle)

    @property
    def row(self) -> int:
        """The current row; -1 when there is none."""
        row = self.currentIndex().row()
        return row if row < self.lines.count_rows() else -1

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.lines.index(row))

    def step(self, rows: int) -> None:
        """Move the current row, for a field above the list."""
        if count := self.lines.count_rows():
            self.choose(min(max(self.row + rows, 0), count - 1))

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        thin_bars(self, self.theme)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row >= 0:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.row >= 0:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
