"""Words that remember how they came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

S = TypeVar("S", bound="Said")

Last = Literal["and", "or", "then", "to"]
"""What may stand before the last of several."""

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

    def __str__(self) -> str:
        """Itself: `str` would copy the words and forget the message."""
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return (
            (self.message, self.places),
            {"context": self.context, "many": self.many, "count": self.number},
        )


class Listed(Said):
    """Several words in a row, "a, b and c"; each language has its own rules for the last two."""

    __slots__ = ("items", "last")

    items: tuple[str, ...]
    last: Last

    def __new__(cls, items: Iterable[str], last: Last = "and") -> Listed:
        """``last`` stands before the last of the items."""
        kept = tuple(items)
        words = f"{', '.join(kept[:-1])} {last} {kept[-1]}" if len(kept) > 1 else "".join(kept)
        said = _plain(cls, words)
        said.items, said.last = kept, last
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return ((self.items, self.last), {})


class Joined(Said):
    """Words one after another with a mark between them that all languages share: "; ", " "."""

    __slots__ = ("by", "items")

    items: tuple[str, ...]
    by: str

    def __new__(cls, items: Iterable[str], by: str = " ") -> Joined:
        """Of ``items`` those that say something."""
        kept = tuple(item for item in items if item)
        said = _plain(cls, by.join(kept))
        said.items, said.by = kept, by
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return ((self.items, self.by), {})


class Cased(Said):
    """Words whose first letter is another than where they stand alone."""

    __slots__ = ("capital", "inner")

    inner: str
    capital: bool

    def __new__(cls, inner: str, capital: bool) -> Cased:
        """``capital``: a large first letter, else a small one."""
        said = _plain(cls, begun(inner, capital))
        said.inner, said.capital = inner, capital
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return ((self.inner, self.capital), {})


class Opening(Said):
    """The first sentence of a text, in whichever language it is said."""

    __slots__ = ("inner",)

    inner: str

    def __new__(cls, inner: str) -> Opening:
        """``inner`` is the whole text."""
        said = _plain(cls, opened(inner))
        said.inner = inner
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[object, ...], dict[str, object]]:
        return ((self.inner,), {})


def opened(text: str) -> str:
    """The first sentence of a text, with its period."""
    return f"{text.partition('. ')[0].rstrip('.')}."


def after_first(words: str) -> str:
    """What follows the first sentence of a note, in every language; "" where nothing does."""
    if isinstance(words, Joined) and words.by == " ":
        return Joined(words.items[1:])
    return words.partition(". ")[2].strip()


def begun(text: str, capital: bool) -> str:
    """Text with a large or small first letter; an abbreviation ("U.S.") keeps its own."""
    if capital:
        return text[:1].upper() + text[1:]
    if text[1:2].isupper() or text[1:2] == ".":
        return text
    return text[:1].lower() + text[1:]


def _plain(cls: type[S], words: str) -> S:
    said = str.__new__(cls, words)
    said.message, said.context, said.many, said.number = words, None, None, None
    said.places = {}
    return said


def _(message: str, /, **places: Place) -> Said:
    """A whole sentence or phrase, its places named: ``_("{job} pays {pay}", job=..., pay=...)``."""
    return Said(message, places)


def pgettext(context: str, message: str, /, **places: Place) -> Said:
    """One or two words, with what they are: ``pgettext("button", "Open")``."""
    return Said(message, places, context=context)


def published(context: str, text: str) -> Said:
    """A name or a text of the data, which another language may have in words of its own.

    ``context`` is what it is: "title" of an occupation, "element", "text". What a language has no
    words for stays as it is published.
    """
    return Said(text, context=context)


def ngettext(one: str, many: str, count: int, /, **places: Place) -> Said:
    """What is counted: ``ngettext("{n} page", "{n} pages", 3, n=number(3))``."""
    return Said(one, places, many=many, count=count)


def listed(items: Iterable[str], last: Last = "and") -> Listed:
    """``a, b and c``."""
    return Listed(items, last)


def joined(items: Iterable[str], by: str = " ") -> Joined:
    """``a; b``, or one sentence after another; what says nothing is left out."""
    return Joined(items, by)


def unmarked(words: str, marks: str = "*†") -> str:
    """Words without the marks of notes at their end; in every language."""
    if isinstance(words, Joined) and words.items:
        *before, last = words.items
        return Joined((*before, unmarked(last, marks)), words.by)
    return words if isinstance(words, Said) else words.rstrip(marks)


def opening(words: str) -> str:
    """The first sentence of a text; in every language."""
    return Opening(words) if isinstance(words, Said) else opened(words)


def capitalised(words: str) -> str:
    """With a large first letter, as a line begins; in every language."""
    return Cased(words, True) if isinstance(words, Said) else begun(words, True)


def lowered(words: str) -> str:
    """With a small first letter, as after "group: "; in every language.

    An abbreviation keeps its letters, and a name that begins the words must be left to itself.
    """
    return Cased(words, False) if isinstance(words, Said) else begun(words, False)
