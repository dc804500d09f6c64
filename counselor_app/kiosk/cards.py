"""Jobs as cards, a page of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.provenance import Source
from counselor_app.kiosk.jobs import JobCard
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import Lines, break_lines, draw_focus, draw_lines
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme

_STAR = 48
_SHARES = (0.3, 0.34, 0.36)
_FACTS = (
    pgettext("fact", "Middle pay"),
    pgettext("fact", "Outlook"),
    pgettext("fact", "Usual schooling"),
)
_LARGE = 1.4
"""From this text size on the columns are narrow for their words."""


class Card(SourceWidget):
    """One job: what it is, pay, outlook and schooling. A tap opens it.

    The star puts it on the student's list; the dotted figures tell their source.
    """

    opened = Signal(str)
    starred = Signal(str)
    smooth = True

    def __init__(self, theme: Theme, sources: tuple[Source, Source], parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.card: JobCard | None = None
        self.listed = False
        self._pay, self._outlook = sources
        self._pressed = False

    def set_card(self, card: JobCard, *, listed: bool) -> None:
        """Show another job."""
        self.card, self.listed = card, listed
        said = (card.pay_words, card.outlook_words, card.study_words)
        facts = joined((*(joined(fact, ", ") for fact in said), card.group), "; ")
        title = _("{job}, on my list.", job=card.title) if listed else f"{card.title}."
        self._name = self.theme.say(joined((title, card.summary, facts)))
        self.setAccessibleName(self._name)
        self.update()

    def marks(self) -> Sequence[Mark]:
        if self.card is None:
            return ()
        subjects = (self._pay, self._outlook, self._outlook)
        return tuple(
            # As high as a finger: value and label together.
            Mark(column, subject, joined((name, self.card.title), ", "))
            for column, subject, name in zip(self._columns(), subjects, _FACTS, strict=True)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.card is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.card.code)
        elif event.key() == Qt.Key.Key_Space:
            self.starred.emit(self.card.code)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        if self.card is None or not pressed or not self.rect().contains(event.position().toPoint()):
            return
        if self._star().contains(event.position()):
            self.starred.emit(self.card.code)
        elif self._mark_at(event.position()):
            super().mouseReleaseEvent(event)
        else:
            self.opened.emit(self.card.code)

    def draw(self, painter: QPainter) -> None:
        if self.card is None:
            return
        t, px = self.theme.tokens, self.theme.px
        painter.setPen(QPen(t.accent if self.underMouse() else t.line, 1))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        star = self._star()
        icon = QRectF(0, 0, px(20), px(20))
        icon.moveCenter(star.center())
        draw_icon(painter, "starred" if self.listed else "star", icon,
                  t.accent if self.listed else t.text2)  # fmt: skip
        side = px(16)
        y = float(px(14))
        room = self.width() - side - _STAR - px(6)
        painter.setFont(self.theme.font("heading"))
        title = self._broken(self.card.title, self.theme.font("heading"), room, 2)
        draw_lines(painter, title, QRectF(side, y, room, title.height), t.text)
        y += title.height + px(2)
        painter.setFont(self.theme.font("row"))
        caption = self.theme.font("caption")
        whom = self._broken(self.card.group, caption, self.width() - 2 * side, 2)
        low = self._facts_top() - whom.height - (px(20) if self.card.fit_words else px(4))
        # What they do takes the lines between the title and whose figures these are.
        rest = int((low - y) // QFontMetricsF(painter.font()).height())
        summary = self._broken(self.card.summary, self.theme.font("row"),
                               self.width() - 2 * side, min(rest, 3))  # fmt: skip
        draw_lines(painter, summary, QRectF(side, y, self.width() - 2 * side, summary.height),
                   t.text2)  # fmt: skip
        self._draw_facts(painter, self.card)
        painter.setFont(caption)
        draw_lines(painter, whom, QRectF(side, low, self.width() - 2 * side, whom.height), t.text2)
        if self.card.fit_words:
            painter.setFont(self.theme.font("caption", bold=True))
            painter.setPen(t.client_text)
            painter.drawText(
                QRectF(side, self._facts_top() - px(20), room, px(20)),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                self.theme.say(self.card.fit_words),
            )  # fmt: skip

    def draw_chosen(self, painter: QPainter) -> None:
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _draw_facts(self, painter: QPainter, card: JobCard) -> None:
        t = self.theme.tokens
        bold, caption = self.theme.font("body", bold=True), self.theme.font("caption")
        facts = (card.pay_words, card.outlook_words, card.study_words)
        for column, (words, label) in zip(self._columns(), facts, strict=True):
            value = self._broken(words, bold, column.width(), 2)
            painter.setFont(bold)
            draw_lines(painter, value, column, t.text, dotted=t.text3)
            painter.setFont(caption)
            under = self._broken(label, caption, column.width(), _label_lines(self.theme))
            top = column.top() + value.height + 3
            draw_lines(painter, under, QRectF(column.left(), top, column.width(), 0), t.text2)

    def _star(self) -> QRectF:
        side = max(_STAR, self.theme.px(_STAR))
        return QRectF(self.width() - side, 0, side, side)

    def _facts_top(self) -> float:
        return self.height() - facts_height(self.theme) - self.theme.px(8)

    def _columns(self) -> list[QRectF]:
        side, gap = self.theme.px(16), self.theme.px(10)
        room = self.width() - 2 * side - 2 * gap
        found, x = [], float(side)
        for share in _SHARES:
            found.append(QRectF(x, self._facts_top(), room * share, facts_height(self.theme)))
            x += room * share + gap
        return found

    def _broken(self, words: str, font: QFont, width: float, most: int) -> Lines:
        """The words in at most so many lines, the last one cut with an ellipsis."""
        text = self.theme.say(words)
        lines = break_lines(text, font, width)
        if len(lines.lines) <= most:
            return lines
        metrics = QFontMetricsF(font)
        start = sum(len(line) for line, _ in lines.lines[: most - 1])
        rest = metrics.elidedText(
            text[start:].strip(), Qt.TextElideMode.ElideRight, width
        ) if most else ""  # fmt: skip
        kept = (*lines.lines[: max(most - 1, 0)], (rest, metrics.horizontalAdvance(rest)))
        return replace(lines, lines=kept)


def facts_height(theme: Theme) -> int:
    """The height of values and their labels on a card, as many lines of each as there can be."""
    body = QFontMetricsF(theme.font("body", bold=True)).height()
    body *= 1 if theme.scale < _LARGE else 2  # large values take two lines
    labels = _label_lines(theme) * QFontMetricsF(theme.font("caption")).height()
    return int(body + labels) + 3


def _label_lines(theme: Theme) -> int:
    return 2 if theme.scale < _LARGE else 3


def card_height(theme: Theme) -> int:
    """The height of a card."""
    heading = QFontMetricsF(theme.font("heading")).height()
    row = QFontMetricsF(theme.font("row")).height()
    text = max(heading + 2 * row, 2 * heading + row)
    return int(text) + facts_height(theme) + theme.px(34)


class CardGrid(QWidget):
    """As many cards as there is room for; ``resized`` says that their number has changed."""

    opened = Signal(str)
    starred = Signal(str)
    source_requested = Signal(object)
    source_left = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, sources: tuple[Source, Source]) -> None:
        super().__init__()
        self.theme, self._sources = theme, sources
        self.cards: list[Card] = []
        self._shown = 0
        self._size = 0

    @property
    def room(self) -> int:
        """How many cards fit."""
        return self._across() * self._down()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(400), card_height(self.theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, card_height(self.theme))

    def show_cards(self, cards: Sequence[JobCard], listed: Sequence[str]) -> None:
        """Show these, no more than there is room for."""
        while len(self.cards) < len(cards):
            card = Card(self.theme, self._sources, self)
            card.opened.connect(self.opened)
            card.starred.connect(self.starred)
            card.source_requested.connect(self.source_requested)
            card.source_left.connect(self.source_left)
            self.cards.append(card)
        for place, widget in enumerate(self.cards):
            widget.setVisible(place < len(cards))
            if place < len(cards):
                widget.set_card(cards[place], listed=cards[place].code in listed)
        self._shown = len(cards)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.room != self._size:
            self._size = self.room
            self.resized.emit()

    def _across(self) -> int:
        return max(self.width() // max(self.theme.px(340), 1), 1)

    def _down(self) -> int:
        gap = self.theme.px(14)
        return max((self.height() + gap) // (card_height(self.theme) + gap), 1)

    def _arrange(self) -> None:
        gap, across = self.theme.px(14), self._across()
        width = (self.width() - gap * (across - 1)) // across
        down = self._down()
        high = (self.height() - gap * (down - 1)) // down
        high = min(max(high, card_height(self.theme)), card_height(self.theme) + self.theme.px(72))
        for place, card in enumerate(self.cards[: self._shown]):
            row, column = divmod(place, across)
            card.setGeometry(column * (width + gap), row * (high + gap), width, high)
