"""How a card of the board looks, and where on it one can press."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPixmapCache

from counselor_app.domain.figures.wording import openings_words
from counselor_app.domain.fit.board import DOTS, Card
from counselor_app.domain.fit.sureness import TIER_WORDS
from counselor_app.domain.occupation.listing import YEAR_ONLY_MARK
from counselor_app.domain.occupation.outlook import Case
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.counsel.board_rows import SEEN, BoardState, Row
from counselor_app.ui.style.drawing import Lines, break_lines, draw_focus, draw_lines
from counselor_app.ui.style.faces import draw_box
from counselor_app.ui.style.icons import Icon, draw_icon
from counselor_app.ui.style.marks import draw_dots
from counselor_app.ui.style.theme import Role, Theme

Spot = Literal["tick", "star", "aside", "twins", "card"]
"""Where on a card one presses."""

GAP = 8
OUTLOOK_ICONS: dict[Case, Icon] = {
    "growing fast": "rising", "growing": "rising", "steady": "steady",
    "shrinking, still hiring": "falling", "shrinking": "falling", "unknown": "steady",
}  # fmt: skip
_NO_OPENINGS = _("openings not published")
_USUAL = pgettext("fact", "usual schooling")
_YEAR_ONLY = _("† by the year only")
_SHORTER: dict[str, str] = dict(TIER_WORDS.items())


@dataclass(frozen=True, slots=True)
class Fact:
    """A word or two with a sign, where it stands on the card."""

    words: str
    icon: Icon | None
    x: float
    y: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A card laid out for a width: from its own top left."""

    height: float
    left: float
    title: Lines
    summary: Lines
    facts: tuple[Fact, ...]
    note: str
    note_y: float
    twins: str
    twins_y: float


