"""The sidebar's list: a model of rows, drawn by a delegate, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from counselor_app.ui.parts.dragging import DRAGGED
from counselor_app.ui.parts.news import tell_item
from counselor_app.ui.parts.rows import RowDelegate
from counselor_app.ui.shell.result_face import Index, ResultFace
from counselor_app.ui.shell.rows import Row
from counselor_app.ui.style.theme import Theme


class RowModel(QAbstractListModel):
    """Rows of the sidebar; group headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self.fits: Mapping[str, str] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        kind = self.row(index).kind if index.isValid() else ""
        if kind == "group":
            return Qt.ItemFlag.ItemIsEnabled
        drag = Qt.ItemFlag.ItemIsDragEnabled if kind == "job" else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(DRAGGED, self.row(indexes[0]).code.encode())
        return dragged

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.why, row.summary))) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            fit = self.fits.get(row.code)
            return f"{row.spoken}, {fit}" if fit else row.spoken
        return None


class RowView(QListView):
    """The list. ``opened`` says which occupation to open, and whether beside the present one.

    ``full=False`` draws titles alone (the shortlist). ``badges`` marks occupations that are
    open with the number of their pane. In a session (``starred`` is not None) occupations have a
    star at the left: Space ticks to compare, Ctrl+S stars; while ``previewed``, a click beside the
    title chooses only.
    """

    opened = Signal(str, bool)
    folder_opened = Signal(str)
    folder_closed = Signal()
    group_expanded = Signal(str)
    removed = Signal(str)
    star_wanted = Signal(str)
    tick_wanted = Signal(str)
    starred: Collection[str] | None = None
    previewed = False

    def __init__(
        self, theme: Theme, name: str, *, full: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.full = theme, full
        self.badges: Mapping[str, str] = {}
        self.row_model = RowModel()
        self.row_model.setParent(self)
        self.setModel(self.row_model)
        self._face = ResultFace(self)
        self.setItemDelegate(RowDelegate(self, self._face, theme))
        self.setAccessibleName(theme.say(name))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(1)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_rows(self, rows: Sequence[Row], *, choose_first: bool) -> None:
        """Show rows from the top; ``choose_first`` makes the first one current."""
        if self.theme.language is not None:
            rows = [row.said(self.theme.say) for row in rows]
        self.row_model.set_rows(rows)
        self.scrollToTop()
        if choose_first:
            self.step(1, from_top=True)

    def set_badges(self, badges: Mapping[str, str]) -> None:
        """Mark the occupations that are open."""
        if badges == self.badges:
            return
        self.badges = badges
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_fits(self, fits: Mapping[str, str]) -> None:
        """Print each occupation's fit with the client; empty without one."""
        self.row_model.fits = fits
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def fit_words(self, row: Row) -> str:
        """ "Very likely", or "" where there is none."""
        return self.row_model.fits.get(row.code, "")

    def set_starred(self, codes: Collection[str] | None) -> None:
        """Show what is starred; None where there are no stars."""
        if codes != self.starred:
            self.starred = codes
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def current_row(self) -> Row | None:
        """The row that Enter acts on."""
        index = self.currentIndex()
        return self.row_model.row(index) if index.isValid() else None

    def step(self, rows: int, *, from_top: bool = False) -> None:
        """Move the current row by ``rows``, past headings, staying in the list."""
        every = self.row_model.rows()
        able = [i for i, row in enumerate(every) if row.kind != "group"]
        if not able:
            return
        now = self.currentIndex().row() if self.currentIndex().isValid() and not from_top else -1
        place = able.index(now) if now in able else -1
        target = able[min(max(place + rows, 0), len(able) - 1)]
        index = self.row_model.index(target)
        self.setCurrentIndex(index)
        if target == able[0]:
            self.scrollToTop()
        else:
            self.scrollTo(index)
        if not from_top and not self.hasFocus():
            tell_item(self, target)

    def act(self, *, beside: bool = False) -> None:
        """Do what Enter does on the current row."""
        row = self.current_row()
        if row is None:
            return
        if row.kind == "job":
            self.opened.emit(row.code, beside)
        elif row.kind == "folder":
            self.folder_opened.emit(row.key)
        elif row.kind == "back":
            self.folder_closed.emit()
        elif row.kind in ("more", "way"):
            self.group_expanded.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act(beside=ctrl)
        elif key in steps:
            self.step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete and (row := self.current_row()):
            self.removed.emit(row.code)
        elif key == Qt.Key.Key_Space and self.starred is not None:
            if (row := self.current_row()) is not None and row.kind == "job":
                self.tick_wanted.emit(row.code)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters go to the search field
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and self.row_model.row(index).kind != "group":
            middle = event.button() == Qt.MouseButton.MiddleButton
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if middle or event.button() == Qt.MouseButton.LeftButton:
                self.setCurrentIndex(index)
                self._press(event.position(), index, beside=ctrl or middle)

    def _press(self, point: QPointF, index: Index, *, beside: bool) -> None:
        """A click on a star stars; beside the title of a previewed row it chooses the row."""
        row = self.row_model.row(index)
        spot = self._face.spot(point) if row.kind == "job" else "title"
        if spot == "star":
            self.star_wanted.emit(row.code)
        elif spot == "title" or beside or not self.previewed:
            self.act(beside=beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
