"""Words that remember how they came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

Last = Literal["and", "or", ""]
Place = str | int | float
"""What can stand in a place: words, which are said in their turn, or a number as it is."""


class Said(str):
    """The English words themselves, with their message, context, other number and places.

    ``many`` is the message for other counts than one, ``number`` the count that chose; both None
    where nothing is counted.
    """

    __slots__ = ("context", "many", "message", "number", "places")

    message: str
    context: str | None
    many: str | None
    number: int | None
    places: Mapping[str, Place]

    def __new__(
        cls,
        message: str,
        places: Mapping[str, Place] | None = None,
        *,
        context: str | None = None,
        many: str | None = None,
        count: int | None = None,
    ) -> Said:
        """``places`` are what the message's names in braces stand for."""
        chosen = message if many is None or count == 1 else many
        said = super().__new__(cls, chosen.format_map(places) if places else chosen)
        said.message, said.context, said.many, said.number = message, context, many, count
        said.places = places or {}
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return (
            (self.message, self.places),
            {"context": self.context, "many": self.many, "count": self.number},
        )


class Listed(Said):
    """Several words in a row, "a, b and c"; each language has its own rules for the last two.

    ``last`` is "" where ``between`` stands before the last as well, as between sentences.
    """

    __slots__ = ("between", "items", "last")

    items: tuple[str, ...]
    last: Last
    between: str

    def __new__(cls, items: Iterable[str], last: Last = "and", between: str = ", ") -> Listed:
        """``last`` stands before the last of the items."""
        kept = tuple(items)
        words = between.join(kept)
        if last and len(kept) > 1:
            words = f"{between.join(kept[:-1])} {last} {kept[-1]}"
        said = str.__new__(cls, words)
        said.message, said.context, said.many, said.number = words, None, None, None
        said.places = {}
        said.items, said.last, said.between = kept, last, between
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return ((self.items, self.last, self.between), {})


def _(message: str, /, **places: Place) -> Said:
    """A whole sentence or phrase, its places named: ``_("{job} pays {pay}", job=..., pay=...)``."""
    return Said(message, places)


def pgettext(context: str, message: str, /, **places: Place) -> Said:
    """One or two words, with what they are: ``pgettext("button", "Open")``."""
    return Said(message, places, context=context)


def ngettext(one: str, many: str, count: int, /, **places: Place) -> Said:
    """What is counted: ``ngettext("{n} page", "{n} pages", 3, n=number(3))``."""
    return Said(one, places, many=many, count=count)


def listed(items: Iterable[str], last: Literal["and", "or"] = "and") -> Listed:
    """``a, b and c``."""
    return Listed(items, last)


def joined(parts: Iterable[str], between: str = " ") -> Listed:
    """Whole sentences one after the other, or whole phrases in a line; empty ones are left out."""
    return Listed((part for part in parts if part), "", between)
