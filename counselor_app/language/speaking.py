"""Languages, and how each says what is `Said`."""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TypeVar

from counselor_app.language.said import (
    Cased,
    Joined,
    Listed,
    Opening,
    Place,
    Said,
    begun,
    opened,
    pgettext,
)
from counselor_app.paths import resources

T = TypeVar("T")

LANGUAGES: Mapping[str, str] = {"en": "en-US", "es": "es-US", "pseudo": "en-US"}
"""Language codes and the tags that a document carries (BCP 47); "pseudo" is for looking."""

LANGUAGE_NAMES: Mapping[str, Said] = {
    "en": pgettext("language", "English"),
    "es": pgettext("language", "Spanish"),
}
"""What the languages are called, by their codes."""

OWN_NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""What they call themselves: for a choice among languages."""

_DOMAIN, _TEXTS = "counselor", "texts"
"""Words of the program, and names and texts of its data (``packaging/texts_of_languages.py``)."""
_PLACE = re.compile(r"(\{[^}]*\})")
_BEFORE_LAST = {"then": "y luego", "to": "a"}
_ACCENTS = str.maketrans("aeiouncAEIOUNC", "áéíóúñçÁÉÍÓÚÑÇ")


def offered() -> tuple[str, ...]:
    """The codes of the languages that can be chosen: those whose catalog ships."""
    folder = resources() / "language"
    return tuple(code for code in LANGUAGES if code in ("en", "pseudo") or (folder / code).is_dir())


@dataclass(frozen=True)
class Language:
    """``code`` names it, ``tag`` stands in documents (BCP 47)."""

    code: str
    tag: str
    _catalog: gettext.NullTranslations = field(
        default_factory=gettext.NullTranslations, repr=False, compare=False
    )

    def say(self, words: str) -> str:
        """Words in this language; plain text as it is."""
        if isinstance(words, Listed):
            return self._listed([self.say(one) for one in words.items], words.last)
        if isinstance(words, Joined):
            return words.by.join(self.say(one) for one in words.items)
        if isinstance(words, Cased):
            return begun(self.say(words.inner), words.capital)
        if isinstance(words, Opening):
            return opened(self.say(words.inner))
        if not isinstance(words, Said):
            return words
        message = self._message(words)
        return message.format_map(self._places(words.places)) if words.places else message

    def order(self, words: str) -> str:
        """What words are sorted by, said in this language: no accents, ñ after n."""
        text = self.say(words).casefold()
        if self.code == "es":
            text = text.replace("ñ", "n\uffff")
        apart = unicodedata.normalize("NFKD", text)
        return "".join(letter for letter in apart if not unicodedata.combining(letter))

    def said(self, value: T) -> T:
        """A frozen value, tuple or mapping with all its words in this language.

        What has ``said_whole`` false stays as it is.
        """
        if isinstance(value, str):
            return self.say(value)  # type: ignore[return-value]
        if isinstance(value, tuple):
            made = [self.said(one) for one in value]
            return type(value)(*made) if hasattr(value, "_fields") else tuple(made)  # type: ignore[return-value]
        if isinstance(value, list):
            return [self.said(one) for one in value]  # type: ignore[return-value]
        if isinstance(value, dict):
            return {key: self.said(one) for key, one in value.items()}  # type: ignore[return-value]
        if is_dataclass(value) and getattr(value, "said_whole", not isinstance(value, type)):
            return self._replaced(value)
        return value

    def _replaced(self, value: T) -> T:
        """A copy of a dataclass, words said; the value itself where there are none to say."""
        changed = {}
        for one in fields(value):  # type: ignore[arg-type]
            before = getattr(value, one.name)
            after = self.said(before)
            if after is not before:
                changed[one.name] = after
        if not changed:
            return value
        made = object.__new__(type(value))
        for one in fields(value):  # type: ignore[arg-type]
            object.__setattr__(made, one.name, changed.get(one.name, getattr(value, one.name)))
        return made

    def _message(self, words: Said) -> str:
        catalog, count = self._catalog, words.number
        if words.many is not None and count is not None:
            return catalog.ngettext(words.message, words.many, count)
        if words.context is not None:
            return catalog.pgettext(words.context, words.message)
        return catalog.gettext(words.message) if words.message else ""

    def _places(self, places: Mapping[str, Place]) -> dict[str, Place]:
        return {
            name: self.say(value) if isinstance(value, str) else value
            for name, value in places.items()
        }

    def _listed(self, items: list[str], last: str) -> str:
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self._last(last, items[-1])} {items[-1]}"

    def _last(self, last: str, following: str) -> str:
        """ "and", "or" and so on before a word."""
        if self.code != "es":
            return last
        if last in _BEFORE_LAST:
            return _BEFORE_LAST[last]
        sound = following.casefold()
        if last == "or":
            return "u" if re.match(r"h?[oó]", sound) else "o"
        return "e" if re.match(r"h?[ií](?!e)", sound) else "y"


class _Pseudo(gettext.NullTranslations):
    """English made longer and accented, in brackets, to see what escaped the catalog."""

    def gettext(self, message: str) -> str:
        parts = _PLACE.split(message)
        words = "".join(p if p.startswith("{") else p.translate(_ACCENTS) for p in parts)
        return f"[{words}{'~' * max(round(len(message) * 0.4) - 2, 1)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the same for all
        return self.gettext(message)


ENGLISH = Language("en", LANGUAGES["en"])


@cache
def language(code: str) -> Language:
    """A language by its code, its catalog read once.

    Raises:
        KeyError: for a code that is not in `LANGUAGES`.
    """
    tag = LANGUAGES[code]
    if code == "pseudo":
        return Language(code, tag, _Pseudo())
    if code == "en":
        return ENGLISH
    folder = resources() / "language"
    words = gettext.translation(_DOMAIN, folder, [code], fallback=True)
    words.add_fallback(gettext.translation(_TEXTS, folder, [code], fallback=True))
    return Language(code, tag, words)