class CardFace:
    """Lays cards out and draws them; ``large`` is for the client, who may use a finger."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._laid: dict[tuple[object, ...], Laid] = {}

    def forget(self) -> None:
        """Sizes have changed."""
        self._laid.clear()

    def lay(self, row: Row, width: int, state: BoardState) -> Laid:
        """Where everything on a card stands."""
        card = row.card
        assert card is not None
        key = (card.codes, state.place, width, row.twin, state.client_view,
               card.code in state.seen, card.jobs[0].areas)  # fmt: skip
        found = self._laid.get(key)
        if found is None:
            found = self._laid[key] = self._lay(card, width - self._indent(row), row, state)
        return found

    def height(self, row: Row, width: int, state: BoardState) -> int:
        """The height of a row, with the gap under it."""
        px = self.theme.px
        if row.card is None:
            line = QFontMetricsF(self.theme.font("body", bold=True)).height()
            room = int(line) + px(12)
            return max(room, self._target(state)) if row.hidden and state.client_view else room
        return int(self.lay(row, width, state).height) + px(GAP)

    def spot(self, row: Row, rect: QRectF, point: QPointF, state: BoardState) -> Spot:
        """What of a card lies at a point."""
        box = self._box(row, rect)
        side = self._target(state)
        if point.y() < box.top() + side:
            if point.x() > box.right() - side:
                return "aside"
            if point.x() > box.right() - 2 * side:
                return "star"
            if not state.client_view and point.x() < box.left() + self.theme.px(40):
                return "tick"
        laid = self.lay(row, int(rect.width()), state)
        if laid.twins and point.y() > box.top() + laid.twins_y - self.theme.px(4):
            return "twins"
        return "card"

    def draw(
        self, painter: QPainter, row: Row, rect: QRectF, state: BoardState, *,
        current: bool, hovered: bool,
    ) -> None:  # fmt: skip
        """Draw a row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.card is None:
            self._draw_line(painter, row, rect, current=current)
            return
        ratio = painter.device().devicePixelRatioF()
        box = self._box(row, rect)
        picture = self._picture(row, rect, state, ratio, hovered=hovered)
        painter.drawPixmap(rect.topLeft(), picture)
        if current:
            draw_focus(painter, box.adjusted(2, 2, -2, -2), self.theme)

    def _picture(
        self, row: Row, rect: QRectF, state: BoardState, ratio: float, *, hovered: bool
    ) -> QPixmap:
        """A card as it was drawn before: a filter shows most of them again."""
        card = row.card
        assert card is not None
        marks = (card.code in state.ticked, card.code in state.starred, card.code in state.seen,
                 hovered, state.client_view, state.aside, row.twin, card.jobs[0].areas)  # fmt: skip
        look = (self.theme.tokens.text.name(), self.theme.tokens.surface.name(), self.theme.scale)
        key = repr((card.codes, state.place, rect.width(), rect.height(), ratio, marks, look))
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        found = QPixmap(rect.size().toSize() * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_card(painter, row, QRectF(0, 0, rect.width(), rect.height()), state,
                        hovered=hovered)  # fmt: skip
        painter.end()
        QPixmapCache.insert(key, found)
        return found

    def _draw_card(
        self, painter: QPainter, row: Row, rect: QRectF, state: BoardState, *, hovered: bool
    ) -> None:
        t, px, box = self.theme.tokens, self.theme.px, self._box(row, rect)
        card, laid = row.card, self.lay(row, int(rect.width()), state)
        assert card is not None
        ticked = not state.client_view and card.code in state.ticked
        strong = ticked or hovered
        inset = 1.0 if ticked else 0.5
        painter.setPen(QPen(t.accent if strong else t.line, 2 if ticked else 1))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), px(10), px(10))
        x, y = box.left() + laid.left, box.top() + self._pad(state)
        if not state.client_view:
            draw_box(painter, box.left() + px(12), y + laid.title.line_height / 2, self.theme,
                     on=ticked)  # fmt: skip
        painter.setFont(self._title_font(state))
        draw_lines(painter, laid.title, QRectF(x, y, laid.title.width, 1), t.text)
        y += laid.title.height + px(2)
        painter.setFont(self.theme.font(self._role(state)))
        draw_lines(painter, laid.summary, QRectF(x, y, laid.summary.width, 1), t.text2)
        self._draw_facts(painter, laid, box, state)
        self._draw_signs(painter, card, box, state)

    def _draw_facts(self, painter: QPainter, laid: Laid, box: QRectF, state: BoardState) -> None:
        t, px, theme = self.theme.tokens, self.theme.px, self.theme
        role = self._role(state)
        metrics = QFontMetricsF(theme.font(role))
        for place, fact in enumerate(laid.facts):
            x, y = box.left() + fact.x, box.top() + fact.y
            if fact.icon:
                side = px(14)
                top = y + (metrics.height() - side) / 2
                draw_icon(painter, fact.icon, QRectF(x, top, side, side), t.text2)
                x += side + px(6)
            painter.setFont(theme.font(role, bold=place == 0 or bool(fact.label)))
            painter.setPen(t.text)
            painter.drawText(QPointF(x, y + metrics.ascent()), fact.words)
            if fact.label:
                painter.setFont(theme.font("caption"))
                painter.setPen(t.text2)
                under = y + metrics.height() + QFontMetricsF(painter.font()).ascent()
                painter.drawText(QPointF(box.left() + fact.x, under), fact.label)
        left = box.left() + laid.left
        if laid.note:
            painter.setFont(theme.font("caption"))
            painter.setPen(t.text2)
            ascent = QFontMetricsF(painter.font()).ascent()
            painter.drawText(QPointF(left, box.top() + laid.note_y + ascent), laid.note)
        if laid.twins:
            painter.setFont(theme.font(role))
            painter.setPen(t.accent)
            base = box.top() + laid.twins_y + metrics.ascent()
            painter.drawText(QPointF(left, base), laid.twins)
            side = px(12)
            end = left + metrics.horizontalAdvance(laid.twins) + px(6)
            middle = base - metrics.ascent() + (metrics.height() - side) / 2
            draw_icon(painter, "down", QRectF(end, middle, side, side), t.accent)

    def _draw_signs(self, painter: QPainter, card: Card, box: QRectF, state: BoardState) -> None:
        t, side = self.theme.tokens, self._target(state)
        size = self.theme.px(16)
        starred = card.code in state.starred
        signs: tuple[tuple[Icon, bool], ...] = (
            ("plus" if state.aside else "close", False), ("starred" if starred else "star", starred)
        )  # fmt: skip
        for place, (icon, strong) in enumerate(signs):
            middle = QPointF(box.right() - side * (place + 0.5), box.top() + side / 2)
            rect = QRectF(0, 0, size, size)
            rect.moveCenter(middle)
            draw_icon(painter, icon, rect, t.accent if strong else t.text2)

    def _draw_line(self, painter: QPainter, row: Row, rect: QRectF, *, current: bool) -> None:
        """A heading with its dots and count, or what shows more."""
        t, px, theme = self.theme.tokens, self.theme.px, self.theme
        words = theme.say(row.words)
        middle = rect.center().y()
        if row.hidden:
            font = theme.font("row", bold=True)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(t.accent)
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(rect.left() + px(12), base), words)
            if current:
                wide = metrics.horizontalAdvance(words) + px(24)
                draw_focus(painter, QRectF(rect.left(), rect.top(), wide, rect.height() - 4), theme)
            return
        x = rect.left() + px(4)
        if row.section.name in DOTS:
            line = QRectF(x, rect.top(), rect.width(), rect.height())
            x = draw_dots(painter, line, DOTS[row.section.name], theme) + px(6)
        font = theme.font("row", bold=True)
        metrics = QFontMetricsF(font)
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        room = rect.right() - x - px(40)
        if metrics.horizontalAdvance(words) > room:  # the dots and the page say the rest
            words = theme.say(_SHORTER.get(row.section.name, words))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(t.text)
        painter.drawText(QPointF(x, base), shown)
        x += metrics.horizontalAdvance(shown) + px(8)
        painter.setFont(theme.font("row"))
        painter.setPen(t.text2)
        painter.drawText(QPointF(x, base), str(row.section.count))

    def _lay(self, card: Card, width: int, row: Row, state: BoardState) -> Laid:
        px, theme = self.theme.px, self.theme
        role, say = self._role(state), theme.say
        metrics = QFontMetricsF(theme.font(role))
        left = float(px(18) if state.client_view else px(42))
        right = px(14)
        y = float(self._pad(state))
        title = _cut(say(card.title), self._title_font(state),
                     width - left - 2 * self._target(state), 2)  # fmt: skip
        y += title.height + px(2)
        summary = _cut(say(card.summary), theme.font(role), width - left - right, 2)
        if card.summary:
            y += summary.height + px(4)
        else:
            summary = replace(summary, lines=())
        facts, y = self._lay_facts(card, left, width - right, y, state)
        note, note_y = say(note_words(card)), y
        if note:
            small = QFontMetricsF(theme.font("caption"))
            note = small.elidedText(note, Qt.TextElideMode.ElideRight, width - left - right)
            y += small.height() + px(2)
        twins, twins_y = "" if row.twin else say(card.twins_words), y
        if twins:
            twins_y = y = y + px(8 if state.client_view else 0)
            room = width - left - right - px(18)
            twins = metrics.elidedText(twins, Qt.TextElideMode.ElideRight, room)
            y += metrics.height() + px(14 if state.client_view else 2)
        return Laid(y + self._pad(state) - px(2), left, title, summary, facts, note, note_y,
                    twins, twins_y)  # fmt: skip

    def _lay_facts(
        self, card: Card, left: float, right: float, y: float, state: BoardState
    ) -> tuple[tuple[Fact, ...], float]:
        """Pay, outlook, schooling and "seen", wrapped; and where they end."""
        px, say = self.theme.px, self.theme.say
        font = self.theme.font(self._role(state))
        plain, bold = (
            QFontMetricsF(font),
            QFontMetricsF(self.theme.font(self._role(state), bold=True)),
        )
        schooling = card.schooling_words
        if state.client_view:
            return self._lay_columns(card, schooling, left, right, y, state)
        wanted: list[tuple[str, Icon | None]] = [
            (say(card.pay_words), None),
            (say(card.outlook_words), OUTLOOK_ICONS[card.case]),
            (say(schooling), "school"),
        ]
        if card.code in state.seen:
            wanted.append((say(SEEN), "eye"))
        found, x = [], left
        for words, icon in wanted:
            wide = (plain if icon else bold).horizontalAdvance(words) + (px(20) if icon else 0)
            if x > left and x + wide > right:
                x, y = left, y + plain.height() + px(2)
            found.append(Fact(words, icon, x, y))
            x += wide + px(14)
        return tuple(found), y + plain.height() + px(2)

    def _lay_columns(
        self, card: Card, schooling: str, left: float, right: float, y: float, state: BoardState
    ) -> tuple[tuple[Fact, ...], float]:
        """Three facts with what they are under them; one below another where they do not fit."""
        px, say = self.theme.px, self.theme.say
        font, caption = self.theme.font("prose", bold=True), self.theme.font("caption")
        big, small = QFontMetricsF(font), QFontMetricsF(caption)
        opened = card.jobs[0].job.openings
        openings = _NO_OPENINGS
        if opened is not None:
            openings = _("{n} openings a year", n=openings_words(opened))
        wanted = (
            (say(card.pay_words), say(_("pay in {place}", place=in_place(state.place)))),
            (say(card.outlook_words), say(openings)),
            (say(schooling), say(_USUAL)),
        )
        widest = max(
            max(big.horizontalAdvance(words), small.horizontalAdvance(label))
            for words, label in wanted
        )
        end = right - px(22) - big.horizontalAdvance(say(SEEN))
        beside = widest < (end - left) / 3 - px(8)  # "seen" has a place at the right end
        third = ((end if beside else right) - left) / 3
        fits = widest < third - px(8)
        high = big.height() + small.height() + px(4)
        found = []
        y += px(6)
        for place, (words, label) in enumerate(wanted):
            x = left + third * place if fits else left
            found.append(Fact(words, None, x, y, label))
            if not fits:
                y += high
        y += high if fits else 0
        if card.code in state.seen:
            at = (end, y - high) if beside else (left, y)
            found.append(Fact(say(SEEN), "eye", *at))
            y += 0 if beside else big.height()
        return tuple(found), y + px(2)

    def _box(self, row: Row, rect: QRectF) -> QRectF:
        return rect.adjusted(self._indent(row), 0, 0, -self.theme.px(GAP))

    def _indent(self, row: Row) -> int:
        return self.theme.px(20) if row.twin else 0

    def _target(self, state: BoardState) -> int:
        """The side of what is pressed: 48 at least for a finger."""
        return max(self.theme.px(48), 48) if state.client_view else self.theme.px(36)

    def _pad(self, state: BoardState) -> int:
        return self.theme.px(14 if state.client_view else 10)

    def _role(self, state: BoardState) -> Role:
        return "prose" if state.client_view else "row"

    def _title_font(self, state: BoardState) -> QFont:
        return self.theme.font("fact2") if state.client_view else self.theme.font("body", bold=True)


def note_words(card: Card) -> str:
    """The areas that are liked, and what the marks of a card's figures mean; "" without any."""
    said: list[str] = [words] if (words := card.jobs[0].liked_words) else []
    said += [card.jobs[0].job.figures_note] if card.jobs[0].job.group else []
    if YEAR_ONLY_MARK in card.pay_words:
        said.append(_YEAR_ONLY)
    return joined(said, ". ")


def _cut(text: str, font: QFont, width: float, most: int) -> Lines:
    """The text in at most so many lines, the last one cut with an ellipsis."""
    lines = break_lines(text, font, width)
    if len(lines.lines) <= most:
        return lines
    metrics = QFontMetricsF(font)
    kept = lines.lines[: most - 1]
    rest = text[sum(len(words) + 1 for words, _wide in kept) :]
    last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return replace(lines, lines=(*kept, (last, metrics.horizontalAdvance(last))))
