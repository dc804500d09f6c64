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
)

from counselor_app.domain.figures.wording import correlation_words, openings_words, percent
from counselor_app.domain.fit.fit import CAREER_RETURNS, BandEdition
from counselor_app.domain.fit.gap import overall_words
from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.words import band_words
from counselor_app.ui.parts.rows import RowDelegate, RowFace
from counselor_app.ui.style.faces import draw_box
from counselor_app.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    "Rank", "Occupation", "Fit", "Band", "Zone", "Median pay a year", "Change", "Openings a year",
    "Skill gap",
)  # fmt: skip
_WIDTHS = (44, 0, 50, 92, 44, 130, 96, 104, 96)
LEFT = (1, 3)
"""The columns of words; numbers stand right."""
_LEAD = 30


def cells(one: Candidate, edition: BandEdition = CAREER_RETURNS) -> tuple[str, ...]:
    """The words of one row, in the order of `COLUMNS`; * marks a figure of a group, which the
    title names.

    The last is the client's skill gap, for lists of a client who has rated some.
    """
    match, job = one.match, one.job
    shared = job.star
    change = "no projection"
    if job.change_pct is not None:
        change = percent(job.change_pct, signed=True) + shared
    return (
        str(match.rank),
        f"{match.title} (* {job.whose})" if job.group else match.title,
        correlation_words(match.r),
        band_words(match.band, edition),
        str(job.job_zone) if job.job_zone else "none",
        one.pay_words,
        change,
        "not published" if job.openings is None else openings_words(job.openings) + shared,
        overall_words(one.gap),
    )


