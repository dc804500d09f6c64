"""The ranked list: one line an occupation where there is room, else two."""

from __future__ import annotations

from collections.abc import Sequence

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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from counselor_app.domain.fit import CAREER_RETURNS
from counselor_app.domain.fit_words import band_words
from counselor_app.domain.matches_filter import Candidate
from counselor_app.domain.wording import correlation_words, number, percent
from counselor_app.ui.theme import Theme
from counselor_app.ui.widgets.drawing import draw_focus

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Rank", "Occupation", "Fit", "Band", "Zone", "Pay", "Change", "Openings")


def cells(one: Candidate) -> tuple[str, ...]:
    """The words of one row, in the order of `COLUMNS`; * marks a figure of several jobs."""
    match, job = one.match, one.job
    shared = "*" if job.outlook_code != job.soc or not job.code.endswith(".00") else ""
    change = "no projection"
    if job.change_pct is not None:
        change = percent(job.change_pct, signed=True) + shared
    return (
        str(match.rank),
        match.title,
        correlation_words(match.r),
        band_words(match.band, CAREER_RETURNS),
        str(job.job_zone) if job.job_zone else "none",
        one.pay_words,
        change,
        "not published" if job.openings is None else number(job.openings) + shared,
    )


class MatchModel(QAbstractListModel):
    """Candidates as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Candidate, ...] = ()

    def set_rows(self, rows: Sequence[Candidate]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return one.match.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            rank, title, fit, band, zone, pay, change, openings = cells(one)
            return (
                f"{rank}, {title}, fit {fit}, {band}, zone {zone}, pay {pay}, change {change},"
                f" openings {openings}"
            ).replace("*", ", for several jobs together")
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: MatchList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self._view.viewport().width(), self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, theme = self._view, self._view.theme
        one, t, rect = view.match_model.rows[index.row()], theme.tokens, QRectF(option.rect)
        current = index == view.currentIndex()
        painter.save()
        if current:
            painter.fillRect(rect, t.accent_soft)
        painter.setPen(QPen(t.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = cells(one)
        font = theme.font("row")
        metrics = QFontMetricsF(font)
        base = rect.top() + theme.px(6) + metrics.ascent()
        listed = one.match.code in view.listed
        columns = view.columns()
        for place, (left, width) in enumerate(columns):
            text = words[place]
            right = place not in (1, 3)
            painter.setFont(theme.font("row", bold=place in (1, 2) and (current or listed)))
            painter.setPen(t.accent if place == 1 else t.text if place == 2 else t.text2)
            shown = QFontMetricsF(painter.font()).elidedText(
                f"★ {text}" if place == 1 and listed else text,
                Qt.TextElideMode.ElideRight, width + 1,
            )  # fmt: skip
            wide = QFontMetricsF(painter.font()).horizontalAdvance(shown)
            painter.drawText(QPointF(left + (width - wide if right else 0), base), shown)
        if view.narrow():
            _, _, _, band, zone, pay, change, openings = words
            under = f"{band}  ·  zone {zone}  ·  {pay}  ·  {change}  ·  openings {openings}"
            painter.setFont(theme.font("caption"))
            painter.setPen(t.text2)
            left, _ = columns[1]
            small = QFontMetricsF(painter.font())
            shown = small.elidedText(under, Qt.TextElideMode.ElideRight, rect.right() - left)
            painter.drawText(QPointF(left, base + metrics.descent() + small.ascent()), shown)
        if view.hasFocus() and current:
            draw_focus(painter, rect.adjusted(0, 0, 0, -1), theme)
        painter.restore()


class MatchList(QListView):
    """Arrow keys walk, Enter opens (with Ctrl beside), Insert puts on the shortlist."""

    opened = Signal(str, bool)
    starred = Signal(str)

    def __init__(self, theme: Theme, listed: set[str]) -> None:
        super().__init__()
        self.theme, self.listed = theme, listed
        self._measured: tuple[tuple[int, float], list[tuple[float, float]]] = ((0, 0.0), [])
        self.match_model = MatchModel()
        self.match_model.setParent(self)
        self.setModel(self.match_model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("Matches, closest first")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_rows(self, rows: Sequence[Candidate]) -> None:
        """Show other rows; the same occupation stays chosen if it is still there."""
        index = self.currentIndex()
        code = self.match_model.rows[index.row()].match.code if index.isValid() else ""
        self.match_model.set_rows(rows)
        place = next((i for i, one in enumerate(rows) if one.match.code == code), 0)
        self.setCurrentIndex(self.match_model.index(place))

    def narrow(self) -> bool:
        """Whether a row takes two lines."""
        return self.viewport().width() < self.theme.px(820)

    def row_height(self) -> int:
        """The height of every row."""
        line = QFontMetricsF(self.theme.font("row")).height()
        more = QFontMetricsF(self.theme.font("caption")).height() if self.narrow() else 0
        return int(line + more) + self.theme.px(12)

    def columns(self) -> list[tuple[float, float]]:
        """Left and width of each column shown: all, or rank, title and fit."""
        key = (self.viewport().width(), self.theme.scale)
        if key == self._measured[0]:
            return self._measured[1]
        px, width = self.theme.px, key[0] - self.theme.px(8)
        others = [44, 0, 50] if self.narrow() else [44, 0, 50, 92, 44, 130, 96, 104]
        rest = width - sum(px(w) for w in others) - px(12) * (len(others) - 1)
        found, x = [], 0.0
        for wide in others:
            room = float(px(wide)) if wide else float(max(rest, px(80)))
            found.append((x, room))
            x += room + px(12)
        self._measured = (key, found)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        code = self.match_model.rows[index.row()].match.code if index.isValid() else ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and code:
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.opened.emit(code, ctrl)
        elif event.key() == Qt.Key.Key_Insert and code:
            self.starred.emit(code)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters go to the search field
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.opened.emit(self.match_model.rows[index.row()].match.code, ctrl)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
