"""States as equal tiles, shaded in five classes, each with its value."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from counselor_app.charts import Tile, TileMap
from counselor_app.language import _, joined, listed
from counselor_app.ui.charts.shades import mixed, readable
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.drawing import break_lines, draw_lines
from counselor_app.ui.style.theme import Theme

# Share of the job's color in each class, lowest first; evenly spaced in greyscale.
_SHADES = (0.08, 0.25, 0.46, 0.72, 1.0)
# Pure, because the middle classes leave no contrast to spare.
_BLACK, _WHITE = QColor(0, 0, 0), QColor(255, 255, 255)
_GAP = 3
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class TileMapChart(TallChart):
    """A `TileMap`; a click or the arrow keys choose a state, told by ``state_chosen``.

    The arrow keys go to the nearest tile on that side; F1 asks for the tile's source.
    """

    state_chosen = Signal(str)

    def __init__(self, spec: TileMap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self._spec = self.theme.said(spec)
        self._state = ""
        self._least = self._measure()
        self._tell_breaks()

    @property
    def spec(self) -> TileMap:
        """What is drawn now."""
        return self._spec

    def set_spec(self, spec: TileMap) -> None:
        """Show another measure or job; choose a state next."""
        self._spec = self.theme.said(spec)
        self._least = self._measure()
        self._tell_breaks()
        self.set_sentence(spec)

    def set_state(self, state: str) -> None:
        """Frame the tile of a state, given by its postal code."""
        self._state = state
        self._chosen = self._index(state) if self.hasFocus() else -1
        self.update()

    def restyle(self) -> None:
        self._least = self._measure()
        super().restyle()

    def height_for(self, width: int) -> float:  # noqa: ARG002
        return self._spec.rows * (self._tile_height() + self._gap())

    def minimumSizeHint(self) -> QSize:
        """The width below which a value would not fit its tile."""
        return QSize(self._least, 0)

    def draw(self, painter: QPainter) -> None:
        tokens, theme = self.theme.tokens, self.theme
        self._legend(painter)
        fonts = [
            (f, QFontMetricsF(f)) for f in (theme.font("caption", bold=True), theme.font("caption"))
        ]
        height = self._tile_height()
        line, ascent = fonts[1][1].height(), fonts[1][1].ascent()
        grounds = [self._shade(shade) for shade in range(len(self._spec.breaks) + 1)]
        colors = [readable(ground, _BLACK, _WHITE) for ground in grounds]
        for tile in self._spec.tiles:
            rect = self._rect(tile, height)
            middle = rect.center()
            if tile.shade is None:
                painter.setPen(QPen(tokens.edge, 1, Qt.PenStyle.DotLine))
                painter.setBrush(tokens.surface)
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                painter.setPen(tokens.text2)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(grounds[tile.shade])
                painter.drawRoundedRect(rect, 4, 4)
                painter.setPen(colors[tile.shade])
            base = middle.y() - line + theme.px(1) + ascent
            for words, (font, metrics) in zip((tile.postal, tile.text), fonts, strict=True):
                painter.setFont(font)
                x = middle.x() - metrics.horizontalAdvance(words) / 2
                painter.drawText(QPointF(x, base), words)
                base += line - theme.px(2)
            name = joined((self._spec.title, tile.name), ", ")
            self.place(Mark(rect, tile.figure, name, joined((tile.name, tile.text), ": ")))
        chosen = next((t for t in self._spec.tiles if t.postal == self._state), None)
        if chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.text, 2))
            painter.drawRoundedRect(self._rect(chosen).adjusted(-1, -1, 1, 1), 5, 5)

    def draw_chosen(self, painter: QPainter) -> None:
        if not self.hasFocus():
            return
        mark = self.chosen()
        rect = mark.rect.adjusted(-3, -3, 3, 3) if mark else QRectF(self.rect())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.tokens.surface, 4))
        inner = rect.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.drawRoundedRect(inner, 6, 6)
        painter.setPen(QPen(self.theme.tokens.accent, 2))
        painter.drawRoundedRect(inner, 6, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(*arrow)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tile = next((t for t in self._spec.tiles if self._rect(t).contains(event.position())), None)
        if tile is not None and event.button() == Qt.MouseButton.LeftButton:
            self._take(tile)
        else:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._chosen = self._index(self._state)
        super().focusInEvent(event)

    def _go(self, down: int, across: int) -> None:
        """Choose the nearest tile on one side of the chosen one."""
        tiles = self._spec.tiles
        here = next((t for t in tiles if t.postal == self._state), tiles[0] if tiles else None)
        if here is None:
            return

        def cost(tile: Tile) -> tuple[int, int]:
            ahead = (tile.row - here.row) * down + (tile.column - here.column) * across
            aside = abs((tile.row - here.row) * across) + abs((tile.column - here.column) * down)
            return ahead + 2 * aside, aside

        ahead = [
            t for t in tiles if (t.row - here.row) * down + (t.column - here.column) * across > 0
        ]
        if ahead:
            self._take(min(ahead, key=cost))

    def _take(self, tile: Tile) -> None:
        self._state = tile.postal
        self._chosen = self._index(tile.postal)
        self.setAccessibleName(tile.sentence)
        self.update()
        self.state_chosen.emit(tile.postal)

    def _measure(self) -> int:
        metrics = QFontMetricsF(self.theme.font("caption"))
        widest = max((metrics.horizontalAdvance(t.text) for t in self._spec.tiles), default=0)
        columns = self._spec.columns
        return int(columns * (widest + 4) + (columns - 1) * self._gap())

    def _index(self, state: str) -> int:
        tiles = self._spec.tiles
        return next((i for i, tile in enumerate(tiles) if tile.postal == state), -1)

    def _legend(self, painter: QPainter) -> None:
        """Title, classes and their breaks in the empty corner over the mountains."""
        theme, spec, px = self.theme, self._spec, self.theme.px
        tokens, font = theme.tokens, theme.font("caption")
        metrics = QFontMetricsF(font)
        step = self._tile_width() + self._gap()
        left, right = 1.5 * step, 8.8 * step
        painter.setFont(font)
        title = break_lines(spec.title, font, right - left)
        draw_lines(painter, title, QRectF(left, 0, right - left, 0), tokens.text2)
        if not spec.breaks:
            return
        y = title.height + px(3)
        wide = min(self._tile_width(), (right - left) / (len(spec.breaks) + 1))
        for place in range(len(spec.breaks) + 1):
            rect = QRectF(left + place * wide, y, wide, px(8))
            painter.fillRect(rect, self._shade(self._class(place)))
            painter.setPen(QPen(tokens.edge, 0.5))
            painter.drawRect(rect)
        painter.setPen(tokens.text2)
        for place, words in enumerate(spec.break_texts):
            x = left + (place + 1) * wide - metrics.horizontalAdvance(words) / 2
            painter.drawText(QPointF(x, y + px(9) + metrics.ascent()), words)

    def _tell_breaks(self) -> None:
        at = listed(self._spec.break_texts)
        self.setAccessibleDescription(_("Shades change at {values}", values=at) if at else "")

    def _shade(self, shade: int) -> QColor:
        tokens = self.theme.tokens
        return mixed(tokens.job, tokens.surface, _SHADES[self._class(shade)])

    def _class(self, shade: int) -> int:
        """Class 0 to 4; where there are fewer breaks the classes spread over the five shades."""
        classes = len(self._spec.breaks)
        return round(shade * (len(_SHADES) - 1) / classes) if classes else 2

    def _gap(self) -> int:
        return _GAP

    def _tile_width(self) -> float:
        columns = self._spec.columns
        return (self.width() - (columns - 1) * self._gap()) / columns

    def _tile_height(self) -> float:
        line = QFontMetricsF(self.theme.font("caption")).height()
        return 2 * line

    def _rect(self, tile: Tile, height: float | None = None) -> QRectF:
        height = self._tile_height() if height is None else height
        width, gap = self._tile_width(), self._gap()
        return QRectF(
            tile.column * (width + gap), tile.row * (height + gap), width, height
        ).adjusted(1, 1, -1, -1)
