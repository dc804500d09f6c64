"""What a client wants from work, as cards in three piles, beside what a job gives.

Sixteen own cards: two for each of the six values that jobs are rated on, and four that no job data
speak of. No numbers are shown (METHODS 6, convention).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, get_args

from counselor_app.domain.fit.work_values import BY_ELEMENT
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, pgettext

Pile = Literal["must", "nice", "not"]
Weight = Literal["matters", "some", "not now"]
Remark = Literal["job meets it", "talk about it", "no remark"]

EDITION = "1"
PILES: tuple[Pile, ...] = get_args(Pile)
MOST_MUSTS = 5
"""Cards in the first pile at most: what must be is a choice."""

PILE_WORDS: Mapping[Pile, Said] = {
    "must": pgettext("pile of cards", "Must have"),
    "nice": pgettext("pile of cards", "Nice to have"),
    "not": pgettext("pile of cards", "Not now"),
}
REMARK_WORDS: Mapping[Remark, Said | None] = {
    "job meets it": _("The job meets it."),
    "talk about it": _("Talk about it: the job meets other values more."),
    "no remark": None,
}

_POINTS: Mapping[Pile, int] = {"must": 2, "nice": 1, "not": 0}
_MATTERS, _SOME = 3, 1
_HIGH_PLACE, _LOW_PLACE = 3, 5


class Card(NamedTuple):
    """One card: a stable id, the value it stands for (an element id, "" for none), its words."""

    id: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Piles:
    """Where a client's cards lie, by id; those not placed yet are in no pile.

    Cards that this edition does not know (of a newer version) are kept.

    Raises:
        UserError: when a pile is unknown, or more than five cards are a must.
    """

    placed: Mapping[str, Pile] = field(default_factory=dict)
    edition: str = EDITION

    def __post_init__(self) -> None:
        if wrong := sorted(set(self.placed.values()) - set(PILES)):
            raise UserError(
                _("{piles} is no pile of cards; expected {known}.",
                  piles=listed(wrong), known=listed(PILES, "or"))
            )  # fmt: skip
        if len(self.pile("must")) > MOST_MUSTS:
            raise UserError(
                _("{n} cards are in the first pile; {most} are the most. Move one away first.",
                  n=len(self.pile("must")), most=MOST_MUSTS)
            )  # fmt: skip

    def pile(self, name: Pile) -> tuple[str, ...]:
        """The cards of one pile, in the order they were placed."""
        return tuple(card for card, pile in self.placed.items() if pile == name)

    def moved(self, card: str, pile: Pile | None) -> Piles:
        """With this card at the end of a pile; in none when None.

        Raises:
            UserError: when five cards are a must already.
        """
        rest = {one: where for one, where in self.placed.items() if one != card}
        return replace(self, placed=rest if pile is None else {**rest, card: pile})

    def unknown(self, cards: Sequence[Card]) -> tuple[str, ...]:
        """Cards placed that this program does not have: of a newer version, kept as they are."""
        return tuple(sorted(set(self.placed) - {card.id for card in cards}))


def checked(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards: two for each of the six values, each id once.

    Raises:
        UserError: when that is not so.
    """
    ids = [card.id for card in cards]
    values = [card.value for card in cards if card.value]
    wrong = sorted(v for v in {*values, *BY_ELEMENT} if v not in BY_ELEMENT or values.count(v) != 2)
    if len(set(ids)) != len(ids) or wrong:
        raise UserError(
            _("The value cards are not whole: expected each id once, and two cards for each of"
              " {six}.", six=listed(BY_ELEMENT))
        )  # fmt: skip
    return tuple(cards)


def weight(first: Pile | None, second: Pile | None) -> Weight | None:
    """How much a value matters by its two cards (2, 1, 0 a pile); None until both are placed."""
    if first is None or second is None:
        return None
    points = _POINTS[first] + _POINTS[second]
    return "matters" if points >= _MATTERS else "some" if points >= _SOME else "not now"


def weights(piles: Piles, cards: Sequence[Card]) -> dict[str, Weight | None]:
    """How much each of the six values matters to the client, by element."""
    found: dict[str, list[Pile | None]] = {}
    for card in cards:
        if card.value:
            found.setdefault(card.value, []).append(piles.placed.get(card.id))
    return {value: weight(*both) for value, both in found.items()}


def remark(own: Weight | None, place: int) -> Remark:
    """What to say of a value beside a job in which it has this place, 1 (highest) to 6."""
    if own != "matters":
        return "no remark"
    if place <= _HIGH_PLACE:
        return "job meets it"
    return "talk about it" if place >= _LOW_PLACE else "no remark"


def to_ask(piles: Piles, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Cards that must or would be nice to be and that no job data speak of, musts first."""
    own = [
        card for card in cards if not card.value and piles.placed.get(card.id) in ("must", "nice")
    ]
    return tuple(sorted(own, key=lambda card: PILES.index(piles.placed[card.id])))
