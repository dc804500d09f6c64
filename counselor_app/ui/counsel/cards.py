"""Sixteen value cards laid into three piles, one after the other, and moved as often as wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.session.value_cards import (
    MOST_MUSTS,
    PILE_WORDS,
    PILES,
    Card,
    Pile,
    Piles,
)
from counselor_app.language import Said, _, pgettext
from counselor_app.ui.counsel.asking import AskingScreen
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.theme import Theme

_KEYS = _("Keys: 1 to 3 lay the card down, S leaves it for later, Esc ends.")
_ABOUT = _("Our own cards. They make no score; they are there to talk about.")


class CardsScreen(AskingScreen):
    """``kept`` carries the `Piles` whenever the screen is left, ``progressed`` after each card.

    Cards of another edition, which this program does not show, stay where they lie.
    """

    kept = Signal(object)
    progressed = Signal(object)

    def __init__(
        self, cards: Sequence[Card], piles: Piles, heading: str, theme: Theme,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(pgettext("screen", "Value cards"), heading, (_KEYS, _ABOUT), theme, parent)
        self.cards, self.piles = tuple(cards), piles
        self._texts = {card.id: card.text for card in cards}
        self.hand = self._next()
        self.lays: dict[Pile, Button] = {}
        self.laid: dict[str, LinkLabel] = {}
        self.end = self.add_action(_("Done, keep the piles"), framed=True)
        self.end.clicked.connect(self.close)
        self._show()

    def lay(self, pile: Pile) -> None:
        """Lay the card in the hand into a pile; a full first pile takes no more."""
        if self.hand is None or (pile == "must" and self._full()):
            return
        self.piles = self.piles.moved(self.hand, pile)
        self.hand = self._next()
        self.progressed.emit(self.piles)
        self._show()

    def take_up(self, card: str) -> None:
        """Take a card up again, to lay it elsewhere."""
        self.piles, self.hand = self.piles.moved(card, None), card
        self.progressed.emit(self.piles)
        self._show()

    def later(self) -> None:
        """Put the card in the hand behind the others."""
        self.hand = self._next(after=self.hand)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        focus = self.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif text in ("1", "2", "3"):
            self.lay(PILES[int(text) - 1])
        elif text in ("s", "S"):
            self.later()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, (LinkLabel, Button)):
                focus.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.kept.emit(self.piles)
        super().closeEvent(event)

    def _full(self) -> bool:
        return len(self.piles.pile("must")) >= MOST_MUSTS

    def _next(self, after: str | None = None) -> str | None:
        """The next card that lies in no pile, looked for behind ``after`` first."""
        ids = [card.id for card in self.cards]
        start = ids.index(after) + 1 if after else 0
        return next((c for c in ids[start:] + ids[:start] if c not in self.piles.placed), None)

    def _show(self) -> None:
        theme, px, of = self.theme, self.theme.px, len(self.cards)
        done = sum(card.id in self.piles.placed for card in self.cards)
        said = _("{n} of {of} cards lie in a pile", n=done, of=of)
        self.bar.show_share(done / of, said)
        body, column = self.new_body()
        column.addWidget(Prose(said, theme, role="body", tone="text2"))
        text = self._texts[self.hand] if self.hand else _("All cards lie in a pile.")
        column.addWidget(Prose(text, theme, role="title2"))
        column.addWidget(Prose(self._line(), theme, role="prose", tone="text2"))
        self.lays = {}
        buttons = []
        for number, pile in enumerate(PILES, start=1):
            words = _("{n}  {pile}", n=number, pile=PILE_WORDS[pile])
            button = Button(theme, words, look="outlined")
            button.setEnabled(self.hand is not None and not (pile == "must" and self._full()))
            button.clicked.connect(partial(self._lay, pile))
            self.lays[pile] = button
            buttons.append(button)
        column.addLayout(self.steps(*buttons))
        column.addSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(24))
        self.laid = {}
        for pile in PILES:
            row.addLayout(self._pile(pile), 1)
        column.addLayout(row)
        column.addStretch(1)
        body.setMaximumWidth(px(1040))
        self.show_body(body)
        (self if self.hand else self.end).setFocus()

    def _lay(self, pile: Pile, _checked: bool = False) -> None:
        self.lay(pile)

    def _line(self) -> Said:
        if self.hand is None:
            return _("Choose a card below to move it, or end here.")
        if self._full():
            return _("Five cards are a must already. To add this one, take one of them up first.")
        return _("How much does this matter to you in your next job?")

    def _pile(self, pile: Pile) -> QVBoxLayout:
        """The name of a pile, how full it is, and its cards, which a click takes up."""
        theme = self.theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        ids = [card for card in self.piles.pile(pile) if card in self._texts]
        of = _("{pile}: {n} of {most} at most", pile=PILE_WORDS[pile], n=len(ids), most=MOST_MUSTS)
        head = of if pile == "must" else _("{pile}: {n}", pile=PILE_WORDS[pile], n=len(ids))
        column.addWidget(Prose(head, theme, role="row", bold=True))
        for card in ids:
            link = LinkLabel(self._texts[card], theme, role="body")
            link.setMinimumHeight(max(44, theme.px(34)))
            link.clicked.connect(partial(self._take, card))
            self.laid[card] = link
            column.addWidget(link)
        column.addStretch(1)
        return column

    def _take(self, card: str, _checked: bool = False) -> None:
        self.take_up(card)
