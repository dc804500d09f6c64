"""The sidebar's list: a model of rows, drawn by a delegate, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from counselor_app.ui.parts.rows import RowDelegate, RowFace
from counselor_app.ui.shell.rows import Row, Spans
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE = 20


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
        if index.isValid() and self.row(index).kind == "group":
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

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


class _Face(RowFace):
    """Draws a row; row heights are kept for each width and text size."""

    radius = 6

    def __init__(self, view: RowView) -> None:
        self._view = view
        self._heights: dict[tuple[str, int, float, int, float], int] = {}

    def size(self, index: Index) -> QSize:
        row, theme = self._view.row_model.row(index), self._view.theme
        width = self._view.viewport().width()
        px = theme.px
        if row.kind != "job":
            high = max(px(36 if row.kind == "folder" else 34), _line(theme.font("row")) + 10)
            return QSize(width, high)
        under = 1 + bool(row.why) + bool(row.summary)
        key = (row.title + row.whose, under, self._beside(row), width, theme.scale)
        height = self._heights.get(key)
        if height is None:
            room = width - px(2 * _SIDE) - self._beside(row)
            title = theme.font("body", bold=True) if self._view.full else theme.font("row")
            lines = 1
            if QFontMetricsF(title).horizontalAdvance(row.title) > room:
                lines = _laid_out(row.title, title, room).lineCount()
            height = lines * _line(title) + px(11)
            if self._view.full:
                caption = theme.font("caption")
                whose = _laid_out(row.whose, caption, room).lineCount() if row.whose else 0
                height += _line(caption) * (under + whose)
            self._heights[key] = height
        return QSize(width, height)

    def box(self, rect: QRectF, index: Index) -> QRectF | None:
        if self._view.row_model.row(index).kind == "group":
            return None
        return rect.adjusted(self._view.theme.px(8), 1, -self._view.theme.px(8), -1)

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:  # noqa: ARG002
        row, side = self._view.row_model.row(index), self._view.theme.px(_SIDE)
        inner = rect.adjusted(side, 0, -side, 0)
        if row.kind == "job":
            self._job(painter, row, inner)
        else:
            self._line_row(painter, row, inner)

    def _line_row(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        theme = self._view.theme
        t, px = theme.tokens, theme.px
        group = row.kind == "group"
        font = theme.font("caption", bold=True) if group else theme.font("row")
        color = t.text2 if group else t.accent if row.kind in ("more", "back") else t.text
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        baseline = inner.center().y() + (metrics.ascent() - metrics.descent()) / 2
        x = inner.left()
        if row.kind == "back":
            draw_icon(painter, "back", QRectF(x, inner.center().y() - px(7), px(14), px(14)), color)
            x += px(22)
        plain = QFontMetricsF(theme.font("caption"))
        count = "" if row.count is None else f"{row.count:,}"
        room = inner.right() - x - plain.horizontalAdvance(count) - px(8)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(color)
        painter.drawText(QPointF(x, baseline), title)
        painter.setFont(theme.font("caption"))
        painter.setPen(t.text3)
        if group:
            painter.drawText(QPointF(x + metrics.horizontalAdvance(title) + px(6), baseline), count)
        else:
            painter.drawText(
                QPointF(inner.right() - plain.horizontalAdvance(count), baseline), count
            )

    def _job(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        view, theme = self._view, self._view.theme
        t, px = theme.tokens, theme.px
        badge = view.badges.get(row.code, "")
        title = theme.font("body", bold=True) if view.full else theme.font("row")
        room = inner.width() - self._beside(row)
        y = inner.top() + px(5)
        layout = _laid_out(row.title, title, room, row.title_spans, t.accent)
        painter.setPen(t.text)
        layout.draw(painter, QPointF(inner.left(), y))
        if badge:
            self._badge(painter, badge, inner, y)
        fit = view.fit_words(row)
        if not view.full:
            if fit:
                metrics = QFontMetricsF(theme.font("caption"))
                right = inner.right() - metrics.horizontalAdvance(fit) - (px(24) if badge else 0)
                painter.setFont(theme.font("caption"))
                painter.setPen(t.text2)
                painter.drawText(QPointF(right, y + QFontMetricsF(title).ascent()), fit)
            return
        y += layout.lineCount() * _line(title)
        caption = theme.font("caption")
        painter.setFont(caption)
        metrics = QFontMetricsF(caption)
        painter.setPen(t.text2)
        if row.why:
            words = metrics.elidedText(row.why, Qt.TextElideMode.ElideRight, inner.width())
            spans = tuple((a, min(b, len(words))) for a, b in row.why_spans if a < len(words))
            _laid_out(words, caption, inner.width() + 4, spans, t.accent).draw(
                painter, QPointF(inner.left(), y)
            )
            y += _line(caption)
        if row.summary:
            words = metrics.elidedText(row.summary, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), words)
            y += _line(caption)
        baseline = y + metrics.ascent()
        pay, change, zone = row.facts
        steps = (0.0, max(px(72), metrics.horizontalAdvance(pay) + px(14)))
        end = inner.right()
        if fit:
            painter.drawText(QPointF(end - metrics.horizontalAdvance(fit), baseline), fit)
            end -= metrics.horizontalAdvance(fit) + px(16)
        zone_x = end - metrics.horizontalAdvance(zone)
        painter.drawText(QPointF(inner.left(), baseline), pay)
        if steps[1] + metrics.horizontalAdvance(change) + px(10) < zone_x - inner.left():
            painter.drawText(QPointF(inner.left() + steps[1], baseline), change)
        if inner.left() + metrics.horizontalAdvance(pay) + px(10) < zone_x:
            painter.drawText(QPointF(zone_x, baseline), zone)
        if row.whose:
            below = QPointF(inner.left(), y + _line(caption))
            _laid_out(row.whose, caption, room).draw(painter, below)

    def _beside(self, row: Row) -> float:
        """The room beside a title that its badge takes and, in the short list, its fit."""
        view, px = self._view, self._view.theme.px
        room = px(24) if row.code in view.badges else 0.0
        if not view.full and (fit := view.fit_words(row)):
            room += QFontMetricsF(view.theme.font("caption")).horizontalAdvance(fit) + px(12)
        return room

    def _badge(self, painter: QPainter, badge: str, inner: QRectF, y: float) -> None:
        theme = self._view.theme
        side = theme.px(18)
        box = QRectF(inner.right() - side, y, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.accent)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.tokens.on_accent)
        painter.setFont(theme.font("caption", bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)


class RowView(QListView):
    """The list. ``opened`` says which occupation to open, and whether beside the present one.

    ``full=False`` draws titles alone (the shortlist). ``badges`` marks occupations that are
    open with the number of their pane.
    """

    opened = Signal(str, bool)
    folder_opened = Signal(str)
    folder_closed = Signal()
    group_expanded = Signal(str)
    removed = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, full: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.full = theme, full
        self.badges: Mapping[str, str] = {}
        self.row_model = RowModel()
        self.row_model.setParent(self)
        self.setModel(self.row_model)
        self.setItemDelegate(RowDelegate(self, _Face(self), theme))
        self.setAccessibleName(theme.say(name))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(1)
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
        elif row.kind == "more":
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
                self.act(beside=ctrl or middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _line(font: QFont) -> int:
    return int(QFontMetricsF(font).height() + 0.5)


def _laid_out(
    text: str,
    font: QFont,
    width: float,
    spans: Spans = (),
    underline: QColor | None = None,
) -> QTextLayout:
    """The text broken to ``width``, with ``spans`` underlined."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if spans and underline is not None:
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(underline)
        formats = []
        for start, end in spans:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, end - start, style
            formats.append(piece)
        layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += _line(font)
    layout.endLayout()
    return layout
