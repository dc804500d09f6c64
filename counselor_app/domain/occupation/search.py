"""What a search finds, and which letters of it the query names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counselor_app.domain.occupation import titles
from counselor_app.language import _

NO_CLOSE_MATCH = _("No close match. Perhaps:")


@dataclass(frozen=True, slots=True)
class Hit:
    """One occupation found.

    Attributes:
        code: O*NET-SOC code, "NN-NNNN.NN".
        title: The occupation's own title.
        matched: The spelling that matched; equal to ``title`` when that is the one.
        kind: What matched: "code", "title", "reported", "alternate" or "direct"; "asked" where it
            is what people type for the occupation, which no title holds; "other" a title in
            another language, "begun" where it only begins so or is spelled nearly so.
        score: 0 to 100, higher is better; 100 is the occupation's own title or code.
        others: How many further titles of the occupation match as well; 0 also where one or two
            letters match too many to count.
        guess: Whether no title holds what was typed: a word was spelled otherwise or left out.
        weak: Whether it is only the nearest that could be found, no close match.
        why: For an "asked" one, how the occupation comes to what was typed; else "".
    """

    code: str
    title: str
    matched: str
    kind: str
    score: float
    others: int
    guess: bool = False
    weak: bool = False
    why: str = ""


def only_guesses(hits: Sequence[Hit]) -> bool:
    """Whether hits were found, and all of them are weak guesses."""
    return bool(hits) and all(hit.weak for hit in hits)


def spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where ``text`` shows the letters of ``query``: (start, end) pairs, ascending, apart.

    A query word is shown where a word of the text begins with it, or with its singular; the
    whole query written together is shown over words written apart.
    """
    folded, places = text.lower(), list(range(len(text)))
    if not text.isascii():  # a character can stand for more than one letter, or for none
        pieces = [_letters(character) for character in text]
        folded = "".join(pieces)
        places = [place for place, piece in enumerate(pieces) for _one in piece]
    run, starts, kept = "", list[int](), list[int]()
    for word in _WORD.finditer(folded):
        starts.append(len(run))
        for part in _PART.finditer(folded, *word.span()):
            run += part[0]
            kept += places[part.start() : part.end()]
    shown: set[int] = set()
    for forms in _forms(query):
        for form in forms:
            hits = [start for start in starts if run.startswith(form, start)]
            for start in hits:
                shown.update(range(kept[start], kept[start + len(form) - 1] + 1))
            if hits:
                break
    found: list[tuple[int, int]] = []
    for place in sorted(shown):
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


_PART = re.compile("[a-z0-9]+")
_WORD = re.compile("[a-z0-9]+(?:['’.]+[a-z0-9]+)*")


def _letters(character: str) -> str:
    """The plain letters and digits of a character; one without any stands for itself."""
    return "".join(_PART.findall(titles.plain(character))) or character


@lru_cache(maxsize=4)  # a search asks it of every title that it finds
def _forms(query: str) -> tuple[tuple[str, ...], ...]:
    """Each word of a query, and all of it as one, with the shorter forms it can have."""
    spelling = titles.words(query)
    every = dict.fromkeys([*titles.content(spelling), "".join(spelling)])
    return tuple(
        tuple(filter(None, dict.fromkeys((word, stem, stem.removesuffix("y")))))
        for word in every
        for stem in (titles.stem(word),)
    )