class MatchModel(QAbstractListModel):
    """Candidates as rows to tick, with the bands of one edition; ``rated`` shows skill gaps."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Candidate, ...] = ()
        self.ticked: set[str] = set()
        self.edition: BandEdition = CAREER_RETURNS
        self.rated = False

    def set_rows(self, rows: Sequence[Candidate], edition: BandEdition, *, rated: bool) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.edition, self.rated = tuple(rows), edition, rated
        self.endResetModel()

    def words(self, row: int) -> tuple[str, ...]:
        """The words of a row, in the order of `COLUMNS`."""
        found = cells(self.rows[row], self.edition)
        return found if self.rated else found[:-1]

    def tick(self, index: Index) -> None:
        """Tick a row, or take its tick away."""
        self.ticked ^= {self.rows[index.row()].match.code}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (one.match.title, one.job.figures_note)))
        if role == Qt.ItemDataRole.DisplayRole:
            return one.match.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            rank, title, fit, band, zone, pay, change, openings, *gap = self.words(index.row())
            spoken = (
                (
                    f"{rank}, {title}, fit {fit}, {band}, zone {zone}, pay {pay}, change {change},"
                    f" openings {openings}"
                )
                .replace("*", "")
                .replace("†", ", by the year only")
            )
            spoken = f"{spoken}, skill gap {gap[0]}" if gap else spoken
            return f"{spoken}, schooling {one.job.raters}" if one.job.raters else spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            on = one.match.code in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None


class _Face(RowFace):
    smooth = False

    def __init__(self, view: MatchRows) -> None:
        self._view = view

    def size(self, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self._view.viewport().width(), self._view.row_height())

    def box(self, rect: QRectF, index: Index) -> QRectF:  # noqa: ARG002
        return rect.adjusted(0, 0, 0, -1)

    def draw(self, painter: QPainter, rect: QRectF, index: Index, *, current: bool) -> None:
        view, theme = self._view, self._view.theme
        one, t = view.match_model.rows[index.row()], theme.tokens
        painter.setPen(QPen(t.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = view.match_model.words(index.row())
        font = theme.font("row")
        metrics = QFontMetricsF(font)
        base = rect.top() + theme.px(6) + metrics.ascent()
        listed = one.match.code in view.listed
        columns = view.columns()
        ticked = one.match.code in view.match_model.ticked
        left = rect.left() + theme.px(5) + 0.5
        draw_box(painter, left, rect.center().y(), theme, on=ticked)
        fonts = (font, theme.font("row", bold=True))
        measures = (metrics, QFontMetricsF(fonts[1]))
        for place, (left, width) in enumerate(columns):
            bold = place in (1, 2) and (current or listed)
            text = f"★ {words[place]}" if place == 1 and listed else words[place]
            wide = measures[bold].horizontalAdvance(text)
            if wide > width + 1:
                text = measures[bold].elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
                wide = measures[bold].horizontalAdvance(text)
            painter.setFont(fonts[bold])
            painter.setPen(t.accent if place == 1 else t.text if place == 2 else t.text2)
            shift = 0 if place in LEFT else width - wide
            painter.drawText(QPointF(left + shift, base), text)
        if view.narrow():
            painter.setFont(theme.font("caption"))
            painter.setPen(t.text2)
            left, _ = columns[1]
            small = QFontMetricsF(painter.font())
            under = _second_line(words, small, rect.right() - left)
            painter.drawText(QPointF(left, base + metrics.descent() + small.ascent()), under)


def _second_line(words: Sequence[str], metrics: QFontMetricsF, room: float) -> str:
    """What stands under the title: as many figures as fit, none cut in two."""
    _, _, _, band, zone, pay, change, openings, *gap = words
    parts = [*(f"gap {g}" for g in gap), band, f"zone {zone}", pay, change, f"{openings} openings"]
    while len(parts) > 1 and metrics.horizontalAdvance("  ·  ".join(parts)) > room:
        parts.pop()
    return "  ·  ".join(parts)


class MatchRows(QListView):
    """Arrow keys walk, Enter opens (with Ctrl beside), Space ticks, Insert puts on the shortlist.

    A click opens, too; on the box it ticks.
    """

    opened = Signal(str, bool)
    starred = Signal(str)

    def __init__(self, theme: Theme, listed: set[str]) -> None:
        super().__init__()
        self.theme, self.listed = theme, listed
        self._measured: tuple[tuple[int, float, bool], list[tuple[float, float]]]
        self._measured = ((0, 0.0, False), [])
        self.match_model = MatchModel()
        self.match_model.setParent(self)
        self.setModel(self.match_model)
        self.setItemDelegate(RowDelegate(self, _Face(self), theme))
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

    def set_rows(
        self, rows: Sequence[Candidate], edition: BandEdition = CAREER_RETURNS, *, rated: bool
    ) -> None:
        """Show other rows; the same occupation stays chosen if it is still there."""
        index = self.currentIndex()
        code = self.match_model.rows[index.row()].match.code if index.isValid() else ""
        self.match_model.set_rows(rows, edition, rated=rated)
        place = next((i for i, one in enumerate(rows) if one.match.code == code), 0)
        self.setCurrentIndex(self.match_model.index(place))

    def narrow(self) -> bool:
        """Whether a row takes two lines."""
        return self.viewport().width() < self.theme.px(930 if self.match_model.rated else 850)

    def row_height(self) -> int:
        """The height of every row."""
        line = QFontMetricsF(self.theme.font("row")).height()
        more = QFontMetricsF(self.theme.font("caption")).height() if self.narrow() else 0
        return int(line + more) + self.theme.px(12)

    def columns(self) -> list[tuple[float, float]]:
        """Left and width of each column shown: all, or rank, title and fit."""
        rated = self.match_model.rated
        key = (self.viewport().width(), self.theme.scale, rated)
        if key == self._measured[0]:
            return self._measured[1]
        px, lead = self.theme.px, self.theme.px(_LEAD)
        others = _WIDTHS[:3] if self.narrow() else _WIDTHS if rated else _WIDTHS[:-1]
        used = sum(px(w) for w in others) + px(12) * (len(others) - 1)
        rest = key[0] - px(8) - lead - used
        found, x = [], float(lead)
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
        elif event.key() == Qt.Key.Key_Space and code:
            self.match_model.tick(index)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters go to the search field
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().x() < self.theme.px(_LEAD):
            self.match_model.tick(index)
        else:
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.opened.emit(self.match_model.rows[index.row()].match.code, ctrl)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
