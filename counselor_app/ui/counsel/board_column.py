"""One column of the board: a list of cards that the keyboard walks and a screen reader reads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from counselor_app.domain.fit.board import SCHOOLING, Card, Column
from counselor_app.ui.counsel.board_rows import BoardModel, BoardState, Index, Row
from counselor_app.ui.counsel.card_face import GAP, CardFace
from counselor_app.ui.counsel.own_keys import CTRL, claims
from counselor_app.ui.parts.context_menu import job_entries, offer
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.style.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier


class _Delegate(QStyledItemDelegate):
    """Draws rows by the face of the cards."""

    def __init__(self, view: BoardColumn) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return self._view.row_size(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        row, rect = view.board_model.rows[index.row()], QRectF(option.rect)
        rect.setWidth(view.row_width(row))
        painter.save()
        view.face.draw(
            painter, row, rect, view.board_model.state,
            current=index == view.currentIndex() and view.hasFocus(),
            hovered=index.row() == view.hovered,
        )  # fmt: skip
        painter.restore()


class BoardColumn(QListView):
    """Arrow keys move, Enter opens (with Ctrl beside), Space ticks, Ctrl+S stars, Delete sets
    aside, Ctrl+Z takes that back, Alt+Down and Alt+Up show and fold twins. Letters search.

    The signals carry a card; ``sideways`` says that the column at the left (-1) or right (1) is
    wanted, beside the point at a height.
    """

    opened = Signal(object, bool)
    ticked = Signal(object)
    starred = Signal(object)
    put_aside = Signal(object)
    undone = Signal()
    folded = Signal(object)
    more = Signal(object)
    sideways = Signal(int, int)

    def __init__(self, theme: Theme, state: BoardState) -> None:
        super().__init__()
        self.theme, self.face = theme, CardFace(theme)
        self.across, self.hovered = 1, -1
        self._sizes: dict[int, QSize] = {}
        self.board_model = BoardModel(state, theme.say)
        self.board_model.setParent(self)
        self.setModel(self.board_model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.face.forget()
        self._sizes.clear()
        thin_bars(self, self.theme)
        self.verticalScrollBar().setSingleStep(self.theme.px(40))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_column(self, column: Column | None, *, across: int) -> None:
        """Show a column, so many cards side by side; the same card stays the current one."""
        card = self.card
        if column is not None:
            self.setAccessibleName(self.theme.say(SCHOOLING[column.schooling][0]))
        if across != self.across:
            self.across = across
            flow = QListView.Flow.LeftToRight if across > 1 else QListView.Flow.TopToBottom
            self.setFlow(flow)
            self.setWrapping(across > 1)
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self._sizes.clear()
        scroll = self.verticalScrollBar().value()
        self.board_model.show(column)
        bar = Qt.ScrollBarPolicy
        rows = bool(self.board_model.rows)
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOn if rows else bar.ScrollBarAlwaysOff)
        if not self.currentIndex().isValid():
            self.choose(card.code if card else "")
        self.verticalScrollBar().setValue(scroll)
        self.viewport().update()

    @property
    def card(self) -> Card | None:
        """The current card; None on what shows more."""
        return self.board_model.card(self.currentIndex())

    def choose(self, code: str) -> None:
        """Make a card the current one, else the first."""
        model = self.board_model
        place = model.place_of(code)
        if place < 0:
            place = next((n for n, row in enumerate(model.rows) if row.card or row.hidden), -1)
        self.setCurrentIndex(model.index(place) if place >= 0 else QModelIndex())

    def choose_at(self, y: int) -> None:
        """Make the card at a height of the viewport the current one, else the one nearest."""
        best, far = QModelIndex(), 1 << 30
        for place, row in enumerate(self.board_model.rows):
            if row.card or row.hidden:
                rect = self.visualRect(self.board_model.index(place))
                away = max(rect.top() - y, y - rect.bottom(), 0)
                if away < far:
                    best, far = self.board_model.index(place), away
        if best.isValid():
            self.setCurrentIndex(best)

    def row_size(self, place: int) -> QSize:
        """The size of a row: headings take the whole width, cards side by side are equally high."""
        known = self._sizes.get(place)
        if known is not None:
            return known
        rows, state = self.board_model.rows, self.board_model.state
        if rows[place].card is None:
            self._sizes[place] = QSize(self._room(), self.face.height(rows[place], 0, state))
            return self._sizes[place]
        first = place
        while first and rows[first - 1].card is not None:
            first -= 1
        first += (place - first) // self.across * self.across
        beside = [row for row in rows[first : first + self.across] if row.card is not None]
        high = max(self.face.height(row, self.row_width(row), state) for row in beside)
        for at in range(first, first + len(beside)):
            self._sizes[at] = QSize(self._room() // self.across, high)
        return self._sizes[place]

    def row_width(self, row: Row) -> int:
        """How wide a row is drawn."""
        if self.across == 1 or row.card is None:
            return self._room()
        return self._room() // self.across - self.theme.px(GAP)

    def scrollTo(
        self, index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:  # fmt: skip
        if index.row() == 1:
            self.scrollToTop()  # the heading above the first card comes into view with it
        else:
            super().scrollTo(index, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), bool(event.modifiers() & CTRL)
        card, row = self.card, self._row()
        if row is not None and row.hidden and key in (*_ENTER, Qt.Key.Key_Space):
            self.more.emit(row)
        elif key == Qt.Key.Key_Z and ctrl:
            self.undone.emit()
        elif event.modifiers() & _ALT and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and card:
            if (card.code in self.board_model.state.open) != (key == Qt.Key.Key_Down):
                self.folded.emit(card)
        elif card is not None and self._pressed(event, card, ctrl=ctrl):
            return
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.across == 1:
            middle = self.visualRect(self.currentIndex()).center().y()
            self.sideways.emit(1 if key == Qt.Key.Key_Right else -1, middle)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters go to the search field
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return claims(event) or super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        index = self.indexAt(point.toPoint())
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.board_model.rows[index.row()]
        if row.hidden:
            self.more.emit(row)
        elif row.card is not None:
            spot = self._spot(index, point)
            if spot == "card":
                self.opened.emit(row.card, bool(event.modifiers() & CTRL))
                return
            {"tick": self.ticked, "star": self.starred, "aside": self.put_aside,
             "twins": self.folded}[spot].emit(row.card)  # fmt: skip

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.card
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            card = self.board_model.card(self.indexAt(event.pos()))
        if card is None:
            event.ignore()
            return
        entries = job_entries(
            partial(self.opened.emit, card), partial(self.starred.emit, card),
            partial(self.put_aside.emit, card),
            starred=card.code in self.board_model.state.starred,
        )  # fmt: skip
        offer(self, self.theme, event, entries)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        hovered = index.row() if index.isValid() and self.board_model.card(index) else -1
        pressed = hovered >= 0 or (index.isValid() and self.board_model.rows[index.row()].hidden)
        hand = Qt.CursorShape.PointingHandCursor if pressed else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)
        self._hover(hovered)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sizes.clear()
        self.scheduleDelayedItemsLayout()

    def _pressed(self, event: QKeyEvent, card: Card, *, ctrl: bool) -> bool:
        key = event.key()
        if key in _ENTER:
            self.opened.emit(card, ctrl)
        elif key == Qt.Key.Key_Space:
            self.ticked.emit(card)
        elif (key == Qt.Key.Key_S and ctrl) or key == Qt.Key.Key_Insert:
            self.starred.emit(card)
        elif key == Qt.Key.Key_Delete:
            self.put_aside.emit(card)
        else:
            return False
        return True

    def _spot(self, index: Index, point: QPointF) -> str:
        rect = QRectF(self.visualRect(QModelIndex(index)))  # type: ignore[arg-type]
        row = self.board_model.rows[index.row()]
        rect.setWidth(self.row_width(row))
        return self.face.spot(row, rect, point, self.board_model.state)

    def _hover(self, place: int) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def _row(self) -> Row | None:
        index = self.currentIndex()
        return self.board_model.rows[index.row()] if index.isValid() else None

    def _room(self) -> int:
        return self.viewport().width() - self.theme.px(4)
